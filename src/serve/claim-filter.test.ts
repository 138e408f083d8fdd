import { expect, it } from 'vitest';
import { dayOf } from '../read/index.ts';
import { edtfDays } from './claim-filter.ts';

const INFINITY = Number.POSITIVE_INFINITY;

it.each([
  ['2004', dayOf('2004-01-01'), dayOf('2004-12-31')],
  ['2004-02', dayOf('2004-02-01'), dayOf('2004-02-29')],
  ['2004-10-19', dayOf('2004-10-19'), dayOf('2004-10-19')],
  ['2016-08~', dayOf('2016-08-01'), dayOf('2016-08-31')],
  ['199X', dayOf('1990-01-01'), dayOf('1999-12-31')],
  ['2004-21', dayOf('2004-01-01'), dayOf('2004-12-31')],
  ['2004-XX', dayOf('2004-01-01'), dayOf('2004-12-31')],
  ['2004-10-XX', dayOf('2004-10-01'), dayOf('2004-10-31')],
  ['2016-08-01/2016-08-08', dayOf('2016-08-01'), dayOf('2016-08-08')],
  ['1983/..', dayOf('1983-01-01'), INFINITY],
  ['../2004-12-31', -INFINITY, dayOf('2004-12-31')],
])('RV10: %s may mean any of its days', (norm, first, last) => {
  expect(edtfDays(norm)).toEqual({ first, last });
});

it.each(['', 'last year', '04', '2004-10-19T10:00', 'X', '0001'])(
  'RV10: “%s” is no date that is looked for',
  (norm) => {
    expect(edtfDays(norm) ?? 'none').toSatisfy(
      (days: unknown) =>
        days === 'none' || JSON.stringify(days) === JSON.stringify({ first: -INFINITY, last: INFINITY }),
    );
  },
);
