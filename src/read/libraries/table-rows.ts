import { ok, type Result, refuse } from '../../base/index.ts';
import { type LibraryRefusal, MOST_RECORDS } from './library.ts';

/** A table as it stands in a file. */
export interface TableRows {
  readonly header: readonly string[];
  /** `row` as a spreadsheet numbers it, from 1. Each has as many cells as the header; empty rows are left out. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Most bytes of a file with a table in it, and most columns. */
export const TABLE_LIMITS: { readonly bytes: number; readonly columns: number } = {
  bytes: 64 * 1024 * 1024,
  columns: 1000,
};

/**
 * Makes a table of the rows of a file: its first row is the header, and empty rows are left out. Refused when there is none, or a
 * row is longer than the header.
 */
export function tableRows([first, ...rest]: readonly TableRow[]): Result<TableRows, LibraryRefusal> {
  if (first === undefined || isEmpty(first)) return refuse({ type: 'library-refused', reason: 'no-table' });
  const header = first.cells.map((cell) => cell.trim());
  if (header.length > TABLE_LIMITS.columns) return refuse({ type: 'library-refused', reason: 'too-large' });
  if (rest.length > MOST_RECORDS) return refuse({ type: 'library-refused', reason: 'too-many' });
  const rows: TableRow[] = [];
  for (const each of rest) {
    if (isEmpty(each)) continue;
    const { row, cells } = each;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
      return refuse({ type: 'library-refused', reason: 'damaged', row });
    rows.push({ row, cells: header.map((_, column) => cells[column] ?? '') });
  }
  return ok({ header, rows });
}

function isEmpty({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
