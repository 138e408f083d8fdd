import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mention, VEIL, veil } from '../read/index.ts';
import { ShownText } from './shown-text.ts';

const RUNS = process.env['SLOW'] === undefined ? 300 : 20_000;

function mention(start: number, end: number, text: string, protection: Mention['protection'] = 'high'): Mention {
  const surface = text.slice(start, end);
  return { start, end, surface, type: 'person', protection, reason: 'named-person', quasiIdentifiers: [] };
}

const CHARACTERS = ['a', ' ', '\n', '이', '鸭', '𠮷', '.', '▒'];

/** A text with mentions in text order, of which some touch or overlap, some are shown, and edges fall anywhere. */
const veiledText = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 60 })
  .map((characters) => characters.join(''))
  .chain((text) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 8 })
      .map((places) => ({
        text,
        mentions: places
          .map(([start, length, shown]) =>
            mention(start, Math.min(text.length, start + length), text, shown ? 'byline' : 'high'),
          )
          .filter(({ start, end }) => end > start)
          .sort((a, b) => a.start - b.start || a.end - b.end),
      })),
  );

describe('the shown text of a layer', () => {
  it('D12: has one veil for words that touch, and says where each stretch went', () => {
    const text = '𠮷 met Ann Bo at the mill.';
    const shown = ShownText.veiled(text, [mention(7, 10, text), mention(10, 13, text), mention(21, 25, text)]);
    expect(shown.text).toBe('𠮷 met ▒▒▒ at the ▒▒▒.');
    expect(shown.veils.map(({ start, end }) => [start, end])).toEqual([
      [7, 10],
      [18, 21],
    ]);
    expect(shown.toShown({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    // "Bo at" begins inside the veil, and takes all of it.
    expect(shown.toShown({ start: 11, end: 16 })).toEqual({ start: 7, end: 13 });
    expect(shown.toLayer({ start: 8, end: 13 })).toEqual({ start: 7, end: 16 });
    expect(shown.toShown({ start: 25, end: 26 })).toEqual({ start: 21, end: 22 });
    // What ends where a veil begins is not part of it, and neither is what begins where it ends.
    expect(shown.toShown({ start: 3, end: 7 })).toEqual({ start: 3, end: 7 });
    expect(shown.toShown({ start: 13, end: 16 })).toEqual({ start: 10, end: 13 });
  });

  it('D12: is one veil where nobody read the text, and the text itself where all of it was asked for', () => {
    const unread = ShownText.veiled('a name', undefined);
    expect([unread.text, unread.toLayer({ start: 1, end: 2 })]).toEqual([VEIL, { start: 0, end: 6 }]);
    expect(ShownText.veiled('', undefined).text).toBe('');
    const open = ShownText.revealed('a name');
    expect([open.text, open.toShown({ start: 2, end: 6 }), open.veils]).toEqual(['a name', { start: 2, end: 6 }, []]);
  });

  it('D12: holds what stands between veils as it is, and no unit of what is protected', () => {
    fc.assert(
      fc.property(veiledText, ({ text, mentions }) => {
        const shown = ShownText.veiled(text, mentions);
        const hidden = mentions.filter(({ protection }) => protection !== 'byline');
        const isHidden = (at: number): boolean => hidden.some(({ start, end }) => start <= at && at < end);
        const kept = [...text.split('').keys()].filter((at) => !isHidden(at));
        for (const at of text.split('').keys()) expect(shown.isOpen({ start: at, end: at + 1 })).toBe(!isHidden(at));
        for (const { start, end } of hidden)
          expect(shown.isOpen({ start: Math.max(0, start - 1), end: end + 1 })).toBe(false);
        const veils = shown.veils.map(({ start, end }) => shown.text.slice(start, end));
        expect(veils).toEqual(veils.map(() => VEIL));
        const around = shown.text
          .split('')
          .filter((_, at) => !shown.veils.some(({ start, end }) => start <= at && at < end));
        expect(around.join('')).toBe(kept.map((at) => text[at]).join(''));
        // The veil of the whole text that the command line prints, wherever the text has no veil of its own.
        if (!text.includes('▒')) expect(shown.text).toBe(veil(text, mentions, 0, text.length));
      }),
      { numRuns: RUNS },
    );
  });

  it('D12: leads every stretch to one that holds it, there and back', () => {
    fc.assert(
      fc.property(veiledText, fc.nat(80), fc.nat(80), ({ text, mentions }, a, b) => {
        const shown = ShownText.veiled(text, mentions);
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        if (span.end === span.start) return;
        const there = shown.toShown(span);
        expect(there.start).toBeLessThan(there.end);
        expect(there.end).toBeLessThanOrEqual(shown.text.length);
        const back = shown.toLayer(there);
        expect(back.start).toBeLessThanOrEqual(span.start);
        expect(back.end).toBeGreaterThanOrEqual(span.end);
        // A stretch that is not wider afterwards touched no veil's inside, and is the same words.
        if (
          back.start === span.start &&
          back.end === span.end &&
          !shown.text.slice(there.start, there.end).includes('▒')
        )
          expect(shown.text.slice(there.start, there.end)).toBe(text.slice(span.start, span.end));
        expect(shown.toShown(back)).toEqual(there);
      }),
      { numRuns: RUNS },
    );
  });
});
