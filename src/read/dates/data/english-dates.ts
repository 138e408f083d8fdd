/** English calendar words beside those of `figures/data/calendar.ts`: from the style guides of Reuters and the Associated Press. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
);

/** Numbers that stand before units of time. */
export const COUNT_WORDS: ReadonlyMap<string, number> = new Map([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 20 + i * 10]),
  ['half a', 0.5],
  ['a', 1],
  ['an', 1],
  ['a couple of', 2],
  ['couple', 2],
  ['couple of', 2],
]);

export const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['preceding', -1],
  ['this', 0],
  ['the current', 0],
  ['current', 0],
  ['this current', 0],
  ['this calendar', 0],
  ['this past', -1],
  ['next', 1],
  ['coming', 1],
  ['this coming', 1],
  ['upcoming', 1],
  ['this upcoming', 1],
  ['following', 1],
]);

export const DECADES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, i): [string, number] => [word, i < 1 ? 2020 : 1930 + (i - 1) * 10]),
);

/** Names of months and days that are other words too: they count only beside a number, or after a word that leads to a date. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'sun', 'sat', 'jan', 'fall']);

/** Days of the year that have a name and a fixed date, as [month, day]: feasts, and United Nations observances of the trade. */
export const NAMED_DAYS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ["new year's day", [1, 1]],
  ['new year', [1, 1]],
  ['new year day', [1, 1]],
  ["valentine's day", [2, 14]],
  ["international women's day", [3, 8]],
  ['earth day', [4, 22]],
  ["international workers' day", [5, 1]],
  ['may day', [5, 1]],
  ['world refugee day', [6, 20]],
  ['halloween', [10, 31]],
  ['human rights day', [12, 10]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['christmas', [12, 25]],
  ["new year's eve", [12, 31]],
]);

/** Numbers up to thirty-one as words, which stand for a day beside the name of a month. */
export const CARDINAL_DAYS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1]),
);
