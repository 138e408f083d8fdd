import type { Mentioned } from './attribution.ts';
import { isAnonymous, isDescription, nameIn, subjectIn } from './chinese-speakers.ts';
import { FAMILY_NAMES, OPENINGS } from './data/chinese-speech.ts';
import type { Sentence } from './sentences.ts';

export const PRONOUN: RegExp = /^(?:他|她|他们|她们|它|其|对方|本人|自己|我|我们|俺|咱|你|后者|前者|其本人)$/u;

/** 冯小满去年离开村子: a family name and what stands between it and when or where. */
const FULL_NAME = new RegExp(
  `^[${FAMILY_NAMES}][一-龥]{1,2}(?=(?:去年|今年|前年|昨天|当时|从小|从前|原本|一直|每天|来自|出生|生于|现年|住在|曾在|曾是|曾经|于\\d|在\\d|是一名|是一位|\\d{4}年|\\d{1,2}岁|，\\d{1,2}岁|，男|，女))`,
  'u',
);

/** Whom a sentence tells of in which nobody speaks: who is meant by a pronoun behind it. */
export function mentionedIn(
  text: string,
  { covered, start }: Sentence,
  names: readonly string[],
): readonly Mentioned[] {
  const opening = OPENINGS.exec(covered)?.[0].length ?? 0;
  const clause = /^[^，。；：！？]{2,40}/u.exec(covered.slice(opening))?.[0] ?? '';
  const span = subjectIn(text, { start: start + opening, end: start + opening + clause.length }, names);
  const words = span === undefined ? '' : text.slice(span.start, span.end);
  const named = FULL_NAME.exec(covered.slice(opening));
  if (named !== null && (span === undefined || !isDescription(words)))
    return [{ span: { start: start + opening, end: start + opening + named[0].length }, anonymous: false }];
  if (span === undefined || PRONOUN.test(words) || !(isDescription(words) || names.includes(words))) return [];
  return [{ span, anonymous: isAnonymous(words) }];
}

/** Whose doing is told right behind words that nobody was given, where names are known: they are theirs. */
export function beatIn({ covered, start, quotes }: Sentence, names: readonly string[]): Mentioned | undefined {
  if (quotes.length > 0 || names.length === 0 || /[：:]$/.test(covered.trim())) return undefined;
  const clause = /^[^，。；：！？…]{2,40}/u.exec(covered)?.[0] ?? '';
  const found = nameIn(clause, names);
  if (found === undefined || found.start > (OPENINGS.exec(clause)?.[0].length ?? 0)) return undefined;
  return { span: { start: start + found.start, end: start + found.end }, anonymous: false };
}
