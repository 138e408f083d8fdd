import { matchesIn } from '../matches.ts';
import { FIELDS } from './data/field-names.ts';
import { type Sentence, type Span, sentencesWith, trimmed } from './sentences.ts';

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

/** A line that begins with who speaks: "Moderator: …", "@name: …". */
const TURN = /^[ \t]*((?:@\S{1,30}|[\p{L}\p{N}][\p{L}\p{N}\p{M} .·'’-]{0,40}?))\s?[:：][ \t]*(?=\S)/u;
/** UTF-16 units that a turn has at least: shorter lines are labels and lists. */
const SHORTEST_TURN = 12;

/**
 * Turns of a transcript or of posts, which are verbatim without marks: lines that begin with who speaks, where there are two of
 * them at least, or a handle speaks.
 */
function turnsOf(text: string): readonly FoundAttribution[] {
  const turns: FoundAttribution[] = [];
  let handles = 0;
  for (const { index, 0: line } of matchesIn(text, /[^\n]+/g)) {
    const found = TURN.exec(line);
    const name = found?.[1];
    if (
      found === null ||
      name === undefined ||
      FIELDS.has(name.toLowerCase()) ||
      line.length - found[0].length < SHORTEST_TURN
    )
      continue;
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

/** A quotation that makes a whole sentence and that no verb gives to anybody: the nearest one goes on. */
function unledQuote(
  text: string,
  { start, end, quotes }: Sentence,
  { last, speakers }: { readonly last: FoundAttribution | undefined; readonly speakers: SpeakersSoFar },
): FoundAttribution | undefined {
  const [quote, ...others] = quotes;
  const outside = quote === undefined ? '' : text.slice(start, quote.start) + text.slice(quote.end, end);
  if (quote === undefined || others.length > 0 || /[\p{L}\p{N}]/u.test(outside)) return undefined;
  const near = speakers.nearest(() => true);
  return {
    content: quote,
    more: [],
    type: 'direct',
    speaker: near?.span ?? last?.speaker ?? null,
    cue: null,
    via: [],
    anonymous: near?.anonymous ?? last?.anonymous ?? false,
  };
}

/** Languages read what is said within what is said with the same rules. */
type ReadInner = (text: string) => readonly FoundAttribution[];

/** UTF-16 units of the shortest words in which somebody else may speak. */
const SHORTEST_OUTER = 6;

/** Nested speech: what the words of an attribution give to somebody else, through whoever says them. */
function withNested(text: string, outer: FoundAttribution, read: ReadInner): readonly FoundAttribution[] {
  const { start, end } = outer.content;
  if (end - start < SHORTEST_OUTER) return [outer];
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

/** Sentences back in which somebody is looked for whom a pronoun, or nothing, stands for. */
const FURTHEST = 8;

/** Somebody who spoke, or of whom a sentence tells. */
export interface Mentioned {
  readonly span: Span;
  readonly anonymous: boolean;
}

/** Who spoke so far in a text, and who was spoken of: a pronoun stands for the nearest of them, as long as that is one. */
export class SpeakersSoFar {
  readonly #text: string;
  #sentences: readonly (readonly Mentioned[])[] = [[]];

  constructor(text: string) {
    this.#text = text;
  }

  add(each: FoundAttribution): void {
    if (each.speaker !== null) this.mention({ span: each.speaker, anonymous: each.anonymous });
  }

  mention(somebody: Mentioned): void {
    const [last = [], ...earlier] = this.#sentences;
    this.#sentences = [[somebody, ...last], ...earlier];
  }

  /** What follows is another sentence. */
  goOn(): void {
    if (this.#sentences[0]?.length !== 0) this.#sentences = [[], ...this.#sentences].slice(0, FURTHEST);
  }

  /** The only one of whom `fits` holds in the nearest sentence that has any; undefined when there are several, or none. */
  nearest(fits: (words: string) => boolean): Mentioned | undefined {
    for (const mentioned of this.#sentences) {
      const fitting = mentioned.filter(({ span }) => fits(this.#text.slice(span.start, span.end)));
      const [first] = fitting;
      if (first === undefined) continue;
      const words = new Set(fitting.map(({ span }) => this.#text.slice(span.start, span.end)));
      return words.size === 1 ? first : undefined;
    }
    return undefined;
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

/** An attribution whose speaker a pronoun, or nothing, stands for: that of the nearest one of whom `fits` holds. */
export function ofTheNearest(
  each: FoundAttribution,
  speakers: SpeakersSoFar,
  fits: (words: string) => boolean = () => true,
): FoundAttribution {
  const found = speakers.nearest(fits);
  return found === undefined
    ? { ...each, speaker: null, anonymous: false }
    : { ...each, speaker: found.span, anonymous: found.anonymous };
}

/** How a language reads speech. */
export interface SpeechRules {
  /** Whether a sentence ends behind a place. */
  readonly endsAt: (covered: string, text: string, at: number) => boolean;
  readonly inSentence: (text: string, sentence: Sentence) => readonly FoundAttribution[];
  /** Who is meant where a pronoun, or nothing, stands for somebody. */
  readonly resolved: (text: string, each: FoundAttribution, speakers: SpeakersSoFar) => FoundAttribution;
  /** Whom a sentence tells of, so that a pronoun behind it may stand for them. */
  readonly mentionedIn: (text: string, sentence: Sentence) => readonly Mentioned[];
  /** Whether words are a pronoun: within what somebody says, nobody knows for whom it stands. */
  readonly isPronoun: (words: string) => boolean;
  /** Who speaks, where a sentence says no more than that: of the quotations beside it. */
  readonly announced?: (
    text: string,
    sentence: Sentence,
  ) => Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> | undefined;
  /** Whose doing a sentence tells that stands right behind words that nobody was given. */
  readonly beatIn?: (text: string, sentence: Sentence) => Mentioned | undefined;
  /** Whether whoever speaks first in a sentence also said the quotation right before it: “…。”某某说，…. */
  readonly givesBack?: boolean;
  /** UTF-16 units of the shortest quotation that stands alone and is somebody's words. */
  readonly least: number;
}

/** Attributions of one sentence, resolved, with the speech within them. */
function inSentenceWith(
  text: string,
  sentence: Sentence,
  { rules, speakers }: { readonly rules: SpeechRules; readonly speakers: SpeakersSoFar },
): readonly FoundAttribution[] {
  const { endsAt, inSentence, resolved, isPronoun } = rules;
  const readInner = (words: string): readonly FoundAttribution[] =>
    sentencesWith(words, (covered, at) => endsAt(covered, words, at))
      .flatMap((inner) => inSentence(words, inner))
      .filter(({ speaker }) => speaker === null || !isPronoun(words.slice(speaker.start, speaker.end)));
  speakers.goOn();
  const outer: FoundAttribution[] = [];
  const found: FoundAttribution[] = [];
  for (const each of inSentence(text, sentence)) {
    const known = resolved(text, each, speakers);
    outer.push(known);
    found.push(...withNested(text, known, readInner));
  }
  for (const each of outer) speakers.add(each);
  if (found.length === 0) for (const somebody of rules.mentionedIn(text, sentence)) speakers.mention(somebody);
  return found;
}

/** Attributions of a text by the rules of its language, in the order of the text. */
export function attributionsBy(text: string, rules: SpeechRules): readonly FoundAttribution[] {
  const turns = turnsOf(text);
  if (turns.length > 0) return turns;
  const reading = new Reading(text, rules);
  for (const sentence of sentencesWith(text, (covered, at) => rules.endsAt(covered, text, at))) reading.take(sentence);
  return reading.found;
}

type Speaker = Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'>;

/** What is known of a text while it is read, sentence by sentence. */
class Reading {
  readonly found: FoundAttribution[] = [];
  readonly #text: string;
  readonly #rules: SpeechRules;
  readonly #speakers: SpeakersSoFar;
  /** Who speaks in the quotation that follows. */
  #announced: Speaker | undefined;
  /** Words so short that they are somebody's only if the next sentence tells whose. */
  #held: FoundAttribution | undefined;

  constructor(text: string, rules: SpeechRules) {
    this.#text = text;
    this.#rules = rules;
    this.#speakers = new SpeakersSoFar(text);
  }

  take(sentence: Sentence): void {
    const own = this.#rules.announced?.(this.#text, sentence);
    if (own !== undefined) {
      this.#announce(sentence, own);
      return;
    }
    const waiting = this.#rules.givesBack === true ? this.#waiting(sentence) : undefined;
    const read = inSentenceWith(this.#text, sentence, { rules: this.#rules, speakers: this.#speakers });
    if (waiting !== undefined) this.#giveBack(sentence, { waiting, first: read[0] });
    if (read.length > 0) this.#held = undefined;
    else this.#takeAlone(sentence);
    this.found.push(...read);
    this.#announced = undefined;
  }

  /** Words right before a sentence that nobody was given yet. */
  #waiting({ start }: Sentence): FoundAttribution | undefined {
    const last = this.found.at(-1);
    return this.#held ?? (last?.cue === null && last.content.end > start - 8 ? last : undefined);
  }

  #announce(sentence: Sentence, own: Speaker): void {
    const waiting = this.#waiting(sentence);
    if (waiting !== undefined) this.#give({ ...waiting, ...own });
    else this.#mention(own);
    this.#announced = waiting === undefined || this.#text[sentence.end] === ' ' ? own : undefined;
  }

  /** Words right before a sentence that begins with who speaks are theirs. */
  #giveBack(
    sentence: Sentence,
    { waiting, first }: { readonly waiting: FoundAttribution; readonly first: FoundAttribution | undefined },
  ): void {
    if (waiting.speaker !== null || waiting.type !== 'direct' || first === undefined || first.type === 'direct') return;
    const { speaker, cue, anonymous } = first;
    if (speaker === null || cue === null || cue.start - sentence.start > NEAR || cue.start < speaker.end) return;
    if (speaker.start < sentence.start || /\n/u.test(this.#text.slice(waiting.content.end, sentence.start))) return;
    if (this.#held === undefined) this.found.pop();
    this.found.push({ ...waiting, speaker, cue, anonymous });
  }

  /** Who is said to speak may be meant behind, whether or not a quotation follows. */
  #mention({ speaker, anonymous }: Speaker): void {
    this.#speakers.goOn();
    if (speaker !== null && !this.#rules.isPronoun(this.#text.slice(speaker.start, speaker.end)))
      this.#speakers.mention({ span: speaker, anonymous });
  }

  /** Gives words that waited to whoever speaks. */
  #give(each: FoundAttribution): void {
    if (this.#held === undefined) this.found.pop();
    this.#held = undefined;
    this.#push(this.#rules.resolved(this.#text, each, this.#speakers));
  }

  #push(each: FoundAttribution): void {
    this.#speakers.add(each);
    this.found.push(each);
  }

  /** A sentence in which no verb or frame gives words to anybody. */
  #takeAlone(sentence: Sentence): void {
    const waiting = this.#waiting(sentence);
    const beat =
      waiting === undefined
        ? undefined
        : (this.#rules.beatIn?.(this.#text, sentence) ??
          besides(this.#text, sentence, { rules: this.#rules, waiting }));
    if (beat !== undefined && waiting !== undefined)
      this.#give({ ...waiting, speaker: beat.span, anonymous: beat.anonymous });
    this.#held = undefined;
    const last = this.found.at(-1);
    const alone = unledQuote(this.#text, sentence, { last, speakers: this.#speakers });
    if (alone === undefined) return;
    const announced = this.#announced;
    const isMore =
      last !== undefined &&
      (announced === undefined ? goesOn(this.#text, last, alone.content) : last.cue === announced.cue);
    if (isMore) this.found[this.found.length - 1] = { ...last, more: [...last.more, alone.content] };
    else if (alone.content.end - alone.content.start < this.#rules.least) this.#held = alone;
    else if (announced === undefined) this.#push(alone);
    else this.#push(this.#rules.resolved(this.#text, { ...alone, ...announced }, this.#speakers));
  }
}

/** UTF-16 units within which a sentence says who speaks that stands behind their words. */
const NEAR = 40;

/** Of whom a sentence tells that stands right behind words that nobody was given, in one paragraph: they are theirs. */
function besides(
  text: string,
  sentence: Sentence,
  { rules, waiting }: { readonly rules: SpeechRules; readonly waiting: FoundAttribution },
): Mentioned | undefined {
  if (waiting.speaker !== null || sentence.quotes.length > 0) return undefined;
  if (text.slice(waiting.content.end, sentence.start).includes('\n')) return undefined;
  return rules.mentionedIn(text, sentence)[0];
}

/** Whether a quotation goes on with words that their speaker interrupted: “…,” he said. “…” */
function goesOn(text: string, { content, more, type, cue, speaker }: FoundAttribution, next: Span): boolean {
  if (type !== 'direct' || cue === null || content.end > cue.start || (more.at(-1)?.end ?? 0) > cue.end) return false;
  const between = text.slice(
    Math.max(cue.end, speaker !== null && speaker.start > content.end ? speaker.end : 0),
    next.start,
  );
  return between.length < 120 && !between.includes('\n') && !/[.。!?！？]\s*\S.*[.。!?！？]/u.test(between);
}
