/** The time as this device claims it: RFC 3339 in UTC with milliseconds, the form that the record knows. */
export type Clock = () => string;

/** The clock of this machine. Only rooms' callers read it; below this room time is a parameter. */
export function systemClock(): string {
  return new Date().toISOString();
}

/** A file's own time as the record knows it; null when the file has none that can be written so. */
export function instantOf(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return null;
  const date = new Date(Math.floor(milliseconds));
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString();
}
