import { resolve } from 'node:path';
import { type BackupReceipt, type BackupStep, inspectVaultFolder } from '../../../vault/index.ts';
import { backupSentence } from '../../copy-sentences.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted, sizeWords } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { carriedAway } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ full: given, json: given });

/** Copies the vault into a folder, or brings the copy there up to date. */
export async function backup(context: CommandContext, dir: string, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  return withVault(context, flags.value, (session) => backUp(context, session, { dir, ...flags.value }));
}

async function backUp(
  { terminal, folder: here, now, random, interruptible }: CommandContext,
  { vault, folder }: Session,
  { dir, full, json }: { readonly dir: string; readonly full: boolean; readonly json: boolean },
): Promise<ExitCode | Stop> {
  const place = resolve(here, dir);
  const shown = oneLine(dir);
  const away = carriedAway(await inspectVaultFolder(place), shown);
  if (away !== undefined) {
    terminal.err(
      `Warning: ${shown} seems to leave this computer (a cloud or network folder). The backup is encrypted, and whoever gets it can keep it and try passphrases for ever.`,
    );
  }
  const made = await interruptible((interrupted) =>
    vault.backup({
      place,
      full,
      now: now(),
      random,
      interrupted,
      progress: (step) => terminal.progress(stepWords(step)),
    }),
  );
  terminal.progress('');
  if (!made.ok) return backupSentence(made.error, { place: shown, vault: oneLine(folder) });
  const receipt = made.value;
  if (json) terminal.out(jsonLine(receiptJson(receipt)));
  else for (const line of receiptLines(receipt, shown)) terminal.out(line);
  if (!receipt.noted) {
    terminal.err(
      'Another Daybook was writing to the vault, so this backup is not on its list yet. Run the same again to put it there.',
    );
  }
  return receipt.lacking.length === 0 && receipt.noted ? EXIT.done : EXIT.partFailed;
}

function stepWords(step: BackupStep): string {
  switch (step.type) {
    case 'copying-database':
      return 'copying the database …';
    case 'checking-database':
      return 'checking the copy of the database …';
    case 'blobs':
      return `${counted(step.blobs, 'document')}, ${sizeWords(step.bytes)} …`;
    case 'committing':
    case 'committed':
    case 'noted':
      return 'finishing …';
  }
}

function receiptLines(receipt: BackupReceipt, shown: string): readonly string[] {
  const { type, previous, blobs, databaseBytes, heads, lacking, removed, madeAt } = receipt;
  const documents = `${counted(blobs.count, 'document')} (${sizeWords(blobs.bytes)})`;
  const entries = heads.reduce((sum, { size }) => sum + size, 0);
  if (type === 'unchanged') {
    return [
      `Nothing new since the backup of ${madeAt}: ${shown} holds all of it.`,
      `database     ${counted(entries, 'entry', 'entries')}, ${sizeWords(databaseBytes)}`,
      `documents    ${documents}, each there with its length`,
    ];
  }
  const gone = removed.snapshots + removed.blobs + removed.unfinished;
  return [
    ...(previous === 'other-key'
      ? ['The backup there was of an earlier vault key. It was made anew, and everything in it checked.']
      : []),
    ...(previous === 'broken'
      ? ['The backup there no longer read. It was made anew, and everything in it checked.']
      : []),
    `database     ${counted(entries, 'entry', 'entries')}, ${sizeWords(databaseBytes)}, checked after it was written`,
    `documents    ${documents}: ${blobs.copied.toLocaleString('en-US')} copied, ${blobs.kept.toLocaleString('en-US')} there already; ${blobs.checked.toLocaleString('en-US')} read through`,
    ...(gone > 0
      ? [
          `removed      ${counted(removed.snapshots, 'earlier database')}, ${counted(removed.blobs, 'document')} no longer in the vault, ${counted(removed.unfinished, 'unfinished file')}`,
        ]
      : []),
    ...lacking.map(({ source, error }) => `LACKING  source ${shortId(source)}: its bytes are ${error} in the vault`),
    lacking.length === 0
      ? `${shown} is now a complete backup. It opens with the passphrase that the vault has today: ${DAYBOOK} restore ${shown} DIR`
      : `${shown} is now a backup without ${counted(lacking.length, 'document')}. Run ${DAYBOOK} verify, and put them back from another backup.`,
  ];
}

function receiptJson({ heads, ...receipt }: BackupReceipt): object {
  return { ...receipt, heads: heads.map(({ device, size, root }) => ({ device, size, root })) };
}
