import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** Commands about people, erasing and how long things are kept. */
export function addCareCommands({ context, onVault, done }: CommandTools): void {
  const second = [
    '--second-passphrase-file <FILE>',
    "where a second approval is needed: the second person's passphrase, in its first line; else it is asked",
  ] as const;
  const yes = ['--yes', 'do not ask again'] as const;
  onVault('person', 'list who belongs, enrol somebody, or state that somebody left')
    .argument('<ACTION>', 'list, add NAME, remove NAME')
    .argument('[NAME]', 'a name, or the first digits of a key')
    .option('--new-passphrase-file <FILE>', 'add: their passphrase, in its first line; else one is made and shown once')
    .option(...second)
    .option(...yes)
    .option(...JSON_FLAG)
    .action(async (action: string, name: string | undefined, flags: unknown) =>
      done(await (await import('./commands/person.ts')).person(context, { action, name }, flags)),
    );
  onVault('device', 'list the copies that belong, or state that one is lost')
    .argument('<ACTION>', 'list, remove ID')
    .argument('[ID]', 'the first digits of its key')
    .option(...second)
    .option(...yes)
    .option(...JSON_FLAG)
    .action(async (action: string, id: string | undefined, flags: unknown) =>
      done(await (await import('./commands/device.ts')).device(context, { action, id }, flags)),
    );
  onVault('erase', 'erase sources, or a collection with all that is in it')
    .argument('[ID...]', 'the first digits of their ids')
    .option('--collection <NAME>', 'a collection and every source in it instead')
    .option('--reason <TEXT>', 'why, kept in the log; say nothing in it that is to be gone')
    .option(...second)
    .option(...yes)
    .option(...JSON_FLAG)
    .action(async (ids: readonly string[], flags: unknown) =>
      done(await (await import('./commands/erase.ts')).erase(context, ids, flags)),
    );
  onVault('retention', 'say how long collections are kept, and list what has fallen due')
    .argument('<ACTION>', 'list, due, set NAME --days N, clear NAME')
    .argument('[NAME]')
    .option('--days <N>', 'days after capture')
    .option('--reason <TEXT>', 'why, kept with the rule')
    .option(...second)
    .option(...JSON_FLAG)
    .action(async (action: string, name: string | undefined, flags: unknown) =>
      done(await (await import('./commands/retention.ts')).retention(context, { action, name }, flags)),
    );
  onVault('approval', 'say whether what cannot be undone needs a second person')
    .argument('[ACTION]', 'show, on, off', 'show')
    .option(...second)
    .option(...JSON_FLAG)
    .action(async (action: string, flags: unknown) =>
      done(await (await import('./commands/approval.ts')).approval(context, action, flags)),
    );
}
