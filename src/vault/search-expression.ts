import { type Alternative, englishStem, phraseTerms, type QueryTerm, valueTerm } from '../read/index.ts';

/**
 * A query in the words of FTS5. Every term stands in quotation marks and holds letters, digits and our own marks alone,
 * so nothing that was typed is ever an operator. What it finds is at least what `occurrencesOf` finds.
 */
export function allOf(terms: readonly QueryTerm[]): string {
  return terms
    .map((term) => anyOf([term]))
    .filter((any) => any !== '')
    .map((any) => `(${any})`)
    .join(' AND ');
}

/** The same when any of the terms will do. */
export function anyOf(terms: readonly QueryTerm[]): string {
  return [...new Set(terms.flatMap(({ alternatives }) => alternatives.flatMap(alternativeExpressions)))].join(' OR ');
}

/** The phrases of the index for one alternative: several where words and their stems are indexed apart. */
export function alternativeExpressions(alternative: Alternative): readonly string[] {
  switch (alternative.type) {
    case 'units': {
      const { terms, lastIsPrefix } = phraseTerms(alternative.units);
      return terms.length === 0 ? [] : [`"${terms.join(' ')}"${lastIsPrefix ? ' *' : ''}`];
    }
    case 'stem': {
      const stem = englishStem(alternative.unit.text) ?? alternative.unit.text;
      return [`"${valueTerm('stem', stem)}"`, `"${stem}"`];
    }
    case 'value':
      return [`"${valueTerm(alternative.value.kind, alternative.value.value)}"`];
  }
}
