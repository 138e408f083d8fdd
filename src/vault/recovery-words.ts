/**
 * Secrets as words to be written on paper and typed again: a number to the base of the EFF's list, and one word more that
 * tells a slip of the pen from a true sheet. What is typed is forgiven case, white space, numbering and the dashes of
 * word processors; a wrong word is named by its place and never quoted.
 */
import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../base/index.ts';
import { wordAt, wordList, wordsOfBytes } from './word-code.ts';

export type WordsRefusal =
  | { readonly type: 'word-count-wrong'; readonly found: number; readonly needed: number }
  /** `at`: which word is not in the list, counted from 1. */
  | { readonly type: 'word-unknown'; readonly at: number }
  /** All words are in the list, and one of them is not the one that was written, or two changed places. */
  | { readonly type: 'check-word-differs' };

/** How many words stand for that many bytes, the check word not counted. */
export function wordCount(bytes: number, base: number): number {
  return Math.ceil((bytes * 8) / Math.log2(base));
}

/** The bytes as words, the most significant first, and the check word behind them. */
export async function bytesToWords(bytes: Uint8Array): Promise<readonly string[]> {
  const list = await wordList();
  const words = await wordsOfBytes(bytes, wordCount(bytes.length, list.length));
  return [...words, wordAt(list, checkIndex(bytes, list.length))];
}

/** The bytes again, from whatever a person typed. */
export async function wordsToBytes(text: string, length: number): Promise<Result<Uint8Array, WordsRefusal>> {
  const list = await wordList();
  const typed = typedWords(text);
  const unknown = await unknownWord(typed);
  const needed = wordCount(length, list.length) + 1;
  // An unknown word first: one that was cut in two by a blank also makes the count wrong.
  if (unknown !== undefined) return refuse({ type: 'word-unknown', at: unknown });
  if (typed.length !== needed) return refuse({ type: 'word-count-wrong', found: typed.length, needed });
  const indexes = typed.map((word) => list.indexOf(word));
  const check = indexes.pop();
  const number = indexes.reduce((sum, index) => sum * BigInt(list.length) + BigInt(index), 0n);
  const hex = number.toString(16).padStart(length * 2, '0');
  if (hex.length !== length * 2) return refuse({ type: 'check-word-differs' });
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
  return checkIndex(bytes, list.length) === check ? ok(bytes) : refuse({ type: 'check-word-differs' });
}

/** What a person typed, word by word, as the list writes them. */
export function typedWords(text: string): readonly string[] {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\uFEFF', '')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .split(/\p{White_Space}+/u)
    .map((word) => word.replaceAll(/^[\d.,;:)]+|[.,;:]+$/g, ''))
    .filter((word) => word !== '');
}

/** Place of the first word that is not in the list, counted from 1; undefined when all are. */
export async function unknownWord(words: readonly string[]): Promise<number | undefined> {
  const known = new Set(await wordList());
  const at = words.findIndex((word) => !known.has(word));
  return at === -1 ? undefined : at + 1;
}

function checkIndex(bytes: Uint8Array, base: number): number {
  const digest = createHash('sha256').update('daybook/recovery-words/1\n').update(bytes).digest();
  return Number(digest.readBigUInt64BE(0) % BigInt(base));
}
