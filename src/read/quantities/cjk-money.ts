import { sought } from '../sought.ts';
import { type CjkNumber, spaces, stickyEnd, stickyMatch } from './cjk-number.ts';
import { CURRENCY_CODES, CURRENCY_LEADS, SMALL_CHANGE } from './data/cjk-currencies.ts';
import { longestFirst } from './phrases.ts';

const LEAD = sought(new RegExp(`(?:${longestFirst(CURRENCY_LEADS.keys())})(?= {0,2}$)`));
const CODE = new RegExp(` ?(?:${longestFirst(CURRENCY_CODES.keys())})(?![a-z])`, 'y');
const CHANGE = new RegExp(longestFirst(SMALL_CHANGE.keys()), 'y');
const LONGEST_LEAD = 6;

/** The currency that stands right before a number: ¥, US$, 人民币. `yen` is the unit of ¥ where nothing decides. */
export function currencyBefore(
  text: string,
  at: number,
  yen: string,
): { readonly start: number; readonly unit: string } | undefined {
  const before = text.slice(Math.max(0, at - LONGEST_LEAD), at);
  const found = LEAD.exec(before);
  if (found === null) return undefined;
  const start = at - before.length + found.index;
  if (/[a-z]/.test(found[0][0] ?? '') && /[a-z]/.test(text[start - 1] ?? '')) return undefined;
  const unit = CURRENCY_LEADS.get(found[0]) ?? '';
  return { start, unit: unit === '¥' ? yen : unit };
}

/** The currency code or sign that stands right behind a number. */
export function currencyCode(text: string, at: number): { readonly end: number; readonly unit: string } | undefined {
  const found = stickyMatch(CODE, text, at)?.[0];
  const unit = CURRENCY_CODES.get(found?.trimStart() ?? '');
  return found === undefined || unit === undefined ? undefined : { end: at + found.length, unit };
}

/** What follows an amount in a smaller unit, as a part of the larger: 三毛 behind 五元, 20센트 behind 1달러. */
export function changeAfter(
  text: string,
  at: number,
  numberAt: (text: string, at: number) => CjkNumber | undefined,
): { readonly end: number; readonly value: number } | undefined {
  let from = at + spaces(text, at);
  if (/[又零]/.test(text[from] ?? '')) from++;
  if (!/[\d一二三四五六七八九十两]/.test(text[from] ?? '')) return undefined;
  const number = numberAt(text, from) ?? digitAt(text, from);
  if (number === undefined || number.value >= 100) return undefined;
  const end = number.end + spaces(text, number.end);
  const unit = stickyEnd(CHANGE, text, end);
  if (unit === undefined) return undefined;
  const part = SMALL_CHANGE.get(text.slice(end, unit)) ?? 0;
  return { end: unit, value: rounded(number.value * part) };
}

/** 三毛: a lone digit before a coin, which is no counter of other things. */
function digitAt(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const value = '〇一二三四五六七八九'.indexOf(text[at] ?? '-');
  return value > 0 ? { end: at + 1, value } : undefined;
}

/** Sums of money have no more places than their coins: 0.1 + 0.2 is 0.3. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
