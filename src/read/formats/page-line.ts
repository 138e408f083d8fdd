import type { Box } from '../layer.ts';

/** A line of text as it stands on a page: in a table, one cell of a row. */
export interface PageLine {
  /** Not empty, no white space at either end, no line end inside. */
  readonly text: string;
  readonly box: Box;
  /** Of its first character, in points. */
  readonly size: number;
  readonly bold: boolean;
  /** How it runs: left to right, from top to bottom, or at an angle. */
  readonly runs: 'across' | 'down' | 'turned';
  /** Whether white space stood at its end: where words are parted by spaces, a word ends there. */
  readonly spaced: boolean;
  /** 0 to 1 for recognised text. */
  readonly confidence?: number;
}

/** Lines whose middle lies within half a height of each other stand on one row. */
export function onOneRow(a: Box, b: Box): boolean {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return overlap > 0.5 * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** The smallest box around all. */
export function boxAround(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    boxes[0] ?? [0, 0, 0, 0],
  );
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
