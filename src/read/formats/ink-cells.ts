import type { Box } from '../layer.ts';
import type { Grey } from './grey.ts';

/** Where ink lies on a picture, in cells of a few pixels, so that specks count as little and gaps are found fast. */
export interface InkCells {
  readonly wide: number;
  readonly high: number;
  /** Pixels that a cell is wide and high. */
  readonly side: number;
  /** Row after row, 1 for ink. */
  readonly cells: Uint8Array;
}

/** From the first to the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An area in cells. */
export interface CellArea {
  readonly across: Span;
  readonly down: Span;
}

/** Cells of a sixth of a letter. One counts as ink when an eighth of it is darker than `dark`. */
export function inkCells({ width, height, pixels }: Grey, letter: number, dark: number): InkCells {
  const side = Math.max(1, Math.round(letter / 6));
  const [wide, high] = [Math.ceil(width / side), Math.ceil(height / side)];
  const counts = new Uint16Array(wide * high);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * wide;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if ((pixels[at] ?? 255) >= dark) continue;
      const cell = row + Math.floor(x / side);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const least = Math.max(1, (side * side) / 8);
  return { wide, high, side, cells: Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)) };
}

/** Rows of an area that have ink, as runs from top to bottom: mostly its lines. */
export function bandsOf(ink: InkCells, { across, down }: CellArea): readonly Span[] {
  const rows = Array.from({ length: down.to - down.from }, (_, i) => {
    const from = (down.from + i) * ink.wide;
    return ink.cells.subarray(from + across.from, from + across.to).includes(1);
  });
  return runsOf(rows).map(({ from, to }) => ({ from: from + down.from, to: to + down.from }));
}

/** Which columns of an area have ink, counted from its left. */
export function columnsWithInk(ink: InkCells, { across, down }: CellArea): readonly boolean[] {
  const found = Array.from({ length: across.to - across.from }, () => false);
  for (let y = down.from; y < down.to; y++) {
    for (let x = across.from; x < across.to; x++) if (ink.cells[y * ink.wide + x] === 1) found[x - across.from] = true;
  }
  return found;
}

/** The area without what is empty around it; undefined when it has no ink. */
export function trimmed(ink: InkCells, area: CellArea): CellArea | undefined {
  const bands = bandsOf(ink, area);
  const columns = runsOf(columnsWithInk(ink, area));
  const [top, bottom, left, right] = [bands[0], bands.at(-1), columns[0], columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
  const across = { from: area.across.from + left.from, to: area.across.from + right.to };
  return { across, down: { from: top.from, to: bottom.to } };
}

/** Runs of what is true. */
export function runsOf(values: readonly boolean[]): readonly Span[] {
  const runs: Span[] = [];
  let from = -1;
  for (let i = 0; i <= values.length; i++) {
    const holds = values[i] === true;
    if (holds && from < 0) from = i;
    else if (!holds && from >= 0) {
      runs.push({ from, to: i });
      from = -1;
    }
  }
  return runs;
}

/** The area in pixels. */
export function pixelsOfArea({ side }: InkCells, { across, down }: CellArea): Box {
  return [across.from * side, down.from * side, across.to * side, down.to * side];
}
