import type { Box } from '../layer.ts';
import type { Grey } from './grey.ts';
import {
  bandsOf,
  type CellArea,
  columnsWithInk,
  type InkCells,
  inkCells,
  pixelsOfArea,
  runsOf,
  type Span,
  trimmed,
} from './ink-cells.ts';
import { medianOf } from './page-line.ts';

/** All in letters: a gutter is that wide at least, its columns have so many lines, and are so wide. */
const GUTTER = 1.2;
const COLUMN_LINES = 4;
const COLUMN_WIDTH = 8;
/** Share of a column's width that lines within a paragraph fill, and share of such lines. Cells of a table fill less. */
const FILLED = 0.75;
const FULL_LINES = 0.4;
/** Rules through a gutter that make it a line between cells. */
const TABLE_RULES = 2;
/** A line that much higher than others is a heading, and is read by itself. */
const HEADING = 1.6;
const DEEPEST = 6;

/**
 * The regions of a picture that are read one after the other, each one column of letters of one size, in pixels. Word spaces
 * that happen to stand below each other are no gutter, and cells of a table stay in one region: columns are parted only where
 * running text stands on both sides and no table's rules cross (docs/read-pages.md P11). Letters are `letter` pixels high, and
 * ink is what is darker than `dark`; `rules` is the picture with its rules, `image` without. Empty when there is no ink.
 */
export function seenRegions(
  image: Grey,
  { rules, letter, dark }: { readonly rules: Grey; readonly letter: number; readonly dark: number },
): readonly Box[] {
  const ink = inkCells(image, letter, dark);
  const ruled = inkCells(rules, letter, dark);
  const whole = { across: { from: 0, to: ink.wide }, down: { from: 0, to: ink.high } };
  const cells = letter / ink.side;
  return columnsIn({ ink, ruled, letter: cells }, whole, 0)
    .flatMap((area) => partedBySize(ink, area))
    .map((area) => pixelsOfArea(ink, area));
}

interface Sheet {
  readonly ink: InkCells;
  readonly ruled: InkCells;
  /** Cells that a letter is high. */
  readonly letter: number;
}

function columnsIn(sheet: Sheet, within: CellArea, depth: number): readonly CellArea[] {
  const area = trimmed(sheet.ink, within);
  if (area === undefined) return [];
  const found = depth < DEEPEST ? tallestColumns(sheet, area) : undefined;
  if (found === undefined) return [area];
  const above = { across: area.across, down: { from: area.down.from, to: found.down.from } };
  const below = { across: area.across, down: { from: found.down.to, to: area.down.to } };
  const columns = found.columns.map((across) => ({ across, down: found.down }));
  return [above, ...columns, below].flatMap((part) => columnsIn(sheet, part, depth + 1));
}

interface Columns {
  readonly down: Span;
  readonly columns: readonly Span[];
}

/** The longest run of lines through which gutters go, with what stands between them. */
function tallestColumns(sheet: Sheet, area: CellArea): Columns | undefined {
  const bands = bandsOf(sheet.ink, area).map((down) => ({
    down,
    inked: columnsWithInk(sheet.ink, { across: area.across, down }),
  }));
  let best: Columns | undefined;
  for (const [i, first] of bands.entries()) {
    const known = best === undefined ? 0 : best.down.to - best.down.from;
    if (area.down.to - first.down.from <= known) break;
    const run = longestRun(bands.slice(i), area.across.from, sheet.letter);
    if (run === undefined || run.down.to - run.down.from <= known) continue;
    const columns = runningColumns(sheet, run);
    if (columns.length > 1) best = { down: run.down, columns };
  }
  return best;
}

interface Band {
  readonly down: Span;
  readonly inked: readonly boolean[];
}

/** From the first band on, as many as leave gutters free. */
function longestRun(bands: readonly Band[], left: number, letter: number): Columns | undefined {
  const taken: boolean[] = [];
  let found: Columns | undefined;
  for (const { down, inked } of bands) {
    for (const [x, dark] of inked.entries()) taken[x] = dark || taken[x] === true;
    const columns = betweenGutters(taken, letter);
    if (columns.length < 2) break;
    const from = found?.down.from ?? down.from;
    found = {
      down: { from, to: down.to },
      columns: columns.map((each) => ({ from: left + each.from, to: left + each.to })),
    };
  }
  return found;
}

function betweenGutters(taken: readonly boolean[], letter: number): readonly Span[] {
  const parts: Span[] = [];
  for (const run of runsOf(taken)) {
    const last = parts.at(-1);
    if (last !== undefined && run.from - last.to < GUTTER * letter)
      parts[parts.length - 1] = { from: last.from, to: run.to };
    else parts.push(run);
  }
  return parts;
}

/** What stands between gutters, taken together where it is no column of running text. */
function runningColumns(sheet: Sheet, { down, columns }: Columns): readonly Span[] {
  const kept: Span[] = [];
  let loose = false;
  for (const across of columns) {
    const runs = isRunning(sheet, { across, down });
    const last = kept.at(-1);
    const joined = last !== undefined && (loose || !runs || isRuled(sheet, { from: last.to, to: across.from }, down));
    if (joined) kept[kept.length - 1] = { from: last.from, to: across.to };
    else kept.push(across);
    loose = !runs;
  }
  return kept;
}

function isRunning({ ink, letter }: Sheet, area: CellArea): boolean {
  const width = area.across.to - area.across.from;
  if (width < COLUMN_WIDTH * letter) return false;
  const fills = bandsOf(ink, area)
    .filter(({ from, to }) => to - from > 0.4 * letter)
    .map((down) => {
      const runs = runsOf(columnsWithInk(ink, { across: area.across, down }));
      return ((runs.at(-1)?.to ?? 0) - (runs[0]?.from ?? 0)) / width;
    });
  const full = fills.filter((fill) => fill >= FILLED).length;
  return fills.length >= COLUMN_LINES && full >= Math.max(2, FULL_LINES * fills.length);
}

/** Whether rules go through the gutter from side to side. */
function isRuled({ ruled }: Sheet, across: Span, down: Span): boolean {
  const crossed = Array.from({ length: down.to - down.from }, (_, i) => {
    const from = (down.from + i) * ruled.wide;
    return ruled.cells.subarray(from + across.from, from + across.to).every((cell) => cell === 1);
  });
  return runsOf(crossed).length >= TABLE_RULES;
}

/** Lines of much larger letters apart from the others. */
function partedBySize(ink: InkCells, area: CellArea): readonly CellArea[] {
  const bands = bandsOf(ink, area);
  const usual = medianOf(bands.map(({ from, to }) => to - from));
  const parts: { readonly large: boolean; readonly down: Span }[] = [];
  for (const band of bands) {
    const large = band.to - band.from > HEADING * usual;
    const last = parts.at(-1);
    if (last !== undefined && last.large === large)
      parts[parts.length - 1] = { large, down: { from: last.down.from, to: band.to } };
    else parts.push({ large, down: band });
  }
  return parts.flatMap(({ down }) => trimmed(ink, { across: area.across, down }) ?? []);
}
