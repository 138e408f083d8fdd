/** UTF-16 offsets in a text, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
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
/** UTF-16 units of a sentence, with all that is quoted in it. */
const LONGEST_SENTENCE = 8000;

/** Quotations of a text, outermost, in order. A mark without its other is passed over. Linear: what was looked for is kept. */
function quotesOf(text: string): readonly Span[] {
  const quotes: Span[] = [];
  const nextOf = new Map<string, number>();
  const next = (what: string, from: number): number => {
    const known = nextOf.get(what);
    if (known !== undefined && known >= from) return known;
    const found = text.indexOf(what, from);
    const at = found === -1 ? Number.MAX_SAFE_INTEGER : found;
    nextOf.set(what, at);
    return at;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    const close = PAIRS.get(mark);
    if (close === undefined) continue;
    // An apostrophe is no mark: it stands within a word.
    if (mark === '‘' && /\p{Script=Latin}/u.test(text[at - 1] ?? '')) continue;
    let end = next(close, at + 1);
    if (close === '’')
      for (let step = 0; step < 8 && /\p{Script=Latin}/u.test(text[end + 1] ?? ''); step++)
        end = text.indexOf(close, end + 1);
    if (end <= at + 1 || end - at > LONGEST || next('\n\n', at) < end) continue;
    quotes.push({ start: at + 1, end });
    at = end;
  }
  return quotes;
}

/** Cuts a text into sentences; a quotation is never cut. `ends` tells whether a sentence ends behind a place. */
export function sentencesWith(text: string, ends: (covered: string, at: number) => boolean): readonly Sentence[] {
  const quotes = quotesOf(text);
  // Joined at once: a text that is put together piece by piece is copied again whenever a character of it is looked at.
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end } of quotes) {
    pieces.push(text.slice(last, start), COVER.repeat(end - start));
    last = end;
  }
  const covered = [...pieces, text.slice(last)].join('');
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  for (let at = 0; at <= covered.length; at++) {
    if (at < covered.length && !(covered[at] === '\n' ? !isLed(covered, at) : ends(covered, at))) continue;
    let end = Math.min(at + 1, covered.length);
    while (end < covered.length && /[”"」』’»)]/.test(covered[end] ?? '') && !/\s/.test(covered[end] ?? '')) end++;
    const first = start + (/^\s*/.exec(covered.slice(start, end))?.[0].length ?? 0);
    const inside: Span[] = [];
    while (next < quotes.length && (quotes[next]?.start ?? 0) < end) {
      const quote = quotes[next++];
      if (quote !== undefined && quote.start >= first) inside.push(quote);
    }
    // Nobody speaks in longer ones: such a text has no sentences.
    if (first < end && end - first <= LONGEST_SENTENCE)
      sentences.push({ start: first, end, covered: covered.slice(first, end), quotes: inside });
    start = end;
    at = Math.max(at, end - 1);
  }
  return sentences;
}

/** Whether a line ends with a colon and the next begins with a quotation, which it leads. */
function isLed(covered: string, at: number): boolean {
  return (
    /[：:]\s*$/.test(covered.slice(Math.max(0, at - 4), at)) &&
    /^\s{0,8}["“「『«]\ufffc/.test(covered.slice(at, at + 12))
  );
}

/** A sentence cut at places in it, each piece with the quotations that it holds. */
export function cutSentence(sentence: Sentence, places: readonly number[]): readonly Sentence[] {
  const { start, end, covered, quotes } = sentence;
  if (places.length === 0) return [sentence];
  return [start, ...places].map((from, index) => {
    const to = places[index] ?? end;
    return {
      start: from,
      end: to,
      covered: covered.slice(from - start, to - start),
      quotes: quotes.filter((quote) => quote.start >= from && quote.end <= to),
    };
  });
}

/** A span without white space and marks at its edges; undefined when nothing else is in it. */
export function trimmed(
  text: string,
  start: number,
  end: number,
  edges: RegExp = /[\s,，、:：;；.。]/,
): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && edges.test(text[from] ?? '')) from++;
  while (to > from && edges.test(text[to - 1] ?? '')) to--;
  return from < to ? { start: from, end: to } : undefined;
}
