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

/**
 * The next line. At a terminal it is asked for: whoever read to the end of the input would leave none for the passphrase,
 * which would then be typed into the shell.
 */
async function typedLine(context: CommandContext): Promise<Result<string, Stop>> {
  const line = await nextLine(context, 'Search for: ');
  return line === undefined ? refuse(queryTooLong()) : ok(line);
}

/** A line that is typed or piped in, without its end; undefined when it is longer than a query. */
export async function nextLine({ terminal }: CommandContext, question: string): Promise<string | undefined> {
  if (terminal.asks) return ((await terminal.ask(question)) ?? '').trim();
  try {
    const text = new TextDecoder().decode(await terminal.readInput(QUERY_LIMIT * 4));
    return (text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '').trim();
  } catch (error) {
    if (error instanceof InputTooLong) return undefined;
    throw error;
  }
}
