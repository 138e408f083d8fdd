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
  /** Whether something that is looked for begins with a character of one unit. */
  readonly #begins = new Uint8Array(0x1_0000);
  readonly #beginsAstral = new Set<number>();

  constructor(terms: readonly QueryTerm[]) {
    for (const { alternatives } of terms) for (const each of alternatives) this.#add(each);
  }

  #add(alternative: Alternative): void {
    if (alternative.type === 'stem' && !this.#stemOf.has(alternative)) {
      this.#stemOf.set(alternative, numberIn(this.#stems, stemOf(alternative.unit.text)));
    }
    if (alternative.type !== 'units' || this.#units.has(alternative)) return;
    const codes = alternative.units.map((unit) =>
      isUnspaced(unit) ? (unit.text.codePointAt(0) ?? 0) : -numberIn(this.#words, unit.text),
    );
    const [first = 0] = codes;
    if (first > 0xffff) this.#beginsAstral.add(first);
    else if (first > 0) this.#begins[first] = 1;
    this.#units.set(alternative, { units: alternative.units, codes });
  }

  /** Whether anything that is looked for begins with a character. */
  begins(code: number): boolean {
    return code > 0xffff ? this.#beginsAstral.has(code) : this.#begins[code] === 1;
  }

  /** The numbers of a word and of its stem; 0 where it is not looked for. */
  word(text: string, kind: 'word' | 'number'): SoughtWord {
    if (kind === 'number' || this.#stems.size === 0) {
      const word = this.#words.get(text);
      return word === undefined ? NOT_SOUGHT : { word, stem: 0 };
    }
    let met = this.#met.get(text);
    if (met === undefined) {
      met = { word: this.#words.get(text) ?? 0, stem: this.#stems.get(stemOf(text)) ?? 0 };
      this.#met.set(text, met);
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
  /** Code points of characters; the numbers of words below zero. */
  readonly codes: readonly number[];
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
  /** Code points of characters; the numbers of words that are looked for below zero, 0 for all others. */
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: readonly Unit['kind'][];
  readonly gaps: readonly Unit['gap'][];
  /** Where units stand with which something begins that is looked for, by code. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Words of each stem that is looked for. */
  readonly stems: ReadonlyMap<number, readonly number[]>;
  /** Numbers and dates that it writes in a form of its own; worked out when first asked for. */
  readonly values: () => readonly Value[];
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
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Unit['kind'][] = [];
  readonly gaps: Unit['gap'][] = [];
  readonly places = new Map<number, number[]>();
  readonly stems = new Map<number, number[]>();
  readonly sought: Sought;
  readonly values: () => readonly Value[];

  constructor(folded: FoldedText, sought: Sought) {
    this.sought = sought;
    this.values = once(() => valuesOf(folded));
    // No text has more units than UTF-16 units.
    const most = folded.text.length;
    this.codes = new Int32Array(most);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
  }

  takeWord(text: string, kind: 'word' | 'number', gap: Unit['gap'], start: number, end: number): void {
    const { word, stem } = this.sought.word(text, kind);
    if (word > 0) push(this.places, -word, this.length);
    if (stem > 0) push(this.stems, stem, this.length);
    this.#put(-word, kind, gap, start, end);
  }

  takeCharacter(code: number, kind: 'han' | 'syllable', gap: Unit['gap'], start: number, end: number): void {
    if (this.sought.begins(code)) push(this.places, code, this.length);
    this.#put(code, kind, gap, start, end);
  }

  #put(code: number, kind: Unit['kind'], gap: Unit['gap'], start: number, end: number): void {
    const at = this.length++;
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
    this.kinds.push(kind);
    this.gaps.push(gap);
  }
}

function push(places: Map<number, number[]>, code: number, at: number): void {
  const have = places.get(code);
  if (have === undefined) places.set(code, [at]);
  else have.push(at);
}
