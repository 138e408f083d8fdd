import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPassage, fromCodePoints, resolvePassage, toCodePoints } from './anchor.ts';
import type { Layer } from './layer.ts';
import { readLayer } from './read-layer.ts';

const RUNS = process.env['SLOW'] === '1' ? 10_000 : 300;

function layerOf(text: string): Layer {
  const result = readLayer(new TextEncoder().encode(text), { fileName: 'a.txt' });
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

const words = fc
  .array(fc.constantFrom('The bridge is closed. ', '𠮷', '다리가 닫혔다. ', '河边。', 'a', ' ', 'é', '\n\n', '12'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => `x${parts.join('')}y`);

describe('an anchor', () => {
  it('quotes its layer at its own offsets and is found there again, whatever the cut', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        const layer = layerOf(text);
        const start = a % layer.text.length;
        const end = start + 1 + (b % (layer.text.length - start));
        const passage = anchorPassage(layer, { start, end });
        expect(passage.quote).toBe(layer.text.slice(passage.start, passage.end));
        expect(passage.start <= start && passage.end >= end && passage.end - passage.start <= end - start + 2).toBe(
          true,
        );
        for (const part of [passage.quote, passage.prefix, passage.suffix]) expect(part.isWellFormed()).toBe(true);
        expect([...passage.prefix].length).toBe(Math.min(32, [...layer.text.slice(0, passage.start)].length));
        expect([...passage.suffix].length).toBe(Math.min(32, [...layer.text.slice(passage.end)].length));
        expect(resolvePassage(layer, passage)).toEqual({
          ok: true,
          value: { start: passage.start, end: passage.end, by: 'position' },
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('in another version of the text is found by its context or reported lost, never moved', () => {
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (text, added, a, b) => {
        const before = layerOf(text);
        const start = a % before.text.length;
        const passage = anchorPassage(before, { start, end: start + 1 + (b % (before.text.length - start)) });
        const after = layerOf(`${added}\n\n${text}`);
        const found = resolvePassage(after, passage);
        if (!found.ok) return;
        expect(after.text.slice(found.value.start, found.value.end)).toBe(passage.quote);
        const { prefix, suffix } = passage;
        const holds =
          after.text.slice(0, found.value.start).endsWith(prefix) || after.text.startsWith(suffix, found.value.end);
        expect(holds).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  const sentence = 'The office closed its doors.';
  it('on a repeated sentence keeps the one that was meant', () => {
    const first = layerOf(
      `Spring came to the upper town early this year. ${sentence} Nobody knew why it had to be so.\n\nLater on, in autumn, it happened again there. ${sentence} Then everybody knew.`,
    );
    const second = first.text.lastIndexOf(sentence);
    const passage = anchorPassage(first, { start: second, end: second + sentence.length });
    const longer = layerOf(`An added line.\n\n${first.text}`);
    const found = resolvePassage(longer, passage);
    expect(found).toEqual({
      ok: true,
      value: { start: second + 16, end: second + 16 + sentence.length, by: 'context' },
    });
  });

  it('is lost when its words are gone, or stand twice in the same context', () => {
    const layer = layerOf(`Before it all. ${sentence} After it all.`);
    const at = layer.text.indexOf(sentence);
    const passage = anchorPassage(layer, { start: at, end: at + sentence.length });
    expect(resolvePassage(layerOf('Quite another text.'), passage)).toEqual({
      ok: false,
      error: { type: 'anchor-lost' },
    });
    expect(resolvePassage(layerOf(`x\n\n${layer.text}\n\n${layer.text}`), passage).ok).toBe(false);
    expect(resolvePassage(layer, { ...passage, quote: 'The office opened its doors.' }).ok).toBe(false);
  });

  it('counts code points for selectors and comes back from them', () => {
    const text = 'a𠮷b다𠮷';
    expect(toCodePoints(text, { start: 1, end: 5 })).toEqual({ start: 1, end: 4 });
    expect(fromCodePoints(text, { start: 1, end: 4 })).toEqual({ start: 1, end: 5 });
    expect(fromCodePoints(text, { start: 0, end: 6 })).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (any, a, b) => {
        const length = [...any].length;
        const start = a % (length + 1);
        const span = { start, end: start + (b % (length - start + 1)) };
        const units = fromCodePoints(any, span);
        expect(units && toCodePoints(any, units)).toEqual(span);
        expect(units && any.slice(units.start, units.end)).toBe([...any].slice(span.start, span.end).join(''));
      }),
      { numRuns: RUNS },
    );
  });
});
