import { occurrencesOf, type QueryTerm, type SearchedText } from '../read/index.ts';

/**
 * BM25 (Robertson and Zaragoza 2009) as it fits questions about paragraphs: repeating a word says little (k1), a rare one
 * says more than its share (RARITY). Chosen by measurement on the published question sets (docs/measures.md).
 */
const K1 = 0.4;
const B = 0.6;
const RARITY = 1.3;
/** How much single Han characters add, weighed by how few of the candidates have them. */
const CHARACTERS = 0.5 * 3 ** RARITY;

export interface WeighedTerm {
  readonly term: QueryTerm;
  /** Passages of the index in which it stands. */
  readonly passages: number;
}

/**
 * Scores the texts of candidates by all terms of a question; in the order of the texts. `totals` are of the whole index,
 * so that equal entries give equal scores.
 */
export function questionScores(
  texts: readonly SearchedText[],
  options: {
    readonly terms: readonly WeighedTerm[];
    readonly characters: readonly QueryTerm[];
    readonly totals: { readonly passages: number; readonly terms: number };
  },
): readonly number[] {
  const { terms, characters, totals } = options;
  const average = Math.max(1, totals.terms / Math.max(1, totals.passages));
  const weighed = [
    ...terms.map(({ term, passages }) => ({ term, weight: rarity(totals.passages, passages) ** RARITY })),
    ...characters.map((term) => {
      const having = texts.filter(({ places }) => places.has(term.text)).length;
      return { term, weight: CHARACTERS * Math.log(1 + (texts.length - having + 0.5) / (having + 0.5)) ** RARITY };
    }),
  ];
  return texts.map((text) => {
    const norm = K1 * (1 - B + (B * text.units.length) / average);
    let score = 0;
    for (const { term, weight } of weighed) {
      const count = occurrencesOf(text, term).length;
      if (count > 0) score += (weight * count * (K1 + 1)) / (count + norm);
    }
    return score;
  });
}

function rarity(all: number, having: number): number {
  return Math.max(1e-6, Math.log((all - having + 0.5) / (having + 0.5)));
}
