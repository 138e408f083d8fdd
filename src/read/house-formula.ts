import { HOUSE_FORMULAS } from './data/house-formulas.ts';
import type { Block, Found } from './layer.ts';

/** Where a report says that its own paper found something out, it says so early. */
const BLOCKS_LOOKED_AT = 40;

/**
 * The paper that speaks of itself in a report (docs/read.md L46): "…, Valley Courier has learned". Undefined when no block
 * says so, or two name different papers.
 */
export function housePublisher(text: string, blocks: readonly Block[]): Found | undefined {
  const found: Found[] = [];
  for (const block of blocks.filter(({ label }) => label === 'content').slice(0, BLOCKS_LOOKED_AT)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 3000));
    for (const formula of HOUSE_FORMULAS) {
      const match = formula.exec(words);
      const value = match?.[1];
      if (match === null || value === undefined) continue;
      const start = block.start + match.index + match[0].indexOf(value);
      found.push({ value, from: 'body', start, end: start + value.length });
    }
  }
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
}
