import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  Backup,
  findBackup,
  inspectVaultFolder,
  openHeader,
  type RestoreReceipt,
  type RestoreStep,
  restoreBackup,
} from '../../../vault/index.ts';
import { restoreSentence } from '../../copy-sentences.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted, sizeWords } from '../../sentences.ts';
import { carriedAway } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { withPassphrase } from '../vault-session.ts';
import { restoreOntoVault } from './restore-onto-vault.ts';

const schema = z.object({
  passphraseFile: z.string().min(1).optional(),
  backupPassphraseFile: z.string().min(1).optional(),
  partial: given,
  json: given,
});

/** Makes a vault out of a backup in a new folder, or brings back what a vault that is there lacks. */
export async function restore(
  context: CommandContext,
  { from, dir }: { readonly from: string; readonly dir: string },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { partial, json, passphraseFile, backupPassphraseFile } = flags.value;
  if (context.watched !== undefined) return context.watched;
  const place = resolve(context.folder, from);
  const folder = resolve(context.folder, dir);
  const shown = { backup: oneLine(from), folder: oneLine(dir) };
  const inspection = await inspectVaultFolder(folder);
  const { type } = inspection.content;
  const isVault = type === 'vault' || type === 'incomplete';
  const away = isVault ? undefined : carriedAway(inspection, shown.folder);
  if (away !== undefined) return away;
  // Nobody is asked for the passphrase of nothing, or for nothing.
  const found = findBackup(place, { partial });
  if (!found.ok) return restoreSentence(found.error, shown);
  if (isVault) return restoreOntoVault(context, found.value, { ...flags.value, vault: dir, place, shown });
  const { worker } = context.installation;
  const opened = await withPassphrase(
    context,
    backupPassphraseFile ?? passphraseFile,
    async (passphrase): Promise<Result<Backup, Stop>> => {
      const backup = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, passphrase) });
      return backup.ok ? ok(backup.value) : refuse(restoreSentence(backup.error, shown));
    },
  );
  if (!opened.ok) return opened.error;
  const { terminal, interruptible } = context;
  const progress = (step: RestoreStep): void => terminal.progress(stepWords(step));
  const restored = await interruptible((interrupted) =>
    restoreBackup(opened.value, { folder, place, worker, progress, interrupted }),
  );
  terminal.progress('');
  if (!restored.ok) {
    if (restored.error.type === 'blobs-lacking')
      for (const line of lackingLines(restored.error.lacking)) terminal.err(line);
    return restoreSentence(restored.error, shown);
  }
  const receipt = restored.value;
  if (json) terminal.out(jsonLine(receiptJson(receipt)));
  else for (const line of receiptLines(receipt, shown.folder)) terminal.out(line);
  return receipt.database === 'whole' && receipt.lacking.length === 0 ? EXIT.done : EXIT.partFailed;
}

function stepWords(step: RestoreStep): string {
  switch (step.type) {
    case 'copying-database':
      return 'copying the database …';
    case 'checking-database':
      return 'checking the database …';
    case 'blobs':
      return `${counted(step.blobs, 'document')}, ${sizeWords(step.bytes)} …`;
    case 'completing':
      return 'finishing …';
  }
}

function receiptLines(
  { madeAt, heads, database, databaseBytes, blobs, lacking }: RestoreReceipt,
  shown: string,
): readonly string[] {
  const entries = heads.reduce((sum, { size }) => sum + size, 0);
  const there = blobs.count - lacking.length;
  return [
    `database     ${counted(entries, 'entry', 'entries')}, ${sizeWords(databaseBytes)}${madeAt === undefined ? '' : `, as of ${madeAt}`}`,
    `documents    ${counted(there, 'document')} of ${blobs.count.toLocaleString('en-US')}, ${sizeWords(blobs.copiedBytes)}, each read through`,
    ...(database === 'damaged'
      ? [`DAMAGED  the database, or what says that it is whole. See what it lacks: daybook verify --vault ${shown}`]
      : []),
    ...lackingLines(lacking),
    `The vault is in ${shown}. It opens with the passphrase that it had then, and will be a device of its own from its first entry on.`,
  ];
}

function lackingLines(lacking: RestoreReceipt['lacking']): readonly string[] {
  return lacking.map(({ source, error }) => `LACKING  source ${shortId(source)}: its bytes are ${error} in the backup`);
}

function receiptJson({ heads, madeAt, ...receipt }: RestoreReceipt): object {
  return {
    madeAt: madeAt ?? null,
    ...receipt,
    heads: heads.map(({ device, size, root }) => ({ device, size, root })),
  };
}
