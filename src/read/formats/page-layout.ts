import type { DraftBlock } from '../draft.ts';
import { columnsOf } from '../text-lines.ts';
import { asideLines } from './page-asides.ts';
import { blockOfGroup, groupsOf, type RowGroup, runsOn, type Typography } from './page-blocks.ts';
import { regionsOf } from './page-columns.ts';
import type { PageLine } from './page-line.ts';
import { type PageRow, rowsOf } from './page-rows.ts';

/** A page of lines, wherever they were read from. */
export interface LinedPage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/**
 * The blocks of a file of pages (docs/read-pages.md P10 to P19): every line stands in exactly one, columns one after the
 * other, and what runs along the pages is set aside.
 */
export function blocksOfPages(pages: readonly LinedPage[]): readonly DraftBlock[] {
  const asides = asideLines(pages);
  const laidOut = pages.map((page) => layOut(page, asides));
  const typography = typographyOf(laidOut);
  const blocks: DraftBlock[] = [];
  /** A paragraph that may go on over the page, and what stood at the foot of its page. */
  let open: RowGroup | undefined;
  let feet: readonly DraftBlock[] = [];
  const close = (): void => {
    if (open !== undefined) blocks.push(blockOfGroup(open, typography));
    blocks.push(...feet);
    open = undefined;
    feet = [];
  };
  for (const page of laidOut) {
    const [first, ...rest] = page.regions.flatMap((rows) => groupsOf(rows, typography));
    const heads = page.head.map((row) => asideBlock(row, typography));
    if (open !== undefined && first !== undefined && runsOn(open, first)) {
      // The paragraph comes first and what stands between its halves after it.
      open = { ...open, rows: [...open.rows, ...first.rows], edge: first.edge, left: first.left };
      feet = [...feet, ...heads];
      if (rest.length > 0) close();
    } else {
      close();
      blocks.push(...heads);
      if (first !== undefined) rest.unshift(first);
    }
    const last = rest.pop();
    blocks.push(...rest.map((group) => blockOfGroup(group, typography)));
    if (last !== undefined) open = last;
    feet = [...feet, ...page.foot.map((row) => asideBlock(row, typography))];
  }
  close();
  return blocks;
}

interface LaidOut {
  readonly head: readonly PageRow[];
  readonly regions: readonly (readonly PageRow[])[];
  readonly foot: readonly PageRow[];
}

function layOut({ number, height, lines }: LinedPage, asides: ReadonlySet<PageLine>): LaidOut {
  const apart = lines.filter((line) => asides.has(line));
  const head = apart.filter(({ box }) => box[1] < height / 2);
  const foot = apart.filter(({ box }) => box[1] >= height / 2);
  return {
    head: rowsOf(number, head),
    regions: regionsOf(lines.filter((line) => !asides.has(line))).map((region) => rowsOf(number, region)),
    foot: rowsOf(number, foot),
  };
}

function asideBlock(row: PageRow, typography: Typography): DraftBlock {
  return {
    ...blockOfGroup({ kind: 'paragraph', rows: [row], edge: row.box[2], left: row.box[0] }, typography),
    aside: true,
  };
}

function typographyOf(pages: readonly LaidOut[]): Typography {
  const sizes = new Map<number, number>();
  let [all, bold, hangul, spaced] = [0, 0, 0, 0];
  for (const row of pages.flatMap(({ regions }) => regions.flat())) {
    for (const cell of row.cells) {
      const columns = columnsOf(cell.text);
      const size = Math.round(cell.size * 2) / 2;
      sizes.set(size, (sizes.get(size) ?? 0) + columns);
      all += columns;
      if (cell.bold) bold += columns;
    }
    const last = row.cells.at(-1);
    if (last !== undefined && /\p{Script=Hangul}$/u.test(last.text)) {
      hangul++;
      if (last.spaced) spaced++;
    }
  }
  const [body] = [...sizes].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  const large = [...sizes.keys()].filter((size) => size >= 1.15 * body).toSorted((a, b) => b - a);
  // Sizes of nearly one height are one: a scan gives every line its own.
  const headings = large.filter((size, i) => i === 0 || size < (large[i - 1] ?? 0) - 0.5).slice(0, 6);
  return { body, headings, bold: bold > all / 2, spacedHangul: hangul >= 4 && spaced > 0.25 * hangul };
}
