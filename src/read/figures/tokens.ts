/** A word, a number written in digits, or one other character; offsets are UTF-16 units of the text it was cut from. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, with typographic apostrophes made plain: what word lists are compared with. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'symbol';
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** What may stand as one number; anything else of digits, points and commas is a list, a version or an address. */
const ONE_NUMBER =
  /^(?:\d+|\d*\.\d+|\d+(?:\.\d+)?[eE][+-]?\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2})$/;

/**
 * Cuts text into tokens; white space is left out. Returns [] for an empty text. `offset` is added to all positions. One
 * pass over the characters; written out rather than as a pattern because every word of every layer goes through it.
 */
export function tokensOf(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at++;
      continue;
    }
    const letter = letterLength(text, at);
    if (letter > 0) {
      const end = wordEnd(text, at + letter);
      const word = text.slice(at, end);
      const lower = plainApostrophes(word.toLowerCase());
      tokens.push({ start: offset + at, end: offset + end, text: word, lower, kind: 'word', spaced });
      at = end;
    } else if (isDigit(code) || (code === POINT && isDigit(text.charCodeAt(at + 1)) && !glued(text, at))) {
      const end = numberEnd(text, at);
      pushNumbers(tokens, text.slice(at, end), offset + at, spaced);
      at = end;
    } else {
      const end = at + (isHighSurrogate(code) && at + 1 < text.length ? 2 : 1);
      const mark = text.slice(at, end);
      tokens.push({ start: offset + at, end: offset + end, text: mark, lower: mark, kind: 'symbol', spaced });
      at = end;
    }
    spaced = false;
  }
  return tokens;
}

/** Most words have none, and asking is cheaper than replacing. */
function plainApostrophes(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}

const POINT = 0x2e;
const COMMA = 0x2c;
const SMALL_E = 0x65;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** UTF-16 units of the letter at `at`; 0 when none stands there. */
function letterLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 1 : 0;
  const length = isHighSurrogate(code) ? 2 : 1;
  // Han and syllables of Hangul, which most of such texts are written in.
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) return 1;
  return /^\p{L}/u.test(text.slice(at, at + length)) ? length : 0;
}

// Letters and their marks; an apostrophe only between letters, so that "don't" is one word and "guards'" is not.
function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const letter = letterLength(text, at);
    if (letter > 0) at += letter;
    else if (isApostrophe(text.charCodeAt(at)) && letterLength(text, at + 1) > 0) at++;
    else if (text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2)))
      at += isHighSurrogate(text.charCodeAt(at)) ? 2 : 1;
    else return at;
  }
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** Digits with single points and commas inside, and an exponent that ends there. */
function numberEnd(text: string, from: number): number {
  let at = from;
  if (text.charCodeAt(at) === POINT) at++;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at++;
    else if ((code === POINT || code === COMMA) && isDigit(text.charCodeAt(at + 1))) at++;
    else break;
  }
  if ((text.charCodeAt(at) | 0x20) !== SMALL_E) return at;
  const exponent = /^[eE][+-]?\d{1,3}(?![\p{L}\d])/u.exec(text.slice(at, at + 6));
  return exponent === null ? at : at + exponent[0].length;
}

function glued(text: string, at: number): boolean {
  return at > 0 && (isDigit(text.charCodeAt(at - 1)) || letterLength(text, at - 1) > 0);
}

function pushNumbers(tokens: Token[], piece: string, start: number, spaced: boolean): void {
  const parts = ONE_NUMBER.test(piece) ? [piece] : piece.split(/([.,])/).filter((part) => part !== '');
  let at = start;
  for (const part of parts) {
    const kind = /\d/.test(part) ? 'number' : 'symbol';
    tokens.push({ start: at, end: at + part.length, text: part, lower: part, kind, spaced: spaced && at === start });
    at += part.length;
  }
}

/** Whether a word begins with a capital. */
export function startsCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(word);
}

/** The value of a number token: separators of thousands removed, a decimal comma read as one. */
export function digitsValue(text: string): number {
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''));
  return Number(text.replaceAll(',', ''));
}
