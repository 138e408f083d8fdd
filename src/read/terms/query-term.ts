import { formKey, type NamedRow } from './name-forms.ts';
import type { Unit } from './units.ts';
import type { Value } from './values.ts';

/** Why a query asks for something that was not typed. */
export type AdditionReason = 'stem' | 'particle' | 'ending' | 'spelling' | 'name' | 'number' | 'date';

/** One thing that a term may stand for in a text. */
export type Alternative =
  | { readonly type: 'units'; readonly units: readonly Unit[]; readonly text: string; readonly why?: AdditionReason }
  /** Words of one stem. */
  | { readonly type: 'stem'; readonly unit: Unit; readonly text: string; readonly why: 'stem' }
  | { readonly type: 'value'; readonly value: Value; readonly text: string; readonly why: 'number' | 'date' };

/** One thing that is asked for: any of its alternatives will do. */
export interface QueryTerm {
  /** As it was typed. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
  /** Rows of packs whose name it is; more than one when the name is ambiguous. */
  readonly names: readonly NamedRow[];
  /** Whether it was typed in quotation marks: nobody takes it apart then. */
  readonly isPhrase?: boolean;
  /** Where OR stood between several, each of them. */
  readonly operands?: readonly QueryTerm[];
}

/** Terms that one query may hold. Longer ones are cut, and say so. */
export const MOST_TERMS = 200;

/** Other words of the stem of an English one. */
export function stems(units: readonly Unit[]): readonly Alternative[] {
  const [unit] = units;
  if (units.length !== 1 || unit?.kind !== 'word' || !/^[a-z]{3,}$/.test(unit.text)) return [];
  return [{ type: 'stem', unit, text: unit.text, why: 'stem' }];
}

/** All names of some rows. */
export function nameAlternatives(rows: readonly NamedRow[]): readonly Alternative[] {
  return rows.flatMap(({ forms }) =>
    forms.map(({ text, units }): Alternative => ({ type: 'units', units, text, why: 'name' })),
  );
}

/** What an alternative asks for, so that none is asked for twice. */
function alternativeKey(alternative: Alternative): string {
  switch (alternative.type) {
    case 'units':
      return `units ${formKey(alternative.units)}`;
    case 'stem':
      return `stem ${alternative.unit.text}`;
    case 'value':
      return `${alternative.value.kind} ${alternative.value.value}`;
  }
}

/** Alternatives of which no two ask for the same. */
export function distinctAlternatives(alternatives: readonly Alternative[]): readonly Alternative[] {
  const seen = new Set<string>();
  return alternatives.filter((each) => {
    const key = alternativeKey(each);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** Terms of which no two ask for the same. */
export function distinct(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    const key = term.alternatives.map(alternativeKey).join('|');
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
