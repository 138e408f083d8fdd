import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { csvText, neutralCell, plainCell } from './csv-text.ts';

const read = (text: string): unknown => {
  const rows = csvRows(new TextEncoder().encode(text));
  return rows.ok ? rows.value.rows.map(({ row, cells }) => [row, ...cells]) : rows.error;
};

test('IM7: no cell that is written begins as a formula does, and each is read back as it was', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=1", "''@x", '+82', '-', '@', '\t=1', "'", '＝1', 'a"b', 'a\nb', ' a '),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      for (const each of rows.flat()) {
        expect(neutralCell(each)).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainCell(neutralCell(each))).toBe(each);
      }
      const kept = rows.filter((cells) => cells.some((each) => neutralCell(each).trim() !== ''));
      const back = csvRows(new TextEncoder().encode(csvText([['a', 'b'], ...rows])));
      expect(back.ok && back.value.rows.map(({ cells }) => cells.map(plainCell))).toEqual(kept);
    }),
  );
});

test('IM6: a table keeps its rows as a spreadsheet numbers them, whatever separates its cells', () => {
  expect(read('a,b\r\n1,2\r\n\r\n3,"x\ny"\r\n')).toEqual([
    [2, '1', '2'],
    [4, '3', 'x\ny'],
  ]);
  expect(read('\uFEFFa;b\n1,5;2\n')).toEqual([[2, '1,5', '2']]);
  expect(read('a\tb\n1\t2\n')).toEqual([[2, '1', '2']]);
  expect(read('a,b\n1\n')).toEqual([[2, '1', '']]);
});

test('IM6: what is no table is refused', () => {
  expect(read('')).toMatchObject({ reason: 'no-table' });
  expect(read('a,b\n1,"2\n')).toMatchObject({ reason: 'damaged' });
  expect(read('a,b\n1,2,3\n')).toMatchObject({ reason: 'damaged', row: 2 });
});
