import type { Contribution } from './contributions.ts';
import { CREDIT_LINE, FIRST_PERSON, GUEST_ALIAS, GUEST_PRESENTED, SAYS_INTERVIEW } from './data/speaker-words.ts';
import type { Block, Found } from './layer.ts';
import { isRunningText } from './notice-lines.ts';
import { turnLabelOf } from './turn-label.ts';

/** Where a text may say that it is an interview. */
const HEAD_BLOCKS = 12;
/** Fewer questions than this are those of a writer. */
const LEAST_QUESTIONS = 4;
/** A longer block asks at its end and tells before it. UTF-16 units. */
const LONGEST_QUESTION = 260;

/**
 * The turns of an interview whose questions stand without labels, in blocks of their own that end with a question mark, each before an answer
 * (docs/read.md L82). None unless the head says that it is one, four questions stand so, and half of the answers say I or we.
 */
export function askedTurnsOf(text: string, body: readonly Block[]): readonly Contribution[] {
  const head = body.slice(0, HEAD_BLOCKS).map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
  if (!head.some((words) => SAYS_INTERVIEW.test(words))) return [];
  const asks = body.map((block) => isQuestion(text, block));
  const questions = body.flatMap((_, i) => (asks[i] === true && asks[i + 1] === false ? [i] : []));
  const [first] = questions;
  if (questions.length < LEAST_QUESTIONS || first === undefined) return [];
  const answers = questions.map((at, k) => ({
    first: at + 1,
    end: questions[k + 1] ?? lastOf(text, body, at + 1),
  }));
  const spoken = answers.filter(({ first: from, end }) =>
    FIRST_PERSON.test(text.slice(body[from]?.start ?? 0, body[end - 1]?.end ?? 0)),
  );
  if (spoken.length * 2 < answers.length) return [];
  const guest = guestIn(text, body.slice(0, first));
  return questions.flatMap((at, k): readonly Contribution[] => {
    const answer = answers[k];
    if (answer === undefined || answer.end <= answer.first) return [];
    return [
      { first: at, end: at + 1, speaker: undefined, turn: 'question' },
      { ...answer, speaker: guest, turn: 'answer' },
    ];
  });
}

function isQuestion(text: string, block: Block): boolean {
  if (block.kind === 'table-row' || block.label !== 'content' || block.end - block.start > LONGEST_QUESTION)
    return false;
  const words = text.slice(block.start, block.end).trimEnd();
  const label = turnLabelOf(words)?.type;
  return label === 'question' || (label !== 'answer' && /[?？]["”’」』)）]?$/u.test(words));
}

/** The last answer goes on to a credit or to what belongs to the page. */
function lastOf(text: string, body: readonly Block[], from: number): number {
  const next = body.findIndex(
    ({ start, end, label }, i) =>
      i > from && (label === 'boilerplate' || CREDIT_LINE.test(text.slice(start, Math.min(end, start + 80)))),
  );
  return next < 0 ? body.length : next;
}

/** Who answers, as the lines before the first question present them; undefined when they name nobody. */
function guestIn(text: string, before: readonly Block[]): Found | undefined {
  for (const block of [...before].reverse()) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 1200));
    const patterns = isRunningText(words) ? [...GUEST_ALIAS, ...GUEST_PRESENTED] : GUEST_ALIAS;
    for (const pattern of patterns) {
      const match = pattern.exec(words);
      const value = match?.[1];
      if (match === null || value === undefined) continue;
      const start = block.start + match.index + match[0].indexOf(value);
      return { value, from: 'byline', start, end: start + value.length };
    }
  }
  return undefined;
}
