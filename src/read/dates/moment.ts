import {
  addDays,
  addMonths,
  daysIn,
  firstDay,
  formatDate,
  fullDate,
  isReal,
  lastDay,
  type PartialDate,
  weekday,
} from '../figures/calendar.ts';

/** A date that was found in a text. */
export interface FoundDate {
  /** UTF-16 offsets in the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** EDTF; null when the words cannot be resolved, since the date of the document is not known well enough. */
  readonly norm: string | null;
  /** Whether it rests on the document's own date. */
  readonly relative: boolean;
  /** Whether no year was said, and the latest was taken that is not after the document: of a deadline it may be the next. */
  readonly yearless?: boolean;
}

/** A stretch of time as a grammar read it, between two dates at their own precision. */
export interface Moment {
  readonly start: number;
  readonly end: number;
  /** Undefined when the words cannot be resolved. */
  readonly lo: PartialDate | undefined;
  readonly hi: PartialDate | undefined;
  readonly relative: boolean;
  /** What was not said and was taken from the document's date: a range takes it from its other end instead. */
  readonly lacks?: 'year' | 'month' | undefined;
  readonly approximate?: boolean | undefined;
  /** Whether it counts only as the end of a stretch: now, to date. */
  readonly onlyJoined?: boolean | undefined;
}

export type TimeUnit = 'day' | 'week' | 'month' | 'year';
export type Reference = PartialDate | undefined;

/** A stretch that begins and ends with one date. */
export function whole(
  span: { readonly start: number; readonly end: number },
  date: PartialDate | undefined,
  more: Partial<Omit<Moment, 'lo' | 'hi' | 'start' | 'end'>> = {},
): Moment {
  return { start: span.start, end: span.end, lo: date, hi: date, relative: false, ...more };
}

/** A month or day without its year: the latest that is not after the document. Undefined without the document's date. */
export function withYear(
  reference: Reference,
  date: { readonly month: number; readonly day?: number },
): PartialDate | undefined {
  if (reference?.month === undefined) return undefined;
  const here = reference.month * 100 + (reference.day ?? 31);
  const there = date.month * 100 + (date.day ?? 0);
  let year = there > here ? reference.year - 1 : reference.year;
  // A day that not every year has: the last year that had it.
  for (let step = 0; step < 8 && !isReal({ year, ...date }); step++) year--;
  return isReal({ year, ...date }) ? { year, ...date } : undefined;
}

/** A day without its month: the latest that is not after the document, or, looking ahead, the first that is not before it. */
export function withMonth(reference: Reference, day: number, look: 'back' | 'ahead' = 'back'): PartialDate | undefined {
  const full = fullDate(reference);
  if (full === undefined) return undefined;
  const sign = look === 'ahead' ? 1 : -1;
  for (let step = (day - full.day) * sign < 0 ? 1 : 0; step < 3; step++) {
    const date = { ...addMonths(full, step * sign), day };
    if (isReal(date)) return date;
  }
  return undefined;
}

/** A month or day without its year: the first that is not before the document. Undefined without the document's date. */
export function monthFrom(
  reference: Reference,
  date: { readonly month: number; readonly day?: number },
): PartialDate | undefined {
  const last = withYear(reference, date);
  if (reference?.month === undefined || last === undefined) return undefined;
  const isHere = date.month === reference.month && (date.day ?? reference.day) === reference.day;
  const next = { ...last, year: last.year + (isHere && last.year === reference.year ? 0 : 1) };
  return isReal(next) ? next : undefined;
}

/** A date so many units from another, at the precision of the unit where that is a month or a year. */
export function moved(reference: Reference, unit: TimeUnit, count: number): PartialDate | undefined {
  if (reference === undefined) return undefined;
  if (unit === 'year') return clamped({ ...reference, year: reference.year + count });
  if (reference.month === undefined) return undefined;
  if (unit === 'month') {
    const month = addMonths({ ...reference, month: reference.month }, count);
    return clamped(reference.day === undefined ? month : { ...month, day: reference.day });
  }
  const full = fullDate(reference);
  return full === undefined ? undefined : addDays(full, unit === 'week' ? count * 7 : count);
}

/** The 29th of February of a year without one is the 28th. */
function clamped(date: PartialDate): PartialDate {
  if (date.month === undefined || date.day === undefined) return date;
  return { ...date, day: Math.min(date.day, daysIn(date.year, date.month)) };
}

/** The past so many units until the document, or those after it. */
export function span(reference: Reference, unit: TimeUnit, count: number): Pick<Moment, 'lo' | 'hi'> {
  const far = moved(reference, unit, count);
  if (reference === undefined || far === undefined) return { lo: undefined, hi: undefined };
  const full = fullDate(reference);
  return count < 0 ? { lo: far, hi: reference } : { lo: full === undefined ? reference : addDays(full, 1), hi: far };
}

/** Days of the week that is so many weeks from the document's: Monday to Sunday, or one of them (1 is Monday). */
export function weekOf(
  reference: Reference,
  weeks: number,
  days: readonly [number, number] = [1, 7],
): Pick<Moment, 'lo' | 'hi'> {
  const full = fullDate(reference);
  if (full === undefined) return { lo: undefined, hi: undefined };
  const monday = addDays(full, weeks * 7 + 1 - weekday(full));
  return { lo: addDays(monday, days[0] - 1), hi: addDays(monday, days[1] - 1) };
}

/**
 * A week of a year or month by its number, the last for -1: weeks begin on Monday and belong where their Thursday lies
 * (ISO 8601). Undefined when there is none of that number.
 */
export function weekInside(date: PartialDate, number: number): Pick<Moment, 'lo' | 'hi'> | undefined {
  const [first, last] = [firstDay(date), lastDay(date)].map((day) => fullDate(day));
  if (first === undefined || last === undefined) return undefined;
  const thursday =
    number > 0
      ? addDays(first, ((4 - weekday(first) + 7) % 7) + (number - 1) * 7)
      : addDays(last, -((weekday(last) - 4 + 7) % 7) + (number + 1) * 7);
  const isInside = formatDate(thursday) >= formatDate(first) && formatDate(thursday) <= formatDate(last);
  return isInside ? { lo: addDays(thursday, -3), hi: addDays(thursday, 3) } : undefined;
}

/** The first so many units of a year or month, the last for a negative count. */
export function edgeOf(date: PartialDate, unit: TimeUnit, count: number): Pick<Moment, 'lo' | 'hi'> | undefined {
  const [first, last] = [fullDate(firstDay(date)), fullDate(lastDay(date))];
  if (first === undefined || last === undefined || unit === 'year') return undefined;
  if (unit === 'month') {
    if (date.month !== undefined || Math.abs(count) > 12) return undefined;
    const { year } = date;
    return count > 0
      ? { lo: { year, month: 1 }, hi: { year, month: count } }
      : { lo: { year, month: 13 + count }, hi: { year, month: 12 } };
  }
  if (unit === 'week') {
    const [lo, hi] =
      count > 0
        ? [weekInside(date, 1)?.lo, weekInside(date, count)?.hi]
        : [weekInside(date, count)?.lo, weekInside(date, -1)?.hi];
    return lo === undefined || hi === undefined ? undefined : { lo, hi };
  }
  return count > 0 ? { lo: first, hi: addDays(first, count - 1) } : { lo: addDays(last, count + 1), hi: last };
}

/** A quarter of a year, 1 to 4. */
export function quarterOf(year: number, quarter: number): Pick<Moment, 'lo' | 'hi'> {
  return { lo: { year, month: quarter * 3 - 2 }, hi: { year, month: quarter * 3 } };
}

/** The quarter that is so many from the document's; undefined where its month is not known. */
export function quarterFrom(reference: Reference, steps: number): Pick<Moment, 'lo' | 'hi'> | undefined {
  if (reference?.month === undefined) return undefined;
  const there = moved({ year: reference.year, month: reference.month }, 'month', steps * 3);
  return there?.month === undefined ? undefined : quarterOf(there.year, Math.ceil(there.month / 3));
}

/** The year that two digits mean. */
export function fullYear(digits: number): number {
  return digits < 50 ? 2000 + digits : 1900 + digits;
}

/** Years of a decade that are its early, middle and late ones. */
const DECADE_PARTS = { early: [0, 3], middle: [4, 6], late: [7, 9] } as const;

/**
 * A season as months of a year, `months[1] < months[0]` where it reaches into the next: the one before the document's for step -1, the one of
 * its year for 0, the next for 1. Undefined where its month is not known.
 */
export function seasonFrom(
  reference: Reference,
  months: readonly [number, number],
  step: number,
): Pick<Moment, 'lo' | 'hi'> {
  if (reference?.month === undefined) return { lo: undefined, hi: undefined };
  const over = step < 0 && reference.month > months[1] && months[1] > months[0] ? 1 : 0;
  return seasonOf(reference.year + step + over, months);
}

/** A season of a year. */
export function seasonOf(year: number, months: readonly [number, number]): Pick<Moment, 'lo' | 'hi'> {
  return { lo: { year, month: months[0] }, hi: { year: months[1] < months[0] ? year + 1 : year, month: months[1] } };
}

/** The latest season of a name that has begun when the document was written. */
export function latestSeason(reference: Reference, months: readonly [number, number]): Pick<Moment, 'lo' | 'hi'> {
  const first = withYear(reference, { month: months[0] });
  return first === undefined ? { lo: undefined, hi: undefined } : seasonOf(first.year, months);
}

/** A decade that begins with a year, or part of it, which is vague. */
export function decadeOf(
  year: number,
  part: keyof typeof DECADE_PARTS | undefined,
): Pick<Moment, 'lo' | 'hi'> & { readonly approximate: boolean } {
  const [from, to] = part === undefined ? [0, 9] : DECADE_PARTS[part];
  return { lo: { year: year + from }, hi: { year: year + to }, approximate: part !== undefined };
}

/** The last such day before the document's. */
export function lastWeekday(reference: Reference, day: number): PartialDate | undefined {
  const full = fullDate(reference);
  if (full === undefined) return undefined;
  const back = (weekday(full) - day + 7) % 7;
  return addDays(full, -back);
}

/** Part of a year or month; undefined when it has none such. */
export function partOf(
  date: PartialDate,
  part: DatePart,
): (Pick<Moment, 'lo' | 'hi'> & { readonly approximate?: boolean }) | undefined {
  const { year, month } = date;
  if (part === 'none') return undefined;
  if (typeof part === 'object') {
    if (month !== undefined) return undefined;
    const { months } = part;
    const [from, to] = months;
    return { lo: { year, month: from }, hi: { year: to < from ? year + 1 : year, month: to } };
  }
  if (month === undefined) {
    const at = { early: 1, middle: 6, late: 12 } as const;
    const only = {
      year,
      month:
        at[
          part === 'first third' ? 'early' : part === 'second third' ? 'middle' : part === 'last third' ? 'late' : part
        ],
    };
    return { lo: only, hi: only, approximate: true };
  }
  const end = daysIn(year, month);
  const days: Readonly<Record<typeof part, readonly [number, number]>> = {
    early: [1, 15],
    middle: [10, 20],
    late: [16, end],
    'first third': [1, 10],
    'second third': [11, 20],
    'last third': [21, end],
  };
  const [from, to] = days[part];
  return { lo: { year, month, day: from }, hi: { year, month, day: to } };
}

/** A part of a year or month, or months of a year. */
export type DatePart =
  | 'none'
  | 'early'
  | 'middle'
  | 'late'
  | 'first third'
  | 'second third'
  | 'last third'
  | { readonly months: readonly [number, number] };

/** Two stretches as one: what the first does not say it takes from the second, and the other way round. */
export function joined(from: Moment, to: Moment): Moment | undefined {
  const { lo } = from;
  let { hi } = to;
  const ends = { start: from.start, end: to.end, relative: from.relative || to.relative };
  if (lo === undefined || hi === undefined || to.lo === undefined) return { ...ends, lo: undefined, hi: undefined };
  let first = lo;
  if (to.lacks === 'month' && from.hi?.month !== undefined) {
    hi = { year: from.hi.year, month: from.hi.month, ...(hi.day !== undefined && { day: hi.day }) };
    if (!isReal(hi)) return undefined;
  } else if (to.lacks === 'year' && from.lacks !== 'month') hi = notBefore({ ...hi, year: lo.year }, lo);
  else if (from.lacks === 'year') {
    first = { ...lo, year: hi.year };
    if (formatDate(firstDay(first)) > formatDate(lastDay(hi))) first = { ...first, year: first.year - 1 };
  }
  if (!isReal(first) || !isReal(hi) || formatDate(firstDay(first)) > formatDate(lastDay(hi))) return undefined;
  return { ...ends, lo: first, hi, lacks: from.lacks === 'year' && to.lacks === 'year' ? 'year' : undefined };
}

function notBefore(date: PartialDate, first: PartialDate): PartialDate {
  return formatDate(lastDay(date)) < formatDate(firstDay(first)) ? { ...date, year: date.year + 1 } : date;
}

/** A day that stands in a list behind another date and is of its month: the 19th in "6월 18일과 19일". */
export function listed(first: Moment, next: Moment): Moment {
  const { lo } = first;
  if (next.lacks !== 'month' || next.hi?.day === undefined || lo?.month === undefined) return next;
  const date = { year: lo.year, month: lo.month, day: next.hi.day };
  return isReal(date) ? { ...next, lo: date, hi: date, lacks: first.lacks } : next;
}

/** EDTF of a stretch; with `open`, of everything from its beginning, or until its end. */
export function normOf({ lo, hi, approximate }: Moment, open?: 'since' | 'until' | 'after'): string | null {
  if (lo === undefined || hi === undefined) return null;
  const mark = approximate === true ? '~' : '';
  const [from, to] = [formatDate(lo) + mark, formatDate(hi) + mark];
  if (open === 'since') return `${from}/..`;
  if (open === 'after') return `${to}/..`;
  if (open === 'until') return `../${to}`;
  return from === to ? from : `${from}/${to}`;
}
