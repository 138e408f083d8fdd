import type { DatePart } from '../moment.ts';

/**
 * Words for time in Chinese news and notices, in simplified characters: from the grammars of Li and Thompson and of Po-Ching
 * and Rimmington, and the calendar words of GB/T 7408.
 */
export const YEAR_WORDS: ReadonlyMap<string, number> = new Map([
  ['大前年', -3],
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['上一年', -1],
  ['今年', 0],
  ['本年', 0],
  ['本年度', 0],
  ['当年', 0],
  ['这一年', 0],
  ['明年', 1],
  ['来年', 1],
  ['下一年', 1],
  ['后年', 2],
  ['大后年', 3],
]);

export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['大前天', -3],
  ['前天', -2],
  ['前日', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['昨晚', -1],
  ['今天', 0],
  ['今日', 0],
  ['今晨', 0],
  ['今晚', 0],
  ['当天', 0],
  ['当日', 0],
  ['即日', 0],
  ['明天', 1],
  ['明日', 1],
  ['次日', 1],
  ['翌日', 1],
  ['后天', 2],
  ['后日', 2],
  ['大后天', 3],
]);

/** Before 周, 月, 季度: which one from the document's. */
export const STEP_WORDS: ReadonlyMap<string, number> = new Map([
  ['上上', -2],
  ['上', -1],
  ['上一', -1],
  ['前一', -1],
  ['本', 0],
  ['这', 0],
  ['这一', 0],
  ['当', 0],
  ['下', 1],
  ['下一', 1],
  ['下下', 2],
]);

export const SEASON_MONTHS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>(
  [
    ['春', [3, 5]],
    ['夏', [6, 8]],
    ['秋', [9, 11]],
    ['冬', [12, 2]],
  ],
);

export const PARTS: ReadonlyMap<string, DatePart> = new Map<string, DatePart>([
  ['年初', 'early'],
  ['年中', 'middle'],
  ['年底', 'late'],
  ['年末', 'late'],
  ['岁末', 'late'],
  ['月初', 'early'],
  ['月中', 'middle'],
  ['月底', 'late'],
  ['月末', 'late'],
  ['初', 'early'],
  ['中', 'middle'],
  ['底', 'late'],
  ['末', 'late'],
  ['上旬', 'first third'],
  ['中旬', 'second third'],
  ['下旬', 'last third'],
  ['上半年', { months: [1, 6] }],
  ['前半年', { months: [1, 6] }],
  ['下半年', { months: [7, 12] }],
  ['后半年', { months: [7, 12] }],
  ...[...SEASON_MONTHS].flatMap(([name, months]): [string, DatePart][] =>
    ['季', '天', ''].map((ending) => [name + ending, { months }]),
  ),
]);
