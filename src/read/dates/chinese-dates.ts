import { isReal, type PartialDate } from '../figures/calendar.ts';
import { dateSaid, type NumericPatterns, readNumeric, type SaidDate, yearAt } from './cjk-dates.ts';
import { DAY_WORDS, PARTS, SEASON_MONTHS, STEP_WORDS, YEAR_WORDS } from './data/chinese-dates.ts';
import { readFeast } from './feasts.ts';
import { anyOf, type Joints, match } from './joints.ts';
import {
  decadeOf,
  edgeOf,
  fullYear,
  lastWeekday,
  latestSeason,
  type Moment,
  moved,
  partOf,
  quarterFrom,
  quarterOf,
  type Reference,
  seasonOf,
  span,
  type TimeUnit,
  weekInside,
  weekOf,
  whole,
  withYear,
} from './moment.ts';

const DIGITS = '〇零一二三四五六七八九';
const NUMBER = `\\d{1,4}|[${DIGITS}两十百]{1,5}`;
const STEP = anyOf(STEP_WORDS.keys());
const PART = anyOf(PARTS.keys());
const UNIT = '个?(?:天|日|星期|礼拜|周|月|年)';

/** A year, month and day as far as they are said; each piece sticky and of bounded length. */
const YEAR = new RegExp(
  `(?<!\\d)(\\d{4}|[${DIGITS}]{4})\\s?年度?(?!代|来)(?!(?<!(?:1[5-9]|20)\\d\\d年|[一二][〇零一九八七][${DIGITS}]{2}年)(?:内|间))|(${anyOf(YEAR_WORDS.keys())})(?!代)`,
  'uy',
);
const SHORT_YEAR = new RegExp(
  `(?<!\\d)(\\d\\d|[${DIGITS}]{2})年(?=\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月)|(?<!\\d)(?<![${DIGITS}十百])(0\\d|[〇零][一二三四五六七八九])年(?!前|后|间|以)|(?:中华)?民国\\s?(\\d{1,3}|[${DIGITS}十百]{1,5})\\s?年(?!间|初|代)`,
  'uy',
);
const MONTH = new RegExp(
  `(?<![\\d第])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月(?:份)?(?!球)|(${STEP})个?月(?:份)?`,
  'uy',
);
const DAY =
  /(?<!\d)(3[01]|[12]\d|0?[1-9]|三十一?|[二廿][十]?[一二三四五六七八九]|二十|十[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号](?![线楼院航口])/uy;
const PART_AT = new RegExp(`(?:的)?(${PART})(?<!初(?=[一二三四五六七八九十]))`, 'uy');
const NUMBERED = new RegExp(`(?:的)?(?:第(${NUMBER})|最后一)\\s?个?(周|星期|礼拜|月)(?!前|后)`, 'uy');
const EDGE = new RegExp(`(?:的)?(前|头|最后)\\s?(${NUMBER})\\s?(${UNIT})`, 'uy');
const QUARTER = new RegExp(`(?:的)?(?:第)?([一二三四1-4])(?:季度|季)|(${STEP})个?季度`, 'uy');
const HALF_YEAR = /[上下]半年/uy;
/** 前三季度, 第三季度, 年底: of the document's year. */
const OF_YEAR = /前([两二三])个?季度|第?([一二三四1-4])季度|(年初|年中|年底|年末|岁末|年内(?!部|容))/uy;
/** 今夏, 去冬, 入冬以来, 今年入夏. */
const SEASON =
  /(今|去|来|明|这个|这一)?([春夏秋冬])(?:季|天)?(?=以来|以前|之前|后|前|起|至|到|[,，。；;、]|开始|的|$)|入([春夏秋冬])(?=以来|以后|后|前|,|，)|(今|去)([春夏秋冬])/uy;
const WEEKDAY_BEHIND = /\s?[,、(]?\s?(?:星期|礼拜|周)[一二三四五六日天][)]?/uy;
const ISO = /(?<!\d)((?:1[5-9]|20)\d\d)([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)/uy;
const ISO_MONTH = /(?<!\d)((?:1[5-9]|20)\d\d)[-/](1[0-2]|0[1-9])(?![\d/-])/uy;
const WEEKDAY = new RegExp(`(?:(${STEP})个?)?(?:星期|礼拜|周)([一二三四五六日天])|(?:(${STEP})个?)?周末`, 'uy');
const DAY_WORD = new RegExp(anyOf(DAY_WORDS.keys()), 'uy');
const STEP_UNIT = new RegExp(`(${STEP})(?:个)?(星期|礼拜|周)(?![一二三四五六日天末年])`, 'uy');
const AGO = new RegExp(`(?<![\\d第])(${NUMBER})(${UNIT})(?:(之前|以前|前(?!半))|(之后|以后|后(?!半)))`, 'uy');
const WITHIN = new RegExp(
  `(?:(过去|近|最近|前|(?<!以)上)|(未来|今后|接下来|后|下|随后))的?(${NUMBER})(${UNIT})(?:内|里|间|来)?`,
  'uy',
);
const DECADE = new RegExp(
  `(?:(\\d{1,2}|[${DIGITS}十]{1,3})世纪)?(\\d{4}|\\d0|[${DIGITS}十]{1,4})年代(初期|初|中期|中|末期|末|后期)?`,
  'uy',
);
const BARE_YEAR = /(?<!\d)((?:1[5-9]|20)\d\d)(?=\s?(?:-|—|–|~|至|到)\s?(?:(?:1[5-9]|20)\d\d|\d\d)年)/uy;
/** 一九九八到二〇〇五年. */
const SPELLED_YEAR = new RegExp(`([一二][${DIGITS}]{3})(?=\\s?(?:-|—|–|~|至|到)\\s?[一二][${DIGITS}]{3}年)`, 'uy');
/** 1至9月, 今年头三个月: months of a year that was said, or of the document's. */
const MONTHS_BEHIND =
  /(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?\s?(?:-|—|–|~|至|到)\s?(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?/uy;
const ABOUT = /\s?(?:前后|左右|上下)/uy;

const NUMERIC: NumericPatterns = { day: ISO, month: ISO_MONTH, year: BARE_YEAR };

/** What a date can begin with: every other character is passed over by one look. */
export const CHINESE_START: RegExp =
  /[\d〇零一二两三四五六七八九十廿今去前明后本当上下大来昨次翌周星礼春中这过近最未接随第年岁入农端复圣元劳国太光即民]/u;

export const CHINESE_JOINTS: Joints = {
  joint: /\s?(?:起|开始)?\s?(?:-|—|–|~|到|至|直到)\s?/uy,
  and: /\s?[和与及]\s?/uy,
  closing: /\s?(?:之间|间)/uy,
  list: /\s?(?:[,、和与及或]|或者)\s?/uy,
  close: /(?:之)?(?:间|期间|为止|止)?/uy,
  since: /(?:起|以来|开始|至今)/uy,
  until: /(?:以前|之前|为止|前)(?!往|后)/uy,
  after: /(?:以后|之后|过后)/uy,
  lead: /(?:从|自|由|在|于)$/u,
  untilLead: /(?:截至|截止|直到|直至)$/u,
};

const ONLY: ReadonlyMap<string, 'feast' | 'era' | 'era or feast' | 'day'> = new Map([
  ...[...'春农端复圣元劳国太光'].map((character): [string, 'feast'] => [character, 'feast']),
  ['中', 'era or feast'],
  ['民', 'era'],
  ['即', 'day'],
]);

/** The date that begins at a place of a folded text in simplified characters; undefined when none does. */
export function chineseDateAt(text: string, at: number, reference: Reference): Moment | undefined {
  // Characters as common as these begin a feast, a year of the Republic or 即日, and nothing else.
  const only = ONLY.get(text[at] ?? '');
  if (only !== undefined) {
    if (only === 'feast') return readFeast(text, at, 'zh', reference);
    if (only === 'day') return text[at + 1] === '日' ? readDayWord(text, at, reference) : undefined;
    if (text.startsWith('民国', at) || text.startsWith('中华民国', at)) return readParts(text, at, reference);
    return only === 'era or feast' ? readFeast(text, at, 'zh', reference) : undefined;
  }
  return (
    readNumeric(text, at, NUMERIC) ??
    readSpelledYear(text, at) ??
    readFeast(text, at, 'zh', reference) ??
    readDecade(text, at) ??
    readAgo(text, at, reference) ??
    readWithin(text, at, reference) ??
    readParts(text, at, reference) ??
    readWeek(text, at, reference) ??
    readDayWord(text, at, reference)
  );
}

/** Years, months and days one after another, then a part of the smallest. */
function readParts(text: string, start: number, reference: Reference): Moment | undefined {
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = match(pattern, text, at);
    if (found !== undefined) at += found[0].length;
    return found;
  };
  const skip = (): void => {
    if (/^(?:的| )$/.test(text[at] ?? '') && /[\d一二三四五六七八九十上本当第春夏秋冬下前后]/.test(text[at + 1] ?? ''))
      at++;
  };
  const said = take(YEAR);
  const short = said === undefined ? take(SHORT_YEAR) : undefined;
  const year =
    said?.[1] !== undefined
      ? numberOf(said[1])
      : said?.[2] !== undefined
        ? yearAt(reference, YEAR_WORDS.get(said[2]))
        : short?.[3] !== undefined
          ? republicYear(short[3])
          : shortYear(short?.[1] ?? short?.[2]);
  const hasYear = said !== undefined || short !== undefined;
  const afterYear = at;
  if (hasYear) skip();
  const month = take(MONTH);
  const dayAt = at;
  if (month !== undefined) skip();
  // 一日 alone is a day long more often than the first: without a month it takes digits.
  const day = month === undefined && (hasYear || !/\d/.test(text[at] ?? '')) ? undefined : take(DAY);
  if (day === undefined) at = month === undefined ? afterYear : dayAt;
  if (!hasYear && month === undefined && day === undefined) return readQuarterOnly(text, start, reference);
  const relative = !hasYear || said?.[2] !== undefined;
  const isOpen = hasYear && year === undefined;
  const date = isOpen ? undefined : dateSaid(saidOf({ year, month, day }), reference);
  const lacks = hasYear ? undefined : month === undefined ? 'month' : month[2] === undefined ? 'year' : undefined;
  if (day !== undefined) take(WEEKDAY_BEHIND);
  if (date === undefined) return relative ? whole({ start, end: at }, undefined, { relative }) : undefined;
  if (!isReal(date)) return undefined;
  const made = day === undefined ? readPart(text, at, { date, isYear: month === undefined }) : undefined;
  if (made !== undefined) return { ...made, start, relative };
  const about = take(ABOUT) !== undefined;
  return whole({ start, end: at }, date, { relative, lacks, ...(about && { approximate: true }) });
}

/** 1至9月: months of a year, else of the latest that has the last of them. */
function readMonths(text: string, at: number, reference: Reference, year?: number): Moment | undefined {
  if (!/[\d一二三四五六七八九十]/.test(text[at] ?? '')) return undefined;
  const found = match(MONTHS_BEHIND, text, at);
  const [from, to] = [numberOf(found?.[1] ?? ''), numberOf(found?.[2] ?? '')];
  if (found === undefined || from === undefined || to === undefined || from >= to) return undefined;
  const hi = year === undefined ? withYear(reference, { month: to }) : { year, month: to };
  const lo = hi && { year: hi.year, month: from };
  return { start: at, end: at + found[0].length, lo, hi, relative: true, lacks: 'year' };
}

/** 一九九八到二〇〇五年: the first of two years. */
function readSpelledYear(text: string, at: number): Moment | undefined {
  if (text[at] !== '一' && text[at] !== '二') return undefined;
  const found = match(SPELLED_YEAR, text, at);
  const year = numberOf(found?.[1] ?? '');
  return found === undefined || year === undefined || !isReal({ year })
    ? undefined
    : whole({ start: at, end: at + found[0].length }, { year });
}

/** A part of a year or month behind it: 下旬, 第二季度, 的第一周, 最后3个月. */
function readPart(
  text: string,
  at: number,
  { date, isYear }: { readonly date: PartialDate; readonly isYear: boolean },
): Omit<Moment, 'start' | 'relative'> | undefined {
  const quarter = isYear ? match(QUARTER, text, at) : undefined;
  if (quarter?.[1] !== undefined)
    return { end: at + quarter[0].length, ...quarterOf(date.year, numberOf(quarter[1]) ?? 1) };
  const months = isYear ? readMonths(text, at, undefined, date.year) : undefined;
  if (months !== undefined) return { end: months.end, lo: months.lo, hi: months.hi };
  const part = match(PART_AT, text, at);
  const made = partOf(date, PARTS.get(part?.[1] ?? '') ?? 'none');
  if (part !== undefined && made !== undefined) return { end: at + part[0].length, ...made };
  const numbered = match(NUMBERED, text, at);
  if (numbered !== undefined) {
    const number = numbered[1] === undefined ? -1 : (numberOf(numbered[1]) ?? 0);
    const isMonth = numbered[2] === '月';
    const month = { year: date.year, month: number };
    const stretch = !isMonth
      ? weekInside(date, number)
      : isYear && isReal(month)
        ? { lo: month, hi: month }
        : undefined;
    return stretch && { end: at + numbered[0].length, ...stretch };
  }
  const edge = match(EDGE, text, at);
  const count = numberOf(edge?.[2] ?? '');
  if (edge === undefined || count === undefined || count === 0) return undefined;
  const stretch = edgeOf(date, unitOf(edge[3] ?? ''), edge[1] !== '最后' ? count : -count);
  return stretch && { end: at + edge[0].length, ...stretch };
}

function saidOf({
  year,
  month,
  day,
}: {
  readonly year: number | undefined;
  readonly month: RegExpExecArray | undefined;
  readonly day: RegExpExecArray | undefined;
}): SaidDate {
  return {
    year,
    month: month?.[1] === undefined ? undefined : numberOf(month[1]),
    monthStep: month?.[2] === undefined ? undefined : (STEP_WORDS.get(month[2]) ?? 0),
    day: day === undefined ? undefined : numberOf(day[1] ?? ''),
  };
}

function readQuarterOnly(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(QUARTER, text, at);
  const step = STEP_WORDS.get(found?.[2] ?? '');
  if (found?.[2] === undefined) return readMonths(text, at, reference) ?? readHalfYear(text, at, reference);
  const quarter = step === undefined ? undefined : quarterFrom(reference, step);
  return quarter && { start: at, end: at + found[0].length, ...quarter, relative: true };
}

/** 上半年 alone is of the document's year. */
function readHalfYear(text: string, at: number, reference: Reference): Moment | undefined {
  const season = readSeason(text, at, reference) ?? readOfYear(text, at, reference);
  if (season !== undefined) return season;
  const found = match(HALF_YEAR, text, at);
  const part = PARTS.get(found?.[0] ?? '');
  if (found === undefined || part === undefined) return undefined;
  const ends = { start: at, end: at + found[0].length, relative: true };
  return {
    ...ends,
    ...(reference === undefined
      ? { lo: undefined, hi: undefined }
      : (partOf({ year: reference.year }, part) ?? { lo: undefined, hi: undefined })),
  };
}

function readOfYear(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(OF_YEAR, text, at);
  if (found === undefined || /[年个]$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  const ends = { start: at, end: at + found[0].length, relative: true };
  if (reference === undefined) return { ...ends, lo: undefined, hi: undefined };
  const { year } = reference;
  if (found[1] !== undefined)
    return { ...ends, lo: { year, month: 1 }, hi: { year, month: (numberOf(found[1]) ?? 1) * 3 } };
  if (found[2] !== undefined) return { ...ends, ...quarterOf(year, numberOf(found[2]) ?? 1) };
  if (found[3] === '年内') return { ...ends, lo: reference, hi: { year } };
  const part = partOf({ year }, PARTS.get(found[3] ?? '') ?? 'none');
  return part && { ...ends, ...part };
}

function readSeason(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(SEASON, text, at);
  const name = found?.[2] ?? found?.[3] ?? found?.[5];
  const word = found?.[1] ?? found?.[4];
  const months = SEASON_MONTHS.get(name ?? '');
  // A season alone is more often a name or part of a word than a time.
  if (found === undefined || months === undefined || (word === undefined && found[3] === undefined)) return undefined;
  const ends = { start: at, end: at + found[0].length, relative: true };
  if (word === undefined) return { ...ends, ...latestSeason(reference, months), lacks: 'year' };
  const step = word === '去' ? -1 : /^[来明]$/.test(word) ? 1 : 0;
  if (reference === undefined) return { ...ends, lo: undefined, hi: undefined };
  return { ...ends, ...seasonOf(reference.year + step, months) };
}

function readDecade(text: string, at: number): Moment | undefined {
  const found = match(DECADE, text, at);
  if (found === undefined) return undefined;
  const [stated, century, ten = '', part = ''] = found;
  const value = /^\d+$/.test(ten) ? Number(ten) : numberOf(ten);
  if (value === undefined || value % 10 !== 0) return undefined;
  const base =
    century === undefined ? (value >= 100 ? 0 : value < 30 ? 2000 : 1900) : ((numberOf(century) ?? 20) - 1) * 100;
  const year = value >= 100 ? value : base + value;
  if (!isReal({ year })) return undefined;
  const third = /初/.test(part) ? 'early' : /中/.test(part) ? 'middle' : /末|后/.test(part) ? 'late' : undefined;
  return { start: at, end: at + stated.length, ...decadeOf(year, third), relative: false };
}

function readAgo(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(AGO, text, at);
  const count = numberOf(found?.[1] ?? '');
  if (found === undefined || count === undefined || count === 0 || count > 999) return undefined;
  const unit = unitOf(found[2] ?? '');
  const date = moved(reference, unit, found[3] !== undefined ? -count : count);
  return whole({ start: at, end: at + found[0].length }, date, { relative: true });
}

function readWithin(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(WITHIN, text, at);
  const count = numberOf(found?.[3] ?? '');
  if (found === undefined || count === undefined || count === 0 || count > 999) return undefined;
  // 上一周, 下一年: one of them is a step, not a stretch.
  if (count === 1 && /^[上下前]/.test(found[0])) return undefined;
  return {
    start: at,
    end: at + found[0].length,
    ...span(reference, unitOf(found[4] ?? ''), found[1] !== undefined ? -count : count),
    relative: true,
  };
}

function readWeek(text: string, at: number, reference: Reference): Moment | undefined {
  const day = match(WEEKDAY, text, at);
  if (day !== undefined) {
    const step = STEP_WORDS.get(day[1] ?? day[3] ?? '');
    const ends = { start: at, end: at + day[0].length, relative: true };
    if (day[2] === undefined) return { ...ends, ...weekOf(reference, step ?? 0, [6, 7]) };
    const number = '一二三四五六日天'.indexOf(day[2]) + 1;
    const which = Math.min(number, 7);
    if (step !== undefined) return { ...ends, ...weekOf(reference, step, [which, which]) };
    return whole(ends, lastWeekday(reference, which), { relative: true });
  }
  const week = match(STEP_UNIT, text, at);
  if (week === undefined) return undefined;
  return {
    start: at,
    end: at + week[0].length,
    ...weekOf(reference, STEP_WORDS.get(week[1] ?? '') ?? 0),
    relative: true,
  };
}

function readDayWord(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(DAY_WORD, text, at);
  if (found === undefined) return undefined;
  const date = moved(reference, 'day', DAY_WORDS.get(found[0]) ?? 0);
  return whole({ start: at, end: at + found[0].length }, date, { relative: true });
}

function unitOf(unit: string): TimeUnit {
  if (/周|星期|礼拜/.test(unit)) return 'week';
  return unit.includes('月') ? 'month' : unit.includes('年') ? 'year' : 'day';
}

/** Years of the Republic of China count from 1912. */
function republicYear(text: string): number | undefined {
  const value = numberOf(text);
  return value === undefined || value < 1 ? undefined : 1911 + value;
}

function shortYear(text: string | undefined): number | undefined {
  const value = text === undefined ? undefined : numberOf(text);
  return value === undefined ? undefined : fullYear(value);
}

/** Digits, Chinese digits one by one (二〇一六), or with their places (三十一). Undefined for anything else. */
function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (character: string): number =>
    character === '〇' ? 0 : character === '两' ? 2 : DIGITS.indexOf(character) - 1;
  if (![...text].every((each) => '〇零一二三四五六七八九两十百廿'.includes(each))) return undefined;
  const spelled = text.replace('廿', '二十');
  if (!/[十百]/.test(spelled)) return [...spelled].reduce((value, each) => value * 10 + digit(each), 0);
  let [total, current] = [0, 0];
  for (const each of spelled) {
    if (each === '十' || each === '百') {
      total += (current === 0 ? 1 : current) * (each === '十' ? 10 : 100);
      current = 0;
    } else current = digit(each);
  }
  return total + current;
}
