import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention, Protection } from '../claim.ts';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { reasonsAgainstDraft } from './draft-hold.ts';
import { veil } from './veil.ts';

const TEXT = 'Two women met Dana Quill in Orrin.';
const mention = (surface: string, protection: Protection, type: Mention['type'] = 'person'): Mention => {
  const start = TEXT.indexOf(surface);
  return {
    start,
    end: start + surface.length,
    surface,
    type,
    protection,
    reason: 'named-person',
    quasiIdentifiers: [],
  };
};

describe('the veil', () => {
  it('covers protected words and leaves the rest', () => {
    const mentions = [mention('Two women', 'low-count', 'low-count'), mention('Dana Quill', 'high')];
    expect(veil(TEXT, mentions, 0, TEXT.length)).toBe('▒▒▒ met ▒▒▒ in Orrin.');
  });

  it('leaves bylines and public figures', () => {
    expect(veil(TEXT, [mention('Dana Quill', 'byline')], 0, TEXT.length)).toBe(TEXT);
    expect(veil(TEXT, [mention('Dana Quill', 'public-figure')], 0, TEXT.length)).toBe(TEXT);
  });

  it('covers words that reach into the stretch from outside', () => {
    expect(veil(TEXT, [mention('Dana Quill', 'high')], TEXT.indexOf('Quill'), TEXT.length)).toBe('▒▒▒ in Orrin.');
  });

  it('makes one veil of mentions that overlap or touch', () => {
    const mentions = [mention('Two', 'low-count'), mention('Two women', 'singling-out'), mention('women met', 'high')];
    expect(veil(TEXT, mentions, 0, 20)).toBe('▒▒▒ Dana Q');
  });

  it('never shows a character of a protected word, whatever the mentions and the stretch', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(12), fc.constantFrom<Protection>('high', 'byline'));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.nat(40), fc.nat(40), (spans, a, b) => {
        // Each character is unlike all others, so that what is shown tells where it came from.
        const text = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
        const mentions = spans
          .map(([start, length, protection]): Mention => {
            const end = start + length + 1;
            return {
              start,
              end,
              surface: text.slice(start, end),
              type: 'person',
              protection,
              reason: 'named-person',
              quasiIdentifiers: [],
            };
          })
          .sort((one, other) => one.start - other.start);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const shown = veil(text, mentions, from, to);
        for (let i = from; i < to; i++) {
          const held = mentions.some(({ start, end, protection }) => protection === 'high' && start <= i && i < end);
          expect(shown.includes(text.charAt(i))).toBe(!held);
        }
      }),
    );
  });
});

describe('what a draft must not hold', () => {
  const judge = (text: string): readonly (readonly string[] | undefined)[] => {
    const layer = sentenceLayer(text, { language: 'en' });
    const { claims, mentions } = readClaims(layer, SAMPLE_PACK);
    return claims.map((claim) => reasonsAgainstDraft(claim, mentions, layer));
  };

  it('is nothing in a large figure of an office', () => {
    expect(judge('The Ministry of Interior counted 4,300 newcomers in Tessany.')).toEqual([undefined]);
  });

  it('is a count of ten or fewer people', () => {
    expect(judge('Police detained three men.')).toEqual([['low-count']]);
    expect(judge('Between 3 and 40 women were held.')).toEqual([['low-count']]);
  });

  it('is an unnamed source, also when only the sentence before names it', () => {
    expect(judge('According to a trader in Orrin, 40 boats left. Some 300 boats remain.')).toEqual([
      ['unnamed-source'],
      ['unnamed-source'],
    ]);
  });

  it('is an age, a handle or a person beside the figure', () => {
    expect(judge('Of the 400 detained, the 17-year-old was freed.')).toEqual([['age']]);
    expect(judge('@orrin_watch counted 400 boats.')).toEqual([['handle']]);
    expect(judge('Pastor Ilan Dorr has sheltered 400 refugees.')).toEqual([['person']]);
  });
});
