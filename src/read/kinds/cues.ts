/** Words of a list found in a text; offsets are UTF-16 units of it. */
export interface Cue {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Lists of words by tag. `/` parts words that may stand for each other, `*` is any ending, `…` a few words of any kind, `……` more. */
export type CueLists = Readonly<Record<string, readonly string[]>>;

/** What finds the words of many lists in one pass. */
export interface CueIndex {
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  readonly script: 'letters' | 'characters';
}

interface Entry {
  readonly tag: string;
  readonly pattern: RegExp;
}

const KEY = 2;
/** Four words at most, each of bounded length: no list may make reading slower than the text is long. */
const WORDS_BETWEEN = '(?:[\\s-]+[^\\s.;:?!]{1,30}){0,4}?';
const MANY_BETWEEN = '(?:[\\s-]+[^\\s.;:?!]{1,30}){0,14}?';
const CHARACTERS_BETWEEN = '[^。；！？.;!?\\n]{0,12}?';

/** An index of lists of English words and phrases; a row begins with a letter and is compared in lower case. */
export function indexWords(lists: CueLists): CueIndex {
  return indexed(lists, 'letters', (row) =>
    startsOf(row).map((each) => ({ key: keyOf(each), source: `${wordSource(each)}(?![a-z'])` })),
  );
}

/** An index of lists of Chinese or Korean characters; a row begins with a character, and a space may be left out. */
export function indexCharacters(lists: CueLists): CueIndex {
  return indexed(lists, 'characters', (row) => [
    {
      key: row.replace(/^\(\?<[=!][^)]*\)/, '')[0] ?? '',
      source: row.replaceAll('…', CHARACTERS_BETWEEN).replaceAll(' ', '\\s?'),
    },
  ]);
}

/** All words of the lists that stand in a text, in its order; those of one tag do not overlap. */
export function cuesIn(folded: string, index: CueIndex): readonly Cue[] {
  const found: Cue[] = [];
  const endOfTag = new Map<string, number>();
  const letters = index.script === 'letters';
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (letters && (!isLetter(code) || (at > 0 && isLetter(folded.charCodeAt(at - 1))))) continue;
    if (!letters && code < FIRST_CHARACTER) continue;
    for (const { tag, pattern } of index.byKey.get(letters ? folded.slice(at, at + KEY) : (folded[at] ?? '')) ?? []) {
      if ((endOfTag.get(tag) ?? 0) > at) continue;
      pattern.lastIndex = at;
      const match = pattern.exec(folded);
      if (match === null) continue;
      found.push({ tag, start: at, end: at + match[0].length });
      endOfTag.set(tag, at + match[0].length);
    }
  }
  return found;
}

const FIRST_CHARACTER = 0x2e80;

function indexed(
  lists: CueLists,
  script: CueIndex['script'],
  compile: (row: string) => readonly { readonly key: string; readonly source: string }[],
): CueIndex {
  const byKey = new Map<string, (Entry & { readonly length: number })[]>();
  for (const [tag, rows] of Object.entries(lists)) {
    for (const row of rows) {
      for (const { key, source } of compile(row)) {
        const entries = byKey.get(key) ?? [];
        entries.push({ tag, pattern: new RegExp(source, 'y'), length: row.length });
        byKey.set(key, entries);
      }
    }
  }
  for (const entries of byKey.values()) entries.sort((a, b) => b.length - a.length);
  return { byKey, script };
}

/** A row for each word that it may begin with. */
function startsOf(row: string): readonly string[] {
  const [first = '', ...rest] = row.split(' ');
  return first.split('/').map((word) => [word, ...rest].join(' '));
}

function keyOf(row: string): string {
  const key = row.slice(0, KEY);
  return key.replace('*', '');
}

function wordSource(row: string): string {
  return row
    .split(' ')
    .map((word, i) => {
      if (word === '…') return WORDS_BETWEEN;
      if (word === '……') return MANY_BETWEEN;
      const source = word
        .split('/')
        .map((each) => each.replaceAll('*', "[a-z']{0,20}"))
        .join('|');
      return `${i === 0 ? '' : '[\\s-]+'}${word.includes('/') ? `(?:${source})` : source}`;
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
