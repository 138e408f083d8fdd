import { once } from '../once.ts';
import {
  type CharacterIndex,
  type CueIndex,
  type Entry,
  LONG_START,
  PAIR,
  pairCode,
  START,
  startCode,
  type WordIndex,
} from './cue-index.ts';

/** Words of a list found in a text; offsets are UTF-16 units of it. */
export interface Cue {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** The most letters that may follow where a row gives only the beginning of a word. */
const MOST_ENDING = 20;

/** All words of the lists that stand in a text, in its order; those of one tag do not overlap. */
export function cuesIn(folded: string, index: CueIndex): readonly Cue[] {
  return index.script === 'characters' ? characterCues(folded, index) : wordCues(folded, index);
}

function characterCues(folded: string, { byFirst }: CharacterIndex): readonly Cue[] {
  const looked = lookIn(folded, { parts: once(() => pairsOf(folded)), isWhole: false });
  for (let at = 0; at < folded.length; at++) {
    const entries = byFirst.get(folded.charCodeAt(at));
    if (entries === undefined) continue;
    const { spaced, paired, any } = entries;
    if (spaced.size > 0) looked.at(spaced.get(nextCharacter(folded, at)), at, at);
    if (paired.size > 0) looked.at(paired.get(folded.charCodeAt(at + 1)), at, at);
    if (any.length > 0) looked.at(any, at, at);
  }
  return looked.found;
}

function wordCues(folded: string, { byWord, byStart, starts }: WordIndex): readonly Cue[] {
  const words: FoundWord[] = [];
  for (let next = wordFrom(folded, 0); next !== undefined; next = wordFrom(folded, next.end)) words.push(next);
  const looked = lookIn(folded, { parts: once(() => new Set(words.map(({ word }) => word))), isWhole: true });
  for (let i = 0; i < words.length; i++) {
    const { start, end, word } = words[i] ?? NO_WORD;
    const next = words[i + 1];
    const entries = byWord.get(word);
    if (entries !== undefined) {
      // Phrases first: of what begins alike the longest is meant.
      if (next !== undefined && entries.bySecond.size > 0 && isParted(folded, end, next.start))
        looked.at(entries.bySecond.get(next.word), start, end);
      looked.at(entries.any, start, end);
    }
    if (word.length < START || !starts.has(startCode(word))) continue;
    for (let length = Math.min(LONG_START, word.length); length >= START; length--)
      looked.at(byStart.get(word.slice(0, length)), start, end);
  }
  return looked.found;
}

/** What of the rows of an index begins at places of a text; asked in the order of the text. */
interface Look {
  readonly found: readonly Cue[];
  readonly at: (entries: readonly Entry[] | undefined, at: number, wordEnd: number) => void;
}

/** `parts` are the words, or the pairs of characters, of the text; `isWhole` is whether a row without a pattern takes the whole word. */
function lookIn(
  folded: string,
  { parts, isWhole }: { readonly parts: () => ReadonlySet<string | number>; readonly isWhole: boolean },
): Look {
  const found: Cue[] = [];
  const endOfTag = new Map<string, number>();
  return {
    found,
    at: (entries, at, wordEnd) => {
      if (entries === undefined) return;
      for (const { tag, literal, pattern, needs } of entries) {
        if (!folded.startsWith(literal, at) || (endOfTag.get(tag) ?? 0) > at) continue;
        if (needs !== undefined && !holdsOne(parts(), needs)) continue;
        let end = isWhole ? wordEnd : at + literal.length;
        if (pattern === undefined && end - at - literal.length > MOST_ENDING) continue;
        if (pattern !== undefined) {
          pattern.lastIndex = at;
          if (!pattern.test(folded)) continue;
          end = pattern.lastIndex;
        }
        found.push({ tag, start: at, end });
        endOfTag.set(tag, end);
      }
    },
  };
}

function holdsOne(parts: ReadonlySet<string | number>, needs: readonly (string | number)[]): boolean {
  for (const each of needs) if (parts.has(each)) return true;
  return false;
}

interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const NO_WORD: FoundWord = { start: 0, end: 0, word: '' };

/** The first word of letters that begins at a place or behind it; undefined when there is none. */
function wordFrom(folded: string, from: number): FoundWord | undefined {
  let start = from;
  while (start < folded.length && !isLetter(folded.charCodeAt(start))) start++;
  if (start === folded.length) return undefined;
  const end = wordEndOf(folded, start);
  return { start, end, word: folded.slice(start, end) };
}

/** Whether two words are parted by white space or hyphens alone. */
function isParted(folded: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = folded.charCodeAt(at);
    if (code !== SPACE && code !== HYPHEN && !/\s/.test(folded[at] ?? '')) return false;
  }
  return from < to;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** All pairs of neighbouring characters of a text, by code. */
function pairsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 0; at + PAIR <= text.length; at++) pairs.add(pairCode(text, at));
  return pairs;
}

/** The code of the next character that is no space; not a number when none follows. */
function nextCharacter(folded: string, at: number): number {
  const next = folded[at + 1] ?? '';
  return folded.charCodeAt(/\s/.test(next) ? at + 2 : at + 1);
}

/** The end of a word of letters, with apostrophes inside. */
function wordEndOf(folded: string, from: number): number {
  let at = from;
  while (
    at < folded.length &&
    (isLetter(folded.charCodeAt(at)) || (folded[at] === "'" && isLetter(folded.charCodeAt(at + 1))))
  )
    at++;
  return at;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Cues of some tags. */
export function withTag(cues: readonly Cue[], ...tags: readonly string[]): readonly Cue[] {
  return cues.filter(({ tag }) => tags.includes(tag));
}

/** Where the words of one tag stand, to ask of many places in a long text. */
export function placesOf(
  cues: readonly Cue[],
  tag: string,
): { readonly isWithin: (from: number, to: number) => boolean } {
  const starts = cues.filter((cue) => cue.tag === tag).map(({ start }) => start);
  return {
    isWithin: (from, to) => {
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < from) low = middle + 1;
        else high = middle;
      }
      return (starts[low] ?? Number.POSITIVE_INFINITY) < to;
    },
  };
}
