import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SourceLine } from '../serve/api.ts';
import { useFormats } from './formats.ts';
import { passagePath } from './routes.tsx';
import { useSay } from './session.tsx';
import css from './source-facts.module.css';

/** Publisher, date and language of a source in one quiet line; what is not known is not there. */
export function SourceFacts({ line }: { readonly line: SourceLine }): ReactNode {
  const formats = useFormats();
  const facts = [
    line.publisher,
    line.date === null ? null : formats.date(line.date),
    line.language === null ? null : formats.language(line.language),
    line.title === line.file ? null : line.file,
  ].filter((fact) => fact !== null);
  return (
    <span className={css['facts']} translate="no">
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have an order and no name
        <span key={at}>{fact}</span>
      ))}
      {line.sameText.length === 0 ? undefined : <SameText sources={line.sameText} />}
    </span>
  );
}

/** Where the same words stand in another wrapper. */
function SameText({ sources }: { readonly sources: SourceLine['sameText'] }): ReactNode {
  const say = useSay();
  return (
    <span className={css['same']}>
      {say('source.same-text')}
      {sources.map(({ source, title }) => (
        <Link key={source} href={passagePath(source)}>
          {title}
        </Link>
      ))}
    </span>
  );
}

/** How far the reviewing of a source has come. */
export function ReviewCounts({ line }: { readonly line: SourceLine }): ReactNode {
  const say = useSay();
  if (line.claims === null) {
    return <span className={css['counts']}>{say(line.read ? 'source.not-opened' : 'source.not-read')}</span>;
  }
  const { unreviewed, accepted, reopened, disputed } = line.claims;
  const parts = [
    unreviewed > 0 ? say('source.unreviewed', { count: unreviewed }) : undefined,
    accepted > 0 ? say('source.accepted', { count: accepted }) : undefined,
    reopened > 0 ? say('source.reopened', { count: reopened }) : undefined,
    disputed > 0 ? say('source.disputed', { count: disputed }) : undefined,
  ].filter((part) => part !== undefined);
  return (
    <span className={css['counts']}>
      {parts.length === 0 ? say('source.no-claims') : parts.map((part) => <span key={part}>{part}</span>)}
    </span>
  );
}
