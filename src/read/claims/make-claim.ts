import type { Attribution, Basis, Claim, Passage, Quantity, RuleTerms, StatedDate, StatedPlace } from '../claim.ts';
import { isEdtf } from '../dates/edtf.ts';
import { readDates } from '../dates/read-dates.ts';
import { CASE_PERSONS, TIMES_SPOKEN } from '../figures/data/spoken-counts.ts';
import { numbersIn } from '../figures/number.ts';
import { tokensOf } from '../figures/tokens.ts';
import { oncePer } from '../once.ts';
import { readNumbers, readQuantities } from '../quantities/read-quantities.ts';

/**
 * Makes a claim, and throws when it says more than its text: a quote that does not stand at its offsets, words that
 * are neither in the passage nor at a basis, a number that its stated words do not hold, a value for a vague count.
 * `text` is the layer's text. A basis from 0 to 0 is the source's metadata, which stands outside the text.
 */
export function makeClaim(text: string, draft: Claim): Claim {
  const { passage } = draft;
  if (passage.quote === '' || text.slice(passage.start, passage.end) !== passage.quote) {
    throw new Error('a claim needs a passage whose quote stands at its offsets');
  }
  for (const quantity of draft.quantity) checkQuantity(quantity, passage);
  if (draft.date !== null) checkDate(draft.date, passage, text);
  for (const place of draft.place) checkPlace(place, passage, text);
  for (const link of draft.attribution) checkAttribution(link, passage, text);
  for (const hedge of draft.hedge) if (!holds(passage.quote, hedge)) throw new Error('a hedge must be in its passage');
  if (draft.rule !== null) checkRule(draft.rule, draft, text);
  if (draft.signal?.basis !== undefined) checkLent(draft.signal.stated, draft.signal.basis, text);
  for (const stated of statedWords(draft)) {
    if (!holds(passage.quote, stated)) throw new Error('what a claim says must be words of its passage');
  }
  return draft;
}

function checkRule(rule: RuleTerms, draft: Claim, text: string): void {
  if (draft.kind !== 'rule') throw new Error('only a rule has terms of a rule');
  if (rule.amount !== null && !draft.quantity.some(({ value, low, high }) => [value, low, high].includes(rule.amount)))
    throw new Error("a rule's amount must be one of its claim's quantities");
  if (rule.effective !== null) checkDate(rule.effective, draft.passage, text);
}

function checkLent(stated: string, basis: Basis, text: string): void {
  checkBasis(basis, text);
  if (text.slice(basis.start, basis.end) !== stated)
    throw new Error('a risk must be named in its passage or at its basis');
}

/** The words that rule, event, signal, stance and quantities say are in the passage. */
function statedWords({ rule, event, signal, stance, quantity }: Claim): string[] {
  const said = [
    ...(rule === null ? [] : [rule.addressee, rule.action, rule.condition, rule.sanction, rule.reward]),
    ...(event === null ? [] : [event.who, event.did, event.whom]),
    signal === null || signal.basis !== undefined ? null : signal.stated,
    stance?.toward ?? null,
    ...quantity.flatMap(({ of, period }) => [of ?? null, period?.stated ?? null]),
  ];
  return said.filter((words) => words !== null);
}

function checkQuantity(quantity: Quantity, passage: Passage): void {
  if (!passage.quote.includes(quantity.stated)) throw new Error('a quantity must be stated in its passage');
  const exact = quantity.op !== '..' && quantity.op !== '?';
  if (exact !== (quantity.value !== null))
    throw new Error('a range or a vague count has no single value, every other has');
  if ((quantity.op === '..') !== (quantity.low !== null && quantity.high !== null))
    throw new Error('only a range has two bounds');
  if (!standsOnItsWords(quantity)) throw new Error('a value must be a number of its stated words');
}

/**
 * Whether the stated words alone, read again, give every number of a quantity: value, low and high. Read again once: who reads a quantity
 * asks, and so does whoever makes a claim of it.
 */
export const standsOnItsWords: (quantity: Quantity) => boolean = oncePer((quantity) => {
  const { stated, value, low, high } = quantity;
  const wanted = [value, low, high].filter((number) => number !== null);
  if (wanted.length === 0) return true;
  const tokens = numbersIn(tokensOf(stated));
  const wide = /[\p{Script=Han}\p{Script=Hangul}０-９]/u.test(stated);
  const numbers = [
    ...tokens.map((number) => number.value),
    ...(wide ? readNumbers(stated).map((number) => number.value) : []),
  ];
  const scales = [1, ...tokens.map(({ scale }) => scale), ...(wide ? scalesIn(stated) : [])];
  if (wanted.every((number) => numbers.some((read) => scales.some((scale) => isSame(read * scale, number)))))
    return true;
  return wide ? isReadAgain(quantity) : wanted.every((number) => number === spokenNumber(stated));
});

/** What English words without a numeral say: "twice", "a pregnant woman", "not a single family". */
function spokenNumber(stated: string): number | undefined {
  const words = stated.toLowerCase();
  if (/\bnot (?:a single|one)$/.test(words)) return 0;
  const times = /\b(?:once|twice|thrice)\b/.exec(words)?.[0];
  if (times !== undefined) return TIMES_SPOKEN.get(times);
  const last = /\ban? (?:[a-z’'-]+ ){0,3}([a-z]+)$/.exec(words)?.[1];
  return last !== undefined && CASE_PERSONS.has(last) ? 1 : undefined;
}

/** Fixed words, guesses and lone numerals have numbers only as a whole (七八户, 一家也没有, 열에 일곱). */
function isReadAgain({ stated, value, low, high }: Quantity): boolean {
  const lang = /\p{Script=Hangul}/u.test(stated) ? 'ko' : 'zh';
  return readQuantities(stated, { lang }).some(
    (again) => again.value === value && (value !== null || (again.low === low && again.high === high)),
  );
}

/** Signs of scale, of which a range says only its last (3~5만), and tenths (七成, 7할): what a number may be multiplied by. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/[十成할십]/u, 10],
  [/[百백]/u, 100],
  [/[千천]/u, 1000],
  [/[万萬만]/u, 1e4],
  [/[亿億억]/u, 1e8],
  [/[兆조]/u, 1e12],
];

function scalesIn(stated: string): readonly number[] {
  return SCALES.filter(([sign]) => sign.test(stated)).map(([, scale]) => scale);
}

function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

function checkDate(date: StatedDate, passage: Passage, text: string): void {
  if (date.stated !== null && !passage.quote.includes(date.stated))
    throw new Error('a stated date must be in its passage');
  if (date.stated === null && date.basis === undefined) throw new Error('a date needs stated words or a basis');
  if (date.basis !== undefined) checkBasis(date.basis, text);
  if (date.norm !== null && !isEdtf(date.norm)) throw new Error('a date must be one of EDTF');
  if (date.norm === null || date.basis !== undefined || date.stated === null) return;
  // Without a basis each year of the norm must be read off the words: in full, or as a decade.
  const stated = date.stated;
  const years = date.norm.match(/\d{4}/g) ?? [];
  if (
    !years.every(
      (year) => stated.includes(year) || stated.includes(year.slice(2)) || stated.includes(`${year.slice(2, 3)}0`),
    ) &&
    // "the forties", "nineteen eighty-five": a year in words, which the words alone give when they are read again.
    !LANGUAGES.some((lang) => readDates(stated, { lang }).some(({ norm }) => norm === date.norm))
  ) {
    throw new Error('a date that its words do not state needs a basis');
  }
}

function checkPlace(place: StatedPlace, passage: Passage, text: string): void {
  if (place.basis !== undefined) checkBasis(place.basis, text);
  if (passage.quote.includes(place.stated)) return;
  const elsewhere = place.basis && text.slice(place.basis.start, place.basis.end).includes(place.stated);
  if (elsewhere !== true) throw new Error('a place must be in its passage or at its basis');
}

function checkAttribution(link: Attribution, passage: Passage, text: string): void {
  if (link.basis !== undefined) {
    checkBasis(link.basis, text);
    if (link.name !== null && !isNamedAt(link.name, link.basis, text))
      throw new Error('a source must be named at its basis');
  } else if (link.name !== null && !holds(passage.quote, link.name))
    throw new Error('a source must be named in its passage or at a basis');
}

/** Whether every word of a name stands at its basis; what rests on the source's metadata has its words there. */
function isNamedAt(name: string, { from, start, end }: Basis, text: string): boolean {
  if (from === 'metadata') return true;
  const there = new Set(wordsOf(text.slice(start, end)));
  const asked = wordsOf(name);
  return (
    asked.length === 0 ||
    asked.every((word) => there.has(word)) ||
    plainly(text.slice(start, end)).includes(plainly(name))
  );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function plainly(text: string): string {
  return text.replace(/\s+/g, '');
}

const LANGUAGES = ['en', 'zh', 'ko'] as const;

function checkBasis(basis: Basis, text: string): void {
  const outside = basis.from === 'metadata' && basis.start === 0 && basis.end === 0;
  if (!outside && (basis.start >= basis.end || basis.end > text.length))
    throw new Error('a basis must be words of the text');
}

function holds(quote: string, words: string): boolean {
  return quote.includes(words) || quote.replace(/\s+/g, ' ').includes(words);
}
