import { describe, expect, it } from 'vitest';
import { cellsOf } from './cell-text.ts';
import { tableLines } from './table.ts';

describe('a table', () => {
  const columns = [{ heading: 'id' }, { heading: 'title', least: 8 }, { heading: 'size', side: 'right' as const }];

  it('lines up, numbers from the right, wide characters counted as two', () => {
    const rows = [
      ['1a', '样本，虚构', '28 KB'],
      ['2b', 'Sample', '3 KB'],
    ];
    expect(tableLines(columns, rows, { cells: 60 })).toEqual([
      'id  title        size',
      '1a  样本，虚构  28 KB',
      '2b  Sample       3 KB',
    ]);
  });

  it('is narrowed to its room, never below what a column needs', () => {
    const rows = [['1a', 'A title that is far too long for the line', '28 KB']];
    const lines = tableLines(columns, rows, { cells: 24, indent: 2 });
    expect(lines.map(cellsOf)).toEqual([24, 24]);
    expect(lines[1]).toBe('  1a  A title th…  28 KB');
  });

  it('gives a long value the lines it may take, and cuts it on the last', () => {
    const rows = [
      ['1a', 'A title that is far too long', '28 KB'],
      ['2b', 'short', '3 KB'],
    ];
    expect(tableLines(columns, rows, { cells: 22, rowLines: 2 })).toEqual([
      'id  title         size',
      '1a  A title      28 KB',
      '    that is fa…',
      '2b  short         3 KB',
    ]);
  });

  it('leaves out a column in which nothing stands, and is nothing without rows', () => {
    expect(tableLines(columns, [['1a', '', '3 KB']], { cells: 60 })).toEqual(['id  size', '1a  3 KB']);
    expect(tableLines(columns, [], { cells: 60 })).toEqual([]);
  });
});
