import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  Backup,
  findBackup,
  type Header,
  inspectVaultFolder,
  openHeader,
  openHeaderByRecovery,
  type RecoveryKey,
  type RestoreReceipt,
  type RestoreStep,
  restoreBackup,
  slotKind,
} from '../../../vault/index.ts';
import { restoreSentence } from '../../copy-sentences.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { recoverVault } from '../../open.ts';
import { counted, sizeWords, vaultSentence } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { carriedAway } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { NEW_PASSPHRASE, type PassphraseSource, passphraseAnew, passphraseSource } from '../new-passphrase.ts';
import { recoveryKey } from '../recovery-means.ts';
import { shortId } from '../source-words.ts';
import { withPassphrase } from '../vault-session.ts';
import { restoreOntoVault } from './restore-onto-vault.ts';

const file = z.string().min(1).optional();
const schema = z.object({
  passphraseFile: file,
  backupPassphraseFile: file,
  sheet: file,
  askSheet: given,
  identity: file,
  share: z.array(z.string().min(1)).optional(),
  newPassphraseFile: file,
  partial: given,
  json: given,
});
type Flags = z.infer<typeof schema>;

const ONTO_VAULT_BY_PASSPHRASE: Stop = stop(
  EXIT.usage,
  'Onto a vault that is there, a backup is restored with passphrases alone. Restore it into a new folder with the sheet, key or shares; or leave them out.',
);

/**
 * Makes a vault out of a backup in a new folder, or brings back what a vault that is there lacks. One that was opened
 * without its passphrase gets a new one at the end.
 */
export async function restore(
  context: CommandContext,
  { from, dir }: { readonly from: string; readonly dir: string },
  typed: unknown,
): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { partial, json } = flags.value;
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
  if (isVault) {
    const { sheet, askSheet, identity, share } = flags.value;
    if (askSheet || [sheet, identity, share].some((each) => each !== undefined)) return ONTO_VAULT_BY_PASSPHRASE;
    return restoreOntoVault(context, found.value, { ...flags.value, vault: dir, place, shown });
  }
  const { worker } = context.installation;
  const recovery = await recoveryOf(context, flags.value, found.value.header);
  if (!recovery.ok) return recovery.error;
  const open = async (unlock: Unlock): Promise<Result<Backup, Stop>> => {
    const backup = await Backup.open(found.value, { worker, unlock });
    return backup.ok ? ok(backup.value) : refuse(restoreSentence(backup.error, shown));
  };
  const recovered = recovery.value;
  const opened =
    recovered === undefined
      ? await withPassphrase(context, flags.value.backupPassphraseFile ?? flags.value.passphraseFile, (passphrase) =>
          open((header) => openHeader(header, passphrase)),
        )
      : await open((header) => openHeaderByRecovery(header, recovered.key));
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
  const stopped = recovered && (await renewPassphrase(context, { folder, shown: shown.folder }, recovered));
  if (stopped !== undefined) return stopped;
  if (!json) terminal.out(openingLine(shown.folder, recovered !== undefined));
  return receipt.database === 'whole' && receipt.lacking.length === 0 ? EXIT.done : EXIT.partFailed;
}

/** What stands in for the passphrase, and where the one comes from that is set at the end. */
interface Recovery {
  readonly key: RecoveryKey;
  readonly source: PassphraseSource;
}

type Unlock = Parameters<typeof Backup.open>[1]['unlock'];

/** What was named in place of a passphrase; undefined when nothing was. */
async function recoveryOf(
  context: CommandContext,
  { sheet, askSheet, identity, share, passphraseFile, newPassphraseFile }: Flags,
  header: Header,
): Promise<Result<Recovery | undefined, Stop>> {
  const files = [sheet, identity, share].filter((each) => each !== undefined).length;
  if (files === 0 && !askSheet) {
    return newPassphraseFile === undefined
      ? ok(undefined)
      : refuse(stop(EXIT.usage, 'A passphrase that opened the backup stays. Leave out --new-passphrase-file.'));
  }
  if (passphraseFile !== undefined || (askSheet && files > 0)) {
    return refuse(stop(EXIT.usage, 'Name one thing that opens the backup, and leave out the others.'));
  }
  const source = passphraseSource(context, newPassphraseFile, NEW_PASSPHRASE);
  if (!source.ok) return source;
  const key = await recoveryKey(context, { sheet, identity, share }, header.slots.map(slotKind));
  return key.ok ? ok({ key: key.value, source: source.value }) : key;
}

/** The vault is there already: whoever gives up here opens it with the same sheet, key or shares another time. */
async function renewPassphrase(
  context: CommandContext,
  { folder, shown }: { readonly folder: string; readonly shown: string },
  { key, source }: Recovery,
): Promise<Stop | undefined> {
  const { installation, now, machine } = context;
  const opened = await recoverVault({ installation, folder, now, machine }, key);
  if (!opened.ok) return vaultSentence(opened.error, shown);
  try {
    const stopped = await passphraseAnew(context, { vault: opened.value, folder: shown }, source);
    if (stopped === undefined) return undefined;
    return stop(
      stopped.code,
      `${stopped.sentence} The vault was restored. Set a passphrase later: ${DAYBOOK} recovery use --vault ${shown}`,
    );
  } finally {
    await opened.value.close();
  }
}

function openingLine(shown: string, isNew: boolean): string {
  const passphrase = isNew ? 'the new passphrase' : 'the passphrase that it had then';
  return `The vault is in ${shown}. It opens with ${passphrase}, and will be a device of its own from its first entry on.`;
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
      ? [`DAMAGED  the database, or what says that it is whole. See what it lacks: ${DAYBOOK} verify --vault ${shown}`]
      : []),
    ...lackingLines(lacking),
    `What was erased after ${madeAt ?? 'the backup was made'} is here again, until you take a bundle from somebody who knows of it (${DAYBOOK} take).`,
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
