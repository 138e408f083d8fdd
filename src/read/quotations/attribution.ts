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
    if (mark === '‘' && /\p{L}/u.test(text[at - 1] ?? '')) continue;
    let end = next(close, at + 1);
    if (close === '’')
      for (let step = 0; step < 8 && /\p{L}/u.test(text[end + 1] ?? ''); step++) end = text.indexOf(close, end + 1);
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
    if (at < covered.length && !(covered[at] === '\n' || ends(covered, at))) continue;
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

/** A span without white space and marks at its edges. */
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

/** A line that begins with who speaks: "Moderator: …", "@name: …". */
const TURN = /^[ \t]*((?:@\S{1,30}|[\p{L}\p{N}][\p{L}\p{N}\p{M} .·'’-]{0,40}?))\s?[:：][ \t]*(?=\S)/u;
/** UTF-16 units that a turn has at least: shorter lines are labels and lists. */
const SHORTEST_TURN = 12;

/**
 * Turns of a transcript or of posts, which are verbatim without marks: lines that begin with who speaks, where there are two of
 * them at least, or a handle speaks.
 */
export function turnsOf(text: string): readonly FoundAttribution[] {
  const turns: FoundAttribution[] = [];
  let handles = 0;
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const found = TURN.exec(line);
    const name = found?.[1];
    if (found === null || name === undefined || line.length - found[0].length < SHORTEST_TURN) continue;
    if (/[“"「『]\s*$/.test(found[0]) || /^[“"「『]/.test(line.slice(found[0].length))) continue;
    if (name.startsWith('@')) handles++;
    const start = index + line.indexOf(name);
    const content = trimmed(text, index + found[0].length, index + line.length, /\s/);
    if (content === undefined) continue;
    turns.push({
      content,
      more: [],
      type: 'direct',
      speaker: { start, end: start + name.length },
      cue: null,
      via: [],
      anonymous: false,
    });
  }
  return handles > 0 || turns.length > 1 ? turns : [];
}

/**
 * Quotations that make a whole sentence and that no verb gives to anybody: whoever spoke last goes on. `least` is how long one
 * is at least, so that titles and terms are none.
 */
export function unledQuote(
  text: string,
  { start, end, quotes }: Sentence,
  { least, before }: { readonly least: number; readonly before: readonly FoundAttribution[] },
): FoundAttribution | undefined {
  const [quote, ...others] = quotes;
  const outside = quote === undefined ? '' : text.slice(start, quote.start) + text.slice(quote.end, end);
  if (quote === undefined || others.length > 0 || /[\p{L}\p{N}]/u.test(outside) || quote.end - quote.start < least)
    return undefined;
  const last = before.at(-1);
  return {
    content: quote,
    more: [],
    type: 'direct',
    speaker: last?.speaker ?? null,
    cue: null,
    via: [],
    anonymous: last?.anonymous ?? false,
  };
}

/** Languages read what is said within what is said with the same rules. */
type ReadInner = (text: string) => readonly FoundAttribution[];

/** Nested speech: what the words of an attribution give to somebody else, through whoever says them. */
function withNested(text: string, outer: FoundAttribution, read: ReadInner): readonly FoundAttribution[] {
  const { start, end } = outer.content;
  const inner = read(text.slice(start, end)).filter(
    ({ content, cue }) => cue !== null && content.end - content.start < (end - start) * 0.95,
  );
  const shift = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return [
    outer,
    ...inner.map((each) => ({
      ...each,
      content: shift(each.content),
      more: each.more.map(shift),
      speaker: each.speaker && shift(each.speaker),
      cue: each.cue && shift(each.cue),
      via: [...each.via.map(shift), ...(outer.speaker === null ? [] : [outer.speaker]), ...outer.via],
    })),
  ];
}

/** Who spoke so far in a text: a pronoun stands for somebody as long as there is only one. */
export class SpeakersSoFar {
  readonly #text: string;
  #first: FoundAttribution | undefined;
  #words = '';
  #several = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The attribution whose speaker is the only one until now; undefined when there is none, or more than one. */
  get only(): FoundAttribution | undefined {
    return this.#several ? undefined : this.#first;
  }

  add(each: FoundAttribution): void {
    if (each.speaker === null || this.#several) return;
    const words = this.#text.slice(each.speaker.start, each.speaker.end);
    if (this.#first === undefined) {
      this.#first = each;
      this.#words = words;
    } else if (words !== this.#words) this.#several = true;
  }
}

/** What is said of a reported clause: that it is one quotation, holds some, or none. `slack` are the marks that may stand after it. */
export function contentOf(clause: Span, quotes: readonly Span[], slack: number): SaidContent {
  const inside = quotes.filter((quote) => quote.start >= clause.start && quote.end <= clause.end + 1);
  const [only] = inside;
  if (only !== undefined && only.start - clause.start <= 1 && clause.end - only.end <= slack)
    return { content: only, type: 'direct', more: [] };
  return { content: clause, type: inside.length > 0 ? 'mixed' : 'indirect', more: [] };
}

/** The words of an attribution without whose they are. */
export type SaidContent = Pick<FoundAttribution, 'content' | 'type' | 'more'>;

/** An attribution whose speaker a pronoun, or nothing, stands for: that of the only one who spoke before. */
export function ofTheOnlyOne(each: FoundAttribution, { only }: SpeakersSoFar): FoundAttribution {
  return only?.speaker ? { ...each, speaker: only.speaker, anonymous: only.anonymous } : { ...each, speaker: null };
}

/** How a language reads speech. */
export interface SpeechRules {
  /** Whether a sentence ends behind a place. */
  readonly endsAt: (covered: string, text: string, at: number) => boolean;
  readonly inSentence: (text: string, sentence: Sentence) => readonly FoundAttribution[];
  /** Who is meant where a pronoun, or nothing, stands for somebody. */
  readonly resolved: (text: string, each: FoundAttribution, speakers: SpeakersSoFar) => FoundAttribution;
  /** UTF-16 units of the shortest quotation that stands alone and is somebody's words. */
  readonly least: number;
}

/** Attributions of one sentence, resolved, with the speech within them. */
export function inSentenceWith(
  text: string,
  sentence: Sentence,
  { rules, speakers }: { readonly rules: SpeechRules; readonly speakers: SpeakersSoFar },
): readonly FoundAttribution[] {
  const { endsAt, inSentence, resolved } = rules;
  const readInner = (words: string): readonly FoundAttribution[] =>
    sentencesWith(words, (covered, at) => endsAt(covered, words, at)).flatMap((inner) => inSentence(words, inner));
  return inSentence(text, sentence)
    .flatMap((each) => withNested(text, each, readInner))
    .map((each) => {
      const known = resolved(text, each, speakers);
      speakers.add(known);
      return known;
    });
}

/** Attributions of a text by the rules of its language, in the order of the text. */
export function attributionsBy(text: string, rules: SpeechRules): readonly FoundAttribution[] {
  const turns = turnsOf(text);
  if (turns.length > 0) return turns;
  const found: FoundAttribution[] = [];
  const speakers = new SpeakersSoFar(text);
  for (const sentence of sentencesWith(text, (covered, at) => rules.endsAt(covered, text, at))) {
    const read = inSentenceWith(text, sentence, { rules, speakers });
    const unled = read.length > 0 ? undefined : unledQuote(text, sentence, { least: rules.least, before: found });
    if (unled !== undefined) speakers.add(unled);
    found.push(...read, ...(unled === undefined ? [] : [unled]));
  }
  return found;
}
