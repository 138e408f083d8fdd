import type { Span } from '../anchor.ts';
import { formatDate } from '../figures/calendar.ts';
import { LEANING } from './data/joining-words.ts';
import type { ReadLanguage } from './findings.ts';
import type { DocumentSetting, Tense } from './setting.ts';

/** A verb without a sign of tense (Chinese has many) beside a day that was over when the text was written tells of what was. */
export function pastTense(tense: Tense, norm: string, { documentDate }: DocumentSetting): Tense {
  const end = norm.split('/').at(-1) ?? '';
  const isOver =
    documentDate !== undefined && end.length >= '2031-04'.length && end.replace('~', '') < formatDate(documentDate);
  return tense === 'present' && isOver && end !== '..' ? 'past' : tense;
}

/** Whether a sentence begins with words that lean on the one before it. */
export function leans(text: string, { start, end }: Span, lang: ReadLanguage): boolean {
  return LEANING[lang].test(text.slice(start, Math.min(end, start + 80)).replace(/^[\s"'“‘「『]+/u, ''));
}
