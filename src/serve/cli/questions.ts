import { ok, type Result, refuse } from '../../base/index.ts';
import { isRealDate } from '../../read/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { Terminal } from './context.ts';

/** Something that is asked before anything is stored. */
export interface Question {
  readonly question: string;
  /** What is the matter with an answer, in a sentence, after which it is asked again; undefined when it will do. */
  readonly problem?: (typed: string) => string | undefined;
}

/**
 * The answer to a question without the space around it, '' for Enter. Refused when the question was called off, by Ctrl-C
 * or Ctrl-D: silence is no answer, and nothing that was answered before it is used.
 */
export async function askLine(
  terminal: Pick<Terminal, 'ask' | 'err'>,
  { question, problem }: Question,
): Promise<Result<string, Stop>> {
  for (;;) {
    const typed = await terminal.ask(question);
    if (typed === undefined) return refuse(calledOff());
    const wrong = problem?.(typed.trim());
    if (wrong === undefined) return ok(typed.trim());
    terminal.err(wrong);
  }
}

/** The same of several questions, one after another; the first that is called off ends it. */
export async function askLines<const Q extends readonly Question[]>(
  terminal: Pick<Terminal, 'ask' | 'err'>,
  questions: Q,
): Promise<Result<{ readonly [K in keyof Q]: string }, Stop>>;
export async function askLines(
  terminal: Pick<Terminal, 'ask' | 'err'>,
  questions: readonly Question[],
): Promise<Result<readonly string[], Stop>> {
  const answers: string[] = [];
  for (const question of questions) {
    const answer = await askLine(terminal, question);
    if (!answer.ok) return answer;
    answers.push(answer.value);
  }
  return ok(answers);
}

/** How a command ends of which a question was called off. */
export function calledOff(): Stop {
  return stop(EXIT.usage, 'Nothing was stored.');
}

/** Says when an answer is no date; Enter leaves it out. */
export function realDate(typed: string): string | undefined {
  return typed === '' || isRealDate(typed)
    ? undefined
    : 'That is no date. Write 2026-05-03, 2026-05 or 2026, or leave it out.';
}

/** Says when an answer is longer than is kept. */
export function atMost(characters: number): (typed: string) => string | undefined {
  return (typed) => (typed.length > characters ? `That takes at most ${characters} characters.` : undefined);
}
