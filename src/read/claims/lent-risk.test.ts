import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { readClaims } from './read-claims.ts';

const risksOf = (text: string, language: Language): readonly string[] =>
  readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).claims.map(({ passage, signal }) => {
    if (signal === null) return `${passage.quote.slice(0, 12)}: none`;
    const from = signal.basis === undefined ? 'its own words' : text.slice(signal.basis.start, signal.basis.end);
    return `${passage.quote.slice(0, 12)}: ${signal.category} (${from})`;
  });

describe('RC14: what a claim goes on with names its risk', () => {
  const cases: readonly (readonly [Language, string, readonly string[]])[] = [
    [
      'en',
      'Forty people were deported in May. Some of them had lived there for years.',
      ['Forty people: refoulement (its own words)', 'Some of them: refoulement (deported)'],
    ],
    [
      'en',
      'Forty people were deported in May. Tulips bloomed very late in the garden.',
      ['Forty people: refoulement (its own words)', 'Tulips bloom: none'],
    ],
    [
      'en',
      'Forty people were deported in May. Another twenty were held and sent.',
      ['Forty people: refoulement (its own words)', 'Another twen: refoulement (its own words)'],
    ],
    [
      'en',
      'Villagers who report a stranger get 300 yuan. The money is paid within a week.',
      ['Villagers wh: informing (its own words)', 'The money is: informing (report a stranger)'],
    ],
    [
      'zh',
      '上月有四十人被遣返。其中十人是儿童。',
      ['上月有四十人被遣返。: refoulement (its own words)', '其中十人是儿童。: refoulement (遣返)'],
    ],
    [
      'ko',
      '지난달 40명이 강제 송환됐다. 이 가운데 열 명은 어린이였다.',
      ['지난달 40명이 강제 : refoulement (its own words)', '이 가운데 열 명은 어: refoulement (강제 송환)'],
    ],
  ];
  it.each(cases)('%s: %s', (language, text, wanted) => {
    expect(risksOf(text, language)).toEqual(wanted);
  });
});
