/**
 * Whether a text is a moment in the one form that the record knows: RFC 3339 in UTC with milliseconds, as
 * Date.prototype.toISOString writes years 0 to 9999. Refuses the 30th of February and the 61st second.
 */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
