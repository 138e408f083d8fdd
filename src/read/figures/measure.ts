import { CHANGE_VERBS } from './data/comparators.ts';
import {
  COUNTRY_WORDS,
  CURRENCY_COUNTRIES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  SHARED_CURRENCIES,
  SPACED_PREFIXES,
} from './data/currencies.ts';
import { type NumberSpan, readNumberAt } from './number.ts';
import type { Token } from './tokens.ts';
import { unitOfPlural } from './unit.ts';

/** Money and percent around a number. */
export interface Measure {
  readonly unit: string | undefined;
  readonly first: number;
  readonly next: number;
}

/** Whether a unit is money: an ISO 4217 code, or the word of a currency that several countries have. */
export function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit) || SHARED_CURRENCIES.has(unit);
}

/** "$5m", "5 million yuan", "30%", "30 per cent": what stands against a number and is its unit. */
export function measureOf(tokens: readonly Token[], number: NumberSpan): Measure {
  const sign = CURRENCY_SIGNS.get(tokens[number.first - 1]?.text ?? '');
  if (sign !== undefined) {
    const prefix = tokens[number.first - 2];
    const spaced = tokens[number.first - 1]?.spaced === true;
    const fits = sign === 'USD' && (!spaced || SPACED_PREFIXES.has(prefix?.text ?? ''));
    const country = fits ? DOLLAR_PREFIXES.get(prefix?.lower ?? '') : undefined;
    const trailing = CURRENCY_WORDS.has(tokens[number.next]?.lower ?? '') ? 1 : 0;
    return {
      unit: country ?? sign,
      first: number.first - (country === undefined ? 1 : 2),
      next: number.next + trailing,
    };
  }
  const behind = CURRENCY_SIGNS.get(tokens[number.next]?.text ?? '');
  if (behind !== undefined && tokens[number.next + 1]?.kind !== 'number') {
    return { unit: behind, first: number.first, next: number.next + 1 };
  }
  const code = tokens[number.first - 1];
  const word = tokens[number.next];
  const percent = percentAt(tokens, number.next);
  if (percent !== undefined) return { ...percent, first: number.first };
  const money = moneyAt(tokens, number.next);
  if (money !== undefined) return { ...money, first: number.first };
  if (code !== undefined && /^[A-Z]{3}$/.test(code.text) && CURRENCY_WORDS.has(code.lower)) {
    return { unit: CURRENCY_WORDS.get(code.lower), first: number.first - 1, next: number.next };
  }
  // "a 10-day stay", "$5-million"
  const hyphen = word?.text === '-' && !word.spaced && tokens[number.next + 1]?.spaced === false;
  const measured = hyphen
    ? /^(?:year|month|week|day|hour|minute|kilometre|kilometer|metre|meter|mile)$/.exec(
        tokens[number.next + 1]?.lower ?? '',
      )
    : null;
  if (measured !== null) return { unit: unitOfPlural(`${measured[0]}s`), first: number.first, next: number.next + 2 };
  return { unit: changeUnit(tokens, number.next), first: number.first, next: number.next };
}

/** "raised from 500 to 1,000 yuan": the unit said once is the unit of both. */
function changeUnit(tokens: readonly Token[], at: number): string | undefined {
  if (tokens[at]?.lower !== 'to' || !isChange(tokens, at)) return undefined;
  const target = readNumberAt(tokens, at + 1);
  if (target === undefined) return undefined;
  const time = unitOfPlural(tokens[target.next]?.lower ?? '') ?? '';
  return (
    (percentAt(tokens, target.next) ?? moneyAt(tokens, target.next))?.unit ??
    (/^(?:years|months|weeks|days)$/.test(time) ? time : undefined)
  );
}

function percentAt(tokens: readonly Token[], at: number): Omit<Measure, 'first'> | undefined {
  const hyphen = tokens[at]?.text === '-' && tokens[at + 1]?.lower === 'percent' ? 1 : 0;
  const word = tokens[at + hyphen];
  const two = word?.lower === 'per' && tokens[at + 1]?.lower === 'cent';
  const next = at + hyphen + (two ? 2 : 1);
  if (word?.text !== '%' && !/^(?:percent|percents|percentage|pct)$/.test(word?.lower ?? '') && !two) return undefined;
  if (/^points?$/.test(tokens[next]?.lower ?? '')) return { unit: 'percentage points', next: next + 1 };
  return { unit: 'percent', next };
}

function moneyAt(tokens: readonly Token[], at: number): Omit<Measure, 'first'> | undefined {
  for (let i = at; i <= at + 2; i++) {
    const word = tokens[i]?.lower ?? '';
    const code = currencyOf(tokens, i, at);
    if (code !== undefined) return { unit: code, next: i + (tokens[i + 1]?.lower === 'sterling' ? 2 : 1) };
    if (!COUNTRY_WORDS.has(word)) return undefined;
  }
  return undefined;
}

function currencyOf(tokens: readonly Token[], at: number, from: number): string | undefined {
  const word = tokens[at]?.lower ?? '';
  const unit = CURRENCY_WORDS.get(word);
  const plural = unit !== undefined && SHARED_CURRENCIES.has(unit) ? unit : word.endsWith('s') ? word : `${word}s`;
  const countries = CURRENCY_COUNTRIES.get(plural);
  for (let i = from; i < at; i++) {
    const code = countries?.get(tokens[i]?.lower ?? '');
    if (code !== undefined) return code;
  }
  // Pounds weigh, except in millions.
  const sterling = tokens[at + 1]?.lower === 'sterling' || /^[mb]illion$/.test(tokens[from - 1]?.lower ?? '');
  return unit ?? (plural === 'pounds' && sterling ? 'GBP' : undefined);
}

/** Percent and money by the year or month: "an annual rate of 30%", "300 yuan a month". */
export function withPeriod(tokens: readonly Token[], unit: string, first: number, next: number): string {
  if (unit !== 'percent' && !isMoney(unit)) return unit;
  const one = tokens[next]?.lower ?? '';
  const two = tokens[next + 1]?.lower ?? '';
  const direct = /^(?:a|an|per|each|every)$/.test(one) ? two : '';
  if (direct === 'year' || direct === 'annum' || one === 'annually' || one === 'yearly') return `${unit}/year`;
  if (direct === 'month' || one === 'monthly') return `${unit}/month`;
  if (direct === 'day' || one === 'daily') return `${unit}/day`;
  if (direct === 'week' || one === 'weekly') return `${unit}/week`;
  if (/^(?:person|head|passenger|migrant|refugee|defector)$/.test(direct) || /^(?:apiece|each)$/.test(one))
    return `${unit}/person`;
  if (/^(?:household|family)$/.test(direct)) return `${unit}/household`;
  for (let i = first - 1; i >= 0 && i >= first - 7; i--) {
    const token = tokens[i];
    if (token === undefined || /^[,;:.]$/.test(token.text)) break;
    if (token.lower === 'annual' || token.lower === 'yearly') return `${unit}/year`;
    if (token.lower === 'monthly') return `${unit}/month`;
  }
  return unit;
}

/** Whether a verb of change stands before: what follows is its two ends and no range. */
export function isChange(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 12; i--) {
    const token = tokens[i];
    if (token === undefined || /^[;:.]$/.test(token.text)) return false;
    // "faces up to five years and a fine of 500 to 900 yuan": a limit and no change.
    if (token.lower === 'up' && tokens[i + 1]?.lower === 'to') continue;
    if (CHANGE_VERBS.has(token.lower)) return true;
  }
  return false;
}
