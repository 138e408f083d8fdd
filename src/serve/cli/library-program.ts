import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** Commands about what people say of sources: consent, and what rests on it. */
export function addLibraryCommands({ context, onVault, done }: CommandTools): void {
  onVault('consent', 'list testimony, or show and change what was consented to')
    .argument('[ID]', 'the first digits of a source')
    .option(
      '--set <USE=ANSWER...>',
      'store, share, publish-anonymised, publish-named, court = given, refused, not-asked',
    )
    .option('--withdraw <USE>', 'take one use back, or all; without store there is no source, so that erases it')
    .option('--reason <TEXT>', 'with a withdrawal: why, kept in the log; - reads it from the input')
    .option('--date <DATE>', 'with --set: when it was answered, as 2026-05-03')
    .option('--language <WORDS>', 'with --set: in which language it was explained')
    .option('--explained-by <WORDS>', 'with --set: who explained it')
    .option('--with <NAME...>', 'with --set share=given: with whom alone')
    .option('--note <TEXT>', 'with --set: anything to be noted')
    .option(
      '--second-passphrase-file <FILE>',
      "where a second approval is needed: the second person's passphrase, in its first line; else it is asked",
    )
    .option('--yes', 'do not ask again')
    .option(...JSON_FLAG)
    .action(async (id: string | undefined, flags: unknown) =>
      done(await (await import('./commands/consent.ts')).consent(context, id, flags)),
    );
  onVault('briefs', 'list recorded briefs, and flag those whose sources are gone or no longer allow it')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) => done(await (await import('./commands/briefs.ts')).briefs(context, flags)));
}
