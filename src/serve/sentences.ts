import type { PackRefusal } from '../read/index.ts';
import type { CreateRefusal, VaultRefusal, WriteRefusal } from '../vault/index.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import type { NotReadReason } from './reading-messages.ts';
import { VAULT_CHANGED } from './system-errors.ts';
import { DAYBOOK } from './typed.ts';

/**
 * Every refusal of a vault in words: what is the matter, and what to do. `folder` is shown as the user gave it; nothing
 * else of the vault is told.
 */
export function vaultSentence(refusal: VaultRefusal | CreateRefusal | WriteRefusal, folder: string): Stop {
  switch (refusal.type) {
    case 'header-missing':
      return stop(
        EXIT.inputRefused,
        `There is no vault in ${folder}. Name one with --vault DIR, or make one: ${DAYBOOK} init ${folder}`,
      );
    case 'header-damaged':
      return stop(
        EXIT.damaged,
        `The key file header.json in ${folder} is damaged, so the vault cannot be opened. Put back header.json from a backup; the rest need not be touched.`,
      );
    case 'header-forged':
      return stop(
        EXIT.damaged,
        `The key file header.json in ${folder} was changed by something other than Daybook. Put back header.json from a backup, and ask who could write to this folder.`,
      );
    case 'header-older':
      return stop(
        EXIT.damaged,
        `The key file header.json in ${folder} does not belong to the vault beside it: an earlier one was put back, perhaps with a passphrase that no longer counts, or another vault's. Put back the newest header.json, and ask who could write to this folder.`,
      );
    case 'header-newer':
      return stop(EXIT.inputRefused, newer(`The vault in ${folder}`));
    case 'kdf-out-of-bounds':
      return stop(
        EXIT.damaged,
        `The key file header.json in ${folder} asks for an amount of work that Daybook never sets, so it was changed. Put back header.json from a backup.`,
      );
    case 'wrong-passphrase':
      return stop(
        EXIT.wrongPassphrase,
        `This passphrase does not open the vault. Check each word and the case of its letters, then try again. If it is lost and you have a recovery sheet, an office key or shares: ${DAYBOOK} recovery use`,
      );
    case 'recovery-opens-nothing':
      return stop(
        EXIT.wrongPassphrase,
        'This opens no slot of the vault: it belongs to another vault, or it was replaced or removed since it was made. Try what else you have.',
      );
    case 'device-missing':
    case 'device-damaged':
      return stop(
        EXIT.damaged,
        `The file device.key in ${folder} is damaged. Take it away: the vault then makes itself a new one and goes on as a new device. Nothing else is lost.`,
      );
    case 'device-newer':
      return stop(EXIT.inputRefused, newer(`The file device.key in ${folder}`));
    case 'database-damaged':
      return stop(
        EXIT.damaged,
        `The database of the vault in ${folder} is damaged or is not this vault's. Copy the folder as it is, then put back daybook.db from a backup.`,
      );
    case 'database-newer':
      return stop(EXIT.inputRefused, newer(`The database in ${folder}`));
    case 'folder-not-empty':
      return stop(
        EXIT.inputRefused,
        `There is something in ${folder} already. Name an empty folder, or one that does not exist yet: ${DAYBOOK} init DIR`,
      );
    case 'vault-in-use':
      return stop(
        EXIT.vaultInUse,
        'Another Daybook is writing to this vault. Wait until it has finished, then try again.',
      );
    case 'vault-changed':
      return stop(EXIT.vaultInUse, VAULT_CHANGED);
    case 'lock-damaged':
      return stop(
        EXIT.damaged,
        `The file lock.db in ${folder} holds something, which it never should, so nothing is written. Reading still works. Close every Daybook that uses this vault and take lock.db away: a new one is made, and it holds nothing of yours.`,
      );
    case 'head-missing':
    case 'head-damaged':
      return stop(
        EXIT.damaged,
        `The file head in ${folder} is ${refusal.type === 'head-missing' ? 'missing' : 'damaged'}, so it cannot be told whether entries were lost. Reading still works; nothing is written. Restore a backup into another folder: ${DAYBOOK} restore BACKUP DIR${refusal.type === 'head-missing' ? '. If you know that nothing newer was ever here, take away device.key too: the folder then goes on as a new device.' : ''}`,
      );
    case 'head-newer':
      return stop(EXIT.inputRefused, newer(`The file head in ${folder}`));
    case 'behind-head':
      return stop(
        EXIT.damaged,
        `The vault lacks its last ${counted(refusal.missing, 'entry', 'entries')}: the database is older than the file head beside it. Reading still works; nothing is written. Bring back what is missing from a newer backup: ${DAYBOOK} restore BACKUP ${folder}`,
      );
    case 'log-differs-from-head':
      return stop(
        EXIT.damaged,
        'The log is not the one that the file head vouches for: an older or a foreign database was put here. Reading still works; nothing is written. Put back the database that belongs to it.',
      );
    case 'own-log-forked':
      return stop(
        EXIT.damaged,
        `A copy of this folder was written to as well, so its log has two ends. Nothing was lost, and nothing more is written here. Run ${DAYBOOK} verify to see where they part.`,
      );
    case 'not-admitted':
      return stop(
        EXIT.inputRefused,
        `Nobody has admitted this vault to its workspace yet, so nothing can be written into it. Give your request to whoever invited you, then take the bundle that they make for you: ${DAYBOOK} take FILE`,
      );
  }
}

/** Why a document's bytes were kept and not read, as the end of a sentence. */
export function notReadWords(reason: NotReadReason): string {
  switch (reason) {
    case 'format-not-read':
      return 'format not read yet';
    case 'too-large':
      return 'too large to be read';
    case 'no-text':
      return 'no text in it';
    case 'reader-stopped':
      return 'the reader stopped';
    case 'files-inside':
      return 'no text of its own; the files inside it were taken in';
    case 'to-recognise':
      return `an image of text: it has to be recognised first (${DAYBOOK} recognise ID)`;
    case 'damaged':
      return 'damaged, or not what it says it is';
    case 'no-such-page':
      return 'it has no such page';
    case 'encrypted':
      return 'encrypted';
    case 'bomb':
      return 'it grows without end when it is unpacked';
    case 'not-as-signed':
      return 'its content is not what its own digests or signature say';
    case 'reader-too-slow':
      return 'the reader took too long and was stopped';
    case 'reader-too-large':
      return 'the reader took too much memory and was stopped';
  }
}

/** What is wrong with a theme pack, by file, row and column. */
export function packSentence({ faults }: PackRefusal, folder: string): Stop {
  const shown = faults.slice(0, 5).map(({ file, row, column, what }) => {
    const at = [file, row === undefined ? '' : `row ${row}`, column ?? ''].filter((part) => part !== '').join(', ');
    return `${at}: ${what}`;
  });
  const more = faults.length > shown.length ? ` (and ${faults.length - shown.length} more)` : '';
  return stop(
    EXIT.inputRefused,
    `The theme pack in ${folder} has faults: ${shown.join('; ')}${more}. Mend them and try again.`,
  );
}

/** "1 file", "2 files". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Counts as one line: the first always, and of the others those that are not 0. */
export function countsWords(counts: readonly (readonly [number, string])[]): string {
  return counts
    .filter(([count], i) => i === 0 || count > 0)
    .map(([count, what]) => `${count.toLocaleString('en-US')} ${what}`)
    .join(', ');
}

/** Bytes as people say them: 512 bytes, 3.4 KB, 12 MB, in steps of 1000. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 'KB';
  for (const next of units) {
    value /= 1000;
    unit = next;
    if (value < 999.5) break;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** What another version wrote. */
export function newer(what: string): string {
  return `${what} was written by a newer Daybook. Use that version, or a later one.`;
}
