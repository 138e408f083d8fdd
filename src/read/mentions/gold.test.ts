import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import gold from './gold/sentences.json' with { type: 'json' };
import { isProtected } from './veil.ts';

/** Whether a mention covers a surface: it may be longer, but must hold at least half of it. */
function covers(mention: { readonly start: number; readonly end: number }, at: number, length: number): boolean {
  return Math.min(mention.end, at + length) - Math.max(mention.start, at) >= length / 2;
}

function places(text: string, surface: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) found.push(at);
  return found;
}

describe('mentions of the invented sentences', () => {
  it.each(gold.sentences)('holds what it must, and no more, in “$text”', ({ text, language, mentions, ...rest }) => {
    const all = readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).mentions;
    const held = all.filter(isProtected);
    const missed = mentions.filter(
      ({ surface, type }) =>
        !places(text, surface).every((at) => held.some((one) => one.type === type && covers(one, at, surface.length))),
    );
    const touches = (one: { readonly start: number; readonly end: number }, surface: string): boolean =>
      places(text, surface).some((at) => one.start < at + surface.length && at < one.end);
    const extra = held
      .filter((one) => !mentions.some(({ surface }) => touches(one, surface)))
      .map(({ surface }) => surface);
    expect({ missed, extra }).toEqual({ missed: [], extra: [] });
    for (const { surface, protection } of 'open' in rest ? (rest.open ?? []) : []) {
      expect(all.find((one) => one.surface.includes(surface))?.protection).toBe(protection);
    }
  });
});
