import { z } from 'zod';
import type { ExitCode, Stop } from '../../exit-code.ts';
import type { CommandContext } from '../context.ts';
import { parseFlags } from '../flags.ts';
import { superviseEngine } from '../supervisor.ts';

const MOST_IDLE = 24 * 60;
const IDLE = `it takes minutes, more than 0 and at most ${MOST_IDLE}`;

const schema = z.object({
  passphraseFile: z.string().min(1).optional(),
  idle: z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,4})?$/, IDLE)
    .transform(Number)
    .refine((minutes) => minutes > 0 && minutes <= MOST_IDLE, IDLE),
  engine: z.enum(['first', 'again']).optional(),
});

/**
 * Opens a vault and gives a prompt. On a terminal the prompt is a process of its own, so that locking ends the process
 * that held key and text; what stays behind, and starts another, never had either.
 */
export async function open(context: CommandContext, dir: string | undefined, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { passphraseFile, idle, engine } = flags.value;
  if (context.watched !== undefined) return context.watched;
  if (context.terminal.asks && engine === undefined) {
    return superviseEngine(context, [
      'open',
      ...(dir === undefined ? [] : [dir]),
      ...['--idle', String(idle)],
      ...(passphraseFile === undefined ? [] : ['--passphrase-file', passphraseFile]),
    ]);
  }
  // Loaded by the engine alone: the supervisor needs no code that opens vaults.
  const { runEngine } = await import('../engine.ts');
  return runEngine(context, { vault: dir, passphraseFile, idle, engine });
}
