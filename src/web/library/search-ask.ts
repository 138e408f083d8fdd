import type { SearchAsk } from '../../serve/api.ts';

/** What a person has set on the Library: what is asked is made from it. */
export interface SearchChoice {
  readonly query: string;
  readonly exact: boolean;
  readonly any: boolean;
  readonly everything: boolean;
  readonly order: 'best' | 'newest';
  readonly language: string;
  readonly kind: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly collection: string;
  readonly without: readonly number[];
  readonly limit: number;
}

export const HITS_AT_FIRST = 20;
/** The server gives no more at once. */
export const MOST_HITS = 200;

export const NO_CHOICE: SearchChoice = {
  query: '',
  exact: false,
  any: false,
  everything: false,
  order: 'best',
  language: '',
  kind: '',
  place: '',
  from: '',
  to: '',
  collection: '',
  without: [],
  limit: HITS_AT_FIRST,
};

const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Whether it may stand in a date field: nothing, or a year, month or day. */
export function isFacetDate(typed: string): boolean {
  return typed === '' || DATE.test(typed);
}

/** What the server is asked; fields that are empty, and dates that are none yet, are left out. */
export function searchAsk(choice: SearchChoice): SearchAsk {
  const { query, exact, any, everything, order, without, limit } = choice;
  return {
    query,
    limit,
    ...(exact && { exact }),
    ...(any && !exact && { any }),
    ...(everything && { everything }),
    ...(order === 'newest' && { order }),
    ...(without.length > 0 && { without }),
    ...filled('language', choice.language),
    ...filled('kind', choice.kind),
    ...filled('place', choice.place.trim()),
    ...filled('from', isFacetDate(choice.from) ? choice.from : ''),
    ...filled('to', isFacetDate(choice.to) ? choice.to : ''),
    ...filled('collection', choice.collection),
  };
}

function filled<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  if (value !== '') found[name] = value;
  return found;
}
