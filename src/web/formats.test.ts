import { describe, expect, it } from 'vitest';
import { edtfWords } from './formats.ts';

/** The id and what is said with it, so that a test sees both. */
const say = (id: string, values: Readonly<Record<string, string | number>> = {}): string =>
  `${id}(${Object.values(values).join(', ')})`;

describe('a date in words keeps its precision', () => {
  it.each([
    ['2016', 'en', '2016'],
    ['2016-04', 'en', 'April 2016'],
    ['2016-04-12', 'en', 'April 12, 2016'],
    ['2016-04-12', 'ko', '2016년 4월 12일'],
    ['2016-04', 'zh-Hans', '2016年4月'],
    ['2019~', 'en', 'date.about(2019)'],
    ['2019-11?', 'en', 'date.perhaps(November 2019)'],
    ['199X', 'en', 'date.decade(1990)'],
    ['../2016', 'en', 'date.until(2016)'],
    ['2016-03/..', 'en', 'date.since(March 2016)'],
    ['2015/2016', 'en', 'date.range(2015, 2016)'],
    ['2016-13', 'en', '2016-13'],
    ['spring', 'en', 'spring'],
  ])('%s in %s', (edtf, locale, expected) => {
    expect(edtfWords(edtf, locale, say)).toBe(expected);
  });
});
