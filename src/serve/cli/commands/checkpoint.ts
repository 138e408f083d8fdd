import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { joinCheckpoints, logOfCheckpoint } from '../../../preserve/index.ts';
import { headWords } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { counted } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ out: z.string().min(1).optional(), json: given });

/** Says where all logs end: as words, and as signed checkpoints. */
export async function checkpoint(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => tell(context, session, flags.value));
}

async function tell(
  { terminal, folder }: CommandContext,
  { vault }: Session,
  { out, json }: z.infer<typeof schema>,
): Promise<ExitCode | Stop> {
  const heads = (await vault.query('heads', undefined)).map(({ device, size, root }) => ({ device, size, root }));
  const notes = await vault.query('checkpoints', undefined);
  const words = await headWords(vault.workspace, heads);
  if (out !== undefined) {
    const problem = await writeNew(resolve(folder, out), joinCheckpoints(notes), oneLine(out));
    if (problem !== undefined) return problem;
  }
  if (json) {
    terminal.out(jsonLine({ words: words.join(' '), workspace: vault.workspace, heads, notes }));
    return EXIT.done;
  }
  const noted = new Set(notes.map((note) => logOfCheckpoint(note)?.device));
  terminal.out(`Head words   ${words.join(' ')}`);
  terminal.out('             Two copies that hold the same entries say the same words.');
  terminal.out(`workspace    ${vault.workspace}`);
  for (const { device, size, root } of heads) {
    const without = noted.has(device) ? '' : '; its signed checkpoint is with whoever has that device';
    terminal.out(
      `log          device ${shortId(device)}…: ${counted(size, 'entry', 'entries')}, root ${root.slice(0, 16)}…${without}`,
    );
  }
  if (out !== undefined) {
    terminal.out(
      `Wrote ${counted(notes.length, 'signed checkpoint')} to ${oneLine(out)}. Keep it away from this computer; later: ${DAYBOOK} verify --against ${oneLine(out)}`,
    );
    return EXIT.done;
  }
  terminal.out('');
  for (const line of joinCheckpoints(notes).split('\n').slice(0, -1)) terminal.out(line);
  return EXIT.done;
}

/** Writes a new file durably; a sentence when there is one, or none can be made. */
async function writeNew(path: string, text: string, shown: string): Promise<Stop | undefined> {
  try {
    const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return stop(
        EXIT.inputRefused,
        `There is ${shown} already, and it is not written over. Name a new file: --out FILE`,
      );
    }
    throw error;
  }
  return undefined;
}
