import { once } from '../../read/index.ts';
import { WIDE_RANGES } from '../data/wide-characters.ts';

/** Controls and formats that could move the cursor, recolour the terminal, or turn a line around. Joiners stay. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}/gu;
const UNPRINTABLE_IN_TEXT = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}/gu;
/** Invisible, and without a meaning that a reader could miss. */
const NOTHING = /[\u00AD\u200B\u2060\uFEFF]/gu;

/**
 * Text of a source as one line that a terminal can be given: a document may hold the sequences that drive one. What is
 * not shown is told by its number.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(NOTHING, '').replace(UNPRINTABLE, named).trim();
}

/** The same for whole texts: line ends and tabs stay. */
export function manyLines(text: string): string {
  return text.replace(NOTHING, '').replace(UNPRINTABLE_IN_TEXT, named);
}

function named(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Made when the first text needs it, since it takes longer than all else that a command line loads. */
const graphemes: () => Intl.Segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** Cells of a terminal that a line takes: two for Chinese, Korean and Japanese characters, none for combining marks. */
export function cellsOf(text: string): number {
  // Nothing in ASCII joins with its neighbour but a line end.
  if (/^[ -~]*$/.test(text)) return text.length;
  let cells = 0;
  for (const { segment } of graphemes().segment(text)) cells += cellsOfGrapheme(segment);
  return cells;
}

/** The text cut to at most so many cells, with … as its last one when something is missing. */
export function fitCells(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  let fitted = '';
  let used = 0;
  for (const { segment } of graphemes().segment(text)) {
    const width = cellsOfGrapheme(segment);
    if (used + width > cells - 1) break;
    fitted += segment;
    used += width;
  }
  return `${fitted.trimEnd()}…`;
}

/** The text filled with spaces to so many cells, on the right, or on the left for numbers. */
export function padCells(text: string, cells: number, side: 'left' | 'right' = 'right'): string {
  const fill = ' '.repeat(Math.max(0, cells - cellsOf(text)));
  return side === 'right' ? text + fill : fill + text;
}

/** Lines of at most so many cells, broken at spaces, or between characters where a word is longer than a line. */
export function wrapCells(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const put = (word: string): void => {
    if (line === '') line = word;
    else if (cellsOf(line) + 1 + cellsOf(word) <= cells) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
    while (cellsOf(line) > cells) {
      const head = headCells(line, cells);
      lines.push(head);
      line = line.slice(head.length);
    }
  };
  for (const word of text.split(' ')) if (word !== '') put(word);
  if (line !== '') lines.push(line);
  return lines;
}

function headCells(text: string, cells: number): string {
  let head = '';
  let used = 0;
  for (const { segment } of graphemes().segment(text)) {
    used += cellsOfGrapheme(segment);
    if (used > cells && head !== '') break;
    head += segment;
  }
  return head;
}

function cellsOfGrapheme(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return code < 0x20 ? 0 : 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  return isWide(code) || grapheme.includes('\uFE0F') ? 2 : 1;
}

function isWide(code: number): boolean {
  let low = 0;
  let high = WIDE_RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = WIDE_RANGES[middle] ?? [0, 0];
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}
