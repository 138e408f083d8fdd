import { isReal, lastDay, type PartialDate } from '../figures/calendar.ts';
import { SEASONS } from '../figures/data/calendar.ts';
import { DECADES, ORDINAL_WORDS, STEPS } from './data/english-dates.ts';
import { readDate } from './english-days.ts';
import { readStep } from './english-relative.ts';
import { COUNT, countOf, EDGE, SEASON, STEP, UNIT, YEAR_NUMBER } from './english-words.ts';
import { anyOf, match } from './joints.ts';
import {
  decadeOf,
  edgeOf,
  latestSeason,
  type Moment,
  quarterOf,
  type Reference,
  seasonFrom,
  seasonOf,
  weekInside,
  weekOf,
  whole,
} from './moment.ts';

const DECADE = new RegExp(
  `${EDGE}(?:the\\s)?(?:(early|mid|late)[-\\s])?(?:the\\s)?(?:((?:1[5-9]|20)\\d0|['’]?[2-9]0)(?:['’]?s|\\ss)(?!\\w)|(${anyOf(DECADES.keys())})(?!\\w))`,
  'uy',
);

const QUARTER = new RegExp(
  `${EDGE}(?:the\\s)?(?:(first|second|third|fourth|last|1st|2nd|3rd|4th)\\squarter|q([1-4]))(?:\\s?,?\\s?(?:of\\s|in\\s|-)?(${YEAR_NUMBER}))?(?!\\w)|${EDGE}(${YEAR_NUMBER})[\\s-]?q([1-4])(?!\\w)`,
  'uy',
);

const HALF = new RegExp(
  `${EDGE}(?:the\\s)?(first|second|latter|last)\\shalf\\sof\\s(?:the\\syear\\s)?(${YEAR_NUMBER})(?!\\w)|${EDGE}(?:h([12])\\s?(${YEAR_NUMBER})|(${YEAR_NUMBER})[\\s-]?h([12]))(?!\\w)`,
  'uy',
);

/** "the first half of November", "the second half of last year": of what is said behind. */
const HALF_OF = new RegExp(`${EDGE}(?:the\\s)?(first|second|latter|last)\\shalf\\sof\\s(?:the\\s)?`, 'uy');

const FIRST_PARTS = new RegExp(`${EDGE}(?:the\\s)first\\s(${COUNT})\\s(months|quarters)(?!\\w)(?!\\sof\\s)`, 'uy');

const SEASON_AT = new RegExp(
  `${EDGE}(?:the\\s)?(?:(${STEP})\\s)?(${SEASON})(?:(?:\\sof|,|\\sin)?\\s(${YEAR_NUMBER})|\\sof\\s(${STEP})\\syear)?(?!\\w|\\s(?:festival|break|semester|term|session|games|olympics|school))`,
  'uy',
);

const PART = new RegExp(
  `${EDGE}(?:the\\s)?(?:(early|earlier|mid|middle|late|later)(?:\\spart\\sof|\\sof)?(?:[-\\s])(?:in\\s)?(?:the\\s)?|(?:very\\s)?(beginning|start|middle|end|close)\\s(?:of\\s)(?:the\\s)?)`,
  'uy',
);

const WEEK_NUMBER = new RegExp(
  `${EDGE}(?:the\\s)?(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\\sweek\\s(?:of|in)\\s`,
  'uy',
);

const WEEK_OF = new RegExp(`${EDGE}(?:the\\s)?(?:week\\s(?:of|beginning|starting|commencing)|w/c)\\s(?:the\\s)?`, 'uy');

const WEEK_YEAR = new RegExp(
  `${EDGE}(?:the\\s)?week\\s(\\d\\d?)(?:\\s(?:of|in)\\s(${YEAR_NUMBER}))?(?![\\w/:-])`,
  'uy',
);

const EDGE_OF = new RegExp(`${EDGE}(?:the\\s)?(first|last)\\s(${COUNT})\\s${UNIT}\\s(?:of|in)\\s(?:the\\s)?`, 'uy');

/** Quarters, halves, seasons, decades, numbered weeks. */
export function readPeriod(text: string, at: number, reference: Reference): Moment | undefined {
  const quarter = match(QUARTER, text, at);
  if (quarter !== undefined) {
    const [stated, word, q, year, yearFirst, qLast] = quarter;
    const number =
      word === undefined
        ? Number(q ?? qLast)
        : word === 'last'
          ? year === undefined
            ? 0
            : 4
          : (ORDINAL_WORDS.get(word) ?? Number.parseInt(word, 10));
    const of = year ?? yearFirst ?? (reference === undefined ? undefined : String(reference.year));
    if (number >= 1 && of !== undefined)
      return {
        start: at,
        end: at + stated.length,
        ...quarterOf(Number(of), number),
        relative: year === undefined && yearFirst === undefined,
      };
  }
  const part = readHalf(text, at) ?? readFirstParts(text, at, reference);
  if (part !== undefined) return part;
  const decade = match(DECADE, text, at);
  if (
    decade !== undefined &&
    !/(?:his|her|their|my|our|your)\s(?:early\s|mid\s|late\s)?$/.test(text.slice(Math.max(0, at - 12), at))
  )
    return readDecade(at, decade);
  const season = match(SEASON_AT, text, at);
  if (
    season !== undefined &&
    (season[1] ?? season[3] ?? season[4] ?? (isLedSeason(text, at) ? '' : undefined)) !== undefined
  )
    return readSeason(at, season, reference);
  const week = match(WEEK_YEAR, text, at);
  if (week !== undefined && (week[2] !== undefined || reference !== undefined)) {
    const inside = weekInside({ year: Number(week[2] ?? reference?.year) }, Number(week[1]));
    if (inside !== undefined)
      return { start: at, end: at + week[0].length, ...inside, relative: week[2] === undefined };
  }
  return undefined;
}

/** "the first half of 2031", "2031 H2". */
function readHalf(text: string, at: number): Moment | undefined {
  const half = match(HALF, text, at);
  if (half === undefined) return undefined;
  const year = Number(half[2] ?? half[4] ?? half[5]);
  const isFirst = half[1] === 'first' || half[3] === '1' || half[6] === '1';
  return { start: at, end: at + half[0].length, ...halfIn({ year }, isFirst), relative: false };
}

/** "the first three quarters", "the first ten months": of the document's year. */
function readFirstParts(text: string, at: number, reference: Reference): Moment | undefined {
  const parts = match(FIRST_PARTS, text, at);
  const counted = parts && countOf(parts[1] ?? '', 'month');
  if (parts === undefined || counted === undefined || reference === undefined) return undefined;
  const months = counted.count * (parts[2] === 'quarters' ? 3 : 1);
  const stretch = edgeOf({ year: reference.year }, 'month', months);
  return stretch && { start: at, end: at + parts[0].length, ...stretch, relative: true };
}

/** "over the summer", "since the winter": a season by itself is meant only behind such a word, and its article. */
function isLedSeason(text: string, at: number): boolean {
  return (
    /^the\s/.test(text.slice(at, at + 4)) &&
    /(?:^|\W)(?:in|over|during|since|by|until|till|before|after|through|throughout)\s$/.test(
      text.slice(Math.max(0, at - 12), at),
    )
  );
}

function readDecade(at: number, found: RegExpExecArray): Moment | undefined {
  const [stated, part, digits, word] = found;
  const value = digits === undefined ? 0 : Number(digits.replace(/\D/g, ''));
  const year =
    word !== undefined ? (DECADES.get(word) ?? 0) : value >= 100 ? value : value < 30 ? 2000 + value : 1900 + value;
  if (!isReal({ year })) return undefined;
  const third = part === 'mid' ? 'middle' : part === 'early' || part === 'late' ? part : undefined;
  return { start: at, end: at + stated.length, ...decadeOf(year, third), relative: false };
}

function readSeason(at: number, found: RegExpExecArray, reference: Reference): Moment | undefined {
  const [stated, step, name = '', stateYear, yearStep] = found;
  const months = SEASONS.get(name === 'fall' ? 'autumn' : name);
  if (months === undefined) return undefined;
  const ends = { start: at, end: at + stated.length };
  if (stateYear !== undefined) return { ...ends, ...seasonOf(Number(stateYear), months), relative: false };
  if (yearStep !== undefined)
    return reference === undefined
      ? { ...ends, lo: undefined, hi: undefined, relative: true }
      : { ...ends, ...seasonOf(reference.year + (STEPS.get(yearStep) ?? 0), months), relative: true };
  if (step === undefined) return { ...ends, ...latestSeason(reference, months), relative: true, lacks: 'year' };
  return { ...ends, ...seasonFrom(reference, months, STEPS.get(step) ?? 0), relative: true };
}

/** "early March", "the end of 2004", "the first week of May", "the last three months of 2021". */
export function readPart(text: string, at: number, reference: Reference): Moment | undefined {
  const week = match(WEEK_NUMBER, text, at);
  const edge = week === undefined ? match(EDGE_OF, text, at) : undefined;
  const halfOf = week === undefined && edge === undefined ? match(HALF_OF, text, at) : undefined;
  const part = week === undefined && edge === undefined && halfOf === undefined ? match(PART, text, at) : undefined;
  const led = week ?? edge ?? halfOf ?? part ?? match(WEEK_OF, text, at);
  if (led === undefined) return undefined;
  const begins = at + led[0].length;
  const inner =
    readPeriod(text, begins, reference) ??
    readDate(text, begins, reference) ??
    readStep(text, begins, reference) ??
    readThis(text, begins, reference);
  const { lo, hi } = inner ?? {};
  if (inner === undefined || lo === undefined || hi === undefined) return undefined;
  if (week === undefined && edge === undefined && halfOf === undefined && part === undefined)
    return lo.day === undefined ? undefined : { start: at, end: inner.end, ...weekOf(lo, 0), relative: inner.relative };
  const nearer = part?.[1];
  if (inner.relative && reference !== undefined && (nearer === 'earlier' || nearer === 'later'))
    return {
      start: at,
      end: inner.end,
      relative: true,
      lo: nearer === 'earlier' ? lo : reference,
      hi: nearer === 'earlier' ? reference : hi,
    };
  if (lo.day !== undefined) return undefined;
  const ends = { start: at, end: inner.end, relative: inner.relative };
  if (week !== undefined) {
    const number = week[1] === 'last' ? -1 : (ORDINAL_WORDS.get(week[1] ?? '') ?? Number.parseInt(week[1] ?? '', 10));
    const inside = weekInside(lo, number);
    return inside && { ...ends, ...inside };
  }
  if (edge !== undefined) {
    const counted = countOf(edge[2] ?? '', edge[3] ?? '');
    const inside = counted && edgeOf(lo, counted.unit, edge[1] === 'first' ? counted.count : -counted.count);
    return inside && { ...ends, ...inside };
  }
  if (halfOf !== undefined) {
    const stretch = halfIn(lo, halfOf[1] === 'first');
    return stretch && { ...ends, ...stretch, lacks: inner.lacks };
  }
  return { ...ends, ...thirdOf({ lo, hi }, part?.[1] ?? part?.[2] ?? ''), lacks: inner.lacks };
}

/** One half of a year or month. */
function halfIn({ year, month }: PartialDate, isFirst: boolean): Pick<Moment, 'lo' | 'hi'> {
  if (month === undefined)
    return isFirst
      ? { lo: { year, month: 1 }, hi: { year, month: 6 } }
      : { lo: { year, month: 7 }, hi: { year, month: 12 } };
  return isFirst
    ? { lo: { year, month, day: 1 }, hi: { year, month, day: 15 } }
    : { lo: { year, month, day: 16 }, hi: lastDay({ year, month }) };
}

/** "the year", "the month": the document's. */
function readThis(text: string, at: number, reference: Reference): Moment | undefined {
  const word = /^(?:year|month)(?!\w)/.exec(text.slice(at, at + 6))?.[0];
  if (word === undefined || reference === undefined) return undefined;
  const date =
    word === 'year'
      ? { year: reference.year }
      : reference.month === undefined
        ? undefined
        : { year: reference.year, month: reference.month };
  return date && whole({ start: at, end: at + word.length }, date, { relative: true });
}

function thirdOf(
  { lo, hi }: { readonly lo: PartialDate; readonly hi: PartialDate },
  word: string,
): Pick<Moment, 'lo' | 'hi' | 'approximate'> {
  const part = /^(?:early|earlier|beginning|start)$/.test(word) ? 0 : /^(?:late|later|end|close)$/.test(word) ? 2 : 1;
  if (lo.month === undefined && lo.year === hi.year) {
    if (word === 'end' || word === 'close')
      return { lo: { year: lo.year, month: 12 }, hi: { year: lo.year, month: 12 }, approximate: true };
    return { lo: { year: lo.year, month: 1 + part * 4 }, hi: { year: lo.year, month: 4 + part * 4 } };
  }
  if (lo.month === undefined && hi.year - lo.year === 9) {
    return decadeOf(lo.year, part === 0 ? 'early' : part === 1 ? 'middle' : 'late');
  }
  if (lo.month === undefined || lo.month !== hi.month) return { lo, hi, approximate: true };
  const { year, month } = lo;
  return {
    lo: { year, month, day: 1 + part * 10 },
    hi: part === 2 ? lastDay(lo) : { year, month, day: part * 10 + 10 },
  };
}
