/** UTF-16 offsets in a text, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that a text gives as said by somebody. */
export interface FoundAttribution {
  /** What stands between quotation marks, or the clause that is reported. */
  readonly content: Span;
  /** Later parts of the same words, where the speaker interrupts them. */
  readonly more: readonly Span[];
  /** `direct` is verbatim, `indirect` in the reporter's words, `mixed` a reported clause with quoted words in it. */
  readonly type: 'direct' | 'indirect' | 'mixed';
  /** Who said it; null when the text does not tell, or a pronoun stands for one of several. */
  readonly speaker: Span | null;
  /** The verb or frame that gives it to the speaker. */
  readonly cue: Span | null;
  /** Through whom it came, nearest to the speaker first. */
  readonly via: readonly Span[];
  /** Whether the speaker is somebody described only by kind: an official, 一名商人, 김모 씨. */
  readonly anonymous: boolean;
}

/** One sentence with its quotations covered, so that nothing in them is taken for the reporter's own words. */
export interface Sentence extends Span {
  /** The sentence, with what stands between quotation marks written over by U+FFFC, at the same length. */
  readonly covered: string;
  /** Quotations in it: what stands between the marks. */
  readonly quotes: readonly Span[];
}

export const COVER = '\ufffc';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['‘', '’'],
]);
/** UTF-16 units that one quotation may have; an open mark further from its end is none. */
const LONGEST = 4000;

/** Quotations of a text, outermost, in order. A mark without its other is passed over. */
export function quotesOf(text: string): readonly Span[] {
  const quotes: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const close = PAIRS.get(mark);
    if (close === undefined) continue;
    // An apostrophe is no mark: it stands within a word.
    if (mark === '‘' && /\p{L}/u.test(text[at - 1] ?? '')) continue;
    const end = closing(text, at + 1, close);
    if (end === -1) continue;
    if (end > at + 1) quotes.push({ start: at + 1, end });
    at = end;
  }
  return quotes;
}

function closing(text: string, from: number, close: string): number {
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at++) {
    if (text[at] === '\n' && text[at + 1] === '\n') return -1;
    if (text[at] !== close) continue;
    if (close === '’' && /\p{L}/u.test(text[at + 1] ?? '')) continue;
    return at;
  }
  return -1;
}

/** Cuts a text into sentences; a quotation is never cut. `ends` tells whether a sentence ends behind a place. */
export function sentencesWith(text: string, ends: (covered: string, at: number) => boolean): readonly Sentence[] {
  const quotes = quotesOf(text);
  let covered = '';
  let last = 0;
  for (const { start, end } of quotes) {
    covered += text.slice(last, start) + COVER.repeat(end - start);
    last = end;
  }
  covered += text.slice(last);
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  for (let at = 0; at <= covered.length; at++) {
    if (at < covered.length && !(covered[at] === '\n' || ends(covered, at))) continue;
    let end = Math.min(at + 1, covered.length);
    while (end < covered.length && /[”"」』’»)]/.test(covered[end] ?? '') && !/\s/.test(covered[end] ?? '')) end++;
    const first = start + (/^\s*/.exec(covered.slice(start, end))?.[0].length ?? 0);
    const inside: Span[] = [];
    while (next < quotes.length && (quotes[next]?.start ?? 0) < end) {
      const quote = quotes[next++];
      if (quote !== undefined && quote.start >= first) inside.push(quote);
    }
    if (first < end) sentences.push({ start: first, end, covered: covered.slice(first, end), quotes: inside });
    start = end;
    at = Math.max(at, end - 1);
  }
  return sentences;
}

/** A span without white space and marks at its edges. */
export function trimmed(text: string, start: number, end: number, edges: RegExp = /[\s,，、:：;；.。]/): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && edges.test(text[from] ?? '')) from++;
  while (to > from && edges.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : undefined;
}
