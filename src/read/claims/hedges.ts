import type { Quantity } from '../claim.ts';
import { HEDGES, SOFTENERS } from '../figures/data/attribution-words.ts';

/** Hedging words in the order of the list, as written; of the approximators those that stand at a figure. */
export function hedgesIn(quote: string, figures: readonly Quantity[]): string[] {
  const whole = plainWords(quote);
  const stated = figures.map((figure) => plainWords(figure.stated)).join('|');
  const hedges = HEDGES.filter((word) => whole.includes(` ${word} `));
  const soft = SOFTENERS.filter((word) => stated.includes(` ${word} `));
  return [...hedges, ...soft].flatMap((word) => {
    const at = quote.toLowerCase().indexOf(word);
    const found = quote.slice(at, at + word.length);
    return at < 0 || found === 'May' ? [] : [found];
  });
}

function plainWords(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}
