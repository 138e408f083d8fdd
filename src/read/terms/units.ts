import { CLASS, classes, classOfCharacter, simplifiedCode } from './character-classes.ts';
import { type FoldedText, foldText } from './folded-text.ts';

/** What a text is cut into to be found: a word of letters, a number, or one Han character, kana or Hangul syllable. */
export interface Unit {
  /** As it is compared: folded, without accents, in simplified characters, numbers without thousands marks. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'han' | 'syllable';
  /** What stands before it and after the unit before: nothing, only white space, or anything else. */
  readonly gap: 'none' | 'space' | 'break';
  /** UTF-16 offsets in the text as it was given. */
  readonly start: number;
  readonly end: number;
}

/** Takes units as a text is cut. Offsets are those of the text as it was given. */
export interface UnitTaker {
  takeWord(word: string, kind: 'word' | 'number', gap: Unit['gap'], start: number, end: number): void;
  /** A character written without spaces, in simplified form. */
  takeCharacter(code: number, kind: 'han' | 'syllable', gap: Unit['gap'], start: number, end: number): void;
}

/**
 * Cuts a text into units (docs/search.md S1 to S4), in one pass. Everything that is no letter, number or syllable only
 * parts. Empty for a text without any.
 */
export function unitsOf(text: string): readonly Unit[] {
  return unitsOfFolded(foldText(text));
}

/** The same for a text that is folded already. */
export function unitsOfFolded(folded: FoldedText): readonly Unit[] {
  const units: Unit[] = [];
  cutUnits(folded, {
    takeWord: (text, kind, gap, start, end) => units.push({ text, kind, gap, start, end }),
    takeCharacter: (code, kind, gap, start, end) =>
      units.push({ text: String.fromCodePoint(code), kind, gap, start, end }),
  });
  return units;
}

/** The same for whoever wants no object for each unit: a search cuts a hundred texts and looks at a few units of each. */
export function cutUnits({ text, starts, ends }: FoldedText, taker: UnitTaker): void {
  const table = classes();
  let gap: Unit['gap'] = 'break';
  const startOf = (at: number): number => (starts === undefined ? at : (starts[at] ?? 0));
  const endOf = (at: number): number => (ends === undefined ? at : (ends[at - 1] ?? 0));
  for (let at = 0; at < text.length; ) {
    const length = charLength(text, at);
    const kind = classAt(text, at, length, table);
    if (kind === CLASS.letter) {
      const plain = endOfPlain(text, at);
      const isPlain = plain > at && !goesOn(text, plain, table);
      const end = isPlain ? plain : endOfWord(text, at, table);
      const word = isPlain ? text.slice(at, end) : comparableWord(text.slice(at, end));
      if (word !== '') {
        taker.takeWord(word, 'word', gap, startOf(at), endOf(end));
        gap = 'none';
      }
      at = end;
    } else if (kind === CLASS.digit) {
      const end = endOfDigits(text, at, table);
      for (const part of numbersIn(text, at, end)) {
        if (part.start > at) gap = 'break';
        taker.takeWord(part.text, 'number', gap, startOf(part.start), endOf(part.end));
        gap = 'none';
      }
      at = end;
      if (text[at] === '%') {
        taker.takeWord(PERCENT, 'word', gap, startOf(at), endOf(at + 1));
        gap = 'none';
        at++;
      }
    } else if (kind === CLASS.han || kind === CLASS.syllable) {
      const code = length === 1 ? text.charCodeAt(at) : (text.codePointAt(at) ?? 0);
      const end = endOf(at + length);
      if (kind === CLASS.han) taker.takeCharacter(simplifiedCode(code), 'han', gap, startOf(at), end);
      else taker.takeCharacter(code, 'syllable', gap, startOf(at), end);
      gap = 'none';
      at += length;
    } else {
      gap = gapAfter(gap, kind);
      at += length;
    }
  }
}

/** Where letters from a to z end: most words are nothing else. */
function endOfPlain(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= 0x61 && code <= 0x7a; code = text.charCodeAt(at)) at++;
  return at;
}

/** Whether what follows plain letters may belong to their word. */
function goesOn(text: string, at: number, table: Uint8Array): boolean {
  if (at >= text.length) return false;
  const kind = classAt(text, at, charLength(text, at), table);
  return kind === CLASS.letter || kind === CLASS.combining || kind === CLASS.apostrophe;
}

function gapAfter(gap: Unit['gap'], kind: number): Unit['gap'] {
  if (kind === CLASS.combining) return gap;
  return kind === CLASS.space && gap !== 'break' ? 'space' : 'break';
}

/** A sign that the index would part at, as a letter is not: folded texts hold no full-width one. */
const PERCENT = '％';

/** Whether a unit is written without spaces between it and the next of its kind. */
export function isUnspaced({ kind }: Unit): boolean {
  return kind === 'han' || kind === 'syllable';
}

function charLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

function classAt(text: string, at: number, length: number, table: Uint8Array): number {
  if (length === 1) return table[text.charCodeAt(at)] ?? CLASS.mark;
  return classOfCharacter(text.slice(at, at + 2));
}

/** Letters with their marks, and apostrophes between letters. Digits part: "3km" is two units side by side. */
function endOfWord(text: string, start: number, table: Uint8Array): number {
  let at = start;
  while (at < text.length) {
    const length = charLength(text, at);
    const kind = classAt(text, at, length, table);
    if (kind === CLASS.apostrophe) {
      const next = at + length;
      if (next >= text.length || classAt(text, next, charLength(text, next), table) !== CLASS.letter) return at;
    } else if (kind !== CLASS.letter && kind !== CLASS.combining) return at;
    at += length;
  }
  return at;
}

function endOfDigits(text: string, start: number, table: Uint8Array): number {
  let at = start;
  while (at < text.length) {
    const length = charLength(text, at);
    const kind = classAt(text, at, length, table);
    if (kind !== CLASS.digit) {
      const next = at + 1;
      const parts = text[at] === ',' || text[at] === '.';
      if (!parts || next >= text.length || classAt(text, next, charLength(text, next), table) !== CLASS.digit)
        return at;
    }
    at += length;
  }
  return at;
}

/** Thousands marks go, one decimal point stays; dates and lists fall apart: "2016.8" and "3,4" are two numbers each. */
function* numbersIn(
  text: string,
  start: number,
  end: number,
): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  const run = text.slice(start, end);
  if (/^\d+$/.test(run)) {
    yield { text: run, start, end };
  } else if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(run)) {
    yield { text: run.replaceAll(',', ''), start, end };
  } else if (/^\d+\.\d+$/.test(run) && !/^(?:1[89]|20)\d\d\.\d{1,2}$/.test(run)) {
    yield { text: run, start, end };
  } else {
    for (const { 0: part, index } of run.matchAll(/[^.,]+/g)) {
      yield { text: asciiDigits(part), start: start + index, end: start + index + part.length };
    }
  }
}

/** Digits of other scripts as 0 to 9: their blocks hold ten in a row, beginning at a multiple of their zero. */
function asciiDigits(digits: string): string {
  if (/^[0-9]+$/.test(digits)) return digits;
  return [...digits].map((digit) => zeroOffset(digit)).join('');
}

function zeroOffset(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Without accents in the scripts that take them lightly, without apostrophes and the possessive's s. */
function comparableWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/['’‘ʼʻ`´]s$/u, '')
    .replace(/['’‘ʼʻ`´]/gu, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .normalize('NFC');
}
