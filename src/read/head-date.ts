import type { Block, Found } from './layer.ts';
import { headLines, isRunningText, lastLinesIn, type TextLine } from './notice-lines.ts';
import { postHeaderOf } from './post-header.ts';
import { findStatedDate, type StatedDateSpan, wholeDate } from './stated-date.ts';

/** Words that may stand beside a date in its part of a line: `Saved 2 Mar 2024, 23:15`, `整理時間：…`. */
const BESIDE = 24;
const LONGEST_LINE = 160;
/** Where a text begins with its date, in UTF-16 units. */
const LEAD = 80;

/**
 * When a text without markup was written, where no byline says so (docs/read.md L43): a part of a line at its head; the words in which its first
 * paragraphs begin (`SEOUL, 20 June 2031 —`, 新华社…6月20日电); a line at its foot; and of an issue, less than a day. Undefined when none does.
 */
export function headDateOf(text: string, blocks: readonly Block[]): Found | undefined {
  const body = blocks.filter(({ kind, label }) => kind !== 'front-matter' && kind !== 'control' && label === 'content');
  // The line above a post says when that was posted.
  const dated = headLines(text, body)
    .filter(({ words }) => postHeaderOf(words) === undefined)
    .map((line) => ({ line, date: dateInPart(line.words) }));
  const isDay = ({ edtf }: StatedDateSpan): boolean => edtf.length === '2031-04-05'.length;
  for (const { line, date } of dated) if (date !== undefined && isDay(date)) return foundDate(line, date);
  const led = datelineIn(text, body);
  if (led !== undefined) return led;
  for (const line of footLines(text, body)) {
    const date =
      wholeDate(line.words.replace(/^.{0,30}?[,，]\s(?=\d|\p{Lu})/u, '')) === undefined
        ? undefined
        : findStatedDate(line.words);
    if (date !== undefined && isDay(date)) return foundDate(line, date);
  }
  for (const { line, date } of dated) if (date !== undefined) return foundDate(line, date);
  return undefined;
}

function foundDate(line: TextLine, { edtf, start, end }: StatedDateSpan): Found {
  return { value: edtf, from: 'body', start: line.start + start, end: line.start + end };
}

/** The date of a line in one of its parts, where that part says little else. */
function dateInPart(words: string): StatedDateSpan | undefined {
  if (words.length > LONGEST_LINE || /[。！？!?]$|\p{Ll}{3}\.$/u.test(words)) return undefined;
  const date = findStatedDate(words) ?? seasonOf(words);
  if (date === undefined) return undefined;
  const before = words.slice(0, date.start).split(PARTS).at(-1) ?? '';
  const behind = words.slice(date.end).split(PARTS)[0] ?? '';
  const isTold = /\b(?:since|until|till|after|before|from|in|by|between)\s$/iu.test(before);
  return before.length + behind.length <= BESIDE && !isTold ? date : undefined;
}

const PARTS = /[|｜·•∙\t\u3000]|\s[—–-]\s|[,，]\s(?!\d)/u;

/** `Issue 31 · Autumn 2031`, 2031年春季号: the year of an issue. */
function seasonOf(words: string): StatedDateSpan | undefined {
  const match =
    /\b(?:spring|summer|autumn|fall|winter)(?:\s?[/–-]\s?(?:spring|summer|autumn|fall|winter))?,?\s((?:19|20)\d\d)\b|((?:19|20)\d\d)\s?[年년]\s?(?:[春夏秋冬]季|[봄여름가을겨울]{1,2}호)/iu.exec(
      words,
    );
  const year = match?.[1] ?? match?.[2];
  return match === null || year === undefined
    ? undefined
    : { edtf: year, start: match.index, end: match.index + match[0].length };
}

/** `SEOUL, June 20, 2031 — `, `20 June 2031 – `, `（河口2031年6月20日电）`, `【本报讯 2031年6月20日】`: a place and a day before the first words. */
function datelineIn(text: string, body: readonly Block[]): Found | undefined {
  const running = body.filter((block) => isRunningText(text.slice(block.start, block.end))).slice(0, 3);
  for (const block of running) {
    const lead = text.slice(block.start, Math.min(block.end, block.start + LEAD));
    const date = findStatedDate(lead);
    if (date === undefined || date.edtf.length < '2031-04'.length) continue;
    const [before, behind] = [lead.slice(0, date.start), lead.slice(date.end)];
    if (/[.。!！?？;；]|\p{Ll}{3}\s\p{Ll}/u.test(before) || date.start > 40) continue;
    if (/^\s?[)）\]】]?\s?(?:[—–:：-]|电|電|讯|訊|\/\S)|^[)）\]】]/u.test(behind))
      return { value: date.edtf, from: 'body', start: block.start + date.start, end: block.start + date.end };
  }
  return undefined;
}

function footLines(text: string, body: readonly Block[]): readonly TextLine[] {
  return body
    .slice(-4)
    .reverse()
    .flatMap((block) => lastLinesIn(text, block).slice(-3).reverse());
}
