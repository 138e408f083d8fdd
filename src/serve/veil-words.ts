import type { Mention } from '../read/index.ts';
import { isProtected, VEIL } from '../read/index.ts';

/**
 * A short text about a source (its title, its publisher, the name of its file) with the source's own protected words
 * written over, all of it when nobody knows which those are. Such a text stands outside the layer, so words are found by their letters.
 */
export function veilWords(text: string, mentions: readonly Mention[] | undefined): string {
  if (mentions === undefined) return VEIL;
  let veiled = text;
  for (const mention of mentions) {
    const { surface } = mention;
    if (isProtected(mention) && surface !== '' && veiled.includes(surface)) veiled = writeOver(veiled, surface);
  }
  return veiled;
}

/** Writes over each place where the words stand for themselves: "Ann" is not in "annual", 34 is not in 1934. */
function writeOver(text: string, words: string): string {
  let veiled = '';
  let at = 0;
  for (let found = text.indexOf(words); found !== -1; found = text.indexOf(words, found + words.length)) {
    const end = found + words.length;
    if (joined(text.slice(0, found), words) || joined(words, text.slice(end))) continue;
    veiled += text.slice(at, found) + VEIL;
    at = end;
  }
  return veiled + text.slice(at);
}

/** Whether the border between two texts lies inside a word of a script that parts words. */
function joined(before: string, after: string): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(before) &&
    /^[\p{L}\p{N}]/u.test(after) &&
    !(CJK.test(before.slice(-1)) || CJK.test(after.slice(0, 1)))
  );
}

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
