import { BEHIND_DAY, CONTACT_LINE, IMPRINT_LINE, OFFICE, PAPER_KIND } from './data/notice-words.ts';
import { isHouse, isOffice } from './imprint.ts';
import type { Block, Found } from './layer.ts';
import {
  dateLine,
  foundIn,
  isName,
  isRunningText,
  isSealLine,
  isShortLine,
  labelOf,
  lastLinesIn,
  linesIn,
  namesOffice,
  type TextLine,
  withoutSeal,
} from './notice-lines.ts';
import { findStatedDate, type StatedDateSpan } from './stated-date.ts';

/** The lines that close a paper: who issued it, and when. */
export interface Closing {
  /** Indexes into the blocks of the body. `first` holds text of its own when the closing is the end of a block. */
  readonly first: number;
  readonly last: number;
  readonly date: Found;
  readonly issuer: Found;
  readonly copies?: Found;
}

const MOST_LINES = 6;

/**
 * The closings of a text (docs/read.md L47): a date on a line of its own with the lines of its issuer before or after
 * it, a seal between them or not, after text of its own. Lines of copies and imprints below belong to it.
 */
export function closingsOf(text: string, body: readonly Block[]): readonly Closing[] {
  const closings: Closing[] = [];
  let hasText = false;
  for (let i = 0; i < body.length; i++) {
    const block = body[i];
    if (block === undefined || block.label !== 'content') continue;
    const bare = (hasText ? closingAt(text, body, i) : undefined) ?? closingAtEnd(text, block, i);
    if (bare === undefined) {
      hasText ||= isRunningText(text.slice(block.start, block.end));
      continue;
    }
    const closing = withTrailers(text, body, bare);
    closings.push(closing);
    hasText = false;
    i = closing.last;
  }
  return closings;
}

/** A closing that begins at a block: date and issuer within it, or date and issuer in blocks that follow one another. */
function closingAt(text: string, body: readonly Block[], at: number): Closing | undefined {
  const block = body[at];
  if (block === undefined || block.kind === 'table-row') return undefined;
  // An office alone above a day looks like a heading.
  if (block.kind === 'heading' && !isSignedOffice(text, block, body[at + 1])) return undefined;
  const lines = linesIn(text, block);
  if (lines.length > MOST_LINES) return undefined;
  if (lines.length >= 2) return closingOf(text, lines, at, at);
  const [line] = lines;
  if (line === undefined || !isShortLine(line.words)) return undefined;
  const one = inOneLine(line);
  if (one !== undefined) return { first: at, last: at, ...one };
  // One line each: the date with up to four lines after it, or one or two lines and then the date.
  const next = [line, ...following(text, body, at + 1, 5)];
  const dateFirst = dayLine(line.words) !== undefined;
  const dateAt = dateFirst ? 0 : next.findIndex(({ words }) => dayLine(words) !== undefined);
  if (dateAt < 0 || dateAt > 3) return undefined;
  const last = dateFirst ? issuerCount(next) : dateAt;
  if (last === 0) return undefined;
  return closingOf(text, next.slice(0, last + 1), at, at + last);
}

function isSignedOffice(text: string, block: Block, next: Block | undefined): boolean {
  const office = text.slice(block.start, block.end);
  return (
    !office.includes('\n') &&
    namesOffice(office) &&
    next !== undefined &&
    dayLine(text.slice(next.start, Math.min(next.end, next.start + 121)).trim()) !== undefined
  );
}

/** Signature lines that were not parted from the last lines of the text above them. */
function closingAtEnd(text: string, block: Block, at: number): Closing | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return undefined;
  if (!text.slice(Math.max(block.start, block.end - 400), block.end).includes('\n')) return undefined;
  const lines = lastLinesIn(text, block).slice(-5);
  // From the line after the last one that ends a sentence.
  const from = lines.findLastIndex(
    ({ words }) => /[.。！？!?]["'”’」』)）]*$/.test(words) && dayLine(words) === undefined,
  );
  const tail = lines.slice(from + 1);
  if (from < 0 || tail.length < 2) return undefined;
  if (!tail.every(({ words }) => dayLine(words) !== undefined || isSealLine(words) || namesOffice(words)))
    return undefined;
  return closingOf(text, tail, at, at);
}

function following(text: string, body: readonly Block[], at: number, count: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const block of body.slice(at, at + count)) {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'heading' || block.label !== 'content' || words.includes('\n') || !isShortLine(words)) break;
    lines.push({ words, start: block.start, end: block.end });
  }
  return lines;
}

/** How many lines after the date name offices. A line that reads like a title belongs to the next document. */
function issuerCount(lines: readonly TextLine[]): number {
  let count = 0;
  for (const line of lines.slice(1)) {
    if (!namesOffice(line.words) && !isSealLine(line.words)) break;
    count++;
  }
  return count;
}

function closingOf(text: string, all: readonly TextLine[], first: number, last: number): Closing | undefined {
  if (!all.every(({ words }) => isShortLine(words))) return undefined;
  const signed = all.filter(({ words }) => !isSealLine(words) && !CONTACT_LINE.test(words) && !isAside(words));
  // Who had a copy may stand right below the day.
  const copied = signed.findIndex(({ words }) => labelOf(words)?.label === 'copies');
  const lines = copied > 0 ? signed.slice(0, copied) : signed;
  const datedAt = lines.findIndex(({ words }) => dayLine(words) !== undefined);
  const dated = lines[datedAt];
  if (dated === undefined || (datedAt !== 0 && datedAt !== lines.length - 1)) return undefined;
  const names = lines.filter((_, i) => i !== datedAt);
  const [head] = names;
  const tail = names.at(-1);
  const date = dayLine(dated.words);
  if (
    head === undefined ||
    tail === undefined ||
    date === undefined ||
    !names.every(({ words }) => isName(withoutSeal(words))) ||
    !names.some(({ words }) => OFFICE.test(withoutSeal(words)))
  )
    return undefined;
  const copies = copied > 0 ? copiesIn(text, signed[copied]) : undefined;
  if (names.some(({ words }) => findStatedDate(words) !== undefined || labelOf(words) !== undefined)) return undefined;
  // An office above the title of its paper opens it.
  if (names.length > 1 && names.slice(1).some(({ words }) => PAPER_KIND.test(words) && !isOffice(words)))
    return undefined;
  return {
    first,
    last,
    date: {
      value: date.edtf,
      from: 'closing-block',
      start: dated.start + date.start,
      end: dated.start + date.end,
    },
    issuer: {
      value: names.map(({ words }) => withoutSeal(words).replace(/[,，]$/, '')).join(', '),
      from: 'closing-block',
      start: head.start,
      end: Math.min(tail.end, text.length),
    },
    ...(copies && { copies }),
  };
}

/** `(not to be made public)`, （此件不公开）: a remark that whoever signs puts above their name. */
function isAside(words: string): boolean {
  return /^[(（【[](?!\s?seal\sof\b)[^()（）]{2,60}[)）】\]]$/iu.test(words);
}

function copiesIn(text: string, line: TextLine | undefined): Found | undefined {
  const label = line && labelOf(line.words);
  return line && label && foundIn(text, line.start + label.length, line.end, 'closing-block');
}

/** `河谷县桥梁局 2031年4月5日`, `Valley County Office of Bridges, 5 April 2031`: an office and the date in one line. */
function inOneLine({ words, start }: TextLine): Pick<Closing, 'date' | 'issuer'> | undefined {
  const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(words);
  if (words.length > (eastern ? 60 : 110)) return undefined;
  const date = findStatedDate(words);
  if (date === undefined) return undefined;
  const said = eastern ? nameBefore(words, date) : nameBeside(words, date);
  if (said === undefined) return undefined;
  const name = withoutSeal(said);
  if (!namesOffice(name) || /[，。,、：:]/.test(name) || labelOf(name) !== undefined) return undefined;
  return {
    date: { value: date.edtf, from: 'closing-block', start: start + date.start, end: start + date.end },
    issuer: { value: name, from: 'closing-block', ...placeOf(words, name, start) },
  };
}

function placeOf(words: string, name: string, offset: number): { readonly start: number; readonly end: number } {
  const start = offset + Math.max(0, words.indexOf(name));
  return { start, end: start + name.length };
}

function nameBefore(words: string, date: StatedDateSpan): string | undefined {
  if (date.start < 4 || words.length - date.end > 1) return undefined;
  return words.slice(0, date.start).replace(/[\s(（]+$/u, '');
}

/** In Latin letters a mark parts name and day, before or behind; without one the line says something of a day. `Issued 5 April 2031 by …`. */
function nameBeside(words: string, date: StatedDateSpan): string | undefined {
  const [before, behind] = [words.slice(0, date.start), words.slice(date.end)];
  if (behind.length <= 1 && !/\sby\s/u.test(before))
    return /[,(•·|—–-]\s?$/u.test(before)
      ? before.replace(/^[[(][^\])]{1,24}[\])]\s?|[\s(,•·|—–-]+$/gu, '')
      : undefined;
  const issued = /^(?:issued|released|promulgated|published)\sby\s(?:the\s)?(.+?)(?:,|\son)\s$/iu.exec(before)?.[1];
  if (issued !== undefined && behind.length <= 1) return issued;
  const by = /^\s?(?:[—–•·|-]\s|by\s(?:the\s)?)(.+?)\.?$/u.exec(behind)?.[1];
  return /^(?:(?:issued|released|promulgated|published|signed|given)\s(?:on\s)?)?$/iu.test(before) ? by : undefined;
}

/** The day that a line of a closing is, alone or behind the place: `Lanquan, 12 May 2031`. */
function dayLine(words: string): StatedDateSpan | undefined {
  const date = dateLine(words) ?? dateLine(words.replace(BEHIND_DAY, ''));
  if (date !== undefined) return date;
  const place = /^\p{Lu}[\p{L} ’'-]{1,24},\s/u.exec(words)?.[0];
  if (place === undefined || isHouse(place.slice(0, -2))) return undefined;
  const day = dateLine(words.slice(place.length));
  return day && { edtf: day.edtf, start: day.start + place.length, end: day.end + place.length };
}

/** Takes in what stands directly below: seals, copies, imprints. */
function withTrailers(text: string, body: readonly Block[], closing: Closing): Closing {
  let { last, copies } = closing;
  for (const block of body.slice(last + 1, last + 5)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 600));
    if (block.kind === 'heading' || block.end - block.start > 400) break;
    const label = labelOf(words);
    if (label?.label === 'copies') copies ??= foundIn(text, block.start + label.length, block.end, 'closing-block');
    else if (!isSealLine(words) && !IMPRINT_LINE.test(words)) break;
    last++;
  }
  return { ...closing, last, ...(copies === undefined ? {} : { copies }) };
}
