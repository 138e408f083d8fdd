import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePassage } from '../anchor.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import type { Layer } from '../layer.ts';
import { readLayer } from '../read-layer.ts';
import { readClaims } from './read-claims.ts';

const LANGUAGES = ['en', 'zh', 'ko'] as const;

/** Words that rules of three languages begin with, in every order: grammar that no writer would write. */
const WORDS =
  `said that must not if who because while according to 5 12 1,200 133,009 2019年 去年 本月8日 截至2004年底 以来 约 超过 13万3009人 三分之一 七成 元
  不得 应当 严禁 将 表示 ， ： “ ” 。 ； 但 其中 据 称 消息人士 公安局 延边州 我们 呼吁 지난해 10월 부터 약 600여 명 3만5천 원 해야 한다 금지 전망 -라고 말했다
  에 따르면 소식통은 " " , . 며 지만 국경 북한 중국 우리 촉구 @x 1. 一、 第三条 제3조 가. 편집자 주 Translated by 译者： 来源： [1] > * | \u{20BB7} \u0301 \u200b \u202e \ufffd مرحبا`.split(
    /[ \n]+/,
  );

const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '', '', '\n', '\n\n')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((pairs) => pairs.map(([word, gap]) => word + gap).join(''))
  .filter((made) => /\p{L}|\d/u.test(made));

function holds(layer: Layer): void {
  const reading = readClaims(layer, SAMPLE_PACK);
  for (const { passage } of reading.claims) {
    expect(layer.text.slice(passage.start, passage.end)).toBe(passage.quote);
    expect(resolvePassage(layer, passage)).toMatchObject({ ok: true });
  }
  for (const { start, end, surface } of reading.mentions) expect(layer.text.slice(start, end)).toBe(surface);
  expect(readClaims(layer, SAMPLE_PACK)).toEqual(reading);
}

describe('any text at all', () => {
  it('RC8: gives claims whose quotes stand at their offsets, and the same when it is read again', () => {
    const runs = process.env['SLOW'] === '1' ? 20_000 : 100;
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(undefined, '2011', '2011-05-04'),
        (made, language, date) => holds(sentenceLayer(made, { language, ...(date === undefined ? {} : { date }) })),
      ),
      { numRuns: runs },
    );
  });

  const list = join(import.meta.dirname, '../../../../shared/testdata/naughty-strings/blns.json');
  it.skipIf(!existsSync(list))(
    `RC8: so do strings that broke other programs${existsSync(list) ? '' : ': NOT CHECKED, ../shared/testdata/naughty-strings is not beside this checkout'}`,
    () => {
      const strings: readonly string[] = JSON.parse(readFileSync(list, 'utf8'));
      expect(strings.length).toBeGreaterThan(400);
      for (const [at, string] of strings.entries()) {
        const language = LANGUAGES[at % LANGUAGES.length];
        const read = readLayer(new TextEncoder().encode(`${string} ${string}。“${string}” said 표시했다`), {
          fileName: 'x.txt',
        });
        if (!read.ok || language === undefined) continue;
        holds({ ...read.value, blocks: read.value.blocks.map((block) => ({ ...block, language })) });
      }
    },
  );
});

/** Worst cases of the grammars of Chinese and Korean, and of what joins them to claims. */
const WORST: readonly (readonly [(typeof LANGUAGES)[number], string])[] = [
  ['zh', '13万3009人'],
  ['zh', '据据据称'],
  ['zh', '截至去年年底以来'],
  ['zh', '但，而，并，'],
  ['zh', '“他说：'],
  ['zh', '不得应当将'],
  ['zh', '约三分之一至七成'],
  ['zh', '中朝边境延边州'],
  ['ko', '3만5천여 명 '],
  ['ko', '라고 말했다고 '],
  ['ko', '지난해 10월부터 '],
  ['ko', '했으며 하지만 '],
  ['ko', '해야 한다 '],
  ['ko', '에 따르면 '],
  ['ko', '국경 지역 '],
  ['en', ', which must not '],
  ['en', 'he said, she told '],
  ['en', 'the border '],
  ['en', 'to stop this, '],
  ['en', 'To: From: '],
];

describe('reading stays linear', () => {
  const length = process.env['SLOW'] === '1' ? 1_000_000 : 30_000;
  it.each(WORST)('in a %s text of nothing but “%s”', (language, seed) => {
    const layer = sentenceLayer(`x ${seed.repeat(Math.ceil(length / seed.length))}`, { date: '2019-05-15', language });
    const { claims } = readClaims(layer, SAMPLE_PACK);
    expect(Math.max(0, ...claims.map(({ passage }) => passage.quote.length))).toBeLessThan(2000);
  });
});
