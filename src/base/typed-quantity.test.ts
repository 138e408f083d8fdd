import { expect, test } from 'vitest';
import { readTypedQuantity, type TypedQuantity } from './typed-quantity.ts';

const TYPED: TypedQuantity = { stated: 'over 9,300', op: '>', value: '9,300', high: '', unit: 'persons', counts: '' };

/** What is read of it: the number, or the part that is wrong and why. */
function read(change: Partial<TypedQuantity>): unknown {
  const meant = readTypedQuantity({ ...TYPED, ...change });
  return meant.ok ? meant.value : `${meant.error.part} ${meant.error.type}`;
}

test('a number is read with its thousands parted or not, in digits of any width', () => {
  const typed = ['9300', '9,300', '9 300', '９，３００', ' 12.5 ', '0'].map((value) => read({ value }));
  expect(typed).toEqual([9300, 9300, 9300, 9300, 12.5, 0].map((value) => ({ value, low: null, high: null })));
});

test('what is no number says why', () => {
  const typed = ['many', '1,5', '40万', '1e3', '-3', '−1,200', '1234567890123456', '0.1234567', ' '];
  expect(typed.map((value) => read({ value }))).toEqual([
    ...['value not-a-number', 'value not-a-number', 'value not-a-number', 'value not-a-number'],
    ...['value negative', 'value negative', 'value too-large', 'value too-precise', 'value lacking'],
  ]);
});

test('the part that is wrong is named, the first of them first', () => {
  expect(read({ stated: ' ', value: '' })).toBe('stated lacking');
  expect(read({ unit: '' })).toBe('unit lacking');
  expect(read({ unit: 'x'.repeat(41) })).toBe('unit too-long');
  expect(read({ counts: 'x'.repeat(201) })).toBe('counts too-long');
});

test('a range has both its ends, the lower first; a vague number has none', () => {
  const range = { op: '..', value: '20', high: '10' };
  expect(read(range)).toBe('high reversed');
  expect(read({ ...range, high: '' })).toBe('high lacking');
  expect(read({ ...range, high: '20' })).toEqual({ value: null, low: 20, high: 20 });
  expect(read({ op: '?', value: '' })).toEqual({ value: null, low: null, high: null });
});
