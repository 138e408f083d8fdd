import type { Quantity } from '../claim.ts';
import { languageOf } from '../script-language.ts';
import { simplifiedText } from '../terms/character-classes.ts';
import { foldText, givenSpan } from '../terms/folded-text.ts';
import { chineseNumberAt } from './chinese-number.ts';
import { CHINESE } from './chinese-quantities.ts';
import { cjkQuantities } from './cjk-quantities.ts';
import { englishNumbers } from './english-numbers.ts';
import { englishQuantities } from './english-quantities.ts';
import { koreanNumberAt } from './korean-number.ts';
import { KOREAN } from './korean-quantities.ts';
import type { QuantityForm } from './quantity-span.ts';

export type { QuantityForm } from './quantity-span.ts';

/** A quantity as a text states it; offsets are UTF-16 units of the text as it was given. */
export interface FoundQuantity extends Quantity {
  readonly start: number;
  readonly end: number;
  /** The number with its money or percent alone, without the words that limit it. */
  readonly amountStart: number;
  readonly amountEnd: number;
  /** Where `counts` stands; undefined when the text names nothing that is counted. */
  readonly countsStart: number | undefined;
  readonly countsEnd: number | undefined;
  readonly form: QuantityForm;
}

/** A number as a text writes it; offsets are UTF-16 units of the text as it was given. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** The language to read by; told from the script of the text where it is not said. */
export interface QuantityOptions {
  readonly lang?: 'en' | 'zh' | 'ko' | undefined;
}

/**
 * Finds the quantities that a text states: numbers with what limits them and what they count, in the order of the text
 * and none overlapping another (docs/read-quantities.md). Dates, ages, labels, ranks and telephone numbers are none. A
 * count without a number has the form `vague` and no value. Empty for a text without quantities. Linear in its length.
 */
export function readQuantities(text: string, { lang }: QuantityOptions = {}): readonly FoundQuantity[] {
  const language = lang ?? sniffed(text);
  if (language === 'en') {
    const same = (start: number, end: number): Place => ({ start, end });
    return englishQuantities(text).map((span) => given(text, span, same));
  }
  const folded = foldText(withoutWideCommas(text));
  const spans =
    language === 'zh' ? cjkQuantities(simplifiedText(folded.text), CHINESE) : cjkQuantities(folded.text, KOREAN);
  return spans.map((span) => given(text, span, (start, end) => givenSpan(folded, start, end)));
}

/**
 * Finds every number of a text, in digits, in words or in both, with fractions and multipliers, whatever it is for:
 * dates and ages hold numbers too. In the order of the text and none overlapping another; empty where there is none.
 */
export function readNumbers(text: string, { lang }: QuantityOptions = {}): readonly FoundNumber[] {
  const language = lang ?? sniffed(text);
  if (language === 'en') return englishNumbers(text);
  const folded = foldText(withoutWideCommas(text));
  const compared = language === 'zh' ? simplifiedText(folded.text) : folded.text;
  const numberAt = language === 'zh' ? chineseNumberAt : koreanNumberAt;
  const found: FoundNumber[] = [];
  for (let at = 0; at < compared.length; ) {
    const number = numberAt(compared, at);
    if (number !== undefined) found.push({ ...givenSpan(folded, number.inner, number.end), value: number.value });
    at = number?.end ?? at + 1;
  }
  return found;
}

/** A wide comma parts no thousands of plain digits; folded it would look as if it did (20，300). */
function withoutWideCommas(text: string): string {
  return text.replace(/(?<=\d)，|，(?=\d)/g, '；');
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function given(
  text: string,
  span: ReturnType<typeof cjkQuantities>[number],
  place: (start: number, end: number) => Place,
): FoundQuantity {
  const { start, end } = place(span.start, span.end);
  const amount = place(span.amountStart, span.amountEnd);
  const counted = span.counted && place(span.counted.start, span.counted.end);
  const { value, low, high, unit, op, form } = span;
  return {
    stated: text.slice(start, end),
    value,
    low,
    high,
    unit,
    counts: counted === undefined ? '' : text.slice(counted.start, counted.end).replace(/\s+/g, ' '),
    op,
    start,
    end,
    amountStart: amount.start,
    amountEnd: amount.end,
    countsStart: counted?.start,
    countsEnd: counted?.end,
    form,
  };
}

/** As much of a text as tells its language. */
const SNIFFED = 4000;

function sniffed(text: string): 'en' | 'zh' | 'ko' {
  const language = languageOf(text.slice(0, SNIFFED));
  if (language === 'ko') return 'ko';
  return language.startsWith('zh') || language === 'ja' ? 'zh' : 'en';
}
