import type { BackupOpenRefusal, BackupRefusal, FindRefusal, MergeRefusal, RestoreRefusal } from '../vault/index.ts';
import { EXIT, type Stop, stop } from './exit-code.ts';
import { counted, newer, vaultSentence } from './sentences.ts';
import { DAYBOOK } from './typed.ts';

/** Every refusal of a backup in words. `place` is shown as the user gave it, and so is `vault`. */
export function backupSentence(
  refusal: BackupRefusal,
  { place, vault }: { readonly place: string; readonly vault: string },
): Stop {
  const kept = `What is in ${place} stays as it is.`;
  switch (refusal.type) {
    case 'head-missing':
    case 'head-damaged':
    case 'head-newer':
    case 'behind-head':
    case 'log-differs-from-head':
    case 'own-log-forked':
    case 'database-damaged':
    case 'database-newer': {
      const { code, sentence } = vaultSentence(refusal, vault);
      return stop(code, `${sentence} No backup was made of it, so that it replaces no good one. ${kept}`);
    }
    case 'vault-in-use':
    case 'not-admitted':
    case 'lock-damaged':
      return vaultSentence(refusal, vault);
    case 'vault-changed':
      return stop(
        EXIT.damaged,
        `The vault in ${vault} was given another key while it was open here, or its header.json was changed. Close it and open it again, then make the backup. ${kept}`,
      );
    case 'record-faulty':
      return stop(
        EXIT.damaged,
        `${counted(refusal.faults, 'fault')} in the record, so no backup was made that replaces a good one. Run ${DAYBOOK} verify to see them. ${kept}`,
      );
    case 'backup-of-other-vault':
      return stop(
        EXIT.inputRefused,
        `${place} holds a backup of another vault. Name another folder: ${DAYBOOK} backup DIR`,
      );
    case 'backup-forged':
      return stop(
        EXIT.damaged,
        `The file backup.json in ${place} was changed by something other than Daybook. Keep that folder, ask who could write to it, and make a backup in another: ${DAYBOOK} backup DIR`,
      );
    case 'backup-ahead':
      return stop(
        EXIT.inputRefused,
        `The backup in ${place} is newer than this vault${refusal.missing ? `: it holds ${counted(refusal.missing, 'entry', 'entries')} that ${refusal.missing === 1 ? 'is' : 'are'} not here` : ''}. Use the newer vault, or make this backup in another folder. ${kept}`,
      );
    case 'backup-damaged':
      return stop(
        EXIT.damaged,
        `The file backup.json in ${place} is damaged. Keep that folder for what can still be had of it (${DAYBOOK} restore --partial), and make a backup in another: ${DAYBOOK} backup DIR`,
      );
    case 'backup-newer':
      return stop(EXIT.inputRefused, newer(`The backup in ${place}`));
    case 'backup-place-taken':
      return stop(
        EXIT.inputRefused,
        refusal.by === 'file'
          ? `${place} is a file. Name a folder: ${DAYBOOK} backup DIR`
          : refusal.by === 'vault'
            ? `${place} is a vault itself. Name another folder: ${DAYBOOK} backup DIR`
            : refusal.by === 'link'
              ? `Something in ${place} is a link to another place instead of a part of the backup, so nothing was written or removed. Name an empty folder: ${DAYBOOK} backup DIR`
              : `There is something in ${place} that is no backup. Name an empty folder, or one that does not exist yet: ${DAYBOOK} backup DIR`,
      );
    case 'backup-inside-vault':
      return stop(
        EXIT.inputRefused,
        `${place} lies inside the vault, where a backup would be lost together with it. Name a folder elsewhere, best on another disk: ${DAYBOOK} backup DIR`,
      );
    case 'backup-in-use':
      return stop(EXIT.vaultInUse, `Another Daybook makes a backup in ${place}. Wait until it has finished.`);
    case 'backup-interrupted':
      return stop(
        EXIT.partFailed,
        `Stopped before the backup was complete. The one before it in ${place}, if there was one, stays as it was; run the same again and it goes on.`,
      );
    case 'target-full':
      return stop(
        EXIT.partFailed,
        `There is no room left in ${place}. A backup that was there stays as it was. Make room, or name a folder on a larger disk.`,
      );
    case 'target-read-only':
      return stop(
        EXIT.inputRefused,
        `Nothing can be written in ${place}. A backup that was there stays as it was. Look at its permissions, or name another folder.`,
      );
    case 'target-file-too-large':
      return stop(
        EXIT.inputRefused,
        `The disk of ${place} takes no files as large as this vault's. Use a disk with another file system (exFAT, NTFS, ext4, APFS).`,
      );
    case 'target-unreliable':
      return stop(
        EXIT.damaged,
        `What was written in ${place} reads back as something else. That disk is not to be trusted: use another. A backup that was there stays as it was.`,
      );
  }
}

/** Every refusal of a restore in words. `backup` and `folder` are shown as the user gave them. */
export function restoreSentence(
  refusal: FindRefusal | BackupOpenRefusal | RestoreRefusal,
  { backup, folder }: { readonly backup: string; readonly folder: string },
): Stop {
  const partial = `What is whole can be had: ${DAYBOOK} restore --partial ${backup} ${folder}`;
  switch (refusal.type) {
    case 'no-backup':
      return stop(EXIT.inputRefused, `There is no backup in ${backup}. Name the folder that has backup.json in it.`);
    case 'backup-is-vault':
      return stop(
        EXIT.inputRefused,
        `${backup} is a vault itself, not a backup of one. Open it where it lies, or copy the whole folder.`,
      );
    case 'backup-lacks':
      return stop(EXIT.damaged, `The backup in ${backup} is not complete: ${refusal.part} is missing. ${partial}`);
    case 'backup-damaged':
      return refusal.part === 'header.json'
        ? stop(
            EXIT.damaged,
            `The key file header.json of the backup in ${backup} is damaged, so it cannot be opened. Use another backup.`,
          )
        : stop(EXIT.damaged, `The backup in ${backup} is damaged: ${refusal.part}. ${partial}`);
    case 'backup-newer':
      return stop(EXIT.inputRefused, newer(`The backup in ${backup}`));
    case 'backup-forged':
      return stop(
        EXIT.damaged,
        `The file backup.json in ${backup} was not made with this vault's key. Ask who could write to this folder, and use another backup.`,
      );
    case 'header-forged':
    case 'header-older':
      return stop(
        EXIT.damaged,
        `The key file header.json of the backup in ${backup} was changed by something other than Daybook. Use another backup, and ask who could write to this folder.`,
      );
    case 'kdf-out-of-bounds':
      return stop(
        EXIT.damaged,
        `The key file header.json of the backup in ${backup} asks for an amount of work that Daybook never sets, so it was changed. Use another backup.`,
      );
    case 'recovery-opens-nothing':
      return stop(
        EXIT.wrongPassphrase,
        'This opens nothing in the backup. A sheet, an office key or shares made after it do not open it.',
      );
    case 'wrong-passphrase':
      return stop(
        EXIT.wrongPassphrase,
        'This passphrase does not open the backup. It takes the passphrase that the vault had when the backup was made.',
      );
    case 'folder-not-empty':
      return stop(
        EXIT.inputRefused,
        `There is something in ${folder} already. Name an empty folder, or one that does not exist yet: ${DAYBOOK} restore ${backup} DIR`,
      );
    case 'restore-onto-vault':
      return stop(
        EXIT.inputRefused,
        `There is a vault in ${folder} by now. Run the same again to bring back what it lacks, or name a new folder: ${DAYBOOK} restore ${backup} DIR`,
      );
    case 'restore-into-backup':
      return stop(EXIT.inputRefused, `${folder} lies inside the backup. Name a folder elsewhere.`);
    case 'restore-in-use':
      return stop(EXIT.vaultInUse, `Another Daybook restores into ${folder}. Wait until it has finished.`);
    case 'restore-interrupted':
      return stop(EXIT.partFailed, `Stopped before the vault was complete, so nothing was left in ${folder}.`);
    case 'blobs-lacking': {
      const missing = refusal.lacking.filter(({ error }) => error === 'missing').length;
      const damaged = refusal.lacking.length - missing;
      const words = [
        ...(missing > 0 ? [`${counted(missing, 'document')} missing`] : []),
        ...(damaged > 0 ? [`${counted(damaged, 'document')} damaged`] : []),
      ].join(', ');
      return stop(EXIT.damaged, `The backup in ${backup} is not whole: ${words}. Nothing was restored. ${partial}`);
    }
    case 'target-unreliable':
      return stop(
        EXIT.damaged,
        `What was written in ${folder} reads back as something else. That disk is not to be trusted: use another.`,
      );
  }
}

/** Every refusal of restoring onto a vault in words. */
export function mergeSentence(
  refusal: MergeRefusal | { readonly type: 'backup-passphrase-differs' },
  shown: { readonly backup: string; readonly folder: string },
): Stop {
  const { backup, folder } = shown;
  const goOn = `What was brought back until then stays in ${folder}; run the same again, and it goes on.`;
  switch (refusal.type) {
    case 'backup-of-other-workspace':
      return stop(
        EXIT.inputRefused,
        `The backup in ${backup} is of another workspace than the vault in ${folder}, so nothing was brought back. Restore it into a new folder: ${DAYBOOK} restore ${backup} DIR`,
      );
    case 'backup-passphrase-differs':
      return stop(
        EXIT.wrongPassphrase,
        "The vault's passphrase does not open the backup: it takes the passphrase that the vault had when the backup was made. Give it in a file: --backup-passphrase-file FILE (its first line).",
      );
    case 'backup-damaged':
    case 'backup-newer':
      return restoreSentence(refusal, shown);
    case 'merge-interrupted':
      return stop(EXIT.partFailed, `Stopped before all of the backup was looked at. ${goOn}`);
    case 'merge-refused': {
      const { code, sentence } = vaultSentence(refusal.by, folder);
      return stop(code, `${sentence} ${refusal.begun ? goOn : 'Nothing was brought back.'}`);
    }
  }
}
