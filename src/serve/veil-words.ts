import type { Mention } from '../read/index.ts';
import { heldWords, VEIL } from '../read/index.ts';

/**
 * A short text about a source (its title, its publisher, the name of its file) with the source's own protected words
 * written over, all of it when nobody knows which those are. Such a text stands outside the layer, so words are found by their letters,
 * in any case and spelling, and of persons each part of the name (docs/search.md S28).
 */
export function veilWords(text: string, mentions: readonly Mention[] | undefined): string {
  if (mentions === undefined) return VEIL;
  let veiled = '';
  let at = 0;
  for (const { start, end } of heldWords(mentions).spansIn(text)) {
    veiled += text.slice(at, start) + VEIL;
    at = end;
  }
  return veiled + text.slice(at);
}
