import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatRefusal, UnreadPart, UnreadReason } from './format.ts';
import {
  formatRefused,
  type OfficePackage,
  openPackage,
  type PartRefusal,
  readOptionalPart,
  readPart,
} from './office-package.ts';
import { mainPartOf, type Relationship, relationshipsOf } from './office-relationships.ts';
import { ROW_CHARACTERS } from './sheet-rows.ts';
import { type NumberForm, numberForms, shownNumber, stringText } from './xlsx-values.ts';
import { attributeOf, decodeXml, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';
import { xmlBatches } from './xml-batches.ts';

/** An Excel workbook whose list of sheets was read; their rows are read one sheet at a time. */
export interface Workbook {
  readonly office: OfficePackage;
  /** Where its parts lie. */
  readonly folder: string;
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly from1904: boolean;
  /** Cells that hold a formula, of the rows that were read so far. */
  formulas: number;
}

export interface WorkbookSheet {
  /** `sheet 1`: fit for a receipt, as its name is not. */
  readonly part: string;
  readonly name: string;
  readonly hidden: boolean;
  /** The part with its rows; undefined when the workbook does not say which that is. */
  readonly target: string | undefined;
}

/** Opens a workbook; parts that its text can do without are noted in `unread` when they cannot be read. */
export async function openWorkbook(bytes: Uint8Array, unread: UnreadPart[]): Promise<Result<Workbook, FormatRefusal>> {
  const opened = await openPackage(bytes, 'xlsx');
  if (!opened.ok) return opened;
  const office = opened.value;
  unread.push(...office.unread);
  const main = await mainPartOf(office, 'xl/workbook.xml');
  const workbook = await readPart(office, main);
  if (!workbook.ok) return refuse({ type: 'format-refused', format: 'xlsx', reason: workbook.error.reason });
  const list = workbook.value === undefined ? undefined : elementAt(workbook.value, 'sheets');
  if (workbook.value === undefined || list === undefined) return formatRefused('xlsx', 'damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const properties = elementAt(workbook.value, 'workbookPr');
  const relationships = await relationshipsOf(office, main, unread);
  const styles = await readOptionalPart(office, targetOf(relationships, 'styles') ?? `${folder}styles.xml`, unread);
  const strings = targetOf(relationships, 'sharedStrings') ?? `${folder}sharedStrings.xml`;
  return ok({
    office,
    folder,
    sheets: elementsOf(list, 'sheet').map((sheet, i): WorkbookSheet => {
      const id = sheet.attributes.get('r:id') ?? attributeOf(sheet, 'id');
      return {
        part: `sheet ${i + 1}`,
        name: attributeOf(sheet, 'name') ?? `sheet ${i + 1}`,
        hidden: /hidden/i.test(attributeOf(sheet, 'state') ?? ''),
        target: relationships.find((relationship) => relationship.id === id)?.target,
      };
    }),
    strings: await sharedStrings(office, strings, unread),
    forms: numberForms(styles),
    from1904: properties !== undefined && /^(1|true)$/.test(attributeOf(properties, 'date1904') ?? ''),
    formulas: 0,
  });
}

function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target;
}

/** Undefined when there is no such part. */
async function textOfPart(office: OfficePackage, part: string): Promise<Result<string, PartRefusal> | undefined> {
  const bytes = await office.file(part)?.read();
  if (bytes === undefined) return undefined;
  if (!bytes.ok) return refuse({ type: 'part-refused', part, reason: bytes.error.reason });
  const text = decodeXml(bytes.value);
  return text === undefined ? refuse({ type: 'part-refused', part, reason: 'damaged' }) : ok(text);
}

async function sharedStrings(office: OfficePackage, name: string, unread: UnreadPart[]): Promise<readonly string[]> {
  const text = await textOfPart(office, name);
  if (text === undefined) return [];
  if (!text.ok) {
    unread.push({ part: name, reason: text.error.reason });
    return [];
  }
  const strings: string[] = [];
  let first = true;
  for (const batch of xmlBatches(text.value, 'sst', 'si')) {
    if (!batch.ok) {
      unread.push({ part: name, reason: batch.error.reason });
      break;
    }
    if (!first) for (const item of batch.value) strings.push(stringText(item));
    first = false;
  }
  return strings;
}

/** Takes a row, which Excel counts from 1; false when there is no room for more. */
export type TakeRow = (row: number, cells: readonly string[]) => boolean;

/** Hands over the rows of a sheet in the order of the file, empty ones too. Why it was not read to its end; undefined when it was. */
export async function readRows(
  book: Workbook,
  { target }: WorkbookSheet,
  take: TakeRow,
): Promise<UnreadReason | undefined> {
  const text = target === undefined ? undefined : await textOfPart(book.office, target);
  if (text === undefined) return 'damaged';
  if (!text.ok) return text.error.reason;
  if (!text.value.includes('<')) return 'no-text';
  let next = 1;
  let first = true;
  for (const batch of xmlBatches(text.value, 'sheetData', 'row')) {
    if (!batch.ok) return batch.error.reason;
    for (const row of first ? [] : batch.value) {
      const stated = Number(attributeOf(row, 'r') ?? next);
      const number = Number.isInteger(stated) && stated >= 1 && stated <= 1_048_576 ? stated : next;
      next = number + 1;
      if (!take(number, cellsOf(row, book))) return 'too-many';
    }
    first = false;
  }
  return undefined;
}

const COLUMNS = 16_384;

function cellsOf(row: XmlElement, book: Workbook): readonly string[] {
  const cells: string[] = [];
  let length = 0;
  for (const cell of elementsOf(row, 'c')) {
    const column = columnOf(attributeOf(cell, 'r')) ?? cells.length;
    // Cells out of order or twice in a place are damage; none is lost for it.
    if (column > cells.length && column < COLUMNS) while (cells.length < column) cells.push('');
    const text = cellText(cell, book);
    length += text.length;
    // One long string may be named by every cell of a row.
    if (length > ROW_CHARACTERS) break;
    cells.push(text);
  }
  return cells;
}

/** 0 for `A1`, 27 for `AB7`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/i.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(cell: XmlElement, book: Workbook): string {
  if (elementAt(cell, 'f') !== undefined) book.formulas++;
  const inline = elementAt(cell, 'is');
  if (inline !== undefined) return stringText(inline);
  const value = elementAt(cell, 'v');
  if (value === undefined) return '';
  const written = textOf(value);
  switch (attributeOf(cell, 't')) {
    case 's':
      return book.strings[Number(written)] ?? '\ufffd';
    case 'b':
      return written.trim() === '1' ? 'TRUE' : written.trim() === '0' ? 'FALSE' : written;
    case 'd':
      return written.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'str':
    case 'e':
    case 'inlineStr':
      return written;
    default:
      return shownNumber(written, book.forms[Number(attributeOf(cell, 's') ?? '0')] ?? 'plain', book.from1904);
  }
}
