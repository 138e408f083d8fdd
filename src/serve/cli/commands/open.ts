import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { DAYBOOK } from '../../typed.ts';
import type { CommandContext } from '../context.ts';
import { DeskListener } from '../desk-listener.ts';
import { deskPort } from '../desk-port.ts';
import { parseFlags } from '../flags.ts';
import { superviseEngine } from '../supervisor.ts';

const MOST_IDLE = 24 * 60;
const IDLE = `it takes minutes, more than 0 and at most ${MOST_IDLE}`;
const PORT = 'it takes a port from 1024 to 65535';
/** Where a vault lies when nobody says; as in `vault-session.ts`, which the supervisor does not load. */
const DEFAULT_VAULT = './daybook-vault';

const port = z
  .string()
  .regex(/^\d{4,5}$/, PORT)
  .transform(Number)
  .refine((number) => number >= 1024 && number <= 65_535, PORT)
  .optional();
const schema = z.object({
  passphraseFile: z.string().min(1).optional(),
  idle: z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,4})?$/, IDLE)
    .transform(Number)
    .refine((minutes) => minutes > 0 && minutes <= MOST_IDLE, IDLE)
    .optional(),
  port,
  prompt: z.boolean(),
  engine: z.enum(['first', 'again']).optional(),
  desk: port,
  guesses: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
});
type Flags = z.infer<typeof schema>;

/**
 * Opens a vault: as a desk in the browser, and as a prompt where there is a terminal. Both are a process of their own, so
 * that locking ends the process that held key and text; what stays behind, and starts another, never had either. Lines
 * that come over a pipe are taken by this process, unless the desk is asked for.
 */
export async function open(context: CommandContext, dir: string | undefined, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { passphraseFile, idle, engine, desk, guesses } = flags.value;
  if (context.watched !== undefined) return context.watched;
  const asked = !flags.value.prompt || flags.value.port !== undefined;
  if (engine === undefined && (context.terminal.asks || asked)) return supervise(context, dir, flags.value);
  // Loaded by the engine alone: the supervisor needs no code that opens vaults.
  const { runEngine } = await import('../engine.ts');
  const prompt = engine === undefined || flags.value.prompt;
  return runEngine(context, { vault: dir, passphraseFile, idle, engine, desk, guesses: guesses ?? 0, prompt });
}

async function supervise(context: CommandContext, dir: string | undefined, flags: Flags): Promise<ExitCode | Stop> {
  const prompt = flags.prompt && context.terminal.asks;
  const desk = await listen(context, dir, { ...flags, prompt });
  if (!desk.ok) return desk.error;
  return superviseEngine(context, {
    prompt,
    desk: desk.value,
    args: [
      'open',
      ...(dir === undefined ? [] : [dir]),
      ...(flags.idle === undefined ? [] : ['--idle', String(flags.idle)]),
      ...(flags.passphraseFile === undefined ? [] : ['--passphrase-file', flags.passphraseFile]),
    ],
  });
}

/** The desk's address. Whoever has a prompt goes on without one when it is taken, unless that very port was asked for. */
async function listen(
  context: CommandContext,
  dir: string | undefined,
  flags: Pick<Flags, 'port' | 'prompt'>,
): Promise<Result<DeskListener | undefined, Stop>> {
  const port = flags.port ?? deskPort(resolve(context.folder, dir ?? context.defaultVault ?? DEFAULT_VAULT));
  const desk = await DeskListener.listen(port);
  if (desk !== undefined) return ok(desk);
  const taken = `Port ${port} of this computer is taken: this vault may be open in another Daybook, or another program uses the port.`;
  if (flags.port !== undefined || !flags.prompt) {
    return refuse(stop(EXIT.inputRefused, `${taken} Close that one, or choose another: ${DAYBOOK} open --port N`));
  }
  context.terminal.err(`Note: ${taken} The desk is left out; choose another port with --port N.`);
  return ok(undefined);
}
