import { isReal, type PartialDate } from './calendar.ts';
import { DATE_LEADS, MONTHS, SEASONS } from './data/calendar.ts';
import { AUXILIARIES } from './data/function-words.ts';
import { digitsValue, type Token } from './tokens.ts';

/** What a date is resolved against. */
export interface DateContext {
  readonly documentDate: PartialDate | undefined;
  readonly future: boolean;
}

/** A stretch of days with the precision it was stated in. */
export interface Stretch {
  readonly next: number;
  readonly lo: PartialDate | undefined;
  readonly hi: PartialDate | undefined;
  readonly approximate?: boolean;
  readonly relative?: boolean;
}

/** "October 19, 2004", "19 October 2004", "the 3rd of June", "March 2020", "in April", "2004-10-19". */
export function readCalendarDate(
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  led: boolean,
): Stretch | undefined {
  return (
    readIso(tokens, at) ??
    readSlashed(tokens, at) ??
    readMonthFirst(tokens, at, context, led) ??
    readDayFirst(tokens, at, context)
  );
}

function readIso(tokens: readonly Token[], at: number): Stretch | undefined {
  const [year, dash, month] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isYear(year) || (dash?.text !== '-' && dash?.text !== '/') || dash.spaced) return undefined;
  if (month === undefined || month.spaced || !/^\d\d?$/.test(month.text)) return undefined;
  const date: PartialDate = { year: Number(year?.text), month: Number(month.text) };
  const [second, day] = [tokens[at + 3], tokens[at + 4]];
  if (second?.text === dash.text && !second.spaced && day !== undefined && /^\d\d?$/.test(day.text) && !day.spaced) {
    const full = { ...date, day: Number(day.text) };
    return isReal(full) ? { next: at + 5, lo: full, hi: full } : undefined;
  }
  return isReal(date) && month.text.length === 2 ? { next: at + 3, lo: date, hi: date } : undefined;
}

// Day and month first differ between countries: only the year is sure unless one of them is above twelve.
function readSlashed(tokens: readonly Token[], at: number): Stretch | undefined {
  const parts = [0, 2, 4].map((i) => tokens[at + i]);
  const marks = [1, 3].map((i) => tokens[at + i]?.text);
  if (!parts.every((part) => part?.kind === 'number') || !isYear(parts[2])) return undefined;
  if (!marks.every((mark) => mark === '/' || mark === '.' || mark === '-') || marks[0] !== marks[1]) return undefined;
  const [a, b, year] = parts.map((part) => Number(part?.text));
  if (a === undefined || b === undefined || year === undefined) return undefined;
  const date = a > 12 ? { year, month: b, day: a } : b > 12 ? { year, month: a, day: b } : { year };
  return isReal(date) ? { next: at + 5, lo: date, hi: date } : undefined;
}

function readMonthFirst(tokens: readonly Token[], at: number, context: DateContext, led: boolean): Stretch | undefined {
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  let next = at + 1;
  if (tokens[next]?.text === '.' && /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(tokens[at]?.lower ?? ''))
    next++;
  const day = dayAt(tokens, next);
  if (day !== undefined) next = day.next;
  const comma = tokens[next]?.text === ',' ? 1 : tokens[next]?.lower === 'of' ? 1 : 0;
  const year = isYear(tokens[next + comma]) ? Number(tokens[next + comma]?.text) : undefined;
  if (year === undefined && day === undefined && tokens[at]?.lower === 'may' && !led) return undefined;
  if (year === undefined && day === undefined && tokens[at]?.lower === 'march' && !led) return undefined;
  return dated(year, month, day?.value, year === undefined ? next : next + comma + 1, context);
}

function readDayFirst(tokens: readonly Token[], at: number, context: DateContext): Stretch | undefined {
  const day = dayAt(tokens, at);
  if (day === undefined) return undefined;
  const of = tokens[day.next]?.lower === 'of' ? 1 : 0;
  const month = monthAt(tokens, day.next + of);
  if (month === undefined) return undefined;
  const next = day.next + of + 1;
  const comma = tokens[next]?.text === ',' ? 1 : 0;
  const year = isYear(tokens[next + comma]) ? Number(tokens[next + comma]?.text) : undefined;
  return dated(year, month, day.value, year === undefined ? next : next + comma + 1, context);
}

function dated(
  year: number | undefined,
  month: number,
  day: number | undefined,
  next: number,
  context: DateContext,
): Stretch | undefined {
  const at = year ?? yearOfMonth(month, day, context);
  if (at === undefined) return { next, lo: undefined, hi: undefined, relative: true };
  const date: PartialDate = day === undefined ? { year: at, month } : { year: at, month, day };
  return isReal(date) ? { next, lo: date, hi: date, relative: year === undefined } : undefined;
}

function yearOfMonth(
  month: number,
  day: number | undefined,
  { documentDate, future }: DateContext,
): number | undefined {
  if (documentDate?.month === undefined) return undefined;
  const here = documentDate.month * 100 + (day === undefined ? 0 : (documentDate.day ?? 31));
  const there = month * 100 + (day ?? 0);
  if (future) return there < here ? documentDate.year + 1 : documentDate.year;
  return there > here ? documentDate.year - 1 : documentDate.year;
}

function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  return token !== undefined && /^[A-Z]/.test(token.text) ? MONTHS.get(token.lower) : undefined;
}

function dayAt(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined {
  const token = tokens[at];
  if (token === undefined || !/^\d{1,2}$/.test(token.text)) return undefined;
  const value = Number(token.text);
  if (value < 1 || value > 31) return undefined;
  const suffix = tokens[at + 1];
  return {
    value,
    next: suffix !== undefined && !suffix.spaced && /^(?:st|nd|rd|th)$/.test(suffix.lower) ? at + 2 : at + 1,
  };
}

/** "the 1990s", "the 90's", "the nineties" are ten years. */
export function readDecade(tokens: readonly Token[], at: number): Stretch | undefined {
  // "in their 30s", "in her late 20s", "his mid-40s" are ages.
  let owner = at - 1;
  while (owner > at - 4 && /^(?:early|mid|late|-)$/.test(tokens[owner]?.lower ?? '')) owner--;
  if (/^(?:his|her|their|my|our|your)$/.test(tokens[owner]?.lower ?? '')) return undefined;
  const quote = /^['’‘]$/.test(tokens[at]?.text ?? '') ? 1 : 0;
  const token = tokens[at + quote];
  if (token === undefined || !/^(?:\d\d)?\d0$/.test(token.text)) return undefined;
  const apostrophe = /^['’]$/.test(tokens[at + quote + 1]?.text ?? '') ? 1 : 0;
  const plural = tokens[at + quote + 1 + apostrophe];
  if (plural?.lower !== 's' || plural.spaced) return undefined;
  const value = Number(token.text);
  const year = token.text.length === 4 ? value : value < 30 ? 2000 + value : 1900 + value;
  if (!isReal({ year })) return undefined;
  return { next: at + quote + apostrophe + 2, lo: { year }, hi: { year: year + 9 } };
}

export function readSeason(tokens: readonly Token[], at: number): Stretch | undefined {
  const season = SEASONS.get(tokens[at]?.lower ?? '');
  const of = tokens[at + 1]?.lower === 'of' ? 1 : 0;
  const year = tokens[at + 1 + of];
  if (season === undefined || !isYear(year)) return undefined;
  return { next: at + 2 + of, ...seasonOf(Number(year?.text), season) };
}

export function seasonOf(year: number, [first, last]: readonly [number, number]): Pick<Stretch, 'lo' | 'hi'> {
  return { lo: { year, month: first }, hi: { year: last < first ? year + 1 : year, month: last } };
}

/**
 * A bare year counts only after a word that leads to one, in brackets, before "alone", or before a name ("the 2025
 * Summit"); "2000 people" is a figure, and so is every number before a plural, but "in 2018 was" has a verb there.
 */
export function readYear(tokens: readonly Token[], at: number, led: boolean): Stretch | undefined {
  const token = tokens[at];
  if (!isYear(token)) return undefined;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const bracketed = before?.text === '(' || before?.text === ',' || before?.text === '–';
  const closed =
    after === undefined ||
    after.kind === 'symbol' ||
    DATE_LEADS.has(after.lower) ||
    AUXILIARIES.has(after.lower) ||
    !/s$/.test(after.lower);
  const owned = before?.lower === 'the' || /['’]s$/.test(before?.lower ?? '');
  const titled = owned && /^\p{Lu}/u.test(after?.text ?? '');
  if (/^[%$€£¥]$/.test(after?.text ?? '') || /^[$€£¥]$/.test(before?.text ?? '')) return undefined;
  const placed = led || bracketed || after?.lower === 'alone' || before?.lower === 'year';
  if (!titled && !(closed && placed)) return undefined;
  const year = { year: digitsValue(token?.text ?? '') };
  return { next: at + 1, lo: year, hi: year };
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && /^(?:1[5-9]|20)\d\d$/.test(token.text);
}
