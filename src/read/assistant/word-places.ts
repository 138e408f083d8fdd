import type { Span } from '../anchor.ts';

/** A text in which words are looked for. */
export interface PlacedText {
  readonly text: string;
  /**
   * Where words stand, in the order of the text: letter by letter but for white space, of which any run is like any other, and never
   * within a word or a number: "40" does not stand in "140" or "40.5", 可能 not in 不可能, since words that may be cut anywhere can say the
   * opposite. At most 50 places. Empty when the words are only white space.
   */
  readonly places: (words: string) => readonly Span[];
  /** Whether words stand there at all, be it within other words. */
  readonly holdsCut: (words: string) => boolean;
}

/** Makes a text ready for being looked through many times. */
export function placedText(text: string): PlacedText {
  const single = withSingleSpaces(text);
  return {
    text,
    places: (words) => wholePlaces(single, words),
    holdsCut: (words) => spacedOnce(words) !== '' && words.isWellFormed() && single.text.includes(spacedOnce(words)),
  };
}

/** Words with every run of white space as one space. */
export function spacedOnce(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

const MOST_PLACES = 50;

interface SingleSpaced {
  readonly text: string;
  /** Where each unit stands in the text as given. */
  readonly at: readonly number[];
}

function wholePlaces({ text, at }: SingleSpaced, words: string): readonly Span[] {
  const wanted = spacedOnce(words);
  // A lone surrogate would cut a character of the text in two.
  if (wanted === '' || !wanted.isWellFormed()) return [];
  const found: Span[] = [];
  for (let from = text.indexOf(wanted); from >= 0 && found.length < MOST_PLACES; ) {
    const end = from + wanted.length;
    const whole = !isJoined(text, from) && !isJoined(text, end);
    if (whole) found.push({ start: at[from] ?? 0, end: (at[end - 1] ?? 0) + 1 });
    // Places do not overlap: "no no no" holds "no no" once, as somebody who counts them would say.
    from = text.indexOf(wanted, whole ? end : from + 1);
  }
  return found;
}

function withSingleSpaces(given: string): SingleSpaced {
  const at: number[] = [];
  let text = '';
  let spaced = false;
  for (let i = 0; i < given.length; i++) {
    const unit = given[i] ?? '';
    const space = /\s/.test(unit);
    if (space && spaced) continue;
    spaced = space;
    text += space ? ' ' : unit;
    at.push(i);
  }
  return { text, at };
}

/** Whether a cut at this place would go through a word or a number. */
function isJoined(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (/[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after)) return true;
  return /\p{N}[.,]$/u.test(before) ? /^\p{N}/u.test(after) : /\p{N}$/u.test(before) && /^[.,]\p{N}/u.test(after);
}
