import type { Grey } from './grey.ts';
import { runsOf } from './ink-cells.ts';
import { medianOf } from './page-line.ts';

/** Columns that are looked at together: few enough that a page turned a little is no matter. */
const STRIP = 48;
/** Heights that are believed; what is lower is a dot or a rule, what is higher a picture. */
const BELIEVED = { least: 6, most: 200 };
/** A mean between strips of few letters and of many. */
const LEAST_RUNS = 8;

/** How many rows letters of a page have, as a rule; undefined when it has too few to tell. Ink is what is darker than `dark`. */
export function letterHeight({ width, height, pixels }: Grey, dark: number): number | undefined {
  const heights: number[] = [];
  for (let left = 0; left + STRIP <= width; left += STRIP) {
    const inked = Array.from({ length: height }, (_, y) => {
      const from = y * width + left;
      return pixels.subarray(from, from + STRIP).some((pixel) => pixel < dark);
    });
    for (const { from, to } of runsOf(inked)) {
      if (to - from >= BELIEVED.least && to - from <= BELIEVED.most) heights.push(to - from);
    }
  }
  return heights.length < LEAST_RUNS ? undefined : medianOf(heights);
}
