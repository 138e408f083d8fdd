import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

/** Each grammar's own worst case. A quadratic step would not end within the time a test has. */
const WORST: Readonly<Record<string, string>> = {
  numbers: '1,234 ',
  'digit groups': '123 456 ',
  'number words': 'two hundred and ',
  scales: 'hundred thousand million ',
  fractions: 'one and a half and ',
  dates: 'early ',
  'date leads': 'since the early mid late ',
  percents: '5 percent to 6 percent and ',
  ranges: 'between 3 and ',
  dashes: '5-6-7-8-',
  slashes: '1/2/',
  comparators: 'more than an estimated ',
  'counted nouns': 'of the number of ',
  'according to': 'according to ',
  lists: 'a, b, and ',
  verbs: 'X said Y told ',
  names: 'Ana Bel Cor ',
  'one long word': 'Ana',
  sources: 'a source in ',
  anonymity: 'who asked not to be ',
  quotations: '"“‘',
  handles: '@a@b',
  addresses: 'http://',
  mails: 'a.b-c@',
  users: 'user “',
  'Chinese counts': '一二三名',
  'Chinese names': '王李张',
  'Chinese posters': '王：',
  'Korean names': '김이박 ',
  'Korean sources': '익명을 요구 ',
  money: '$5 ',
  citations: '[1] ',
  clauses: ', and it is ',
  translators: 'translated by ',
  carriers: 'authorized by ',
  brackets: '((((',
  lines: 'a\n',
  'characters of two units': '\u{20BB7}',
};

const LENGTH = process.env['SLOW'] === '1' ? 1_000_000 : 30_000;

describe('reading stays linear', () => {
  it.each(Object.entries(WORST))('in a text of nothing but %s', (_, seed) => {
    const layer = sentenceLayer(`x ${seed.repeat(Math.ceil(LENGTH / seed.length))}`, {
      date: '2019-05-15',
      language: 'en',
    });
    const { claims, mentions } = readClaims(layer, SAMPLE_PACK);
    const longest = Math.max(0, ...claims.map(({ passage }) => passage.quote.length));
    expect(longest).toBeLessThan(2000);
    expect(mentions.length).toBeLessThan(layer.text.length);
  });
});
