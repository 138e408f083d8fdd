import { EXIT, type ExitCode, type Stop } from '../exit-code.ts';
import type { CommandContext } from './context.ts';
import { runPrompt } from './prompt.ts';
import { LOCKED } from './supervisor.ts';
import { openSession, type VaultFlags } from './vault-session.ts';

/** How often it is looked whether the supervisor is still there, in milliseconds. */
const LOOK_MS = 2000;

export interface EngineOptions extends VaultFlags {
  /** Minutes without a command after which it locks. */
  readonly idle: number;
  /** How a supervisor started it: at first, or after it was locked. Undefined when there is no supervisor. */
  readonly engine: 'first' | 'again' | undefined;
}

/**
 * Opens the vault, gives the prompt, and ends this process when it locks. One that is started after a lock first waits
 * for Enter: until then it has neither key nor text.
 */
export async function runEngine(context: CommandContext, options: EngineOptions): Promise<ExitCode | Stop> {
  const { vault, passphraseFile, idle, engine } = options;
  if (engine !== undefined) endWithSupervisor();
  if (engine === 'again') {
    const answer = await context.terminal.ask('Press Enter to open it again, or type quit: ');
    if (answer === undefined || /^\s*(?:q|quit|exit)\s*$/i.test(answer)) return EXIT.done;
  }
  const opened = await openSession(context, { vault, passphraseFile });
  if (!opened.ok) return opened.error;
  const session = opened.value;
  const end = await runPrompt({ ...context, session }, { idleMs: idle * 60_000 });
  if (end.type !== 'quit') context.terminal.clear();
  await session.vault.close();
  if (end.type === 'quit') return end.code;
  context.terminal.err(
    end.type === 'idle'
      ? `Locked after ${idle} minutes without a command. The vault is closed.`
      : 'Locked. The vault is closed.',
  );
  // Key and text go with the process, whatever in it is still under way; the supervisor knows this code.
  return engine === undefined ? EXIT.done : process.exit(LOCKED);
}

/** An engine whose supervisor was killed would stay open beside the shell, and nobody would wait for its lock. */
function endWithSupervisor(): void {
  if (process.platform === 'win32') return;
  const supervisor = process.ppid;
  setInterval(() => {
    if (process.ppid !== supervisor) process.exit(EXIT.partFailed);
  }, LOOK_MS).unref();
}
