import { CsvError, parse } from 'csv-parse/sync';
import { type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import { type LibraryRefusal, MOST_RECORDS } from './library.ts';
import { TABLE_LIMITS, type TableRows, tableRows } from './table-rows.ts';

/**
 * Reads a table of RFC 4180 in whatever encoding it came, separated by commas, semicolons or tabs, whichever its first line
 * has most of. Cells stay as they are, white space included. Refused when a quotation mark is not closed, or a row is longer
 * than the header.
 */
export function csvRows(bytes: Uint8Array): Result<TableRows, LibraryRefusal> {
  if (bytes.length > TABLE_LIMITS.bytes) return refuse({ type: 'library-refused', reason: 'too-large' });
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
  return tableRows(records.map((cells, i) => ({ row: i + 1, cells })));
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
