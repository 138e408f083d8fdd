import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ImportLine, TodayView } from '../../serve/api.ts';
import { entryKindMessage } from '../entry-kinds.ts';
import { useFormats } from '../formats.ts';
import { Marked } from '../marked.tsx';
import { passagePath } from '../routes.tsx';
import { EmptyState, ScreenHead } from '../screen-head.tsx';
import { useAct, useAnswer, useSay, useSession } from '../session.tsx';
import { SourceFacts } from '../source-facts.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import css from './today.module.css';

/** What waits for somebody, most pressing first: one list with a reason on each part of it. */
export function TodayScreen(): ReactNode {
  const say = useSay();
  const { data: today, error, refetch } = useAnswer('today', {});
  return (
    <div className={css['today']}>
      <ScreenHead title={say('place.today')} />
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : today === undefined ? (
        <Waiting />
      ) : (
        <TodayList today={today} />
      )}
    </div>
  );
}

function TodayList({ today }: { readonly today: TodayView }): ReactNode {
  const say = useSay();
  const session = useSession();
  // Before it is known whether there is any source, nothing is said about there being none.
  if (session === undefined) return <Waiting />;
  if (session.sources === 0) {
    return (
      <EmptyState title={say('today.first.title')}>
        <p>{say('today.first.words')}</p>
        <p>
          <Link href="/library" className="button" data-main="">
            {say('today.first.button')}
          </Link>
        </p>
        <p className={css['quiet']}>{say('today.first.profile')}</p>
      </EmptyState>
    );
  }
  const broken = today.imports.filter(({ failed, refused }) => failed + refused > 0);
  const kept = today.kept.filter(({ sources, broken: cannot }) => sources > 0 || cannot);
  const nothing =
    broken.length + kept.length + today.waiting.length + today.changes.length + today.newSources.length === 0;
  if (nothing) {
    return (
      <EmptyState title={say('today.calm.title')}>
        <p>{say('today.calm.words')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {broken.length === 0 ? undefined : (
        <Part title={say('today.imports')}>
          {broken.map((line) => (
            <Import key={line.at} line={line} />
          ))}
        </Part>
      )}
      {kept.map((search) => (
        <Kept key={search.name} search={search} />
      ))}
      {today.waiting.length === 0 ? undefined : <Suggestions today={today} />}
      <Changes today={today} />
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly note?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css['part']}>
      <div className={css['title']}>
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.note === undefined ? undefined : <p className={css['quiet']}>{props.note}</p>}
      <ul className={css['list']}>{props.children}</ul>
    </section>
  );
}

function Import({ line }: { readonly line: ImportLine }): ReactNode {
  const say = useSay();
  const { instant } = useFormats();
  return (
    <li className={css['item']} data-tone="bad">
      <p className={css['words']}>
        {say('today.import.words', { received: line.received, failed: line.failed + line.refused })}
      </p>
      <p className={css['quiet']}>
        {instant(line.at)} ·{' '}
        {say('today.import.counts', {
          stored: line.stored,
          already: line.alreadyHere,
          refused: line.refused,
          failed: line.failed,
        })}
      </p>
      <p className={css['quiet']}>{say('today.import.next')}</p>
    </li>
  );
}

function Kept({ search }: { readonly search: TodayView['kept'][number] }): ReactNode {
  const say = useSay();
  const seen = useAct('today-seen');
  const { date } = useFormats();
  return (
    <Part
      title={say('today.kept', { name: search.name })}
      note={
        search.broken
          ? say('today.kept.broken')
          : say(search.more ? 'today.kept.more' : 'today.kept.count', { count: search.sources })
      }
      action={
        <button type="button" disabled={seen.isPending} onClick={() => seen.mutate({ name: search.name })}>
          {say('today.kept.seen')}
        </button>
      }
    >
      {search.hits.map((hit) => (
        <li key={hit.source} className={css['item']}>
          <Link href={passagePath(hit.source)} className={css['link']}>
            {hit.title}
          </Link>
          {hit.date === null ? undefined : <span className={css['quiet']}>{date(hit.date)}</span>}
          {hit.passages.slice(0, 1).map(({ text, marks, language, start }) => (
            <Marked key={start} text={text} marks={marks} language={language} className={css['passage']} />
          ))}
        </li>
      ))}
    </Part>
  );
}

function Suggestions({ today }: { readonly today: TodayView }): ReactNode {
  const say = useSay();
  return (
    <Part
      title={say('today.waiting')}
      note={today.left > 0 ? say('today.waiting.left', { count: today.left }) : say('today.waiting.words')}
    >
      {today.waiting.map(({ source, suggestions, reopened }) => (
        <li key={source.source} className={css['row']}>
          <div>
            <Link href={passagePath(source.source)} className={css['link']} lang={source.language ?? undefined}>
              {source.title}
            </Link>
            <SourceFacts line={source} />
          </div>
          <p className={css['count']}>
            {suggestions > 0 ? say('source.unreviewed', { count: suggestions }) : undefined}
            {suggestions > 0 && reopened > 0 ? ' · ' : undefined}
            {reopened > 0 ? say('source.reopened', { count: reopened }) : undefined}
          </p>
        </li>
      ))}
    </Part>
  );
}

function Changes({ today }: { readonly today: TodayView }): ReactNode {
  const say = useSay();
  const { instant, number } = useFormats();
  if (today.changes.length + today.newSources.length === 0) return undefined;
  return (
    <Part title={today.since === null ? say('today.changes') : say('today.since', { at: instant(today.since) })}>
      {today.changes.map(({ kind, count, person, last }) => {
        const message = entryKindMessage(kind);
        return (
          <li key={`${kind} ${person}`} className={css['row']}>
            <span>
              {message === undefined ? kind : say(message)}
              {person === null ? undefined : <span className={css['quiet']}> · {person}</span>}
            </span>
            <span className={css['count']}>
              {number(count)} · {instant(last)}
            </span>
          </li>
        );
      })}
      {today.newSources.map((line) => (
        <li key={line.source} className={css['row']}>
          <div>
            <Link href={passagePath(line.source)} className={css['link']} lang={line.language ?? undefined}>
              {line.title}
            </Link>
            <SourceFacts line={line} />
          </div>
          <p className={css['count']}>{say('today.new')}</p>
        </li>
      ))}
    </Part>
  );
}
