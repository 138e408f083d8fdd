import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatRefusal, UnreadPart } from '../formats/format.ts';
import { openOdf } from '../formats/odf-package.ts';
import { cellValue, readOdsRows } from '../formats/ods.ts';
import { ROW_CHARACTERS } from '../formats/sheet-rows.ts';
import { sniffFormat } from '../formats/sniff.ts';
import { openWorkbook, readRows } from '../formats/xlsx-sheets.ts';
import { attributeOf, elementsOf } from '../formats/xml.ts';
import { csvRows } from './csv-rows.ts';
import { type LibraryRefusal, MOST_RECORDS } from './library.ts';
import { TABLE_LIMITS, type TableRow, type TableRows, tableRows } from './table-rows.ts';

/**
 * Reads the table in a file: an Excel workbook or an OpenDocument sheet, as its bytes say, else a table of characters. Of a workbook the
 * sheet that is named or the only one with rows, hidden or not; comments are not in its cells. Refused when several have rows, or
 * when a part of it could not be read: a table with holes would pass for one that says less.
 */
export async function readTable(
  bytes: Uint8Array,
  { fileName, sheet }: { readonly fileName: string; readonly sheet?: string | undefined },
): Promise<Result<TableRows, LibraryRefusal>> {
  if (bytes.length > TABLE_LIMITS.bytes) return refuse({ type: 'library-refused', reason: 'too-large' });
  const format = sniffFormat(bytes, { fileName });
  if (format !== 'xlsx' && format !== 'ods') return csvRows(bytes);
  const read = format === 'xlsx' ? await xlsxSheets(bytes, sheet) : await odsSheets(bytes, sheet);
  if (!read.ok) return read;
  const filled = read.value.filter((rows) => rows.length > 0);
  if (filled.length > 1) return refuse({ type: 'library-refused', reason: 'several-sheets' });
  return tableRows(filled[0] ?? []);
}

type SheetsRead = Result<readonly (readonly TableRow[])[], LibraryRefusal>;

async function xlsxSheets(bytes: Uint8Array, named: string | undefined): Promise<SheetsRead> {
  const unread: UnreadPart[] = [];
  const opened = await openWorkbook(bytes, unread);
  if (!opened.ok) return refuse(refusalOf(opened.error));
  const sheets = opened.value.sheets.filter(({ name }) => named === undefined || name === named);
  if (sheets.length === 0) return refuse({ type: 'library-refused', reason: 'no-table' });
  const all: (readonly TableRow[])[] = [];
  const keeper = newKeeper();
  for (const sheet of sheets) {
    const rows: TableRow[] = [];
    const reason = await readRows(opened.value, sheet, (row, cells) => keeper(rows, row, cells));
    if (reason !== undefined) unread.push({ part: sheet.part, reason });
    all.push(rows);
  }
  return wholeOrRefused(all, unread);
}

async function odsSheets(bytes: Uint8Array, named: string | undefined): Promise<SheetsRead> {
  const opened = await openOdf(bytes, 'ods', '');
  if (!opened.ok) return refuse(refusalOf(opened.error));
  const unread: UnreadPart[] = [...opened.value.unread];
  const tables = elementsOf(opened.value.body, 'table').filter(
    (table) => named === undefined || attributeOf(table, 'name') === named,
  );
  if (tables.length === 0) return refuse({ type: 'library-refused', reason: 'no-table' });
  const keeper = newKeeper();
  const all = tables.map((table) => {
    const rows: TableRow[] = [];
    const whole = readOdsRows(table, cellValue, (row, cells) => keeper(rows, row, cells));
    if (!whole) unread.push({ part: 'sheet', reason: 'too-many' });
    return rows;
  });
  return wholeOrRefused(all, unread);
}

/** Keeps filled rows while there is room for them. */
function newKeeper(): (rows: TableRow[], row: number, cells: readonly string[]) => boolean {
  let room = ROW_CHARACTERS;
  return (rows, row, cells) => {
    if (cells.every((cell) => cell.trim() === '')) return true;
    for (const cell of cells) room -= cell.length + 1;
    // The header is none of the records; one row more says that there are too many.
    if (room < 0 || rows.length > MOST_RECORDS) return false;
    rows.push({ row, cells });
    return true;
  };
}

function wholeOrRefused(all: readonly (readonly TableRow[])[], unread: readonly UnreadPart[]): SheetsRead {
  const [first] = unread;
  return first === undefined ? ok(all) : refuse(refusalOf(first));
}

function refusalOf({ reason }: Pick<UnreadPart | FormatRefusal, 'reason'>): LibraryRefusal {
  const known = reason === 'too-many' || reason === 'too-large' ? reason : 'damaged';
  return { type: 'library-refused', reason: known };
}
