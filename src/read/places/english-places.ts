import { startsCapital } from '../figures/tokens.ts';
import { matchesIn } from '../matches.ts';
import { FUNCTION_WORDS, NOT_NAMES, NOT_PLACE_AFTER, PEOPLES_NAMES, SURNAMES } from './data/english-places.ts';
import {
  ENGLISH_CAPITAL_KINDS,
  ENGLISH_KINDS,
  ENGLISH_PREFIX_KINDS,
  fitsKind,
  ROMAN_KINDS,
} from './data/place-kinds.ts';
import type { Hit, NameMeaning } from './found-place.ts';
import { levelOf } from './place-kind.ts';
import {
  joinedMeanings,
  LATIN_WORD,
  type LatinName,
  latinKey,
  type PlaceNames,
  withoutPossessive,
} from './place-names.ts';

/** A word of Latin letters as it stands, and as names are compared. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** What stands between it and the word before: white space, one dash, nothing but an apostrophe's s is cut off. */
  readonly gap: 'space' | 'dash' | 'mark';
}

/** Words of a text in Latin letters; the possessive's s is no part of them. */
export function latinWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = -1;
  for (const { 0: found, index } of matchesIn(text, LATIN_WORD)) {
    const word = withoutPossessive(found);
    const between = before < 0 ? '' : text.slice(before, index);
    const gap = /^\s{1,4}$/u.test(between) ? 'space' : /^\s?[-‐‑–—]\s?$/u.test(between) ? 'dash' : 'mark';
    words.push({
      start: index,
      end: index + word.length,
      text: word,
      key: latinKey(word),
      capital: startsCapital(word),
      gap,
    });
    before = index + found.length;
  }
  return words;
}

/** Places in words of Latin letters: names of the pack and the world, then shapes (docs/read-places.md RP3, RP6). */
export function englishHits(text: string, words: readonly Word[], pack: PlaceNames, world: PlaceNames): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined || !(word.capital || startsCapital(word.text))) {
      at++;
      continue;
    }
    const name = longestName(text, words, at, pack, world);
    const found = name === undefined ? shapeAt(words, at) : named(text, words, at, name);
    if (found === undefined) at += name === undefined ? 1 : name.length;
    else {
      hits.push(found.hit);
      at = found.next;
    }
  }
  return hits;
}

/** A name found in words, with how many they are. */
export interface FoundName {
  readonly length: number;
  readonly meanings: readonly NameMeaning[];
}

interface At {
  readonly hit: Hit;
  readonly next: number;
}

/** The longest name of the pack or the world that begins at a word. */
export function longestName(
  text: string,
  words: readonly Word[],
  at: number,
  pack: PlaceNames,
  world: PlaceNames,
): FoundName | undefined {
  const key = words[at]?.key ?? '';
  const own = pack.latin.get(key)?.find((name) => standsAt(text, words, at, name));
  const other = world.latin.get(key)?.find((name) => standsAt(text, words, at, name));
  const length = Math.max(own?.words.length ?? 0, other?.words.length ?? 0);
  if (length === 0) return undefined;
  const of = (name: LatinName | undefined): readonly NameMeaning[] =>
    name?.words.length === length ? name.meanings : [];
  return { length, meanings: joinedMeanings(of(own), of(other)) };
}

function standsAt(text: string, words: readonly Word[], at: number, name: LatinName): boolean {
  return name.words.every((key, i) => {
    const word = words[at + i];
    if (word?.key !== key) return false;
    if (name.capitals && word.text !== word.text.toUpperCase()) return false;
    if (i === 0) return true;
    if (word.gap !== 'mark') return true;
    return name.marks && /^[\s,(.]{1,3}$/u.test(text.slice(words[at + i - 1]?.end ?? 0, word.start));
  });
}

function named(text: string, words: readonly Word[], at: number, { length, meanings }: FoundName): At | undefined {
  const [first, last] = [words[at], words[at + length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const next = words[at + length];
  if (isNoPlace(text, words, at, length)) return undefined;
  const kind = next?.gap === 'space' ? kindWord(next) : next?.gap === 'dash' ? ROMAN_KINDS.get(next.text) : undefined;
  const isWholeName = meanings.some(
    ({ place, form }) => form === 'given' && (place.type === 'country' || place.type === 'border'),
  );
  if (kind !== undefined && next !== undefined && !isWholeName) {
    const fitting = meanings.filter(({ place }) => fitsKind(place.type, kind) || place.type === kind);
    const beyond = fitting.length > 0 || next.capital || next.gap === 'dash';
    if (beyond) return { hit: hitOf(first.start, next.end, fitting, { kind, full: true }), next: at + length + 1 };
  }
  const meant = riverOrNot(words, at, length, meanings);
  const before = ofKind(words, at);
  const fitting = before === undefined ? [] : meant.filter(({ place }) => fitsKind(place.type, before));
  const kept = fitting.length > 0 ? fitting : meant;
  const closed = text[last.end] === ')' && text.slice(first.start, last.end).includes('(') ? 1 : 0;
  return { hit: hitOf(first.start, last.end + closed, kept, { full: isFull(words, at, length) }), next: at + length };
}

function isFull(words: readonly Word[], at: number, length: number): boolean {
  return length > 1 && kindWord(words[at + length - 1]) !== undefined;
}

/** "the Tumen" is the river; without the article a short name of a river is none. */
function riverOrNot(
  words: readonly Word[],
  at: number,
  length: number,
  meanings: readonly NameMeaning[],
): readonly NameMeaning[] {
  const rivers = meanings.filter(({ place, form }) => form === 'short' && place.level === 'line');
  if (rivers.length === 0) return meanings;
  const others = meanings.filter((each) => !rivers.includes(each));
  const before = words[at - 1];
  const after = words[at + length];
  if (before?.key !== 'the' || words[at]?.gap !== 'space') return others;
  // the Tumen Detention Facility: something in the town.
  if (after?.gap === 'space' && after.capital && kindWord(after) === undefined && others.length > 0) return others;
  const ends = after === undefined || after.gap !== 'space' || FUNCTION_WORDS.has(after.key);
  return ends ? rivers : meanings;
}

/** "the city of X", "X" the kind said before. */
function ofKind(words: readonly Word[], at: number): string | undefined {
  return words[at - 1]?.key === 'of' && words[at]?.gap === 'space'
    ? ENGLISH_KINDS.get(words[at - 2]?.key ?? '')
    : undefined;
}

function kindWord(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  return ENGLISH_KINDS.get(word.key) ?? (word.capital ? ENGLISH_CAPITAL_KINDS.get(word.key) : undefined);
}

/** Part of a person's name, of a newspaper's, or shouted "US" among capitals. */
function isNoPlace(text: string, words: readonly Word[], at: number, length: number): boolean {
  const [word, before, after] = [words[at], words[at - 1], words[at + length]];
  if (word === undefined) return true;
  const beside = (other: Word | undefined, gap: Word['gap'] | undefined): boolean =>
    other !== undefined && gap === 'space' && other.capital && !NOT_NAMES.has(other.key);
  const isPossessive = /^['’ʼ]s/u.test(
    text.slice(words[at + length - 1]?.end ?? 0, (words[at + length - 1]?.end ?? 0) + 2),
  );
  if (after !== undefined && after.gap === 'space' && after.capital && !isPossessive && NOT_PLACE_AFTER.has(after.key))
    return true;
  if (length > 1) return false;
  if (
    beside(before, word.gap) &&
    SURNAMES.has(before?.key ?? '') &&
    word.text !== word.text.toUpperCase() &&
    isUncommon(word)
  )
    return true;
  if (PEOPLES_NAMES.has(word.key) && word.key !== 'china' && !isPossessive) {
    const followed = beside(after, after?.gap) && kindWord(after) === undefined;
    const led = beside(before, word.gap) && kindWord(before) === undefined;
    if (followed || led) return true;
  }
  const shouted = (other: Word | undefined): boolean =>
    other !== undefined &&
    other.text.length > 3 &&
    other.text === other.text.toUpperCase() &&
    /\p{Lu}{4}/u.test(other.text);
  return word.text === 'US' && (shouted(before) || shouted(after));
}

/** Names that a surname may stand before: short ones; nobody is called Kim Heilongjiang. */
function isUncommon({ key }: Word): boolean {
  return key.length <= 8;
}

const MOST_NAME_WORDS = 4;

/** X County, Lake X, X-gun, Camp 15, "in the city of X": places that nobody lists. */
function shapeAt(words: readonly Word[], at: number): At | undefined {
  const word = words[at];
  if (word === undefined || !word.capital || NOT_NAMES.has(word.key)) return undefined;
  const next = words[at + 1];
  const prefix = ENGLISH_PREFIX_KINDS.get(word.key);
  if (
    prefix !== undefined &&
    next?.capital === true &&
    (next.gap === 'space' || /^mt$/.test(word.key)) &&
    !NOT_NAMES.has(next.key)
  )
    return { hit: hitOf(word.start, next.end, [], { kind: prefix, full: true }), next: at + 2 };
  if (word.text === 'Camp' && next?.gap === 'space' && /^\d{1,2}$/.test(next.text))
    return { hit: hitOf(word.start, next.end, [], { kind: 'camp', full: true }), next: at + 2 };
  if (kindWord(word) !== undefined && next?.key !== 'of') return undefined;
  if (next?.gap === 'dash' && ROMAN_KINDS.has(next.text) && !next.capital)
    return {
      hit: hitOf(word.start, next.end, [], { kind: ROMAN_KINDS.get(next.text) ?? 'unknown', full: true }),
      next: at + 2,
    };
  const said = ofKind(words, at);
  if (said !== undefined && isNameWord(word)) {
    const end = runEnd(words, at);
    return { hit: hitOf(word.start, words[end - 1]?.end ?? word.end, [], { kind: said, full: false }), next: end };
  }
  const end = runEnd(words, at);
  // The run holds the word of kind when it has a capital (Pukchang County), else it follows (Pukchang county).
  for (let i = at + 1; i < end + 1 && i - at <= MOST_NAME_WORDS; i++) {
    const last = words[i];
    if (last === undefined || last.gap !== 'space') break;
    const kind = i < end ? kindWord(last) : ENGLISH_KINDS.get(last.key);
    if (kind === undefined) continue;
    if (!last.capital && (kind === 'city' || kind === 'town' || kind === 'village') && i - at > 1) break;
    return { hit: hitOf(word.start, last.end, [], { kind, full: true }), next: i + 1 };
  }
  return undefined;
}

function isNameWord({ capital, text }: Word): boolean {
  return capital && /\p{Ll}/u.test(text);
}

function runEnd(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (end < words.length && end - at < MOST_NAME_WORDS) {
    const word = words[end];
    if (word === undefined || word.gap !== 'space' || !word.capital || NOT_NAMES.has(word.key)) break;
    end++;
  }
  return end;
}

function hitOf(
  start: number,
  end: number,
  meanings: readonly NameMeaning[],
  { kind, full }: { readonly kind?: string; readonly full: boolean },
): Hit {
  const [only] = meanings;
  const type = only?.place.type ?? kind ?? 'unknown';
  return { start, end, meanings, type, level: only?.place.level ?? levelOf(type), doubtful: false, full };
}
