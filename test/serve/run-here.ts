import { randomInt } from 'node:crypto';
import type { Session } from '../../src/serve/cli/context.ts';
import { runCommand } from '../../src/serve/cli/run.ts';
import { systemClock } from '../../src/serve/clock.ts';
import { random } from '../random.ts';
import { type Desk, installation, type Run } from './daybook.ts';

/**
 * Runs a command line in this process, where nobody can be asked, as `Desk.run` does in one of its own: for the many small
 * cases of a command, since starting a process takes longer than most of them. With a session as the prompt does, on a
 * vault that is open.
 */
export async function runHere(
  folder: string,
  args: readonly string[],
  {
    session,
    now = systemClock,
    input = '',
    answers,
  }: {
    readonly session?: Session | undefined;
    readonly now?: () => string;
    readonly input?: string | Uint8Array;
    /** What is typed in answer to questions, one after another; undefined calls one off, as Ctrl-C does. */
    readonly answers?: readonly (string | undefined)[];
  } = {},
): Promise<Run> {
  const [out, err]: [string[], string[]] = [[], []];
  const typed = [...(answers ?? [])];
  const code = await runCommand(
    {
      terminal: {
        out: (line) => void out.push(`${line}\n`),
        err: (line) => void err.push(`${line}\n`),
        progress: () => undefined,
        cells: 100,
        asks: false,
        confirms: answers !== undefined,
        shows: false,
        clear: () => undefined,
        ask: (question) => {
          err.push(`${question}\n`);
          if (typed.length === 0) return Promise.reject(new Error('nobody can be asked here'));
          return Promise.resolve(typed.shift());
        },
        key: () => Promise.reject(new Error('nobody can be asked here')),
        readInput: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
      },
      installation,
      version: '0',
      folder,
      defaultVault: undefined,
      now,
      random,
      randomInt: (below) => randomInt(below),
      interruptible: (run) => run(new AbortController().signal),
      resting: (wait) => wait(),
      machine: undefined,
      watched: undefined,
      session,
    },
    args,
  );
  return { code, out: out.join(''), err: err.join('') };
}

/** Runs a command on the vault of a folder in this process, as `Desk.onVault` does in one of its own. */
export function hereOnVault(
  desk: Desk,
  args: readonly string[],
  options: { readonly passphraseFile?: string; readonly input?: string | Uint8Array } = {},
): Promise<Run> {
  const { passphraseFile = 'pass', ...given } = options;
  return runHere(desk.folder, [...args, '--passphrase-file', passphraseFile], given);
}
