import { randomBytes, randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { machineName } from '../machine.ts';
import { findInstallation } from '../paths.ts';
import { debuggerWatch } from './debugger-watch.ts';
import { brokenStop, runCommand } from './run.ts';
import { processTerminal } from './terminal.ts';
import { watchedProcess } from './watched-process.ts';

declare const DAYBOOK_VERSION: string;

const debuggerListens = await debuggerWatch();

for (const stream of [process.stdout, process.stderr]) {
  // Whoever read the output went away (`daybook log | head`): there is nobody to tell anything any more.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && stream === process.stdout) sayBroken(error);
    process.exit(1);
  });
}
// Told like everything that breaks: a stack trace would show paths, and an error's own words may hold content.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    sayBroken(error);
    process.exit(1);
  });
}

process.exitCode = await runCommand(
  {
    terminal: processTerminal(process),
    installation: findInstallation(import.meta.url),
    version: DAYBOOK_VERSION,
    folder: process.cwd(),
    defaultVault: process.env['DAYBOOK_VAULT'] || undefined,
    now: systemClock,
    random: (count) => new Uint8Array(randomBytes(count)),
    randomInt: (below) => randomInt(below),
    interruptible,
    // A command by itself opens its vault for as long as it runs.
    resting: (wait) => wait(),
    machine: machineName(),
    // Looked at anew each time: a signal that came while Node started shows only later.
    get watched() {
      return watchedProcess({
        execArgv: process.execArgv,
        environment: process.env,
        debuggerListens: debuggerListens(),
      });
    },
    session: undefined,
  },
  process.argv.slice(2),
);

function sayBroken(error: unknown): void {
  try {
    writeSync(2, `${brokenStop(error).sentence}\n`);
  } catch {
    // Nobody can be told.
  }
}

/** The first wish to stop is passed on and work ends in order; the second ends the process. */
async function interruptible<T>(run: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const ask = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  try {
    return await run(controller.signal);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, ask);
  }
}
