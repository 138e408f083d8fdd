import { isReal, type PartialDate } from '../figures/calendar.ts';
import { match } from './joints.ts';
import { type Moment, moved, type Reference, whole, withMonth, withYear } from './moment.ts';

/** Patterns of dates in digits alone: year, mark, month and day; year and month; a year before another that has its word. */
export interface NumericPatterns {
  readonly day: RegExp;
  readonly month: RegExp;
  readonly year: RegExp;
}

/** A date in digits that begins at a place; undefined when none does. */
export function readNumeric(text: string, at: number, patterns: NumericPatterns): Moment | undefined {
  const day = match(patterns.day, text, at);
  const month = day === undefined ? match(patterns.month, text, at) : undefined;
  const found = day ?? month ?? match(patterns.year, text, at);
  if (found === undefined) return undefined;
  const date: PartialDate =
    day !== undefined
      ? { year: Number(day[1]), month: Number(day[3]), day: Number(day[4]) }
      : month !== undefined
        ? { year: Number(month[1]), month: Number(month[2]) }
        : { year: Number(found[1]) };
  return isReal(date) ? whole({ start: at, end: at + found[0].length }, date) : undefined;
}

/** What was said of a date; `monthStep` is a month by its distance from the document's, as 本月 and 지난달 say it. */
export interface SaidDate {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly monthStep: number | undefined;
  readonly day: number | undefined;
}

/** The date that was said, with what was not said from the document's; undefined when that does not suffice. */
export function dateSaid({ year, month, monthStep, day }: SaidDate, reference: Reference): PartialDate | undefined {
  const withDay = day === undefined ? {} : { day };
  if (monthStep !== undefined) {
    if (reference?.month === undefined) return undefined;
    const there = moved({ year: reference.year, month: reference.month }, 'month', monthStep);
    return there && { ...there, ...withDay };
  }
  if (month === undefined)
    return year !== undefined ? { year } : day === undefined ? undefined : withMonth(reference, day);
  return year === undefined ? withYear(reference, { month, ...withDay }) : { year, month, ...withDay };
}

/** A year by its distance from the document's; undefined without either. */
export function yearAt(reference: Reference, step: number | undefined): number | undefined {
  return reference === undefined || step === undefined ? undefined : reference.year + step;
}
