import { isReal, type PartialDate, weekday } from '../figures/calendar.ts';
import { MONTHS } from '../figures/data/calendar.ts';
import { AMBIGUOUS, STEPS } from './data/english-dates.ts';
import { readDate, readNamedDay } from './english-days.ts';
import { COUNT, countOf, dayOf, EDGE, MONTH, ORDINAL, STEP, UNIT, WEEKDAY, weekdayOf } from './english-words.ts';
import { match } from './joints.ts';
import {
  lastWeekday,
  type Moment,
  moved,
  quarterFrom,
  type Reference,
  span,
  weekOf,
  whole,
  withMonth,
} from './moment.ts';

const WEEK_DAY = new RegExp(`${EDGE}(?:the\\s)?(${STEP})\\sweek(?:\\s-)?(?:\\son)?\\s(${WEEKDAY})(?!\\w)`, 'uy');

const STEP_UNIT = new RegExp(`${EDGE}(?:the\\s)?(${STEP})[\\s-](${UNIT}|weekend|${WEEKDAY}|${MONTH})(?!\\w)`, 'uy');

const STEP_COUNT = new RegExp(
  `${EDGE}(?:the\\s)?(?:(last|past|previous|preceding)|(next|coming|following|upcoming))\\s(${COUNT})\\s${UNIT}|${EDGE}(?:the\\s)?(${COUNT})\\s(?:(last|past|previous)|(next|coming|following|upcoming))\\s(?:business |working |calendar )?(days|weeks|fortnights|months|quarters|years|decades)(?!\\w)`,
  'uy',
);

const AGO = new RegExp(
  `${EDGE}(?:(?:about|around|some|nearly|almost)\\s)?(${COUNT})\\s${UNIT}\\s(?:(ago|earlier|before|back)|(later|from\\s(?:now|today)|hence))(?!\\w)`,
  'uy',
);

const AGO_FROM = new RegExp(`${EDGE}(${COUNT})\\s${UNIT}\\s(before|after|from)\\s`, 'uy');

const IN_COUNT = new RegExp(
  `${EDGE}in\\s(${COUNT})\\s${UNIT}(?:\\sfrom\\s(?:today|now))?(?!\\w|\\s(?:of|before|ago|past))`,
  'uy',
);

const WITHIN = new RegExp(`${EDGE}within\\s(?:the\\snext\\s)?(${COUNT})\\s${UNIT}`, 'uy');

const NOW =
  /(?<=\b(?:to|and|until|till|through|-|–)\s?)(?:now|date|the\scurrent\sdate|current\sdate|the\spresent)(?!\w)/uy;

const DAY_WORD = new RegExp(
  `${EDGE}(?:(?:the\\s)?day\\sbefore\\syesterday|(?:the\\s)?day\\safter\\stomorrow|yesterday|today|tonight|tomorrow)(?!\\w)`,
  'uy',
);

const WEEKDAY_AT = new RegExp(
  `${EDGE}(${WEEKDAY})(?:\\.?,?\\sof\\s(?:the\\s)?(${STEP})\\sweek|,?\\s(${STEP})\\sweek)?(?!\\w)`,
  'uy',
);

const DAY_ALONE = new RegExp(
  `${EDGE}the\\s((?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))(?:\\sday)?(?:\\s(?:of\\s)?(${STEP})\\smonth)?(?!\\s\\w*(?:century|congress|anniversary|session|time|day|century|parallel|floor|place|street|avenue|party|national|amendment)|\\w)`,
  'uy',
);

const DAY_BEHIND = new RegExp(`((?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|${ORDINAL})(?!\\w)`, 'uy');

const NEAR = new RegExp(
  `${EDGE}the\\s(?:rest|remainder|remaining)\\sof\\s(?:the|this)\\s(week|month|year)(?!\\w)`,
  'uy',
);

/** "Monday the 13th" without a month: the last month in which the 13th was a Monday. */
export function onWeekday(date: Moment, which: number, reference: Reference): Moment {
  const day = date.lo?.day;
  if (day === undefined || reference?.month === undefined) return date;
  for (let back = 0; back < 14; back++) {
    const month = moved({ year: reference.year, month: reference.month }, 'month', -back);
    const full = month?.month === undefined ? undefined : { year: month.year, month: month.month, day };
    const isBefore = back > 0 || day <= (reference.day ?? 31);
    if (full !== undefined && isBefore && isReal(full) && weekday(full) === which)
      return { ...date, lo: full, hi: full, lacks: undefined };
  }
  return date;
}

/** "three weeks ago", "in two days", "the last 21 years". */
export function readCounted(text: string, at: number, reference: Reference): Moment | undefined {
  return readFrom(text, at, reference) ?? readAgo(text, at, reference) ?? readSpan(text, at, reference);
}

/** "two weeks before 10 May". */
function readFrom(text: string, at: number, reference: Reference): Moment | undefined {
  const from = match(AGO_FROM, text, at);
  if (from !== undefined) {
    const begins = at + from[0].length;
    const inner =
      readDate(text, begins, reference) ??
      readNamedDay(text, begins, reference) ??
      readDayWord(text, begins, reference) ??
      readStep(text, begins, reference);
    const counted = countOf(from[1] ?? '', from[2] ?? '');
    if (inner !== undefined && counted !== undefined) {
      const date = moved(inner.lo, counted.unit, from[3] === 'before' ? -counted.count : counted.count);
      return whole({ start: at, end: inner.end }, date, { relative: inner.relative });
    }
  }
  return undefined;
}

function readAgo(text: string, at: number, reference: Reference): Moment | undefined {
  const ago = match(AGO, text, at);
  if (ago !== undefined) {
    const counted = countOf(ago[1] ?? '', ago[2] ?? '');
    if (counted === undefined || ago[3] === 'before') return undefined;
    const date = moved(reference, counted.unit, ago[3] !== undefined ? -counted.count : counted.count);
    return whole({ start: at, end: at + ago[0].length }, date, { relative: true });
  }
  const later = match(IN_COUNT, text, at);
  if (later !== undefined) {
    const counted = countOf(later[1] ?? '', later[2] ?? '');
    return (
      counted &&
      whole({ start: at, end: at + later[0].length }, moved(reference, counted.unit, counted.count), { relative: true })
    );
  }
  return undefined;
}

function readSpan(text: string, at: number, reference: Reference): Moment | undefined {
  const within = match(WITHIN, text, at);
  if (within !== undefined) {
    const counted = countOf(within[1] ?? '', within[2] ?? '');
    const stretch = counted && span(reference, counted.unit, counted.count);
    return (
      stretch && { start: at, end: at + within[0].length, lo: stretch.hi && reference, hi: stretch.hi, relative: true }
    );
  }
  const steps = match(STEP_COUNT, text, at);
  if (steps === undefined) return undefined;
  const counted = countOf(steps[3] ?? steps[5] ?? '', steps[4] ?? steps[8] ?? '');
  const isPast = steps[1] !== undefined || steps[6] !== undefined;
  if (counted !== undefined && /^quarter/.test(steps[4] ?? steps[8] ?? '')) {
    const edge = stepOf(reference, 'quarter', isPast ? -1 : 1);
    const far = stepOf(reference, 'quarter', (isPast ? -1 : 1) * (counted.count / 3));
    return {
      start: at,
      end: at + steps[0].length,
      lo: isPast ? far.lo : edge.lo,
      hi: isPast ? edge.hi : far.hi,
      relative: true,
    };
  }
  return (
    counted && {
      start: at,
      end: at + steps[0].length,
      ...span(reference, counted.unit, isPast ? -counted.count : counted.count),
      relative: true,
    }
  );
}

/** "last year", "this month", "next Friday", "last March". */
export function readStep(text: string, at: number, reference: Reference): Moment | undefined {
  const both = match(WEEK_DAY, text, at);
  if (both !== undefined) {
    const which = weekdayOf(both[2] ?? '');
    return {
      start: at,
      end: at + both[0].length,
      ...weekOf(reference, STEPS.get(both[1] ?? '') ?? 0, [which, which]),
      relative: true,
    };
  }
  const rest = match(NEAR, text, at);
  if (rest !== undefined) {
    const stretch = stepOf(reference, rest[1] ?? '', 0);
    return { start: at, end: at + rest[0].length, lo: stretch.hi && reference, hi: stretch.hi, relative: true };
  }
  const found = match(STEP_UNIT, text, at);
  const step = STEPS.get(found?.[1] ?? '');
  // The past year is the twelve months before, last year the one of the calendar.
  const stretch = found?.[1] === 'past' ? countOf('a', found[2] ?? '') : undefined;
  if (found !== undefined && stretch !== undefined)
    return { start: at, end: at + found[0].length, ...span(reference, stretch.unit, -stretch.count), relative: true };
  if (found !== undefined && step !== undefined)
    return {
      start: at,
      end: at + found[0].length,
      ...stepOf(reference, found[2] ?? '', step, /coming$/.test(found[1] ?? '')),
      relative: true,
    };
  const day = match(WEEKDAY_AT, text, at);
  if (day === undefined) return undefined;
  const which = weekdayOf(day[1] ?? '');
  const week = STEPS.get(day[2] ?? day[3] ?? '');
  const ends = { start: at, end: at + day[0].length };
  if (week !== undefined) return { ...ends, ...weekOf(reference, week, [which, which]), relative: true };
  if (/(?:black|good|ash|palm|easter|bloody|super)\s$/.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  if (AMBIGUOUS.has(day[1] ?? '') && !/(?:^|\W)on\s$/.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  return whole(ends, lastWeekday(reference, which), { relative: true });
}

function stepOf(reference: Reference, unit: string, step: number, isComing = false): Pick<Moment, 'lo' | 'hi'> {
  const one = (date: PartialDate | undefined): Pick<Moment, 'lo' | 'hi'> => ({ lo: date, hi: date });
  if (reference === undefined) return one(undefined);
  const word = unit.replace(/^(?:business|working|calendar) /, '').replace(/s$/, '');
  const { year, month } = reference;
  if (word === 'year') return one({ year: year + step });
  if (word === 'decade')
    return { lo: { year: year - (year % 10) + step * 10 }, hi: { year: year - (year % 10) + step * 10 + 9 } };
  if (word === 'week') return weekOf(reference, step, /^(?:business|working)/.test(unit) ? [1, 5] : [1, 7]);
  if (word === 'weekend') return weekOf(reference, step, [6, 7]);
  if (word === 'day') return one(moved(reference, 'day', step));
  if (month === undefined) return one(undefined);
  if (word === 'month') return one(moved({ year, month }, 'month', step));
  if (word === 'quarter') return quarterFrom(reference, step) ?? one(undefined);
  const named = MONTHS.get(unit);
  if (named !== undefined)
    return one({
      year: step < 0 && named >= month ? year - 1 : step > 0 && named <= month ? year + 1 : year,
      month: named,
    });
  const which = weekdayOf(unit);
  const yesterday = moved(reference, 'day', -1);
  if (isComing) return one(moved(lastWeekday(reference, which), 'week', 1));
  return step < 0
    ? one(lastWeekday(yesterday, which))
    : step === 0
      ? weekOf(reference, 0, [which, which])
      : weekOf(reference, 1, [which, which]);
}

/** Read from the place at which it begins; undefined when it does not. */
export function readDayWord(text: string, at: number, reference: Reference): Moment | undefined {
  const now = match(NOW, text, at);
  if (now !== undefined)
    return whole({ start: at, end: at + now[0].length }, reference, { relative: true, onlyJoined: true });
  const found = match(DAY_WORD, text, at);
  if (found === undefined) return undefined;
  const word = found[0].replace(/^the /, '');
  const steps = {
    yesterday: -1,
    today: 0,
    tonight: 0,
    tomorrow: 1,
    'day before yesterday': -2,
    'day after tomorrow': 2,
  } as const;
  const step = Object.entries(steps).find(([name]) => name === word)?.[1] ?? 0;
  return whole({ start: at, end: at + found[0].length }, moved(reference, 'day', step), { relative: true });
}

/** "the 21st": of the month of the document, or of the date beside it. */
export function readDayAlone(text: string, at: number, reference: Reference): Moment | undefined {
  const found = match(DAY_ALONE, text, at) ?? (at > 0 ? match(DAY_BEHIND, text, at) : undefined);
  if (found === undefined) return undefined;
  const isWeekday = /(?:day|mon|tues?|wed|thu|thurs|fri|sat|sun)[.,]?\s(?:the\s)?$/.test(
    text.slice(Math.max(0, at - 12), at),
  );
  if (!found[0].startsWith('the') && !isWeekday) return undefined;
  const day = dayOf(found[1] ?? '');
  const step = STEPS.get(found[2] ?? '');
  const month =
    step === undefined || reference?.month === undefined
      ? undefined
      : moved({ year: reference.year, month: reference.month }, 'month', step);
  const date = step === undefined ? withMonth(reference, day) : month && { ...month, day };
  if (date !== undefined && !isReal(date)) return undefined;
  return whole({ start: at, end: at + found[0].length }, date, { relative: true, lacks: 'month' });
}
