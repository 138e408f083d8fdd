import { ok, type Result, refuse } from '../../../base/index.ts';
import {
  Backup,
  type FoundBackup,
  type MergeReceipt,
  type MergeStep,
  mergeBackup,
  openHeader,
} from '../../../vault/index.ts';
import { mergeSentence, restoreSentence } from '../../copy-sentences.ts';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { counted, countsWords, sizeWords, vaultSentence } from '../../sentences.ts';
import type { CommandContext } from '../context.ts';
import { jsonLine } from '../json-line.ts';
import { shortId } from '../source-words.ts';
import { finishErasing, openSession, readPassphraseFile, type VaultFlags, withPassphrase } from '../vault-session.ts';

interface MergeOptions extends VaultFlags {
  readonly backupPassphraseFile?: string | undefined;
  readonly json: boolean;
  /** Where the backup lies, as an absolute path. */
  readonly place: string;
  /** Both folders as the user named them, on one line. */
  readonly shown: { readonly backup: string; readonly folder: string };
}

/** Brings back from a backup what a vault of the same workspace lacks, and counts what became of all that it held. */
export async function restoreOntoVault(
  context: CommandContext,
  found: FoundBackup,
  options: MergeOptions,
): Promise<ExitCode | Stop> {
  const { shown, place, json } = options;
  let passphrase: string | undefined;
  const session = await openSession(context, options, (opened) => {
    passphrase = opened;
  });
  if (!session.ok) return session.error;
  const { vault } = session.value;
  try {
    const backup = await openBackup(context, found, { ...options, passphrase });
    passphrase = undefined;
    if (!backup.ok) return backup.error;
    try {
      const { terminal, interruptible } = context;
      const progress = (step: MergeStep): void => terminal.progress(stepWords(step));
      const merged = await interruptible((interrupted) =>
        mergeBackup(vault, backup.value, { place, progress, interrupted }),
      );
      terminal.progress('');
      if (!merged.ok) return mergeSentence(merged.error, shown);
      const receipt = merged.value;
      if (json) terminal.out(jsonLine({ ...receipt, madeAt: receipt.madeAt ?? null }));
      else for (const line of receiptLines(receipt, shown)) terminal.out(line);
      if (receipt.erasing) await finishErasing(terminal, vault);
      if (receipt.condition.type !== 'sound' && receipt.condition.type !== 'not-admitted') return EXIT.damaged;
      return isComplete(receipt) ? EXIT.done : EXIT.partFailed;
    } finally {
      await backup.value.close();
    }
  } finally {
    await vault.close();
  }
}

/** With a passphrase of its own, else with the vault's, and when that was another then, with what is typed. */
async function openBackup(
  context: CommandContext,
  found: FoundBackup,
  {
    backupPassphraseFile,
    passphrase,
    shown,
  }: Pick<MergeOptions, 'backupPassphraseFile' | 'shown'> & { readonly passphrase: string | undefined },
): Promise<Result<Backup, Stop>> {
  const { worker } = context.installation;
  const unlock = async (words: string): Promise<Result<Backup, Stop>> => {
    const backup = await Backup.open(found, { worker, unlock: (header) => openHeader(header, words) });
    return backup.ok ? ok(backup.value) : refuse(restoreSentence(backup.error, shown));
  };
  if (backupPassphraseFile !== undefined) {
    const read = readPassphraseFile(context, backupPassphraseFile);
    return read.ok ? unlock(read.value) : read;
  }
  if (passphrase !== undefined) {
    const opened = await unlock(passphrase);
    if (opened.ok || opened.error.code !== EXIT.wrongPassphrase) return opened;
    if (!context.terminal.asks) return refuse(mergeSentence({ type: 'backup-passphrase-differs' }, shown));
    context.terminal.err("The vault's passphrase does not open the backup: it was another one then.");
  }
  return withPassphrase(context, undefined, unlock, 'Passphrase of the backup (not shown): ');
}

function stepWords(step: MergeStep): string {
  switch (step.type) {
    case 'checking-database':
      return 'checking the backup …';
    case 'entries':
      return `${counted(step.entries, 'entry', 'entries')} …`;
    case 'readings':
      return `${counted(step.readings, 'cached reading')} …`;
    case 'blobs':
      return `${counted(step.blobs, 'document')} looked at, ${sizeWords(step.bytes)} brought back …`;
  }
}

/** Whether all that the backup held found its place. */
function isComplete({ database, entries, parts, blobs }: MergeReceipt): boolean {
  const refused = entries.refused + parts.refused + blobs.unknown + blobs.lacking.length;
  return database === 'whole' && entries.waiting + refused === 0;
}

function receiptLines(
  receipt: MergeReceipt,
  { backup, folder }: { readonly backup: string; readonly folder: string },
): readonly string[] {
  const { entries, parts, blobs, condition } = receipt;
  const lines = [
    `entries      ${countsWords([
      [entries.given, 'in the backup'],
      [entries.placed, 'brought back'],
      [entries.alreadyHere, 'here already'],
      [entries.waiting, 'waiting for others'],
      [entries.refused, 'refused'],
    ])}`,
    `parts        ${countsWords([
      [parts.given, 'in the backup'],
      [parts.kept, 'brought back'],
      [parts.alreadyHere, 'here already'],
      [parts.erased, 'left out, since what they speak of was erased'],
      [parts.refused, 'refused'],
      [parts.notInBackup, 'named by its entries and not in it'],
    ])}`,
    `documents    ${countsWords([
      [blobs.given, 'in the backup'],
      [blobs.kept, `brought back (${sizeWords(blobs.keptBytes)})`],
      [blobs.alreadyHere, 'here already and whole'],
      [blobs.erased, 'left out, since they were erased'],
      [blobs.unknown, 'without a capture record here'],
      [blobs.lacking.length, 'lacking here and there'],
    ])}`,
  ];
  if (receipt.settled > 0)
    lines.push(`${counted(receipt.settled, 'entry', 'entries')} that waited here found a place.`);
  if (receipt.readings > 0) lines.push(`${counted(receipt.readings, 'cached reading')} came back too.`);
  if (receipt.partsErasedHere > 0) {
    lines.push(`The backup knew of an erasure: ${counted(receipt.partsErasedHere, 'part')} went from this vault.`);
  }
  if (receipt.database === 'damaged') {
    lines.push(`DAMAGED  the database of the backup, or what says that it is whole: it was taken as far as it reads.`);
  }
  for (const { source, error } of blobs.lacking) {
    const why = error === 'differing' ? 'not those that were captured' : error;
    lines.push(`LACKING  source ${shortId(source)}: its bytes are not whole here, and ${why} in the backup`);
  }
  if (condition.type === 'behind-head') {
    lines.push(
      `FAULT  The backup held not all that this vault had lost: its last ${counted(condition.missing, 'entry', 'entries')} ${condition.missing === 1 ? 'is' : 'are'} still missing, so reading works and nothing else is written. Restore a newer backup onto it; if there is none, restore ${backup} into a new folder and go on there.`,
    );
  } else if (condition.type !== 'sound' && condition.type !== 'not-admitted') {
    lines.push(`FAULT  ${vaultSentence(condition, folder).sentence}`);
  } else {
    lines.push(`${folder} lacks nothing any more that ${backup} could give. Nothing that was erased came back.`);
  }
  return lines;
}
