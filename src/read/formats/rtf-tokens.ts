/** A piece of Rich Text Format (1.9.1): a brace, a control word with its number, a control symbol, or bytes of text. */
export type RtfToken =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | undefined }
  /** `\~`, `\-`, `\_`, `\*`. */
  | { readonly type: 'symbol'; readonly name: string }
  /** Text as it stands, line ends left out; `\\`, `\{`, `\}` and `\'hh` are one byte each. */
  | { readonly type: 'bytes'; readonly bytes: readonly number[] };

const LONGEST_WORD = 40;
/** Bytes handed over at a time. */
const LONGEST_RUN = 4096;

/** The tokens of a file, one by one. Binary data after `\bin` is passed over. Never fails: what is no token is text. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let run: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) {
      const next = bytes[at + 1];
      const escaped = escapedByte(bytes, at);
      if (escaped !== undefined) {
        run.push(escaped.byte);
        at = escaped.end;
      } else {
        if (run.length > 0) yield { type: 'bytes', bytes: run };
        run = [];
        const read = controlAt(bytes, at, next);
        yield read.token;
        at = read.end;
      }
    } else if (byte === 0x7b || byte === 0x7d) {
      if (run.length > 0) yield { type: 'bytes', bytes: run };
      run = [];
      yield { type: byte === 0x7b ? 'open' : 'close' };
      at++;
    } else {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) run.push(byte);
      at++;
    }
    if (run.length >= LONGEST_RUN) {
      yield { type: 'bytes', bytes: run };
      run = [];
    }
  }
  if (run.length > 0) yield { type: 'bytes', bytes: run };
}

function escapedByte(bytes: Uint8Array, at: number): { readonly byte: number; readonly end: number } | undefined {
  const next = bytes[at + 1];
  if (next === 0x5c || next === 0x7b || next === 0x7d) return { byte: next, end: at + 2 };
  if (next !== 0x27) return undefined;
  const [high, low] = [hexDigit(bytes[at + 2]), hexDigit(bytes[at + 3])];
  return high === undefined || low === undefined ? undefined : { byte: high * 16 + low, end: at + 4 };
}

export function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function controlAt(
  bytes: Uint8Array,
  at: number,
  next: number | undefined,
): { readonly token: RtfToken; readonly end: number } {
  if (next === undefined) return { token: { type: 'symbol', name: '' }, end: at + 1 };
  // A line end behind a backslash is a paragraph end.
  if (next === 0x0a || next === 0x0d) return { token: { type: 'word', name: 'par', value: undefined }, end: at + 2 };
  if (!isLetter(next)) return { token: { type: 'symbol', name: String.fromCharCode(next) }, end: at + 2 };
  let end = at + 1;
  let name = '';
  while (isLetter(bytes[end]) && name.length < LONGEST_WORD) name += String.fromCharCode(bytes[end++] ?? 0);
  let digits = '';
  if (bytes[end] === 0x2d && isDigit(bytes[end + 1])) {
    digits = '-';
    end++;
  }
  while (isDigit(bytes[end]) && digits.length < 11) digits += String.fromCharCode(bytes[end++] ?? 0);
  const value = digits === '' ? undefined : Number(digits);
  // One space ends the word and belongs to it.
  if (bytes[end] === 0x20) end++;
  if (name === 'bin') end = Math.min(bytes.length, end + Math.max(0, value ?? 0));
  return { token: { type: 'word', name, value }, end };
}
