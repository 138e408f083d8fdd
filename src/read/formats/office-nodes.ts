import type { DraftBlock } from '../draft.ts';
import type { BlockKind } from '../layer.ts';
import type { UnreadPart } from './format.ts';

/** What office formats have in common once their own markup is read: paragraphs and tables, in order. */
export type OfficeNode = OfficeParagraph | OfficeTable;

export interface OfficeParagraph {
  readonly type: 'paragraph';
  /** As written: white space kept, line breaks `\n`, tabs `\t`. May be empty; such a paragraph only counts. */
  readonly text: string;
  readonly kind: Extract<BlockKind, 'heading' | 'paragraph' | 'list-item' | 'quotation' | 'caption'>;
  readonly level?: number;
  /** Characters inside links, white space not counted. */
  readonly linked?: number;
}

export interface OfficeTable {
  readonly type: 'table';
  readonly rows: readonly (readonly OfficeCell[])[];
}

/** What stands in a cell; may be empty. */
export type OfficeCell = readonly OfficeNode[];

/** A part of a document whose paragraphs are counted from 1: body, header, footnote 3. */
export interface OfficePart {
  readonly name: string;
  readonly nodes: readonly OfficeNode[];
  /** Set when it is not the text proper: headers, footers, comments. */
  readonly aside?: boolean;
}

/**
 * The blocks of the parts, in order (docs/read-office.md O1 to O4). A row with at least two cells that hold something,
 * all short and plain, is one block with tabs between its cells, empty ones counted; other tables only lay out a page.
 * A part that is longer than a layer can be is cut there, which is noted in `unread`.
 */
export function blocksOfParts(parts: readonly OfficePart[], unread: UnreadPart[]): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const room = { blocks: BLOCK_LIMIT, characters: CHARACTER_LIMIT };
  for (const part of parts) {
    const counter: Counter = { part, next: 1, blocks, room };
    for (const node of part.nodes) addNode(node, counter);
    if (room.blocks < 0 || room.characters < 0) unread.push({ part: part.name, reason: 'too-large' });
  }
  return blocks;
}

const BLOCK_LIMIT = 300_000;
/** Half of what a layer of plain text may hold; a thousand pages take a tenth of it. */
const CHARACTER_LIMIT = 32 * 1024 * 1024;

interface Counter {
  readonly part: OfficePart;
  next: number;
  readonly blocks: DraftBlock[];
  /** What still fits; below zero when the rest is left out. */
  readonly room: { blocks: number; characters: number };
}

function addBlock(block: DraftBlock, { blocks, room }: Counter): void {
  room.blocks--;
  room.characters -= block.text.length;
  if (room.blocks >= 0 && room.characters >= 0) blocks.push(block);
}

function addNode(node: OfficeNode, counter: Counter): void {
  // Markup can say "this cell a thousand times": once there is no room, nothing more is put together.
  if (counter.room.blocks < 0 || counter.room.characters < 0) return;
  if (node.type === 'paragraph') addParagraph(node, counter);
  else for (const row of node.rows) addRow(row, counter);
}

function addParagraph({ text, kind, level, linked = 0 }: OfficeParagraph, counter: Counter): void {
  const number = counter.next++;
  const clean = blockText(text);
  if (clean === '') return;
  const heading = kind === 'heading' && level !== undefined && { level };
  addBlock({ ...blockAt(counter, number), text: clean, kind, ...heading, linked }, counter);
}

function blockAt({ part }: Counter, number: number): Pick<DraftBlock, 'source' | 'place' | 'aside'> {
  return {
    source: { start: 0, end: 0 },
    place: { type: 'paragraph', number, part: part.name },
    ...(part.aside === true && { aside: true }),
  };
}

/** As in pages of HTML (docs/read.md L13). */
const CELL_CHARACTERS = 400;

function addRow(row: readonly OfficeCell[], counter: Counter): void {
  const cells = row.map(plainCell);
  const filled = cells.filter((cell) => cell !== '').length;
  if (filled < 2 || cells.includes(undefined)) {
    for (const cell of row) for (const node of cell) addNode(node, counter);
    return;
  }
  const number = counter.next;
  counter.next += row.reduce((sum, cell) => sum + cell.length, 0);
  const linked = row.flat().reduce((sum, node) => sum + (node.type === 'paragraph' ? (node.linked ?? 0) : 0), 0);
  addBlock({ ...blockAt(counter, number), text: cells.join('\t').trim(), kind: 'table-row', linked }, counter);
}

/** The text of a cell in one line or a few; undefined when it is more than a cell of data holds. */
function plainCell(cell: OfficeCell): string | undefined {
  let length = 0;
  const lines: string[] = [];
  for (const node of cell) {
    if (node.type === 'table' || node.kind === 'heading') return undefined;
    const text = blockText(node.text).replace(/\t+/g, ' ');
    length += text.length;
    if (length > CELL_CHARACTERS) return undefined;
    if (text !== '') lines.push(text);
  }
  return lines.join('\n');
}

/** A text as a block holds it: no blank line inside, no white space at either end or at the end of a line. */
export function blockText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most texts have none of these and need no more
  if (!/[\x00-\x08\x0a-\x1f\u2028\u2029]/.test(text)) return text.trim();
  return (
    text
      .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a text
      .replace(/[\x00-\x08\x0e-\x1f]/g, '\ufffd')
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim()
  );
}

/** Characters that are no white space, as `linked` counts them. */
export function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}
