import { ok, type Result, refuse } from '../../base/index.ts';
import { QUERY_LIMIT } from '../../preserve/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { CommandContext } from './context.ts';
import { InputTooLong } from './terminal.ts';

/** A query out of the words of a command, or out of the next line for `-`, which no shell keeps. */
export async function queryOf(
  context: CommandContext,
  words: readonly string[],
  fromLine: string,
): Promise<Result<string, Stop>> {
  // Words may begin with a minus sign, so what looks like a flag arrives here too.
  const unknown = words.find((word) => word.startsWith('--'));
  if (unknown !== undefined)
    return refuse(
      stop(EXIT.usage, `The flag ${unknown.slice(0, 30)} is not known. Run the command with --help to see how.`),
    );
  if (words.length === 0)
    return refuse(stop(EXIT.usage, `Say what to search for, or type ${fromLine} and then the words.`));
  const text = words.length === 1 && words[0] === '-' ? await typedLine(context) : ok(words.join(' '));
  if (!text.ok) return text;
  return text.value.length > QUERY_LIMIT ? refuse(queryTooLong()) : text;
}

/** What is said of a query that is longer than anybody types. */
export function queryTooLong(): Stop {
  return stop(EXIT.inputRefused, `A query takes at most ${QUERY_LIMIT} characters.`);
}

async function typedLine({ terminal }: CommandContext): Promise<Result<string, Stop>> {
  try {
    return ok(new TextDecoder().decode(await terminal.readInput(QUERY_LIMIT * 4)).trim());
  } catch (error) {
    if (error instanceof InputTooLong) return refuse(queryTooLong());
    throw error;
  }
}
