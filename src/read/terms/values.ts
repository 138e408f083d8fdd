import { type FoldedText, givenSpan } from './folded-text.ts';

/** A number or date that a text writes in a form of its own, and the one form in which it is compared. */
export interface Value {
  readonly kind: 'number' | 'date';
  /** A number in digits; a date as `2016-08-09`, `2016-08`, `2016`, or `--08-09` when the year is not said. */
  readonly value: string;
  /** UTF-16 offsets in the text as it was given. */
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers with multipliers (13만3009, 1.5万, 十三万三千, 3 million) and dates (2016년 8월, 2016.8.9, August 2016), each
 * in the form in which it is compared (docs/search.md S8, S9). Plain numbers are units already and not among them.
 * Ascending; linear in the length of the text.
 */
export function valuesOf(folded: FoldedText): readonly Value[] {
  const { text } = folded;
  if (!/[\d一二三四五六七八九十〇]/.test(text)) return [];
  const found: Value[] = [];
  const add = (kind: Value['kind'], value: string | undefined, start: number, end: number): void => {
    if (value !== undefined) found.push({ kind, value, ...givenSpan(folded, start, end) });
  };
  for (const pattern of DATE_FORMS) {
    for (const match of text.matchAll(pattern)) add('date', dateOf(match.groups), match.index, endOf(match));
  }
  for (const match of text.matchAll(MULTIPLIED)) add('number', multipliedValue(match[0]), match.index, endOf(match));
  for (const match of text.matchAll(ENGLISH_NUMBER)) {
    add('number', englishValue(match[1], match[2]), match.index, endOf(match));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A date and the coarser ones that hold it: whoever asks for August 2016 means the ninth too. */
export function dateLevels(value: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  if (year === undefined || month === undefined) return [value];
  return day === undefined ? [year, `${year}-${month}`] : [year, `${year}-${month}`, value, `--${month}-${day}`];
}

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SMALL: Readonly<Record<string, number>> = { 십: 10, 十: 10, 백: 100, 百: 100, 천: 1000, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = {
  만: 1e4,
  万: 1e4,
  萬: 1e4,
  억: 1e8,
  亿: 1e8,
  億: 1e8,
  조: 1e12,
  兆: 1e12,
};
const HAN_DIGITS = '〇一二三四五六七八九';
const digitOf = (char: string): number =>
  char === '零' ? 0 : char === '两' || char === '兩' ? 2 : HAN_DIGITS.indexOf(char);

/** Digits or Han numerals with at least one multiplier; one space may stand after a multiplier before digits. */
const MULTIPLIED = new RegExp(
  `(?<![\\d.,])(?:(?:${NUMBER})\\s?[십백천만억조十百千万萬亿億兆]|[零〇一二三四五六七八九两兩]{1,9}[十百千万萬亿億兆]|十[一二三四五六七八九万萬亿億])` +
    `(?:\\s?(?:${NUMBER})|[零〇一二三四五六七八九两兩십백천만억조十百千万萬亿億兆]){0,24}`,
  'gu',
);
const PIECE = new RegExp(`${NUMBER}|[零〇一二三四五六七八九两兩]|[십백천만억조十百千万萬亿億兆]`, 'gu');

function multipliedValue(text: string): string | undefined {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  for (const [piece] of text.matchAll(PIECE)) {
    const small = SMALL[piece];
    const large = LARGE[piece];
    if (small !== undefined) {
      section += (current ?? 1) * small;
      current = undefined;
    } else if (large !== undefined) {
      section += current ?? (section === 0 ? 1 : 0);
      total += section * large;
      section = 0;
      current = undefined;
    } else {
      const digit = piece.length === 1 ? digitOf(piece) : -1;
      // Two numbers side by side: the second is of something else.
      if (current !== undefined && digit <= 0) break;
      current = digit >= 0 ? digit : Number(piece.replaceAll(',', ''));
    }
  }
  return plainNumber(total + section + (current ?? 0));
}

const ENGLISH_SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ENGLISH_NUMBER = new RegExp(
  `(?<![\\d.,])(${NUMBER})[\\s-]?(hundred|thousand|million|billion|trillion)(?![a-z])`,
  'g',
);

function englishValue(digits: string | undefined, scale: string | undefined): string | undefined {
  const times = ENGLISH_SCALE[scale ?? ''];
  return digits === undefined || times === undefined
    ? undefined
    : plainNumber(Number(digits.replaceAll(',', '')) * times);
}

function plainNumber(value: number): string | undefined {
  return Number.isFinite(value) && value < 1e18 ? String(Number(value.toFixed(6))) : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';

const DATE_FORMS: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4}|[〇零一二三四五六七八九]{4})\s?[년年]\s?(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[월月](?:\s?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[일日号號])?)?/gu,
  new RegExp(
    `(?<![\\d년年]\\s?)(?<month>\\d{1,2}|${HAN_NUMBER})\\s?[월月]\\s?(?<day>\\d{1,2}|${HAN_NUMBER})\\s?[일日号號]`,
    'gu',
  ),
  /(?<![\d.,/-])(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?(?![\d-])/g,
  /(?<![\d.,/-])(?<year>(?:1[89]|20)\d\d)(?<mark>[./])\s?(?<month>\d{1,2})(?:\k<mark>\s?(?<day>\d{1,2}))?(?![\d/])/g,
  /(?<![\d.,/-])['’]?(?<short>\d{2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<day>\d{1,2})\.?)?(?!\d)/g,
  new RegExp(`(?<![a-z\\d])${MONTH}\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<year>\\d{4}))?(?!\\d)`, 'g'),
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\.?(?:,?\\s(?<year>\\d{4}))?(?![a-z\\d])`,
    'g',
  ),
  new RegExp(`(?<![a-z\\d])${MONTH}\\.?,?\\s(?<year>\\d{4})(?!\\d)`, 'g'),
];

function dateOf(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  const { year, short, month, day } = groups ?? {};
  const y =
    year === undefined ? shortYear(short) : year.replace(/[〇零一二三四五六七八九]/gu, (char) => String(digitOf(char)));
  const m = month === undefined ? undefined : within(monthNumber(month), 12);
  const d = day === undefined ? undefined : within(smallNumber(day), 31);
  if ((month !== undefined && m === undefined) || (day !== undefined && d === undefined)) return undefined;
  if (y === undefined) return m === undefined || d === undefined ? undefined : `--${m}-${d}`;
  return [y, m, d].filter((part) => part !== undefined).join('-');
}

/** "16.8.9" is how Korean papers write a year of this century; beyond the fifties, of the last. */
function shortYear(short: string | undefined): string | undefined {
  return short === undefined ? undefined : `${Number(short) < 60 ? '20' : '19'}${short}`;
}

function within(value: number, most: number): string | undefined {
  return value >= 1 && value <= most ? String(value).padStart(2, '0') : undefined;
}

function monthNumber(text: string): number {
  const named = MONTHS.indexOf(text.slice(0, 3));
  return named >= 0 ? named + 1 : smallNumber(text);
}

function smallNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number(multipliedValue(text));
}
