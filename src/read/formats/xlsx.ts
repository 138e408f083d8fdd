import { ok, type Result } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart, UnreadReason } from './format.ts';
import { filesBelow, membersOf, type OfficePackage, readPart } from './office-package.ts';
import { coreProperties, relationshipsOf } from './office-relationships.ts';
import { ROW_CHARACTERS, ROW_LIMIT, rowBlock } from './sheet-rows.ts';
import { openWorkbook, readRows, type Workbook, type WorkbookSheet } from './xlsx-sheets.ts';
import { stringText } from './xlsx-values.ts';
import { attributeOf, descendantsOf, elementAt, elementsOf, textOf } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-xlsx', version: '1' } as const;

/**
 * Reads an Excel workbook (docs/read-office.md O18 to O24): each row of each sheet as a block, comments and text boxes with the
 * row that they stand at. Formulas are never calculated: their last value stands. Refused when the workbook itself cannot
 * be read; a sheet that cannot be is listed in `unread`.
 */
export async function readXlsx(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const unread: UnreadPart[] = [];
  const opened = await openWorkbook(bytes, unread);
  if (!opened.ok) return opened;
  const book = opened.value;
  const { office } = book;
  const notes: FormatNote[] = [];
  const kept: Kept = { blocks: [], room: ROW_CHARACTERS, unread };
  for (const sheet of book.sheets) {
    if (sheet.hidden) notes.push({ part: sheet.part, note: 'hidden' });
    const reason = await readSheet(book, sheet, kept);
    if (reason !== undefined) unread.push({ part: sheet.part, reason });
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
      blocks: kept.blocks,
      properties: await coreProperties(office, hints.fileName, unread),
    },
    members: await membersOf(filesBelow(office, book.folder, /^(?:media|embeddings)\//i), unread),
    unread,
    notes,
  });
}

interface Kept {
  readonly blocks: DraftBlock[];
  /** Characters that still fit. */
  room: number;
  /** Parts beside the sheets that could not be read. */
  readonly unread: UnreadPart[];
}

/** Why the sheet was not read to its end; undefined when it was. */
async function readSheet(book: Workbook, sheet: WorkbookSheet, kept: Kept): Promise<UnreadReason | undefined> {
  const { name, target } = sheet;
  const beside =
    target === undefined ? new Map<number, string[]>() : await besideRows(book.office, target, kept.unread);
  const reason = await readRows(book, sheet, (number, cells) => {
    const words = beside.get(number) ?? [];
    beside.delete(number);
    return addRow(kept, name, number, cells) && words.every((each) => addRow(kept, name, number, [each]));
  });
  if (reason !== undefined) return reason;
  for (const [number, rest] of [...beside].sort(([a], [b]) => a - b)) {
    for (const words of rest) if (!addRow(kept, name, number, [words])) return 'too-many';
  }
  return undefined;
}

/** False when there is no room for it. */
function addRow(kept: Kept, sheet: string, number: number, cells: readonly string[]): boolean {
  const block = rowBlock(sheet, number, cells);
  if (block === undefined) return true;
  kept.room -= block.text.length;
  if (kept.blocks.length >= ROW_LIMIT || kept.room < 0) return false;
  kept.blocks.push(block);
  return true;
}

/** Comments and text boxes of a sheet by the row that they stand at; a part of them that cannot be read is noted in `unread`. */
async function besideRows(office: OfficePackage, sheet: string, unread: UnreadPart[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const add = (row: number, words: string) => {
    if (words.trim() !== '') found.set(row, [...(found.get(row) ?? []), words]);
  };
  const relationships = await relationshipsOf(office, sheet, unread);
  for (const { type, target } of relationships) {
    if (target === undefined || !/^(?:comments|threadedComment|drawing)$/.test(type)) continue;
    // The same words stand in both kinds; the newer one is only a thread of them.
    if (type === 'threadedComment' && relationships.some((other) => other.type === 'comments')) continue;
    const root = await readPart(office, target);
    if (!root.ok || root.value === undefined) {
      unread.push({ part: target, reason: root.ok ? 'damaged' : root.error.reason });
      continue;
    }
    if (type === 'drawing') {
      for (const anchor of elementsOf(root.value)) {
        const row = elementAt(anchor, 'from', 'row');
        const lines = descendantsOf(anchor, 'p').map((line) => descendantsOf(line, 't').map(textOf).join(''));
        add(row === undefined ? 1 : (Number(textOf(row)) || 0) + 1, lines.join('\n'));
      }
      continue;
    }
    for (const comment of descendantsOf(root.value, type === 'comments' ? 'comment' : 'threadedComment')) {
      const row = Number(/\d+$/.exec(attributeOf(comment, 'ref') ?? '')?.[0] ?? '1');
      const text = elementAt(comment, 'text');
      add(row, text === undefined ? '' : type === 'comments' ? stringText(text) : textOf(text));
    }
  }
  return found;
}
