import type { Span } from '../anchor.ts';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS } from '../figures/data/function-words.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import { cjkClauses } from './cjk-clauses.ts';
import { DENIALS } from './data/denial-words.ts';
import { ADDRESS_LINES, OPENINGS } from './data/joining-words.ts';
import { englishClauses, isVerb } from './english-clauses.ts';
import type { Findings, ReadLanguage } from './findings.ts';
import { isBareLine, isEnglishLine, isHeadline, isKoreanLine } from './predicate.ts';
import type { Sentence } from './sentence-parts.ts';

/** What a sentence must be told of to be cut. */
export interface SentenceContext {
  /** The layer's text. */
  readonly text: string;
  readonly lang: ReadLanguage;
  /** Where it stands: what stands below a picture or in a list is a statement by other signs than running text. */
  readonly place: 'heading' | 'caption' | 'list-item' | 'text';
  /** What was found in this sentence. */
  readonly findings: Findings;
}

/**
 * The statements of a sentence, each to become a claim (docs/read-claims.md RC1, RC2): what is said without the words that only say who said
 * it, cut where two statements are joined. Empty for lines that address, sign or label.
 */
export function statementsOf(sentence: Sentence, context: SentenceContext): readonly Span[] {
  const { text, lang, place, findings } = context;
  const heading = place === 'heading';
  const whole = text.slice(sentence.start, sentence.end);
  if (ADDRESS_LINES.test(whole.trim())) return [];
  const counts = findings.quantities.some((each) => inside(each, sentence));
  if (heading && !isHeadline(sentence, { lang, words: whole, counts })) return [];
  if (
    !heading &&
    isBareLine(sentence, { lang, words: whole, counts, place: sentence.labelled === true ? 'caption' : place })
  )
    return [];
  const cut = without(sentence, framesOf(text, sentence, findings, lang));
  const regions = isTorn(text, sentence, cut, context) ? [{ start: sentence.start, end: sentence.end }] : cut;
  const kept = [...findings.dates, ...findings.quantities].sort((a, b) => a.start - b.start);
  const trimmed = regions.map((region) => trim(text, region, lang)).filter((region) => region !== undefined);
  const said = heading ? trimmed : trimmed.filter((region) => saysSomething(sentence, region, context));
  return said.flatMap((region) =>
    (lang === 'en' ? englishParts(sentence, region, kept) : cjkClauses(text, region, lang, kept))
      .map((part) => trim(text, part, lang))
      .filter((part) => part !== undefined),
  );
}

/**
 * Whether a frame that stands between a subject and its verb would leave the verb alone: "The guards allegedly, the UN said, killed 40".
 */
function isTorn(text: string, { tokens }: Sentence, regions: readonly Span[], { lang }: SentenceContext): boolean {
  const [first, second, ...more] = regions;
  if (lang !== 'en' || first === undefined || second === undefined || more.length > 0) return false;
  const left = tokens.filter(({ start, end, kind }) => first.start <= start && end <= first.end && kind === 'word');
  const right = tokens.findIndex(({ start, kind }) => start >= second.start && kind === 'word');
  if (left.length === 0 || left.length > 8 || right < 0) return false;
  const opens = PREPOSITIONS.has(left[0]?.lower ?? '') || CONJUNCTIONS.has(left[0]?.lower ?? '') || left.length === 1;
  const next = tokens[right];
  // What stands behind the frame has no subject of its own.
  const bare =
    next !== undefined && /^\p{Ll}/u.test(next.text) && !DETERMINERS.has(next.lower) && !PRONOUNS.has(next.lower);
  return (
    !opens &&
    !left.some((_, i) => isVerb(left, i)) &&
    (isVerb(tokens, right) || bare) &&
    /\p{L}/u.test(text.slice(first.start, first.end))
  );
}

function englishParts(sentence: Sentence, region: Span, kept: readonly Span[]): readonly Span[] {
  const tokens = sentence.tokens.filter(({ start, end }) => region.start <= start && end <= region.end);
  const marks = new Uint8Array(tokens.length);
  let at = 0;
  for (const { start, end } of kept) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    for (let i = at; i < tokens.length && (tokens[i]?.start ?? 0) < end; i++) marks[i] = 1;
  }
  return englishClauses(tokens, (token) => marks[token] === 1);
}

/** Who says it and the verb with which: from the first to the last of these words, where the words said do not stand between. */
function framesOf(
  text: string,
  sentence: Sentence,
  { speech, stated }: Pick<Findings, 'speech' | 'stated'>,
  lang: ReadLanguage,
): readonly Span[] {
  // "According to statistics from the police, the courts and the post, …": a list goes on behind its first comma.
  const frames = speech.flatMap(({ speaker, cue, via, content, more }): readonly Span[] => {
    // "Name: …", "@name: …": the label of a turn.
    if (cue === null && speaker !== null && inside(speaker, sentence) && speaker.end <= content.start)
      return content.start - speaker.end <= 4 ? [{ start: speaker.start, end: content.start }] : [];
    if (cue === null || !inside(cue, sentence) || isComplement(text, { cue, content })) return [];
    // What is denied is never given without who denies it.
    if (isDenial(text, cue, sentence, lang)) return [];
    const words = [cue, ...(speaker === null ? [] : [speaker]), ...via].filter((span) => inside(span, sentence));
    const frame = {
      start: Math.min(...words.map(({ start }) => start)),
      end: Math.max(...words.map(({ end }) => end)),
    };
    const said = [content, ...more];
    const around = eitherSide(words, content);
    if (more.length === 0 && around !== undefined) return around;
    const parted = lang === 'en' ? undefined : aroundParts(text, sentence, { cue, speaker, said });
    if (parted !== undefined) return parted;
    // The words said stand inside what was taken for the speaker: one of the two was read wrongly, so nothing is cut.
    if (said.some((span) => span.start < frame.end && frame.start < span.end)) return [];
    const told = lang === 'en' ? withRecipient(text, sentence, { cue, content, frame }) : frame;
    return [stated !== undefined && stated.start < told.end && told.start < stated.end ? hull(told, stated) : told];
  });
  return frames.sort((a, b) => a.start - b.start);
}

/**
 * Speaker on one side of the words and verb on the other, as in Korean (김 씨는 …다고 말했다): both go, with the particles between. Undefined
 * when all stand on one side, or one of them within the words.
 */
function eitherSide(words: readonly Span[], content: Span): readonly Span[] | undefined {
  const before = words.filter(({ end }) => end <= content.start);
  const behind = words.filter(({ start }) => start >= content.end);
  if (before.length === 0 || behind.length === 0 || before.length + behind.length < words.length) return undefined;
  const near = content.start - Math.max(...before.map(({ end }) => end));
  if (near > PARTICLES) return undefined;
  return [
    { start: Math.min(...before.map(({ start }) => start)), end: content.start },
    { start: content.end, end: Math.max(...behind.map(({ end }) => end)) },
  ];
}

/**
 * Words in quotation marks with the verb behind the last of them: all that stands between them goes, and before them who speaks, when and to whom
 * (…은 19일 본지에 “…”며 “…”고 말했다). Undefined when a verb stands before them, which says something of its own.
 */
function aroundParts(
  text: string,
  sentence: Sentence,
  { cue, speaker, said }: { readonly cue: Span; readonly speaker: Span | null; readonly said: readonly Span[] },
): readonly Span[] | undefined {
  const parts = said.filter((span) => inside(span, sentence)).sort((a, b) => a.start - b.start);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || cue.start < last.end) return undefined;
  if (parts.length < said.length || !parts.every(({ start }) => /[“"‘「『]/u.test(text[start - 1] ?? '')))
    return undefined;
  const from =
    speaker !== null && inside(speaker, sentence) && speaker.end <= first.start ? speaker.start : sentence.start;
  const lead = text.slice(speaker !== null && from === speaker.start ? speaker.end : from, first.start);
  if (!SAID_WHERE.test(lead)) return undefined;
  const between = parts.slice(1).map((part, i) => ({ start: parts[i]?.end ?? part.start, end: part.start }));
  return [{ start: from, end: first.start }, ...between, { start: last.end, end: cue.end }];
}

/** A particle, when, where and to whom something is said, up to the mark that opens: no verb. */
const SAID_WHERE =
  /^(?:그(?:는|녀는|들은)?|이\s?(?:소식통|관계자|주민|활동가)은?|[他她](?:们|們)?)?(?:은|는|이|가|도|역시)?\s?(?:[가-힣\d.()·\s]{1,24}?(?:에|에서|에게|께|일|날|통해|통화에서|인터뷰에서)\s){0,3}[:：,，]?\s?[“"‘「『]$/u;

/** UTF-16 units between a speaker and what he says: particles, a comma, a mark. */
const PARTICLES = 8;

/** "told the paper that …", "…, a trader told the paper on Monday.": to whom it was said goes with who said it. */
function withRecipient(
  text: string,
  { end, tokens }: Sentence,
  { cue, content, frame }: { readonly cue: Span; readonly content: Span; readonly frame: Span },
): Span {
  if (!/\b(?:told|tells?|telling|informed|assured|reminded)$/iu.test(text.slice(cue.start, cue.end))) return frame;
  if (content.start >= frame.end) {
    const recipient = /^(?:the\s|a\s|an\s)?[^,.;:“"]{1,60}?\sthat\s/iu.exec(text.slice(frame.end + 1, frame.end + 90));
    return recipient === null ? frame : { start: frame.start, end: frame.end + 1 + recipient[0].length };
  }
  const rest = tokens.filter(({ start }) => start >= frame.end);
  const speaks = rest.some((token, i) => isVerb(rest, i) || /^(?:that|,|;)$/.test(token.lower));
  return speaks || rest.length > 10 ? frame : { start: frame.start, end };
}

/** "promised to pay", "urged the city to act", "told stories of …": what follows the verb says nothing without it. */
export function isComplement(text: string, { cue, content }: Pick<FoundAttribution, 'cue' | 'content'>): boolean {
  if (cue === null) return false;
  if (content.start < cue.end) return false;
  const words = text.slice(content.start, Math.min(content.end, content.start + 100));
  const directs = DIRECTIVES.test(text.slice(cue.start, cue.end));
  const stories = /^(?:stories|story|tales?|lies|jokes?|news)\s/iu.test(words);
  return (
    stories ||
    /^(?:to|for|on|about|of|against|with|in|into|from|by)\s/iu.test(words) ||
    (directs && /^(?:\S+\s){1,8}?(?:not\s)?to\s/u.test(words))
  );
}

/** Verbs of asking and ordering, which take somebody and an infinitive. Our own list. */
const DIRECTIVES: RegExp =
  /^(?:(?:has|have|had|also)\s)*(?:urg|ask|order|told?|tell|call|request|demand|instruct|warn|encourag|press|invit|advis|command|direct|forbad|forbid|allow|permit|requir)\p{L}*/iu;

/** Whether a verb of saying denies, or speaks of claims that are denied ("rejected claims that …"). */
function isDenial(text: string, cue: Span, sentence: Span, lang: ReadLanguage): boolean {
  return DENIALS[lang].test(text.slice(Math.max(sentence.start, cue.start - 16), cue.end));
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function inside(span: Span, sentence: Span): boolean {
  return sentence.start <= span.start && span.end <= sentence.end;
}

function without(sentence: Span, frames: readonly Span[]): readonly Span[] {
  const regions: Span[] = [];
  let { start } = sentence;
  for (const frame of frames) {
    if (frame.start > start) regions.push({ start, end: frame.start });
    start = Math.max(start, frame.end);
  }
  if (start < sentence.end) regions.push({ start, end: sentence.end });
  return regions;
}

const LEADING: Readonly<Record<ReadLanguage, RegExp>> = {
  en: leading(OPENINGS.en, '(?:,\\s*|\\s+)'),
  zh: leading(OPENINGS.zh, '[，,]?'),
  ko: leading(OPENINGS.ko, '(?:,\\s*|\\s+)'),
};

function leading(words: readonly string[], after: string): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(
    `^(?:${longestFirst})${after}|^that\\s+(?=\\S)|^(?:\\(?\\d{1,3}[.)]|[①-⑳]|[-•*·])\\s+|^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\\d{1,2}[、．])\\s*`,
    'iu',
  );
}

/** Quotation marks, commas and words of joining at the edges are left out, the mark that ends a sentence stays. */
function trim(text: string, span: Span, lang: ReadLanguage): Span | undefined {
  let { start, end } = span;
  for (let step = 0; step < 4; step++) {
    while (start < end && /[\s,，、:：;；“”"‘「」『』»«*—–]/u.test(text[start] ?? '')) start++;
    const lead = LEADING[lang].exec(text.slice(start, Math.min(end, start + 60)))?.[0].length ?? 0;
    if (lead === 0) break;
    start += lead;
  }
  while (end > start && /[\s,，、:：;；“"‘「『«—–]/u.test(text[end - 1] ?? '')) end--;
  // A closing quotation mark goes when its opening one went.
  if (/[”"’」』»]/u.test(text[end - 1] ?? '') && !/[“"‘「『«]/u.test(text.slice(start, end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

/** Whether words make a statement: long enough, with a verb or a number, or a sentence of its own. */
function saysSomething(sentence: Sentence, region: Span, { text, lang, findings }: SentenceContext): boolean {
  const words = text.slice(region.start, region.end);
  if (!/\p{L}/u.test(words)) return false;
  const counted = findings.quantities.some((each) => inside(each, region));
  if (lang === 'zh')
    return [...words].filter((character) => /\p{Script=Han}/u.test(character)).length >= (counted ? 3 : 6);
  if (lang === 'ko')
    return (
      /다[.!?"”’)]*$|[요죠까][.!?]|음[.]?$|함[.]?$|것[.]?$/u.test(words) || words.length >= 16 || isKoreanLine(words)
    );
  const tokens = sentence.tokens.filter(
    ({ start, end, kind }) => region.start <= start && end <= region.end && kind !== 'symbol',
  );
  const acts = tokens.some((_, i) => isVerb(tokens, i));
  // What somebody says may be short.
  if (tokens.length < 4) return tokens.length === 3 && (counted || (acts && region.end < sentence.end));
  if (counted || /[.!?]["”’)]*$/.test(text.slice(region.start, sentence.end).trimEnd())) return true;
  return acts || isEnglishLine(sentence);
}
