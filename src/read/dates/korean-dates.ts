import { isReal, type PartialDate } from '../figures/calendar.ts';
import { dateSaid, type NumericPatterns, readNumeric, type SaidDate, yearAt } from './cjk-dates.ts';
import { DAY_COUNTS, DAY_WORDS, NATIVE_NUMBERS, ORDINALS, PARTS, STEP_WORDS, YEAR_WORDS } from './data/korean-dates.ts';
import { readFeast } from './feasts.ts';
import { anyOf, type Joints, match } from './joints.ts';
import { NO_MORE, readNear } from './korean-near.ts';
import {
  decadeOf,
  fullYear,
  lastWeekday,
  type Moment,
  moved,
  partOf,
  quarterFrom,
  quarterOf,
  type Reference,
  span,
  type TimeUnit,
  weekInside,
  weekOf,
  whole,
} from './moment.ts';

const SINO = '일이삼사오육칠팔구십';
const SINO_TO_99 = `[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|[${SINO}]`;
const STEP = anyOf(STEP_WORDS.keys());
const NATIVE = anyOf(NATIVE_NUMBERS.keys());
const NUMBER = `\\d{1,4}|${NATIVE}|${SINO_TO_99}`;
const UNIT = '일|주일|주|개월|달|년|해';
const PART = anyOf(PARTS.keys());
const YEAR = new RegExp(
  `(?<!\\d)(\\d{4})\\s?년(?!간|대|전|생|형|만에|째|여|동안|\\s(?:전|후|뒤|동안))|(${anyOf(YEAR_WORDS.keys())}|(?<![가-힣])올(?=\\s(?:상반기|하반기|들어|[1-4]\\s?분기|1?\\d월|초(?![가-힣])|말(?![가-힣]))))|['’]?(?<!\\d)(\\d\\d)년(?=\\s?\\d{1,2}월|\\s?(?:봄|여름|가을|겨울|초|말|중반|상반기|하반기)(?![가-힣]{2}))`,
  'uy',
);
const MONTH = new RegExp(
  `(?<![\\d가-힣])(1[0-2]|0?[1-9])\\s?월(?:달)?|(?<![가-힣])(십일|십이|시|일|이|삼|사|오|유|육|칠|팔|구|십)월|(?<![가-힣])(${STEP}|내(?=달))\\s?(?:달|월)(?!러|걀|리|성)`,
  'uy',
);
const DAY = new RegExp(
  `(?<![\\d.])(3[01]|[12]\\d|0?[1-9])\\s?일(?!간|째|만|여|\\s?(?:전|후|뒤|동안|이내|안에|내로|있다|있었|갇혀|구류))|(?<=월\\s?)(${SINO_TO_99})일`,
  'uy',
);
/** Behind its month a day may stand right before 전 and 후: 4월 15일전으로. */
const DAY_OF_MONTH = new RegExp(
  `(?<![\\d.])(3[01]|[12]\\d|0?[1-9])\\s?일(?!간|째|만에|여|\\s?(?:동안|이내))|(?<=월\\s?)(${SINO_TO_99})일`,
  'uy',
);
/** 3월 2~5일, 지난 12~14일: days of one month. */
const DAYS_BEHIND = /(3[01]|[12]\d|0?[1-9])\s?일?\s?[-–~∼]\s?(3[01]|[12]\d|0?[1-9])\s?일(?!간|째|만에|여)/uy;
const PART_AT = new RegExp(`(?:의)?\\s?(${PART})(?:(?:경|쯤|께|\\s?무렵)(?![가-힣]{2})|${NO_MORE})`, 'uy');
const QUARTER = /(?:의)?\s?(?:제\s?)?([1-4일이삼사])\s?[/·]?\s?(?:사)?분기/uy;
const NUMBERED = new RegExp(
  `(?:의)?\\s?(?:(${anyOf(ORDINALS.keys())}|\\d{1,2})\\s?(?:번째|째)\\s?주|(\\d{1,2})주차|마지막\\s?주)(?!말|요|민)`,
  'uy',
);
const STEP_QUARTER = new RegExp(`(${STEP})\\s?분기`, 'uy');
const WEEKDAY_BEHIND = /\s?\(?[월화수목금토일](?:요일)?\)|,?\s?[월화수목금토일]요일/uy;
const ISO = /(?<!\d)((?:1[5-9]|20)\d\d)([-/.])\s?(1[0-2]|0?[1-9])\2\s?(3[01]|[12]\d|0?[1-9])(?!\d)/uy;
const ISO_MONTH = /(?<!\d)((?:1[5-9]|20)\d\d)[-/](1[0-2]|0[1-9])(?![\d/-])/uy;
const BARE_YEAR = /(?<!\d)((?:1[5-9]|20)\d\d)(?=\s?[-–~]\s?(?:(?:1[5-9]|20)\d\d|\d\d)년)/uy;
const WEEKDAY = new RegExp(
  `(?:(${STEP}|다가오는|돌아오는)\\s?(주)?\\s?)?([월화수목금토일])요일|(?:(${STEP}|다가오는)\\s?(?:주\\s?)?)?주말`,
  'uy',
);
// 나오기 전날: the day before something that is told.
const DAY_WORD = new RegExp(`(?<![가-힣]|기\\s)(?:${anyOf(DAY_WORDS.keys())})`, 'uy');
const STEP_WEEK = new RegExp(`(?<![가-힣])(${STEP})\\s?주(?!말|요|민|장|일|로)`, 'uy');
const COUNT = `(?:(${anyOf(DAY_COUNTS.keys())}|반년)|(${NUMBER})(?:여|\\s?여)?\\s?(${UNIT}))`;
const AGO = new RegExp(
  `${COUNT}(?:도\\s(?:더|훨씬)|\\s?넘게)?\\s?(?:(전)|(뒤|후)(?!반))(?![가-힣]{2}(?<!부터|까지|에는|에도))`,
  'uy',
);
const WITHIN = new RegExp(
  `(?:(지난|최근|과거)|(앞으로|향후|다가오는|다음))\\s?${COUNT}(?:\\s?(?:동안|간|사이|안|이내|내))?`,
  'uy',
);
/** 1~9월: months of a year that was said. */
const MONTHS_BEHIND = /\s?(1[0-2]|[1-9])월?\s?[-–~∼]\s?(1[0-2]|[1-9])월/uy;
const ABOUT = /\s?(?:무렵|경(?![가-힣]{2})|쯤|께)/uy;
const INSIDE = new RegExp(`${COUNT}\\s?(?:이내|안에|내에|내로)`, 'uy');
const DECADE = /(?<!\d)(\d{4}|\d0)년대(?:\s?(초반|초|중반|후반|말))?/uy;

const NUMERIC: NumericPatterns = { day: ISO, month: ISO_MONTH, year: BARE_YEAR };

/** What a date can begin with. */
export const KOREAN_START: RegExp =
  /[\d'’일이삼사오유육칠팔구십시재작지전올금내다그엊어오당모글하사나닷엿여아열보한두세석네넉앞향최과저월화수목토주돌봄가겨연년음설구춘단추부성크양신태광공정반]/u;

export const KOREAN_JOINTS: Joints = {
  joint: /(?:\s?[-–~∼]\s?|(?:부터|에서)\s?)/uy,
  and: /[과와]\s/uy,
  closing: /\s?사이/uy,
  list: /(?:,|과|와|·|\s또는)\s?/uy,
  close: /(?:까지)?(?:\s?사이)?/uy,
  since: /부터|\s?이래/uy,
  until: /(?:까지|\s?이전)(?:에|의|는)?|\s?전(?=으로|까지|에(?!서)|$|[,.])/uy,
  after: /\s?이후/uy,
  lead: /(?!)/u,
  untilLead: /(?!)/u,
};

/** The date that begins at a place of a folded text; undefined when none does. */
export function koreanDateAt(text: string, at: number, reference: Reference): Moment | undefined {
  return (
    readNumeric(text, at, NUMERIC) ??
    readFeast(text, at, 'ko', reference) ??
    readDecade(text, at) ??
    readAgo(text, at, reference) ??
    readNear(text, at, reference) ??
    readWithin(text, at, reference) ??
    readParts(text, at, reference) ??
    readWeek(text, at, reference) ??
    readDayWord(text, at, reference)
  );
}

function readParts(text: string, start: number, reference: Reference): Moment | undefined {
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = match(pattern, text, at);
    if (found !== undefined) at += found[0].length;
    return found;
  };
  const year = take(YEAR);
  const theYear =
    year?.[1] !== undefined
      ? Number(year[1])
      : year?.[2] !== undefined
        ? yearAt(reference, YEAR_WORDS.get(year[2]) ?? 0)
        : year?.[3] === undefined
          ? undefined
          : fullYear(Number(year[3]));
  const afterYear = at;
  if (year !== undefined && text[at] === ' ') at++;
  const month = take(MONTH);
  const afterMonth = at;
  if (month !== undefined && text[at] === ' ') at++;
  const day = year !== undefined && month === undefined ? undefined : take(month === undefined ? DAY : DAY_OF_MONTH);
  if (day === undefined) at = month === undefined ? afterYear : afterMonth;
  if (year === undefined && month === undefined && day === undefined) return readStepQuarter(text, start, reference);
  const relative = year?.[2] !== undefined || year === undefined;
  const isOpen = year !== undefined && theYear === undefined;
  const date = isOpen ? undefined : dateSaid(saidOf({ year: theYear, month, day }), reference);
  if (date === undefined) return whole({ start, end: at }, undefined, { relative: true });
  if (!isReal(date)) return undefined;
  const lacks =
    year !== undefined ? undefined : month === undefined ? 'month' : month[3] === undefined ? 'year' : undefined;
  if (day !== undefined) {
    take(WEEKDAY_BEHIND);
    return whole({ start, end: at }, date, { relative, lacks });
  }
  const months = month === undefined ? take(MONTHS_BEHIND) : undefined;
  if (months !== undefined && Number(months[1]) < Number(months[2]))
    return {
      start,
      end: at,
      lo: { year: date.year, month: Number(months[1]) },
      hi: { year: date.year, month: Number(months[2]) },
      relative,
    };
  const days = month === undefined ? undefined : readDaysOf(text, at, date);
  if (days !== undefined) return { ...days, start, relative, lacks };
  const made = readPart(text, at, { date, isYear: month === undefined });
  if (made !== undefined) return { ...made, start, relative };
  const about = take(ABOUT) !== undefined;
  return whole({ start, end: at }, date, { relative, lacks, ...(about && { approximate: true }) });
}

/** 2~5일: days of a month, behind it. */
function readDaysOf(
  text: string,
  at: number,
  { year, month }: PartialDate,
): Pick<Moment, 'end' | 'lo' | 'hi'> | undefined {
  const from = text[at] === ' ' ? at + 1 : at;
  const found = match(DAYS_BEHIND, text, from);
  const [lo, hi] = [found?.[1], found?.[2]].map((day) => ({
    year,
    ...(month !== undefined && { month }),
    day: Number(day),
  }));
  if (found === undefined || lo === undefined || hi === undefined || !isReal(lo) || !isReal(hi) || lo.day >= hi.day)
    return undefined;
  return { end: from + found[0].length, lo, hi };
}

/** A part of a year or month behind it: 셋째 주, 2분기, 중순. */
function readPart(
  text: string,
  at: number,
  { date, isYear }: { readonly date: PartialDate; readonly isYear: boolean },
): Omit<Moment, 'start' | 'relative'> | undefined {
  const numbered = readNumbered(text, at, date);
  if (numbered !== undefined) return numbered;
  const quarter = isYear ? match(QUARTER, text, at) : undefined;
  if (quarter !== undefined) {
    const number = /\d/.test(quarter[1] ?? '') ? Number(quarter[1]) : SINO.indexOf(quarter[1] ?? '') + 1;
    return { end: at + quarter[0].length, ...quarterOf(date.year, number) };
  }
  const part = match(PART_AT, text, at);
  const made = partOf(date, PARTS.get(part?.[1] ?? '') ?? 'none');
  return part && made && { end: at + part[0].length, ...made };
}

/** A week of a year or month by its number: 첫 번째 주, 셋째 주, 2주차, 마지막 주. */
function readNumbered(text: string, at: number, date: PartialDate): Omit<Moment, 'start' | 'relative'> | undefined {
  const found = match(NUMBERED, text, at);
  if (found === undefined) return undefined;
  const word = found[1] ?? found[2] ?? '';
  const number = found[1] !== undefined || found[2] !== undefined ? (ORDINALS.get(word) ?? Number(word)) : -1;
  const week = weekInside(date, number);
  return week && { end: at + found[0].length, ...week };
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
    month: month?.[1] !== undefined ? Number(month[1]) : month?.[2] !== undefined ? spelledMonth(month[2]) : undefined,
    monthStep: month?.[3] === undefined ? undefined : month[3] === '내' ? 1 : (STEP_WORDS.get(month[3]) ?? 0),
    day: day?.[1] !== undefined ? Number(day[1]) : day?.[2] !== undefined ? sinoNumber(day[2]) : undefined,
  };
}

function readStepQuarter(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(STEP_QUARTER, text, at);
  const quarter = found && quarterFrom(reference, STEP_WORDS.get(found[1] ?? '') ?? 0);
  return quarter && { start: at, end: at + found[0].length, ...quarter, relative: true };
}

function readDecade(text: string, at: number): Moment | undefined {
  const found = match(DECADE, text, at);
  if (found === undefined) return undefined;
  const value = Number(found[1]);
  const year = value >= 100 ? value : value < 30 ? 2000 + value : 1900 + value;
  if (!isReal({ year }) || year % 10 !== 0) return undefined;
  const part = found[2] ?? '';
  const third = /초/.test(part) ? 'early' : /중/.test(part) ? 'middle' : /후|말/.test(part) ? 'late' : undefined;
  return { start: at, end: at + found[0].length, ...decadeOf(year, third), relative: false };
}

function readAgo(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(AGO, text, at);
  const count = found && countOf(found, 1);
  if (found === undefined || count === undefined) return undefined;
  const date = moved(reference, count.unit, found[4] !== undefined ? -count.count : count.count);
  return whole({ start: at, end: at + found[0].length }, date, { relative: true });
}

function readWithin(text: string, at: number, reference: Reference): Moment | undefined {
  const around = match(WITHIN, text, at);
  if (around !== undefined) {
    const count = countOf(around, 3);
    if (count === undefined) return undefined;
    const sign = around[1] !== undefined ? -1 : 1;
    return {
      start: at,
      end: at + around[0].length,
      ...span(reference, count.unit, sign * count.count),
      relative: true,
    };
  }
  const inside = match(INSIDE, text, at);
  const count = inside && countOf(inside, 1);
  if (inside === undefined || count === undefined) return undefined;
  const { hi } = span(reference, count.unit, count.count);
  return { start: at, end: at + inside[0].length, lo: hi && reference, hi, relative: true };
}

/** A count and its unit out of the groups of COUNT, from one group on. */
function countOf(
  found: RegExpExecArray,
  first: number,
): { readonly count: number; readonly unit: TimeUnit } | undefined {
  if (found[first] === '반년') return { count: 6, unit: 'month' };
  const days = DAY_COUNTS.get(found[first] ?? '');
  if (days !== undefined) return { count: days, unit: 'day' };
  const typed = found[first + 1] ?? '';
  const count = /^\d+$/.test(typed) ? Number(typed) : (NATIVE_NUMBERS.get(typed) ?? sinoNumber(typed));
  const unit = found[first + 2] ?? '';
  if (count === undefined || count < 1 || count > 999) return undefined;
  return {
    count,
    unit: unit === '일' ? 'day' : unit.startsWith('주') ? 'week' : unit === '년' || unit === '해' ? 'year' : 'month',
  };
}

function readWeek(text: string, at: number, reference: Reference): Moment | undefined {
  const day = match(WEEKDAY, text, at);
  if (day !== undefined) {
    const ends = { start: at, end: at + day[0].length, relative: true };
    const word = day[1] ?? day[4];
    const step = STEP_WORDS.get(word ?? '');
    if (day[3] === undefined) return { ...ends, ...weekOf(reference, step ?? 0, [6, 7]) };
    const which = '월화수목금토일'.indexOf(day[3]) + 1;
    if (day[2] === undefined && /^(?:다가오는|돌아오는|오는|지난)$/.test(word ?? '')) {
      // The next one, or the one before, however near: 지난주 수요일 would be of the week before.
      const yesterday = moved(reference, 'day', -1);
      const last = word === '지난' ? lastWeekday(yesterday, which) : moved(lastWeekday(reference, which), 'week', 1);
      return whole(ends, last, { relative: true });
    }
    if (step !== undefined) return { ...ends, ...weekOf(reference, step, [which, which]) };
    return whole(ends, lastWeekday(reference, which), { relative: true });
  }
  const week = match(STEP_WEEK, text, at);
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
  return whole({ start: at, end: at + found[0].length }, moved(reference, 'day', DAY_WORDS.get(found[0]) ?? 0), {
    relative: true,
  });
}

/** 유월 and 시월 have lost a sound. */
function spelledMonth(word: string): number | undefined {
  return word === '유' ? 6 : word === '시' ? 10 : sinoNumber(word);
}

/** A number of up to two places in Sino-Korean words; undefined for anything else. */
function sinoNumber(word: string): number | undefined {
  const found = /^([이삼사오육칠팔구])?(십)?([일이삼사오육칠팔구])?$/.exec(word);
  if (found === null || word === '') return undefined;
  const value = (syllable: string | undefined): number => (syllable === undefined ? 0 : SINO.indexOf(syllable) + 1);
  if (found[2] === undefined) return value(found[1] ?? found[3]);
  return (found[1] === undefined ? 1 : value(found[1])) * 10 + value(found[3]);
}
