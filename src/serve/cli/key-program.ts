import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** Commands about who can open a vault: passphrases, recovery, revoking, panic. */
export function addKeyCommands({ context, add, onVault, done }: CommandTools): void {
  const newPassphrase = [
    '--new-passphrase-file <FILE>',
    'use the passphrase in its first line and ask nothing',
  ] as const;
  onVault('passphrase', 'change your own passphrase; the new one is shown once')
    .option(...newPassphrase)
    .option(...JSON_FLAG)
    .action(async (flags: unknown) =>
      done(await (await import('./commands/passphrase.ts')).passphrase(context, flags)),
    );
  onVault('recovery', 'ways into the vault when a passphrase is lost')
    .argument('<ACTION>', 'list, sheet, office, shares, remove SLOT, use')
    .argument('[SLOT]', 'the first digits of its id')
    .option('--out <NAME>', 'write a sheet or shares to NAME.txt and NAME.html, or into a folder; else they are shown')
    .option('--label <TEXT>', 'what shall stand on the paper, to know it by; else nothing')
    .option('--recipient <KEY>', "office: the office's public key, age1… (age-keygen makes it)")
    .option('--threshold <N>', 'shares: how many suffice')
    .option('--count <N>', 'shares: how many there are')
    .option('--sheet <FILE>', 'use: a text file with the words of the sheet; else they are asked')
    .option('--identity <FILE>', "use: the office's identity file")
    .option('--share <FILE...>', 'use: text files, one with each share')
    .option(...newPassphrase)
    .option(...JSON_FLAG)
    .action(async (action: string, slot: string | undefined, flags: unknown) =>
      done(await (await import('./commands/recovery.ts')).recovery(context, { action, slot }, flags)),
    );
  onVault('revoke', 'put the vault under a new key, when a passphrase is known to others or somebody has left')
    .option('--keep <SLOT...>', 'keep the slots of others, who type their passphrases now')
    .option('--drop <SLOT...>', 'leave out office keys, which else are sealed to again')
    .option(...newPassphrase)
    .option('--keep-passphrase', 'keep your own passphrase')
    .option('--yes', 'do not ask')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) => done(await (await import('./commands/revoke.ts')).revoke(context, flags)));
  add('panic', 'make a vault unreadable for good, at once; needs no passphrase')
    .argument('[DIR]', 'the vault (else the variable DAYBOOK_VAULT, else ./daybook-vault)')
    .option('--yes', 'do not ask')
    .option(...JSON_FLAG)
    .action(async (dir: string | undefined, flags: unknown) =>
      done(await (await import('./commands/panic.ts')).panic(context, dir, flags)),
    );
}
