import { type ReactNode, useMemo, useState } from 'react';
import type { ClaimsAt, SearchAnswerView, SearchHit } from '../../serve/api.ts';
import { useFormats } from '../formats.ts';
import { useAnswer, useSay } from '../session.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { Failure, Waiting } from '../waiting.tsx';
import { HitLine, Preview } from './hit.tsx';
import { KeepSearch } from './keep-search.tsx';
import css from './library.module.css';
import { QueryReading } from './query-reading.tsx';
import { MOST_HITS, type SearchChoice, searchAsk } from './search-ask.ts';

interface ResultsProps {
  readonly choice: SearchChoice;
  readonly change: (more: Partial<SearchChoice>) => void;
}

/** What a search found, how it was understood, and what else could be asked. */
export function SearchResults({ choice, change }: ResultsProps): ReactNode {
  const {
    data: answer,
    error,
    refetch,
    isPlaceholderData,
  } = useAnswer('search', searchAsk(choice), { keepLast: true });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (answer === undefined) return <Waiting />;
  return (
    <div aria-busy={isPlaceholderData}>
      <QueryReading answer={answer} choice={choice} change={change} />
      <div className={css['found']}>
        <Found answer={answer} />
        <KeepSearch ask={searchAsk(choice)} />
      </div>
      <Offers answer={answer} choice={choice} change={change} />
      <Hits hits={answer.hits} />
      {answer.hits.length < answer.sources && choice.limit < MOST_HITS ? (
        <button
          type="button"
          onClick={() => change({ limit: Math.min(MOST_HITS, choice.limit * 3) })}
          className={css['more']}
        >
          <MoreWords />
        </button>
      ) : undefined}
    </div>
  );
}

function MoreWords(): ReactNode {
  const say = useSay();
  return say('library.more-hits');
}

function Found({ answer }: { readonly answer: SearchAnswerView }): ReactNode {
  const say = useSay();
  const { number } = useFormats();
  const { matched, passages, sources, more } = answer;
  const counts = { passages: number(passages), sources: number(sources) };
  return (
    <p role="status" className={css['count']}>
      {passages === 0 ? say('library.found.none') : say(more ? 'library.found.more' : 'library.found', counts)}
      {passages > 0 && matched === 'any' ? ` ${say('library.matched.any')}` : undefined}
      {passages > 0 && matched === 'parts' ? ` ${say('library.matched.parts')}` : undefined}
    </p>
  );
}

/** What else could be asked, only where it could change something. */
function Offers({ answer, choice, change }: ResultsProps & { readonly answer: SearchAnswerView }): ReactNode {
  const say = useSay();
  const narrowed = choice.language + choice.kind + choice.place + choice.from + choice.to + choice.collection !== '';
  const offers = [
    answer.terms.length > 1 && !choice.any && !choice.exact && answer.matched !== 'any'
      ? { message: 'library.offer.any', more: { any: true } }
      : undefined,
    choice.any ? { message: 'library.offer.all', more: { any: false } } : undefined,
    answer.more && !choice.everything ? { message: 'library.offer.everything', more: { everything: true } } : undefined,
    choice.exact && answer.passages === 0 ? { message: 'library.offer.not-exact', more: { exact: false } } : undefined,
    narrowed && answer.passages === 0
      ? {
          message: 'library.offer.wide',
          more: { language: '', kind: '', place: '', from: '', to: '', collection: '' },
        }
      : undefined,
  ].filter((offer) => offer !== undefined);
  if (offers.length === 0) return undefined;
  return (
    <p className={css['offers']}>
      {offers.map(({ message, more }) => (
        <button key={message} type="button" onClick={() => change(more)}>
          {say(message)}
        </button>
      ))}
    </p>
  );
}

/** The claims that stand in the passages of hits, asked once those are on screen; nothing before it is answered. */
function useClaimsIn(hits: readonly SearchHit[]): (hit: SearchHit) => readonly ClaimsAt[] {
  const places = useMemo(
    () => hits.flatMap(({ source, passages }) => passages.map(({ start, end }) => ({ source, start, end }))),
    [hits],
  );
  const { data } = useAnswer('claims-at', { places: places.slice(0, MOST_PLACES) }, { enabled: places.length > 0 });
  return (hit) => {
    const from = hits.slice(0, hits.indexOf(hit)).reduce((sum, { passages }) => sum + passages.length, 0);
    return data?.claims.slice(from, from + hit.passages.length) ?? [];
  };
}

/** Passages of which one call may ask. */
const MOST_PLACES = 2000;

function Hits({ hits }: { readonly hits: readonly SearchHit[] }): ReactNode {
  const say = useSay();
  const [previewed, setPreviewed] = useState<SearchHit>();
  const claimsIn = useClaimsIn(hits);
  useShortcuts({
    'list-preview': () => {
      const id = document.activeElement?.closest('[data-source]')?.getAttribute('data-source');
      setPreviewed(hits.find(({ source }) => source === id));
    },
  });
  if (hits.length === 0) return undefined;
  return (
    <>
      <ol className={css['hits']} data-keys="library" aria-label={say('library.results')}>
        {hits.map((hit) => (
          <HitLine key={hit.source} hit={hit} claims={claimsIn(hit)} preview={() => setPreviewed(hit)} />
        ))}
      </ol>
      {previewed === undefined ? undefined : (
        <Preview hit={previewed} claims={claimsIn(previewed)} close={() => setPreviewed(undefined)} />
      )}
    </>
  );
}
