import type { Span } from '../anchor.ts';
import { moved } from '../dates/moment.ts';
import { formatDate, parsePartialDate } from '../figures/calendar.ts';
import { matchesIn } from '../matches.ts';
import { AHEAD_WORDS, POINTING_WORDS, type Pointing } from './data/pointing-words.ts';
import { type DateWords, type ReadLanguage, touches } from './findings.ts';
import type { DocumentSetting, Tense } from './setting.ts';

/** A date that was said before, and where. */
export interface SpokenDate extends Span {
  readonly norm: string;
}

/** How far ahead a deadline or plan without a year may lie, and how long ago it must otherwise be, in months. */
const MONTHS_AHEAD = 6;

/**
 * The dates of a sentence as the text before it and its own words make them out (docs/read-claims.md RC4): *that day*, 此后, 그해 point to the
 * date that was spoken of last; a deadline or a plan without a year is the next one. Words that point to nothing known are left out.
 */
export function settledDates(
  sentence: Span,
  dates: readonly DateWords[],
  setting: DocumentSetting,
  {
    lang,
    tense,
    spoken,
  }: { readonly lang: ReadLanguage; readonly tense: Tense; readonly spoken: SpokenDate | undefined },
): readonly DateWords[] {
  const words = setting.text.slice(sentence.start, sentence.end);
  const settled = dates.some(({ yearless }) => yearless === true)
    ? dates.map((date) => aheadOf(date, setting, words, { lang, tense }))
    : dates;
  const pointed = spoken === undefined ? [] : pointedIn(words, sentence.start, lang, spoken);
  if (pointed.length === 0) return settled;
  const days = pointed.filter(({ pointing }) => typeof pointing === 'object').map(({ date }) => date);
  // "that day" is read as the document's without what came before it.
  const kept = settled.filter(
    (date) => !days.some((each) => touches(each, date) && each.end - each.start >= date.end - date.start),
  );
  const isDated = kept.some(({ weak, norm }) => !weak && norm !== null);
  const loose = pointed.filter(({ pointing }) => typeof pointing !== 'object').map(({ date }) => date);
  const added = [...days, ...(isDated || days.length > 0 ? [] : loose)].filter(
    (date) => !kept.some((each) => !each.weak && touches(each, date)),
  );
  return [...kept.filter((date) => !added.some((each) => touches(each, date))), ...added].sort(
    (a, b) => a.start - b.start,
  );
}

function aheadOf(
  date: DateWords,
  { documentDate }: DocumentSetting,
  words: string,
  { lang, tense }: { readonly lang: ReadLanguage; readonly tense: Tense },
): DateWords {
  if (date.yearless !== true || date.norm === null || documentDate?.month === undefined) return date;
  const isDeadline = date.norm.startsWith('../') && tense !== 'past';
  if (!isDeadline && !AHEAD_WORDS[lang].test(words)) return date;
  const norm = date.norm.replace(/\d{4}(?=-|~|\/|$)/gu, (year) => String(Number(year) + 1));
  const [, year, month] = /(\d{4})-(\d{2})/u.exec(norm) ?? [];
  const months = (Number(year) - documentDate.year) * 12 + Number(month) - documentDate.month;
  return months >= 0 && months <= MONTHS_AHEAD ? { ...date, norm } : date;
}

interface Pointed {
  readonly pointing: Pointing;
  readonly date: DateWords;
}

function pointedIn(words: string, offset: number, lang: ReadLanguage, spoken: SpokenDate): readonly Pointed[] {
  const found: Pointed[] = [];
  let last = 0;
  for (const match of matchesIn(words, PATTERNS[lang])) {
    if (match.index < last) continue;
    last = match.index + match[0].length;
    const pointing = BY_WORD[lang].get(match[0].toLowerCase());
    const norm = pointing && normFrom(spoken.norm, pointing);
    if (pointing === undefined || norm === undefined) continue;
    const span = { start: offset + match.index, end: offset + last };
    const basis = { from: 'earlier-sentence', start: spoken.start, end: spoken.end } as const;
    found.push({ pointing, date: { ...span, norm, relative: true, weak: false, basis } });
  }
  return found;
}

/** EDTF of what a word means that points to a date; undefined where that is not known well enough. */
function normFrom(norm: string, pointing: Pointing): string | undefined {
  if (pointing === 'same') return norm;
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
  zh: new RegExp(`(?<![相应應充担擔适適比较較])(?:${anyWord('zh')})(?!然)`, 'gu'),
  ko: new RegExp(`(?<!\\p{L})(?:${anyWord('ko')})(?=은|는|의|에|엔|까지|도|만|$|[^\\p{L}])`, 'gu'),
};

function anyWord(lang: ReadLanguage): string {
  return [...BY_WORD[lang].keys()].sort((a, b) => b.length - a.length).join('|');
}
