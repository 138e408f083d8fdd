import { REPORTING_VERBS } from '../figures/data/attribution-words.ts';
import { MONTHS, WEEKDAYS } from '../figures/data/calendar.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS } from '../figures/data/function-words.ts';
import type { NameSpan } from '../figures/place-name.ts';
import type { Token } from '../figures/tokens.ts';
import { isGrammarWord, PLACE_NOUNS } from './common-words.ts';
import { INDIVIDUALS, NOT_NAMES, PEOPLES, TITLES } from './data/english.ts';

/** Words that look like a person's name; `cue` tells how sure: a title or verb beside it, or its shape alone. */
export interface NameRun {
  readonly first: number;
  readonly next: number;
  readonly cue: 'title' | 'verb' | 'shape' | 'single' | 'byline';
  /** The title word's token, when the cue is one. */
  readonly title?: number;
}

/**
 * Finds capitalised words that may name a person. `taken` are names a theme pack knows: those are places, offices and
 * terms; `heading`: a title, where every noun has a capital; `cells`: tokens at which no name goes on. A single capital without a cue comes back as `single`: the caller knows whether it repeats a name.
 */
export function findNameRuns(
  tokens: readonly Token[],
  taken: readonly NameSpan[],
  options: { readonly heading: boolean; readonly cells: ReadonlySet<number> },
): NameRun[] {
  const blocked = new Uint8Array(tokens.length);
  for (const { first, next } of taken) blocked.fill(1, first, next);
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (blocked[at] === 1 || !isNameWord(tokens, at)) {
      at++;
      continue;
    }
    let next = at + 1;
    while (next < tokens.length && next - at < 8 && blocked[next] !== 1 && !options.cells.has(next)) {
      const length = nameStep(tokens, next);
      if (length === 0) break;
      next += length;
    }
    const run = judgeRun(tokens, at, next, { blocked, heading: options.heading });
    if (run !== undefined) runs.push(run);
    at = next;
  }
  return runs;
}

/**
 * Names written in capitals throughout, as office records do: "Pastor ILAN DORR", "KIM HA-NEUL told the court". Only beside a title, or of two
 * words and more beside a verb of speech or an age, and where other words are not in capitals too: acronyms look alike.
 */
export function findCapitalRuns(
  tokens: readonly Token[],
  taken: readonly NameSpan[],
  options: Parameters<typeof findNameRuns>[2],
): NameRun[] {
  const capitals = tokens.map(({ kind, text }) => kind === 'word' && CAPITALS.test(text));
  if (!capitals.includes(true)) return [];
  const written = tokens.map((token, i) =>
    capitals[i] === true ? { ...token, text: token.text.charAt(0) + token.text.slice(1).toLowerCase() } : token,
  );
  const words = tokens.filter(({ kind, text }) => kind === 'word' && /\p{L}{2}/u.test(text));
  if (words.filter(({ text }) => CAPITALS.test(text)).length * 2 > words.length + 1) return [];
  return findNameRuns(written, taken, options).filter(({ first, next, cue }) => {
    const long = tokens.slice(first, next).filter(({ text }) => CAPITALS.test(text) && text.length > 3);
    const parts = tokens.slice(first, next).filter(({ kind }) => kind === 'word');
    return long.length > 0 && (cue === 'title' || (cue === 'verb' && parts.length > 1));
  });
}

const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’]+$/u;

/** A capitalised word with small letters, or a name of one syllable; never an acronym. */
function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Lu}[\p{Ll}\p{M}]/u.test(token.text) &&
    !/\p{Lu}{3}/u.test(token.text)
  );
}

/** How many tokens continue a name at `at`: a word, "-neul" after "Ha", "J.", "van der"; 0 when it ends. */
function nameStep(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  if (token.text === '-' && !token.spaced && tokens[at + 1]?.spaced === false && tokens[at + 1]?.kind === 'word')
    return 2;
  if (!token.spaced && token.kind === 'word') return 0;
  if (isNameWord(tokens, at)) return 1;
  if (/^\p{Lu}$/u.test(token.text) && tokens[at + 1]?.text === '.' && isNameWord(tokens, at + 2)) return 3;
  if (/^(?:van|von|de|der|den|bin|al|el|la|du)$/.test(token.text) && isNameWord(tokens, at + 1)) return 2;
  if (
    /^(?:van|von|de)$/.test(token.text) &&
    /^(?:der|den|la)$/.test(tokens[at + 1]?.text ?? '') &&
    isNameWord(tokens, at + 2)
  )
    return 3;
  return 0;
}

interface Around {
  readonly blocked: Uint8Array;
  readonly heading: boolean;
}

function judgeRun(tokens: readonly Token[], from: number, to: number, around: Around): NameRun | undefined {
  const { first, title } = skipOpening(tokens, from, to, around.heading);
  let next = to;
  while (next > first && isDay(tokens[next - 1]?.lower ?? '')) next--;
  const words = tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  // "known as Old Reed": whatever follows is what somebody is called.
  if (words.length > 0 && isCalled(tokens, from)) return { first: from, next, cue: 'title', title: from - 1 };
  if (words.length === 0 || !mayName(words)) return undefined;
  if (title !== undefined) return { first, next, cue: 'title', title };
  return judgeShape(tokens, { first, next, words }, around);
}

/** Opening words and titles are no part of the name: "According", "Pastor", "Chinese". */
function skipOpening(
  tokens: readonly Token[],
  from: number,
  to: number,
  heading: boolean,
): { readonly first: number; readonly title: number | undefined } {
  let first = from;
  let title = titleBefore(tokens, from);
  for (; first < to; first++) {
    const word = tokens[first]?.lower ?? '';
    const opens = first === 0 || opensQuote(tokens, first) || heading;
    if (TITLES.has(word) && first + 1 < to) title = first;
    else if (!(PEOPLES.test(word) || isDay(word) || (isCommon(word) && opens))) break;
    if (tokens[first + 1]?.text === '.' && title === first) first++;
  }
  return { first, title };
}

function mayName(words: readonly Token[]): boolean {
  if (words.every(({ lower }) => isCommon(lower) || TITLES.has(lower))) return false;
  const body = (word: string): boolean =>
    NOT_NAMES.has(word) || NOT_NAMES.has(word.replace(/'s$/, '')) || PEOPLES.test(word);
  // "Room Is Left": a heading's words, since no name has a verb or a preposition in it.
  return !words.some(({ lower }, i) => body(lower) || (i > 0 && isInner(lower)));
}

const PLACE_NOUN = new RegExp(`^(?:${PLACE_NOUNS})$`);

function judgeShape(
  tokens: readonly Token[],
  { first, next, words }: { readonly first: number; readonly next: number; readonly words: readonly Token[] },
  { blocked, heading }: Around,
): NameRun | undefined {
  const before = tokens[first - 1]?.lower ?? '';
  const after = tokens[next];
  const single = words.length === 1;
  if (PLACE_NOUN.test(after?.lower ?? '') || (single && blocked[next] === 1 && after?.spaced === true))
    return undefined;
  if (!single && isCredit(tokens, first)) return { first, next, cue: 'byline' };
  const speaks = REPORTING_VERBS.has(after?.lower ?? '') && !/^(?:the|an?|this)$/.test(before);
  const aged = after?.text === ',' && /^\d{1,2}$/.test(tokens[next + 1]?.text ?? '') && tokens[next + 2]?.text === ',';
  if (isAgeBehind(tokens, next) && (!single || isListed(tokens, next))) return { first, next, cue: 'verb' };
  if (speaks || aged) return single && isCommon(words[0]?.lower ?? '') ? undefined : { first, next, cue: 'verb' };
  if (single) return { first, next, cue: 'single' };
  if (words.length > 5 || /^(?:the|an?|in|near|at|across|throughout|outside|around)$/.test(before)) return undefined;
  return heading && !isShort(tokens) ? undefined : { first, next, cue: 'shape' };
}

/** An age in brackets behind a name: "(34)", "(34, farmer)", "(aged 34)" is told by its word. */
export function isAgeBehind(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === '(' &&
    /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '') &&
    /^[),;]$/.test(tokens[at + 2]?.text ?? '')
  );
}

// "Mina (34), Orrin", "Mina (34, farmer)": of one word, only where the list goes on. "Reports (34)" counts reports.
function isListed(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 2]?.text !== ')' || tokens[at + 3]?.text === ',';
}

/** A credit line: "Translated by X", "Photo by X", or a line that begins with "By X". "Sheltered by X" is none. */
function isCredit(tokens: readonly Token[], first: number): boolean {
  if (tokens[first - 1]?.lower !== 'by') return false;
  if (
    /^(?:translated|translation|photo|photos|photograph|photographs|text|story|written|edited|reporting)$/.test(
      tokens[first - 2]?.lower ?? '',
    )
  ) {
    return true;
  }
  return first === 1 && tokens.length <= 12 && tokens[tokens.length - 1]?.text !== '.';
}

// A heading of a few words may be a speaker; a longer one in title case names no one by its shape.
function isShort(tokens: readonly Token[]): boolean {
  return tokens.length <= 6;
}

function titleBefore(tokens: readonly Token[], at: number): number | undefined {
  const dot = tokens[at - 1]?.text === '.' ? 1 : 0;
  const comma = tokens[at - 1]?.text === ',' ? 1 : 0;
  const word = tokens[at - 1 - dot]?.lower ?? '';
  if (comma === 1) return undefined;
  return TITLES.has(word) && (dot === 0 || /^(?:mr|mrs|ms|dr|prof|rev|fr|sgt|col|gen)$/.test(word))
    ? at - 1 - dot
    : undefined;
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  const quote = opensQuote(tokens, at) ? 1 : 0;
  const before = tokens[at - 1 - quote]?.lower ?? '';
  if (before === 'nicknamed' || before === 'alias') return true;
  // "a smuggler known as …", and not "the town known as …".
  const noun = tokens[at - 3 - quote]?.lower ?? '';
  return before === 'as' && tokens[at - 2 - quote]?.lower === 'known' && (INDIVIDUALS.has(noun) || TITLES.has(noun));
}

function opensQuote(tokens: readonly Token[], at: number): boolean {
  return /^["“‘'([.*•–—:]$/.test(tokens[at - 1]?.text ?? '');
}

function isInner(word: string): boolean {
  return (
    AUXILIARIES.has(word) || PRONOUNS.has(word) || CONJUNCTIONS.has(word) || (PREPOSITIONS.has(word) && word.length > 2)
  );
}

function isDay(word: string): boolean {
  return MONTHS.has(word) || WEEKDAYS.has(word);
}

function isCommon(word: string): boolean {
  return isGrammarWord(word) || isDay(word) || /(?:ing|ly|tion|ment|ness|ism)$/.test(word);
}
