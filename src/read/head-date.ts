import { ISSUED, LABEL_BEFORE, LABEL_BEHIND } from './data/date-labels.ts';
import { PAPER_KIND, SOURCE_NOTE } from './data/notice-words.ts';
import { SELF_WORDS } from './data/self-words.ts';
import type { Block, Found } from './layer.ts';
import { headLines, isRunningText, lastLinesIn, linesIn, type TextLine } from './notice-lines.ts';
import { postHeaderOf } from './post-header.ts';
import { edtfOfMetadata, findStatedDate, type StatedDateSpan, wholeDate } from './stated-date.ts';

/** Characters that may stand beside a date in its part of a line: `Saved 2 Mar 2024, 23:15`, `整理時間：…`. */
const BESIDE = 24;
const LONGEST_LINE = 160;
/** Where a text begins with its date, in UTF-16 units. */
const LEAD = 80;
/** So many blocks at the head, and at the foot, may hold a line that is a date. */
const HEAD = 12;
const FOOT = 6;
/** So many at each end may speak of the text itself. */
const ENDS = 4;
const LONGEST_NOTE = 400;

/**
 * When a text without markup was written, where no byline says so (docs/read.md L43): a part of a line at its head; the words in which its first
 * paragraphs begin (`SEOUL, 20 June 2031 —`, 新华社…6月20日电); a line at its head or foot that is a date; a sentence of its first or last lines that
 * speaks of the text itself (`This page was last updated in April 2031`); and of an issue, less than a day. Undefined when none does.
 */
export function headDateOf(text: string, blocks: readonly Block[]): Found | undefined {
  const body = blocks.filter(
    ({ kind, label }) => kind !== 'front-matter' && kind !== 'control' && label !== 'boilerplate',
  );
  const inHead = datesIn(headLines(text, body));
  const inFoot = datesIn(footLines(text, body));
  return (
    inHead.find(isDay) ??
    datelineIn(text, body) ??
    dateLineIn(text, body) ??
    inFoot.find(isDay) ??
    toldOfItself(text, body) ??
    inHead[0] ??
    inFoot[0] ??
    numberedYear(headLines(text, body))
  );
}

/**
 * The day of a paper that no closing dates: a part of one of its last lines, or of a line beside its title, that is not where the page has its own
 * date from. Undefined when there is none.
 */
export function paperDateOf(text: string, body: readonly Block[], page: Found | undefined): Found | undefined {
  const content = body.filter(({ label }) => label !== 'boilerplate');
  const foot = footLines(text, content).filter(({ words }) => !SOURCE_NOTE.test(words));
  const head = content
    .slice(0, HEAD)
    .flatMap((block) => (block.end - block.start > LONGEST_NOTE ? [] : linesIn(text, block)));
  const titled = head.findIndex(({ words }) => PAPER_KIND.test(words));
  const beside = titled < 0 ? [] : head.slice(Math.max(0, titled - 1), titled + 4);
  return datesIn([...foot, ...beside]).find((date) => isDay(date) && date.start !== page?.start);
}

/** The year in the number of a paper, which is given on issue: 〔2031〕12号, No. 12 of 2031, 제2031-12호. */
export function numberedYear(lines: readonly TextLine[]): Found | undefined {
  for (const { words, start } of lines) {
    if (words.length > LONGEST_LINE) continue;
    const match = NUMBERED_YEAR.exec(words);
    const value = match?.slice(1).find((year) => year !== undefined);
    if (match === null || value === undefined) continue;
    const at = start + match.index + match[0].indexOf(value);
    return { value, from: 'body', start: at, end: at + value.length };
  }
  return undefined;
}

const NUMBERED_YEAR =
  /[〔［[（(]\s?((?:19|20)\d\d)\s?[〕］\])）]\s?(?:第?\s?\d{1,5}\s?[号號호]|(?:No\.?\s?)?\d{1,5}(?!\d))|\bNo\.?\s?\d{1,5}\s(?:of|\/)\s?((?:19|20)\d\d)\b|제\s?((?:19|20)\d\d)-\d{1,6}\s?호|((?:19|20)\d\d)年第\d{1,4}[号號]/iu;

function isDay({ value }: Found): boolean {
  return value.length === '2031-04-05'.length;
}

function datesIn(lines: readonly TextLine[]): readonly Found[] {
  return lines.flatMap(({ words, start }) => {
    // The line above a post says when that was posted; a place and a day are no such line.
    const isPost = (): boolean => postHeaderOf(words) !== undefined && !/^\p{Lu}[\p{L} .'’-]{1,40},\s/u.test(words);
    const date = labelledDate(words) ?? (isPost() ? undefined : dateInPart(words));
    return date === undefined ? [] : [foundDate(start, date)];
  });
}

function foundDate(offset: number, { edtf, start, end }: StatedDateSpan): Found {
  return { value: edtf, from: 'body', start: offset + start, end: offset + end };
}

/** The date of a line that says, beside it, what was done with the text then: `Last reviewed: 5 April 2031`, 更新于2031年4月, 2031년 4월 기준. */
function labelledDate(words: string): StatedDateSpan | undefined {
  if (words.length > LONGEST_LINE) return undefined;
  const date = findStatedDate(words) ?? seasonOf(words) ?? compactDate(words);
  if (date === undefined) return undefined;
  if (ISSUED.test(words) || wholeDate(words) !== undefined) return date;
  // In brackets behind a title a month or day stands for the whole: `Guests and guards (April 2031)`.
  const isBracketed =
    /[^\s(（[【].{7,}[(（[【]$/u.test(words.slice(0, date.start)) && /^[)）\]】]/u.test(words.slice(date.end));
  if (isBracketed && date.edtf.length >= '2031-04'.length) return date;
  const isLine = !/[。！？!?]$|\p{Ll}{3}\.$/u.test(words) || /^[(（[【]/u.test(words);
  return isLine && (LABEL_BEFORE.test(words.slice(0, date.start)) || LABEL_BEHIND.test(words.slice(date.end)))
    ? date
    : undefined;
}

/** 日期：20310405. */
function compactDate(words: string): StatedDateSpan | undefined {
  const match = /(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/.exec(words);
  const edtf = match === null ? undefined : edtfOfMetadata(match[0]);
  return match === null || edtf === undefined
    ? undefined
    : { edtf, start: match.index, end: match.index + match[0].length };
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

const PARTS = /[|｜│·•∙\t\u3000]|\s[—–-]\s|[,，]\s(?!\d)/u;

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
    if (
      /^\s?[)）\]】]?\s?(?:[—–:：-]|电|電|讯|訊|\/\S)|^[)）\]】]|^[，,]\s?[^，。,.\s]{2,12}(?:\s[^，。,.\s]{2,12}){0,2}[。.]\s?/u.test(
        behind,
      )
    )
      return foundDate(block.start, date);
  }
  return undefined;
}

/** A line that is a day and nothing else, below a title or at the end. */
function dateLineIn(text: string, body: readonly Block[]): Found | undefined {
  for (const block of [...body.slice(0, HEAD), ...body.slice(-FOOT)]) {
    if (block.end - block.start > LONGEST_NOTE) continue;
    for (const line of linesIn(text, block)) {
      const date = wholeDate(line.words);
      const found = date && foundDate(line.start, date);
      if (found !== undefined && isDay(found)) return found;
    }
  }
  return undefined;
}

/** `This statement was adopted on 20 June 2031`, 本页最近一次更新为2031年4月, 2031년 11월 20일에 연 좌담회. */
function toldOfItself(text: string, body: readonly Block[]): Found | undefined {
  for (const block of [...body.slice(0, ENDS), ...body.slice(-ENDS).reverse()]) {
    const words = text.slice(block.start, Math.min(block.end, block.start + LONGEST_NOTE));
    const date = findStatedDate(words);
    if (date === undefined || date.edtf.length < '2031-04'.length) continue;
    const around = words.slice(Math.max(0, date.start - 90), date.end + 90);
    if (SELF_WORDS.some(([text, done]) => text.test(around) && done.test(around))) return foundDate(block.start, date);
  }
  return undefined;
}

function footLines(text: string, body: readonly Block[]): readonly TextLine[] {
  return body
    .slice(-ENDS)
    .reverse()
    .flatMap((block) => lastLinesIn(text, block).slice(-3).reverse());
}
