import { useLingui } from '@lingui/react';
import type { Say } from './i18n.ts';
import { useSay } from './session.tsx';

/** Numbers and times as the desk's language writes them. */
export interface Formats {
  readonly number: (value: number) => string;
  readonly bytes: (value: number) => string;
  /** A moment with its time of day, as clocks here show it. */
  readonly instant: (rfc3339: string) => string;
  /** An EDTF date, as precise as it is and no more; what has another form is given as it stands. */
  readonly date: (edtf: string) => string;
  /** A mark on an axis: a year where one begins, else a month. */
  readonly tick: (at: Date) => string;
  readonly language: (tag: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** A currency by its code; whatever is none is given back. */
  readonly currency: (code: string) => string;
}

export function useFormats(): Formats {
  const { i18n } = useLingui();
  const say = useSay();
  const known = made.get(i18n);
  if (known?.locale === i18n.locale) return known.formats;
  const formats = createFormats(i18n.locale, say);
  made.set(i18n, { locale: i18n.locale, formats });
  return formats;
}

/** Made once for a language, not by each row that shows a date: what `Intl` makes costs a millisecond. */
const made = new WeakMap<object, { readonly locale: string; readonly formats: Formats }>();

function createFormats(locale: string, say: Say): Formats {
  const number = new Intl.NumberFormat(locale);
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const year = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric' });
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const currencies = new Intl.DisplayNames(locale, { type: 'currency' });
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  return {
    number: (value) => number.format(value),
    bytes: (value) => bytesWords(locale, value),
    instant: (rfc3339) => {
      const at = new Date(rfc3339);
      return Number.isNaN(at.getTime()) ? rfc3339 : instant.format(at);
    },
    date: (edtf) => edtfWords(edtf, locale, say),
    tick: (at) => (at.getUTCMonth() === 0 ? year.format(at) : month.format(at)),
    language: (tag) => (tag === 'und' ? say('language.unknown') : (languages.of(tag) ?? tag)),
    list: (items) => list.format(items),
    currency: (code) => (/^[A-Z]{3}$/.test(code) ? (currencies.of(code) ?? code) : code),
  };
}

function bytesWords(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // The short name of a byte is the long one without its plural.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** EDTF in words: a year stays a year, a month a month, and what is about or uncertain says so. */
export function edtfWords(edtf: string, locale: string, say: Say): string {
  const [from = '', to, ...more] = edtf.split('/');
  if (more.length > 0) return edtf;
  if (to === undefined) return pointWords(from, locale, say) ?? edtf;
  const end = pointWords(to, locale, say) ?? to;
  if (from === '' || from === '..') return say('date.until', { date: end });
  const start = pointWords(from, locale, say) ?? from;
  if (to === '' || to === '..') return say('date.since', { date: start });
  return say('date.range', { from: start, to: end });
}

function pointWords(edtf: string, locale: string, say: Say): string | undefined {
  const decade = /^(\d{3})X$/.exec(edtf)?.[1];
  if (decade !== undefined) return say('date.decade', { decade: `${decade}0` });
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  const words = pointFormat(locale, month === undefined ? 'year' : day === undefined ? 'month' : 'day').format(at);
  if (mark === '~' || mark === '%') return say('date.about', { date: words });
  return mark === '?' ? say('date.perhaps', { date: words }) : words;
}

type Precision = 'year' | 'month' | 'day';

/** Kept: a list of claims writes as many dates as it has rows, and to make a format costs more than to use it a hundred times. */
function pointFormat(locale: string, precision: Precision): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`;
  const kept = pointFormats.get(key);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision === 'year' ? {} : { month: 'long' }),
    ...(precision === 'day' ? { day: 'numeric' } : {}),
  });
  pointFormats.set(key, format);
  return format;
}

const pointFormats = new Map<string, Intl.DateTimeFormat>();
