import type { Span } from '../anchor.ts';
import { sought } from '../sought.ts';
import { ALL_UNSEEN, UNSEEN } from '../terms/folded-text.ts';

/**
 * A text in the letters that the rules for mentions are written in, and the way back: `given` says where a stretch of it stands in
 * the text as it was given, `placeOf` where a place of that text is in this one.
 */
export interface PlainLetters {
  readonly text: string;
  readonly given: (span: Span) => Span;
  readonly placeOf: (at: number) => number;
}

/**
 * The text composed (NFC), with digits, letters, "@", "+", "-", "." and "_" of full width, ligatures and mathematical letters as plain
 * ones, hyphens and spaces that do not break as "-" and " ", and without characters that nobody sees: soft hyphens, zero-width
 * spaces, joiners, direction marks, variation selectors. Undefined when the text is so already, as most are. Case, and the
 * marks of Chinese, stay: the rules read them. Time and memory grow linearly with the text.
 */
export function plainLetters(given: string): PlainLetters | undefined {
  if (!OTHER.test(given)) return undefined;
  const pieces: string[] = [];
  /** Four numbers for each place where characters do not stand for one another: its start and end in the given text and in this one. */
  const edits: number[] = [];
  let at = 0;
  let length = 0;
  for (const { 0: cluster, index } of given.matchAll(CLUSTER)) {
    const plain = plainCluster(cluster);
    if (plain === cluster) continue;
    pieces.push(given.slice(at, index), plain);
    length += index - at;
    at = index + cluster.length;
    // A ligature and a mark become two letters as well, but neither of them leads back to one of the two.
    if (plain.length !== cluster.length || cluster.length > 1) edits.push(index, at, length, length + plain.length);
    length += plain.length;
  }
  if (at === 0) return undefined;
  pieces.push(given.slice(at));
  return { text: pieces.join(''), given: givenBy(edits), placeOf: placeBy(edits) };
}

/** What has a plain letter: full-width and half-width forms, ligatures, mathematical letters, hyphens and spaces. */
const COMPATIBLE =
  '\\uff0b\\uff0d\\uff0e\\uff10-\\uff19\\uff20-\\uff3a\\uff3f\\uff41-\\uff5a\\uffa1-\\uffdc\\ufb00-\\ufb06\\u{1d400}-\\u{1d7ff}\\u2010\\u2011\\u00a0\\u2000-\\u200a\\u202f\\u205f';
const SINGLE = '\\uf900-\\ufaff\\u212a\\u212b';
const VOWELS = '\\u1160-\\u11ff\\ud7b0-\\ud7fb';
const OTHER = sought(new RegExp(`[${UNSEEN}\\p{M}${VOWELS}${COMPATIBLE}${SINGLE}]`, 'u'));
/** What is composed or written anew as one: Hangul letters of one syllable, a letter with its marks. Bounded, so linear. */
const CLUSTER = new RegExp(
  `[\\u1100-\\u115e\\ua960-\\ua97c]{0,3}[\\uac00-\\ud7a3]?[${VOWELS}]{1,4}|[^\\p{M}\\p{Cf}\\s]?\\p{M}{1,8}|[${UNSEEN}]{1,64}|[${COMPATIBLE}${SINGLE}]`,
  'gu',
);
const ONE_COMPATIBLE = new RegExp(`[${COMPATIBLE}]`, 'gu');

function plainCluster(cluster: string): string {
  return cluster
    .replace(ALL_UNSEEN, '')
    .replace(ONE_COMPATIBLE, (one) => one.normalize('NFKC').replace('\u2010', '-'))
    .normalize('NFC');
}

function givenBy(edits: readonly number[]): PlainLetters['given'] {
  return ({ start, end }) => {
    const first = lastAt(edits, 2, start);
    const [from = 0, , , to = 0] = quad(edits, first);
    const startGiven = start < to ? from : start + shift(edits, first);
    if (end <= start) return { start: startGiven, end: startGiven };
    const last = lastAt(edits, 2, end - 1);
    const [, until = 0, , behind = 0] = quad(edits, last);
    return { start: startGiven, end: end - 1 < behind ? until : end + shift(edits, last) };
  };
}

function placeBy(edits: readonly number[]): PlainLetters['placeOf'] {
  return (at) => {
    const edit = lastAt(edits, 0, at);
    const [start = 0, end = 0, from = 0, to = 0] = quad(edits, edit);
    if (edit >= 0 && at < end) return at <= start ? from : to;
    return at - shift(edits, edit);
  };
}

function quad(edits: readonly number[], edit: number): readonly number[] {
  return edit < 0 ? [] : edits.slice(edit * 4, edit * 4 + 4);
}

/** By how much the given text is ahead behind an edit. */
function shift(edits: readonly number[], edit: number): number {
  return edit < 0 ? 0 : (edits[edit * 4 + 1] ?? 0) - (edits[edit * 4 + 3] ?? 0);
}

/** The last edit whose start, by its first or third number, is not behind a place; -1 when there is none. */
function lastAt(edits: readonly number[], member: 0 | 2, at: number): number {
  let [low, high] = [0, edits.length / 4];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle * 4 + member] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
