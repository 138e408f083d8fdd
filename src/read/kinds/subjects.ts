import type { CueLists } from './cues.ts';

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
        .filter((word) => word !== ''),
    ]),
  );
}
