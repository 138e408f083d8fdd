import { once } from '../once.ts';

/** Words of a list found in a text; offsets are UTF-16 units of it. */
export interface Cue {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Lists of words by tag. `/` parts words that may stand for each other, `*` is any ending, `…` a few words of any kind, `……` more. */
export type CueLists = Readonly<Record<string, readonly string[]>>;

/** What finds the words of many lists in one pass: by their first word, the beginning of one, or their first character. */
export interface CueIndex {
  /** By the first and the second word, or the first two characters that are no space: most rows of a common word need not be asked. */
  readonly byPair: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byStart: ReadonlyMap<string, readonly Entry[]>;
  /** The first three letters of the keys of `byStart`: with most words nothing begins. */
  readonly starts: ReadonlySet<string>;
  readonly script: 'letters' | 'characters';
}

interface Entry {
  readonly tag: string;
  /** What it begins with; most of what could begin here does not, and no expression need be asked. */
  readonly literal: string;
  /** Undefined where its beginning is all of it: of characters that alone, of letters the word that begins so. */
  readonly pattern: RegExp | undefined;
  /** Two characters that stand somewhere in whatever it finds; a text without them need not be asked. Absent where none are sure. */
  readonly needs?: string | undefined;
}

/** Fewest and most letters by which a row is found that gives only the beginning of its first word; and the most that may follow it. */
const START = 3;
const LONG_START = 5;
const MOST_ENDING = 20;
/** Characters by which a row is found that begins with so many plain ones. */
const PAIR = 2;
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
  const byPair = new Map<string, Map<string, Row[]>>();
  const [byWord, byStart] = [new Map<string, Row[]>(), new Map<string, Row[]>()];
  for (const [tag, row] of rowsOf(lists)) {
    for (const each of startsOf(row)) {
      const first = /^[a-z']+/.exec(each)?.[0] ?? '';
      const isStart = each[first.length] === '*';
      const isWhole = first === each || (isStart && each.length === first.length + 1);
      const pattern = isWhole ? undefined : new RegExp(`${wordSource(each)}(?![a-z]|'[a-z])`, 'y');
      const entry = { tag, literal: first, pattern, length: each.length };
      const seconds = isStart ? [] : secondWordsOf(each);
      for (const second of seconds) addPair(byPair, first, second, entry);
      if (seconds.length === 0) add(isStart ? byStart : byWord, isStart ? first.slice(0, LONG_START) : first, entry);
    }
  }
  return {
    byPair,
    byWord,
    byStart,
    starts: new Set([...byStart.keys()].map((key) => key.slice(0, START))),
    script: 'letters',
  };
}

/** The plain words that may stand second in a row; none when something else may. */
function secondWordsOf(row: string): readonly string[] {
  const [first = '', second = ''] = row.split(' ');
  return /^[a-z']+$/.test(first) && /^[a-z']+(?:\/[a-z']+)*$/.test(second) ? second.split('/') : [];
}

/** An index of lists of Chinese or Korean patterns; `…` is a few characters, and a space may be left out. */
export function indexCharacters(lists: CueLists): CueIndex {
  const byPair = new Map<string, Map<string, Row[]>>();
  const byStart = new Map<string, Row[]>();
  for (const [tag, row] of rowsOf(lists)) {
    const literal = plainStart(row);
    const source = row.replaceAll('…', CHARACTERS_BETWEEN).replaceAll(' ', '\\s?');
    const pattern = literal === row ? undefined : new RegExp(source, 'y');
    const spaced = /^([^\\()[\]?*+|.…^$ {}]) ([^\\()[\]?*+|.…^$ {}])(?![?*{|])/.exec(row);
    if (spaced !== null && !/[|]/.test(row)) {
      addPair(byPair, spaced[1] ?? '', spaced[2] ?? '', { tag, literal, pattern, length: row.length });
      continue;
    }
    const needs = pattern === undefined ? undefined : neededPair(row.slice(literal.length));
    const keys = new Set(startKeys(row));
    for (const key of keys) add(byStart, key, { tag, literal, pattern, needs, length: row.length });
  }
  return { byPair, byWord: new Map(), byStart, starts: new Set(), script: 'characters' };
}

/** All words of the lists that stand in a text, in its order; those of one tag do not overlap. */
export function cuesIn(folded: string, index: CueIndex): readonly Cue[] {
  const found: Cue[] = [];
  const endOfTag = new Map<string, number>();
  const pairs = once(() => pairsOf(folded));
  const look = (entries: readonly Entry[] | undefined, at: number, wordEnd: number): void => {
    if (entries === undefined) return;
    for (const { tag, literal, pattern, needs } of entries) {
      if (!folded.startsWith(literal, at) || (endOfTag.get(tag) ?? 0) > at) continue;
      if (needs !== undefined && !pairs().has(needs)) continue;
      let end = index.script === 'characters' ? at + literal.length : wordEnd;
      if (pattern === undefined && end - at - literal.length > MOST_ENDING) continue;
      if (pattern !== undefined) {
        pattern.lastIndex = at;
        if (!pattern.test(folded)) continue;
        end = pattern.lastIndex;
      }
      found.push({ tag, start: at, end });
      endOfTag.set(tag, end);
    }
  };
  if (index.script === 'characters') {
    for (let at = 0; at < folded.length; at++) {
      const first = folded[at] ?? '';
      const seconds = index.byPair.get(first);
      if (seconds !== undefined) look(seconds.get(nextCharacter(folded, at)), at, at);
      look(index.byStart.get(folded.slice(at, at + PAIR)), at, at);
      look(index.byStart.get(first), at, at);
    }
    return found;
  }
  let next = wordFrom(folded, 0);
  while (next !== undefined) {
    const { start, end, word } = next;
    next = wordFrom(folded, end);
    // Phrases first: of what begins alike the longest is meant.
    const seconds = index.byPair.get(word);
    if (seconds !== undefined && next !== undefined && isParted(folded, end, next.start))
      look(seconds.get(next.word), start, end);
    look(index.byWord.get(word), start, end);
    if (word.length < START || !index.starts.has(word.slice(0, START))) continue;
    for (let length = Math.min(LONG_START, word.length); length >= START; length--)
      look(index.byStart.get(word.slice(0, length)), start, end);
  }
  return found;
}

interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

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

type Row = Entry & { readonly length: number };

function* rowsOf(lists: CueLists): Generator<readonly [string, string]> {
  for (const [tag, rows] of Object.entries(lists)) for (const row of rows) yield [tag, row];
}

/** Keeps the rows of a key with the longest first. */
function add(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key) ?? [];
  const at = rows.findIndex(({ length }) => length < row.length);
  rows.splice(at < 0 ? rows.length : at, 0, row);
  index.set(key, rows);
}

function addPair(index: Map<string, Map<string, Row[]>>, first: string, second: string, row: Row): void {
  const seconds = index.get(first) ?? new Map<string, Row[]>();
  add(seconds, second, row);
  index.set(first, seconds);
}

/** All pairs of neighbouring characters of a text. */
function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + PAIR <= text.length; at++) pairs.add(text.slice(at, at + PAIR));
  return pairs;
}

/** Two plain characters that a pattern cannot do without: not in a group or a class, nor before a sign of how often. */
function neededPair(row: string): string | undefined {
  const plain = row.replace(/\\./g, '\0').replace(/\[[^\]]*\]/g, '\0');
  let outside = '';
  let depth = 0;
  for (const sign of plain) {
    if (sign === '(') depth++;
    if (depth === 0) outside += sign;
    if (sign === ')') {
      depth--;
      outside += '\0';
    }
  }
  if (outside.includes('|')) return undefined;
  const runs = outside.replace(/.[?*{]/g, '\0').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return runs.toSorted((a, b) => b.length - a.length)[0]?.slice(0, PAIR);
}

/** The next character that is no space. */
function nextCharacter(folded: string, at: number): string {
  const next = folded[at + 1] ?? '';
  return /\s/.test(next) ? (folded[at + 2] ?? '') : next;
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

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Cues of some tags. */
export function withTag(cues: readonly Cue[], ...tags: readonly string[]): readonly Cue[] {
  return cues.filter(({ tag }) => tags.includes(tag));
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
  const { alternatives, end } = groupOf(row);
  const rest = row.slice(end);
  return /^[?*{]/.test(rest) ? firstCharacters(row) : alternatives.flatMap((each) => startKeys(each + rest));
}

/** The characters with which what a pattern finds can begin. */
function firstCharacters(row: string): readonly string[] {
  const behind = /^\(\?<[=!][^)]*\)/.exec(row);
  if (behind !== null) return firstCharacters(row.slice(behind[0].length));
  if (row.startsWith('(?:')) {
    const { alternatives, end } = groupOf(row);
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

/** The alternatives of the group that a pattern begins with, and where it ends. */
function groupOf(row: string): { readonly alternatives: readonly string[]; readonly end: number } {
  const alternatives: string[] = [];
  let [depth, from] = [0, 3];
  for (let at = 0; at < row.length; at++) {
    if (row[at] === '(') depth++;
    if (row[at] === '|' && depth === 1) {
      alternatives.push(row.slice(from, at));
      from = at + 1;
    }
    if (row[at] !== ')') continue;
    depth--;
    if (depth === 0) return { alternatives: [...alternatives, row.slice(from, at)], end: at + 1 };
  }
  return { alternatives, end: row.length };
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
