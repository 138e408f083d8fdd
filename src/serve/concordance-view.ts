import { type Mention, type NameForms, type ParsedQuery, parseQuery } from '../read/index.ts';
import type { ConcordancePlace, SearchFilter, Vault } from '../vault/index.ts';
import { typedTexts } from './searching.ts';
import { snippetOf } from './snippet.ts';
import { mentionsOf } from './stored-readings.ts';

/** A place with what stands before and after it; protected words written over. */
export interface ConcordanceLine {
  readonly source: string;
  /** An ISO date; null when the document bears none. */
  readonly date: string | null;
  /** UTF-16 offsets in the layer's text. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** How often something was said in a stretch of time. */
export interface Period {
  /** `2016`, or `2016-08` where all lies within two years; null for documents without a date. */
  readonly period: string | null;
  readonly places: number;
}

export interface ConcordanceView {
  readonly terms: readonly string[];
  readonly notes: ParsedQuery['notes'];
  readonly total: number;
  readonly sources: number;
  readonly more: boolean;
  /** Every period from the first to the last, also those without a place; without a date last. */
  readonly periods: readonly Period[];
  readonly lines: readonly ConcordanceLine[];
}

/** Keyword in context, over time (docs/search.md S25). */
export async function concordanceView(
  vault: Vault,
  query: { readonly text: string; readonly exact: boolean },
  options: {
    readonly names: NameForms;
    readonly filter: SearchFilter;
    readonly limit: number;
    readonly reveal: boolean;
  },
): Promise<ConcordanceView> {
  const { names, filter, limit, reveal } = options;
  const parsed = parseQuery(query.text, { names, exact: query.exact });
  const exactly = query.exact ? typedTexts(parsed).flat() : undefined;
  const found = await vault.query('concordance', { query: parsed, exactly, filter, limit });
  const mentions = new Map<string, readonly Mention[] | undefined>();
  const lines: ConcordanceLine[] = [];
  for (const place of found.places) {
    if (!mentions.has(place.source)) {
      const row = reveal ? undefined : await vault.query('source', { source: place.source });
      mentions.set(place.source, row === undefined ? [] : await mentionsOf(vault, row));
    }
    lines.push(lineOf(place, mentions.get(place.source)));
  }
  return {
    terms: parsed.terms.map(({ text }) => text),
    notes: parsed.notes,
    total: found.total,
    sources: found.sources,
    more: found.more,
    periods: periodsOf(found.dates),
    lines,
  };
}

function lineOf(place: ConcordancePlace, mentions: readonly Mention[] | undefined): ConcordanceLine {
  const { source, date, start, end, from, text } = place;
  const mark = { start: start - from, end: end - from };
  const shown = snippetOf({ text, marks: [mark] }, { at: from, mentions });
  // A word that is protected itself leaves no mark: all of it is then context.
  const [at = { start: shown.text.length, end: shown.text.length }] = shown.marks;
  return {
    ...{ source, start, end, date: date ?? null },
    before: shown.text.slice(0, at.start),
    word: shown.text.slice(at.start, at.end),
    after: shown.text.slice(at.end),
  };
}

/** Months that one picture shows before years take their place. */
const MOST_MONTHS = 24;
/** Years that one picture shows; of a longer stretch, those that have a place. */
const MOST_YEARS = 120;

function periodsOf(
  dates: readonly { readonly date: string | undefined; readonly places: number }[],
): readonly Period[] {
  const dated = dates.flatMap(({ date, places }) => (date === undefined ? [] : [{ date, places }]));
  const undated = dates.filter(({ date }) => date === undefined).reduce((sum, { places }) => sum + places, 0);
  const last = undated === 0 ? [] : [{ period: null, places: undated }];
  const [first] = dated;
  const end = dated.at(-1);
  if (first === undefined || end === undefined) return last;
  const months = monthOf(end.date) - monthOf(first.date) + 1;
  // A document that names its year alone is of none of its months.
  const length = months <= MOST_MONTHS && dated.every(({ date }) => date.length >= 7) ? 7 : 4;
  const counts = new Map<string, number>();
  if (length === 7)
    for (let month = monthOf(first.date); month <= monthOf(end.date); month++) counts.set(monthName(month), 0);
  else {
    const [from, to] = [Number(first.date.slice(0, 4)), Number(end.date.slice(0, 4))];
    if (to - from < MOST_YEARS) for (let year = from; year <= to; year++) counts.set(String(year), 0);
  }
  for (const { date, places } of dated) {
    const period = date.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + places);
  }
  return [...[...counts].map(([period, places]) => ({ period, places })), ...last];
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
