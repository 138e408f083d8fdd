import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import { type LibraryRefusal, MOST_RECORDS } from './library.ts';

/** A table as it stands in a file. */
export interface CsvRows {
  readonly header: readonly string[];
  /** `row` as a spreadsheet numbers it, the header being 1. Each has as many cells as the header; empty rows are left out. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Most bytes and columns of a table. */
const LIMITS = { bytes: 256 * 1024 * 1024, columns: 1000 } as const;

/**
 * Reads a table of RFC 4180 in whatever encoding it came, separated by commas, semicolons or tabs, whichever its first line
 * has most of. Cells stay as they are, white space included. Refused when a quotation mark is not closed, or a row is longer
 * than the header.
 */
export function csvRows(bytes: Uint8Array): Result<CsvRows, LibraryRefusal> {
  if (bytes.length > LIMITS.bytes) return refuse({ type: 'library-refused', reason: 'too-large' });
  const { text } = decodeBytes(bytes, {});
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      to: MOST_RECORDS + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ type: 'library-refused', reason: 'damaged' });
  }
  if (records.length > MOST_RECORDS + 1) return refuse({ type: 'library-refused', reason: 'too-many' });
  const [first, ...rest] = records;
  if (first === undefined || first.every((cell) => cell.trim() === ''))
    return refuse({ type: 'library-refused', reason: 'no-table' });
  const header = first.map((cell) => cell.trim());
  if (header.length > LIMITS.columns) return refuse({ type: 'library-refused', reason: 'too-large' });
  const rows: { row: number; cells: readonly string[] }[] = [];
  for (const [i, record] of rest.entries()) {
    if (record.every((cell) => cell.trim() === '')) continue;
    const row = i + 2;
    if (record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== ''))
      return refuse({ type: 'library-refused', reason: 'damaged', row });
    rows.push({ row, cells: header.map((_, column) => record[column] ?? '') });
  }
  return ok({ header, rows });
}

function separatorOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const char of text.slice(0, 100_000)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** A table as RFC 4180 has it, for spreadsheets: a byte order mark, since some of them take anything else for Latin-1. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('')}`;
}

function quotedCell(cell: string): string {
  const safe = neutralCell(cell);
  return /[",\r\n]|^\s|\s$|^$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A cell that no spreadsheet takes for a formula: one that begins like a formula, behind any apostrophes, gets an apostrophe
 * more. `plainCell` takes it off again.
 */
export function neutralCell(cell: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** What a cell held before it was made neutral. */
export function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
