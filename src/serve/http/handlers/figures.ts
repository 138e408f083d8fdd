import { ok, type Result, type SourceId } from '../../../base/index.ts';
import { dayOf } from '../../../read/index.ts';
import type { FiguresAsk, FiguresView } from '../../api.ts';
import { type Counting, countingOf } from '../../counting.ts';
import { lastDay, rowsWithin } from '../../search-filter.ts';
import { eachSource } from '../../stored-readings.ts';
import type { Answers, Desk } from '../desk.ts';
import type { KeptFigure } from '../figure-lines.ts';
import { type Refused, refuseWith } from '../refusal.ts';
import type { Marks } from '../summaries.ts';
import { collectionNamed } from './library.ts';
import { notReviewed } from './today.ts';

/** Lines of a page when it does not say how many. */
const LINES = 100;

export const figuresAnswers: Pick<Answers, 'figures' | 'places'> = {
  places: async ({ knowledge }) => ok({ names: Object.fromEntries(knowledge.places) }),

  figures: async (desk, ask) => {
    const collection = await collectionNamed(desk, ask.collection);
    if (!collection.ok) return collection;
    const wanted = wantedBy(desk, ask);
    if (!wanted.ok) return wanted;
    const begin = Number(ask.after ?? 0);
    if (!Number.isSafeInteger(begin) || begin < 0) return refuseWith('not-understood', { field: 'after' });
    const [marks, counting] = await Promise.all([
      desk.summaries.marks(),
      countingOf(desk.vault, { collection: collection.value }),
    ]);
    const within = ask.collection === undefined ? undefined : new Set<SourceId>();
    if (within !== undefined)
      for await (const { source } of eachSource(desk.vault, collection.value)) within.add(source);
    const scope = { counting, marks, within };
    const page = { begin, limit: ask.limit ?? LINES };
    const found =
      counting === 'accepted' || wanted.value !== undefined
        ? await filtered(desk, scope, { ...page, wanted: wanted.value ?? (() => true) })
        : await unfiltered(desk, scope, page);
    const waiting = await notReviewed(desk, within);
    if (!waiting.ok) return waiting;
    return ok(figuresView(found, page, { counting, notReviewed: waiting.value }));
  },
};

interface Scope {
  readonly counting: Counting;
  readonly marks: Marks;
  /** Sources of the collection that is asked for; undefined for all. */
  readonly within: ReadonlySet<SourceId> | undefined;
}

interface Page {
  readonly begin: number;
  readonly limit: number;
}

interface Found {
  readonly figures: readonly KeptFigure[];
  readonly total: number;
}

function figuresView(
  { figures, total }: Found,
  { begin, limit }: Page,
  { counting, notReviewed: waiting }: { readonly counting: Counting; readonly notReviewed: number },
): FiguresView {
  return {
    items: figures.map(({ line }) => line),
    total,
    ...(begin + limit < total && { after: String(begin + limit) }),
    counting: counting === 'accepted' ? 'accepted' : 'suggested',
    notReviewed: waiting,
  };
}

/** Sources that can have figures: of accepted ones only those that somebody reviewed, in the order of their ids. */
async function candidates({ vault }: Desk, { counting, marks, within }: Scope): Promise<readonly SourceId[]> {
  const all =
    counting === 'accepted'
      ? [...marks.keys()]
      : (await vault.query('suggestionCounts', undefined)).map(({ source }) => source);
  return all.filter((source) => within === undefined || within.has(source)).sort();
}

async function filtered(
  desk: Desk,
  scope: Scope,
  { begin, limit, wanted }: Page & { readonly wanted: (figure: KeptFigure) => boolean },
): Promise<Found> {
  const figures: KeptFigure[] = [];
  for (const source of await candidates(desk, scope)) {
    for (const figure of await figuresOf(desk, scope, source)) if (wanted(figure)) figures.push(figure);
  }
  return { figures: figures.slice(begin, begin + limit), total: figures.length };
}

/** Suggestions, of which there can be very many: sources that are not on the page are counted and not opened. */
async function unfiltered(desk: Desk, scope: Scope, { begin, limit }: Page): Promise<Found> {
  const counts = await desk.figureCounts.of(desk, scope.marks);
  const figures: KeptFigure[] = [];
  let at = 0;
  for (const source of await candidates(desk, scope)) {
    const isOnPage = (count: number): boolean => at + count > begin && at < begin + limit;
    const known = counts.get(source);
    if (known === undefined || isOnPage(known)) {
      const all = await figuresOf(desk, scope, source);
      figures.push(...all.slice(Math.max(0, begin - at), Math.max(0, begin + limit - at)));
      at += all.length;
    } else at += known;
  }
  return { figures, total: at };
}

async function figuresOf(desk: Desk, { counting, marks }: Scope, source: SourceId): Promise<readonly KeptFigure[]> {
  const row = await desk.vault.query('source', { source });
  return row === undefined ? [] : desk.figures.of(desk, row, counting, marks);
}

/** Which figures are asked for; undefined when all are. */
function wantedBy(
  { knowledge }: Desk,
  { place, from, to }: FiguresAsk,
): Result<((figure: KeptFigure) => boolean) | undefined, Refused> {
  if (place === undefined && from === undefined && to === undefined) return ok(undefined);
  const within = place === undefined ? undefined : new Set(rowsWithin(knowledge.names, place).map(({ id }) => id));
  if (within?.size === 0) return refuseWith('place-unknown');
  const [first, last] = [dayOf(from), lastDay(to)];
  return ok(
    (figure) =>
      (within === undefined || figure.places.some((id) => within.has(id))) &&
      (first === undefined || (figure.to !== undefined && figure.to >= first)) &&
      (last === undefined || (figure.from !== undefined && figure.from <= last)),
  );
}
