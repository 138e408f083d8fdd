import { columnsOf } from '../text-lines.ts';
import { boxAround, medianOf, onOneRow, type PageLine } from './page-line.ts';

/** A page with more lines than this is a drawing; its lines stay in the order of the file. */
const MOST_LINES = 2_000;
const DEEPEST = 8;
/** Lines that a column has at least, and columns of a screen that its lines fill at least: less is a table. */
const COLUMN_LINES = 3;
const COLUMN_WIDTH = 18;

/**
 * The lines of a page in regions of one column each, as one reads them: columns from left to right below what spans them,
 * vertical lines from right to left, lines at an angle last.
 */
export function regionsOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const across = lines.filter(({ runs }) => runs === 'across');
  const down = lines.filter(({ runs }) => runs === 'down');
  const turned = lines.filter(({ runs }) => runs === 'turned');
  const regions = across.length > MOST_LINES ? across.map((line) => [line]) : partedAcross(across, 0);
  const vertical = down.toSorted((a, b) => (sameColumn(a, b) ? a.box[1] - b.box[1] : b.box[0] - a.box[0]));
  return [...regions, ...(vertical.length > 0 ? [vertical] : []), ...turned.map((line) => [line])];
}

function sameColumn(a: PageLine, b: PageLine): boolean {
  return Math.abs(a.box[0] - b.box[0]) < 0.5 * Math.min(a.size, b.size);
}

function partedAcross(lines: readonly PageLine[], depth: number): readonly (readonly PageLine[])[] {
  if (lines.length === 0) return [];
  const gutter = depth < DEEPEST ? widestGutter(lines) : undefined;
  if (gutter === undefined) return [lines];
  const parts: Record<'above' | 'left' | 'right' | 'below', PageLine[]> = { above: [], left: [], right: [], below: [] };
  for (const line of lines) {
    const middle = middleOf(line);
    const within = middle >= gutter.top && middle <= gutter.bottom;
    const side = line.box[0] >= gutter.right - 0.5 ? 'right' : 'left';
    parts[within ? side : middle < gutter.top ? 'above' : 'below'].push(line);
  }
  return [parts.above, parts.left, parts.right, parts.below].flatMap((part) => partedAcross(part, depth + 1));
}

/** White space between two columns: nothing stands in it from its top to its bottom. */
interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function widestGutter(lines: readonly PageLine[]): Gutter | undefined {
  const sorted = lines.toSorted((a, b) => middleOf(a) - middleOf(b));
  const tried: Gutter[] = [];
  let best: { readonly gutter: Gutter; readonly height: number } | undefined;
  for (const [i, line] of sorted.entries()) {
    const next = neighbourOf(sorted, i);
    const least = Math.max(5, 0.7 * line.size);
    if (next === undefined || next.box[0] - line.box[2] < least) continue;
    const middle = middleOf(line);
    const known = tried.some(
      ({ left, right, top, bottom }) => left < next.box[0] && right > line.box[2] && top <= middle && bottom >= middle,
    );
    if (known) continue;
    const gutter = grow(sorted, i, { left: line.box[2], right: next.box[0], least });
    tried.push(gutter);
    const height = columnHeight(sorted, gutter);
    if (height > (best?.height ?? 0)) best = { gutter, height };
  }
  return best === undefined ? undefined : lowered(sorted, best.gutter);
}

/** Begins at the right column where what stands higher on the left is parted from the left column: it is above both. */
function lowered(sorted: readonly PageLine[], gutter: Gutter): Gutter {
  const within = sorted.filter((line) => middleOf(line) >= gutter.top && middleOf(line) <= gutter.bottom);
  const left = within.filter(({ box }) => box[0] < gutter.right - 0.5);
  const top = Math.min(...within.filter((line) => !left.includes(line)).map(({ box }) => box[1]));
  const first = left.findIndex(({ box }) => box[3] > top);
  const [last, next] = [left[first - 1], left[first]];
  if (last === undefined || next === undefined) return gutter;
  const size = Math.max(last.size, next.size);
  const parted = next.box[1] - last.box[3] > 0.6 * size || Math.abs(last.size - next.size) > 0.15 * size;
  return parted ? { ...gutter, top: Math.min(middleOf(next), top) } : gutter;
}

/** The nearest line to the right on the same row. */
function neighbourOf(sorted: readonly PageLine[], at: number): PageLine | undefined {
  const line = sorted[at];
  if (line === undefined) return undefined;
  let nearest: PageLine | undefined;
  const look = (other: PageLine | undefined): boolean => {
    if (other === undefined || Math.abs(middleOf(other) - middleOf(line)) > 2 * line.size) return false;
    const right = other.box[0] > line.box[0] && onOneRow(line.box, other.box);
    if (right && other.box[0] < (nearest?.box[0] ?? Number.POSITIVE_INFINITY)) nearest = other;
    return true;
  };
  for (let i = at - 1; look(sorted[i]); i--);
  for (let i = at + 1; look(sorted[i]); i++);
  return nearest;
}

/** Goes up and down from a gap for as long as no line stands in it, narrowing it where one reaches in a little. */
function grow(
  sorted: readonly PageLine[],
  at: number,
  gap: { readonly left: number; readonly right: number; readonly least: number },
): Gutter {
  let { left, right } = gap;
  const passes = ({ box }: PageLine): boolean => {
    if (box[2] <= left || box[0] >= right) return true;
    if (box[2] <= right - gap.least && box[0] < left) left = box[2];
    else if (box[0] >= left + gap.least && box[2] > right) right = box[0];
    else return false;
    return true;
  };
  const reach = (step: 1 | -1): number => {
    let end = at;
    for (let i = at + step; ; i += step) {
      const line = sorted[i];
      if (line === undefined || !passes(line)) break;
      end = i;
    }
    return end;
  };
  const [last, first] = [reach(1), reach(-1)];
  const within = sorted.slice(first, last + 1);
  return { left, right, top: Math.min(...within.map(middleOf)), bottom: Math.max(...within.map(middleOf)) };
}

/** The lines that stand on both sides of it at once; 0 where either side is no running text. */
function columnHeight(sorted: readonly PageLine[], gutter: Gutter): number {
  const within = sorted.filter((line) => middleOf(line) >= gutter.top && middleOf(line) <= gutter.bottom);
  const sides = [
    within.filter(({ box }) => box[0] < gutter.right - 0.5),
    within.filter(({ box }) => box[0] >= gutter.right - 0.5),
  ];
  if (sides.some((side) => side.length < COLUMN_LINES)) return 0;
  const boxes = sides.map((side) => boxAround(side.map(({ box }) => box)));
  const top = Math.max(...boxes.map((box) => box[1]));
  const bottom = Math.min(...boxes.map((box) => box[3]));
  const beside = sides.map((side) => side.filter(({ box }) => box[3] > top && box[1] < bottom));
  const running = beside.every(
    (side) => side.length >= COLUMN_LINES && medianOf(side.map(({ text }) => columnsOf(text))) >= COLUMN_WIDTH,
  );
  return running ? Math.min(...beside.map((side) => side.length)) : 0;
}

function middleOf({ box }: PageLine): number {
  return (box[1] + box[3]) / 2;
}
