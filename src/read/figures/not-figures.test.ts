import { expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

function figuresOf(text: string): readonly string[] {
  const layer = sentenceLayer(text, { date: '2021-05-06', language: 'en' });
  return readClaims(layer, SAMPLE_PACK).claims.flatMap(({ quantity }) => quantity.map(({ stated }) => stated));
}

it('a number within a name is no figure', () => {
  expect(figuresOf('The annual "Two Assemblies" began, and 40 groups came.')).toEqual(['40']);
  expect(figuresOf('Below the Three Weirs the water rose.')).toEqual([]);
});

it('a number that begins a sentence, or counts what is written small, is one', () => {
  expect(figuresOf('Two Torvian clerks were fined.')).toEqual(['Two']);
  expect(figuresOf('They fined two clerks and twelve guards.')).toEqual(['two', 'twelve']);
});
