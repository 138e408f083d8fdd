import { NOT_NAMES, SURNAMES } from './data/english-places.ts';
import { ENGLISH_OFFICES, ENGLISH_ORGANISATIONS } from './data/office-words.ts';
import { ENGLISH_TITLE_STARTS, ENGLISH_TITLES, ENGLISH_WEAK_TITLES } from './data/speaker-titles.ts';
import type { Word } from './english-places.ts';
import type { Hit } from './found-place.ts';
import type { OfficeHit } from './office-hit.ts';
import type { SpeakerHit } from './speaker-hit.ts';

const TITLES: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord(
  ENGLISH_TITLES.map((title) => title.split(/[\s-]/)),
);

/** Speakers with their titles in words of Latin letters: "Minister X", "X, professor of Y". */
export function englishSpeakers(
  text: string,
  words: readonly Word[],
  { places, offices }: { readonly places: readonly Hit[]; readonly offices: readonly OfficeHit[] },
): readonly SpeakerHit[] {
  const placeStarts = new Set(places.map(({ start }) => start));
  const officeStarts = new Map(offices.map((office) => [office.start, office]));
  const inOffice = insideOf(offices);
  const isName = (at: number): boolean =>
    isNameWord(words[at]) && !placeStarts.has(words[at]?.start ?? -1) && !officeStarts.has(words[at]?.start ?? -1);
  const found: SpeakerHit[] = [];
  for (let at = 0; at < words.length; ) {
    const length = inOffice(words[at]?.start ?? 0) ? 0 : titleAt(words, at);
    if (length === 0) {
      at++;
      continue;
    }
    const next = at + length;
    const first = titleStart(words, at);
    const before = nameBefore(text, words, first, isName);
    const behind = before === undefined ? nameBehind(text, words, next, isName) : undefined;
    const name = before ?? behind;
    const isWeak = ENGLISH_WEAK_TITLES.has(words[next - 1]?.key ?? '') && length === 1;
    const led = words[first];
    const last = words[next - 1];
    if (
      name !== undefined &&
      led !== undefined &&
      last !== undefined &&
      !(isWeak && before === undefined && !last.capital)
    ) {
      const { start, end } = name;
      const office = words[next]?.key === 'of' ? officeEnd(words, next + 1, officeStarts) : undefined;
      if ((found.at(-1)?.end ?? 0) <= start)
        found.push({ start, end, title: { start: led.start, end: office ?? last.end } });
    }
    at = next;
  }
  return found;
}

function titleAt(words: readonly Word[], at: number): number {
  const title = TITLES.get(words[at]?.key ?? '')?.find((each) =>
    each.every((key, i) => words[at + i]?.key === key && (i === 0 || words[at + i]?.gap !== 'mark')),
  );
  return title?.length ?? 0;
}

function titleStart(words: readonly Word[], at: number): number {
  let first = at;
  while (
    first > 0 &&
    at - first < 4 &&
    words[first]?.gap !== 'mark' &&
    ENGLISH_TITLE_STARTS.has(words[first - 1]?.key ?? '')
  )
    first--;
  return first;
}

function isNameWord(word: Word | undefined): boolean {
  if (word === undefined || !/^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(word.text)) return false;
  return (
    !NOT_NAMES.has(word.key) &&
    !ENGLISH_OFFICES.has(word.key) &&
    !ENGLISH_ORGANISATIONS.has(word.key) &&
    !TITLES.has(word.key)
  );
}

function isInitial(text: string, before: Word | undefined, word: Word): boolean {
  return before !== undefined && /^\p{Lu}$/u.test(before.text) && /^\.\s$/u.test(text.slice(before.end, word.start));
}

/** Whether an offset lies in one of the offices, asked in the order of the text. */
function insideOf(offices: readonly OfficeHit[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at < offices.length && (offices[at]?.end ?? 0) <= offset) at++;
    return offset > (offices[at]?.start ?? Number.POSITIVE_INFINITY) || offset === offices[at]?.start;
  };
}

interface NameSpan {
  readonly start: number;
  readonly end: number;
}

const MOST_NAMES = 4;
const LINK = /^(?:van|von|de|der|den|bin|al|el|la)$/;

/** Words of a name from one on: "Hua Chunying", "Kim Jong-un", "Tomás Ojea Quintana", "J. van der Berg". */
function nameEnd(text: string, words: readonly Word[], from: number, isName: (at: number) => boolean): number {
  let end = from;
  for (let at = from; at < words.length && at - from < MOST_NAMES + 2; at++) {
    const word = words[at];
    if (word === undefined || (at > from && word.gap === 'mark' && !isInitial(text, words[at - 1], word))) break;
    const isPart = at > from && word.gap === 'dash' && /^\p{L}\p{Ll}+$/u.test(word.text);
    const isLink =
      at > from && LINK.test(word.text) && (isName(at + 1) || (LINK.test(words[at + 1]?.text ?? '') && isName(at + 2)));
    // Lee In-young: a syllable of a name that is a preposition elsewhere.
    const isSyllable = at > from && word.capital && words[at + 1]?.gap === 'dash';
    if (!isName(at) && !isPart && !isLink && !isSyllable && !/^\p{Lu}\.?$/u.test(word.text)) break;
    end = at + 1;
  }
  return end;
}

function nameBehind(
  text: string,
  words: readonly Word[],
  next: number,
  isName: (at: number) => boolean,
): NameSpan | undefined {
  const first = words[next];
  const last = words[next - 1];
  if (first === undefined || last === undefined || !isName(next)) return undefined;
  const point = last.key === 'prof' ? /^\.?\s{1,3}$/u : /^\s{1,3}$/u;
  if (!point.test(text.slice(last.end, first.start))) return undefined;
  const end = words[nameEnd(text, words, next, isName) - 1];
  if (end === undefined) return undefined;
  // General Manager, General Board: a general is called by two names or by a surname.
  const isLone = end === first && last.key === 'general' && !SURNAMES.has(first.key);
  return isLone ? undefined : { start: first.start, end: end.end };
}

/** "X, the foreign minister": a name of two words and more, a comma, the title. */
function nameBefore(
  text: string,
  words: readonly Word[],
  first: number,
  isName: (at: number) => boolean,
): NameSpan | undefined {
  let at = first;
  if (/^(?:the|a|an|its|his|her|their)$/.test(words[at - 1]?.key ?? '') && words[at]?.gap === 'space') at--;
  const last = words[at - 1];
  const title = words[at];
  if (last === undefined || title === undefined || !/^,\s{1,2}$/u.test(text.slice(last.end, title.start)))
    return undefined;
  let start = at - 1;
  while (
    start > 0 &&
    at - start < MOST_NAMES + 1 &&
    words[start]?.gap !== 'mark' &&
    (isName(start - 1) || /^\p{Lu}\.?$/u.test(words[start - 1]?.text ?? ''))
  )
    start--;
  const name = words[start];
  if (name === undefined || !isName(start) || nameEnd(text, words, start, isName) !== at || at - start < 2)
    return undefined;
  return { start: name.start, end: last.end };
}

function officeEnd(words: readonly Word[], at: number, offices: ReadonlyMap<number, OfficeHit>): number | undefined {
  const next = words[at]?.key === 'the' ? at + 1 : at;
  return offices.get(words[next]?.start ?? -1)?.end;
}

function byFirstWord(titles: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const index = new Map<string, (readonly string[])[]>();
  for (const title of titles) {
    const first = title[0] ?? '';
    index.set(
      first,
      [...(index.get(first) ?? []), title].sort((a, b) => b.length - a.length),
    );
  }
  return index;
}
