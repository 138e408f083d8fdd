import { type Command, CommanderError } from 'commander';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import { brokenCode, systemStop } from '../system-errors.ts';
import { DAYBOOK } from '../typed.ts';
import type { CommandContext } from './context.ts';
import { buildProgram } from './program.ts';

/** Runs one command line and answers its exit code. Never throws: what broke is told by its class, never by its words. */
export async function runCommand(context: CommandContext, args: readonly string[]): Promise<ExitCode> {
  let outcome: ExitCode | Stop = EXIT.done;
  const program = buildProgram(context, (result) => {
    outcome = result;
  });
  const unknown = unknownCommand(program, args);
  const meant = unknown === undefined ? undefined : ELSEWHERE.get(unknown);
  if (unknown !== undefined && meant !== undefined)
    return finish(context, stop(EXIT.usage, `error: unknown command '${unknown}'. Did you mean ${meant}?`));
  try {
    // Whoever asks for help on a command that there is not is told that, as who types it is.
    await program.parseAsync(unknown === undefined ? [...args] : [unknown], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return finish(context, brokenStop(error));
  }
  return finish(context, outcome);
}

/** What is typed as a command and is a flag of one. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['note', 'add --note'],
  ['testimony', 'add --testimony'],
  ['follow', 'add --follow'],
  ['withdraw', 'consent ID --withdraw'],
]);

/** The first word of a line when it is no command; undefined when it is one, or the line begins with a flag. */
function unknownCommand(program: Command, args: readonly string[]): string | undefined {
  const [name] = args[0] === 'help' ? args.slice(1) : args;
  if (name === undefined || name.startsWith('-') || name === 'help') return undefined;
  return program.commands.some((command) => command.name() === name) ? undefined : name;
}

/** Tells why a command stopped. */
function finish(context: CommandContext, outcome: ExitCode | Stop): ExitCode {
  if (typeof outcome === 'number') return outcome;
  context.terminal.err(outcome.sentence);
  return outcome.code;
}

/** What is told when something broke, by the kind of the error alone: its words can hold paths and content. */
export function brokenStop(error: unknown): Stop {
  const known = systemStop(error);
  if (known !== undefined) return known;
  return stop(
    EXIT.partFailed,
    `Something in Daybook broke (code ${brokenCode(error)}). What was acknowledged before stays as it was. Run ${DAYBOOK} verify, and report this code to whoever looks after Daybook for you.`,
  );
}
