import type { Span } from '../anchor.ts';
import { AUXILIARIES, IRREGULAR_VERBS } from '../figures/data/function-words.ts';
import type { Token } from '../figures/tokens.ts';

const COORDINATORS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas']);
const NOT_FINITE: ReadonlySet<string> = new Set(['be', 'been', 'being', 'having', 'doing']);
/** Words that end in -ing and lead no clause: prepositions and names of things. */
const NOT_PARTICIPLES: ReadonlySet<string> = new Set(
  'threatening according concerning regarding including excluding during notwithstanding pending barring morning evening nothing anything something everything king spring thing'.split(
    ' ',
  ),
);
const AGENTS: ReadonlySet<string> = new Set(
  'fueled fuelled driven followed caused prompted triggered accompanied led spurred sparked'.split(' '),
);
/** Tokens that a clause has at least; of one that only a participle or a cause makes, more. */
const SHORTEST = 4;
const SHORTEST_ADDED = 6;

/**
 * Cuts a stretch of a sentence where two statements are joined (docs/read-claims.md RC2): at a semicolon, a dash, ", which"; at "and", "but",
 * "while" with a verb on both sides; at a comma before a participle, "with … -ing", "because of"; and behind a purpose at the head
 * ("To stop this, …"). Conditions ("if", "who", "unless") are never cut off. The whole stretch when nothing joins. `joined` tells tokens
 * inside a figure or date, where nothing is cut. One pass over the tokens.
 */
export function englishClauses(tokens: readonly Token[], joined: (token: number) => boolean): readonly Span[] {
  const verbs = verbCounts(tokens);
  const hasVerb = (first: number, next: number): boolean => (verbs[next] ?? 0) > (verbs[first] ?? 0);
  const counted = (from: number, next: number): boolean => {
    for (let i = from; i < next; i++) if (tokens[i]?.kind === 'number' || joined(i)) return true;
    return false;
  };
  const mainClause = behindSubordinate(tokens);
  const clauses: Span[] = [];
  let first = 0;
  // Whether the clause that is open only leans on the one before, as a participle does.
  let leans = false;
  for (let at = 1; at < tokens.length; at++) {
    if (joined(at)) continue;
    // "While this is so, …": nothing is cut before the main clause.
    if (at < mainClause) continue;
    const whole = classicCut(tokens, at, Math.max(first, mainClause), { hasVerb, counted, leans });
    const cut = whole ?? addedCut(tokens, at, first, hasVerb);
    if (cut === undefined) continue;
    clauses.push(spanOf(tokens, first, at));
    leans = whole === undefined;
    first = cut;
    at = cut;
  }
  clauses.push(spanOf(tokens, first, tokens.length));
  return clauses;
}

const SUBORDINATORS: ReadonlySet<string> = new Set(
  'while although though if unless when whenever because since as given whereas once until before after despite'.split(
    ' ',
  ),
);

/** Where the main clause begins in a sentence that a subordinate one leads: behind its comma. 0 when none does. */
function behindSubordinate(tokens: readonly Token[]): number {
  if (!SUBORDINATORS.has(tokens[0]?.lower ?? '')) return 0;
  for (let i = 1; i < Math.min(tokens.length, 40); i++) if (tokens[i]?.text === ',') return i + 1;
  return 0;
}

function spanOf(tokens: readonly Token[], first: number, next: number): Span {
  let last = next - 1;
  while (last > first && tokens[last]?.text === ',') last--;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

type HasVerb = (first: number, next: number) => boolean;

/** What is asked of stretches of tokens: whether they have a finite verb, and a figure. */
interface Looks {
  readonly hasVerb: HasVerb;
  readonly counted: (first: number, next: number) => boolean;
  readonly leans: boolean;
}

/** A joint of two whole clauses; where the second begins. */
function classicCut(
  tokens: readonly Token[],
  at: number,
  first: number,
  { hasVerb, counted, leans }: Looks,
): number | undefined {
  const start = cutAt(tokens, at);
  if (start === undefined) return undefined;
  const end = nextCut(tokens, start);
  // "it's" is subject and verb in one.
  const subject = !isVerb(tokens, start) || (tokens[start]?.lower ?? '').includes("'");
  // ", and had deported 900": a second verb of the same subject, set off by a comma, with a figure of its own.
  const aside = tokens[at]?.text === ',' || tokens[start]?.text === ',' || tokens[start - 1]?.text === ',';
  const second = aside && counted(start, end);
  const least = tokens[start]?.lower === 'which' ? SHORTEST_ADDED : SHORTEST;
  if (at - first < SHORTEST || end - start < least) return undefined;
  const hard = /^[;—–-]$/.test(tokens[at]?.text ?? '');
  if (leans && hard && at - first >= SHORTEST_ADDED && hasVerb(start, end)) return start;
  if ((!subject && !second) || !hasVerb(sameClause(tokens, first, at), at)) return undefined;
  // "groups that are able to register and stay have a duty": the verb of the whole is still to come.
  if (!hasVerb(first, beforeSubordinate(tokens, first, at)) && tokens[at]?.text !== ';') return undefined;
  // "the economy and big strategies, these meetings can …": a bare "and" joins what comes before the next comma.
  const bare = COORDINATORS.has(tokens[at]?.lower ?? '') && !aside;
  const reach = beforeSubordinate(tokens, start, end);
  return hasVerb(start, bare ? nextComma(tokens, start, reach) : reach) ? start : undefined;
}

function nextComma(tokens: readonly Token[], start: number, end: number): number {
  for (let i = start + 1; i < end; i++) if (tokens[i]?.text === ',') return i;
  return end;
}

/** Where the clause begins that a joint stands in: behind the last "that" or "who", whose verb must have come before the joint. */
function sameClause(tokens: readonly Token[], first: number, at: number): number {
  for (let i = at - 1; i > first && i > at - 30; i--) {
    if (tokens[i]?.lower === 'that' && isVerbOfThat(tokens, i - 1)) return i;
  }
  return first;
}

/** "is our hope that", "said that": what follows is a clause; "the rule that …" may be one too. */
function isVerbOfThat(tokens: readonly Token[], at: number): boolean {
  return /^\p{L}/u.test(tokens[at]?.text ?? '');
}

/** Up to a word that leads a clause of its own: its verb says nothing of what stands before it. */
function beforeSubordinate(tokens: readonly Token[], start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    if (/^(?:when|who|whom|that|which|if|where|because|unless|although|though)$/.test(tokens[i]?.lower ?? '')) return i;
  }
  return end;
}

/** A statement that only leans on the one before it. */
function addedCut(tokens: readonly Token[], at: number, first: number, hasVerb: HasVerb): number | undefined {
  if (tokens[at]?.text !== ',') return undefined;
  const next = at + 1;
  const end = nextCut(tokens, next);
  if (end - next < SHORTEST_ADDED || at - first < SHORTEST_ADDED) return undefined;
  if (first === 0 && tokens[0]?.lower === 'to' && !hasVerb(0, at) && hasVerb(at, end)) return next;
  if (!hasVerb(first, at) || isListed(tokens, at, end)) return undefined;
  return participle(tokens, next) || cause(tokens, next) || accompanied(tokens, next, end) ? next : undefined;
}

/** "food, attending schools, medical care": one of several short things between commas. */
function isListed(tokens: readonly Token[], comma: number, end: number): boolean {
  for (let step = 2; step <= 4; step++) if (comma + step < end && tokens[comma + step]?.text === ',') return true;
  return false;
}

function participle(tokens: readonly Token[], at: number): boolean {
  const adverb = /ly$/.test(tokens[at]?.lower ?? '') ? 1 : 0;
  const word = tokens[at + adverb]?.lower ?? '';
  if (AGENTS.has(word)) return tokens[at + adverb + 1]?.lower === 'by';
  return word.length > 4 && /ing$/.test(word) && /^\p{Ll}/u.test(tokens[at]?.text ?? '') && !NOT_PARTICIPLES.has(word);
}

function cause(tokens: readonly Token[], at: number): boolean {
  const soft = /^(?:perhaps|possibly|probably|mainly|mostly|largely|partly|apparently)$/.test(tokens[at]?.lower ?? '')
    ? 1
    : 0;
  return tokens[at + soft]?.lower === 'because';
}

/** "with many farms falling victim": a noun and its participle. */
function accompanied(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[at]?.lower !== 'with') return false;
  for (let i = at + 2; i < Math.min(end, at + 8); i++) {
    const word = tokens[i]?.lower ?? '';
    if (word.length > 4 && /ing$/.test(word) && !NOT_PARTICIPLES.has(word)) return true;
  }
  return false;
}

/** Where the next clause begins when token `at` joins two; undefined when it does not. */
function cutAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.text === ';') return skipJoint(tokens, at + 1);
  if (isDash(token)) return closesAside(tokens, at) ? undefined : skipJoint(tokens, at + 1);
  if (token.text === '-' && tokens[at + 1]?.text === '-') return at + 2;
  if (token.text === ',') {
    const next = tokens[at + 1]?.lower ?? '';
    if (COORDINATORS.has(next)) return skipJoint(tokens, at + 1);
    return next === 'which' ? at + 1 : undefined;
  }
  // "while living there": no statement of its own.
  if (WHILE.has(token.lower) && /ing$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  return COORDINATORS.has(token.lower) ? skipJoint(tokens, at) : undefined;
}

function isDash(token: Token | undefined): boolean {
  return token?.text === '—' || (token?.text === '–' && token.spaced);
}

/** The second dash of a pair: what stands between them is an aside, and the sentence goes on. */
function closesAside(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > 0 && i > at - 40; i--) if (isDash(tokens[i])) return true;
  return false;
}

function skipJoint(tokens: readonly Token[], at: number): number {
  let next = COORDINATORS.has(tokens[at]?.lower ?? '') ? at + 1 : at;
  if (tokens[next]?.text === ',') next++;
  return next;
}

// How far the right side is looked at for its verb: to the next hard mark, so that a later clause does not lend one.
function nextCut(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + 30);
  for (let i = from; i < end; i++) if (tokens[i]?.text === ';' || tokens[i]?.text === '—') return i;
  return end;
}

/** Running number of verbs before each token, so that "is there a verb between" costs one subtraction. */
function verbCounts(tokens: readonly Token[]): number[] {
  const counts = [0];
  for (let i = 0; i < tokens.length; i++) counts.push((counts[i] ?? 0) + (isVerb(tokens, i) ? 1 : 0));
  return counts;
}

/** Whether a word is probably a finite verb: an auxiliary, a known form, or one that ends in -ed where no noun phrase is open. */
export function isVerb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (AUXILIARIES.has(word)) return !NOT_FINITE.has(word);
  if (OPENS_NOUN.has(tokens[at - 1]?.lower ?? '')) return false;
  if (BARE_FORMS.has(word))
    return /^(?:i|we|you|they|who|which|that|to)$|[^su']s$|people$|men$|children$/.test(tokens[at - 1]?.lower ?? '');
  // "rights-related issues"
  if (tokens[at - 1]?.text === '-') return false;
  return (
    IRREGULAR_VERBS.has(word) ||
    (word.length > 4 && word.endsWith('ed') && /^\p{Ll}.*ed$/u.test(tokens[at]?.text ?? ''))
  );
}

/** Behind these stands a noun, or an infinitive. */
const OPENS_NOUN: ReadonlySet<string> = new Set('the a an of to for their its his her our'.split(' '));

/** Forms that are nouns as often as verbs: verbs only behind a plural or a pronoun. Our own list. */
const BARE_FORMS: ReadonlySet<string> = new Set(
  'work works need needs face stay show shows cut cuts hit hits run runs set sets lead number numbers total totals account accounts cross lack report reports claim claims reach change increase decrease fall falls rise rises return returns support live hold stand left guard'.split(
    ' ',
  ),
);

const WHILE: ReadonlySet<string> = new Set(['while', 'whereas']);
