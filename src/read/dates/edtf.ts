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
