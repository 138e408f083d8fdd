/**
 * Text in the form in which it is compared: NFKC, lower case, without characters that nobody sees. `starts` and `ends`
 * give, for each UTF-16 unit of `text`, where the characters it came from begin and end in the text as it was given;
 * both are absent when the two run side by side.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts?: Int32Array;
  readonly ends?: Int32Array;
}

/** Folds a text for comparing (docs/search.md S1). Lone surrogates stay and are no letters. */
export function foldText(given: string): FoldedText {
  if (PLAIN.test(given)) return { text: narrowed(given).toLowerCase() };
  if (!JOINING.test(given)) {
    // Each character then becomes one or more by itself: equal lengths mean that each became one, at its place.
    const folded = given.normalize('NFKC');
    const lower = folded.toLowerCase();
    if (folded.length === given.length && lower.length === given.length) return { text: lower };
  }
  return foldClusters(given);
}

/** What folding only makes small or narrow, each character by itself: plain letters, Han, syllables, and the marks of most texts. */
const PLAIN_CHARACTERS = '\\0-\\x7f·–—‘’“”、-】㐀-䶿一-鿿가-힣！-～';
const PLAIN = new RegExp(`^[${PLAIN_CHARACTERS}]*$`);

/** Wide forms of plain characters as those. */
function narrowed(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Whether a text is compared in other characters than its own, their case apart. */
export function needsFolding(text: string): boolean {
  return JOINING.test(text) || text.normalize('NFKC') !== text;
}

/** Where a stretch of the folded text stands in the text as it was given. */
export function givenSpan(
  { text, starts, ends }: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (starts === undefined || ends === undefined) return { start, end };
  if (start >= text.length) return { start: ends.at(-1) ?? 0, end: ends.at(-1) ?? 0 };
  return { start: starts[start] ?? 0, end: end > start ? (ends[end - 1] ?? 0) : (starts[start] ?? 0) };
}

/** Soft hyphens, joiners, direction marks, variation selectors: inside words they part nothing. What stands between the brackets of a class. */
export const UNSEEN = '\\p{Cf}\\p{Variation_Selector}\\u034f\\u115f\\u1160\\u3164\\uffa0';
export const ALL_UNSEEN: RegExp = new RegExp(`[${UNSEEN}]`, 'gu');
/** Whatever may become one with its neighbours or shorter by itself: those, marks, Hangul letters, characters of two units. */
const JOINING =
  /\p{Cf}|\p{M}|\p{Cs}|[\u{10000}-\u{10ffff}]|[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]|\u3164|[\uff9e-\uffdc]/u;

/**
 * What normalising may put together: a character with the marks on it, Hangul letters that make one syllable (a lead
 * alone is followed by vowels and tails), half-width kana with its sound mark. Bounded: a run that could go on for ever would
 * be tried again from each of its characters.
 */
const CLUSTER: RegExp = new RegExp(
  // Most of what stands around them joins nothing.
  `(?<plain>[${PLAIN_CHARACTERS}]+)(?![\\p{M}\\p{Cf}\\uff9e\\uff9f\\u1160-\\u11ff\\ud7b0-\\ud7fb])|${
    /[\u1100-\u115f\ua960-\ua97c]{0,3}[\uac00-\ud7a3\u1160-\u11a7\ud7b0-\ud7c6]?[\u1160-\u11ff\ud7b0-\ud7fb]{1,4}\p{M}{0,8}|\P{M}[\p{M}\p{Cf}\uff9e\uff9f]*|\p{M}+/su
      .source
  }`,
  'gsu',
);

function foldClusters(given: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index, groups } of given.matchAll(CLUSTER)) {
    if (groups?.['plain'] !== undefined) {
      text += narrowed(cluster).toLowerCase();
      for (let at = index; at < index + cluster.length; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
      continue;
    }
    const folded = cluster.normalize('NFKC').replace(ALL_UNSEEN, '').toLowerCase();
    text += folded;
    for (let i = 0; i < folded.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
