import {
  type CharacterIndex,
  type CueIndex,
  type Entry,
  LONG_START,
  type Marks,
  PAIR,
  pairSlot,
  type WordIndex,
} from './cue-index.ts';
import { WORD_PARTS, wordsIn } from './word-trie.ts';

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

function characterCues(folded: string, { byFirst, entries, marks }: CharacterIndex): readonly Cue[] {
  const base = marks.base;
  marks.base += folded.length + 1;
  for (let at = 0; at + PAIR <= folded.length; at++) marks.parts[pairSlot(folded, at)] = base;
  const search: Search = { folded, found: [], marks, base, isWhole: false };
  for (let at = 0; at < folded.length; at++) {
    const begun = entries[byFirst[folded.charCodeAt(at)] ?? 0];
    if (begun === undefined || begun === entries[0]) continue;
    const { spaced, paired, any } = begun;
    if (spaced.size > 0) look(search, spaced.get(nextCharacter(folded, at)), at, at);
    if (paired.size > 0) look(search, paired.get(folded.charCodeAt(at + 1)), at, at);
    if (any.length > 0) look(search, any, at, at);
  }
  return search.found;
}

function wordCues(folded: string, { trie, byWord, byStart, marks }: WordIndex): readonly Cue[] {
  const words = wordsIn(folded, trie, LONG_START);
  const base = marks.base;
  marks.base += folded.length + 1;
  for (let i = 2; i < words.length; i += WORD_PARTS) marks.parts[words[i] ?? 0] = base;
  const search: Search = { folded, found: [], marks, base, isWhole: true };
  for (let i = 0; i < words.length; i += WORD_PARTS) {
    const [start, end] = [words[i] ?? 0, words[i + 1] ?? 0];
    const entries = byWord[words[i + 2] ?? 0];
    if (entries !== undefined) {
      // Phrases first: of what begins alike the longest is meant.
      const next = words[i + WORD_PARTS];
      if (next !== undefined && entries.bySecond.size > 0 && isParted(folded, end, next))
        look(search, entries.bySecond.get(words[i + WORD_PARTS + 2] ?? 0), start, end);
      look(search, entries.any, start, end);
    }
    look(search, byStart[words[i + 3] ?? 0], start, end);
  }
  return search.found;
}

/** What of the rows of an index begins at places of a text; asked in the order of the text. */
interface Search {
  readonly folded: string;
  readonly found: Cue[];
  readonly marks: Marks;
  readonly base: number;
  /** Whether a row without a pattern takes the whole word. */
  readonly isWhole: boolean;
}

function look(
  { folded, found, marks: { endOfTag, parts }, base, isWhole }: Search,
  entries: readonly Entry[] | undefined,
  at: number,
  wordEnd: number,
): void {
  if (entries === undefined) return;
  for (const { tag, tagAt, literal, pattern, needs } of entries) {
    if ((endOfTag[tagAt] ?? 0) > base + at || !folded.startsWith(literal, at)) continue;
    let end = isWhole ? wordEnd : at + literal.length;
    if (pattern === undefined) {
      if (end - at - literal.length > MOST_ENDING) continue;
    } else {
      if (needs !== undefined && !needs.some((part) => parts[part] === base)) continue;
      pattern.lastIndex = at;
      if (!pattern.test(folded)) continue;
      end = pattern.lastIndex;
    }
    found.push({ tag, start: at, end });
    endOfTag[tagAt] = base + end;
  }
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

/** The code of the next character that is no space; not a number when none follows. */
function nextCharacter(folded: string, at: number): number {
  const next = folded[at + 1] ?? '';
  return folded.charCodeAt(/\s/.test(next) ? at + 2 : at + 1);
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
