/** What a word behind a number multiplies it by. */
export const NUMBER_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['만', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['억', 1e8],
  ['千', 1e3],
  ['천', 1e3],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** The first three letters of each month. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, i + 1]),
);
