/**
 * What a draft is about. All words of the query must occur, in any order; a word that is written without spaces
 * between words (Chinese, Japanese, Korean) may stand anywhere, others begin a word: "card" finds "cards".
 */
export interface Query {
  readonly words: readonly string[];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Words beyond these are left out of the search. */
const MOST_WORDS = 32;

/** Reads a query: NFKC and lower case, its words once each. Without a word in it, it finds nothing. */
export function parseQuery(text: string): Query {
  return { words: [...new Set(fold(text).match(WORD) ?? [])].slice(0, MOST_WORDS) };
}

/** How many of the query's words occur in the text. */
export function countHits(query: Query, text: string): number {
  const folded = fold(text);
  let compact: string | undefined;
  let hits = 0;
  for (const word of query.words) {
    if (UNSPACED.test(word)) {
      // Korean spacing varies from writer to writer, and lines of Chinese break anywhere.
      compact ??= folded.replace(/\s+/g, '');
      if (compact.includes(word)) hits++;
    } else if (beginsWord(folded, word)) hits++;
  }
  return hits;
}

/** Whether every word of the query occurs in one or other of the texts. */
export function isAbout(query: Query, texts: readonly string[]): boolean {
  if (query.words.length === 0) return false;
  const all = texts.join('\n');
  return countHits(query, all) === query.words.length;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    // A word of two letters is found whole only, or "to" would find half of all words that begin with it.
    const after = word.length > 2 ? '' : text.charAt(at + word.length);
    if (!isLetter(before) && !isLetter(after)) return true;
  }
  return false;
}

function isLetter(text: string): boolean {
  return LETTER.test(text) && !UNSPACED.test(text);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
