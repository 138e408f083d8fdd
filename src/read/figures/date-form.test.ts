import { expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

function datesOf(text: string): readonly (string | null | undefined)[] {
  const layer = sentenceLayer(text, { date: '2021-05-06', language: 'en' });
  return readClaims(layer, SAMPLE_PACK).claims.map(({ date }) => date?.norm);
}

it('a year before a verb that ends in s is a date, not passed over', () => {
  expect(datesOf('What the office spent in 2018 was nearly 8 million crowns.')).toEqual(['2018']);
  expect(datesOf('The bill for 2018 has reached 3,100 crowns.')).toEqual(['2018']);
});

it('a year that belongs to a name is a date, a number before people is a figure', () => {
  expect(datesOf('The 2019 Summit drew 40 groups.')).toEqual(['2019']);
  expect(datesOf('In the end 2000 people came.')).toEqual(['2021-05-06']);
});
