import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePassage } from '../anchor.ts';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

/** Words that every rule begins with, in every order: grammar that no writer would write. */
const WORDS =
  `about over more than at least up to between from to and or of in the a an half third quarters one two three hundred
  thousand million dozen dozens many several most few 5 12 1,200 2,5 3/4 ½ 2019 1990 17 30s $ € £5m 10k % percent yuan crowns won
  last year years ago since until by early mid late August Monday 4 May 2011 2011-05-04 5/6/2011 aged old their 17-year-old women
  men refugees people families cases camps who that which , ; — – - . : ( ) [1] “ ” ’ ' said told according statistics source
  sources he she it police Ministry Interior Dana Quill Orrin Tessany Varnow County our area fell rose reached number ~ > ≤ = + ° @x
  desk@example.org https://example.org/1 两名 三人 岁 记者 王 ： 두 명 30대 씨 김 기자 \u{20BB7} \u0301 \u00a0 \u200b \ufffd`.split(
    /[ \n]+/,
  );

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '\n', '\n\n')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((pairs) => pairs.map(([word, gap]) => word + gap).join(''))
  .filter((made) => /\p{L}|\d/u.test(made));

describe('any text at all', () => {
  it('gives claims whose quotes stand at their anchors, and mentions whose words stand where they say', () => {
    const runs = process.env['SLOW'] === '1' ? 20_000 : 150;
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, '2011', '2011-05', '2011-05-04', '2011-05-04/..'), (made, date) => {
        const layer = sentenceLayer(made, { language: 'en', ...(date === undefined ? {} : { date }) });
        const { claims, mentions } = readClaims(layer, SAMPLE_PACK);
        for (const { passage } of claims) expect(resolvePassage(layer, passage)).toMatchObject({ ok: true });
        for (const { start, end, surface } of mentions) expect(layer.text.slice(start, end)).toBe(surface);
        const starts = mentions.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: runs },
    );
  });
});
