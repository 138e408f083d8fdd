import type { Span } from '../anchor.ts';
import type { Claim } from '../claim.ts';
import { isCommonWord } from './common-words.ts';
import { SURNAMES as CHINESE_SURNAMES, COMPOUND_SURNAMES, NOT_NAMES as NO_CHINESE_NAMES } from './data/chinese.ts';
import { SURNAMES as KOREAN_SURNAMES, NOT_NAMES as NO_KOREAN_NAMES } from './data/korean.ts';
import type { Finding } from './finding.ts';
import { NAMED_PERSON } from './markings.ts';
import { marked } from './mention-rule.ts';

/** Where the persons stand who are named in the chains of claims as those who say it; bylines are none of them. */
export function spokenNames(text: string, claims: readonly Claim[]): Span[] {
  return claims.flatMap(({ attribution, passage }) =>
    attribution.flatMap(({ role, name, type, basis }): Span[] => {
      if (type !== 'person' || name === null || !SPEAKERS.has(role)) return [];
      const within = basis ?? passage;
      const start = text.indexOf(name, within.start);
      return start < 0 || start + name.length > within.end ? [] : [{ start, end: start + name.length }];
    }),
  );
}

const SPEAKERS: ReadonlySet<string> = new Set(['speaker', 'quoted-source', 'data-source']);

/**
 * Who says a claim is a person to protect as well: findings for those at the places `spoken` who are not among `people`, unless their words
 * are known otherwise or have no name's form.
 */
export function spokenFindings(
  text: string,
  people: readonly Finding[],
  spoken: readonly Span[],
  isKnown: (words: string) => boolean,
): Finding[] {
  const sorted = people.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  return spoken.flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    if (isKnown(words) || !hasNameForm(words) || isTaken(sorted, start, end)) return [];
    return [marked(start, end, NAMED_PERSON)];
  });
}

/** Whether one of some spans, given by their beginnings, shares a character with a stretch; those of names are short. */
function isTaken(spans: readonly Span[], start: number, end: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return spans.slice(Math.max(0, low - NEAR), low).some((span) => span.end > start);
}

const NEAR = 8;

/**
 * Whether words have the form of a person's name in one of the three languages: a chain may call a body or a common word a person, and
 * that is no reason to hold it.
 */
export function hasNameForm(words: string): boolean {
  if (/\p{Script=Hangul}/u.test(words)) return KOREAN.test(words) && !NO_KOREAN_NAMES.has(words);
  if (/\p{Script=Han}/u.test(words)) return CHINESE.test(words) && !NO_CHINESE_NAMES.has(words);
  const parts = words.split(/\s+/);
  // Initials that part question from answer name nobody, and neither do pronouns at the head of a sentence.
  if (isNobody(words)) return false;
  return (
    parts.length <= 5 &&
    /^\p{Lu}/u.test(parts[0] ?? '') &&
    /^\p{Lu}/u.test(parts.at(-1) ?? '') &&
    !parts.some((part) => isCommonWord(part.toLowerCase().replace(/['’]s?$/, '')))
  );
}

/** Initials that part question from answer, and pronouns at the head of a sentence: they name nobody. */
export function isNobody(words: string): boolean {
  return /^\p{Lu}{1,5}$/u.test(words) || NOBODY.test(words);
}

const NOBODY = /^(?:I['’](?:d|m|ll|ve)|Who(?:ever|so)?|Any(?:one|body)|Some(?:one|body))$/i;
const KOREAN = new RegExp(`^[${KOREAN_SURNAMES}]\\p{Script=Hangul}{1,2}$`, 'u');
const CHINESE = new RegExp(`^(?:${COMPOUND_SURNAMES}|[${CHINESE_SURNAMES}])\\p{Script=Han}{1,2}$`, 'u');
