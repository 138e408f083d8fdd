import { z } from 'zod';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import type { CommandContext } from '../context.ts';
import { parseFlags } from '../flags.ts';
import { runPrompt } from '../prompt.ts';
import { LOCKED, superviseEngine } from '../supervisor.ts';
import { openSession } from '../vault-session.ts';

const MOST_IDLE = 24 * 60;
const IDLE = `it takes minutes, more than 0 and at most ${MOST_IDLE}`;

const schema = z.object({
  passphraseFile: z.string().min(1).optional(),
  idle: z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,4})?$/, IDLE)
    .transform(Number)
    .refine((minutes) => minutes > 0 && minutes <= MOST_IDLE, IDLE),
  engine: z.boolean().default(false),
});

/**
 * Opens a vault and gives a prompt. On a terminal the prompt is a process of its own, so that locking ends the process
 * that held key and text; what stays behind, and asks whether to open it again, never had either.
 */
export async function open(context: CommandContext, dir: string | undefined, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { passphraseFile, idle, engine } = flags.value;
  if (context.watched !== undefined) return context.watched;
  if (context.terminal.asks && !engine) {
    const args = ['open', ...(dir === undefined ? [] : [dir]), '--idle', String(idle), '--engine'];
    return superviseEngine(context, [
      ...args,
      ...(passphraseFile === undefined ? [] : ['--passphrase-file', passphraseFile]),
    ]);
  }
  const opened = await openSession(context, { vault: dir, passphraseFile });
  if (!opened.ok) return opened.error;
  const session = opened.value;
  const end = await runPrompt({ ...context, session }, { idleMs: idle * 60_000 });
  await session.vault.close();
  if (end.type === 'quit') return end.code;
  context.terminal.clear();
  context.terminal.err(
    end.type === 'idle'
      ? `Locked after ${idle} minutes without a command. The vault is closed.`
      : 'Locked. The vault is closed.',
  );
  // Key and text go with the process; the supervisor knows this code.
  return engine ? process.exit(LOCKED) : EXIT.done;
}
