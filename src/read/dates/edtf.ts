import { daysIn } from '../figures/calendar.ts';

const POINT =
  '(?:(?:\\d{4}|\\d{3}X|\\d{2}XX)(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?[~?%]?|\\.\\.)';
const EDTF = new RegExp(`^${POINT}(?:/${POINT})?$`);

/**
 * Whether a text is a date as claims keep it, of the Extended Date/Time Format (ISO 8601-2): a year, also with unknown digits at its end, a month
 * or season, a day, with a mark of doubt, or two of them with a stroke between; `..` for an open end.
 */
export function isEdtf(text: string): boolean {
  return EDTF.test(text);
}

/** Whether a text is such a date and each of its days is in the calendar: no 30 February, no day of a season. */
export function isRealDate(text: string): boolean {
  return isEdtf(text) && text.split('/').every(isInCalendar);
}

function isInCalendar(point: string): boolean {
  const [, year, month, day] = /^(\d[\dX]{3})-(\d\d)-(\d\d)/.exec(point) ?? [];
  if (year === undefined) return true;
  // Of a decade or a century some year is a leap year. Every 400 years the calendar is the same, and years below 1000 can be asked of too.
  const known = 2000 + (year.includes('X') ? 0 : Number(year) % 400);
  return Number(month) <= 12 && Number(day) <= daysIn(known, Number(month));
}
