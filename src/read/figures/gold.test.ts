import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import gold from './gold/sentences.json' with { type: 'json' };
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

interface Numbers {
  readonly op: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

const key = ({ op, value, low, high, unit }: Numbers): string =>
  `${op} ${value === null ? '' : Number(value.toPrecision(10))} [${low},${high}] ${unit}`;

describe('figures of the invented sentences', () => {
  it.each(gold.sentences)('reads “$text”', ({ text, documentDate, figures, ...rest }) => {
    const claims = readClaims(sentenceLayer(text, { date: documentDate, language: 'en' }), SAMPLE_PACK).claims;
    const quantities = claims.flatMap(({ quantity }) => quantity).map(key);
    expect(quantities.sort()).toEqual(figures.map(key).sort());
    if ('date' in rest) expect(claims[0]?.date?.norm).toBe(rest.date);
  });
});
