import { randomBytes, randomInt } from 'node:crypto';
import type { CommandContext, Session } from '../../src/serve/cli/context.ts';
import { runCommand } from '../../src/serve/cli/run.ts';
import { type Desk, installation, type Run } from './daybook.ts';

/** Runs a command in this process, as the prompt does, on a vault that is open: without the second that a process takes. */
export async function runHere(desk: Desk, args: readonly string[], session?: Session): Promise<Run> {
  const [out, err]: [string[], string[]] = [[], []];
  const context: CommandContext = {
    terminal: {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      progress: () => undefined,
      cells: 100,
      asks: false,
      confirms: false,
      shows: false,
      clear: () => undefined,
      ask: async () => undefined,
      readInput: async () => new Uint8Array(),
    },
    installation,
    version: '0',
    folder: desk.folder,
    defaultVault: undefined,
    now: () => '2026-02-03T04:05:07.000Z',
    random: (count) => new Uint8Array(randomBytes(count)),
    randomInt: (below) => randomInt(below),
    interruptible: (run) => run(new AbortController().signal),
    machine: undefined,
    watched: undefined,
    session,
  };
  const code = await runCommand(context, args);
  return { code, out: out.map((line) => `${line}\n`).join(''), err: err.map((line) => `${line}\n`).join('') };
}
