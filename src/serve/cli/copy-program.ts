import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** Commands about copies of a vault: backups, restoring, checkpoints kept elsewhere. */
export function addCopyCommands({ context, add, onVault, done }: CommandTools): void {
  onVault('backup', 'copy the vault, encrypted, into a folder, or bring that copy up to date')
    .argument('<DIR>', 'a new or empty folder, or one with a backup of this vault')
    .option('--full', 'check every entry, and every document that lies there already')
    .option(...JSON_FLAG)
    .action(async (dir: string, flags: unknown) =>
      done(await (await import('./commands/backup.ts')).backup(context, dir, flags)),
    );
  if (context.session === undefined) {
    add('restore', 'make a vault out of a backup, or bring back what a vault lacks')
      .argument('<BACKUP>', 'the folder of the backup')
      .argument('<DIR>', 'a new or empty folder for the vault, or a vault of the same workspace')
      .option('--partial', 'restore what is whole of a damaged backup, and list what is missing')
      .option('--passphrase-file <FILE>', 'take the passphrase from its first line; else it is asked')
      .option('--backup-passphrase-file <FILE>', "take the backup's passphrase from its first line, if it is another")
      .option('--sheet <FILE>', 'open it with the words of a recovery sheet, in a text file')
      .option('--ask-sheet', 'the same, and ask for the words')
      .option('--identity <FILE>', "open it with an office's identity file")
      .option('--share <FILE...>', 'open it with shares, text files with one each')
      .option('--new-passphrase-file <FILE>', 'after these: use the passphrase in its first line and ask nothing')
      .option(...JSON_FLAG)
      .action(async (from: string, dir: string, flags: unknown) =>
        done(await (await import('./commands/restore.ts')).restore(context, { from, dir }, flags)),
      );
  }
  onVault('checkpoint', 'say where all logs end, to compare by voice or to keep elsewhere')
    .option('--out <FILE>', 'write the signed checkpoints into a new file: verify --against FILE')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) =>
      done(await (await import('./commands/checkpoint.ts')).checkpoint(context, flags)),
    );
}
