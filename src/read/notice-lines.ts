import { NOTICE_LABELS, type NoticeLabel, OFFICE, SEAL_LINE } from './data/notice-words.ts';
import type { Block, Found } from './layer.ts';
import { findStatedDate, type StatedDateSpan, wholeDate } from './stated-date.ts';
import { columnsOf } from './text-lines.ts';

/** A line of a block, trimmed, with its place in the layer. */
export interface TextLine {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Lines of openings and closings are few and short. What is longer is cut, since it is none. */
const MOST_UNITS = 1500;

/** The lines of a block that are not blank; of a long block those at its beginning. */
export function linesIn(text: string, block: Block): readonly TextLine[] {
  return linesBetween(text, block.start, Math.min(block.end, block.start + MOST_UNITS));
}

/** A masthead stands above the text and a name below the title: in so many lines. */
const HEAD_LINES = 6;

/** The lines above running text. */
export function headLines(text: string, body: readonly Block[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const block of body.slice(0, HEAD_LINES)) {
    if (isRunningText(text.slice(block.start, Math.min(block.end, block.start + 300))) && block.kind !== 'heading') {
      break;
    }
    lines.push(...linesIn(text, block));
  }
  return lines.slice(0, HEAD_LINES);
}

/** The lines at the end of a block; the first may be the end of a longer one. */
export function lastLinesIn(text: string, block: Block): readonly TextLine[] {
  return linesBetween(text, Math.max(block.start, block.end - MOST_UNITS), block.end);
}

function linesBetween(text: string, from: number, to: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = from;
  for (const raw of text.slice(from, to).split('\n')) {
    const words = raw.trim();
    const at = start + (raw.length - raw.trimStart().length);
    if (words !== '') lines.push({ words, start: at, end: at + words.length });
    start += raw.length + 1;
  }
  return lines;
}

const LONGEST_LINE = 110;

/** Lines of a closing are names, not text: short, without the punctuation of sentences. */
export function isShortLine(words: string): boolean {
  return (
    words.length <= LONGEST_LINE &&
    !/[。！？!?;；:：]["'”’」』)）]*$/.test(words) &&
    !/\p{Ll}{3,}\.$/u.test(words) &&
    !/[.!?]\s+\p{L}+\s+\p{L}+\s/u.test(words)
  );
}

/** `평안군수 (직인)`, `县公安局（公章）`: the seal is no part of the name. */
export function withoutSeal(words: string): string {
  const at = words.search(
    /\s{0,4}(?:[（([【]\s?(?:인|印|章|L\.?S\.?)\s?[)）\]】]|[（([【]?(?:직인|관인|公章|印章|盖章|蓋章|seal)(?:\s?생략)?[)）\]】]?)$/i,
  );
  return at > 0 ? words.slice(0, at) : words;
}

/** Whether a line names an office and states no date. */
export function namesOffice(words: string): boolean {
  const bare = withoutSeal(words);
  return isShortLine(words) && OFFICE.test(bare) && isName(bare) && findStatedDate(words) === undefined;
}

/** Names of offices in Latin letters have capitals but for small words; a headline says something. */
export function isName(words: string): boolean {
  if (!/\p{Script=Latin}/u.test(words)) return true;
  return (
    /^["'“‘(]?[\p{Lu}\d\p{Lo}]/u.test(words) &&
    words
      .split(/[\s/]+/)
      .every(
        (word) =>
          !/^\p{Ll}/u.test(word) || /^(?:of|for|the|and|on|to|at|in|de|du|des|la|del|under|with|from|its)$/.test(word),
      )
  );
}

/** The date that a line consists of. Most lines are told to be none by a glance, since every line is asked. */
export function dateLine(words: string): StatedDateSpan | undefined {
  return words.length <= 120 &&
    /\d{4}|[〇零○ОO0ο◯一二三四五六七八九]{4}年|(?:주체|主[体體]|民[国國])\s?[\d一二三四五六七八九十百]/.test(words)
    ? wholeDate(words)
    : undefined;
}

export function isSealLine(words: string): boolean {
  return words.length <= 40 && SEAL_LINE.test(words);
}

/** Text of its own: of some length, with the punctuation of sentences. East Asian characters weigh twice. */
export function isRunningText(words: string): boolean {
  if (words.length < 20 || !/[.。．!！?？:：;；]["'”’」』)）\]]*(?:\s*\[\d+\])?$/.test(words.slice(-40))) return false;
  return words.length >= 40 || columnsOf(words) >= 40;
}

/** The label a line begins with, and how long it is; undefined when it has none. */
export function labelOf(words: string): { readonly label: NoticeLabel; readonly length: number } | undefined {
  const head = words.slice(0, 60);
  for (const [label, pattern] of NOTICE_LABELS) {
    const match = pattern.exec(head);
    if (match !== null) return { label, length: match[0].length };
  }
  return undefined;
}

/** Words of a line, where they first stand in it. */
export function foundInLine(line: TextLine, value: string, from: Found['from']): Found {
  const start = line.start + line.words.indexOf(value);
  return { value, from, start, end: start + value.length };
}

/** Words that may stand in several lines, as one value. */
export function foundIn(text: string, start: number, end: number, from: Found['from']): Found | undefined {
  const inner = text.slice(start, end);
  const value = inner
    .split('\n')
    .map((line) => line.trim().replace(/[,，;；、]$/, ''))
    .filter((line) => line !== '')
    .join(', ');
  if (value === '') return undefined;
  const first = start + (inner.length - inner.trimStart().length);
  return { value, from, start: first, end: start + inner.trimEnd().length };
}
