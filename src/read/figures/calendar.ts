/** A date as precise as it is known. Month and day are 1-based; absent when unknown. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const DAY = 86_400_000;

/** Reads the leading date of an EDTF string; undefined for open or unspecified ones ("../2004", "199X"). */
export function parsePartialDate(edtf: string | undefined): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dX])/.exec(edtf ?? '');
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (month === undefined) return { year: Number(year) };
  if (day === undefined) return { year: Number(year), month: Number(month) };
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** EDTF of a date at its own precision. */
export function formatDate(date: PartialDate): string {
  const year = String(date.year).padStart(4, '0');
  if (date.month === undefined) return year;
  const month = `${year}-${String(date.month).padStart(2, '0')}`;
  return date.day === undefined ? month : `${month}-${String(date.day).padStart(2, '0')}`;
}

/** Days in a month; February by the Gregorian rule. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether month and day exist; a date without them always does. */
export function isReal(date: PartialDate): boolean {
  if (date.year < 1000 || date.year > 2999) return false;
  if (date.month !== undefined && (date.month < 1 || date.month > 12)) return false;
  if (date.day === undefined) return true;
  return date.month !== undefined && date.day >= 1 && date.day <= daysIn(date.year, date.month);
}

/** The last day of a year or month, or the day itself. */
export function lastDay(date: PartialDate): PartialDate {
  const month = date.month ?? 12;
  return { year: date.year, month, day: date.day ?? daysIn(date.year, month) };
}

/** The first day of a year or month, or the day itself. */
export function firstDay(date: PartialDate): PartialDate {
  return { year: date.year, month: date.month ?? 1, day: date.day ?? 1 };
}

/** Moves a full date by days. */
export function addDays(date: Required<PartialDate>, days: number): Required<PartialDate> {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Moves a date with a month by months; the day is dropped. */
export function addMonths(
  date: PartialDate & { readonly month: number },
  months: number,
): Required<Omit<PartialDate, 'day'>> {
  const index = date.year * 12 + date.month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** ISO weekday of a full date, Monday is 1. */
export function weekday(date: Required<PartialDate>): number {
  return ((new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() + 6) % 7) + 1;
}

/** The date with month and day when it has both. */
export function fullDate(date: PartialDate | undefined): Required<PartialDate> | undefined {
  if (date?.month === undefined || date.day === undefined) return undefined;
  return { year: date.year, month: date.month, day: date.day };
}
