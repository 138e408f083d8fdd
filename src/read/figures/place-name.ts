import type { ThemeRow } from '../theme-pack.ts';
import { startsCapital, type Token, tokensOf } from './tokens.ts';

/** Names of a pack's rows by their first word, longest first. */
export type NameIndex = ReadonlyMap<string, readonly IndexedName[]>;

interface IndexedName {
  readonly words: readonly string[];
  readonly rows: readonly ThemeRow[];
}

/** A pack name found in tokens; several rows when the name is ambiguous. */
export interface NameSpan {
  readonly first: number;
  readonly next: number;
  readonly rows: readonly ThemeRow[];
}

/** Indexes the names of rows that are written in words with spaces (Latin letters and the like). */
export function indexNames(rows: readonly ThemeRow[]): NameIndex {
  const byName = new Map<string, ThemeRow[]>();
  for (const row of rows) {
    for (const { text } of row.names) {
      const words = tokensOf(text).map((token) => token.lower);
      if (words.length === 0 || !/\p{Script=Latin}/u.test(text)) continue;
      const key = words.join(' ');
      const known = byName.get(key) ?? [];
      if (!known.includes(row)) known.push(row);
      byName.set(key, known);
    }
  }
  const index = new Map<string, IndexedName[]>();
  for (const [key, found] of byName) {
    const words = key.split(' ');
    const list = index.get(words[0] ?? '') ?? [];
    list.push({ words, rows: found });
    index.set(words[0] ?? '', list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The longest pack names in a sentence, left to right. A name counts only when it begins with a capital letter. */
export function findNames(tokens: readonly Token[], index: NameIndex): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !startsCapital(token.text)) continue;
    const name = index.get(token.lower)?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word));
    if (name === undefined) continue;
    spans.push({ first: at, next: at + name.words.length, rows: name.rows });
    at += name.words.length - 1;
  }
  return spans;
}
