import type { ThemePack } from '../theme-pack.ts';
import type { AlignedGroup } from './align.ts';
import { MONTHS, NUMBER_UNITS } from './data/number-words.ts';

/** What of a sentence is written alike in every language. */
export interface Features {
  readonly numbers: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  /** Ids of rows of theme packs: places, offices, terms. */
  readonly names: ReadonlySet<string>;
  /** Words in Latin letters, small. */
  readonly latin: ReadonlySet<string>;
  /** Whether the sentence holds letters of another script, so that a Latin word in it stands out. */
  readonly foreign: boolean;
  readonly quotation: boolean;
  readonly question: boolean;
}

/** Letters of a sentence, those of scripts that write a syllable or a word with one sign weighed as many. */
export function lettersIn(words: string): number {
  let size = 0;
  for (const char of words)
    size += /\p{Script=Han}/u.test(char) ? 3 : /\p{Script=Hangul}/u.test(char) ? 2 : /[\p{L}\p{N}]/u.test(char) ? 1 : 0;
  return Math.max(1, size);
}

/** Reads features of sentences of these texts, with the names of the packs that stand in any of them. */
export function featureReader(packs: readonly ThemePack[], texts: readonly string[]): (words: string) => Features {
  const forms = formsIn(
    packs,
    texts.map((text) => text.toLowerCase()),
  );
  return (words) => {
    const lower = words.toLowerCase();
    const dates = datesIn(words);
    return {
      numbers: numbersIn(words),
      dates,
      names: new Set(forms.flatMap(([form, id]) => (standsIn(lower, form) ? [id] : []))),
      latin: new Set(lower.match(/[\p{Script=Latin}][\p{Script=Latin}\d_@.-]{1,39}/gu)),
      foreign: /[\p{Script=Han}\p{Script=Hangul}]/u.test(words),
      quotation: /["“”„«»「」『』《》]|(?<!\p{L})['‘]/u.test(words),
      question: /[?？]/.test(words),
    };
  };
}

/** How strongly the features of two groups of sentences speak for or against them, and what speaks for them. */
export function sharedWeight(
  one: readonly Features[],
  other: readonly Features[],
): { readonly weight: number; readonly evidence: AlignedGroup['evidence'] } {
  if (one.length === 0 || other.length === 0) return { weight: 0, evidence: [] };
  const evidence: AlignedGroup['evidence'][number][] = [];
  let weight = 0;
  const [numbers, otherNumbers] = [all(one, 'numbers'), all(other, 'numbers')];
  const shared = [...numbers].filter((each) => otherNumbers.has(each));
  // A small number is often written in words, and says little where both have it.
  for (const each of shared) weight += Number(each) >= 100 ? 4 : Number(each) >= 10 ? 2 : 0.7;
  if (shared.length > 0) evidence.push('numbers');
  const only = [...numbers].filter((each) => Number(each) >= 10 && !otherNumbers.has(each)).length;
  const otherOnly = [...otherNumbers].filter((each) => Number(each) >= 10 && !numbers.has(each)).length;
  weight -= (Math.min(only, otherOnly) * 3 + Math.abs(only - otherOnly)) * 0.8;
  const [months, otherMonths] = [all(one, 'dates'), all(other, 'dates')];
  const dates = count(months, otherMonths);
  if (dates > 0) evidence.push('dates');
  weight -= (months.size + otherMonths.size - dates * 2) * 1.5;
  const names = count(all(one, 'names'), all(other, 'names'));
  if (names > 0) evidence.push('names');
  const words = count(all(one, 'latin'), all(other, 'latin'));
  const told = words > 0 && (one.some(({ foreign }) => foreign) || other.some(({ foreign }) => foreign));
  if (told) evidence.push('words');
  const quoted = one.some(({ quotation }) => quotation) && other.some(({ quotation }) => quotation);
  if (quoted) evidence.push('quotation');
  const parity = (of: (features: Features) => boolean): number => (one.some(of) === other.some(of) ? 0 : 1);
  weight += dates * 3 + names * 2.5 + (told ? Math.min(3, words * 1.5) : 0) + (quoted ? 1 : 0);
  weight -= parity(({ quotation }) => quotation) * 0.8 + parity(({ question }) => question) * 1.5;
  return { weight, evidence };
}

function all(features: readonly Features[], name: 'numbers' | 'dates' | 'names' | 'latin'): ReadonlySet<string> {
  return new Set(features.flatMap((each) => [...each[name]]));
}

function count(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((each) => other.has(each)).length;
}

function numbersIn(words: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const match of words.normalize('NFKC').matchAll(NUMBER)) {
    const value = Number((match[1] ?? '').replaceAll(',', ''));
    const unit = NUMBER_UNITS.get((match[2] ?? '').toLowerCase()) ?? 1;
    numbers.add(String(Math.round(value * unit * 1e6) / 1e6));
  }
  return numbers;
}

const NUMBER = /(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?)\s?(thousand|million|billion|[万萬만亿億억千천])?/gi;

/** Months, however they are written: `5月`, `5월`, `May`. Years and days are numbers already. */
function datesIn(words: string): ReadonlySet<string> {
  const dates = new Set<string>();
  for (const match of words.normalize('NFKC').matchAll(/(?<!\d)(1[0-2]|0?[1-9])\s?(?:月|월)/g))
    dates.add(`month ${Number(match[1])}`);
  for (const match of words.matchAll(/(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月/g))
    dates.add(`month ${CHINESE_MONTHS.indexOf(match[1] ?? '') + 1}`);
  for (const match of words.matchAll(/\b(\p{Lu}\p{L}{2,8})\b/gu)) {
    const month = MONTHS.get((match[1] ?? '').slice(0, 3).toLowerCase());
    if (month !== undefined && MONTH_NAME.test(match[1] ?? '')) dates.add(`month ${month}`);
  }
  return dates;
}

const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const MONTH_NAME =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/;

/** Forms of names that stand in one of the texts, with the id of their row. */
function formsIn(packs: readonly ThemePack[], texts: readonly string[]): readonly (readonly [string, string])[] {
  const forms: [string, string][] = [];
  for (const { places, offices, terms } of packs) {
    for (const { id, names } of [...places, ...offices, ...terms]) {
      for (const { text } of names) {
        const form = text.toLowerCase();
        // A single sign, or a short Latin word, stands in too many others.
        if (form.length < (/^[\p{Script=Latin}\s.'-]+$/u.test(form) ? 4 : 2)) continue;
        if (texts.some((each) => each.includes(form))) forms.push([form, id]);
      }
    }
  }
  return forms;
}

/** A Latin name stands for itself; a name in signs stands wherever its signs do. */
function standsIn(words: string, form: string): boolean {
  const latin = /^\p{Script=Latin}/u.test(form);
  for (let at = words.indexOf(form); at >= 0; at = words.indexOf(form, at + 1)) {
    if (!latin) return true;
    if (!/\p{L}/u.test(words[at - 1] ?? '') && !/\p{L}/u.test(words[at + form.length] ?? '')) return true;
  }
  return false;
}
