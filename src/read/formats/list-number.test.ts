import { expect, test } from 'vitest';
import { listNumber } from './list-number.ts';

test('numbers are written as lists write them, and in figures where there is no sign', () => {
  const written = [
    listNumber(28, 'lower-letter'),
    listNumber(1994, 'upper-roman'),
    listNumber(4, 'lower-roman'),
    listNumber(10, 'han'),
    listNumber(21, 'han'),
    listNumber(105, 'han'),
    listNumber(110, 'han'),
    listNumber(1000, 'han'),
    listNumber(14, 'korean-syllables'),
    listNumber(15, 'korean-syllables'),
    listNumber(20, 'decimal-enclosed'),
    listNumber(21, 'decimal-enclosed'),
    listNumber(7, 'decimal-padded'),
    listNumber(10, 'decimal-fullwidth'),
    listNumber(10, 'heavenly-stems'),
    listNumber(12, 'korean-digits'),
    listNumber(0, 'upper-letter'),
    listNumber(1e9, 'lower-letter'),
    listNumber(3, 'none'),
  ];
  expect(written).toEqual([
    ...[
      'bb',
      'MCMXCIV',
      'iv',
      '十',
      '二十一',
      '一百零五',
      '一百一十',
      '1000',
      '하',
      '15',
      '⑳',
      '21',
      '07',
      '１０',
      '癸',
      '십이',
    ],
    ...['0', '1000000000', ''],
  ]);
});
