import type { CueLists } from './cue-index.ts';

/** Lists of the words that a subject is spoken of in, parted by commas, by the kind of risk that they bear on. */
export type SubjectWords = Readonly<Record<string, string>>;

/** A comma, but not the one in `{0,4}`. */
const BETWEEN = /,(?!\d*\})/;

/** The lists as words to look up, each under a prefix and its kind; without a prefix under the name that it has. */
export function subjectLists(subjects: SubjectWords, prefix: 'about:' | 'group:' | '' = 'about:'): CueLists {
  return Object.fromEntries(
    Object.entries(subjects).map(([category, words]) => [
      `${prefix}${category}`,
      words
        .split(BETWEEN)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        // One syllable of Korean stands inside many other words: 배 in 분배.
        .map((word) => (/^[가-힣]$/.test(word) ? `(?<![가-힣])${word}` : word)),
    ]),
  );
}
