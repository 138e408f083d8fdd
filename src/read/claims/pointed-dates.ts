import type { Span } from '../anchor.ts';
import { moved } from '../dates/moment.ts';
import { readDates } from '../dates/read-dates.ts';
import { formatDate, parsePartialDate } from '../figures/calendar.ts';
import { matchesIn } from '../matches.ts';
import { type Sought, sought } from '../sought.ts';
import { simplifiedText } from '../terms/character-classes.ts';
import { AHEAD_WORDS, LATER_WORDS, POINTED_PARTS, POINTING_WORDS, type Pointing } from './data/pointing-words.ts';
import { type DateWords, type ReadLanguage, touches } from './findings.ts';
import type { DocumentSetting, Tense } from './setting.ts';

/** A date that was said before, and where. */
export interface SpokenDate extends Span {
  readonly norm: string;
}

/** The last date that a document spoke of, and the last that is one day. */
export interface Spoken {
  readonly last: SpokenDate;
  readonly day: SpokenDate | undefined;
}

/** What is remembered of the dates of a sentence that was read: the last that is no comparison and no birth. */
export function withDates(spoken: Spoken | undefined, dates: readonly DateWords[]): Spoken | undefined {
  const said = dates.flatMap(({ start, end, norm, weak }) => (weak || norm === null ? [] : [{ start, end, norm }]));
  const last = said.at(-1) ?? spoken?.last;
  const day = said.findLast(({ norm }) => /^\d{4}-\d\d-\d\d$/u.test(norm)) ?? spoken?.day;
  return last && { last, day };
}

/** How far ahead a deadline or plan without a year may lie, and how long ago it must otherwise be, in months. */
const MONTHS_AHEAD = 6;
/** A term that somebody set in the past, without its year, is the next rather than one that is nearly a year old. */
const MONTHS_NEAR = 2;

/**
 * The dates of a sentence as the text before it and its own words make them out (docs/read-claims.md RC4): *that day*, 此后, 그해 point to the
 * date that was spoken of last; a deadline or a plan without a year is the next one. Words that point to nothing known are left out.
 */
export function settledDates(
  sentence: Span,
  dates: readonly DateWords[],
  setting: DocumentSetting,
  { lang, tense, spoken }: { readonly lang: ReadLanguage; readonly tense: Tense; readonly spoken: Spoken | undefined },
): readonly DateWords[] {
  const words = setting.text.slice(sentence.start, sentence.end);
  const ahead = dates.some(({ yearless }) => yearless === true)
    ? dates.map((date) => aheadOf(date, setting, words, { lang, tense }))
    : dates;
  // The words of the list are simplified; each character stays one.
  const here = {
    words: lang === 'zh' ? simplifiedText(words) : words,
    offset: sentence.start,
    lang,
    dates: ahead,
    spoken,
  };
  const settled = ahead.map((date) => laterOf(date, here, tense));
  const pointed = spoken === undefined && dates.length === 0 ? [] : pointedIn(here);
  if (pointed.length === 0) return settled;
  const days = pointed.filter(({ pointing }) => typeof pointing === 'object').map(({ date }) => date);
  // "that day" is read as the document's without what came before it.
  const kept = settled.filter(
    (date) => !days.some((each) => touches(each, date) && each.end - each.start >= date.end - date.start),
  );
  const isDated = kept.some(({ weak, norm }) => !weak && norm !== null);
  const loose = pointed
    .filter(
      ({ pointing, date }) =>
        typeof pointing !== 'object' && (!isDated || pointing === 'overdue' || isBehind(date, kept)),
    )
    .map(({ date }) => date);
  const added = [...days, ...(days.length > 0 ? [] : loose)].filter(
    (date) => !kept.some((each) => !each.weak && touches(each, date)),
  );
  return [...kept.filter((date) => !added.some((each) => touches(each, date))), ...added].sort(
    (a, b) => a.start - b.start,
  );
}

/** *By 31 August …, but after that …*: what points stands behind the date of its own sentence that it points to. */
function isBehind(date: DateWords, dates: readonly DateWords[]): boolean {
  const { basis } = date;
  return basis !== undefined && dates.some(({ start, end }) => start === basis.start && end === basis.end);
}

/** A sentence, its dates, and those that were spoken of before it. */
interface Here {
  readonly words: string;
  readonly offset: number;
  readonly lang: ReadLanguage;
  readonly dates: readonly DateWords[];
  readonly spoken: Spoken | undefined;
}

/** What words at a place of a sentence can point to: the last date before them, in the sentence or before it; of days the last that is one. */
function spokenAt({ dates, spoken }: Here, at: number, isDay: boolean): SpokenDate | undefined {
  const near = dates.findLast(
    ({ end, norm, weak }) => end <= at && !weak && norm !== null && (!isDay || /^\d{4}-\d\d-\d\d$/u.test(norm)),
  );
  if (near?.norm) return { start: near.start, end: near.end, norm: near.norm };
  return isDay ? (spoken?.day ?? spoken?.last) : spoken?.last;
}

/** *Two days later* in a story is counted from the date before it; with none, nobody can say from when. */
function laterOf(date: DateWords, here: Here, tense: Tense): DateWords {
  const { words, offset, lang } = here;
  const said = words.slice(date.start - offset, date.end - offset);
  if (!date.relative || date.weak || !LATER_WORDS[lang].test(said) || AHEAD_WORDS[lang].test(words)) return date;
  const from = spokenAt(here, date.start, false);
  if (from === undefined) return tense === 'present' ? date : { ...date, norm: null };
  const [lo = '', hi = lo] = from.norm.split('/');
  const [first, last] = [lo, hi].map((reference) => countedFrom(said, reference.replace('~', ''), lang));
  if (first === undefined || last === undefined) return { ...date, norm: null };
  const norm = first === last ? first : `${first}/${last}`;
  return { ...date, norm, basis: { from: 'earlier-sentence', start: from.start, end: from.end } };
}

/** The words read again from another date; of a month or year that date itself, about, where they count in days. */
function countedFrom(said: string, reference: string, lang: ReadLanguage): string | undefined {
  if (parsePartialDate(reference) === undefined) return undefined;
  const [again] = readDates(said, { lang, reference });
  return again?.norm ?? (reference.length < '2031-04-05'.length ? `${reference}~` : undefined);
}

function aheadOf(
  date: DateWords,
  { documentDate }: DocumentSetting,
  words: string,
  { lang, tense }: { readonly lang: ReadLanguage; readonly tense: Tense },
): DateWords {
  if (date.yearless !== true || date.norm === null || documentDate?.month === undefined) return date;
  const isTerm = date.norm.startsWith('../');
  const isAhead = AHEAD_WORDS[lang].test(words) || (isTerm && tense !== 'past');
  if (!isAhead && !isTerm) return date;
  const norm = date.norm.replace(/\d{4}(?=-|~|\/|$)/gu, (year) => String(Number(year) + 1));
  const [, year, month] = /(\d{4})-(\d{2})/u.exec(norm) ?? [];
  const months = (Number(year) - documentDate.year) * 12 + Number(month) - documentDate.month;
  return months >= 0 && months <= (isAhead ? MONTHS_AHEAD : MONTHS_NEAR) ? { ...date, norm } : date;
}

interface Pointed {
  readonly pointing: Pointing;
  readonly date: DateWords;
}

function pointedIn(here: Here): readonly Pointed[] {
  const { words, offset, lang } = here;
  const found: Pointed[] = [];
  let last = 0;
  for (const match of matchesIn(words, PATTERNS[lang])) {
    if (match.index < last) continue;
    last = match.index + match[0].length;
    const pointing = BY_WORD[lang].get(match[0].toLowerCase());
    const isDay = typeof pointing === 'object' && pointing.unit === 'day';
    const spoken = spokenAt(here, offset + match.index, isDay);
    if (pointing === undefined || spoken === undefined) continue;
    const part =
      typeof pointing === 'object' && pointing.unit === 'year'
        ? partOfYear(words, match, pointing.step, spoken, lang)
        : undefined;
    const norm = part?.norm ?? normFrom(spoken.norm, pointing);
    if (norm === undefined) continue;
    last = part?.end ?? last;
    const span = { start: offset + match.index, end: offset + last };
    const basis = { from: 'earlier-sentence', start: spoken.start, end: spoken.end } as const;
    found.push({ pointing, date: { ...span, norm, relative: true, weak: false, basis } });
  }
  return [...found, ...partsIn(here)];
}

/** *That autumn*, *the following March*: of the year that was spoken of, or the next after that date. */
function partsIn(here: Here): readonly Pointed[] {
  const { words, offset, lang } = here;
  const pattern = SOUGHT_PARTS[lang];
  const found: Pointed[] = [];
  for (const match of pattern?.mayBeIn(words) === true ? matchesIn(words, pattern.pattern) : []) {
    const start = offset + match.index;
    const spoken = spokenAt(here, start, false);
    const from =
      spoken &&
      parsePartialDate(
        spoken.norm
          .split('/')
          .find((each) => each !== '..')
          ?.replace('~', ''),
      );
    const name = match[1] ?? match[2] ?? match[3];
    if (spoken === undefined || from === undefined || name === undefined) continue;
    const [same, next] = [0, 1].map(
      (step) =>
        readDates(lang === 'en' ? `${name} ${from.year + step}` : `${from.year + step}年${name}天`, { lang })[0]?.norm,
    );
    const isBefore =
      match[3] !== undefined && (same ?? '').slice(0, 7) <= spoken.norm.replace(/^\.\.\//u, '').slice(0, 7);
    const norm = match[3] !== undefined && (isBefore || from.month === undefined) ? next : same;
    if (norm == null) continue;
    const basis = { from: 'earlier-sentence', start: spoken.start, end: spoken.end } as const;
    const date = { start, end: start + match[0].length, norm, relative: true, weak: false, basis };
    found.push({ pointing: { unit: 'year', step: 0 }, date });
  }
  return found;
}

const SOUGHT_PARTS: Readonly<Partial<Record<ReadLanguage, Sought>>> = {
  ...(POINTED_PARTS.en && { en: sought(POINTED_PARTS.en) }),
  ...(POINTED_PARTS.zh && { zh: sought(POINTED_PARTS.zh) }),
};

/** 同年8月, 이듬해 봄: a part of the year that is pointed to, when one stands right behind. */
function partOfYear(
  words: string,
  { index, 0: word }: RegExpExecArray,
  step: number,
  spoken: SpokenDate,
  lang: ReadLanguage,
): { readonly norm: string; readonly end: number } | undefined {
  const year = parsePartialDate(
    spoken.norm
      .split('/')
      .find((each) => each !== '..')
      ?.replace('~', ''),
  )?.year;
  if (year === undefined || lang === 'en') return undefined;
  const behind = index + word.length;
  const rest = words.slice(behind, behind + 16).replace(/^的/u, '');
  const skipped = words.slice(behind, behind + 16).length - rest.length;
  const head = `${year + step}${lang === 'zh' ? '年' : '년'}`;
  const [again] = readDates(head + rest, { lang });
  if (again?.norm == null || again.start !== 0 || again.end <= head.length || again.norm.length < '2031-04'.length)
    return undefined;
  return { norm: again.norm, end: behind + skipped + again.end - head.length };
}

/** EDTF of what a word means that points to a date; undefined where that is not known well enough. */
function normFrom(norm: string, pointing: Pointing): string | undefined {
  if (pointing === 'same') return norm;
  if (pointing === 'overdue') return norm.startsWith('../') ? `${norm.slice(3)}/..` : undefined;
  const [from = '', to = from] = norm.split('/');
  const near = from === '..' ? to : from;
  if (pointing === 'since') return near === '..' ? undefined : `${near}/..`;
  const date = parsePartialDate(near.replace('~', ''));
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  if (pointing.unit === 'year') return String(year + pointing.step);
  if (month === undefined) return undefined;
  const there =
    pointing.unit === 'month'
      ? moved({ year, month }, 'month', pointing.step)
      : day === undefined || (to !== from && to !== '..')
        ? undefined
        : moved(date, 'day', pointing.step);
  return there && formatDate(there);
}

const BY_WORD: Readonly<Record<ReadLanguage, ReadonlyMap<string, Pointing>>> = {
  en: byWord('en'),
  zh: byWord('zh'),
  ko: byWord('ko'),
};

function byWord(lang: ReadLanguage): ReadonlyMap<string, Pointing> {
  return new Map(
    POINTING_WORDS[lang].flatMap(([words, pointing]) => words.map((word): [string, Pointing] => [word, pointing])),
  );
}

const PATTERNS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: new RegExp(`(?<![\\p{L}-])(?:${anyWord('en')})(?![\\p{L}-])`, 'giu'),
  // 当天 is a day, 相当天 is not; what is compared with is not when something holds.
  zh: new RegExp(`(?<![相应應充担擔适適比较較])(?!(?<=年)同期)(?:${anyWord('zh')})(?!然)`, 'gu'),
  ko: new RegExp(`(?<!\\p{L})(?:${anyWord('ko')})(?=은|는|의|에|엔|까지|도|만|$|[^\\p{L}])`, 'gu'),
};

function anyWord(lang: ReadLanguage): string {
  return [...BY_WORD[lang].keys()].sort((a, b) => b.length - a.length).join('|');
}
