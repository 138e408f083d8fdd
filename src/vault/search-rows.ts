import {
  occurrencesOf,
  type PassageKind,
  passageKind,
  type QueryTerm,
  type Sought,
  searchedText,
} from '../read/index.ts';
import { tableName } from './projection-schema.ts';
import type { Projections } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';
import type { FoundPassage, SearchFilter } from './search-answer.ts';
import { firstOfDay } from './search-index.ts';
import { searchTable } from './search-schema.ts';

/** A passage that the index found, before and after it was looked at. */
export interface Candidate {
  readonly id: string;
  readonly source: number;
  readonly kind: string;
  readonly score: number;
  readonly text?: PassageText;
}

export interface PassageText {
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly head: string;
  readonly body: string;
}

/** A filter as conditions on the index and its passages, with their values. */
export function filterSql(
  { generation }: Projections,
  { collection, language, kind, from, to, after }: SearchFilter,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const term = searchTable('term', generation);
  const parts: (readonly [string, ...(string | number)[]])[] = [];
  if (from !== undefined) parts.push([`${term}.rowid >= CAST(? AS INTEGER)`, firstOfDay(from)]);
  if (to !== undefined) parts.push([`${term}.rowid < CAST(? AS INTEGER)`, firstOfDay(to + 1)]);
  if (language !== undefined)
    parts.push(["(p.language = ? COLLATE NOCASE OR p.language LIKE ? || '-%')", language, language]);
  if (kind !== undefined) parts.push(['p.kind = ?', kind]);
  if (collection !== undefined) {
    parts.push([
      `p.source IN (SELECT i.key FROM ${searchTable('indexed', generation)} i JOIN ${tableName('collection_source', generation)} c
         ON c.source = i.source WHERE c.collection = ? AND c.member = 1)`,
      collection,
    ]);
  }
  if (after !== undefined) {
    parts.push([
      `p.source IN (SELECT i.key FROM ${searchTable('indexed', generation)} i JOIN ${tableName('layer', generation)} l
         ON l.layer = i.layer WHERE NOT EXISTS (SELECT 1 FROM json_each(?) s
         WHERE json_extract(s.value, '$.device') = l.device AND l.seq < json_extract(s.value, '$.size')))`,
      JSON.stringify(after),
    ]);
  }
  return {
    sql: parts.map(([sql]) => `AND ${sql}`).join(' '),
    values: parts.flatMap(([, ...values]) => values),
  };
}

/** The best first; of equal ones the newest, in the same order on every copy. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || byNumber(a, b);
}

/** So many of the best, in order, or a few more: most of what a search finds need not be put in order. */
export function bestOf(rows: readonly Candidate[], count: number): readonly Candidate[] {
  const scores = Float64Array.from(rows, ({ score }) => score).sort();
  const least = scores[Math.max(0, rows.length - count)] ?? 0;
  return rows.filter(({ score }) => score >= least).sort(byScore);
}

/** Of the newest documents first. Numbers are too large for JavaScript's own: as text the longer one is the larger. */
export function byNumber({ id: a }: Candidate, { id: b }: Candidate): number {
  return b.length - a.length || (a < b ? 1 : -1);
}

export function passageText(row: Row): PassageText {
  return {
    start: numberOf(row, 'start'),
    end: numberOf(row, 'end'),
    language: textOf(row, 'language'),
    head: textOf(row, 'head'),
    body: textOf(row, 'body'),
  };
}

/** A passage as it is shown, with where the terms stand in it. */
export function foundPassage(
  text: PassageText,
  kind: string,
  { terms, sought }: { readonly terms: readonly QueryTerm[]; readonly sought: Sought },
): FoundPassage {
  const { start, end, language, head, body } = text;
  const looked = searchedText(body, sought);
  const marks = terms
    .flatMap((term) => occurrencesOf(looked, term))
    .map((place) => ({ start: place.start, end: place.end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { start, end, kind: knownKind(kind), language, head: kind === 'heading' ? '' : head, text: body, marks };
}

function knownKind(kind: string): PassageKind {
  const known = passageKind(kind);
  if (known === undefined) throw new Error('a passage is of no known kind');
  return known;
}
