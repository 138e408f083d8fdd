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

// One pass, no nested repetition over the same characters: linear on any input.
const PIECE =
  /\s+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,]\d+)*(?:[eE][+-]?\d{1,3}(?![\p{L}\d]))?|(?<![\p{L}\d])\.\d+|./gsu;

/** What may stand as one number; anything else of digits, points and commas is a list, a version or an address. */
const ONE_NUMBER =
  /^(?:\d+|\d*\.\d+|\d+(?:\.\d+)?[eE][+-]?\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2})$/;

/** Cuts text into tokens; white space is left out. Returns [] for an empty text. `offset` is added to all positions. */
export function tokensOf(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const start = offset + match.index;
    if (/^\s/.test(piece)) {
      spaced = true;
      continue;
    }
    if (/^\.?\d/.test(piece)) pushNumbers(tokens, piece, start, spaced);
    else {
      const word = /^\p{L}/u.test(piece);
      const lower = word ? piece.toLowerCase().replaceAll('’', "'") : piece;
      tokens.push({ start, end: start + piece.length, text: piece, lower, kind: word ? 'word' : 'symbol', spaced });
    }
    spaced = false;
  }
  return tokens;
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

/** The value of a number token: separators of thousands removed, a decimal comma read as one. */
export function digitsValue(text: string): number {
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return Number(text.replaceAll('.', ''));
  return Number(text.replaceAll(',', ''));
}
