import type Database from '@signalapp/sqlcipher';
import type { SourceId } from '../base/index.ts';
import { occurrencesOf, occursIn, type ParsedQuery, readLayerRecord, searchedText } from '../read/index.ts';
import { IndexReads } from './index-reads.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections } from './projections.ts';
import { type Row, textOf } from './rows.ts';
import type { SearchFilter } from './search-answer.ts';
import { allOf } from './search-expression.ts';
import { dayOfPassage, recordedDay } from './search-index.ts';

export interface ConcordanceRequest {
  readonly query: ParsedQuery;
  readonly filter: SearchFilter;
  /** Places in the answer; all are counted. */
  readonly limit: number;
}

/** One place where a term stands. */
export interface ConcordancePlace {
  readonly source: SourceId;
  /** Days since 1800-01-01 of its document; undefined when that bears no date. */
  readonly day: number | undefined;
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
  /** Places by days of their documents, ascending; without a date last. */
  readonly days: readonly { readonly day: number | undefined; readonly places: number }[];
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
export function concordance(db: Database, { query, filter, limit }: ConcordanceRequest): Concordance {
  const projections = currentProjections(db);
  if (projections === undefined) throw new Error('the vault has no projections');
  const { terms, excluded } = query;
  if (terms.length === 0) return { places: [], days: [], total: 0, sources: 0, more: false };
  const { place } = filter;
  const index = new IndexReads(projections, filter);
  const wanted = place === undefined ? terms : [...terms, place];
  const { rows, isCut } = index.ranked(allOf(wanted), { bound: MOST_PASSAGES, withText: true });
  const ids = index.sourceIds([...new Set(rows.map(({ source }) => source))]);
  const isDated = datedSources(db, projections.generation);
  const places: ConcordancePlace[] = [];
  for (const { id, source: key, text } of rows) {
    const source = ids.get(key);
    if (text === undefined || source === undefined) continue;
    const looked = searchedText(`${text.head}\n${text.body}`);
    if (excluded.some((term) => occursIn(looked, term)) || !wanted.every((term) => occursIn(looked, term))) continue;
    const body = searchedText(text.body);
    const dayThere = dayOfPassage(id);
    const day = isDated(source, dayThere) ? dayThere : undefined;
    for (const { start, end } of terms.flatMap((term) => occurrencesOf(body, term))) {
      const from = Math.max(0, start - AROUND);
      places.push({
        ...{ source, day, start: text.start + start, end: text.start + end, from: text.start + from },
        text: text.body.slice(from, end + AROUND),
      });
    }
  }
  places.sort(byTime);
  const days = new Map<number | undefined, number>();
  for (const { day } of places) days.set(day, (days.get(day) ?? 0) + 1);
  return {
    places: places.slice(0, limit),
    days: [...days].map(([day, count]) => ({ day, places: count })),
    total: places.length,
    sources: new Set(places.map(({ source }) => source)).size,
    more: isCut,
  };
}

function byTime(a: ConcordancePlace, b: ConcordancePlace): number {
  const [dayA, dayB] = [a.day ?? Number.MAX_SAFE_INTEGER, b.day ?? Number.MAX_SAFE_INTEGER];
  return dayA - dayB || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.start - b.start;
}

/**
 * Whether a passage's day is that of its document. One without date stands in the index at the day on which its text was
 * recorded, which says nothing of when it was written.
 */
function datedSources(db: Database, generation: number): (source: SourceId, day: number) => boolean {
  const newest = db.prepare(
    `SELECT at, record FROM ${tableName('layer', generation)} WHERE source = ?
     ORDER BY ord DESC, device DESC, seq DESC, leaf DESC LIMIT 1`,
  );
  const known = new Map<SourceId, number | undefined>();
  return (source, day) => {
    if (!known.has(source)) {
      const row = newest.get<Row>([source]);
      const record = row && readLayerRecord(JSON.parse(textOf(row, 'record')));
      const isDated = row === undefined || record?.metadata.date !== undefined;
      known.set(source, isDated ? undefined : recordedDay(textOf(row, 'at')));
    }
    return known.get(source) !== day;
  };
}
