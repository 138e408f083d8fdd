import {
  addDays,
  addMonths,
  daysIn,
  firstDay,
  formatDate,
  fullDate,
  lastDay,
  type PartialDate,
  weekday,
} from './calendar.ts';
import { DATE_LEADS, FUTURE_WORDS, MONTHS, PRESENT, SEASONS, WEEKDAYS } from './data/calendar.ts';
import { SMALL } from './data/number-words.ts';
import {
  type DateContext,
  readCalendarDate,
  readDecade,
  readSeason,
  readYear,
  type Stretch,
  seasonOf,
} from './date-form.ts';
import { readNumberAt } from './number.ts';
import type { Token } from './tokens.ts';

/** Words that say when; `first` and `next` are token indexes, `next` exclusive. */
export interface DateSpan {
  readonly first: number;
  readonly next: number;
  /** EDTF; null when the words cannot be resolved. */
  readonly norm: string | null;
  /** Whether the document's own date was needed: the value then rests on it. */
  readonly relative: boolean;
  /** "still", "now": true of any statement, so it yields to every other date. */
  readonly weak: boolean;
}

/**
 * Finds date expressions in one sentence. Relative words are resolved against `documentDate`; without it, or where it
 * is not precise enough, `norm` is null. Month without year is the latest one not after the document, the next one
 * when the sentence speaks of the future.
 */
export function findDates(tokens: readonly Token[], documentDate: PartialDate | undefined): DateSpan[] {
  const future = tokens.some((token) => FUTURE_WORDS.has(token.lower));
  const spans: DateSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = mayBegin(tokens[at]) ? readDateAt(tokens, at, { documentDate, future }) : undefined;
    if (found === undefined) at++;
    else {
      spans.push(found);
      at = found.next;
    }
  }
  return spans;
}

/** Words that a date can begin with: most tokens are passed over by one look. */
const STARTERS: ReadonlySet<string> = new Set([
  ...[...DATE_LEADS.keys()].flatMap((lead) => lead.split(' ')[0] ?? []),
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...PRESENT,
  ...'the early mid late end beginning start middle first second yesterday today tonight tomorrow last previous this next coming past a few to so recent recently lately between'.split(
    ' ',
  ),
]);

const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’', '‘']);

function mayBegin(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === 'number' || STARTERS.has(token.lower) || SMALL.has(token.lower) || APOSTROPHES.has(token.text);
}

function readDateAt(tokens: readonly Token[], at: number, context: DateContext): DateSpan | undefined {
  const present = readPresent(tokens, at, context);
  if (present !== undefined) return present;
  const two = `${tokens[at]?.lower ?? ''} ${tokens[at + 1]?.lower ?? ''}`;
  const lead = DATE_LEADS.get(two) ?? DATE_LEADS.get(tokens[at]?.lower ?? '');
  const skip = lead === undefined ? 0 : DATE_LEADS.has(two) ? 2 : 1;
  const stretch = readStretch(tokens, at + skip, context, lead !== undefined);
  if (stretch === undefined) return undefined;
  const range = readRange(tokens, at, skip, stretch, context);
  if (range !== undefined) return range;
  const relative = stretch.relative === true || (lead === 'since' && context.documentDate !== undefined);
  const next = tokens[stretch.next]?.lower === 'alone' ? stretch.next + 1 : stretch.next;
  return { first: at, next, norm: normOf(stretch, lead, context), relative, weak: false };
}

function normOf(stretch: Stretch, lead: string | undefined, context: DateContext): string | null {
  const { lo, hi } = stretch;
  if (lo === undefined || hi === undefined) return null;
  const mark = stretch.approximate ? '~' : '';
  if (lead === 'since') {
    const end = context.documentDate;
    return `${formatDate(lo)}${mark}/${end === undefined ? '..' : formatDate(end)}`;
  }
  if (lead === 'after') return `${formatDate(hi)}${mark}/..`;
  if (lead === 'until') return `../${formatDate(stretch.approximate ? hi : lastDay(hi))}${mark}`;
  const [from, to] = [formatDate(lo), formatDate(hi)];
  return from === to ? from + mark : `${from}${mark}/${to}${mark}`;
}

/** "from 2001 to 2004", "between March and May 2020", "2001–2004". */
function readRange(
  tokens: readonly Token[],
  at: number,
  skip: number,
  from: Stretch,
  context: DateContext,
): DateSpan | undefined {
  const joint = tokens[from.next];
  const between = tokens[at]?.lower === 'between' || tokens[at - 1]?.lower === 'between';
  const joins = joint?.lower === 'to' || joint?.lower === 'until' || joint?.text === '–' || joint?.text === '-';
  if (!joins && !(between && joint?.lower === 'and')) return undefined;
  const to = readStretch(tokens, from.next + 1, context, true);
  if (to?.hi === undefined || from.lo === undefined) return undefined;
  // "March to May 2020": the year said last is the year of both, unless that runs backwards.
  const lo = from.relative === true && to.relative !== true ? { ...from.lo, year: to.hi.year } : from.lo;
  const first = formatDate(lo) <= formatDate(to.hi) ? lo : { ...lo, year: lo.year - 1 };
  const norm = `${formatDate(first)}/${formatDate(to.hi)}`;
  return {
    first: skip === 0 && tokens[at - 1]?.lower === 'between' ? at - 1 : at,
    next: to.next,
    norm,
    relative: to.relative === true,
    weak: false,
  };
}

function readPresent(tokens: readonly Token[], at: number, context: DateContext): DateSpan | undefined {
  const { documentDate } = context;
  const now = documentDate === undefined ? null : formatDate(documentDate);
  const words = [0, 1, 2].map((i) => tokens[at + i]?.lower ?? '');
  const [one = '', two = '', three = ''] = words;
  const span = (length: number, norm: string | null, weak: boolean): DateSpan => ({
    first: at,
    next: at + length,
    norm,
    relative: true,
    weak,
  });
  if (PRESENT.has(one)) return span(1, now, true);
  if ((one === 'at' && two === 'present') || (one === 'so' && two === 'far')) return span(2, now, true);
  if ((one === 'to' || one === 'until') && (two === 'date' || two === 'now')) return span(2, now && `../${now}`, true);
  if (one === 'in' && two === 'recent' && /^(?:years|months|weeks|days|decades)$/.test(three)) {
    return span(3, now && `../${now}`, false);
  }
  if (one === 'recent') return span(1, now && `../${now}`, true);
  if (one === 'recently' || one === 'lately') return span(1, now && `../${now}`, false);
  return undefined;
}

function readStretch(tokens: readonly Token[], at: number, context: DateContext, led: boolean): Stretch | undefined {
  const from = tokens[at]?.lower === 'the' ? at + 1 : at;
  return readEdge(tokens, from, context) ?? readWhole(tokens, at, context, led);
}

// An edge holds a whole, never another edge: "early early early …" must not recurse.
function readWhole(tokens: readonly Token[], at: number, context: DateContext, led: boolean): Stretch | undefined {
  const from = tokens[at]?.lower === 'the' ? at + 1 : at;
  return (
    readRelative(tokens, from, context) ??
    readCalendarDate(tokens, from, context, led) ??
    readDecade(tokens, from) ??
    readSeason(tokens, from) ??
    readYear(tokens, from, led)
  );
}

/** "early August", "mid-2019", "late last year", "the end of 2004", "the first half of 2020". */
function readEdge(tokens: readonly Token[], at: number, context: DateContext): Stretch | undefined {
  const word = tokens[at]?.lower ?? '';
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  if (word === 'early' || word === 'mid' || word === 'late') {
    const inside = tokens[at + 1]?.lower === 'in' ? 1 : hyphen;
    const whole = readWhole(tokens, at + 1 + inside, context, true);
    if (whole === undefined) return undefined;
    return { ...whole, ...thirdOf(whole, word) };
  }
  const half = (word === 'first' || word === 'second') && /^(?:half|quarter)$/.test(tokens[at + 1]?.lower ?? '');
  const edge = word === 'end' || word === 'beginning' || word === 'start' || word === 'middle';
  const of = at + (half ? 2 : 1);
  if ((!half && !edge) || tokens[of]?.lower !== 'of') return undefined;
  const whole = readWhole(tokens, of + 1, context, true);
  if (whole?.lo === undefined || whole.hi === undefined) return undefined;
  if (half) return { ...whole, ...portion(whole.lo, word, tokens[at + 1]?.lower ?? '') };
  if (whole.lo.month !== undefined || word === 'middle') return { ...whole, ...thirdOf(whole, word) };
  const month = word === 'end' ? 12 : 1;
  return { ...whole, lo: { year: whole.lo.year, month }, hi: { year: whole.hi.year, month } };
}

function portion(year: PartialDate, which: string, size: string): Pick<Stretch, 'lo' | 'hi'> {
  if (year.month !== undefined) return { lo: year, hi: year };
  const months = size === 'half' ? 6 : 3;
  const first = which === 'first' ? 1 : 1 + months;
  return { lo: { year: year.year, month: first }, hi: { year: year.year, month: first + months - 1 } };
}

// EDTF has no "early": thirds are days 1–10, 11–20, 21–end of a month and four months each of a year.
function thirdOf(whole: Stretch, word: string): Pick<Stretch, 'lo' | 'hi' | 'approximate'> {
  const { lo, hi } = whole;
  if (lo === undefined || hi === undefined || lo.day !== undefined) return { lo, hi };
  const part =
    word === 'early' || word === 'beginning' || word === 'start' ? 0 : word === 'late' || word === 'end' ? 2 : 1;
  if (formatDate(lo) !== formatDate(hi)) {
    // A decade: "the mid-90s" is about its fifth year.
    const year = lo.year + (part === 0 ? 1 : part === 1 ? 5 : 8);
    return { lo: { year }, hi: { year }, approximate: true };
  }
  if (lo.month === undefined) {
    const month = 1 + part * 4;
    return { lo: firstDay({ year: lo.year, month }), hi: lastDay({ year: lo.year, month: month + 3 }) };
  }
  const { year, month } = lo;
  return {
    lo: { year, month, day: 1 + part * 10 },
    hi: { year, month, day: part === 2 ? daysIn(year, month) : part * 10 + 10 },
  };
}

/** "last year", "this month", "yesterday", "on Monday", "two weeks ago", "the last 21 years". */
function readRelative(tokens: readonly Token[], at: number, context: DateContext): Stretch | undefined {
  const word = tokens[at]?.lower ?? '';
  const day = fullDate(context.documentDate);
  const one = (date: PartialDate | undefined, next: number): Stretch => ({ next, lo: date, hi: date, relative: true });
  const shift = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word];
  if (shift !== undefined) return one(day && addDays(day, shift), at + 1);
  const name = tokens[at + 1];
  const step = { last: -1, previous: -1, this: 0, next: 1, coming: 1 }[word];
  if (step !== undefined && name !== undefined) {
    const unit = shiftUnit(context.documentDate, name.lower, step);
    if (unit !== undefined) return { next: at + 2, ...unit, relative: true };
  }
  // "Black Friday" and "Good Friday" are feasts.
  const feast = /^(?:black|good|cyber|ash|palm|easter|bloody|super)$/.test(tokens[at - 1]?.lower ?? '');
  if (WEEKDAYS.has(word) && /^[A-Z]/.test(tokens[at]?.text ?? '') && !feast)
    return one(weekdayNear(day, word, context.future), at + 1);
  if (step !== undefined && WEEKDAYS.has(name?.lower ?? '')) {
    return one(weekdayNear(day && step < 0 ? addDays(day, -1) : day, name?.lower ?? '', step > 0), at + 2);
  }
  return readDistance(tokens, at, context);
}

function shiftUnit(date: PartialDate | undefined, unit: string, step: number): Pick<Stretch, 'lo' | 'hi'> | undefined {
  if (unit === 'year') {
    const year = date && { year: date.year + step };
    return { lo: year, hi: year };
  }
  if (unit === 'month') {
    const month = date?.month === undefined ? undefined : addMonths({ year: date.year, month: date.month }, step);
    return { lo: month, hi: month };
  }
  if (unit === 'week') {
    const day = fullDate(date);
    if (day === undefined) return { lo: undefined, hi: undefined };
    const monday = addDays(day, 1 - weekday(day) + 7 * step);
    return { lo: monday, hi: addDays(monday, 6) };
  }
  const season = SEASONS.get(unit);
  if (season !== undefined) {
    if (date?.month === undefined) return { lo: undefined, hi: undefined };
    const over = step < 0 && date.month <= season[1];
    return seasonOf(date.year - (over ? 1 : 0) + (step > 0 ? 1 : 0), season);
  }
  const month = MONTHS.get(unit);
  if (month === undefined || unit === 'may') return undefined;
  if (date?.month === undefined) return { lo: undefined, hi: undefined };
  const passed = month < date.month || (month === date.month && step === 0);
  const year = date.year + (step < 0 && !passed ? -1 : step > 0 && passed ? 1 : 0);
  return { lo: { year, month }, hi: { year, month } };
}

function weekdayNear(day: Required<PartialDate> | undefined, name: string, ahead: boolean): PartialDate | undefined {
  const wanted = WEEKDAYS.get(name);
  if (day === undefined || wanted === undefined) return undefined;
  const back = (weekday(day) - wanted + 7) % 7;
  return addDays(day, ahead ? (7 - back) % 7 || 7 : -back);
}

const DISTANCE = /^(?:year|month|week|day|decade)s?$/;

/** "three years ago", "the last 21 years", "the past decade". */
function readDistance(tokens: readonly Token[], at: number, context: DateContext): Stretch | undefined {
  const lead = tokens[at]?.lower ?? '';
  const open = lead === 'last' || lead === 'past';
  const from = open ? at + 1 : at;
  const article = tokens[from]?.lower === 'a' || tokens[from]?.lower === 'few' ? 1 : undefined;
  const number = article === undefined ? readNumberAt(tokens, from) : undefined;
  const next = article === undefined ? (number?.next ?? from) : from + 1;
  const unit = tokens[next]?.lower ?? '';
  if (!DISTANCE.test(unit)) return undefined;
  const count = article === undefined ? (number?.value ?? 1) : 1;
  if (!open && tokens[next + 1]?.lower !== 'ago') return undefined;
  if (open && number === undefined && unit !== 'decade') return undefined;
  if (!Number.isInteger(count) || count < 0 || count > 5000) return undefined;
  const start = tokens[from]?.lower === 'few' ? undefined : backBy(context.documentDate, count, unit.replace(/s$/, ''));
  // "over the last 21 years": the number stays a figure of its own, so only the words around it are the date.
  if (open) return { next: next + 1, lo: start, hi: start && context.documentDate, relative: true };
  return { next: next + 2, lo: start, hi: start, relative: true, approximate: unit !== 'day' && unit !== 'days' };
}

function backBy(date: PartialDate | undefined, count: number, unit: string): PartialDate | undefined {
  if (date === undefined) return undefined;
  if (unit === 'year') return { year: date.year - count };
  if (unit === 'decade') return { year: date.year - 10 * count };
  if (unit === 'month')
    return date.month === undefined ? undefined : addMonths({ year: date.year, month: date.month }, -count);
  const day = fullDate(date);
  return day && addDays(day, -count * (unit === 'week' ? 7 : 1));
}
