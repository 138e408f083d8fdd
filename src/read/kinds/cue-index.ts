import { placeIn, trieOf, type WordTrie } from './word-trie.ts';

/** Lists of words by tag. `/` parts words that may stand for each other, `*` is any ending, `…` a few words of any kind, `……` more. */
export type CueLists = Readonly<Record<string, readonly string[]>>;

/** What finds the words of many lists in one pass: by their first word, the beginning of one, or their first character. */
export type CueIndex = WordIndex | CharacterIndex;

export interface WordIndex {
  readonly script: 'letters';
  readonly trie: WordTrie;
  /** By places of the trie, undefined with most: what begins with a word, and what with the letters up to there, the longest first. */
  readonly byWord: readonly (WordEntries | undefined)[];
  readonly byStart: readonly (readonly Entry[] | undefined)[];
  readonly marks: Marks;
}

/**
 * What a search notes of the text that it is in: up to where each tag has been found, and which of the needed parts stand there. It is
 * kept for the next text, for which `base` is raised beyond all that was noted, so that nothing need be wiped.
 */
export interface Marks {
  base: number;
  readonly endOfTag: Float64Array;
  readonly parts: Float64Array;
}

/** What begins with a word: by the word behind it, since most rows of a common word need not be asked, and whatever follows. */
interface WordEntries {
  readonly bySecond: ReadonlyMap<number, readonly Entry[]>;
  readonly any: readonly Entry[];
}

export interface CharacterIndex {
  readonly script: 'characters';
  /** Which of `entries` begin with a character, by its code; 0 with most, where nothing does. */
  readonly byFirst: Uint16Array;
  readonly entries: readonly CharacterEntries[];
  readonly marks: Marks;
}

/** What begins with a character: by the next that is no space, by the next, and whatever follows. */
interface CharacterEntries {
  readonly spaced: ReadonlyMap<number, readonly Entry[]>;
  readonly paired: ReadonlyMap<number, readonly Entry[]>;
  readonly any: readonly Entry[];
}

export interface Entry {
  readonly tag: string;
  /** The number of its tag among those of the index. */
  readonly tagAt: number;
  /** What it begins with; most of what could begin here does not, and no expression need be asked. */
  readonly literal: string;
  /** Undefined where its beginning is all of it: of characters that alone, of letters the word that begins so. */
  readonly pattern: RegExp | undefined;
  /**
   * Words, as places of the trie, or slots of pairs of characters, of which one stands somewhere in whatever it finds: a text without any
   * need not be asked. Undefined where none are sure.
   */
  readonly needs: readonly number[] | undefined;
}

/** Fewest and most letters by which a row is found that gives only the beginning of its first word. */
const START = 3;
export const LONG_START = 5;
/** Characters by which a row is found that begins with so many plain ones. */
export const PAIR = 2;
/** Four words at most, each of bounded length: no list may make reading slower than the text is long. */
const WORDS_BETWEEN = '(?:[\\s-]+[^\\s.;:?!]{1,30}){0,4}?';
const MANY_BETWEEN = '(?:[\\s-]+[^\\s.;:?!]{1,30}){0,14}?';
const CHARACTERS_BETWEEN = '[^。；！？.;!?\\n]{0,12}?';

/** Lists put together: what several have of one tag stands under it. */
export function joined(...lists: readonly CueLists[]): CueLists {
  const all = new Map<string, readonly string[]>();
  for (const list of lists)
    for (const [tag, rows] of Object.entries(list)) all.set(tag, [...(all.get(tag) ?? []), ...rows]);
  return Object.fromEntries(all);
}

/** The lists of some tags alone. */
export function onlyTags(lists: CueLists, tags: readonly string[]): CueLists {
  return Object.fromEntries(Object.entries(lists).filter(([tag]) => tags.includes(tag)));
}

/** An index of lists of English words and phrases; a row begins with a letter and is compared in lower case. */
export function indexWords(lists: CueLists): CueIndex {
  const rows = rowsOf(lists).flatMap(({ tag, tagAt, row }) => startsOf(row).map((each) => wordRow(each, tag, tagAt)));
  const trie = trieOf(
    rows.flatMap(({ literal, isStart, seconds, neededWords: needed = [] }) => [
      isStart ? literal.slice(0, LONG_START) : literal,
      ...seconds,
      ...needed,
    ]),
  );
  const byWord: (undefined | { readonly bySecond: Map<number, Row[]>; readonly any: Row[] })[] = new Array(trie.size);
  const byStart: (Row[] | undefined)[] = new Array(trie.size);
  for (const { tag, tagAt, literal, pattern, length, isStart, seconds, neededWords: needed } of rows) {
    // Written out, as all entries are: what is asked of them at each word is answered fastest when they are made alike.
    const entry = { tag, tagAt, literal, pattern, needs: needed?.map((word) => placeIn(trie, word)), length };
    const place = placeIn(trie, isStart ? literal.slice(0, LONG_START) : literal);
    if (isStart) {
      byStart[place] ??= [];
      add(byStart[place], entry);
      continue;
    }
    byWord[place] ??= { bySecond: new Map(), any: [] };
    const entries = byWord[place];
    for (const second of seconds)
      add(
        held(entries.bySecond, placeIn(trie, second), () => []),
        entry,
      );
    if (seconds.length === 0) add(entries.any, entry);
  }
  const marks = marksFor(Object.keys(lists).length, trie.size);
  return { script: 'letters', trie, byWord, byStart: withShorter(byStart, rows, trie), marks };
}

/** What begins with the letters up to a place: that place's own rows, then those of fewer letters. */
function withShorter(
  byStart: readonly (readonly Row[] | undefined)[],
  rows: readonly WordRow[],
  trie: WordTrie,
): readonly (readonly Row[] | undefined)[] {
  const all: (readonly Row[] | undefined)[] = new Array(trie.size);
  const words = rows.flatMap(({ literal, seconds, neededWords: needed = [] }) => [literal, ...seconds, ...needed]);
  for (const word of words) {
    let held: readonly Row[] | undefined;
    for (let length = START; length <= Math.min(LONG_START, word.length); length++) {
      const place = placeIn(trie, word.slice(0, length));
      const own = byStart[place];
      held = own === undefined || held === undefined ? (own ?? held) : [...own, ...held];
      all[place] = held;
    }
  }
  return all;
}

type WordRow = Omit<Row, 'needs'> & {
  readonly isStart: boolean;
  readonly seconds: readonly string[];
  readonly neededWords: readonly string[] | undefined;
};

function wordRow(row: string, tag: string, tagAt: number): WordRow {
  const literal = /^[a-z']+/.exec(row)?.[0] ?? '';
  const isStart = row[literal.length] === '*';
  const isWhole = literal === row || (isStart && row.length === literal.length + 1);
  const pattern = isWhole ? undefined : new RegExp(`${wordSource(row)}(?![a-z]|'[a-z])`, 'y');
  const seconds = isStart ? [] : secondWordsOf(row);
  const needed = neededWords(row.split(' ').slice(seconds.length === 0 ? 1 : 2));
  return { tag, tagAt, literal, pattern, length: row.length, isStart, seconds, neededWords: needed };
}

/** The plain words that may stand second in a row; none when something else may. */
function secondWordsOf(row: string): readonly string[] {
  const [first = '', second = ''] = row.split(' ');
  return /^[a-z']+$/.test(first) && PLAIN_WORDS.test(second) ? second.split('/') : [];
}

const PLAIN_WORDS = /^[a-z']+(?:\/[a-z']+)*$/;

/** Of the words of a row the longest that it cannot do without, with those that may stand for it. */
function neededWords(words: readonly string[]): readonly string[] | undefined {
  const shortest = (alternatives: readonly string[]): number => Math.min(...alternatives.map((word) => word.length));
  return words
    .filter((word) => PLAIN_WORDS.test(word) && !/(?:^|\/)'|'(?:\/|$)/.test(word))
    .map((word) => word.split('/'))
    .toSorted((a, b) => shortest(b) - shortest(a))[0];
}

/** An index of lists of Chinese or Korean patterns; `…` is a few characters, and a space may be left out. */
export function indexCharacters(lists: CueLists): CueIndex {
  const byFirst = new Uint16Array(0x10000);
  const all: { readonly spaced: Map<number, Row[]>; readonly paired: Map<number, Row[]>; readonly any: Row[] }[] = [
    { spaced: new Map(), paired: new Map(), any: [] },
  ];
  const entriesOf = (first: string) => {
    const code = first.charCodeAt(0);
    if (byFirst[code] === 0) byFirst[code] = all.push({ spaced: new Map(), paired: new Map(), any: [] }) - 1;
    const entries = all[byFirst[code] ?? 0];
    if (entries === undefined) throw new Error('a character of an index has no entries');
    return entries;
  };
  for (const { tag, tagAt, row } of rowsOf(lists)) {
    const literal = plainStart(row);
    const source = row.replaceAll('…', CHARACTERS_BETWEEN).replaceAll(' ', '\\s?');
    const pattern = literal === row ? undefined : new RegExp(source, 'y');
    const needs = pattern === undefined ? undefined : neededPairs(row.slice(literal.length));
    const entry = { tag, tagAt, literal, pattern, needs, length: row.length };
    const spaced = /^([^\\()[\]?*+|.…^$ {}]) ([^\\()[\]?*+|.…^$ {}])(?![?*{|])/.exec(row);
    if (spaced !== null && !/[|]/.test(row)) {
      add(
        held(entriesOf(spaced[1] ?? '').spaced, (spaced[2] ?? '').charCodeAt(0), () => []),
        entry,
      );
      continue;
    }
    for (const key of new Set(startKeys(row))) {
      if (key === '') continue;
      const entries = entriesOf(key);
      const rows = key.length < PAIR ? entries.any : held(entries.paired, key.charCodeAt(1), () => []);
      add(rows, entry);
    }
  }
  return {
    script: 'characters',
    byFirst,
    entries: all,
    marks: marksFor(Object.keys(lists).length, PAIR_SLOTS),
  };
}

function marksFor(tags: number, parts: number): Marks {
  return { base: 1, endOfTag: new Float64Array(tags), parts: new Float64Array(parts) };
}

type Row = Entry & { readonly length: number };

function rowsOf(lists: CueLists): readonly { readonly tag: string; readonly tagAt: number; readonly row: string }[] {
  return Object.entries(lists).flatMap(([tag, rows], tagAt) => rows.map((row) => ({ tag, tagAt, row })));
}

/** What a map holds under a key, made when there is nothing yet. */
function held<Key, T>(map: Map<Key, T>, key: Key, make: () => T): T {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}

/** Keeps rows with the longest first. */
function add(rows: Row[], row: Row): void {
  const at = rows.findIndex(({ length }) => length < row.length);
  rows.splice(at < 0 ? rows.length : at, 0, row);
}

/** In how many slots pairs of characters are noted. Different ones may share a slot: then a pattern is asked in vain. */
const PAIR_SLOTS = 4096;

/** The slot of the two characters at a place. */
export function pairSlot(text: string, at: number): number {
  return (text.charCodeAt(at) * 61 + text.charCodeAt(at + 1)) & (PAIR_SLOTS - 1);
}

/**
 * Pairs of plain characters of which a pattern cannot do without one: of its longest run of them outside of groups and classes, else of each
 * alternative of a group that is not optional. Undefined when none are sure.
 */
function neededPairs(row: string): readonly number[] | undefined {
  // How often something stands ({1,12}) is no part of the text.
  const plain = row
    .replace(/\\./g, '\0')
    .replace(/\[[^\]]*\]/g, '\0')
    .replace(/\{\d+(?:,\d*)?\}/g, '{');
  let outside = '';
  let fromGroup: readonly number[] | undefined;
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] !== '(') {
      outside += plain[at];
      continue;
    }
    const end = groupEnd(plain, at);
    const isSure = plain.startsWith('(?:', at) && !/[?*{]/.test(plain[end] ?? '');
    if (isSure) fromGroup ??= pairsOfAny(alternativesOf(plain.slice(at + '(?:'.length, end - 1)));
    outside += '\0';
    at = end - 1;
  }
  if (outside.includes('|')) return undefined;
  const runs = outside.replace(/.[?*{]/g, '\0').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? fromGroup : [pairSlot(longest, 0)];
}

function pairsOfAny(alternatives: readonly string[]): readonly number[] | undefined {
  const pairs: number[] = [];
  for (const each of alternatives) {
    const own = neededPairs(each);
    if (own === undefined) return undefined;
    pairs.push(...own);
  }
  return pairs;
}

/** Where the group ends that begins at a place. */
function groupEnd(row: string, from: number): number {
  let depth = 0;
  for (let at = from; at < row.length; at++) {
    if (row[at] === '(') depth++;
    if (row[at] === ')') depth--;
    if (depth === 0) return at + 1;
  }
  return row.length;
}

/** What stands between the bars of a pattern that lie in no group. */
function alternativesOf(row: string): readonly string[] {
  const alternatives: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < row.length; at++) {
    if (row[at] === '(') depth++;
    if (row[at] === ')') depth--;
    if (row[at] !== '|' || depth > 0) continue;
    alternatives.push(row.slice(from, at));
    from = at + 1;
  }
  return [...alternatives, row.slice(from)];
}

/** A row for each word that it may begin with. */
function startsOf(row: string): readonly string[] {
  const [first = '', ...rest] = row.split(' ');
  return first.split('/').map((word) => [word, ...rest].join(' '));
}

/** What may stand behind a first auxiliary: is now limited to. */
const ADVERB =
  '(?:(?:now|also|still|then|hereby|strictly|currently|immediately|again|temporarily|expressly|legally|already|therefore|all|further)[\\s-]+)?';
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were be been has have had will shall must may can would'.split(' '),
);

function wordSource(row: string): string {
  const isAuxiliary = (row.split(' ')[0] ?? '').split('/').every((word) => AUXILIARIES.has(word));
  return row
    .split(' ')
    .map((word, i) => {
      if (word === '…') return WORDS_BETWEEN;
      if (word === '……') return MANY_BETWEEN;
      const source = word
        .split('/')
        .map((each) => each.replaceAll('*', "[a-z']{0,20}"))
        .join('|');
      return `${i === 0 ? '' : i === 1 && isAuxiliary ? `[\\s-]+${ADVERB}` : '[\\s-]+'}${word.includes('/') ? `(?:${source})` : source}`;
    })
    .join('');
}

/** The plain characters that a row begins with; one that a `?` makes optional is none of them. */
function plainStart(row: string): string {
  const plain = /^[^\\()[\]?*+|.…^$ {}]*/.exec(row)?.[0] ?? '';
  return plain.length < row.length && /^[?*{|]/.test(row.slice(plain.length)) ? plain.slice(0, -1) : plain;
}

/** By what a row is found: the first two characters of each way to begin where they are plain, else the first. */
function startKeys(row: string): readonly string[] {
  const plain = plainStart(row);
  if (plain.length >= PAIR) return [plain.slice(0, PAIR)];
  if (!row.startsWith('(?:')) return firstCharacters(row);
  const end = groupEnd(row, 0);
  const rest = row.slice(end);
  if (/^[?*{]/.test(rest)) return firstCharacters(row);
  return alternativesOf(row.slice('(?:'.length, end - 1)).flatMap((each) => startKeys(each + rest));
}

/** The characters with which what a pattern finds can begin. */
function firstCharacters(row: string): readonly string[] {
  const behind = /^\(\?<[=!][^)]*\)/.exec(row);
  if (behind !== null) return firstCharacters(row.slice(behind[0].length));
  if (row.startsWith('(?:')) {
    const end = groupEnd(row, 0);
    const alternatives = alternativesOf(row.slice('(?:'.length, end - 1));
    const rest = row.slice(end);
    const within = alternatives.flatMap((each) => firstCharacters(each + rest.replace(/^\?/, '')));
    return rest.startsWith('?') ? [...within, ...firstCharacters(rest.slice(1))] : within;
  }
  if (row.startsWith('\\d')) return [...'0123456789'];
  if (row.startsWith('[')) {
    const inside = row.slice(1, row.indexOf(']'));
    return [...(inside.includes('\\d') ? '0123456789' : ''), ...inside.replace('\\d', '')];
  }
  return row[1] === '?' ? [row[0] ?? '', ...firstCharacters(row.slice(2))] : [row[0] ?? ''];
}
