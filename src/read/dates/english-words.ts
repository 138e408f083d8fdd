import { MONTHS, SEASONS, WEEKDAYS } from '../figures/data/calendar.ts';
import { CARDINAL_DAYS, COUNT_WORDS, DECADES, NAMED_DAYS, ORDINAL_WORDS, STEPS } from './data/english-dates.ts';
import { FEASTS } from './data/feasts.ts';
import { anyOf } from './joints.ts';
import type { TimeUnit } from './moment.ts';

export const MONTH: string = `(?:${anyOf(MONTHS.keys())})`;

export const ORDINAL: string = anyOf([...ORDINAL_WORDS.keys()].flatMap((word) => [word, word.replace('-', ' ')]));

const CARDINAL = anyOf([...CARDINAL_DAYS.keys()].flatMap((word) => [word, word.replace('-', ' ')]));

/** 1985, and what speakers say for it: nineteen eighty-five, two thousand and five. */
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';

const UNITS = 'one|two|three|four|five|six|seven|eight|nine';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

const TWO_DIGITS = `(?:${TEENS}|(?:${TENS})(?:[- ](?:${UNITS}))?|(?:${UNITS}))`;

const TEN_AND_MORE = `(?:${TEENS}|(?:${TENS})(?:[- ](?:${UNITS}))?)`;

export const SPELLED_YEAR: string = `(?:two thousand(?: (?:and )?${TWO_DIGITS})?|(?:eighteen|nineteen) hundred(?: (?:and )?${TWO_DIGITS})?|(?:eighteen|nineteen|twenty) (?:o[h']? (?:${UNITS})|${TEN_AND_MORE}))(?!\\w)`;

export const DAY_NUMBER: string = `(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d:]|\\.\\d|,\\d)|(?:${ORDINAL})|(?:${CARDINAL})(?!\\s(?:thousand|hundred))`;

export const YEAR_NUMBER: string = '(?:1[5-9]|20)\\d\\d(?![\\d%])';

export const COUNT: string = `\\d{1,3}|${anyOf(COUNT_WORDS.keys())}`;

export const UNIT: string =
  '(?:business |working |calendar )?(days?|weeks?|fortnights?|months?|quarters?|years?|decades?)(?!\\w)';

export const WEEKDAY: string = `${anyOf(WEEKDAYS.keys())}|mon|tues?|wed|thurs?|thu|fri|sat|sun`;

export const STEP: string = anyOf(STEPS.keys());

export const SEASON: string = `${anyOf(SEASONS.keys())}|fall`;

const firstWords = (words: Iterable<string>): readonly string[] =>
  [...words].flatMap((word) => /^[a-z]+/.exec(word)?.[0] ?? []);

/** Words that a date can begin with; every pattern of this grammar begins with one of them, a digit or an apostrophe. */
const STARTERS: ReadonlySet<string> = new Set([
  ...firstWords(MONTHS.keys()),
  ...firstWords(WEEKDAY.split('|')),
  ...['tue', 'thur'],
  ...firstWords(SEASON.split('|')),
  ...firstWords(ORDINAL_WORDS.keys()),
  ...firstWords(CARDINAL_DAYS.keys()),
  ...firstWords(COUNT_WORDS.keys()),
  ...firstWords(STEPS.keys()),
  ...firstWords(DECADES.keys()),
  ...firstWords(NAMED_DAYS.keys()),
  ...firstWords(FEASTS.en.keys()),
  ...`the early earlier mid middle late later latter very beginning start end close week w q h in within about around some nearly almost day
   yesterday today tonight tomorrow year month now to date present current half`.split(/\s+/),
]);

/** What stands behind words that mostly begin something else: only then is the whole grammar asked. */
const BEHIND: ReadonlyMap<string, RegExp> = new Map([
  ['a', /^a (?:couple|business|working|calendar|days?|weeks?|fortnights?|months?|quarters?|years?|decades?)/],
  ['an', /^an? /],
]);

/** Whether a date can begin at a place of a folded text: most words are passed over by one look. */
export function mayBeginDate(text: string, at: number): boolean {
  const word = wordAt(text, at);
  if (word === '') return true;
  if (!STARTERS.has(word)) return false;
  const behind = BEHIND.get(word);
  if (behind !== undefined) return behind.test(text.slice(at, at + 20));
  if (word !== 'the' && word !== 'in') return true;
  const next = at + word.length;
  if (!/\s/.test(text[next] ?? '')) return false;
  const following = wordAt(text, next + 1);
  return following === '' || following === 'rest' || following.startsWith('remain') || STARTERS.has(following);
}

/** The letters that stand at a place, as far as a date's first word reaches. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + 14 && text.charCodeAt(end) >= 0x61 && text.charCodeAt(end) <= 0x7a) end++;
  return text.slice(at, end);
}

/** Before the words: nothing that they could be the end of. */
export const EDGE: string = '(?<![\\w$€£])(?<!\\d[.,])';

/** Read from the place at which it begins; undefined when it does not. */
export function dayOf(text: string): number {
  const word = text.replace(' ', '-');
  return ORDINAL_WORDS.get(word) ?? CARDINAL_DAYS.get(word) ?? Number.parseInt(text, 10);
}

/** A year in digits or as it is spoken. */
export function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const words = text.split(/[ -]/).filter((word) => word !== 'and' && !/^o/.test(word));
  const [first = '', second = ''] = words;
  const rest = words.slice(second === 'thousand' || second === 'hundred' ? 2 : 1);
  const century = first === 'two' ? 2000 : (COUNT_WORDS.get(first) ?? 0) * 100;
  return century + rest.reduce((sum, word) => sum + (COUNT_WORDS.get(word) ?? 0), 0);
}

/** Read from the place at which it begins; undefined when it does not. */
export function countOf(count: string, unit: string): { readonly count: number; readonly unit: TimeUnit } | undefined {
  if (count === 'half a') return /^year/.test(unit) ? { count: 6, unit: 'month' } : undefined;
  const number = COUNT_WORDS.get(count) ?? Number(count);
  if (!Number.isInteger(number) || number < 1 || number > 999) return undefined;
  const one = unit.replace(/s$/, '');
  if (one === 'day' || one === 'week' || one === 'month' || one === 'year') return { count: number, unit: one };
  if (one === 'fortnight') return { count: number * 2, unit: 'week' };
  if (one === 'quarter') return { count: number * 3, unit: 'month' };
  return one === 'decade' ? { count: number * 10, unit: 'year' } : undefined;
}

/** Read from the place at which it begins; undefined when it does not. */
export function weekdayOf(name: string): number {
  const full = [...WEEKDAYS].find(([each]) => each.startsWith(name));
  return full?.[1] ?? 1;
}
