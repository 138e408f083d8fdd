import { ok, type Result, refuse } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart, UnreadReason } from './format.ts';
import {
  filesBelow,
  formatRefused,
  membersOf,
  type OfficePackage,
  openPackage,
  readOptionalPart,
  readPart,
} from './office-package.ts';
import { coreProperties, mainPartOf, type Relationship, relationshipsOf } from './office-relationships.ts';
import { ROW_CHARACTERS, ROW_LIMIT, rowBlock } from './sheet-rows.ts';
import { type NumberForm, numberForms, shownNumber, stringText } from './xlsx-values.ts';
import { attributeOf, decodeXml, descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';
import { xmlBatches } from './xml-batches.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-xlsx', version: '1' } as const;

/**
 * Reads an Excel workbook (docs/read-office.md O18 to O24): each row of each sheet as a block, comments and text boxes with the
 * row that they stand at. Formulas are never calculated: their last value stands. Refused when the workbook itself cannot
 * be read; a sheet that cannot be is listed in `unread`.
 */
export async function readXlsx(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openPackage(bytes, 'xlsx');
  if (!opened.ok) return opened;
  const office = opened.value;
  const unread: UnreadPart[] = [...office.unread];
  const main = await mainPartOf(office, 'xl/workbook.xml');
  const workbook = await readPart(office, main);
  if (!workbook.ok) return refuse({ type: 'format-refused', format: 'xlsx', reason: workbook.error.reason });
  const list = workbook.value === undefined ? undefined : elementAt(workbook.value, 'sheets');
  if (workbook.value === undefined || list === undefined) return formatRefused('xlsx', 'damaged');

  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const properties = elementAt(workbook.value, 'workbookPr');
  const relationships = await relationshipsOf(office, main);
  const styles = await readOptionalPart(office, targetOf(relationships, 'styles') ?? `${folder}styles.xml`, unread);
  const book: Book = {
    office,
    strings: await sharedStrings(
      office,
      targetOf(relationships, 'sharedStrings') ?? `${folder}sharedStrings.xml`,
      unread,
    ),
    forms: numberForms(styles),
    from1904: properties !== undefined && /^(1|true)$/.test(attributeOf(properties, 'date1904') ?? ''),
    blocks: [],
    room: ROW_CHARACTERS,
    formulas: 0,
  };
  const notes: FormatNote[] = [];
  for (const [i, sheet] of elementsOf(list, 'sheet').entries()) {
    const part = `sheet ${i + 1}`;
    if (/hidden/i.test(attributeOf(sheet, 'state') ?? '')) notes.push({ part, note: 'hidden' });
    const target = relationships.find(
      ({ id }) => id === (sheet.attributes.get('r:id') ?? attributeOf(sheet, 'id')),
    )?.target;
    const reason = await readSheet(book, attributeOf(sheet, 'name') ?? part, target);
    if (reason !== undefined) unread.push({ part, reason });
  }
  if (book.formulas > 0) notes.push({ part: 'formulas', note: 'last-values', count: book.formulas });
  if (office.files.some(({ name }) => /(?:^|\/)vbaproject[^/]*$/i.test(name))) {
    notes.push({ part: 'macros', note: 'macros-left-out' });
  }
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      blocks: book.blocks,
      properties: await coreProperties(office, hints.fileName, unread),
    },
    members: await membersOf(filesBelow(office, folder, /^(?:media|embeddings)\//i), unread),
    unread,
    notes,
  });
}

interface Book {
  readonly office: OfficePackage;
  readonly strings: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly from1904: boolean;
  readonly blocks: DraftBlock[];
  /** Characters that still fit. */
  room: number;
  formulas: number;
}

function targetOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((relationship) => relationship.type === type)?.target;
}

async function textOfPart(office: OfficePackage, name: string): Promise<string | UnreadReason | undefined> {
  const file = office.file(name);
  if (file === undefined) return undefined;
  const bytes = await file.read();
  return bytes.ok ? (decodeXml(bytes.value) ?? 'damaged') : bytes.error.reason;
}

async function sharedStrings(office: OfficePackage, name: string, unread: UnreadPart[]): Promise<readonly string[]> {
  const text = await textOfPart(office, name);
  if (text === undefined) return [];
  const strings: string[] = [];
  let first = true;
  for (const batch of xmlBatches(text, 'sst', 'si')) {
    if (!batch.ok) {
      unread.push({ part: name, reason: batch.error.reason });
      break;
    }
    if (!first) for (const item of batch.value) strings.push(stringText(item));
    first = false;
  }
  return strings;
}

/** Why the sheet was not read to its end; undefined when it was. */
async function readSheet(book: Book, sheet: string, target: string | undefined): Promise<UnreadReason | undefined> {
  const text = target === undefined ? undefined : await textOfPart(book.office, target);
  if (target === undefined || text === undefined) return 'damaged';
  if (!text.includes('<')) return text === 'damaged' ? 'damaged' : 'no-text';
  const beside = await besideRows(book.office, target);
  let next = 1;
  let first = true;
  for (const batch of xmlBatches(text, 'sheetData', 'row')) {
    if (!batch.ok) return batch.error.reason;
    for (const row of first ? [] : batch.value) {
      const stated = Number(attributeOf(row, 'r') ?? next);
      const number = Number.isInteger(stated) && stated >= 1 && stated <= 1_048_576 ? stated : next;
      next = number + 1;
      if (!addRow(book, sheet, number, cellsOf(row, book))) return 'too-many';
      for (const words of beside.get(number) ?? []) if (!addRow(book, sheet, number, [words])) return 'too-many';
      beside.delete(number);
    }
    first = false;
  }
  for (const [number, rest] of [...beside].sort(([a], [b]) => a - b)) {
    for (const words of rest) if (!addRow(book, sheet, number, [words])) return 'too-many';
  }
  return undefined;
}

/** False when there is no room for it. */
function addRow(book: Book, sheet: string, number: number, cells: readonly string[]): boolean {
  const block = rowBlock(sheet, number, cells);
  if (block === undefined) return true;
  book.room -= block.text.length;
  if (book.blocks.length >= ROW_LIMIT || book.room < 0) return false;
  book.blocks.push(block);
  return true;
}

const COLUMNS = 16_384;

function cellsOf(row: XmlElement, book: Book): readonly string[] {
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

function cellText(cell: XmlElement, book: Book): string {
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

/** Comments and text boxes of a sheet by the row that they stand at. */
async function besideRows(office: OfficePackage, sheet: string): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const add = (row: number, words: string) => {
    if (words.trim() !== '') found.set(row, [...(found.get(row) ?? []), words]);
  };
  const relationships = await relationshipsOf(office, sheet);
  for (const { type, target } of relationships) {
    if (target === undefined || !/^(?:comments|threadedComment|drawing)$/.test(type)) continue;
    const root = await readPart(office, target);
    if (!root.ok || root.value === undefined) continue;
    if (type === 'drawing') {
      for (const anchor of elementsOf(root.value)) {
        const row = elementAt(anchor, 'from', 'row');
        const lines = descendantsOf(anchor, 'p').map((line) => descendantsOf(line, 't').map(textOf).join(''));
        add(row === undefined ? 1 : (Number(textOf(row)) || 0) + 1, lines.join('\n'));
      }
      continue;
    }
    // The same words stand in both kinds; the newer one is only a thread of them.
    if (type === 'threadedComment' && relationships.some((other) => other.type === 'comments')) continue;
    for (const comment of descendantsOf(root.value, type === 'comments' ? 'comment' : 'threadedComment')) {
      const row = Number(/\d+$/.exec(attributeOf(comment, 'ref') ?? '')?.[0] ?? '1');
      const text = elementAt(comment, 'text');
      add(row, text === undefined ? '' : type === 'comments' ? stringText(text) : textOf(text));
    }
  }
  return found;
}
