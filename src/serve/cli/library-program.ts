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
  onVault('import', 'take in what people kept in another program, or a sheet that was edited')
    .argument('<KIND>', 'uwazi, zotero, sheet, tella, annotations')
    .argument('<PATH>', 'the export: a folder, a ZIP archive or a file')
    .option('--dry-run', 'only say what is new, changed, the same and refused')
    .option('--mapping <FILE>', 'sheet: which column is what, as YAML or JSON')
    .option('--collection <NAME>', 'also put what is new into this collection, which is made when there is none')
    .option('--reason <TEXT>', 'why it is captured, kept with each source')
    .option('--pack <DIR>', 'theme pack to read with')
    .option(...JSON_FLAG)
    .action(async (kind: string, path: string, flags: unknown) =>
      done(await (await import('./commands/import.ts')).importLibrary(context, { kind, path }, flags)),
    );
  onVault('sheet', 'write sources or claims as a sheet that can be edited and read back')
    .argument('<WHAT>', 'sources, claims')
    .argument('<FILE>', 'where to write it, as CSV')
    .option('--collection <NAME>', 'only those of this collection')
    .option('--reveal', 'with protected words, which are else written over')
    .option(...JSON_FLAG)
    .action(async (what: string, file: string, flags: unknown) =>
      done(await (await import('./commands/sheet.ts')).sheet(context, { what, file }, flags)),
    );
  onVault('translate', 'enter a translation of a source, aligned with it sentence by sentence')
    .argument('<ID>', 'the first digits of a source')
    .requiredOption('--language <LANGUAGE>', 'into which: en, zh, zh-Hans, zh-Hant, ko')
    .requiredOption('--translator <NAME>', 'who translated; it stands in the attribution chain')
    .option('--file <FILE>', 'the translation as plain text in UTF-8; - is the input', '-')
    .option('--pack <DIR>', 'theme pack to read with')
    .option(...JSON_FLAG)
    .action(async (id: string, flags: unknown) =>
      done(await (await import('./commands/translate.ts')).translate(context, id, flags)),
    );
  onVault('correct', 'correct the text that was recognised in a source')
    .argument('<ID>', 'the first digits of a source')
    .requiredOption('--by <NAME>', 'who corrected it')
    .option('--file <FILE>', 'the whole corrected text in UTF-8; - is the input', '-')
    .option('--pack <DIR>', 'theme pack to read with')
    .option(...JSON_FLAG)
    .action(async (id: string, flags: unknown) =>
      done(await (await import('./commands/translate.ts')).correct(context, id, flags)),
    );
  onVault('briefs', 'list recorded briefs, and flag those whose sources are gone or no longer allow it')
    .option(...JSON_FLAG)
    .action(async (flags: unknown) => done(await (await import('./commands/briefs.ts')).briefs(context, flags)));
}
