import type { PageLine } from './page-line.ts';

/** A page as its asides are looked for. */
export interface AsidePage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** What stands above or below the text of a page: within this share of its height from the edge. */
const MARGIN = 0.14;
/** How often a line stands on the pages of a file before it is one that runs through it. */
const LEAST_PAGES = 3;
const PAGE_NUMBER =
  /^(?:[-–—‐·.|\s]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|-)\s*\d{1,4})?[-–—‐·.|\s]*|第\s*\d{1,4}\s*[页頁](?:[,，\s/]*共\s*\d{1,4}\s*[页頁])?|\d{1,4}\s*쪽)$/i;

/** The lines that belong to no text of a file but run along its pages: headers, footers, page numbers. */
export function asideLines(pages: readonly AsidePage[]): ReadonlySet<PageLine> {
  const margins = pages.flatMap((page) => marginLines(page));
  const repeated = new Map<string, Set<number>>();
  for (const { line, page } of margins) {
    const on = repeated.get(alike(line)) ?? new Set();
    on.add(page.number);
    repeated.set(alike(line), on);
  }
  const least = Math.max(Math.min(LEAST_PAGES, Math.max(2, pages.length)), Math.ceil(pages.length / 8));
  const numbered = margins.filter(({ line, page }) => numberOf(line, page.number));
  // One page with a number in its margin may be a figure of the text; numbers that count along the pages are not.
  const counting = new Set(numbered.map(({ page }) => page.number)).size >= 2;
  const found = new Set<PageLine>();
  for (const { line, page } of margins) {
    if ((repeated.get(alike(line))?.size ?? 0) >= least) found.add(line);
    else if (PAGE_NUMBER.test(line.text) && (/\D/.test(line.text) || (counting && numberOf(line, page.number))))
      found.add(line);
  }
  return found;
}

/** Lines in the margins that are the outermost there, or stand on a row with or next to the outermost. */
function marginLines(page: AsidePage): readonly { readonly line: PageLine; readonly page: AsidePage }[] {
  const { lines, height } = page;
  const margin = MARGIN * height;
  const top = Math.min(...lines.map(({ box }) => box[1]));
  const bottom = Math.max(...lines.map(({ box }) => box[3]));
  return lines
    .filter(({ box, size }) => {
      const above = box[3] < margin && box[1] - top < 3 * size;
      const below = box[1] > height - margin && bottom - box[3] < 3 * size;
      return above || below;
    })
    .map((line) => ({ line, page }));
}

/** Digits apart, the same words in the same place. */
function alike({ text, box }: PageLine): string {
  return `${Math.round(box[1] / 6)} ${text.replace(/\d+/g, '0').replace(/\s+/g, ' ')}`;
}

/** A number in the margin, no further from the number of its page than a book with a foreword has it. */
function numberOf({ text }: PageLine, page: number): boolean {
  const value = PAGE_NUMBER.test(text) ? Number(/\d+/.exec(text)?.[0] ?? Number.NaN) : Number.NaN;
  return value >= page - 40 && value <= page + 2_000;
}
