/** A string or number of a JSON text, with the place where it stands. */
export interface JsonLeaf {
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  /** A string decoded; a number as written, since figures of twenty digits are names of things. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type JsonReading =
  | { readonly type: 'read'; readonly leaves: readonly JsonLeaf[]; readonly end: number }
  | { readonly type: 'failed'; readonly reason: 'damaged' | 'too-deep' | 'too-many' };

export interface JsonLimits {
  readonly depth: number;
  readonly leaves: number;
}

interface Frame {
  /** Of an object, the current key; of a list, the current index. */
  step: string | number;
  readonly list: boolean;
}

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * The strings and numbers of one JSON value (RFC 8259), in order, from `from` on; a stack of its own, so depth costs no
 * recursion. Keys that stand twice are both read. White space around the value belongs to it.
 */
export function jsonLeaves(text: string, from: number, limits: JsonLimits): JsonReading {
  const leaves: JsonLeaf[] = [];
  const frames: Frame[] = [];
  const cursor: Cursor = { text, at: from };
  for (;;) {
    skip(cursor);
    const char = text[cursor.at];
    if (char === '{' || char === '[') {
      if (frames.length >= limits.depth) return { type: 'failed', reason: 'too-deep' };
      const opened = open(cursor, char === '[');
      if (opened === 'damaged') return { type: 'failed', reason: 'damaged' };
      if (opened !== 'empty') {
        frames.push(opened);
        continue;
      }
    } else {
      const scalar = takeScalar(cursor);
      if (scalar === undefined) return { type: 'failed', reason: 'damaged' };
      if (scalar.value !== undefined) {
        if (leaves.length >= limits.leaves) return { type: 'failed', reason: 'too-many' };
        leaves.push({ path: pathOf(frames), value: scalar.value, start: scalar.start, end: cursor.at });
      }
    }
    const next = afterValue(cursor, frames);
    if (next === 'end') return { type: 'read', leaves, end: cursor.at };
    if (next === 'damaged') return { type: 'failed', reason: 'damaged' };
  }
}

function open(cursor: Cursor, list: boolean): Frame | 'empty' | 'damaged' {
  cursor.at++;
  skip(cursor);
  if (cursor.text[cursor.at] === (list ? ']' : '}')) {
    cursor.at++;
    return 'empty';
  }
  const frame: Frame = { step: 0, list };
  return list || takeKey(cursor, frame) ? frame : 'damaged';
}

/** A value has ended: closes what ends with it and goes on to the next one. */
function afterValue(cursor: Cursor, frames: Frame[]): 'end' | 'next' | 'damaged' {
  for (;;) {
    skip(cursor);
    const frame = frames.at(-1);
    if (frame === undefined) return 'end';
    const char = cursor.text[cursor.at++];
    if (char === ',') {
      if (!frame.list) return takeKey(cursor, frame) ? 'next' : 'damaged';
      frame.step = Number(frame.step) + 1;
      return 'next';
    }
    if (char !== (frame.list ? ']' : '}')) return 'damaged';
    frames.pop();
  }
}

function skip(cursor: Cursor): void {
  for (;;) {
    const char = cursor.text[cursor.at];
    if (char !== ' ' && char !== '\n' && char !== '\r' && char !== '\t') return;
    cursor.at++;
  }
}

/** The key before a value of an object, and its colon. */
function takeKey(cursor: Cursor, frame: Frame): boolean {
  skip(cursor);
  const name = takeString(cursor);
  skip(cursor);
  if (name === undefined || cursor.text[cursor.at] !== ':') return false;
  cursor.at++;
  frame.step = name;
  return true;
}

/** A string, a number or a word; `value` is undefined for words. Undefined when there is none of them. */
function takeScalar(cursor: Cursor): { readonly value: string | undefined; readonly start: number } | undefined {
  const start = cursor.at;
  if (cursor.text[start] === '"') {
    const value = takeString(cursor);
    return value === undefined ? undefined : { value, start };
  }
  const number = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,10})?/y;
  number.lastIndex = start;
  const found = number.exec(cursor.text)?.[0];
  const word = found ?? ['true', 'false', 'null'].find((each) => cursor.text.startsWith(each, start));
  if (word === undefined) return undefined;
  cursor.at += word.length;
  return { value: found, start };
}

/** A string, decoded; undefined when none stands here or it is damaged. */
function takeString(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (text[at] !== '"') return undefined;
  let escaped = false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      cursor.at = i + 1;
      return escaped ? unescaped(text.slice(at, i + 1)) : text.slice(at + 1, i);
    }
    // Control characters must be escaped; the backslash takes the next character with it.
    if (code < 0x20) return undefined;
    if (code === 0x5c) {
      escaped = true;
      i++;
    }
  }
  return undefined;
}

function unescaped(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // An escape that JSON does not have: the text is damaged.
    return undefined;
  }
}

function pathOf(frames: readonly Frame[]): string {
  return frames
    .map(({ step }) => `/${String(step).slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
