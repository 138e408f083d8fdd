import type { Comparator } from '../claim.ts';
import type { CjkNumber } from './cjk-number.ts';

/** A stretch of words that names what is counted. */
export interface Counted {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/** Money or percent behind a number; `factor` makes the stated number one of `unit` (七成 is 70 percent). */
export interface Measure {
  readonly end: number;
  readonly unit: string;
  readonly form: 'money' | 'percent';
  readonly factor: number;
}

/**
 * A measure word: the unit of what it counts when no noun says it, and whether it decides whatever noun stands there
 * (`person`, and `case` of what happened), leaves it to the noun (`plain`) or counts nothing but itself (`measure`).
 */
export interface CountingWord {
  readonly unit: string;
  readonly kind: 'person' | 'case' | 'plain' | 'measure';
}

/** A measure word behind a number. */
export interface Counter extends CountingWord {
  readonly end: number;
}

/** What shows that a number counts: its measure word, a word that limits it. */
export interface CountedBy {
  readonly counter: Counter | undefined;
  readonly isLimited: boolean;
}

/** A quantity that fixed words say as a whole; a null value has none. */
export interface Fixed {
  readonly end: number;
  readonly value: number | null;
  readonly unit: string;
  readonly op: Comparator | '?';
}

/** What a language puts around its numbers. All positions are of a folded text, all looks are bounded. */
export interface QuantityGrammar {
  /** What a quantity can begin with: every other character is passed over by one look. */
  readonly starts: ReadonlySet<string>;
  readonly numberAt: (text: string, at: number) => CjkNumber | undefined;
  /** Two numbers beside each other that mean one between them: 三五人, 두세 명. */
  readonly guessAt: (
    text: string,
    at: number,
  ) => { readonly end: number; readonly low: number; readonly high: number } | undefined;
  readonly vagueAt: (text: string, at: number) => { readonly end: number; readonly share: boolean } | undefined;
  /** Fixed words that say a quantity as a whole: 一家也没有, 열에 일곱. */
  readonly fixedAt: (text: string, at: number) => Fixed | undefined;
  /** The currency of a number that names none, where what is done with it says that it is money: 奖三千. */
  readonly implied: (text: string, place: { readonly start: number; readonly end: number }) => string | undefined;
  /** Whether nothing is counted (dates, ages, labels); then where what is not a quantity ends. */
  readonly skipTo: (text: string, number: CjkNumber) => number | undefined;
  readonly currencyBefore: (text: string, at: number) => { readonly start: number; readonly unit: string } | undefined;
  readonly moreAt: (text: string, at: number) => { readonly end: number; readonly op: Comparator } | undefined;
  readonly measureAt: (text: string, at: number, number: Pick<CjkNumber, 'value' | 'form'>) => Measure | undefined;
  readonly counterAt: (text: string, at: number) => Counter | undefined;
  readonly before: (text: string, at: number) => { readonly start: number; readonly op: Comparator } | undefined;
  readonly after: (text: string, at: number) => { readonly end: number; readonly op: Comparator } | undefined;
  /** Between the two ends of a range. */
  readonly joint: RegExp;
  /** Behind two numbers that are the ends of a change and no range. */
  readonly changes: RegExp;
  /** Between the numbers of a list. */
  readonly list: RegExp;
  readonly nounAfter: (text: string, at: number, counter: Counter | undefined) => Counted | undefined;
  /** `isLinked`: a counter or a limit shows that the number counts. */
  readonly nounBefore: (text: string, at: number, number: CountedBy) => Counted | undefined;
  readonly periodBefore: (text: string, at: number) => string | undefined;
  readonly periodAfter: (text: string, at: number) => { readonly end: number; readonly per: string } | undefined;
}

/** What limits a number from before, with one more such phrase before it (至少约…, 최소 약 …): the stronger of the two counts. */
export function twice(phraseBefore: QuantityGrammar['before']): QuantityGrammar['before'] {
  return (text, at) => {
    const inner = phraseBefore(text, at);
    const outer = inner && phraseBefore(text, inner.start);
    if (inner === undefined || outer === undefined) return inner;
    const weak = inner.op === '~' || inner.op === '=';
    return { start: outer.start, op: weak && outer.op !== '=' ? outer.op : inner.op };
  };
}
