import type { Protection } from '../claim.ts';
import { statedSource } from '../claims/english-source.ts';
import { REPORTING_VERBS, SOURCE_NOUNS } from '../figures/data/attribution-words.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  IRREGULAR_VERBS,
  PREPOSITIONS,
  PRONOUNS,
} from '../figures/data/function-words.ts';
import { findDates } from '../figures/date-expression.ts';
import { isNotFigure } from '../figures/not-figures.ts';
import { type NumberSpan, numbersIn } from '../figures/number.ts';
import type { NameSpan } from '../figures/place-name.ts';
import type { Token } from '../figures/tokens.ts';
import { type Counted, countedAt, unitOfPlural } from '../figures/unit.ts';
import { once } from '../once.ts';
import { ANONYMITY, FEMALE, INDIVIDUALS, KIN, MALE, NOT_SOURCES_BEFORE, ROLES, UNNAMED } from './data/english.ts';
import { findAges } from './english-ages.ts';
import type { Finding, Stretch } from './finding.ts';
import { AGE, SMALL_COUNT, SOURCE, SOURCES } from './markings.ts';
import { type Marking, marked } from './mention-rule.ts';

/** What English stretches tell the ones after them; replaced, never changed. */
export interface EnglishMemory {
  /** Nouns of small counts ("women"): how many stretches ago they were said, and how strongly they were protected. */
  readonly few: ReadonlyMap<string, { readonly ago: number; readonly protection: Protection }>;
  /** Unit of the plural said last, for "four of them". */
  readonly unit: string | undefined;
  /** Whether the last source was one without a name: whom "he added" means. */
  readonly unnamedVoice: boolean;
}

export const NO_MEMORY: EnglishMemory = { few: new Map(), unit: undefined, unnamedVoice: false };

/** For how many sentences "the women" still means the two women. */
const REACH = 3;

/** Finds small counts, ages and unnamed sources in one English sentence. Names are found by `english-names.ts`. */
export function findEnglish(
  stretch: Stretch,
  tokens: readonly Token[],
  names: readonly NameSpan[],
  memory: EnglishMemory,
): { readonly findings: Finding[]; readonly memory: EnglishMemory } {
  const ages = findAges(tokens);
  const small = [...findSmallCounts(tokens, memory), ...findIndividuals(tokens), ...findRepeats(tokens, memory)];
  const keys = small.length === 0 ? [] : keysOf(tokens, names);
  const few = small.map((one) => {
    const own = quasi(tokens, one.head, keys, ages.length > 0);
    // "two women in their 30s": who they are is one description.
    const next = ages.find(({ first }) => first === one.next)?.next ?? one.next;
    const before = memory.few.get(tokens[one.head]?.lower ?? '')?.protection;
    const protection: Protection = own.length > 2 || before === 'singling-out' ? 'singling-out' : 'low-count';
    return { ...one, next, own, protection };
  });
  const sources = findSources(tokens, stretch, memory);
  const findings = [
    ...ages.map(({ first, next }) => finding(tokens, first, next, AGE)),
    ...few.map(({ first, next, own, protection }) =>
      finding(tokens, first, next, { ...SMALL_COUNT, protection, keys: own }),
    ),
    ...sources.findings,
  ];
  const aged = [...memory.few].flatMap(
    ([word, { ago, protection }]): [string, { ago: number; protection: Protection }][] =>
      ago < REACH ? [[word, { ago: ago + 1, protection }]] : [],
  );
  const said = few.map(({ head, protection }): [string, { ago: number; protection: Protection }] => [
    tokens[head]?.lower ?? '',
    { ago: 0, protection },
  ]);
  const unit = tokens.map(({ lower }) => unitOfPlural(lower)).findLast((found) => found !== undefined) ?? memory.unit;
  return { findings, memory: { few: new Map([...aged, ...said]), unit, unnamedVoice: sources.unnamedVoice } };
}

interface Span {
  readonly first: number;
  readonly next: number;
}

interface Small extends Span {
  readonly head: number;
}

export function finding(tokens: readonly Token[], first: number, next: number, marking: Marking): Finding {
  return marked(tokens[first]?.start ?? 0, tokens[next - 1]?.end ?? 0, marking);
}

/** One to ten people or households: "two women", "a family of four", "one of the prisoners", "both men". */
function findSmallCounts(tokens: readonly Token[], memory: EnglishMemory): Small[] {
  const found: Small[] = [];
  const numbers = numbersIn(tokens);
  const dates = once(() => findDates(tokens, undefined));
  for (const number of numbers) {
    const small = Number.isInteger(number.value) && number.value >= 1 && number.value <= 10 && number.form !== 'ratio';
    if (!small) continue;
    const family = familyOf(tokens, number);
    if (family !== undefined) found.push(family);
    else {
      const idle = tokens[number.first]?.lower === 'one';
      if (!idle && isNotFigure(tokens, number, dates())) continue;
      const counted = peopleAt(tokens, number.next, memory.unit);
      if (counted !== undefined) found.push({ first: number.first, next: counted.next, head: counted.head });
    }
  }
  for (const [at, token] of tokens.entries()) {
    if (token.lower !== 'both' && token.lower !== 'pair') continue;
    const counted = peopleAt(tokens, at + 1, memory.unit);
    if (counted !== undefined) found.push({ first: at, next: counted.next, head: counted.head });
  }
  return found;
}

// "a family of four", "a group of 3".
function familyOf(tokens: readonly Token[], number: NumberSpan): Small | undefined {
  if (tokens[number.first - 1]?.lower !== 'of') return undefined;
  const head = number.first - 2;
  if (!/^(?:family|families|household|group|party|couple|team)$/.test(tokens[head]?.lower ?? '')) return undefined;
  const article = /^(?:an?|the|one|another)$/.test(tokens[head - 1]?.lower ?? '') ? 1 : 0;
  return { first: head - article, next: number.next, head };
}

function peopleAt(tokens: readonly Token[], at: number, unit: string | undefined): Counted | undefined {
  const of = tokens[at]?.lower === 'of' ? 1 : 0;
  if (of === 1 && tokens[at + 1]?.lower === 'them') {
    // Whom "them" means is seldom sure: only a plural of things right before speaks against people.
    if (unit !== undefined && unit !== 'persons' && unit !== 'households') return undefined;
    return { unit: 'persons', first: at + 1, next: at + 2, head: at + 1 };
  }
  const determiner = /^(?:the|these|those|its|their|our|his|her)$/.test(tokens[at + of]?.lower ?? '') ? of : 0;
  // "9 of the 40 detainees": what is counted stands behind the whole.
  const whole = of === 1 && /^\d{1,6}$/.test(tokens[at + of + determiner]?.text ?? '') ? 1 : 0;
  const counted = countedAt(tokens, at + of + determiner + whole, { one: true });
  return counted?.unit === 'persons' || counted?.unit === 'households' ? counted : undefined;
}

/** "a boy", "an elderly woman", "the defector": one person. */
function findIndividuals(tokens: readonly Token[]): Small[] {
  const found: Small[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const lead = tokens[at]?.lower ?? '';
    const kin = WHOSE.has(lead);
    if (!kin && !ONE_OF_MANY.has(lead)) continue;
    for (let head = at + 1; head <= at + (kin ? 2 : 8); head++) {
      const token = tokens[head];
      if (token === undefined || !continuesPerson(tokens, head, at)) break;
      if (!(kin ? KIN : INDIVIDUALS).has(token.lower)) continue;
      // "a refugee camp", "a resident identification card": the noun only describes another.
      const compound = describesNext(tokens, head);
      if (compound && INDIVIDUALS.has(tokens[head + 1]?.lower ?? '')) continue;
      if (!compound && !isRole(tokens, at, token.lower)) found.push({ first: at, next: head + 1, head });
      break;
    }
  }
  return found;
}

/** "As a lawyer", "a resident may not": whoever it is; a rule says "must", and a report does not. */
function isRole(tokens: readonly Token[], at: number, noun: string): boolean {
  if (!ROLES.has(noun)) return false;
  if (tokens[at - 1]?.lower === 'as') return true;
  return tokens.some(({ lower }) => /^(?:must|shall|may|can)$/.test(lower));
}

/** Up to three words may describe a person, and "17-year-old" counts as one. */
function continuesPerson(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  const compound = token?.text === '-' || tokens[at - 1]?.text === '-' || tokens[at + 1]?.text === '-';
  return compound || (token?.kind === 'word' && (at <= from + 4 || tokens[at - 2]?.text === '-'));
}

function describesNext(tokens: readonly Token[], head: number): boolean {
  const next = tokens[head + 1];
  if (next?.kind !== 'word' || !next.spaced) return false;
  const word = next.lower;
  const goesOn = [
    PREPOSITIONS,
    PRONOUNS,
    CONJUNCTIONS,
    AUXILIARIES,
    ADVERBS,
    DETERMINERS,
    IRREGULAR_VERBS,
    REPORTING_VERBS,
  ];
  return !goesOn.some((set) => set.has(word)) && !/(?:ed|ing|ly)$/.test(word);
}

/** "The women were handed over", soon after two women: the same few people. */
function findRepeats(tokens: readonly Token[], memory: EnglishMemory): Small[] {
  const found: Small[] = [];
  for (const [at, token] of tokens.entries()) {
    if (!SPOKEN_OF.has(token.lower)) continue;
    const noun = tokens[at + 1]?.lower ?? '';
    if (memory.few.has(noun)) found.push({ first: at, next: at + 2, head: at + 1 });
  }
  return found;
}

/** Which keys the sentence around a small count gives away; never their values. */
function keysOf(tokens: readonly Token[], names: readonly NameSpan[]): readonly string[] {
  const keys: string[] = [];
  const word = (i: number): string => tokens[i]?.lower ?? '';
  if (names.some(({ first }) => word(first - 1) === 'from')) keys.push('origin');
  if (
    names.some(({ rows }) => rows.some(({ type }) => type === 'river' || type === 'mountain')) ||
    tokens.some(({ lower }) => /^(?:crossed|crossing)$/.test(lower))
  )
    keys.push('route');
  if (findDates(tokens, undefined).some(({ weak }) => !weak)) keys.push('date');
  if (tokens.some(({ lower }) => /^(?:tip|tipped|denounced|informed|raid|checkpoint|inspection|betrayed)$/.test(lower)))
    keys.push('mode');
  if (tokens.some(({ lower }) => CUSTODY.test(lower))) keys.push('custody');
  return keys;
}

const CUSTODY =
  /^(?:detained|arrested|custody|handed|picked|jailed|imprisoned|prison|prosecutors|convicted|sentenced|repatriated|deported)$/;

function quasi(tokens: readonly Token[], head: number, keys: readonly string[], aged: boolean): readonly string[] {
  const noun = tokens[head]?.lower ?? '';
  const sex = FEMALE.has(noun) || MALE.has(noun) ? ['sex'] : [];
  return ['count', ...sex, ...(aged ? ['age'] : []), ...keys];
}

function findSources(
  tokens: readonly Token[],
  stretch: Stretch,
  memory: EnglishMemory,
): { readonly findings: Finding[]; readonly unnamedVoice: boolean } {
  const spans: Span[] = [...sourceNouns(tokens), ...unwilling(tokens)];
  const stated = statedSource(tokens.map(shiftedBy(stretch.offset)), stretch.text);
  let { unnamedVoice } = memory;
  if (stated !== undefined && !stated.pronoun) unnamedVoice = stated.type === 'anonymous';
  if (stated?.type === 'anonymous') {
    // "he added" is held only while the last source had no name.
    if (!stated.pronoun) spans.push({ first: withArticle(tokens, stated.first), next: stated.next });
    else if (memory.unnamedVoice) spans.push({ first: stated.first, next: Math.min(tokens.length, stated.next + 1) });
  } else if (spans.length > 0) unnamedVoice = true;
  if (unnamedVoice) spans.push(...pronounsThatSay(tokens));
  const findings = outermost(spans).map(({ first, next }) => {
    const plural = tokens.slice(first, next).some(({ lower }) => lower === 'sources');
    const origin = tokens.slice(first, next).some(({ lower }) => /^(?:from|in|of)$/.test(lower));
    return finding(tokens, first, next, { ...(plural ? SOURCES : SOURCE), keys: origin ? ['origin'] : [] });
  });
  return { findings, unnamedVoice };
}

function shiftedBy(offset: number): (token: Token) => Token {
  return (token) => ({ ...token, start: token.start - offset, end: token.end - offset });
}

function withArticle(tokens: readonly Token[], first: number): number {
  return /^(?:an?|the)$/.test(tokens[first - 1]?.lower ?? '') ? first - 1 : first;
}

/** "a source in …", "multiple sources close to …", "the source"; not "water sources", "the source of the river". */
function sourceNouns(tokens: readonly Token[]): Span[] {
  const found: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    if (!HIDDEN_VOICES.has(token.lower)) continue;
    const before = tokens[at - 1]?.lower ?? '';
    if (NOT_SOURCES_BEFORE.has(before) || tokens[at + 1]?.lower === 'of') continue;
    if (tokens[at + 1]?.text === ':') continue;
    let first = at;
    while (
      first > 0 &&
      first > at - 5 &&
      /^(?:an?|the|another|one|two|three|multiple|several|some|many|other|additional|anonymous|unnamed|local|inside|reliable|second|government|official|diplomatic|military|security|well-placed|separate|our|its)$/.test(
        tokens[first - 1]?.lower ?? '',
      )
    )
      first--;
    if (first === at && token.lower.endsWith('source')) continue;
    found.push({ first, next: phraseEnd(tokens, at + 1) });
  }
  return found;
}

/** A person with words that they are not named: "a resident who asked not to be named", "an anonymous villager". */
function unwilling(tokens: readonly Token[]): Span[] {
  const found: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    if (UNNAMED.has(token.lower) && SOURCE_NOUNS.has(tokens[at + 1]?.lower ?? '')) {
      found.push({ first: withArticle(tokens, at), next: at + 2 });
    }
    if (token.lower === 'anonymity') {
      const on = tokens[at - 1]?.lower === 'of' ? at - (tokens[at - 3]?.lower === 'the' ? 4 : 3) : at;
      found.push({ first: Math.max(0, on), next: at + 1 });
    }
    if (!SOURCE_NOUNS.has(token.lower) && !INDIVIDUALS.has(token.lower)) continue;
    const length = anonymityAt(tokens, at + 1);
    if (length === 0) continue;
    let first = at;
    while (
      first > at - 4 &&
      /^(?:an?|the|one|another|local|senior|former|elderly|young|aid|government|police|border|female|male|retired|prominent)$/.test(
        tokens[first - 1]?.lower ?? '',
      )
    )
      first--;
    found.push({ first, next: phraseEnd(tokens, at + 1 + length) });
  }
  return found;
}

/** Tokens from `at` to the end of words of anonymity that begin within a few words; 0 when none do. */
function anonymityAt(tokens: readonly Token[], at: number): number {
  for (let from = at; from < at + 7; from++) {
    const token = tokens[from];
    if (token === undefined || /^[.;:!?]$/.test(token.text)) return 0;
    if (token.kind !== 'word') continue;
    const words = tokens
      .slice(from, from + 5)
      .map(({ lower }) => lower)
      .join(' ');
    const phrase = ANONYMITY.find((known) => words.startsWith(known));
    if (phrase !== undefined) return from - at + phrase.split(' ').length;
  }
  return 0;
}

// A described source goes on to the verb or comma that follows: "close to the guards", "from Lhoren county".
function phraseEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  for (; at < Math.min(tokens.length, from + 12); at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'symbol' && token.text !== '-')) break;
    if (
      at > from - 1 &&
      /^(?:said|says|told|tells|explained|added|reported|confirmed|claimed|have|has|had|is|are|was|were|that|described|revealed|noted|stated|warned|sent|who)$/.test(
        token.lower,
      ) &&
      !(token.lower === 'who' && at === from)
    )
      break;
  }
  return at;
}

function pronounsThatSay(tokens: readonly Token[]): Span[] {
  const found: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    if (
      /^(?:he|she|they)$/.test(token.lower) &&
      /^(?:said|says|added|adds|explained|told|noted|stressed|continued|recalled|claimed|emphasized|emphasised)$/.test(
        tokens[at + 1]?.lower ?? '',
      )
    ) {
      found.push({ first: at, next: at + 2 });
    }
  }
  return found;
}

function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || b.next - a.next);
  const kept: Span[] = [];
  for (const span of sorted) if ((kept.at(-1)?.next ?? -1) < span.next) kept.push(span);
  return kept;
}

const WHOSE: ReadonlySet<string> = new Set(['his', 'her', 'my', 'their', 'whose']);

const ONE_OF_MANY: ReadonlySet<string> = new Set(['a', 'an', 'another']);

const SPOKEN_OF: ReadonlySet<string> = new Set(['the', 'these', 'those', 'both']);

const HIDDEN_VOICES: ReadonlySet<string> = new Set([
  'source',
  'sources',
  'informant',
  'informants',
  'insider',
  'insiders',
  'whistleblower',
  'whistleblowers',
  'eyewitness',
  'eyewitnesses',
  'tipster',
  'tipsters',
]);
