import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../claims/sentence-parts.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { mentionReader } from './read-mentions.ts';

/** Each rule's own worst case. A quadratic step would not end within the time a test has. */
const WORST: readonly (readonly [string, string])[] = [
  ['telephones', '12-'],
  ['numbers after a cue', 'hotline 1 '],
  ['messenger ids', 'QQ：1'],
  ['addresses', '1 The The '],
  ['Chinese streets', '某路'],
  ['profiles', 't.me/'],
  ['reports', 'report to '],
  ['kin', 'the wife of the '],
  ['the only one', 'the only nurse '],
  ['deeds', 'woman who brought '],
  ['crossings', 'cross at the '],
  ['meetings', 'meet every a '],
  ['groups at risk', 'female refugee '],
  ['Chinese counts', '一名'],
  ['Chinese names', '金桂花'],
  ['Chinese helpers', '收留'],
  ['Chinese custody', '被拘留的'],
  ['Chinese sites', '楼上的'],
  ['Korean names', '김하늘 '],
  ['Korean words', '가 나 '],
  ['Korean sources', '한 그 '],
  ['letters apart', 'ᄀ'],
  ['vowels apart', 'ᅡ'],
  ['marks', 'a\u0301'],
  ['marks alone', '\u0301'],
  ['unseen characters', 'a\u200b'],
  ['unseen characters alone', '\u200b'],
  ['one name', 'Jane Doerwick said JANE '],
  ['notes', 'Through whom: '],
  ['Korean crossings', '아래 여울로 '],
];

const LENGTH = process.env['SLOW'] === '1' ? 1_000_000 : 30_000;

describe('M16: reading mentions stays linear', () => {
  it.each(WORST)('in a text of nothing but %s', (_, seed) => {
    const language = /\p{Script=Hangul}/u.test(seed) ? 'ko' : /\p{Script=Han}/u.test(seed) ? 'zh-Hans' : 'en';
    const layer = sentenceLayer(`x ${seed.repeat(Math.ceil(LENGTH / seed.length))}`, { language });
    const reader = mentionReader(layer, SAMPLE_PACK);
    for (const block of layer.blocks) reader.read(block, sentencesIn(layer, block));
    const found = reader.finish();
    expect(found.filter(({ start, end, surface }) => layer.text.slice(start, end) !== surface)).toEqual([]);
    expect(Math.max(0, ...found.map(({ surface }) => surface.length))).toBeLessThan(2000);
  });

  it('in a text of nothing but names that begin alike', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const letter = (i: number): string => letters[Math.floor(i) % 26] ?? '';
    const name = (i: number): string => `Jane Do${letter(i)}${letter(i / 26)}${letter(i / 676)}wick told JANE. `;
    const count = Math.ceil(LENGTH / name(0).length);
    const layer = sentenceLayer(Array.from({ length: count }, (_, i) => name(i)).join(''), { language: 'en' });
    const reader = mentionReader(layer, SAMPLE_PACK);
    for (const block of layer.blocks) reader.read(block, sentencesIn(layer, block));
    expect(reader.finish().length).toBeGreaterThanOrEqual(count);
  });
});
