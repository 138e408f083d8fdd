import { isReal, type PartialDate } from '../figures/calendar.ts';
import { MONTHS } from '../figures/data/calendar.ts';
import { AMBIGUOUS, NAMED_DAYS } from './data/english-dates.ts';
import { DAY_NUMBER, dayOf, EDGE, MONTH, SPELLED_YEAR, YEAR_NUMBER, yearOf } from './english-words.ts';
import { anyOf, match } from './joints.ts';
import { fullYear, type Moment, type Reference, whole, withYear } from './moment.ts';

const YEAR_BEHIND = new RegExp(
  `(?:\\s?[,./-]?\\s?|\\s(?:of|in)\\s|,\\s(?:of|in)\\s)(${YEAR_NUMBER}|${SPELLED_YEAR})(?!\\w)|\\sof\\s['’]?(\\d\\d)(?!\\w)|\\s['’](\\d\\d)(?!\\w)`,
  'uy',
);

const MONTH_DAY = new RegExp(`${EDGE}(${MONTH})\\.?(?:\\s?[,/-]?\\s?)(?:the\\s)?(${DAY_NUMBER})(?!\\w)`, 'uy');

const DAY_MONTH = new RegExp(
  `${EDGE}(?:the\\s)?(${DAY_NUMBER})(?:\\sday)?(?:\\s|\\sof\\s|\\sof\\sthe\\s|[-/ .])(${MONTH})\\.?(?!\\w)`,
  'uy',
);

const DAYS_MONTH = new RegExp(
  `${EDGE}(?:the\\s)?(${DAY_NUMBER})(?:\\s?(-|–|~)\\s?|\\s(to|and|through|till|until)\\s)(?:the\\s)?(${DAY_NUMBER})(?:\\s|\\sof\\s)(${MONTH})\\.?(?!\\w)`,
  'uy',
);

const MONTH_DAYS = new RegExp(
  `${EDGE}(${MONTH})\\.?\\s(?:the\\s)?(${DAY_NUMBER})(?:\\s?(-|–|~)\\s?|\\s(to|and|through|till|until)\\s)(?:the\\s)?(${DAY_NUMBER})(?!\\w|\\s(?:of\\s)?${MONTH})`,
  'uy',
);

const MONTH_ALONE = new RegExp(`${EDGE}(${MONTH})\\.?(?!\\w)`, 'uy');

const MONTH_BEHIND = new RegExp(`\\s?[-–]\\s?${MONTH}(?!\\w)`, 'uy');

const YEAR_MONTH = new RegExp(
  `${EDGE}(${YEAR_NUMBER})(?:,?\\s|-|/)(${MONTH})\\.?(?:[-\\s/](${DAY_NUMBER}))?(?!\\w)`,
  'uy',
);

const ISO = new RegExp(`${EDGE}(${YEAR_NUMBER})([-/.])(1[0-2]|0?[1-9])\\2(3[01]|[12]\\d|0?[1-9])(?![\\d/])`, 'uy');

const ISO_MONTH = new RegExp(`${EDGE}(${YEAR_NUMBER})[-/](1[0-2]|0[1-9])(?![\\d/-])`, 'uy');

const NAMED_DAY = new RegExp(`${EDGE}(${anyOf(NAMED_DAYS.keys()).replaceAll("'", "['’]")})(?![\\w])`, 'uy');

const COMPACT = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/uy;

const SLASHED = new RegExp(`${EDGE}(\\d\\d?)([-/.])(\\d\\d?)\\2(${YEAR_NUMBER})`, 'uy');

const YEAR_ALONE = new RegExp(
  `(?<![\\w$€£.,])(?<!(?<!\\d{4}|\\s|mid)-)(${YEAR_NUMBER}|${SPELLED_YEAR})(?![\\w]|[.,]\\d|\\s?(?:people|persons|refugees|dollars|euros|yuan|won|km|miles|kg))`,
  'uy',
);

/** Days, months and years by their names and numbers. */
export function readDate(text: string, at: number, reference: Reference): Moment | undefined {
  const iso = match(ISO, text, at);
  if (iso !== undefined)
    return real(at, iso[0].length, { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) });
  const month = match(ISO_MONTH, text, at);
  if (month !== undefined) return real(at, month[0].length, { year: Number(month[1]), month: Number(month[2]) });
  const compact = match(COMPACT, text, at);
  if (compact !== undefined)
    return real(at, compact[0].length, {
      year: Number(compact[1]),
      month: Number(compact[2]),
      day: Number(compact[3]),
    });
  const slashed = match(SLASHED, text, at);
  if (slashed !== undefined) return readSlashed(at, slashed);
  const yearMonth = match(YEAR_MONTH, text, at);
  if (yearMonth !== undefined) {
    const [stated, year, name = '', day] = yearMonth;
    return real(at, stated.length, {
      year: Number(year),
      month: MONTHS.get(name) ?? 0,
      ...(day !== undefined && { day: dayOf(day) }),
    });
  }
  const named = match(MONTH_DAY, text, at);
  // "May 2020" is no second of May, nor "March 19 80".
  if (named !== undefined) {
    const year = match(YEAR_BEHIND, text, at + named[0].length);
    return dated(
      at,
      named[0].length,
      { month: MONTHS.get(named[1] ?? '') ?? 0, day: dayOf(named[2] ?? '') },
      year,
      reference,
    );
  }
  const numbered = match(DAY_MONTH, text, at);
  if (numbered !== undefined) {
    const year = match(YEAR_BEHIND, text, at + numbered[0].length);
    return dated(
      at,
      numbered[0].length,
      { month: MONTHS.get(numbered[2] ?? '') ?? 0, day: dayOf(numbered[1] ?? '') },
      year,
      reference,
    );
  }
  const alone = match(MONTH_ALONE, text, at);
  if (alone !== undefined) {
    const year = match(YEAR_BEHIND, text, at + alone[0].length);
    if (
      year === undefined &&
      AMBIGUOUS.has(alone[1] ?? '') &&
      !isLed(text, at) &&
      match(MONTH_BEHIND, text, at + alone[0].length) === undefined
    )
      return undefined;
    return dated(
      at,
      alone[0].replace(/\.$/, year === undefined ? '' : '.').length,
      { month: MONTHS.get(alone[1] ?? '') ?? 0 },
      year,
      reference,
    );
  }
  const year = match(YEAR_ALONE, text, at);
  if (
    year === undefined ||
    isCount(text, at + year[0].length, year[0]) ||
    !(isLed(text, at) || isYearByItself(text, at) || beginsRange(text, at) || marksAnEvent(text, at))
  )
    return undefined;
  return real(at, year[0].length, { year: yearOf(year[1] ?? '') });
}

/** Christmas, World Refugee Day 2016: the latest one, when no year is said. */
export function readNamedDay(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(NAMED_DAY, text, at);
  const [month, day] = NAMED_DAYS.get((found?.[1] ?? '').replaceAll('’', "'")) ?? [];
  if (found === undefined || month === undefined || day === undefined) return undefined;
  return dated(at, found[0].length, { month, day }, match(YEAR_BEHIND, text, at + found[0].length), reference);
}

/** Two days of one month: 9 to 12 June, April 9–17, between 3 and 12 of September. */
export function readDays(text: string, at: number, reference: Reference): Moment | undefined {
  const before = match(DAYS_MONTH, text, at);
  const after = before === undefined ? match(MONTH_DAYS, text, at) : undefined;
  const found = before ?? after;
  if (found === undefined) return undefined;
  const offset = before !== undefined ? 1 : 2;
  const [first = '', dash, word, second = ''] = found.slice(offset, offset + 4);
  const joint = dash ?? word;
  const isBetween = /between\s(?:the\s)?$/.test(text.slice(Math.max(0, at - 12), at));
  if (joint === 'and' && !isBetween) return undefined;
  const month = MONTHS.get((before !== undefined ? found[5] : found[1]) ?? '') ?? 0;
  const year = match(YEAR_BEHIND, text, at + found[0].length);
  const hi = dated(at, found[0].length, { month, day: dayOf(second) }, year, reference);
  if (hi?.hi === undefined) return hi;
  const lo = { ...hi.hi, day: dayOf(first) };
  return isReal(lo) && lo.day < (hi.hi.day ?? 0) ? { ...hi, lo } : undefined;
}

/** Day and month first differ between countries: only the year is sure unless one of them is above twelve. */
function readSlashed(at: number, found: RegExpExecArray): Moment | undefined {
  const [a, b, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  return real(
    at,
    found[0].length,
    a > 12 ? { year, month: b, day: a } : b > 12 ? { year, month: a, day: b } : { year },
  );
}

function isLed(text: string, at: number): boolean {
  return /(?:^|\W)(?:in|of|since|until|till|by|during|from|through|before|after|between|throughout|and|to|for|around|about|last|next|this|early|late|mid|year|=)[\s-]?$|[(=–~-]\s?$/u.test(
    text.slice(Math.max(0, at - 12), at),
  );
}

/** "of two thousand women": a round number in words before a noun is how many, "in two thousand" when. */
function isCount(text: string, end: number, words: string): boolean {
  return (
    /^[a-z]+ (?:thousand|hundred)$/.test(words) &&
    /^\s(?!and\s|or\s|to\s|was\s|were\s|the\s|in\s|at\s|by\s|when\s|after\s|before\s)\p{L}/u.test(
      text.slice(end, end + 10),
    )
  );
}

function isYearByItself(text: string, at: number): boolean {
  const isAlone = /^\s*$/.test(text.slice(Math.max(0, at - 12), at));
  if (isAlone && match(YEAR_ALONE, text, at)?.[0].length === text.length - at) return true;
  return isAlone && /^\d{4}\s*(?:$|[-–:])/.test(text.slice(at, at + 12));
}

/** "the 2019 summit", "a 2018 survey": a year behind an article or a word of whose, before what is not a number of people or things. */
function marksAnEvent(text: string, at: number): boolean {
  if (!/(?:^|\W)(?:the|an?|its|his|her|their|our|this|that)\s$/u.test(text.slice(Math.max(0, at - 7), at)))
    return false;
  return /^(?:19|20)\d\d\s(?!\p{L}{0,20}(?:ees|ers|ants|ians|men|children|households|families|cases|units|troops)(?!\p{L}))\p{L}/u.test(
    text.slice(at, at + 40),
  );
}

/** Whether a second year follows: 2014–2018, 2014 to 2018. */
function beginsRange(text: string, at: number): boolean {
  return /^\d{4}(?:\s?[-–~]\s?|\sto\s)(?:1[5-9]|20)\d\d(?!\d)/.test(text.slice(at, at + 14));
}

function real(start: number, length: number, date: PartialDate): Moment | undefined {
  return isReal(date) ? whole({ start, end: start + length }, date) : undefined;
}

function dated(
  start: number,
  length: number,
  date: { readonly month: number; readonly day?: number },
  year: RegExpExecArray | undefined,
  reference: Reference,
): Moment | undefined {
  if (year === undefined) {
    const found = withYear(reference, date);
    if (found === undefined && reference !== undefined) return undefined;
    return whole({ start, end: start + length }, found, { relative: true, lacks: 'year' });
  }
  const short = year[2] ?? year[3];
  const number = short === undefined ? yearOf(year[1] ?? '') : fullYear(Number(short));
  return real(start, length + year[0].length, { year: number, ...date });
}
