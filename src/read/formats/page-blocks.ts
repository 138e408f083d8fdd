import type { DraftBlock, DraftRun } from '../draft.ts';
import { columnsOf } from '../text-lines.ts';
import { boxAround, medianOf } from './page-line.ts';
import { cellStarts, type PageRow, rowText } from './page-rows.ts';

/** What holds for a whole file: its letters are larger or smaller than those of the text proper. */
export interface Typography {
  /** The size that most characters have. */
  readonly body: number;
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[];
  /** Whether most of the text is bold, so that bold marks nothing. */
  readonly bold: boolean;
  /** Whether Korean lines end with a space where a word ends: then a line without one ends within a word. */
  readonly spacedHangul: boolean;
}

/** Rows that make one block. */
export interface RowGroup {
  readonly kind: DraftBlock['kind'];
  readonly level?: number;
  readonly rows: readonly PageRow[];
  /** Right edge of the column. */
  readonly edge: number;
  readonly left: number;
}

const LONGEST_HEADING = 200;
const BULLET =
  /^(?:[•·‣◦▪■●○※\u2010-\u2015*\uf0b7\uf0a7-]\s?|\(?\d{1,3}[.)]\s|[①-⑳]|[(（][一二三四五六七八九十가-힣\d]{1,2}[)）])/;
const ENDS_SENTENCE = /[.!?。！？…:：;；][\s"'”’」』)）\]]*$/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** The blocks of one column: rows of a table each by itself, headings, and paragraphs joined from their lines. */
export function groupsOf(rows: readonly PageRow[], typography: Typography): readonly RowGroup[] {
  const left = Math.min(...rows.map(({ box }) => box[0]));
  const edge = Math.max(...rows.map(({ box }) => box[2]));
  const leading = leadingOf(rows);
  const tables = tableRows(rows);
  const groups: { kind: DraftBlock['kind']; level?: number; rows: PageRow[]; edge: number; left: number }[] = [];
  for (const [i, row] of rows.entries()) {
    const level = headingLevel(row, typography);
    const kind = tables.has(row) ? 'table-row' : level !== undefined ? 'heading' : 'paragraph';
    const group = groups.at(-1);
    const before = group?.rows.at(-1);
    const goesOn =
      group !== undefined &&
      before !== undefined &&
      kind !== 'table-row' &&
      (group.kind === 'list-item' ? 'paragraph' : group.kind) === kind &&
      group.level === level &&
      !beginsAnew(
        { before, row, after: rows[i + 1] },
        { left, edge, leading, rows: group.rows, item: group.kind === 'list-item' },
      );
    if (goesOn) group.rows.push(row);
    else {
      const item = kind === 'paragraph' && BULLET.test(rowText(row));
      groups.push({ kind: item ? 'list-item' : kind, ...(level !== undefined && { level }), rows: [row], edge, left });
    }
  }
  return groups.map((group) => asHeading(group, typography));
}

/** A heading of many words is a paragraph in large letters. */
function asHeading(group: RowGroup, { bold }: Typography): RowGroup {
  const { level: _, ...rest } = group;
  const words = columnsOf(group.rows.map(rowText).join(' '));
  if (group.kind === 'heading') return words > LONGEST_HEADING ? { ...rest, kind: 'paragraph' } : group;
  const alone = group.kind === 'paragraph' && group.rows.length === 1 && words <= LONGEST_HEADING / 2;
  const text = rowText(group.rows[0] ?? EMPTY_ROW);
  if (!alone || bold || group.rows[0]?.bold !== true || !/\p{L}/u.test(text) || ENDS_SENTENCE.test(text)) return group;
  return { ...group, kind: 'heading', level: 6 };
}

const EMPTY_ROW: PageRow = { page: 0, box: [0, 0, 0, 0], size: 1, bold: false, cells: [], gaps: [], spaced: false };

function headingLevel(row: PageRow, { body, headings }: Typography): number | undefined {
  if (row.size < 1.15 * body || !/\p{L}/u.test(rowText(row)) || columnsOf(rowText(row)) > LONGEST_HEADING)
    return undefined;
  const rank = headings.findIndex((size) => row.size > size - 0.5);
  return rank < 0 ? undefined : Math.min(6, rank + 1);
}

function leadingOf(rows: readonly PageRow[]): number {
  const steps = rows.flatMap((row, i) => {
    const before = rows[i - 1];
    const step = before === undefined ? 0 : row.box[3] - before.box[3];
    return before !== undefined && step > 0.5 * row.size && step < 3 * row.size ? [step / row.size] : [];
  });
  // Too few lines say nothing of their distance: what is usual is taken.
  return steps.length < 4 ? Math.min(1.5, medianOf(steps) || 1.5) : medianOf(steps);
}

interface Column {
  readonly left: number;
  readonly edge: number;
  readonly leading: number;
  readonly rows: readonly PageRow[];
  /** Whether the block before is an item of a list: its further lines stand further in. */
  readonly item: boolean;
}

/** Whether a row begins a paragraph: after a gap, in another size, indented, with a bullet, or after a line cut short by its end. */
function beginsAnew(
  { before, row, after }: { readonly before: PageRow; readonly row: PageRow; readonly after: PageRow | undefined },
  { left, edge, leading, rows, item }: Column,
): boolean {
  if (row.cells.some(({ runs }) => runs !== 'across')) return row.cells[0]?.runs !== 'down';
  const step = row.box[3] - before.box[3];
  const size = Math.max(row.size, before.size);
  if (step > size * Math.max(1.3 * leading, leading + 0.35) || step < 0) return true;
  if (Math.abs(row.size - before.size) > 0.15 * size) return true;
  const text = rowText(row);
  if (BULLET.test(text)) return true;
  // A line of a table of contents.
  if (/(?:[.·…]\s*){4,}\S{1,6}$/.test(rowText(before))) return true;
  const indent = row.box[0] - left;
  const ended = ENDS_SENTENCE.test(rowText(before));
  const short = edge - before.box[2] > 3 * size;
  if (ended && short) return true;
  // The first line of a paragraph stands further in than the line before and the line after it.
  const hangs = item && row.box[0] > (rows[0]?.box[0] ?? 0) + 0.3 * size;
  const indented = !hangs && indent > 0.8 * size && indent < 6 * size && row.box[0] - before.box[0] > 0.8 * size;
  if (indented && (after === undefined ? ended : row.box[0] - after.box[0] > 0.8 * size)) return true;
  return row.bold !== before.bold && (row.bold || short);
}

/** Rows of three cells and more, and rows of two that stand under or over one with the same edges. */
function tableRows(rows: readonly PageRow[]): ReadonlySet<PageRow> {
  const found = new Set<PageRow>();
  for (const [i, row] of rows.entries()) {
    const starts = cellStarts(row);
    if (starts.length < 2) continue;
    const like = [rows[i - 1], rows[i + 1]].some((other) => {
      if (other === undefined) return false;
      const shared = cellStarts(other).filter((x) => starts.some((start) => Math.abs(start - x) < row.size));
      return shared.length >= 2;
    });
    const bullet = starts.length === 2 && /^\S{1,4}$/.test(row.cells[0]?.text ?? '') && BULLET.test(`${rowText(row)} `);
    if ((like && !bullet) || starts.length >= 3) found.add(row);
  }
  return found;
}

/** A group as a block: its text, where it stands, and the box of each line in it. */
export function blockOfGroup(group: RowGroup, typography: Typography): DraftBlock {
  const { kind, level, rows } = group;
  const runs: DraftRun[] = [];
  let text = '';
  let before: PageRow | undefined;
  for (const row of rows) {
    if (before !== undefined) text += joint(before, row, group, { text, typography });
    for (const [i, cell] of row.cells.entries()) {
      const gap = row.gaps[i] ?? '';
      // Outside a table a wide gap is a space, as after the number of a paragraph.
      text += kind !== 'table-row' && gap === '\t' ? ' ' : gap;
      const { box, confidence } = cell;
      const start = text.length;
      text += cell.text;
      runs.push({ page: row.page, start, end: text.length, box, ...(confidence !== undefined && { confidence }) });
    }
    before = row;
  }
  const first = rows[0]?.page ?? 1;
  const box = boxAround(rows.filter(({ page }) => page === first).map((row) => row.box));
  return {
    text,
    kind,
    ...(level !== undefined && { level }),
    source: { start: 0, end: 0 },
    linked: 0,
    place: { type: 'page', page: first, box },
    runs,
  };
}

/**
 * What stands between two lines of a block: nothing within a word or between Chinese characters, a space between words, a
 * line end where a line was ended on purpose, as in an address. A hyphen at the end of a line is kept, as every visible
 * character is.
 */
function joint(
  before: PageRow,
  row: PageRow,
  { edge }: RowGroup,
  { text, typography }: { readonly text: string; readonly typography: Typography },
): '' | ' ' | '\n' {
  const next = rowText(row);
  const [last, first] = [/\P{M}\p{M}*$/u.exec(text)?.[0] ?? '', /^./u.exec(next)?.[0] ?? ''];
  if (row.cells.some(({ runs }) => runs === 'down')) return CJK.test(last) && CJK.test(first) ? '' : ' ';
  if (/\p{L}[-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next)) return '';
  const across = row.page === before.page ? edge - before.box[2] : 0;
  const word = CJK.test(first) || HANGUL.test(first) ? row.size : wordWidth(row, next);
  if (across > word + 1.5 * row.size) return '\n';
  if (before.spaced) return ' ';
  if (CJK.test(last) && !/[\p{L}\p{N}]/u.test(first)) return '';
  if (CJK.test(last) || CJK.test(first)) return HANGUL.test(last + first) ? ' ' : '';
  return HANGUL.test(last) && HANGUL.test(first) && typography.spacedHangul ? '' : ' ';
}

/** How much room the first word of a row takes. */
function wordWidth({ box, size }: PageRow, text: string): number {
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  return Math.max(size, ((box[2] - box[0]) * word) / Math.max(1, text.length));
}

/** Whether a paragraph goes on in the next: its last line is full and no sentence ends there, and the next begins within one. */
export function runsOn(group: RowGroup, next: RowGroup): boolean {
  const [last, first] = [group.rows.at(-1), next.rows[0]];
  if (last === undefined || first === undefined || last.page === first.page) return false;
  if (!(group.kind === 'paragraph' || group.kind === 'list-item') || next.kind !== 'paragraph') return false;
  if ([last, first].some(({ cells }) => cells.some(({ runs }) => runs !== 'across'))) return false;
  const size = Math.max(last.size, first.size);
  const text = rowText(last);
  return (
    Math.abs(last.size - first.size) <= 0.1 * size &&
    group.edge - last.box[2] < 3 * size &&
    !ENDS_SENTENCE.test(text) &&
    first.box[0] - next.left < 0.5 * size &&
    (/^\p{Ll}/u.test(rowText(first)) ||
      (CJK.test(text.slice(-1)) && CJK.test(rowText(first))) ||
      HANGUL.test(text.slice(-1)))
  );
}
