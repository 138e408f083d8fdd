import { formatDate, isReal } from '../figures/calendar.ts';

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a Date header states (RFC 5322, 3.3), as EDTF: the sender's day, by the sender's clock. Undefined when it
 * is no such date; nothing is guessed from one that is written otherwise.
 */
export function mailDay(header: string): string | undefined {
  const match = /^(?:\p{L}{2,9}\.?,?\s*)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?[\s-]+(\d{2}|\d{4})(?!\d)/u.exec(
    header.trim(),
  );
  const month = MONTHS.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (match === null || month === 0) return undefined;
  // Years of two digits are those of RFC 822: 50 to 99 are of the last century.
  const written = Number(match[3]);
  const year = written >= 100 ? written : written < 50 ? 2000 + written : 1900 + written;
  const date = { year, month, day: Number(match[1]) };
  return isReal(date) ? formatDate(date) : undefined;
}
