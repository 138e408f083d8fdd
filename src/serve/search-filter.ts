import { type CollectionId, ok, type Result, refuse } from '../base/index.ts';
import {
  dayOf,
  type NamedRow,
  type NameForms,
  namesTerm,
  type PassageKind,
  parseQuery,
  type QueryTerm,
  withinRow,
} from '../read/index.ts';
import type { SearchFilter } from '../vault/index.ts';

/** How a search is narrowed, as people say it. */
export interface FilterWords {
  readonly collection?: CollectionId | undefined;
  readonly language?: string | undefined;
  readonly kind?: PassageKind | undefined;
  readonly place?: string | undefined;
  /** A year, month or day; `to` means its last day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A filter as the vault takes it; refused when no theme pack has the place. */
export function searchFilter(
  names: NameForms,
  words: FilterWords,
): Result<SearchFilter, { readonly type: 'place-unknown' }> {
  const place = words.place === undefined ? undefined : placeTerm(names, words.place);
  if (words.place !== undefined && place === undefined) return refuse({ type: 'place-unknown' });
  const { collection, language, kind, from, to } = words;
  return ok({ collection, language, kind, from: dayOf(from), to: lastDay(to), place });
}

/** The term that asks for a place and all beneath it; undefined when no theme pack has a place of this name. */
function placeTerm(names: NameForms, typed: string): QueryTerm | undefined {
  const within = rowsWithin(names, typed);
  return within.length === 0 ? undefined : namesTerm(typed, within);
}

/** The places and offices of theme packs that a name or an id means, with all beneath them; none when there is none. */
export function rowsWithin(names: NameForms, typed: string): readonly NamedRow[] {
  const [term] = parseQuery(`"${typed.replaceAll('"', ' ')}"`, { names, exact: false }).terms;
  const rows = names.rows.get(typed) === undefined ? (term?.names ?? []) : [{ id: typed }];
  return rows.flatMap(({ id }) => withinRow(names, id));
}

/** The last day that a date means: 2016 ends on its 31 December. */
export function lastDay(date: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  if (year === undefined || day !== undefined) return dayOf(date);
  const nextMonth = month === undefined || Number(month) >= 12 ? 1 : Number(month) + 1;
  const nextYear = nextMonth === 1 ? Number(year) + 1 : Number(year);
  const next = dayOf(`${nextYear}-${String(nextMonth).padStart(2, '0')}-01`);
  return next === undefined ? undefined : next - 1;
}
