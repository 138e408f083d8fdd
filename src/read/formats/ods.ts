import { ok, type Result } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { openOdf } from './odf-package.ts';
import { ROW_CHARACTERS, ROW_LIMIT, rowBlock } from './sheet-rows.ts';
import { attributeOf, descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-ods', version: '1' } as const;

/** Reads an OpenDocument sheet (docs/read-office.md O18 to O21): each row of each sheet as a block. Refused as `readOdt` is. */
export async function readOds(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openOdf(bytes, 'ods', hints.fileName);
  if (!opened.ok) return opened;
  const { content, body, properties, unread } = opened.value;
  const hiddenStyles = hiddenTableStyles(content);
  const blocks: DraftBlock[] = [];
  const notes: FormatNote[] = [];
  const room = { characters: ROW_CHARACTERS };
  elementsOf(body, 'table').forEach((table, i) => {
    const part = `sheet ${i + 1}`;
    if (hiddenStyles.has(attributeOf(table, 'style-name') ?? '')) notes.push({ part, note: 'hidden' });
    readTable(table, attributeOf(table, 'name') ?? part, { part, blocks, unread, room });
  });
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
      blocks,
      properties,
    },
    members: [],
    unread,
    notes,
  });
}

interface Sheets {
  readonly part: string;
  readonly blocks: DraftBlock[];
  readonly unread: UnreadPart[];
  readonly room: { characters: number };
}

function readTable(table: XmlElement, sheet: string, { part, blocks, unread, room }: Sheets): void {
  const whole = readOdsRows(table, cellWithComments, (number, cells) => {
    const block = rowBlock(sheet, number, cells);
    if (block === undefined) return true;
    room.characters -= block.text.length;
    if (blocks.length >= ROW_LIMIT || room.characters < 0) return false;
    blocks.push(block);
    return true;
  });
  if (!whole) unread.push({ part, reason: 'too-many' });
}

/** Hands over the filled rows of a table, which count from 1, those that repeat as often as they do; false when no more were taken. */
export function readOdsRows(
  table: XmlElement,
  textOfCell: (cell: XmlElement) => string,
  take: (row: number, cells: readonly string[]) => boolean,
): boolean {
  let number = 1;
  for (const row of rowsOf(table)) {
    const repeats = repeatsOf(row, 'number-rows-repeated');
    const cells = cellsOf(row, textOfCell);
    if (cells.some((cell) => cell.trim() !== ''))
      for (let i = 0; i < repeats; i++) if (!take(number + i, cells)) return false;
    number += repeats;
  }
  return true;
}

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'table-row') return [element];
    return /^table-(?:header-rows|row-group|rows)$/.test(element.name) ? rowsOf(element) : [];
  });
}

/** Cells of a row; an empty cell that repeats to the end is one. */
function cellsOf(row: XmlElement, textOfCell: (cell: XmlElement) => string): readonly string[] {
  const cells: string[] = [];
  for (const cell of elementsOf(row)) {
    if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue;
    const text = textOfCell(cell);
    // However often a cell is said to repeat, a row is no longer than a sheet may be.
    const most = text === '' ? 256 : Math.max(1, Math.floor(ROW_CHARACTERS / (text.length * 64)));
    const repeats = Math.min(repeatsOf(cell, 'number-columns-repeated'), most);
    for (let i = 0; i < repeats && cells.length < 16_384; i++) cells.push(text);
  }
  return cells;
}

/** What a cell shows, a date as an ISO date. */
export function cellValue(cell: XmlElement): string {
  const shown = elementsOf(cell, 'p').map(lineOf).join('\n');
  const date = attributeOf(cell, 'date-value');
  const value =
    date !== undefined && /^-?\d{4,}-\d\d-\d\d/.test(date) ? date.replace(/T00:00:00(?:\.0+)?$/, '') : shown;
  return value === '' ? (attributeOf(cell, 'value') ?? '') : value;
}

function cellWithComments(cell: XmlElement): string {
  const comments = elementsOf(cell, 'annotation').map((comment) => {
    const author = elementAt(comment, 'creator');
    const words = elementsOf(comment, 'p').map(lineOf).join(' ');
    return author === undefined ? words : `${textOf(author)}: ${words}`;
  });
  const boxes = elementsOf(cell).filter(({ name }) => /^(?:frame|custom-shape)$/.test(name));
  const inBoxes = boxes.flatMap((box) => descendantsOf(box, 'p').map(lineOf));
  return [cellValue(cell), ...comments, ...inBoxes].join('\n').trim();
}

function lineOf(paragraph: XmlElement): string {
  return paragraph.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/[ \t\n\r]+/g, ' ');
      if (child.name === 's') return ' '.repeat(Math.min(1000, Number(attributeOf(child, 'c') ?? '1') || 1));
      return child.name === 'tab' || child.name === 'line-break' ? ' ' : lineOf(child);
    })
    .join('');
}

function repeatsOf(element: XmlElement, name: string): number {
  const stated = Number(attributeOf(element, name) ?? '1');
  return Number.isInteger(stated) && stated > 0 ? stated : 1;
}

function hiddenTableStyles(content: XmlElement): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const style of descendantsOf(content, 'style')) {
    const properties = elementAt(style, 'table-properties');
    if (properties !== undefined && attributeOf(properties, 'display') === 'false') {
      hidden.add(attributeOf(style, 'name') ?? '');
    }
  }
  return hidden;
}
