import stem from 'wink-porter2-stemmer';
import { STEM_OVERRIDES } from './data/english-stems.ts';

/** The stem of a word as Porter's second English stemmer gives it, but for listed words; undefined when it is the word. */
export function englishStem(word: string): string | undefined {
  if (word.length < 3 || word.length > LONGEST) return undefined;
  const known = memory.get(word);
  if (known !== undefined) return known === word ? undefined : known;
  if (!/^[a-z]+$/.test(word)) return undefined;
  const made = Object.hasOwn(STEM_OVERRIDES, word) ? STEM_OVERRIDES[word] : stem(word);
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(word, made ?? word);
  return made === word ? undefined : made;
}

const LONGEST = 40;

/**
 * Stems that were worked out: a text repeats its words, and Porter's rules take microseconds for each. What is kept
 * follows from the word alone, so whoever shares it sees nothing of another's; the process that holds it holds the texts.
 */
const memory = new Map<string, string>();
const MOST_REMEMBERED = 20_000;
