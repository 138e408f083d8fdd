import { spawn } from 'node:child_process';
import { engineEnvironment } from '../engine-environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { guardFlags } from '../process-guard.ts';
import type { CommandContext } from './context.ts';
import type { DeskListener } from './desk-listener.ts';

/** What the engine ends with when it was locked: known to the supervisor alone. */
export const LOCKED = 75;

export interface Supervision {
  /** The words after `daybook` with which each engine is started. */
  readonly args: readonly string[];
  /** Where the desk is asked for; undefined when its port is another program's. */
  readonly desk: DeskListener | undefined;
  /** Whether the engine gives a prompt at the terminal. */
  readonly prompt: boolean;
}

/**
 * Runs the engine, the one process that holds key and text, and a fresh one each time it was locked. This process has
 * neither and never will: it reads not one key of the terminal and not one byte of a connection, so that nothing typed
 * too late for the engine that was locked reaches it, and it loads no code of the vault.
 */
export async function superviseEngine(
  { installation }: CommandContext,
  { args, desk, prompt }: Supervision,
): Promise<ExitCode> {
  const known = [...(desk === undefined ? [] : ['--desk', String(desk.port)]), ...(prompt ? [] : ['--no-prompt'])];
  // How often the desk was guessed at: a number, which the next engine goes on counting from.
  let guesses = 0;
  const count = (more: number): void => {
    guesses = more;
  };
  try {
    for (let time = 'first'; ; time = 'again') {
      const guessed = guesses === 0 ? [] : ['--guesses', String(guesses)];
      const words = [...guardFlags(), installation.cli, ...args, ...known, ...guessed, '--engine', time];
      const code = await runEngine(words, { desk, prompt, count });
      if (code !== LOCKED) return exitCodes.find((each) => each === code) ?? EXIT.partFailed;
    }
  } finally {
    desk?.close();
  }
}

const exitCodes: readonly ExitCode[] = Object.values(EXIT);

function runEngine(
  args: readonly string[],
  { desk, prompt, count }: Pick<Supervision, 'desk' | 'prompt'> & { readonly count: (guesses: number) => void },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const engine = spawn(process.execPath, args, {
      stdio: [prompt ? 'inherit' : 'ignore', 'inherit', 'inherit', ...(desk === undefined ? [] : (['ipc'] as const))],
      env: engineEnvironment(process.env),
    });
    desk?.serve(engine);
    engine.on('message', (message) => {
      if (typeof message === 'number' && Number.isSafeInteger(message)) count(message);
    });
    // Keys that mean "stop" reach the engine by itself; this process only waits for it.
    const wait = (): void => undefined;
    const pass = (signal: NodeJS.Signals): void => {
      engine.kill(signal);
    };
    process.on('SIGINT', wait);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
    const done = (): void => {
      process.off('SIGINT', wait);
      for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.off(signal, pass);
    };
    engine.once('error', (error) => {
      done();
      reject(error);
    });
    engine.once('exit', (code) => {
      done();
      resolve(code ?? EXIT.partFailed);
    });
  });
}
