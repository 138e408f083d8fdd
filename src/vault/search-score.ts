import { type Alternative, occurrencesOf, occursIn, type QueryTerm, type SearchedText } from '../read/index.ts';

/**
 * BM25 (Robertson and Zaragoza 2009) as it fits questions about paragraphs: repeating a word says little (k1), a rare one
 * says more than its share (RARITY), and words that stand near each other say more than the same words far apart (the
 * unordered window of Metzler and Croft 2005). Chosen by measurement on the published question sets (docs/measures.md).
 *
 * Overlapping pairs of one run are no independent evidence, as BM25 has it: who says 超级碗 says 超级 and 级碗 at once, and a
 * name of five characters would count four times. A stretch of a run that stands in a text counts as its rarest pair does, and
 * little more for each other.
 */
const K1 = 0.9;
const B = 0.5;
const RARITY = 1.2;
/** How much the word as it was typed adds to any word of its stem. */
const AS_TYPED = 0.5;
/** How much the other pairs of a stretch add to its rarest. */
const OVERLAPPING = 0.1;
/** How much single Han characters add, weighed by how few of the candidates have them. */
const CHARACTERS = 3;
/** How much the best stretch adds, weighed by the distinct terms in it; and how long one is, in UTF-16 units. */
const NEAR = 1.2;
const STRETCH = 120;

export interface WeighedTerm {
  readonly term: QueryTerm;
  /** Passages of the index in which it stands, in any of its forms. */
  readonly passages: number;
  /** Passages in which it stands as it was typed, where other forms of the word count too. */
  readonly asTyped: number | undefined;
}

/**
 * Scores the texts of candidates by all terms of a question; in the order of the texts. Terms come in the order of the
 * question: that tells which pairs of characters overlap. `totals` are of the whole index, so that equal entries give equal
 * scores.
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
  const weights = terms.map(({ passages }) => rarity(totals.passages, passages) ** RARITY);
  const overlapping = terms.map(({ term }, i) => overlaps(terms[i - 1]?.term, term));
  const besides = [
    ...terms.flatMap(({ term, asTyped }) => {
      const typed = typedOf(term);
      return asTyped === undefined || typed === undefined
        ? []
        : [{ term: { ...term, alternatives: [typed] }, weight: AS_TYPED * rarity(totals.passages, asTyped) ** RARITY }];
    }),
    ...characters.map((term) => {
      const having = texts.filter((text) => occursIn(text, term)).length;
      return { term, weight: CHARACTERS * Math.log(1 + (texts.length - having + 0.5) / (having + 0.5)) ** RARITY };
    }),
  ];
  return texts.map((text) => {
    const norm = K1 * (1 - B + (B * text.length) / average);
    const saturated = (count: number): number => (count === 0 ? 0 : (count * (K1 + 1)) / (count + norm));
    const places: Place[] = [];
    let score = 0;
    let run = 0;
    for (const [i, { term }] of terms.entries()) {
      const found = occurrencesOf(text, term);
      const value = (weights[i] ?? 0) * saturated(found.length);
      if (value > 0 && overlapping[i] === true) {
        score += OVERLAPPING * Math.min(run, value);
        run = Math.max(run, value);
      } else {
        score += run;
        run = value;
      }
      for (const { start } of found) places.push({ start, term: i });
    }
    score += run;
    for (const { term, weight } of besides) score += weight * saturated(occurrencesOf(text, term).length);
    return score + NEAR * bestStretch(places, weights);
  });
}

/** Whether two pairs share the character between them, in the run that both were taken from. */
function overlaps(before: QueryTerm | undefined, term: QueryTerm): boolean {
  const [first] = before?.alternatives ?? [];
  const [second] = term.alternatives;
  if (first?.type !== 'units' || second?.type !== 'units' || second.units.length !== 2) return false;
  const [shared] = second.units;
  return shared !== undefined && first.units.length === 2 && first.units[1] === shared;
}

interface Place {
  readonly start: number;
  readonly term: number;
}

/** The most that the distinct terms of one stretch weigh together. */
function bestStretch(places: Place[], weights: readonly number[]): number {
  places.sort((a, b) => a.start - b.start);
  const counts = new Map<number, number>();
  let first = 0;
  let weight = 0;
  let best = 0;
  for (const { start, term } of places) {
    const have = counts.get(term) ?? 0;
    counts.set(term, have + 1);
    if (have === 0) weight += weights[term] ?? 0;
    for (let at = places[first]; at !== undefined && at.start < start - STRETCH; at = places[++first]) {
      const left = (counts.get(at.term) ?? 0) - 1;
      counts.set(at.term, left);
      if (left === 0) weight -= weights[at.term] ?? 0;
    }
    best = Math.max(best, weight);
  }
  return best;
}

/** A term as it was typed, where it has other forms of the word beside it. */
export function typedOf({ alternatives }: QueryTerm): Alternative | undefined {
  return alternatives.some(({ type }) => type === 'stem')
    ? alternatives.find(({ type, why }) => type === 'units' && why === undefined)
    : undefined;
}

function rarity(all: number, having: number): number {
  return Math.max(1e-6, Math.log((all - having + 0.5) / (having + 0.5)));
}
