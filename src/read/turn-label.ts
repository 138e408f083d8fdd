import { ANSWER_LABEL, ANSWERING_ROLE, ASKING_ROLE, NO_SPEAKER, QUESTION_LABEL } from './data/speaker-words.ts';
import { splitName } from './speaker-name.ts';

/** What stands before a turn of a conversation. Offsets are within the line. */
export interface TurnLabel {
  readonly type: 'question' | 'answer' | 'asking-role' | 'answering-role' | 'name' | 'short-name';
  /** The words of the label, without marks and colon. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** The name alone, and what is said beside it of who that is. */
  readonly name?: string;
  readonly affiliation?: { readonly start: number; readonly end: number };
  /** Where what is said begins; the length of the line when it begins in the next. */
  readonly said: number;
}

const LONGEST_LABEL = 120;

/** Reads the label of a turn at the beginning of a line; undefined when none stands there. */
export function turnLabelOf(line: string): TurnLabel | undefined {
  const head = line.slice(0, LONGEST_LABEL + 10);
  const mark = /^[\s▲△▶▷►◆◇■□●○・•*–—―-]{0,4}/.exec(head)?.[0].length ?? 0;
  const numbered = /^([QA問问答문답])\s?\d{0,3}\s?[.)．、]\s?(?=\S)/u.exec(head.slice(mark));
  if (numbered !== null) {
    const words = numbered[1] ?? '';
    const type = QUESTION_LABEL.test(words) ? 'question' : 'answer';
    return { type, words, start: mark, end: mark + words.length, said: mark + numbered[0].length };
  }
  const colon = head.slice(mark).search(/[:：]/);
  if (colon <= 0 || colon > LONGEST_LABEL) return undefined;
  const raw = head.slice(mark, mark + colon);
  const words = raw.trimEnd();
  const after = head.slice(mark + colon + 1);
  // `10:30`, `https://`: a colon within something else.
  if (/^[\d/]/.test(after) && /[\d\w]$/.test(words) && !/[\p{Script=Han}\p{Script=Hangul}]$/u.test(words))
    return undefined;
  const common = {
    words,
    start: mark,
    end: mark + words.length,
    said: mark + colon + 1 + (after.length - after.trimStart().length),
  };
  if (QUESTION_LABEL.test(words)) return { type: 'question', ...common };
  if (ANSWER_LABEL.test(words)) return { type: 'answer', ...common };
  if (ASKING_ROLE.test(words)) return { type: 'asking-role', ...common };
  if (ANSWERING_ROLE.test(words)) return { type: 'answering-role', ...common };
  if (NO_SPEAKER.test(words)) return undefined;
  const named = splitName(words);
  if (named !== undefined) {
    const { rest } = named;
    const affiliation = rest && { start: mark + rest.start, end: mark + rest.end };
    return { type: 'name', ...common, name: named.name, ...(affiliation && { affiliation }) };
  }
  // `ELLENWOOD:`, `Ellenwood:`, `ME:`, `M.E.:`; they count when they repeat.
  // `코스타:`, `贝利尼：`: the last part of a name that stands in full before.
  return /^(?:\p{Script=Hangul}{2,6}|\p{Script=Han}{2,6}|\p{Lu}\p{L}{1,24}(?:[’'-]\p{Lu}?\p{L}{1,20})?|(?:\p{Lu}\.?\s?){1,4})$/u.test(
    words,
  )
    ? { type: 'short-name', ...common, name: words }
    : undefined;
}
