import { ADJECTIVES, NOT_NAMES } from './data/english-places.ts';
import { ENGLISH_OFFICES, ENGLISH_ORGANISATIONS, NOT_IN_OFFICE, WEAK_HEADS } from './data/office-words.ts';
import { longestName, type Word } from './english-places.ts';
import type { Hit } from './found-place.ts';
import { countryIn, kindOf, NO_NAMES, type OfficeHit, placesByEdge } from './office-hit.ts';
import type { PlaceNames } from './place-names.ts';

/** Offices and organisations in words of Latin letters: the pack's, then shapes. */
export function englishOffices(
  text: string,
  words: readonly Word[],
  places: readonly Hit[],
  names: PlaceNames,
): readonly OfficeHit[] {
  const edges = placesByEdge(places);
  const found: OfficeHit[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    const name = word === undefined ? undefined : longestName(text, words, at, names, NO_NAMES);
    const last = words[at + (name?.length ?? 1) - 1];
    if (word !== undefined && last !== undefined && name !== undefined && (word.capital || name.length > 2)) {
      const shape = word.capital ? shapeAt(text, words, at, edges.starting) : undefined;
      const next = at + name.length;
      // "Ministry of Foreign Affairs of X" is the pack's; "MFA Institute for Y" is more than that.
      if (shape === undefined || shape.next <= next || /^(?:of|in)$/.test(words[next]?.key ?? '')) {
        const country = countryBeside(words, at, next, edges);
        found.push({ start: word.start, end: last.end, kind: kindOf(name.meanings), meanings: name.meanings, country });
        at = next;
        continue;
      }
    }
    const shape = word?.capital === true ? shapeAt(text, words, at, edges.starting) : undefined;
    if (shape === undefined) at++;
    else {
      if (shape.hit !== undefined) found.push({ ...shape.hit, country: countryBeside(words, at, shape.next, edges) });
      at = shape.next;
    }
  }
  return found;
}

/** China's X, North Korean X, X of China, X (DPRK). */
function countryBeside(
  words: readonly Word[],
  at: number,
  next: number,
  { ending, starting }: ReturnType<typeof placesByEdge>,
): OfficeHit['country'] {
  const [before, after] = [words[at - 1], words[next]];
  if (before !== undefined && words[at]?.gap !== 'mark') {
    const country = countryIn(ending.get(before.end));
    if (country !== undefined) return country;
    const two = `${words[at - 2]?.key ?? ''} ${before.key}`;
    const adjective = ADJECTIVES.get(two) ?? ADJECTIVES.get(before.key);
    const first = ADJECTIVES.has(two) ? words[at - 2] : before;
    if (adjective !== undefined && first !== undefined) return { id: adjective, start: first.start, end: before.end };
  }
  if (after === undefined) return undefined;
  const of = /^(?:of|in)$/.test(after.key) ? (words[next + 1]?.key === 'the' ? 2 : 1) : 0;
  const isBeside = of > 0 || after.start - (words[next - 1]?.end ?? 0) <= 2;
  return isBeside ? countryIn(starting.get(words[next + of]?.start ?? -1)) : undefined;
}

const MOST_WORDS = 12;

interface Shape {
  readonly hit: OfficeHit | undefined;
  readonly next: number;
}

/** A run of capitals with a word of kind in it: People's Court of X, X University, Institute for Y and Z. */
function shapeAt(
  text: string,
  words: readonly Word[],
  first: number,
  starting: ReadonlyMap<number, Hit>,
): Shape | undefined {
  const isHead = (word: Word | undefined): boolean =>
    word?.capital === true && (ENGLISH_OFFICES.has(word.key) || ENGLISH_ORGANISATIONS.has(word.key));
  const start = words[first];
  if (start === undefined) return undefined;
  if (leadsIn(words, first) && !isHead(start)) return { hit: undefined, next: first + 1 };
  // China's X: the country stands beside the name, not in it.
  const country = starting.get(start.start);
  if (country?.type === 'country' && /^['’ʼ]s/u.test(text.slice(country.end, country.end + 2)))
    return { hit: undefined, next: wordBehind(words, first, country.end) };
  let end = first + 1;
  while (end < words.length && end - first < MOST_WORDS && words[end]?.capital === true && isJoined(words, end)) end++;
  let head = end - 1;
  while (head >= first && !isHead(words[head])) head--;
  const last = words[head];
  if (head < first || last === undefined) return undefined;
  const more = ofWhat(words, head + 1, starting);
  const before = head - first;
  const isWeak = WEAK_HEADS.has(last.key);
  if (more === head + 1 && (before < 1 || (isWeak && before < 2 && !isPlaceName(words, first, starting))))
    return undefined;
  const kind = ENGLISH_OFFICES.has(last.key) ? 'office' : 'organisation';
  return { hit: { start: start.start, end: words[more - 1]?.end ?? last.end, kind, meanings: [] }, next: more };
}

function wordBehind(words: readonly Word[], from: number, offset: number): number {
  let at = from + 1;
  while (at < words.length && (words[at]?.start ?? 0) < offset) at++;
  return at;
}

/** Seoul Police: one word before a weak head is enough when it is a place. */
function isPlaceName(words: readonly Word[], first: number, starting: ReadonlyMap<number, Hit>): boolean {
  return starting.has(words[first]?.start ?? -1);
}

function leadsIn(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const two = `${word.key} ${words[at + 1]?.key ?? ''}`;
  return (
    (word.capital &&
      NOT_NAMES.has(word.key) &&
      !/^(?:provincial|municipal|central|national|federal|foreign|border|local|capital|home)$/.test(word.key)) ||
    NOT_IN_OFFICE.has(word.key) ||
    ADJECTIVES.has(two)
  );
}

function isJoined(words: readonly Word[], at: number): boolean {
  return words[at]?.gap !== 'mark' && !NOT_IN_OFFICE.has(words[at]?.key ?? '');
}

/** "of Foreign Affairs and Trade", "for National Unification", "of Changchun City": where it ends. */
function ofWhat(words: readonly Word[], from: number, starting: ReadonlyMap<number, Hit>): number {
  let end = from;
  for (let at = from; at < words.length && at - from < MOST_WORDS; ) {
    const word = words[at];
    if (word === undefined || word.gap === 'mark') break;
    const links = end === from ? /^(?:of|for|on|against)$/ : /^(?:of|for|on|and|in|to|against)$/;
    if (!word.capital && !links.test(word.key)) break;
    if (word.capital) {
      if (end === from && at === from) break;
      end = at + 1;
      at++;
      continue;
    }
    const next = words[at + 1]?.key === 'the' ? at + 2 : at + 1;
    if (words[next]?.capital !== true || words[next]?.gap === 'mark') break;
    // "… and the North Korean Ministry": another body.
    if (word.key === 'and' && (starting.has(words[next]?.start ?? -1) || next > at + 1 || leadsIn(words, next))) break;
    // A second "of X" is where the office is: it stands beside it, as a place of its own.
    if (end > from && /^(?:of|in)$/.test(word.key) && starting.has(words[next]?.start ?? -1)) break;
    at = next;
  }
  return end;
}
