import { resolve } from 'node:path';
import { z } from 'zod';
import { csvText } from '../../../read/index.ts';
import { usesRefused } from '../../consent.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { claimSheet } from '../../importing/claim-sheet.ts';
import { sourceSheet } from '../../importing/source-sheet.ts';
import { writeNewFile } from '../../sealed-file.ts';
import { counted } from '../../sentences.ts';
import { errorCode } from '../../system-errors.ts';
import { oneLine } from '../cell-text.ts';
import { testimonyStop } from '../consent-words.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { recordReveal } from '../revealing.ts';
import { namedCollection } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ collection: z.string().min(1).optional(), reveal: given, json: given });
type Flags = z.infer<typeof schema>;

/** Writes sources or claims as a sheet, which can be edited and read back. */
export async function sheet(
  context: CommandContext,
  { what, file }: { readonly what: string; readonly file: string },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (what !== 'sources' && what !== 'claims')
    return stop(EXIT.usage, 'Say what the sheet is of: sheet sources FILE.csv, or sheet claims FILE.csv');
  return withVault(context, flags.value, (session) => write(context, session, { what, file }, flags.value));
}

async function write(
  context: CommandContext,
  session: Session,
  { what, file }: { readonly what: 'sources' | 'claims'; readonly file: string },
  { collection, reveal, json }: Flags,
): Promise<ExitCode | Stop> {
  const { terminal, folder } = context;
  const { vault } = session;
  const within = await namedCollection(vault, collection);
  if (!within.ok) return within.error;
  const options = { collection: within.value?.collection, reveal };
  const { rows, sources } = what === 'sources' ? await sourceSheet(vault, options) : await claimSheet(vault, options);
  const refused = await usesRefused(vault, sources, 'share', [null]);
  if (refused.length > 0) return testimonyStop(refused);
  const unrecorded = await recordReveal(context, session, { reveal, sources });
  if (unrecorded !== undefined) return unrecorded;
  try {
    const written = await writeNewFile(resolve(folder, file), [new TextEncoder().encode(csvText(rows))]);
    if (!written.ok)
      return stop(EXIT.inputRefused, `There is a file at ${oneLine(file)} already, and nothing is written over.`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return stop(EXIT.inputRefused, `There is no folder for ${oneLine(file)}.`);
    throw error;
  }
  const count = rows.length - 1;
  if (json) terminal.out(jsonLine({ file, [what]: count, revealed: reveal }));
  else {
    terminal.out(`Wrote ${oneLine(file)}: ${counted(count, what === 'sources' ? 'source' : 'claim')}.`);
    terminal.out(
      'It lies outside the vault and anybody can read it. Edit it, look with import sheet FILE --dry-run, then read it back.',
    );
  }
  return EXIT.done;
}
