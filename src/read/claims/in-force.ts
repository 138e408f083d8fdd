import type { Span } from '../anchor.ts';
import { matchesIn } from '../matches.ts';
import { dateWords } from './claim-date.ts';
import { IN_FORCE } from './data/pointing-words.ts';
import type { ReadLanguage } from './findings.ts';
import { settledDates } from './pointed-dates.ts';
import type { DocumentSetting } from './setting.ts';

/**
 * From when until when a paper says that it is in force (docs/read-claims.md RC4d): *this notice takes effect on 1 April*, 本通告自…起施行, 이 통고는 …부터
 * 시행한다. Undefined for a text that nobody issues, and where it says no day of its own (自发布之日起).
 */
export function inForceOf(
  setting: DocumentSetting,
  lang: ReadLanguage,
): (Span & { readonly norm: string }) | undefined {
  const { text, document } = setting;
  if (document?.issuer === undefined || document.role !== undefined) return undefined;
  for (const match of matchesIn(text.slice(document.start, document.end), IN_FORCE[lang])) {
    const start = document.start + match.index;
    const span = { start, end: start + match[0].length };
    const found = dateWords(setting, span, lang);
    const dates = settledDates(span, found, setting, { lang, tense: 'present', spoken: undefined }).filter(
      ({ norm, weak }) => norm !== null && !weak,
    );
    const [first, second] = dates;
    if (first?.norm == null) continue;
    const [from = '', until] = first.norm.split('/');
    if (from === '..') continue;
    const end = until !== undefined && until !== '..' ? until : lastDay(second?.norm);
    return {
      start: first.start,
      end: second?.norm?.startsWith('../') === true ? second.end : first.end,
      norm: `${from}/${end ?? '..'}`,
    };
  }
  return undefined;
}

/** The end of a term; the end of a year counts to its last day. */
function lastDay(norm: string | null | undefined): string | undefined {
  return norm?.startsWith('../') === true ? norm.slice(3).replace(/^(\d{4})-12~$/u, '$1-12-31') : undefined;
}
