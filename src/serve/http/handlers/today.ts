import { ok, type Result, type SourceId } from '../../../base/index.ts';
import type { StateCounts, TodayView } from '../../api.ts';
import { findKeptSearch, markLookedAt, newMatches } from '../../kept-searches.ts';
import type { Answers, Desk } from '../desk.ts';
import { type Refused, refuseWith, writeRefusal } from '../refusal.ts';
import type { Marks } from '../summaries.ts';
import { searchAnswer } from './library.ts';

/** Hits that are shown of each kept search. */
const HITS = 5;
/** Sources that wait for reviews, as many as one evening could take. */
const WAITING = 50;
const NEW_SOURCES = 20;
const IMPORTS = 10;

export const todayAnswers: Pick<Answers, 'today' | 'today-seen'> = {
  today: async (desk) => {
    const { vault, summaries, left } = desk;
    const marks = await summaries.marks();
    const [changes, kept, waiting, added, receipts] = await Promise.all([
      changesSince(desk),
      keptSearches(desk),
      waitingSources(desk, marks),
      left === undefined ? undefined : vault.query('newestSources', { limit: NEW_SOURCES, since: left.sizes }),
      vault.query('receipts', { limit: IMPORTS }),
    ]);
    return ok({
      since: left?.at ?? null,
      changes,
      kept,
      ...waiting,
      newSources: await Promise.all((added?.items ?? []).map((row) => summaries.line(row, marks))),
      imports: receipts.map(({ at, received, stored, alreadyHere, refused, failed }) => ({
        ...{ at, received, stored, alreadyHere, refused, failed },
      })),
    });
  },

  'today-seen': async ({ vault, now }, { name }) => {
    const named = name === undefined ? undefined : await findKeptSearch(vault, name);
    if (name !== undefined && named === undefined) return refuseWith('not-understood', { field: 'name' });
    const searches = named === undefined ? await vault.query('keptSearches', undefined) : [named];
    const marked = await markLookedAt(vault, searches, { now });
    return marked.ok ? ok({}) : writeRefusal(marked.error);
  },
};

async function changesSince({ vault, left }: Desk): Promise<TodayView['changes']> {
  if (left === undefined) return [];
  const [changes, { persons }] = await Promise.all([
    vault.query('changesSince', { sizes: left.sizes }),
    vault.query('status', undefined),
  ]);
  const names = new Map(persons.map(({ person, name }) => [person, name]));
  return changes.map(({ kind, count, person, last }) => ({
    ...{ kind, count, last },
    person: person === null ? null : (names.get(person) ?? person.slice(0, 8)),
  }));
}

async function keptSearches(desk: Desk): Promise<TodayView['kept']> {
  const all = await newMatches(desk.vault, desk.knowledge.names, { limit: HITS, reveal: false });
  return Promise.all(
    all.map(async ({ kept: { name, query }, view }) => {
      if (view === undefined) return { name, query, sources: 0, more: false, hits: [], broken: true };
      const { sources, more, hits } = await searchAnswer(desk, view);
      return { name, query, sources, more, hits, broken: false };
    }),
  );
}

interface Waiting {
  readonly source: SourceId;
  readonly suggestions: number;
  readonly reopened: number;
}

/** Sources with something to review, the most first, and how many are not listed. */
async function waitingSources(desk: Desk, marks: Marks): Promise<Pick<TodayView, 'waiting' | 'left'>> {
  const { vault, summaries } = desk;
  const all = (await waitingIn(desk, marks)).sort(
    (a, b) => b.suggestions + b.reopened - (a.suggestions + a.reopened) || (a.source < b.source ? -1 : 1),
  );
  const waiting = await Promise.all(
    all.slice(0, WAITING).map(async ({ source, suggestions, reopened }) => {
      const row = await vault.query('source', { source });
      return row === undefined ? [] : [{ source: await summaries.line(row, marks), suggestions, reopened }];
    }),
  );
  return { waiting: waiting.flat(), left: Math.max(0, all.length - WAITING) };
}

/** Only sources that somebody has reviewed are opened: of the others the record itself says how many claims there are. */
async function waitingIn({ vault, summaries }: Desk, marks: Marks): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { source, claims } of await vault.query('suggestionCounts', undefined)) {
    const counts = marks.has(source) ? await countsOf(source) : undefined;
    const suggestions = counts?.unreviewed ?? claims;
    const reopened = counts?.reopened ?? 0;
    if (suggestions + reopened > 0) found.push({ source, suggestions, reopened });
  }
  return found;

  async function countsOf(source: SourceId): Promise<StateCounts | undefined> {
    const row = await vault.query('source', { source });
    return row === undefined ? undefined : ((await summaries.counts(row, marks)) ?? undefined);
  }
}

/** How many claims of some sources nobody has reviewed. */
export async function notReviewed(
  desk: Desk,
  within: ReadonlySet<SourceId> | undefined,
): Promise<Result<number, Refused>> {
  const waiting = await waitingIn(desk, await desk.summaries.marks());
  return ok(
    waiting
      .filter(({ source }) => within === undefined || within.has(source))
      .reduce((sum, { suggestions }) => sum + suggestions, 0),
  );
}
