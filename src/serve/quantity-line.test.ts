import { expect, test } from 'vitest';
import { readQuantityLine } from './quantity-line.ts';

test('a line is words of the text, what they mean, a unit, and what is counted', () => {
  const read = (line: string): unknown => {
    const quantity = readQuantityLine(line);
    return quantity.ok ? quantity.value : quantity.error;
  };
  const said = { unit: 'persons', counts: '' };
  const none = { value: null, low: null, high: null };
  expect(
    [
      ...['over 90 => >90 persons boat people', '90 => 90 persons', 'a => b => ~ 90 persons'],
      ...['10 to 20 => 10 .. 20 persons', 'many => ? persons'],
    ].map(read),
  ).toEqual([
    { ...said, ...none, stated: 'over 90', op: '>', value: 90, counts: 'boat people' },
    { ...said, ...none, stated: '90', op: '=', value: 90 },
    { ...said, ...none, stated: 'a => b', op: '~', value: 90 },
    { ...said, ...none, stated: '10 to 20', op: '..', low: 10, high: 20 },
    { ...said, ...none, stated: 'many', op: '?' },
  ]);
  expect(['many words', '90 => 90', '20 to 10 => 20..10 persons', '90 => =x persons'].map(read)).toEqual([
    { part: 'stated', type: 'lacking' },
    { part: 'unit', type: 'lacking' },
    { part: 'high', type: 'reversed' },
    { part: 'value', type: 'not-a-number' },
  ]);
});
