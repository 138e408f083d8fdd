import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { plainLetters } from './plain-letters.ts';
import { isProtected, veil } from './veil.ts';

const held = (text: string, language: string): readonly (readonly [string, string])[] => {
  const layer = sentenceLayer(text, { language });
  return readClaims(layer, SAMPLE_PACK)
    .mentions.filter(isProtected)
    .map(({ type, surface, start, end }) => {
      expect(surface).toBe(layer.text.slice(start, end));
      return [type, surface];
    });
};

describe('M17: mentions are read in plain letters', () => {
  it.each<readonly [string, string, string, readonly (readonly [string, string])[]]>([
    [
      'Hangul as macOS writes it',
      '김용호 씨(34세)가 왔다.'.normalize('NFD'),
      'ko',
      [
        ['person', '김용호'.normalize('NFD')],
        ['age', '34세'.normalize('NFD')],
      ],
    ],
    ['digits of full width', '연락처: ０１０－１２３４－５６７８', 'ko', [['contact', '０１０－１２３４－５６７８']]],
    ['letters of full width', 'Ｊane Ｄoerwick told the court.', 'en', [['person', 'Ｊane Ｄoerwick']]],
    ['soft hyphens', '“Yes,” Jane Doer\u00ADwick told the court.', 'en', [['person', 'Jane Doer\u00ADwick']]],
    [
      'zero-width spaces',
      'Jane D\u200Boer\u200Bwick\u200E told the court.',
      'en',
      [['person', 'Jane D\u200Boer\u200Bwick']],
    ],
    [
      'a mail address cut',
      'Write to jane.doe\u200Brwick@exam\u00ADple.org now.',
      'en',
      [['handle', 'jane.doe\u200Brwick@exam\u00ADple.org']],
    ],
    ['a passport cut', 'Passport no. M1234\u200B5678 was taken.', 'en', [['document-number', 'M1234\u200B5678']]],
    ['a hyphen that does not break', 'Kim Yong\u2011ho told the court.', 'en', [['person', 'Kim Yong\u2011ho']]],
  ])('%s', (_, text, language, mentions) => expect(held(text, language)).toEqual(mentions));

  it('the veil leaves no letter of a name that was cut', () => {
    const layer = sentenceLayer('Later Jane Doer\u00ADwick came to Orrin.', { language: 'en' });
    expect(veil(layer.text, readClaims(layer, SAMPLE_PACK).mentions, 0, layer.text.length)).toBe(
      'Later ▒▒▒ came to Orrin.',
    );
  });

  it('a text in plain letters needs no second', () => {
    expect(['Jane said “no”; 3,400 left.', '他说：“两人，三天。”', '김용호가 왔다.'].map(plainLetters)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('a part of what was composed leads back to all of it', () => {
    const plain = plainLetters('ﬁaﬁ\u0301');
    expect(plain?.text).toBe('fiafí');
    expect(plain?.given({ start: 4, end: 5 })).toEqual({ start: 2, end: 4 });
  });

  it('every stretch leads back to the letters it came from', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      ' ',
      '\u00AD',
      '\u200B',
      'é',
      '용'.normalize('NFD'),
      '３',
      '，',
      '\uFE0F',
      'ﬁ',
      '😀',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(14), fc.nat(14), (pieces, a, b) => {
        const given = pieces.join('');
        const plain = plainLetters(given);
        if (plain === undefined) return;
        const [start, end] = [Math.min(a, b, plain.text.length), Math.min(Math.max(a, b), plain.text.length)];
        const span = plain.given({ start, end });
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(given.length);
        const words = given.slice(span.start, span.end);
        const whole = (text: string): string => text.normalize('NFD').replace(/\p{M}|\p{Cs}/gu, '');
        expect(whole(plainLetters(words)?.text ?? words)).toContain(whole(plain.text.slice(start, end)));
        expect(plain.placeOf(0)).toBe(0);
        expect(plain.placeOf(given.length)).toBe(plain.text.length);
      }),
    );
  });
});
