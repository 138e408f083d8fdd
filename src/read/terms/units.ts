import { CLASS, classes, classOfCharacter, simplifiedCharacter } from './character-classes.ts';
import { type FoldedText, foldText, givenSpan } from './folded-text.ts';

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

/**
 * Cuts a text into units (docs/search.md S1 to S4), in one pass. Everything that is no letter, number or syllable only
 * parts. Empty for a text without any.
 */
export function unitsOf(text: string): readonly Unit[] {
  return unitsOfFolded(foldText(text));
}

/** The same for a text that is folded already. */
export function unitsOfFolded(folded: FoldedText): readonly Unit[] {
  const { text } = folded;
  const table = classes();
  const units: Unit[] = [];
  let gap: Unit['gap'] = 'break';
  const push = (kind: Unit['kind'], made: string, start: number, end: number): void => {
    units.push({ text: made, kind, gap, ...givenSpan(folded, start, end) });
    gap = 'none';
  };
  for (let at = 0; at < text.length; ) {
    const length = charLength(text, at);
    const kind = classAt(text, at, length, table);
    if (kind === CLASS.letter) {
      const end = endOfWord(text, at, table);
      const word = comparableWord(text.slice(at, end));
      if (word !== '') push('word', word, at, end);
      at = end;
    } else if (kind === CLASS.digit) {
      const end = endOfDigits(text, at, table);
      for (const part of numbersIn(text, at, end)) {
        if (part.start > at) gap = 'break';
        push('number', part.text, part.start, part.end);
      }
      at = end;
      if (text[at] === '%') {
        push('word', PERCENT, at, at + 1);
        at++;
      }
    } else if (kind === CLASS.han) {
      push('han', simplifiedCharacter(text.slice(at, at + length)), at, at + length);
      at += length;
    } else if (kind === CLASS.syllable) {
      push('syllable', text.slice(at, at + length), at, at + length);
      at += length;
    } else {
      gap = gapAfter(gap, kind);
      at += length;
    }
  }
  return units;
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
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(run)) {
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
