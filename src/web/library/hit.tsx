import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ClaimsAt, SearchHit } from '../../serve/api.ts';
import { Dialog } from '../dialog.tsx';
import { useFormats } from '../formats.ts';
import { Marked } from '../marked.tsx';
import { passagePath, passagePlace } from '../routes.tsx';
import { useSay } from '../session.tsx';
import css from './library.module.css';

/** Passages of one source that stand in the list itself; the others stand in the preview. */
const IN_LIST = 2;

/** One source that was found, with the words for which it was. */
export function HitLine(props: {
  readonly hit: SearchHit;
  /** Those of each of its passages, once they are known. */
  readonly claims: readonly ClaimsAt[];
  readonly preview: () => void;
}): ReactNode {
  const { hit, claims, preview } = props;
  const say = useSay();
  const { date } = useFormats();
  const [first] = hit.passages;
  return (
    <li className={css['hit']} data-source={hit.source}>
      <div className={css['hit-head']}>
        <Link href={first === undefined ? `/read/${hit.source}` : passagePlace(hit.source, first)} data-title="">
          {hit.title}
        </Link>
        <button type="button" data-quiet="" onClick={preview}>
          {say('library.preview')}
        </button>
      </div>
      <p className={css['quiet']}>
        {[
          hit.date === null ? undefined : date(hit.date),
          hit.title === hit.file ? undefined : hit.file,
          say('library.places', { count: hit.found }),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
        <ClaimsThere source={hit.source} claims={claims} before=" · " />
      </p>
      {hit.passages.slice(0, IN_LIST).map(({ text, marks, language, start }) => (
        <Marked key={start} text={text} marks={marks} language={language} className={css['passage']} />
      ))}
    </li>
  );
}

/** How many claims stand in some passages, each once, with the way to the first: an accepted one where there is one. */
function ClaimsThere(props: {
  readonly source: string;
  readonly claims: readonly ClaimsAt[];
  readonly before?: string;
}): ReactNode {
  const say = useSay();
  const accepted = [...new Set(props.claims.flatMap((there) => there.accepted))];
  const open = [...new Set(props.claims.flatMap((there) => there.open))];
  const first = accepted[0] ?? open[0];
  if (first === undefined) return undefined;
  return (
    <>
      {props.before}
      <Link href={passagePath(props.source, first)} className={css['there']}>
        {[
          accepted.length === 0 ? undefined : say('library.claims.accepted', { count: accepted.length }),
          open.length === 0 ? undefined : say('library.claims.open', { count: open.length }),
        ]
          .filter((part) => part !== undefined)
          .join(', ')}
      </Link>
    </>
  );
}

/** All passages of a hit, each with its way into the text. Reading it moves nobody away from the list. */
export function Preview(props: {
  readonly hit: SearchHit;
  readonly claims: readonly ClaimsAt[];
  readonly close: () => void;
}): ReactNode {
  const { hit, claims, close } = props;
  const say = useSay();
  return (
    <Dialog title={hit.title} onClose={close} wide>
      <ol className={css['preview']}>
        {hit.passages.map((passage, at) => (
          <li key={passage.start}>
            <Marked text={passage.text} marks={passage.marks} language={passage.language} className={css['passage']} />
            <Link
              href={passagePlace(hit.source, passage)}
              className="button"
              {...(at === 0 ? { 'data-first': '' } : {})}
            >
              {say('library.open-passage')}
            </Link>{' '}
            <ClaimsThere source={hit.source} claims={claims.slice(at, at + 1)} />
          </li>
        ))}
      </ol>
      {hit.found > hit.passages.length ? (
        <p className={css['quiet']}>{say('library.places.left', { count: hit.found - hit.passages.length })}</p>
      ) : undefined}
    </Dialog>
  );
}
