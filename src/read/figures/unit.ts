import { MONTHS, WEEKDAYS } from './data/calendar.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  IRREGULAR_VERBS,
  PREPOSITIONS,
  PRONOUNS,
} from './data/function-words.ts';
import { SMALL, TENS } from './data/number-words.ts';
import { NOT_PEOPLE, PEOPLE_PARTICIPLES, PLURAL_UNITS, SINGULAR_UNITS } from './data/units.ts';
import type { Token } from './tokens.ts';

/** What is counted: its unit and the words that name it, as token indexes; `next` is exclusive. */
export interface Counted {
  readonly unit: string;
  readonly first: number;
  readonly next: number;
  /** Token of the head noun. */
  readonly head: number;
}

/** Longest noun phrase that is looked at. */
const LONGEST_PHRASE = 9;

/** The unit of a plural noun, by the word list or by the endings of people; undefined for any other word. */
export function unitOfPlural(word: string): string | undefined {
  const listed = PLURAL_UNITS.get(word);
  if (listed !== undefined) return listed;
  if (
    word.length > 5 &&
    (word.endsWith('s') || word.endsWith('n')) &&
    /(?:ers|ees|ists|ians|men|women)$/.test(word) &&
    !NOT_PEOPLE.has(word)
  )
    return 'persons';
  return undefined;
}

/** Whether a unit is of things that "four of them" may be: no measure of time, length, weight or share. */
export function isThing(unit: string): boolean {
  return THINGS.has(unit);
}

const THINGS: ReadonlySet<string> = new Set(
  'persons households cases facilities occurrences items documents organisations farms places'.split(' '),
);

/**
 * Reads the noun phrase that begins at `at`: adjectives, then nouns, up to a preposition, verb or mark. Undefined when
 * no noun stands there. `one` allows singular nouns to be counted.
 */
export function countedAt(
  tokens: readonly Token[],
  at: number,
  options: { readonly one: boolean },
): Counted | undefined {
  let first = at;
  while (/^(?:["“‘'(]|more|other|further|such)$/.test(tokens[first]?.lower ?? '') && first < at + 2) first++;
  let head: number | undefined;
  let unit: string | undefined;
  let next = first;
  for (; next < first + LONGEST_PHRASE; next++) {
    const token = tokens[next];
    if (token === undefined || endsPhrase(tokens, next, head !== undefined || looksPlural(tokens, next - 1, first)))
      break;
    if (token.kind !== 'word') continue;
    const known = unitOfPlural(token.lower) ?? (token.lower === 'per' ? undefined : unitOfMass(token.lower));
    if (known !== undefined && /^[a-z]/.test(token.text)) [head, unit] = [next, known];
    else if (known !== undefined && head === undefined) [head, unit] = [next, known];
  }
  if (head !== undefined && unit !== undefined) return { unit, first, next, head };
  const last = lastWord(tokens, first, next);
  if (last === undefined) return undefined;
  const word = tokens[last]?.lower ?? '';
  const fate = tokens[next - 1]?.lower ?? '';
  if (PEOPLE_PARTICIPLES.has(fate)) return { unit: 'persons', first, next, head: next - 1 };
  const singular = SINGULAR_UNITS.get(word);
  if (singular !== undefined && (options.one || last > first)) return { unit: singular, first, next, head: last };
  // A plural that no list knows is still a thing that was counted.
  if (/[^s]s$/.test(word) || options.one) return { unit: 'items', first, next, head: last };
  return undefined;
}

// A plural that no list knows: what follows it may already be its verb.
function looksPlural(tokens: readonly Token[], at: number, first: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return at >= first && word.length > 3 && /[^su']s$/.test(word);
}

// Nouns without a plural ending that numbers count.
function unitOfMass(word: string): string | undefined {
  return /^(?:cattle|livestock|fish|sheep|poultry|aircraft|head)$/.test(word) ? 'items' : undefined;
}

function lastWord(tokens: readonly Token[], first: number, next: number): number | undefined {
  for (let i = next - 1; i >= first; i--) {
    const token = tokens[i];
    // "images spoiling", "boxes delivered": the noun stands before the participle.
    if (token?.kind === 'word' && (i === first || !/(?:ing|ed)$/.test(token.lower))) return i;
  }
  return undefined;
}

function endsPhrase(tokens: readonly Token[], at: number, hasHead: boolean): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.kind === 'number') return true;
  if (token.kind === 'symbol') {
    const joins = token.text === '-' && !token.spaced && tokens[at + 1]?.spaced === false;
    return !joins && !/^["”“’‘']$/.test(token.text);
  }
  const word = token.lower;
  // "a group of 70 two weeks later": another number begins.
  if (SMALL.has(word) || TENS.has(word)) return true;
  if (PREPOSITIONS.has(word) || DETERMINERS.has(word) || PRONOUNS.has(word)) return true;
  if (CONJUNCTIONS.has(word) || AUXILIARIES.has(word) || ADVERBS.has(word)) return true;
  if (hasHead && (MONTHS.has(word) || WEEKDAYS.has(word))) return true;
  if (!hasHead) return false;
  if (unitOfPlural(word) !== undefined) return false;
  // "guards patrol", "citizens crossing", "people deported": after a noun these are verbs.
  return IRREGULAR_VERBS.has(word) || /(?:ed|ing)$/.test(word);
}

/** Words that follow what is counted and say which: "refugees still in our area", "people deported to Lhoren". */
export function modifiersEnd(tokens: readonly Token[], counted: Counted, limit: number): number {
  const last = counted.next + limit;
  let next = counted.next;
  for (; next < Math.min(tokens.length, last); next++) {
    const token = tokens[next];
    if (token === undefined || endsModifiers(tokens, next)) break;
    if (next === counted.next && !startsModifier(token.lower)) break;
  }
  // A phrase that goes on past the limit is cut before its last preposition, not inside a name.
  if (next === last) while (next > counted.next && !PREPOSITIONS.has(tokens[next]?.lower ?? '')) next--;
  while (next > counted.next && isDangling(tokens[next - 1]?.lower ?? '')) next--;
  return next;
}

function endsModifiers(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const word = token?.lower ?? '';
  if (token?.kind === 'number' || (token?.kind === 'symbol' && !/^[-'’]$/.test(word))) return true;
  if (/^(?:since|until|during|because|due|despite|after|before|when|if)$/.test(word)) return true;
  if (word === 'in' && /^(?:which|recent|the)$/.test(tokens[at + 1]?.lower ?? '')) {
    return (
      tokens[at + 1]?.lower !== 'the' || /^(?:last|past|first|second|early|late)$/.test(tokens[at + 2]?.lower ?? '')
    );
  }
  if (/^(?:last|this|next|recent)$/.test(word) && /^(?:year|month|week|years)$/.test(tokens[at + 1]?.lower ?? ''))
    return true;
  const relative = tokens[at - 1]?.lower === 'who' || tokens[at - 1]?.lower === 'that';
  if (AUXILIARIES.has(word)) return !relative;
  return CONJUNCTIONS.has(word) && word !== 'and' && word !== 'or';
}

function startsModifier(word: string): boolean {
  return PREPOSITIONS.has(word) || word === 'who' || word === 'that' || word === 'still' || /(?:ing|ed)$/.test(word);
}

function isDangling(word: string): boolean {
  return PREPOSITIONS.has(word) || DETERMINERS.has(word) || /^(?:and|or|who|that|alone)$/.test(word);
}
