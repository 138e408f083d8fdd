import { expect, test } from 'vitest';
import { changeBetween, changeOfNew, emptyDraft, NO_QUANTITY, quantityLine } from './claim-draft.ts';

test('only what was touched is sent', () => {
  const before = { ...emptyDraft(), who: 'Harbour Office' };
  expect(changeBetween(before, before)).toEqual({});
  expect(changeBetween(before, { ...before, named: false })).toEqual({ who: null });
  expect(changeBetween(before, { ...before, dateStated: 'May 2031', dateNorm: '2031-05' })).toEqual({
    date: { stated: 'May 2031', norm: '2031-05' },
  });
});

test('what was left empty in a new claim is not said', () => {
  expect(changeOfNew(emptyDraft())).toEqual({ kind: 'statistic', places: [], quantities: [], hedge: [] });
});

test('words that hedge are divided by commas of any script', () => {
  expect(changeOfNew({ ...emptyDraft(), hedge: 'reportedly, 据说，약' }).hedge).toEqual(['reportedly', '据说', '약']);
});

test('a number is written as the record reads it, whatever its comparator', () => {
  const typed = { ...NO_QUANTITY, stated: 'over 9,300', value: '9,300', counts: 'boat people' };
  expect(quantityLine({ ...typed, op: '>' })).toBe('over 9,300 => >9300 persons boat people');
  expect(quantityLine({ ...typed, op: '..', value: '1 000', high: '2,000' })).toBe(
    'over 9,300 => 1000..2000 persons boat people',
  );
  expect(quantityLine({ ...typed, op: '?', value: '', unit: '', counts: '' })).toBe('over 9,300 => ? persons');
});
