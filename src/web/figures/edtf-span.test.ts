import { describe, expect, it } from 'vitest';
import { edtfSpan } from './edtf-span.ts';

function days(edtf: string): string | undefined {
  const span = edtfSpan(edtf);
  return span && `${span.from.toISOString().slice(0, 10)} ${span.to.toISOString().slice(0, 10)}`;
}

describe('the days that a date may mean', () => {
  it.each([
    ['2016', '2016-01-01 2016-12-31'],
    ['2016-02', '2016-02-01 2016-02-29'],
    ['2016-12', '2016-12-01 2016-12-31'],
    ['2016-04-12', '2016-04-12 2016-04-12'],
    ['2019~', '2019-01-01 2019-12-31'],
    ['200X', '2000-01-01 2009-12-31'],
    ['2016-03/2017', '2016-03-01 2017-12-31'],
  ])('%s', (edtf, expected) => {
    expect(days(edtf)).toBe(expected);
  });

  it.each(['', '2016/..', '../2016', '2016-13', 'spring', '2016/2017/2018'])('%s has no two ends', (edtf) => {
    expect(edtfSpan(edtf)).toBeUndefined();
  });
});
