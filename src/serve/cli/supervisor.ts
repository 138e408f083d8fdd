import { spawn } from 'node:child_process';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from './context.ts';

/** What the engine ends with when it was locked: known to the supervisor alone. */
export const LOCKED = 75;

/**
 * Runs the engine, the one process that holds key and text, and after it was locked asks whether to open the vault again.
 * This process has neither: the passphrase is typed into the engine itself.
 */
export async function superviseEngine(context: CommandContext, args: readonly string[]): Promise<ExitCode> {
  for (;;) {
    const code = await runEngine(context, args);
    if (code !== LOCKED) return exitCodes.find((each) => each === code) ?? EXIT.partFailed;
    const answer = await context.terminal.ask('Press Enter to open it again, or type quit: ');
    if (answer === undefined || /^\s*(?:q|quit|exit)\s*$/i.test(answer)) return EXIT.done;
  }
}

const exitCodes: readonly ExitCode[] = Object.values(EXIT);

function runEngine({ installation }: CommandContext, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const engine = spawn(process.execPath, [installation.cli, ...args], { stdio: 'inherit' });
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
