import { describe, expect, it } from 'vitest';
import { idFromBytes } from '../../base/index.ts';
import type { Claim, Quantity } from '../claim.ts';
import { makeClaim } from './make-claim.ts';

const TEXT = 'About 40 boats left Orrin. Relief Office, 4 May 2011';
const quantity: Quantity = {
  stated: 'About 40',
  value: 40,
  low: null,
  high: null,
  unit: 'items',
  counts: 'boats',
  op: '~',
};
const claim: Claim = {
  kind: 'statistic',
  passage: {
    layer: idFromBytes('Sha256', new Uint8Array(32)),
    start: 0,
    end: 26,
    quote: 'About 40 boats left Orrin.',
    prefix: '',
    suffix: ' Relief Office',
  },
  attribution: [{ role: 'issuer', name: 'Relief Office', basis: { from: 'closing-block', start: 27, end: 40 } }],
  date: { stated: null, norm: '2011-05-04', basis: { from: 'document-date', start: 42, end: 52 } },
  place: [{ stated: 'Orrin' }],
  quantity: [quantity],
  hedge: [],
  rule: null,
  event: null,
  signal: null,
  option: null,
  stance: null,
};

describe('a claim says no more than its text', () => {
  it('is made when every value stands in the passage or at a basis', () => {
    expect(makeClaim(TEXT, claim)).toBe(claim);
  });

  const refused: readonly [string, Claim][] = [
    ['a quote that does not stand at its offsets', { ...claim, passage: { ...claim.passage, start: 1 } }],
    ['an empty quote', { ...claim, passage: { ...claim.passage, end: 0, quote: '' } }],
    ['a number the words do not give', { ...claim, quantity: [{ ...quantity, value: 400 }] }],
    ['words that are not in the passage', { ...claim, quantity: [{ ...quantity, stated: 'About 41', value: 41 }] }],
    ['a value for a vague count', { ...claim, quantity: [{ ...quantity, op: '?' }] }],
    ['a range without bounds', { ...claim, quantity: [{ ...quantity, op: '..', value: null }] }],
    ['an exact count without value', { ...claim, quantity: [{ ...quantity, op: '=', value: null }] }],
    ['a date from nowhere', { ...claim, date: { stated: null, norm: '2011' } }],
    ['a year its words do not say', { ...claim, date: { stated: 'left', norm: '2011' } }],
    ['a place from nowhere', { ...claim, place: [{ stated: 'Varnow' }] }],
    [
      'a place that its basis does not name',
      { ...claim, place: [{ stated: 'Varnow', basis: { from: 'closing-block', start: 27, end: 40 } }] },
    ],
    ['a source from nowhere', { ...claim, attribution: [{ role: 'speaker', name: 'Dana Quill' }] }],
    [
      'a basis beyond the text',
      { ...claim, attribution: [{ role: 'issuer', name: null, basis: { from: 'heading', start: 50, end: 500 } }] },
    ],
    ['a hedge that was not said', { ...claim, hedge: ['reportedly'] }],
  ];

  it.each(refused)('is refused for %s', (_, draft) => {
    expect(() => makeClaim(TEXT, draft)).toThrow();
  });
});
