import { ANY_DIGIT, needsOf } from './pattern-needs.ts';

/**
 * A pattern that is asked only of texts that hold what it cannot do without. Most of what is looked for in a sentence is not there, and a
 * pattern that is tried at each place of it costs a hundred times more than one look at which letters stand in it (docs/read.md).
 */
export interface Sought {
  /** The pattern itself, where it must be asked from a place on. */
  readonly pattern: RegExp;
  /** Whether it could match: false is sure, true is not. */
  readonly mayBeIn: (text: string) => boolean;
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
}

/** A pattern with what it needs; that is read from its source at the first text. It must be neither global nor sticky for `test` and `exec`. */
export function sought(pattern: RegExp): Sought {
  let needs: Int32Array | undefined;
  const mayBeIn = (text: string): boolean => {
    if (text.length > LONGEST) return true;
    needs ??= slotsOf(needsOf(pattern));
    return needs.length === 0 || holds(lettersOf(text), needs);
  };
  return {
    pattern,
    mayBeIn,
    test: (text) => mayBeIn(text) && pattern.test(text),
    exec: (text) => (mayBeIn(text) ? pattern.exec(text) : null),
  };
}

/** A text that is longer than any sentence holds most letters in most ways. */
const LONGEST = 1500;

/** Slots for the letters of a text, by one, two and three; different ones may share a slot, and then a pattern is asked in vain. */
const SLOTS = 1 << 12;

/** Turns are counted up to here, in two bytes: what is looked at so often should lie close together. */
const LAST_TURN = 0xffff;

/** Which letters stand in a text: the slots that hold `turn`. */
interface Letters {
  text: string;
  turn: number;
  readonly slots: Uint16Array;
}

/**
 * The letters of the texts that were asked about last: of one sentence, its clauses and its other forms. They are looked at once for all the
 * patterns that are asked of them, and forgotten with the next sentences.
 */
const latest: Letters[] = Array.from({ length: 4 }, () => ({ text: '', turn: 0, slots: new Uint16Array(SLOTS) }));
let next = 0;

function lettersOf(text: string): Letters {
  for (const letters of latest) if (letters.text === text) return letters;
  const letters = latest[next] ?? { text: '', turn: 0, slots: new Uint16Array(SLOTS) };
  next = (next + 1) % latest.length;
  letters.text = text;
  letters.turn = (letters.turn + 1) % LAST_TURN;
  if (letters.turn === 0) letters.slots.fill(LAST_TURN);
  note(letters);
  return letters;
}

function note({ text, turn, slots }: Letters): void {
  let [before, last] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code > LAST_SMALL || code < FIRST_SMALL) {
      slots[code & (SLOTS - 1)] = turn;
      if (code >= ZERO && code <= NINE) slots[0] = turn;
      if (last > LAST_SMALL) slots[pairSlot(last, code)] = turn;
    }
    slots[tripleSlot(before, last, code)] = turn;
    before = last;
    last = code;
  }
}

const FIRST_SMALL = 0x61;
const LAST_SMALL = 0x7a;
const ZERO = 0x30;
const NINE = 0x39;

function foldedCode(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  // The two letters beyond ASCII that are forms of plain ones where case is folded: ſ and the sign of Kelvin.
  return code === 0x17f ? 0x73 : code === 0x212a ? 0x6b : code;
}

function pairSlot(one: number, two: number): number {
  return (one * 251 + two * 7 + 1) & (SLOTS - 1);
}

function tripleSlot(one: number, two: number, three: number): number {
  return (one * 961 + two * 31 + three * 517 + 3) & (SLOTS - 1);
}

/** Ways to match as slots, each behind their count; none when anything could match. */
function slotsOf(ways: readonly string[] | undefined): Int32Array {
  const all: number[] = [];
  for (const way of ways ?? []) {
    const slots = slotsOfWay(way);
    if (slots.length === 0) return new Int32Array(0);
    all.push(slots.length, ...slots);
  }
  return Int32Array.from(all);
}

function slotsOfWay(way: string): readonly number[] {
  if (way === ANY_DIGIT) return [0];
  const slots: number[] = [];
  for (let at = 0; at < way.length && slots.length < 4; at++) {
    const [one, two, three] = [way.charCodeAt(at), way.charCodeAt(at + 1), way.charCodeAt(at + 2)];
    const isPlain = one >= FIRST_SMALL && one <= LAST_SMALL;
    if (at + 2 < way.length) slots.push(tripleSlot(one, two, three));
    else if (at + 1 < way.length && one > LAST_SMALL && !(two >= FIRST_SMALL && two <= LAST_SMALL))
      slots.push(pairSlot(one, two));
    else if (!isPlain && one !== SPACE) slots.push(one & (SLOTS - 1));
  }
  return slots;
}

const SPACE = 0x20;

function holds({ turn, slots }: Letters, needs: Int32Array): boolean {
  for (let at = 0; at < needs.length; ) {
    const end = at + 1 + (needs[at] ?? 0);
    let isThere = true;
    for (let i = at + 1; i < end; i++)
      if (slots[needs[i] ?? 0] !== turn) {
        isThere = false;
        break;
      }
    if (isThere) return true;
    at = end;
  }
  return false;
}
