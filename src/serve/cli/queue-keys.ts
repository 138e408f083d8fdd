import { ok, type Result, refuse } from '../../base/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { CommandContext } from './context.ts';
import { keyIn } from './key-line.ts';
import { InputTooLong } from './terminal.ts';

/** Where the keys of a queue and the lines that it asks for come from. */
export interface QueueKeys {
  /** One key, or the first character of a line: a space, '' for Enter; undefined at the end. */
  readonly key: (question: string) => Promise<string | undefined>;
  /** A line that is typed in answer; undefined at the end. */
  readonly line: (question: string) => Promise<string | undefined>;
}

const INPUT_LIMIT = 4 * 1024 * 1024;

/**
 * Keys as they are pressed at the prompt, or typed on a terminal with Enter behind each; where nobody sits, one key a
 * line of the input.
 */
export async function keysOf({ terminal, session }: CommandContext): Promise<Result<QueueKeys, Stop>> {
  if (terminal.asks || session !== undefined) {
    return ok({ key: terminal.key, line: (question) => terminal.ask(question) });
  }
  let text: string;
  try {
    text = new TextDecoder().decode(await terminal.readInput(INPUT_LIMIT));
  } catch (error) {
    if (error instanceof InputTooLong)
      return refuse(stop(EXIT.inputRefused, 'The input has more keys than a queue takes.'));
    throw error;
  }
  const lines = text.split(/\r?\n/);
  // What stands behind the last line end is no line.
  if (lines.at(-1) === '') lines.pop();
  return ok({ key: async () => keyIn(lines.shift()), line: async () => lines.shift() });
}
