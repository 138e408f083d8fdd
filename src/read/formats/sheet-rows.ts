import type { DraftBlock } from '../draft.ts';
import { blockText } from './office-nodes.ts';

/** Rows read of one file. A sheet of a million rows is a database; what is beyond is said, not read. */
export const ROW_LIMIT = 200_000;

/** Characters of one file's rows: what a layer holds. */
export const ROW_CHARACTERS: number = 32 * 1024 * 1024;

/** A row of a sheet as a block, with tabs between its cells; undefined when it is empty. Its place counts from 1. */
export function rowBlock(sheet: string, row: number, cells: readonly string[]): DraftBlock | undefined {
  const clean = cells.map((cell) => blockText(cell).replace(/\t+/g, ' '));
  const text = clean.join('\t').trim();
  if (text === '') return undefined;
  return {
    text,
    kind: clean.filter((cell) => cell !== '').length > 1 ? 'table-row' : 'paragraph',
    source: { start: 0, end: 0 },
    linked: 0,
    place: { type: 'row', sheet, row },
  };
}
