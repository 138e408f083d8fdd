/**
 * Words of small letters, with apostrophes inside, that are found by walking a text letter by letter: no word is cut out of the text to be
 * looked up, and none is given a hash. A place in it is a number; the root is 0, and so is the way that leads nowhere.
 */
export interface WordTrie {
  readonly steps: Int32Array;
  readonly size: number;
}

const LETTERS = 27;
const APOSTROPHE = 26;

/** A trie of words; what is no letter ends a word. */
export function trieOf(words: Iterable<string>): WordTrie {
  let steps = new Int32Array(LETTERS * 1024);
  let size = 1;
  for (const word of words) {
    let at = 0;
    for (let i = 0; i < word.length; i++) {
      const way = at * LETTERS + letterOf(word.charCodeAt(i));
      if (steps[way] === 0) {
        if ((size + 1) * LETTERS > steps.length) {
          const longer = new Int32Array(steps.length * 2);
          longer.set(steps);
          steps = longer;
        }
        steps[way] = size;
        size++;
      }
      at = steps[way] ?? 0;
    }
  }
  return { steps, size };
}

/** Where a word ends in a trie; 0 when the trie does not hold it. */
export function placeIn({ steps }: WordTrie, word: string): number {
  let at = 0;
  for (let i = 0; i < word.length; i++) {
    at = steps[at * LETTERS + letterOf(word.charCodeAt(i))] ?? 0;
    if (at === 0) return 0;
  }
  return at;
}

/** Of each word of a text four numbers: where it begins and ends, its place in the trie, and that of its first letters, of at most `stem`. */
export const WORD_PARTS = 4;

export function wordsIn(text: string, { steps }: WordTrie, stem: number): readonly number[] {
  const words: number[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    let letter = letterOf(text.charCodeAt(at));
    if (letter < 0 || letter === APOSTROPHE) {
      at++;
      continue;
    }
    const start = at;
    let place = steps[letter] ?? 0;
    let begun = place;
    at++;
    for (; at < length; at++) {
      letter = letterOf(text.charCodeAt(at));
      if (letter < 0 || (letter === APOSTROPHE && !isLetter(text.charCodeAt(at + 1)))) break;
      if (place !== 0) place = steps[place * LETTERS + letter] ?? 0;
      if (place !== 0 && at - start < stem) begun = place;
    }
    words.push(start, at, place, begun);
  }
  return words;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function letterOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code === 0x27 ? APOSTROPHE : -1;
}
