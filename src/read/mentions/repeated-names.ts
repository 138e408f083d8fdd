import { REPORTING_VERBS } from '../figures/data/attribution-words.ts';
import { isCommonWord, PLACE_NOUNS } from './common-words.ts';
import { INDIVIDUALS, TITLES } from './data/english.ts';
import { NOT_NAMES as NO_KOREAN_NAMES } from './data/korean.ts';
import type { Finding } from './finding.ts';
import { withoutHonour } from './held-words.ts';
import { isProtected } from './veil.ts';

/** What is known of a layer when its names are looked for a second time. */
export interface Repeats {
  readonly text: string;
  /** Words that the layer writes small by themselves. */
  readonly small: ReadonlySet<string>;
  /** Whether a theme pack knows a word, or a byline or office-holder bears it: it then tells of nobody by itself. */
  readonly isOpen: (word: string) => boolean;
}

/**
 * The places where a protected person is named again in other letters, or where no rule knew the name for one ("JANE DOE", "doe said"),
 * as findings of the same class. Whole names are found in any case; a part of one alone in capitals where it is no word of the text, and in small
 * letters beside a verb of speech or a title. `named` are persons found, and through whom a note was learnt. Linear in the text, however many
 * names there are.
 */
export function repeatedNames(named: readonly Finding[], { text, small, isOpen }: Repeats): Finding[] {
  const plain = lowered(text);
  const names = new Map<string, Finding>();
  /** Parts of names, which need more beside them than their letters. */
  const parts = new Map<string, Finding>();
  const shown = new Set(named.filter((one) => !isProtected(one)).map(({ start, end }) => plain.slice(start, end)));
  for (const one of named) {
    const name = withoutHonour(plain.slice(one.start, one.end));
    if (!isProtected(one) || shown.has(name)) continue;
    const words = name.split(/[\s,]+/);
    if (isWhole(name, words)) names.set(name, one);
    if (one.type !== 'person') continue;
    for (const given of words) {
      const word = given.replace(/['’]s?$/, '').replace(/[^\p{L}\p{M}-]/gu, '');
      if (/^[\p{Script=Latin}\p{M}-]{3,}$/u.test(word) && !isCommonWord(word) && !isOpen(word)) parts.set(word, one);
    }
  }
  const again: Finding[] = [];
  const heads = headsOf([...names.keys(), ...parts.keys()]);
  if (heads.size === 0) return again;
  // Nearly every place begins no name, and one look at its unit tells.
  const begins = new Uint8Array(0x10000);
  for (const head of heads.keys()) begins[head.charCodeAt(0)] = 1;
  const placed = new Map(named.filter(isProtected).map(({ start, end }) => [start, end]));
  for (let at = 0; at + 1 < plain.length; at++) {
    if (begins[plain.charCodeAt(at)] === 0) continue;
    const lengths = heads.get(plain.slice(at, at + 2));
    if (lengths === undefined) continue;
    for (const length of lengths) {
      if ((placed.get(at) ?? 0) >= at + length) break;
      const words = plain.slice(at, at + length);
      const found = names.get(words) ?? (isNamed(text, plain, { at, length, small }) ? parts.get(words) : undefined);
      if (found === undefined || !standsFree(plain, at, at + length)) continue;
      const { type, protection, reason } = found;
      again.push({ start: at, end: at + length, type, protection, reason, quasiIdentifiers: [] });
      break;
    }
  }
  return again;
}

const LONGEST = 60;

/** In small letters, unit by unit, white space of any kind as a space: places are those of the text. */
function lowered(text: string): string {
  const spaced = text.replace(/\s/g, ' ');
  const lower = spaced.toLowerCase();
  if (lower.length === text.length) return lower;
  return spaced.replace(/\p{Lu}/gu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one));
}

/** Whether a name tells of somebody by its letters: two words, or a surname with a given name in Hangul or Chinese. */
function isWhole(name: string, words: readonly string[]): boolean {
  if (name.length > LONGEST) return false;
  if (/^\p{Script=Hangul}+$/u.test(name)) return name.length >= 3 && !NO_KOREAN_NAMES.has(name);
  if (/^\p{Script=Han}+$/u.test(name)) return name.length >= 3;
  return words.length > 1 && words.length < 7 && name.length > 3;
}

/** Names by their first two units: the lengths that begin so, longest first. */
function headsOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const heads = new Map<string, number[]>();
  for (const name of names) {
    const lengths = heads.get(name.slice(0, 2)) ?? [];
    if (!lengths.includes(name.length)) lengths.push(name.length);
    heads.set(name.slice(0, 2), lengths);
  }
  for (const lengths of heads.values()) lengths.sort((a, b) => b - a);
  return heads;
}

/** "Ann" does not stand in "annual"; Hangul takes particles behind, and nothing before. */
function standsFree(text: string, start: number, end: number): boolean {
  const [before, first, last, after] = [start - 1, start, end - 1, end].map((at) => text[at] ?? '');
  const letter = /[\p{Script=Latin}\p{M}\d]/u;
  if (letter.test(first ?? '') && letter.test(before ?? '')) return false;
  if (letter.test(last ?? '') && letter.test(after ?? '')) return false;
  return !(/\p{Script=Hangul}/u.test(first ?? '') && /\p{Script=Hangul}/u.test(before ?? ''));
}

/** Whether part of a name means somebody where it stands. */
function isNamed(
  text: string,
  plain: string,
  { at, length, small }: { readonly at: number; readonly length: number; readonly small: ReadonlySet<string> },
): boolean {
  const word = plain.slice(at, at + length);
  if (/\p{Lu}/u.test(text.charAt(at)))
    return !small.has(word) && !PLACE_BEHIND.test(plain.slice(at + length, at + length + 16));
  const [, next = ''] = /^(?:'s)?[ ,]{1,2}(\p{Ll}+)/u.exec(plain.slice(at + length, at + length + 30)) ?? [];
  const [, before = ''] = /(\p{Ll}+)\.? $/u.exec(plain.slice(Math.max(0, at - 24), at)) ?? [];
  return (
    REPORTING_VERBS.has(next) ||
    (TITLES.has(before) && !INDIVIDUALS.has(before)) ||
    /^(?:said|says|told|asked)$/.test(before)
  );
}

const PLACE_BEHIND = new RegExp(`^ (?:${PLACE_NOUNS})\\b`);
