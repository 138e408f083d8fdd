import { spawn } from 'node:child_process';
import { engineEnvironment } from '../engine-environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { guardFlags } from '../process-guard.ts';
import type { CommandContext } from './context.ts';

/** What the engine ends with when it was locked: known to the supervisor alone. */
export const LOCKED = 75;

/**
 * Runs the engine, the one process that holds key and text, and a fresh one each time it was locked. This process has
 * neither and never will: it reads not one key of the terminal, so that nothing typed too late for the engine that was
 * locked reaches it, and it loads no code of the vault.
 */
export async function superviseEngine({ installation }: CommandContext, args: readonly string[]): Promise<ExitCode> {
  for (let time = 'first'; ; time = 'again') {
    const code = await runEngine([...guardFlags(), installation.cli, ...args, '--engine', time]);
    if (code !== LOCKED) return exitCodes.find((each) => each === code) ?? EXIT.partFailed;
  }
}

const exitCodes: readonly ExitCode[] = Object.values(EXIT);

function runEngine(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const engine = spawn(process.execPath, args, { stdio: 'inherit', env: engineEnvironment(process.env) });
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
