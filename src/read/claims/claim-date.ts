import type { Span } from '../anchor.ts';
import type { StatedDate } from '../claim.ts';
import { readDates } from '../dates/read-dates.ts';
import { formatDate } from '../figures/calendar.ts';
import { matchesIn } from '../matches.ts';
import { PRESENT_WORDS } from './data/present-words.ts';
import { type DateWords, type ReadLanguage, within } from './findings.ts';
import type { DocumentSetting, Tense } from './setting.ts';

/** When the sentence before spoke of, for one that says no date of its own. */
export interface EarlierDate extends Span {
  readonly norm: string;
  readonly tense: Tense;
}

/** The dates of a stretch of a layer's text, and the words that mean the document's own time. */
export function dateWords(setting: DocumentSetting, span: Span, lang: ReadLanguage): readonly DateWords[] {
  const text = setting.text.slice(span.start, span.end);
  const reference = setting.documentDate && formatDate(setting.documentDate);
  const strong = readDates(text, { lang, reference }).map(({ start, end, norm, relative }) => ({
    start: start + span.start,
    end: end + span.start,
    norm,
    relative,
    weak: false,
  }));
  const weak = presentWords(text, lang, reference).map((each) => ({
    ...each,
    start: each.start + span.start,
    end: each.end + span.start,
  }));
  const free = weak.filter(({ start, end }) => !strong.some((date) => date.start < end && start < date.end));
  return [...strong, ...free].sort((a, b) => a.start - b.start);
}

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
  readonly tense: Tense;
  readonly earlier: EarlierDate | undefined;
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
  { sentence, severalQuantities, tense, earlier }: DateContext,
): StatedDate | null {
  const strong = ({ weak, norm }: DateWords): boolean => !weak && norm !== null;
  const dates = within(all, sentence).filter((date) => !isBackground(setting.text, sentence, date));
  const inside = within(dates, clause);
  const own = inside.filter(strong);
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
  if (earlier !== undefined && earlier.tense === tense && earlier.tense !== 'present')
    return from(earlier, 'earlier-sentence');
  if (setting.documentDate === undefined || setting.dateBasis === undefined) return null;
  return { stated: null, norm: formatDate(setting.documentDate), basis: setting.dateBasis };
}

/** "born in 1985", "after fleeing in 1998": when somebody was born or came, and not when the statement holds. */
function isBackground(text: string, clause: Span, { start, end }: DateWords): boolean {
  const before = text.slice(Math.max(clause.start, start - 60), start);
  const behind = text.slice(end, Math.min(clause.end, end + 8));
  return (
    /\bborn\b[^,;.]{0,40}$/iu.test(before) ||
    /(?:^|[\s,(])(?:after|before|since)\s\p{L}+ing\b[^,;.]{0,50}$/iu.test(before) ||
    /(?:生于|生於)$/u.test(before) ||
    /^(?:年|月|日)?(?:出生|生(?![产產活]))/u.test(behind) ||
    /^(?:년|월|일)?(?:에)?\s?(?:출생|태어|생(?![산활]))/u.test(behind)
  );
}

/** A value that words elsewhere give: the passage itself states no date. */
function from(
  { norm, start, end }: Span & { readonly norm: string | null },
  where: 'same-sentence' | 'earlier-sentence',
): StatedDate {
  return { stated: null, norm, basis: { from: where, start, end } };
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
  const basis = span.relative && span.norm !== null ? setting.dateBasis : undefined;
  return basis === undefined ? { stated, norm: span.norm } : { stated, norm: span.norm, basis };
}
