import type Database from '@signalapp/sqlcipher';
import type { SourceId } from '../base/index.ts';
import {
  dateOfDay,
  dayOf,
  holdsExactly,
  occurrencesOf,
  occursIn,
  type ParsedQuery,
  type QueryTerm,
  readLayerRecord,
  type SearchedText,
  Sought,
  searchedText,
} from '../read/index.ts';
import { IndexReads } from './index-reads.ts';
import { type Projections, projectionsIn } from './projections.ts';
import type { SearchFilter } from './search-answer.ts';
import { allOf } from './search-expression.ts';
import { dayOfPassage, newestLayer, recordedDay } from './search-index.ts';

export interface ConcordanceRequest {
  readonly query: ParsedQuery;
  /** The letters that must stand there as they were typed. */
  readonly exactly?: readonly string[] | undefined;
  readonly filter: SearchFilter;
  /** Places in the answer; all are counted. */
  readonly limit: number;
}

/** One place where a term stands. */
export interface ConcordancePlace {
  readonly source: SourceId;
  /** The date of its document as far as it says: a year, month or day. Undefined when it bears none. */
  readonly date: string | undefined;
  /** UTF-16 offsets in the layer's text. */
  readonly start: number;
  readonly end: number;
  /** Where `text` begins in the layer: what stands around the place. */
  readonly from: number;
  readonly text: string;
}

export interface Concordance {
  /** The oldest first, those without a date last. */
  readonly places: readonly ConcordancePlace[];
  /** Places by dates of their documents, ascending; without a date last. */
  readonly dates: readonly { readonly date: string | undefined; readonly places: number }[];
  readonly total: number;
  readonly sources: number;
  /** Whether there are more passages than were looked through: those of the newest documents were. */
  readonly more: boolean;
}

/** Passages that are looked through. */
const MOST_PASSAGES = 20_000;
/** UTF-16 units given on each side of a place. */
const AROUND = 160;

/** Finds each place of the terms in passages that have them all (docs/search.md S25). */
export function concordance(db: Database, { query, exactly, filter, limit }: ConcordanceRequest): Concordance {
  const projections = projectionsIn(db);
  const { terms, excluded } = query;
  if (terms.length === 0) return { places: [], dates: [], total: 0, sources: 0, more: false };
  const wanted = filter.place === undefined ? terms : [...terms, filter.place];
  const index = new IndexReads(projections, filter);
  const { rows, isCut } = index.ranked(allOf(wanted), { bound: MOST_PASSAGES, withText: true });
  const ids = index.sourceIds([...new Set(rows.map(({ source }) => source))]);
  const dateOf = datesOfSources(projections);
  const first = new FirstPlaces(limit);
  const sought = new Sought([...wanted, ...excluded]);
  for (const { id, source: key, text } of rows) {
    const source = ids.get(key);
    if (text === undefined || source === undefined) continue;
    const looked = searchedText(`${text.head}\n${text.body}`, sought);
    if (excluded.some((term) => occursIn(looked, term)) || !wanted.every((term) => occursIn(looked, term))) continue;
    const date = dateOf(source, dayOfPassage(id));
    for (const { start, end } of apart(terms, searchedText(text.body, sought), { text: text.body, exactly })) {
      const from = Math.max(0, start - AROUND);
      const span = { start: text.start + start, end: text.start + end, from: text.start + from };
      first.add({ source, date, ...span, text: text.body.slice(from, end + AROUND) });
    }
  }
  return { ...first.answer(), more: isCut };
}

/** Where any of the terms stands in a text, none within another. */
function apart(
  terms: readonly QueryTerm[],
  looked: SearchedText,
  { text, exactly }: { readonly text: string; readonly exactly: readonly string[] | undefined },
): readonly { readonly start: number; readonly end: number }[] {
  const found = terms
    .flatMap((term) => occurrencesOf(looked, term))
    .filter(({ start, end }) => exactly?.some((each) => holdsExactly(text.slice(start, end), each)) ?? true)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** Counts all places, and keeps the first ones over time: a word that stands everywhere must not fill the memory. */
class FirstPlaces {
  readonly #limit: number;
  #places: ConcordancePlace[] = [];
  readonly #dates = new Map<string | undefined, number>();
  readonly #sources = new Set<SourceId>();
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(place: ConcordancePlace): void {
    this.#total++;
    this.#sources.add(place.source);
    this.#dates.set(place.date, (this.#dates.get(place.date) ?? 0) + 1);
    this.#places.push(place);
    if (this.#places.length > 2 * this.#limit + 1000) this.#places = this.#places.sort(byTime).slice(0, this.#limit);
  }

  answer(): Omit<Concordance, 'more'> {
    const dates = [...this.#dates].sort(([a = LAST], [b = LAST]) => (a < b ? -1 : a > b ? 1 : 0));
    return {
      places: this.#places.sort(byTime).slice(0, this.#limit),
      dates: dates.map(([date, places]) => ({ date, places })),
      total: this.#total,
      sources: this.#sources.size,
    };
  }
}

/** After every date. */
const LAST = '~';

function byTime(a: ConcordancePlace, b: ConcordancePlace): number {
  const [dateA, dateB] = [a.date ?? LAST, b.date ?? LAST];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.source < b.source ? -1 : a.source > b.source ? 1 : a.start - b.start;
}

/**
 * The date that a passage's document bears, no more precisely than it says. One without, or with one that the index cannot
 * hold, stands in the index at the day on which its text was recorded, which says nothing of when it was written.
 */
function datesOfSources(projections: Projections): (source: SourceId, day: number) => string | undefined {
  const known = new Map<SourceId, { readonly stated: string | undefined; readonly recorded: number | undefined }>();
  return (source, day) => {
    let facts = known.get(source);
    if (facts === undefined) {
      const newest = newestLayer(projections, source);
      const record = newest && readLayerRecord(JSON.parse(newest.record));
      const stated = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(record?.metadata.date?.value ?? '')?.[0];
      facts = { stated, recorded: newest && recordedDay(newest.at) };
      known.set(source, facts);
    }
    // A page may hold documents of other dates than its own.
    if (facts.stated !== undefined && dayOf(facts.stated) === day) return facts.stated;
    return day === facts.recorded ? undefined : dateOfDay(day);
  };
}
