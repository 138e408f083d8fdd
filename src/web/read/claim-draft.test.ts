import { expect, test } from 'vitest';
import {
  chainAt,
  changeBetween,
  changeOfNew,
  emptyDraft,
  NO_QUANTITY,
  quantityLine,
  wrongNumber,
  wrongSent,
} from './claim-draft.ts';

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
  expect(quantityLine({ ...typed, op: '>' })).toBe('over 9,300 => >9,300 persons boat people');
  expect(quantityLine({ ...typed, op: '..', value: '1 000', high: '2,000' })).toBe(
    'over 9,300 => 1000..2,000 persons boat people',
  );
  expect(quantityLine({ ...typed, op: '?', value: '', counts: '' })).toBe('over 9,300 => ? persons');
});

test('a number that cannot be meant is told by its row, its part and why; a row that nobody began is none', () => {
  const good = { ...NO_QUANTITY, stated: '93', value: '93' };
  const draft = (...quantities: (typeof good)[]): ReturnType<typeof emptyDraft> => ({ ...emptyDraft(), quantities });
  expect(wrongNumber(draft(NO_QUANTITY, good))).toBeUndefined();
  expect(wrongNumber(draft(good, { ...good, value: 'many' }))).toEqual({ at: 1, part: 'value', why: 'not-a-number' });
  expect(wrongNumber(draft({ ...NO_QUANTITY, value: '7' }))).toEqual({ at: 0, part: 'stated', why: 'lacking' });
  expect(wrongNumber(draft({ ...good, unit: ' ' }))).toEqual({ at: 0, part: 'unit', why: 'lacking' });
});

test('a number that the record refused is found again in the row in which it was typed', () => {
  const good = { ...NO_QUANTITY, stated: '93', value: '93' };
  const draft = { ...emptyDraft(), quantities: [good, NO_QUANTITY, good] };
  const facts = { field: 'quantities', at: 1, part: 'stated', why: 'not-in-passage' };
  expect(wrongSent(draft, facts)).toEqual({ at: 2, part: 'stated', why: 'not-in-passage' });
  expect(wrongSent(draft, { field: 'who' })).toBeUndefined();
});

test('a new claim begins with the chain of the innermost document, and says as much of it as is left', () => {
  const link = (role: string, name: string | null): ReturnType<typeof chainAt>[number] => ({
    ...{ role, name, type: null, basis: null },
  });
  const chains = [
    { start: 0, end: 90, links: [link('newspaper', 'Ford Daily')] },
    { start: 10, end: 40, links: [link('issuer', 'Quay Council'), link('translator/host', null)] },
  ];
  expect(chainAt(chains, { start: 50, end: 60 })).toEqual([link('newspaper', 'Ford Daily')]);
  const draft = emptyDraft(chainAt(chains, { start: 12, end: 20 }));
  expect(changeOfNew(draft).chain).toEqual([
    { role: 'issuer', name: 'Quay Council' },
    { role: 'translator/host', name: null },
  ]);
  expect(changeOfNew({ ...draft, chain: [] }).chain).toBeUndefined();
});
