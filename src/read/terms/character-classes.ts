import { simplifiedCharacters } from '../han-variants.ts';
import { once } from '../once.ts';

/** What a character is to whoever cuts a text into units. */
export const CLASS = {
  mark: 0,
  space: 1,
  letter: 2,
  digit: 3,
  syllable: 4,
  han: 5,
  combining: 6,
  apostrophe: 7,
} as const;

/**
 * Blocks of the basic plane of which every unit has one class: three quarters of it, which a process that indexes need not
 * ask about one by one. First and last unit.
 */
const BLOCKS: readonly (readonly [number, number, number])[] = [
  [0x3400, 0x4dbf, CLASS.han],
  [0x4e00, 0x9fff, CLASS.han],
  [0xac00, 0xd7a3, CLASS.syllable],
  // Halves of surrogate pairs, and what is for private use.
  [0xd800, 0xf8ff, CLASS.mark],
];

/** The class of each UTF-16 unit of the basic plane: a regular expression for each character would cost ten times more. */
export const classes: () => Uint8Array = once(() => {
  const table = new Uint8Array(0x1_0000);
  let code = 0;
  const askUpTo = (end: number): void => {
    for (; code < end; code++) table[code] = classOfCharacter(String.fromCharCode(code));
  };
  for (const [first, last, value] of BLOCKS) {
    askUpTo(first);
    code = last + 1;
    table.fill(value, first, code);
  }
  askUpTo(table.length);
  return table;
});

/** The class of any character; the table of the basic plane is made with it. */
export function classOfCharacter(character: string): number {
  if (/^\p{Script=Hangul}$/u.test(character) && /^\p{L}$/u.test(character)) return CLASS.syllable;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]$/u.test(character)) {
    return /^[\p{L}\p{N}]$/u.test(character) ? CLASS.han : CLASS.mark;
  }
  if (/^\p{Nd}$/u.test(character)) return CLASS.digit;
  if (/^[\p{L}\p{N}]$/u.test(character)) return CLASS.letter;
  if (/^\p{M}$/u.test(character)) return CLASS.combining;
  if (/^\s$/u.test(character)) return CLASS.space;
  if (/^['’‘ʼʻ`´]$/u.test(character)) return CLASS.apostrophe;
  return CLASS.mark;
}

/**
 * The simplified form of a Han character, by OpenCC's tables (Apache-2.0) one character at a time, so that offsets stay;
 * the character itself when there is none.
 */
export function simplifiedCharacter(character: string): string {
  return simplified().get(character) ?? character;
}

/** Traditional characters as simplified ones, one at a time, so that places stay. */
export function simplifiedText(text: string): string {
  let made = '';
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x3400 || code > 0x9fff) continue;
    const other = simplifiedCodes()[code] ?? 0;
    // One of two units would move all places after it.
    if (other === 0 || other > 0xffff) continue;
    made += text.slice(taken, at) + String.fromCharCode(other);
    taken = at + 1;
  }
  return taken === 0 ? text : made + text.slice(taken);
}

/** The code point of the simplified form of each character of one unit that has one; 0 for all others. */
const simplifiedCodes: () => Uint32Array = once(() => {
  const table = new Uint32Array(0x1_0000);
  for (const [from, to] of simplified()) if (from.length === 1) table[from.charCodeAt(0)] = to.codePointAt(0) ?? 0;
  return table;
});

/** The same as `simplifiedCharacter`, by code points: no text is made for it. */
export function simplifiedCode(code: number): number {
  if (code <= 0xffff) return simplifiedCodes()[code] || code;
  return simplifiedCharacter(String.fromCodePoint(code)).codePointAt(0) ?? code;
}

const simplified: () => ReadonlyMap<string, string> = once(() => {
  const map = new Map(simplifiedCharacters());
  // 麼 becomes 么, and 么 by itself 幺: each goes on to where none changes any more, so that all of them meet.
  for (const character of map.keys()) {
    for (let step = 0; step < map.size; step++) {
      const next = map.get(map.get(character) ?? '');
      if (next === undefined || next === map.get(character)) break;
      map.set(character, next);
    }
  }
  return map;
});
