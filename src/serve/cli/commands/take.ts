import { resolve } from 'node:path';
import type { TakeReceipt } from '../../../exchange/index.ts';
import { takeFile } from '../../bundles.ts';
import { bundleSentence, fileSentence } from '../../exchange-sentences.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { isFile } from '../../sealed-file.ts';
import { counted, vaultSentence } from '../../sentences.ts';
import { openBundledPacks } from '../../theme-packs.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { removedWithWaysIn } from '../key-words.ts';
import { takeJson, takeLines } from '../take-words.ts';
import { finishErasing, vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ json: given });

/** Takes a bundle into the vault, and counts what became of all that it held. */
export async function take(context: CommandContext, file: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const path = resolve(context.folder, file);
  if (!(await isFile(path))) return fileSentence({ type: 'file-missing' }, oneLine(file));
  return withVault(context, flags.value, (session) => takeInto(context, session, { path, file }, flags.value.json));
}

async function takeInto(
  { terminal, now, installation }: CommandContext,
  { vault, folder }: Session,
  { path, file }: { readonly path: string; readonly file: string },
  json: boolean,
): Promise<ExitCode | Stop> {
  const taken = await takeFile(vault, path, now);
  if (!taken.ok) return bundleSentence(taken.error, { file: oneLine(file), folder });
  const { persons, erasing } = await vault.query('status', undefined);
  const sender = persons.find(({ person }) => person === taken.value.header.person)?.name ?? null;
  if (json) terminal.out(jsonLine(takeJson(taken.value)));
  else for (const line of takeLines(taken.value, sender)) terminal.out(line);
  const still = await removedWithWaysIn(vault, persons);
  if (still !== undefined) terminal.err(`Warning: ${still}`);
  if (erasing) await finishErasing(terminal, vault);
  // Readings are not carried: whoever has the text can make them, and figures would lack what was just taken.
  const packs = openBundledPacks(installation);
  const read = await vault.readMissing(packs, (done) => terminal.progress(`${counted(done, 'document')} read again …`));
  terminal.progress('');
  if (!read.ok) return vaultSentence(read.error, oneLine(folder));
  if (!json && read.value.lacking > 0) {
    terminal.out(
      `${counted(read.value.lacking, 'document was', 'documents were')} read there with another reader or theme pack. To read one here: read --source ID`,
    );
  }
  return isWhole(taken.value) ? EXIT.done : EXIT.partFailed;
}

/** Whether everything that the bundle held found its place. What the sender withheld is no failure. */
function isWhole({ entries, parts, blobs }: TakeReceipt): boolean {
  return (
    entries.waiting === 0 && entries.refused.size === 0 && parts.refused === 0 && blobs.unknown + blobs.differing === 0
  );
}
