import { once } from '../once.ts';
import { englishStem } from './english-stem.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import type { Alternative, QueryTerm } from './query-term.ts';
import { cutUnits, isUnspaced, type Unit, type UnitTaker } from './units.ts';
import { type Value, valuesOf } from './values.ts';

/**
 * What is looked for in texts: every alternative of some terms, with a number for each word. A search cuts hundreds of
 * texts for a few terms, so that of all other units only their place, kind and gap are kept.
 */
export class Sought {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  /** Of words that were met, their number and that of their stem. */
  readonly #met = new Map<string, SoughtWord>();
  readonly #units = new Map<Alternative, SoughtUnits>();
  readonly #stemOf = new Map<Alternative, number>();
  /** By UTF-16 unit, what of all that is looked for begins with it. Most units of a text are told apart by this alone. */
  readonly #begins = new Uint8Array(0x1_0000);

  constructor(terms: readonly QueryTerm[]) {
    for (const { alternatives } of terms) for (const each of alternatives) this.#add(each);
  }

  #add(alternative: Alternative): void {
    if (alternative.type === 'stem' && !this.#stemOf.has(alternative)) {
      this.#mark(alternative.unit.text, BEGINS.stem);
      this.#stemOf.set(alternative, numberIn(this.#stems, stemOf(alternative.unit.text)));
    }
    if (alternative.type !== 'units' || this.#units.has(alternative)) return;
    const codes = alternative.units.map((unit) => {
      if (isUnspaced(unit)) return characterCode(unit.text.codePointAt(0) ?? 0, unit.kind);
      this.#mark(unit.text, BEGINS.word);
      return -numberIn(this.#words, wordKey(unit.text, unit.kind));
    });
    const [first] = alternative.units;
    if (first !== undefined && isUnspaced(first)) this.#mark(first.text, BEGINS.character);
    this.#units.set(alternative, { units: alternative.units, codes });
  }

  #mark(text: string, what: number): void {
    const unit = text.charCodeAt(0);
    this.#begins[unit] = (this.#begins[unit] ?? 0) | what;
  }

  /** Whether anything that is looked for may begin with a character. */
  mayBegin(code: number): boolean {
    const unit = code > 0xffff ? 0xd800 + ((code - 0x1_0000) >> 10) : code;
    return ((this.#begins[unit] ?? 0) & BEGINS.character) !== 0;
  }

  /** The numbers of a word and of its stem; 0 where it is not looked for. */
  word(text: string, kind: 'word' | 'number'): SoughtWord {
    const begins = this.#begins[text.charCodeAt(0)] ?? 0;
    if (begins === 0) return NOT_SOUGHT;
    const key = wordKey(text, kind);
    let met = this.#met.get(key);
    if (met === undefined) {
      const word = (begins & BEGINS.word) === 0 ? 0 : (this.#words.get(key) ?? 0);
      // No rule of the stemmer changes the first letter of a word.
      const hasStem = kind === 'word' && (begins & BEGINS.stem) !== 0;
      const stem = hasStem ? (this.#stems.get(stemOf(text)) ?? 0) : 0;
      met = word === 0 && stem === 0 ? NOT_SOUGHT : { word, stem };
      this.#met.set(key, met);
    }
    return met;
  }

  /** What an alternative asks for. Throws for one that nobody said would be looked for. */
  unitsOf(alternative: Alternative): SoughtUnits {
    return known(this.#units.get(alternative));
  }

  /** The number of the stem that an alternative asks for; throws like `unitsOf`. */
  stemOf(alternative: Alternative): number {
    return known(this.#stemOf.get(alternative));
  }
}

export interface SoughtUnits {
  readonly units: readonly Unit[];
  /** As `SearchedText` has them. */
  readonly codes: readonly number[];
}

const BEGINS = { character: 1, word: 2, stem: 4 } as const;

/** Above all code points: what tells a syllable from a Han character. */
const SYLLABLE = 0x20_0000;

function characterCode(code: number, kind: Unit['kind']): number {
  return kind === 'syllable' ? code | SYLLABLE : code;
}

/** No word has a space. */
function wordKey(text: string, kind: Unit['kind']): string {
  return kind === 'number' ? ` ${text}` : text;
}

interface SoughtWord {
  readonly word: number;
  readonly stem: number;
}

const NOT_SOUGHT: SoughtWord = { word: 0, stem: 0 };

function known<T>(found: T | undefined): T {
  // Finding nothing would look as if the text did not have it.
  if (found === undefined) throw new Error('a text was asked for a term that it was not prepared for');
  return found;
}

function numberIn(numbers: Map<string, number>, text: string): number {
  const have = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, have);
  return have;
}

function stemOf(word: string): string {
  return englishStem(word) ?? word;
}

/** A text that is ready to be looked through for some terms. */
export interface SearchedText {
  readonly sought: Sought;
  /** Units in the text. */
  readonly length: number;
  /** Of each unit `CELLS` numbers: see `codeAt` and those after it. */
  readonly cells: Int32Array;
  /** Where units stand with which something begins that is looked for, by code. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Words of each stem that is looked for. */
  readonly stems: ReadonlyMap<number, readonly number[]>;
  /** Numbers and dates that it writes in a form of its own; worked out when first asked for. */
  readonly values: () => readonly Value[];
}

const CELLS = 4;
const GAPS = { none: 0, space: 1, break: 2 } as const;

/** What a unit is: of one text and what is sought, equal for equal units; 0 for words that are not looked for, and beyond the end. */
export function codeAt({ cells, length }: SearchedText, at: number): number {
  return at < length ? (cells[at * CELLS] ?? 0) : 0;
}

/** The UTF-16 offset in the text as it was given at which a unit begins. */
export function startAt({ cells }: SearchedText, at: number): number {
  return cells[at * CELLS + 1] ?? 0;
}

export function endAt({ cells }: SearchedText, at: number): number {
  return cells[at * CELLS + 2] ?? 0;
}

/** Whether nothing stands between a unit and the one before it. */
export function isJoinedAt({ cells }: SearchedText, at: number): boolean {
  return cells[at * CELLS + 3] === GAPS.none;
}

/** Whether more than white space does. */
export function isPartedAt({ cells }: SearchedText, at: number): boolean {
  return cells[at * CELLS + 3] === GAPS.break;
}

/** The code of a Korean syllable; 0 where none stands. */
export function syllableAt(text: SearchedText, at: number): number {
  const code = codeAt(text, at);
  return code >= SYLLABLE ? code - SYLLABLE : 0;
}

/** Prepares a text to be looked through for what is sought. One pass; what it holds is found without reading it again. */
export function searchedText(text: string, sought: Sought): SearchedText {
  const folded = foldText(text);
  const units = new TakenUnits(folded, sought);
  cutUnits(folded, units);
  return units;
}

class TakenUnits implements UnitTaker, SearchedText {
  length = 0;
  readonly cells: Int32Array;
  readonly places = new Map<number, number[]>();
  readonly stems = new Map<number, number[]>();
  readonly sought: Sought;
  readonly values: () => readonly Value[];

  constructor(folded: FoldedText, sought: Sought) {
    this.sought = sought;
    this.values = once(() => valuesOf(folded));
    // No text has more units than UTF-16 units.
    this.cells = new Int32Array(folded.text.length * CELLS);
  }

  takeWord(text: string, kind: 'word' | 'number', gap: Unit['gap'], start: number, end: number): void {
    const { word, stem } = this.sought.word(text, kind);
    if (word > 0) push(this.places, -word, this.length);
    if (stem > 0) push(this.stems, stem, this.length);
    this.#put(-word, gap, start, end);
  }

  takeCharacter(point: number, kind: 'han' | 'syllable', gap: Unit['gap'], start: number, end: number): void {
    const code = characterCode(point, kind);
    if (this.sought.mayBegin(point)) push(this.places, code, this.length);
    this.#put(code, gap, start, end);
  }

  #put(code: number, gap: Unit['gap'], start: number, end: number): void {
    const at = this.length++ * CELLS;
    const { cells } = this;
    cells[at] = code;
    cells[at + 1] = start;
    cells[at + 2] = end;
    cells[at + 3] = GAPS[gap];
  }
}

function push(places: Map<number, number[]>, code: number, at: number): void {
  const have = places.get(code);
  if (have === undefined) places.set(code, [at]);
  else have.push(at);
}
