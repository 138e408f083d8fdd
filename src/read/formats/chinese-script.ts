import type { SeenParagraph } from './recogniser.ts';

/** Letters of one page that are aligned at most: enough to tell, and the work grows with their square. */
const MOST_LETTERS = 1500;

interface SeenLetter {
  readonly text: string;
  readonly confidence: number;
}

/** The model of the traditional script is a little surer than the other of what is in neither. */
const SURER = 0.06;

/**
 * Whether a page that the models of both Chinese scripts have read is in the traditional one. Each model writes its own script
 * whatever it sees, and is about as sure of the page as a whole; of the letters that they read differently, the one at home is
 * surer.
 */
export function isTraditional(simplified: readonly SeenParagraph[], traditional: readonly SeenParagraph[]): boolean {
  const different = alignedPairs(hanOf(simplified), hanOf(traditional)).filter(([a, b]) => a.text !== b.text);
  const surer = different.reduce((sum, [a, b]) => sum + b.confidence - a.confidence, 0);
  return surer > SURER * different.length;
}

function hanOf(seen: readonly SeenParagraph[]): readonly SeenLetter[] {
  return seen
    .flatMap(({ lines }) => lines.flatMap(({ words }) => words))
    .flatMap(({ text, confidence }) => [...text].map((each) => ({ text: each, confidence })))
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .slice(0, MOST_LETTERS);
}

/** Letters that stand for each other in the cheapest way from one text to the other. */
function alignedPairs(
  a: readonly SeenLetter[],
  b: readonly SeenLetter[],
): readonly (readonly [SeenLetter, SeenLetter])[] {
  const wide = b.length + 1;
  const cost = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number): number => cost[i * wide + j] ?? 0;
  const changed = (i: number, j: number): number => (a[i]?.text === b[j]?.text ? 0 : 1);
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      cost[i * wide + j] =
        i === 0 || j === 0
          ? i + j
          : Math.min(at(i - 1, j - 1) + changed(i - 1, j - 1), at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  const pairs: (readonly [SeenLetter, SeenLetter])[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    const [own, other] = [a[i - 1], b[j - 1]];
    if (own !== undefined && other !== undefined && at(i, j) === at(i - 1, j - 1) + changed(i - 1, j - 1)) {
      pairs.push([own, other]);
      i--;
      j--;
    } else if (at(i, j) === at(i - 1, j) + 1) i--;
    else j--;
  }
  return pairs;
}
