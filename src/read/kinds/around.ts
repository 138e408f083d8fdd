import { matchesIn } from '../matches.ts';

/** What stands around a clause: the words of its sentence on both sides, and the passage that it is part of. */
export interface Around {
  /** What its own sentence says before and behind it; in a quotation from the sentence that opens it. */
  readonly before: string;
  readonly after: string;
  /** All that the caller gave, within reach of the clause, without the clause. */
  readonly passage: string;
  /** Whether it stands between quotation marks. */
  readonly isQuoted: boolean;
}

/** How much around a clause is looked at on either side, in UTF-16 units. */
const REACH = 400;
const ENDS = /[.!?。！？][”"’」』)]?\s*$/;
const END = /[.!?][”"’)]?\s|[。！？](?:[”」』](?![^。！？，]{0,24}(?:说|道|称|告诉|回忆|表示)))?|\n/g;
const MARK = /^[.!?。！？，,]?\s?[”"’」』]/;

/** What stands around a clause in the sentence, or sentences, that hold it; nothing when it is not found there. */
export function aroundOf(text: string, sentence: string | undefined): Around {
  const at = sentence === undefined ? -1 : sentence.indexOf(text);
  if (sentence === undefined || at < 0) return { before: '', after: '', passage: '', isQuoted: MARK.test(text) };
  const ahead = sentence.slice(Math.max(0, at - REACH), at);
  const behind = sentence.slice(at + text.length, at + text.length + REACH);
  const opening = openingMark(ahead);
  const isQuoted = opening >= 0 || /^\s*[“"「『]/.test(text);
  // Who spoke stands before the mark that opens, or behind the one that closes: “…。”他说。
  const lead = opening >= 0 ? ahead.slice(0, opening) : ahead;
  const before = ahead.slice(lastEnd(lead));
  const closing = isQuoted ? closingMark(text, behind) : -1;
  const after =
    closing >= 0
      ? behind.slice(0, closing + firstEnd(behind.slice(closing)))
      : behind.slice(0, ENDS.test(text) ? 0 : firstEnd(behind));
  return { before, after, passage: `${ahead} … ${behind}`, isQuoted };
}

/** Where the quotation opens that a place stands in; -1 outside of one. */
function openingMark(ahead: string): number {
  for (const [open, close] of ['“”', '「」', '『』']) {
    const at = ahead.lastIndexOf(open ?? '');
    if (at >= 0 && ahead.lastIndexOf(close ?? '') < at) return at;
  }
  // A straight mark opens and closes alike: counted from the beginning of the paragraph.
  const paragraph = ahead.lastIndexOf('\n') + 1;
  if (paragraph === 0 && ahead.length === REACH) return -1;
  const straight = matchesIn(ahead.slice(paragraph), /"/g);
  return straight.length % 2 === 1 ? paragraph + (straight.at(-1)?.index ?? 0) : -1;
}

/** Where what stands behind a quotation begins, 0 when the clause itself ends with the mark; -1 when it does not close. */
function closingMark(text: string, behind: string): number {
  if (/[”"」』]\s*$/.test(text)) return 0;
  const mark = MARK.exec(behind) ?? /[”"」』]/.exec(behind);
  return mark === null ? -1 : mark.index + mark[0].length;
}

/** Where the last sentence of what stands before begins; callers may give more than one sentence. */
function lastEnd(text: string): number {
  const last = matchesIn(text, END).at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function firstEnd(text: string): number {
  const found = text.search(/[.!?][”"’)]?(?:\s|$)|[。！？\n]/);
  return found < 0 ? text.length : found;
}
