import type { SourceId } from '../base/index.ts';
import { type Mention, type NameForms, type ParsedQuery, parseQuery } from '../read/index.ts';
import type { Concordance, ConcordancePlace, SearchFilter, Vault } from '../vault/index.ts';
import { typedTexts } from './searching.ts';
import { ShownText } from './shown-text.ts';
import { snippetOf } from './snippet.ts';
import { mentionsOf } from './stored-readings.ts';

/** A place with what stands before and after it; protected words written over. */
export interface ConcordanceLine {
  readonly source: SourceId;
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
  const request = { query: parsed, exactly, filter, limit: reveal ? limit : MOST_PLACES };
  const all = await vault.query('concordance', request);
  const mentions = new Map<string, readonly Mention[] | undefined>();
  if (!reveal)
    for (const { source } of all.places) if (!mentions.has(source)) mentions.set(source, await held(vault, source));
  const found = reveal ? all : withoutVeiled(all, mentions);
  const lines = found.places.slice(0, limit).map((place) => lineOf(place, reveal ? [] : mentions.get(place.source)));
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

/** Places that are looked at to leave out those under a veil. Of more, the rest are neither listed nor counted. */
const MOST_PLACES = 20_000;

async function held(vault: Vault, source: SourceId): Promise<readonly Mention[] | undefined> {
  const row = await vault.query('source', { source });
  return row === undefined ? undefined : mentionsOf(vault, row);
}

/**
 * What is under a veil is neither listed nor counted: a count would say that a guessed name is right, and when it was spoken of. A
 * source that was not read here has all of its text under one.
 */
function withoutVeiled(all: Concordance, mentions: ReadonlyMap<string, readonly Mention[] | undefined>): Concordance {
  const shown = new Map([...mentions].map(([source, held]) => [source, held && ShownText.veiled('', held)]));
  const places = all.places.filter((place) => shown.get(place.source)?.isOpen(place) === true);
  const dates = new Map<string | undefined, number>();
  for (const { date } of places) dates.set(date, (dates.get(date) ?? 0) + 1);
  return {
    places,
    dates: [...dates].map(([date, count]) => ({ date, places: count })),
    total: places.length,
    sources: new Set(places.map(({ source }) => source)).size,
    more: all.more || all.total > all.places.length,
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
