import type { Box } from '../layer.ts';
import { columnsOf } from '../text-lines.ts';
import { boxAround, onOneRow, type PageLine } from './page-line.ts';

/** What stands on one row of a column, from left to right: a line of text, or the cells of a table. */
export interface PageRow {
  readonly page: number;
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly cells: readonly PageLine[];
  /** Between each cell and the one before it: none, a space, or a gap as between columns of a table. */
  readonly gaps: readonly ('' | ' ' | '\t')[];
  readonly spaced: boolean;
}

/** Gaps wider than this many times the size of the letters part cells. */
const CELL_GAP = 1.5;
const WORD_GAP = 0.12;

/** The rows of a region, from top to bottom. Vertical and turned lines are rows of their own, in the order they came in. */
export function rowsOf(page: number, region: readonly PageLine[]): readonly PageRow[] {
  if (region.some(({ runs }) => runs !== 'across')) return region.map((line) => rowOf(page, [line]));
  const rows: { box: Box; cells: PageLine[] }[] = [];
  for (const line of region.toSorted((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3])) {
    const row = rows.findLast(({ box, cells }, i) => {
      const near = i >= rows.length - 3 && onOneRow(box, line.box);
      return near && cells.every((cell) => !overlaps(cell.box, line.box));
    });
    if (row === undefined) rows.push({ box: line.box, cells: [line] });
    else {
      row.cells.push(line);
      // A raised letter or a mark above does not widen the row: the largest line says how high it is.
      if (line.box[3] - line.box[1] > row.box[3] - row.box[1]) row.box = line.box;
    }
  }
  return rows.map(({ cells }) => rowOf(page, cells)).toSorted((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3]);
}

function overlaps(a: Box, b: Box): boolean {
  const shared = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  return shared > 0.4 * Math.min(a[2] - a[0], b[2] - b[0]);
}

function rowOf(page: number, found: readonly PageLine[]): PageRow {
  const cells = found.toSorted((a, b) => a.box[0] - b.box[0]);
  const gaps = cells.map((cell, i) => {
    const before = cells[i - 1];
    if (before === undefined) return '';
    const gap = cell.box[0] - before.box[2];
    const size = Math.min(cell.size, before.size);
    if (gap > CELL_GAP * size) return '\t';
    return gap > WORD_GAP * size || before.spaced ? ' ' : '';
  });
  const longest = cells.reduce<PageLine | undefined>(
    (best, cell) => (columnsOf(cell.text) > columnsOf(best?.text ?? '') ? cell : best),
    undefined,
  );
  return {
    page,
    box: boxAround(cells.map(({ box }) => box)),
    size: longest?.size ?? 1,
    bold: cells.every(({ bold }) => bold),
    cells,
    gaps,
    spaced: cells.at(-1)?.spaced ?? false,
  };
}

/** How many cells a row has that are parted as in a table. */
export function cellStarts(row: PageRow): readonly number[] {
  return row.cells.flatMap(({ box }, i) => (i === 0 || row.gaps[i] === '\t' ? [box[0]] : []));
}

export function rowText(row: PageRow): string {
  return row.cells.map(({ text }, i) => `${row.gaps[i] ?? ''}${text}`).join('');
}
