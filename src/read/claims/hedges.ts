import type { Quantity } from '../claim.ts';
import { SOFTENERS } from '../figures/data/attribution-words.ts';

/** Approximators that stand at a figure and soften the claim, as written. */
export function softenersIn(quote: string, figures: readonly Quantity[]): readonly string[] {
  const stated = figures.map((figure) => ` ${figure.stated.toLowerCase()} `);
  return SOFTENERS.flatMap((word) => {
    if (!stated.some((words) => words.includes(` ${word} `))) return [];
    const at = quote.toLowerCase().indexOf(word);
    return at < 0 ? [] : [quote.slice(at, at + word.length)];
  });
}
