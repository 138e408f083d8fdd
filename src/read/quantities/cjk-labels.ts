import type { CjkNumber } from './cjk-number.ts';

/** Whether digits are part of a number that names: telephones, versions, clocks, scores, leading zeros. */
export function isCode(text: string, { start, end, form, value }: CjkNumber): boolean {
  if (form !== 'digits') return false;
  const stated = text.slice(start, end);
  if (/^0\d/.test(stated)) return true;
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  const [far, beyond] = [text[start - 2] ?? '', text[end + 1] ?? ''];
  if (before === '+' || before === '#' || before === '№') return true;
  if (/[.:/_@]/.test(before) && /[\da-z]/.test(far)) return true;
  if (/[.:/_]/.test(after) && /\d/.test(beyond)) return true;
  if (before === '-' && /[\da-z]/.test(far)) return !endsRange(text, start, value) || after === '-';
  if (after !== '-' || !/\d/.test(beyond)) return false;
  // 3-5人 is a range; 010-6532-1234 and 6-4 are not.
  const rest = /^-(\d{1,12})(-\d)?/.exec(text.slice(end, end + 16));
  return rest === null || rest[2] !== undefined || !(Number(rest[1]) > value);
}

/** The second end of 8-20: one smaller number, and nothing written on to it. */
function endsRange(text: string, start: number, value: number): boolean {
  const lower = /(?:^|[^\da-z.-])(\d{1,12})-$/.exec(text.slice(Math.max(0, start - 14), start));
  return lower !== null && Number(lower[1]) < value;
}

/** "1." and "(1)" at the beginning of a line, [1], ①. */
export function isEnumerator(text: string, { start, end, value }: CjkNumber): boolean {
  if (!Number.isInteger(value) || value > 999) return false;
  const [before, after] = [text[start - 1] ?? '\n', text[end] ?? ''];
  if (/[([〔]/.test(before) && /[)\]〕]/.test(after)) return true;
  return before === '\n' && /[.、)\]]/.test(after);
}
