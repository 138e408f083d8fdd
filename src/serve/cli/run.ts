import { CommanderError } from 'commander';
import { EXIT, type ExitCode, type Stop, stop } from '../exit-code.ts';
import { brokenCode, systemStop } from '../system-errors.ts';
import type { CommandContext } from './context.ts';
import { buildProgram } from './program.ts';

/** Runs one command line and answers its exit code. Never throws: what broke is told by its class, never by its words. */
export async function runCommand(context: CommandContext, args: readonly string[]): Promise<ExitCode> {
  let outcome: ExitCode | Stop = EXIT.done;
  const program = buildProgram(context, (result) => {
    outcome = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return finish(context, brokenStop(error));
  }
  return finish(context, outcome);
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
    `Something in Daybook broke (code ${brokenCode(error)}). What was acknowledged before stays as it was. Run daybook verify, and report this code to whoever looks after Daybook for you.`,
  );
}
