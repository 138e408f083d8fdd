/** English calendar words and the forms newspapers shorten them to. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january jan february feb march mar april apr may may june jun july jul august aug september sep october oct november nov december dec'
    .split(' ')
    .map((word, i): [string, number] => [word, Math.floor(i / 2) + 1]),
).set('sept', 9);

/** ISO weekday numbers, Monday is 1. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
);

/** Northern seasons as pairs of months; winter runs into the next year. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['winter', [12, 2]],
]);

/** Words that set a statement in the time of its document. */
export const PRESENT: ReadonlySet<string> = new Set(['now', 'currently', 'presently', 'still', 'today', 'nowadays']);

/** Words before a date that open or close an interval. */
export const DATE_LEADS: ReadonlyMap<string, 'since' | 'until' | 'after' | 'at'> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'until'],
  ['before', 'until'],
  ['prior to', 'until'],
  ['as of', 'until'],
  ['as at', 'until'],
  ['up to', 'until'],
  ['through', 'until'],
  ['after', 'after'],
  ['from', 'at'],
  ['in', 'at'],
  ['on', 'at'],
  ['during', 'at'],
  ['at', 'at'],
  ['of', 'at'],
  ['for', 'at'],
]);

/** Number words that stand before "years ago" and the like; digits are read as they are. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(['will', 'shall', 'plans', 'planned', 'expects', 'expected']);
