import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** Commands by which vaults of one workspace exchange what they hold. */
export function addExchangeCommands({ context, add, onVault, done }: CommandTools): void {
  onVault('invite', 'write an invitation, by which somebody makes a vault in this workspace')
    .option('--out <FILE>', 'where to write it', './daybook-invitation.json')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) => done(await (await import('./commands/invite.ts')).invite(context, flags)));
  if (context.session === undefined) {
    add('join', 'make a vault of your own by an invitation, and a request to be admitted')
      .argument('<INVITATION>', 'the file that you were given')
      .argument('<DIR>', 'an empty or new folder; or the vault that was made before, to write its request again')
      .option('--out <FILE>', 'where to write the request', './daybook-request.age')
      .option('--name <NAME>', 'your name, as colleagues know you; else it is asked')
      .option('--words <WORDS>', 'the six words that whoever invited you reads out; else it is asked')
      .option('--passphrase-file <FILE>', 'use the passphrase in its first line and ask nothing')
      .option(...JSON_FLAG)
      .action(async (invitation: string, dir: string, flags: unknown) =>
        done(await (await import('./commands/join.ts')).join(context, { invitation, dir }, flags)),
      );
  }
  onVault('admit', 'admit whoever made a request to this workspace')
    .argument('<REQUEST>', 'the file that you were given')
    .option('--words <WORDS>', 'the six words that they read out; else it is asked')
    .option(...JSON_FLAG)
    .action(async (request: string, flags: unknown) =>
      done(await (await import('./commands/admit.ts')).admit(context, request, flags)),
    );
  onVault('bundle', 'write what this vault holds into a sealed file for others')
    .requiredOption('--to <KEY...>', 'names of members, first digits of their keys, or recipients (age1…)')
    .option('--collection <NAME>', 'only the documents of this collection; the log goes whole')
    .option('--all', 'everything, also what they said they have')
    .option('--out <FILE>', 'where to write it')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) => done(await (await import('./commands/bundle.ts')).bundle(context, flags)));
  onVault('take', 'take a sealed file that another member made for this vault')
    .argument('<FILE>', 'the bundle')
    .option(...JSON_FLAG)
    .action(async (file: string, flags: unknown) =>
      done(await (await import('./commands/take.ts')).take(context, file, flags)),
    );
}
