import type { Span } from '../anchor.ts';
import type { StatedDate } from '../claim.ts';
import { readDates } from '../dates/read-dates.ts';
import { formatDate } from '../figures/calendar.ts';
import { matchesIn } from '../matches.ts';
import { SAID_BESIDE } from './data/pointing-words.ts';
import { PRESENT_WORDS } from './data/present-words.ts';
import { type DateWords, type ReadLanguage, within } from './findings.ts';
import type { DocumentSetting, Tense } from './setting.ts';

/** When the sentence before spoke of, for one that says no date of its own. */
export interface EarlierDate extends Span {
  readonly norm: string;
  readonly tense: Tense;
  /** Whether it is when somebody said something: what the same one says next was said then as well. */
  readonly isSaid?: boolean;
}

/** The dates of a stretch of a layer's text, and the words that mean the document's own time. */
export function dateWords(setting: DocumentSetting, span: Span, lang: ReadLanguage): readonly DateWords[] {
  const text = setting.text.slice(span.start, span.end);
  const reference = setting.documentDate && formatDate(setting.documentDate);
  const strong = readDates(text, { lang, reference }).map(({ start, end, norm, relative, yearless }) => ({
    start: start + span.start,
    end: end + span.start,
    norm: norm !== null && relative ? asPreciseAsSaid(norm, text, { start, end }) : norm,
    relative,
    weak: false,
    ...(yearless === true && { yearless }),
  }));
  const weak = presentWords(text, lang, reference).map((each) => ({
    ...each,
    start: each.start + span.start,
    end: each.end + span.start,
  }));
  const free = weak.filter(({ start, end }) => !strong.some((date) => date.start < end && start < date.end));
  return [...strong, ...free].sort((a, b) => a.start - b.start);
}

/** "Three years ago" is about a year, not a day; "more than thirty years ago" is before one. */
function asPreciseAsSaid(norm: string, text: string, { start, end }: Span): string {
  const said = text.slice(start, end);
  if (!COUNTED_BACK.test(said) || !/^\d{4}-\d\d-\d\d$/u.test(norm)) return norm;
  const coarse = norm.slice(0, YEARS.test(said) ? 4 : MONTHS.test(said) ? 7 : 10);
  const before = text.slice(Math.max(0, start - 14), start);
  return /(?:more than|over)\s$|(?:超过|逾)$/iu.test(before) || /[년해]도\s?더/u.test(said) ? `../${coarse}` : coarse;
}

const COUNTED_BACK = /\b(?:ago|back)$|(?:之前|以前|前)$|(?<=[년월달해주일더]\s?)전(?:에)?$/iu;
const YEARS = /\b(?:years?|decades?)\b|年|[년해]/iu;
const MONTHS = /\bmonths?\b|月|[월달]/iu;

function presentWords(text: string, lang: ReadLanguage, reference: string | undefined): DateWords[] {
  const found: DateWords[] = [];
  let last = 0;
  for (const match of matchesIn(text, PATTERNS[lang])) {
    const start = match.index;
    if (start < last) continue;
    last = start + match[0].length;
    const lately = match.groups?.['lately'] !== undefined;
    const norm = reference === undefined ? null : lately ? lateOf(match[0], reference) : reference;
    found.push({ start, end: last, norm, relative: true, weak: true });
  }
  return found;
}

/** "recently" is about the month of the document; "in recent years" ends with it and begins nobody knows when. */
function lateOf(words: string, reference: string): string {
  return /years?|年|년|months|몇|^recent$/iu.test(words) || reference.length < 7
    ? `../${reference}`
    : `${reference.slice(0, 7)}~`;
}

const PATTERNS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: pattern('en', (words) => `(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'giu'),
  zh: pattern('zh', (words) => words, 'gu'),
  ko: pattern('ko', (words) => `(?<!\\p{L})(?:${words})(?=은|는|의|에|까지|도|$|[^\\p{L}])`, 'gu'),
};

function pattern(lang: ReadLanguage, around: (words: string) => string, flags: string): RegExp {
  const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
  const { now, lately } = PRESENT_WORDS[lang];
  return new RegExp(around(`(?<lately>${longestFirst(lately)})|(?<now>${longestFirst(now)})`), flags);
}

/** What a claim's date may come from. */
export interface DateContext {
  readonly sentence: Span;
  /** Whether several quantities of the clause may each have a date of their own. */
  readonly severalQuantities: boolean;
  readonly lang: ReadLanguage;
  readonly tense: Tense;
  readonly earlier: EarlierDate | undefined;
  /** Whether the sentence goes on with what the one before it had somebody say. */
  readonly saysOn?: boolean;
  /** Whether the clause is a rule: a term of days in it is no date. */
  readonly isRule?: boolean;
}

/**
 * When a clause holds (docs/read-claims.md RC4): its own date; else one said earlier in its sentence; else the document's own time
 * where a word means that; else when somebody said it; else that of the sentence before, in the same tense; else the document's date. Null when neither text
 * nor document has one.
 */
export function claimDate(
  clause: Span,
  all: readonly DateWords[],
  setting: DocumentSetting,
  { sentence, severalQuantities, lang, tense, earlier, saysOn, isRule }: DateContext,
): StatedDate | null {
  const strong = ({ weak, norm }: DateWords): boolean => !weak && norm !== null;
  const { text } = setting;
  const dates = within(all, sentence).filter(
    (date) => tellsWhen(text, sentence, date) && !(isRule === true && TERM.test(text.slice(date.start, date.end))),
  );
  const inside = within(dates, clause);
  const own = mainDates(text, inside.filter(strong), lang);
  const several = severalQuantities && own.length > 1 ? stretchOf(own) : undefined;
  const date = several ?? own[0];
  if (date !== undefined) return statedDate(date, setting);
  const around = within(dates, sentence).filter(strong);
  // "In 2011 the courts closed 40 cases and 12 clerks were fined": a date said before the clause reaches it.
  const near = around.findLast(({ end }) => end <= clause.start);
  if (near !== undefined) return from(near, 'same-sentence');
  const weak = inside[0];
  if (weak !== undefined) return statedDate(weak, setting);
  const weakNear = within(dates, sentence).findLast(({ end, norm }) => end <= clause.start && norm !== null);
  if (weakNear !== undefined) return from(weakNear, 'same-sentence');
  // "…, she said on Monday": when it was said, which is the latest that it can have been so.
  const said = around[0];
  if (said !== undefined) return from(said, 'same-sentence');
  // What a paper orders for a term that it names holds for that term.
  const { inForce } = setting;
  if (isRule === true && inForce !== undefined && !inForce.norm.endsWith('/..'))
    return {
      stated: null,
      norm: inForce.norm,
      basis: { from: 'earlier-sentence', start: inForce.start, end: inForce.end },
    };
  if (earlier !== undefined && (goesOn(earlier.tense, tense) || (earlier.isSaid === true && saysOn === true)))
    return from(earlier, 'earlier-sentence');
  if (setting.documentDate === undefined || setting.dateBasis === undefined) return null;
  return { stated: null, norm: formatDate(setting.documentDate), basis: setting.dateBasis };
}

/** Whether a sentence of a tense goes on with what one of another told: "have detained …. They came at dawn." */
export function goesOn(earlier: Tense, tense: Tense): boolean {
  return earlier !== 'present' && (earlier === tense || (earlier === 'perfect' && tense === 'past'));
}

/** "Within ten days", 사흘 안에: how long somebody has, from whenever a rule comes to bear. */
const TERM = /^within\b|(?:안|이내|내)(?:에|로)?$|(?:之内|以内|內|内)$/iu;

/**
 * Whether a date says when its statement holds, not when something else was: when somebody was born or came, what a figure is compared with, when a
 * rule was made that is named.
 */
export function tellsWhen(text: string, clause: Span, { start, end }: Span): boolean {
  const before = text.slice(Math.max(clause.start, start - 60), start);
  const behind = text.slice(end, Math.min(clause.end, end + 16));
  return !(
    // "more than thirty years ago" compares nothing.
    BACKGROUND_BEFORE.some(
      (pattern) =>
        pattern.test(before) && !(/\bmore than\s$/iu.test(before) && /\bago$/iu.test(text.slice(start, end))),
    ) || BACKGROUND_BEHIND.some((pattern) => pattern.test(behind))
  );
}

const BACKGROUND_BEFORE: readonly RegExp[] = [
  /\bborn\b[^,;.]{0,40}$/iu,
  /(?:^|[\s,(])(?:after|before|since)\s\p{L}+ing\b[^,;.]{0,50}$/iu,
  /(?:生于|生於)$/u,
  // "than in 2018", "compared with last year", "up from 40 in May", 比去年, 较2018年.
  /\bthan\s(?:in\s|the\s|it was\s|during\s|for\s)*$/iu,
  /\b(?:compared (?:with|to)|(?:up|down) from)\b[^,;.]{0,40}$/iu,
  // "double what was paid before 2020", "twice as many as in May".
  /\b(?:double|twice|triple|three times|half|times)\s(?:what|as|the|that|those)\b[^,;.]{0,40}$/iu,
  /(?:比|较|較|相较于|相較於)$/u,
  // "between nine in the evening and the next morning".
  /(?:[时時点點]|시)(?:至|到|부터)\s?$/u,
];

const BACKGROUND_BEHIND: readonly RegExp[] = [
  /^(?:年|月|日)?(?:出生|生(?![产產活效]))/u,
  /^(?:년|월|일)?(?:에)?\s?(?:출생|태어|생(?![산활]))/u,
  /^(?:的)?(?:同期|同一时期)|^[^，。,]{0,6}相比/u,
  /^\s?(?:같은\s?(?:시기|기간|때)|동기)?(?:보다|에 비해|에 비하여|에 비하면|대비|과 비교|와 비교|의 (?:두|세|네|몇|\d)[^,.]{0,3}\s?배)/u,
  /^(?:由[^，。]{1,10})?(?:发布|發布|颁布|頒布|公布|制定|签订|簽訂|签署|簽署|修订|修訂|出台)的/u,
  /^(?:에|부터)?\s?(?:발포|제정|체결|서명|공포)(?:한|된|했던)\s/u,
];

/** A value that words elsewhere give: the passage itself states no date. */
function from(
  { norm, start, end }: Span & { readonly norm: string | null },
  where: 'same-sentence' | 'earlier-sentence',
): StatedDate {
  return { stated: null, norm, basis: { from: where, start, end } };
}

/** "The deposit collected in 2013 will be refunded next March": the date of what is named yields to that of what is said. */
function mainDates(text: string, dates: readonly DateWords[], lang: ReadLanguage): readonly DateWords[] {
  const [first, second] = dates;
  if (first === undefined || second === undefined) return dates;
  // "announced yesterday that in the first ten months …": when it was said yields to what it was said of.
  const around = lang === 'en' ? text.slice(Math.max(0, first.start - 24), first.start) : '';
  const next = text.slice(first.end, Math.min(second.start, first.end + 24));
  if (SAID_BESIDE[lang].test(around) || SAID_BESIDE[lang].test(next)) return dates.slice(1);
  const before = text.slice(Math.max(0, first.start - 30), first.start);
  const between = text.slice(first.end, second.start);
  const isNamed =
    /(?<!\b(?:was|were|been|is|are|be|had|has|have|and|not)\s)\b\p{L}+ed\s$/iu.test(before) &&
    /\b(?:will|was|were|has|have|had|is|are|shall|must|may|can)\b/u.test(between);
  return isNamed ? dates.slice(1) : dates;
}

/** "2,706 in 2011 and 1,502 in 2012": one claim of several times spans them all. Undefined when one is open. */
function stretchOf(dates: readonly DateWords[]): DateWords | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [begins, ends] = [first.norm?.split('/')[0], last.norm?.split('/').at(-1)];
  if (begins === undefined || ends === undefined || begins.startsWith('..') || ends.startsWith('..') || begins > ends)
    return undefined;
  const norm = begins === ends ? begins : `${begins}/${ends}`;
  return { start: first.start, end: last.end, norm, relative: dates.some(({ relative }) => relative), weak: false };
}

function statedDate(span: DateWords, setting: DocumentSetting): StatedDate {
  const stated = setting.text.slice(span.start, span.end);
  const basis = span.basis ?? (span.relative && span.norm !== null ? setting.dateBasis : undefined);
  return basis === undefined ? { stated, norm: span.norm } : { stated, norm: span.norm, basis };
}
