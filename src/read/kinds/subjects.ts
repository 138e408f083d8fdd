import type { CueLists } from './cue-index.ts';

/** Lists of the words that a subject is spoken of in, parted by commas, by the kind of risk that they bear on. */
export type SubjectWords = Readonly<Record<string, string>>;

/** The lists as words to look up, each under a prefix and its kind. */
export function subjectLists(subjects: SubjectWords, prefix: 'about:' | 'group:' = 'about:'): CueLists {
  return Object.fromEntries(
    Object.entries(subjects).map(([category, words]) => [
      `${prefix}${category}`,
      words
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
        // One syllable of Korean stands inside many other words: 배 in 분배.
        .map((word) => (/^[가-힣]$/.test(word) ? `(?<![가-힣])${word}` : word)),
    ]),
  );
}
