import { formatDate, isReal, type PartialDate } from './figures/calendar.ts';

/** A date as some words state it. */
export interface StatedDateSpan {
  /** EDTF, as precise as the words; a time of day is left out, since pages rarely say in which zone it was. */
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s{1,3})?';

/** How a zero is written among Chinese digits: the sign itself, a letter or circle that looks like it, a figure. */
const HAN_ZEROS = '〇零○ОO0Оο◯';
const MONTH_DAY =
  '\\s?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[月월]\\s?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[日号號일])?)?';

type Reader = (parts: readonly (string | undefined)[]) => PartialDate | undefined;

const yearMonthDay: Reader = ([, year, month, day]) => partial(year, month, day);

/** Forms in the order they are tried; all are anchored by `findStatedDate` at the earliest place any of them holds. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/(?<![\d./-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/, yearMonthDay],
  [/(?<![\d./-])(\d{4})\/(\d{1,2})\/(\d{1,2})(?![\d/])/, yearMonthDay],
  [/(?<![\d./-])(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?!\d)/, yearMonthDay],
  // North Korean papers count from 1912 and give the year of our era in brackets.
  [
    /(?:주체|主体|主體)\s?\d{1,3}\s?[(（](\d{4})[)）]\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?)?/,
    yearMonthDay,
  ],
  // The same count without the year of our era, the years of the Republic of China, and those from Dangun's founding.
  [
    new RegExp(
      `(?:주체|主体|主體|(?:中華|中华)?(?:民國|民国))\\s?(\\d{1,3}|[〇零一二三四五六七八九十百]{1,6})\\s?[年년]${MONTH_DAY}`,
    ),
    ([, count, month, day]) => countedYear(count, 1911, { month, day }),
  ],
  [
    new RegExp(`(?:단기|檀紀|檀纪)\\s?(\\d{4})\\s?[年년]${MONTH_DAY}`),
    ([, count, month, day]) => countedYear(count, -2333, { month, day }),
  ],
  [/(?<!\d)(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?)?/, yearMonthDay],
  [
    new RegExp(
      `([${HAN_ZEROS}一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号號])?)?`,
    ),
    ([, year, month, day]) => partial(hanYear(year), hanNumber(month), hanNumber(day)),
  ],
  // ’14. 5. 12., as Korean offices write.
  [
    /(?<![\d\p{L}])['’‘](\d{2})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?!\d)/u,
    ([, year, month, day]) => partial(`20${year}`, month, day),
  ],
  [/(?<=\()(\d{4})\.\s?(\d{1,2})\.?(?=\))/, ([, year, month]) => partial(year, month, undefined)],
  [
    new RegExp(`${WEEKDAY}\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b`, 'i'),
    ([, month, day, year]) => partial(year, monthNumber(month), day),
  ],
  [
    new RegExp(
      `${WEEKDAY}\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:day\\sof\\s|of\\s)?${MONTH},?\\s{1,3}(\\d{4})\\b`,
      'i',
    ),
    ([, day, month, year]) => partial(year, monthNumber(month), day),
  ],
  [
    new RegExp(`(?<![\\d-])(\\d{1,2})-${MONTH}-(\\d{4})\\b`, 'i'),
    ([, day, month, year]) => partial(year, monthNumber(month), day),
  ],
  [
    new RegExp(`\\b${MONTH}\\s{1,3}(\\d{4})\\b`, 'i'),
    ([, month, year]) => partial(year, monthNumber(month), undefined),
  ],
  // Day and month in figures alone are read only where one of them can be no month.
  [/(?<![\d./-])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\d/])/, ([, a, b, year]) => unambiguous(a, b, year)],
];

/** The first date stated in full or in part, with its year; undefined when there is none. Looks at 2,000 units at most. */
export function findStatedDate(text: string): StatedDateSpan | undefined {
  const head = text.slice(0, 2000);
  let best: StatedDateSpan | undefined;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(head);
    if (match === null || (best !== undefined && match.index >= best.start)) continue;
    const date = read(match);
    if (date !== undefined) best = { edtf: formatDate(date), start: match.index, end: match.index + match[0].length };
  }
  return best;
}

/** A day as the lines above posts state it: whoever reads the thread knows the year. */
export interface StatedDay {
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

const HOUR = '(?=[\\s,·|]{0,3}(?:at\\s)?(?:(?:오전|오후|上午|下午|早上|晚上|凌晨)\\s?)?\\d{1,2}[:时時시點点])';
const DAYS: readonly (readonly [RegExp, 'month-first' | 'day-first' | 'either'])[] = [
  [/(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/, 'month-first'],
  [new RegExp(`\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\s\\d{4}|:)`, 'i'), 'month-first'],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?${MONTH}(?!\\s\\d{4})(?!\\p{L})`, 'iu'), 'day-first'],
  [new RegExp(`(?<![\\d./-])(\\d{1,2})[-./](\\d{1,2})(?![\\d./-])${HOUR}`), 'either'],
];

/**
 * The first day stated without its year: `1 Mar`, `3월 2일`, `11/21 22:15`. Two figures alone count before an hour, the month first where Han or
 * Hangul stands beside them and elsewhere only where one of them can be no month. Undefined when there is none.
 */
export function findStatedDay(line: string): StatedDay | undefined {
  const head = line.slice(0, 200);
  const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(head);
  for (const [pattern, order] of DAYS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const [, first, second] = match;
    const [a, b] = [monthOrNumber(first), monthOrNumber(second)];
    const monthFirst = order === 'month-first' || (order === 'either' && (eastern || b > 12));
    if (order === 'either' && !eastern && a <= 12 && b <= 12 && a !== b) continue;
    const [month, day] = monthFirst ? [a, b] : [b, a];
    // A leap year, so that the last day of February is one.
    if (isReal({ year: 2000, month, day }))
      return { month, day, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function monthOrNumber(words: string | undefined): number {
  return Number(monthNumber(words) ?? words);
}

/** The last such day that is not behind a date of at least its year; EDTF, undefined when the date says no year. */
export function dayBefore({ month, day }: StatedDay, edtf: string): string | undefined {
  const [, years, months = '12', days = '31'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf) ?? [];
  if (years === undefined) return undefined;
  const isLater = month > Number(months) || (month === Number(months) && day > Number(days));
  const date = { year: Number(years) - (isLater ? 1 : 0), month, day };
  return isReal(date) ? formatDate(date) : undefined;
}

/** The date that a text consists of, but for a label before it, a time of day, punctuation and brackets around it. */
export function wholeDate(text: string): StatedDateSpan | undefined {
  if (text.length > 120) return undefined;
  const date = findStatedDate(text);
  if (date === undefined) return undefined;
  const before = text.slice(0, date.start);
  const after = text.slice(date.end);
  const label =
    /^[\s([（【]*(?:(?:published|posted|updated|date[d]?|issued|发布时间|發布時間|发布日期|發布日期|时间|時間|日期|입력|게시|등록|작성일|날짜|승인|송고)(?:\s(?:on|at))?\s*[:：]?|(?:(?:dated|given|signed|done|issued)\s)?(?:on\s)?th(?:is|e)\s)?[\s(（]*$/i;
  const time =
    /^[\s,.)\]）】T]*(?:(?:at\s)?\d{1,2}[:时時시]\s?\d{2}(?:[:分분]\s?\d{2})?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4}|분)?)?[\s.)\]）】]*(?:\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|[월화수목금토일])[a-z]*\))?\s*(?:[(（[](?:seal(?:ed)?|公章|印章|印|직인|관인)[)）\]])?\s*$/i;
  return label.test(before) && time.test(after) ? date : undefined;
}

/** EDTF of a machine-readable date as metadata carries it; undefined for anything that states no year. */
export function edtfOfMetadata(value: string): string | undefined {
  const trimmed = value.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|\d{6}|$)/.exec(trimmed);
  if (compact !== null) {
    const date = partial(compact[1], compact[2], compact[3]);
    if (date !== undefined) return formatDate(date);
  }
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?=$|[T\s])/.exec(trimmed);
  if (iso !== null) {
    const date = partial(iso[1], iso[2], iso[3]);
    if (date !== undefined) return formatDate(date);
  }
  return findStatedDate(trimmed)?.edtf;
}

function partial(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): PartialDate | undefined {
  if (year === undefined) return undefined;
  const date: PartialDate = {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(month === undefined || day === undefined ? {} : { day: Number(day) }),
  };
  return isReal(date) ? date : undefined;
}

function unambiguous(a: string | undefined, b: string | undefined, year: string | undefined): PartialDate | undefined {
  if (Number(a) > 12) return partial(year, b, a);
  if (Number(b) > 12) return partial(year, a, b);
  return a === b ? partial(year, a, b) : undefined;
}

function monthNumber(name: string | undefined): string | undefined {
  const at = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return at < 0 ? undefined : String(at + 1);
}

const DIGITS = '〇一二三四五六七八九';

function hanYear(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  return [...words].map((char) => (HAN_ZEROS.includes(char) ? 0 : DIGITS.indexOf(char))).join('');
}

/** A year that is counted from another beginning, in digits or Chinese numerals up to 999. */
function countedYear(
  count: string | undefined,
  from: number,
  { month, day }: { readonly month: string | undefined; readonly day: string | undefined },
): PartialDate | undefined {
  if (count === undefined) return undefined;
  const [hundreds, rest] = count.includes('百') ? count.split('百') : ['零', count];
  const number = /^\d+$/.test(count)
    ? Number(count)
    : DIGITS.indexOf(hundreds === '零' ? '〇' : (hundreds ?? '')) * 100 +
      Number(hanNumber((rest ?? '').replace(/[零〇]/, '') || '〇'));
  const plain = (words: string | undefined): string | undefined => (/^\d/.test(words ?? '') ? words : hanNumber(words));
  return number < 1 ? undefined : partial(String(number + from), plain(month), plain(day));
}

/** 1 to 31 in Chinese numerals: 七, 十, 十二, 二十, 三十一. */
function hanNumber(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  const ten = tens === '' ? 1 : tens === '0' ? 0 : DIGITS.indexOf(tens ?? '');
  const one = ones === '' || ones === undefined ? 0 : DIGITS.indexOf(ones);
  return ten < 0 || one < 0 ? undefined : String(ten * 10 + one);
}
