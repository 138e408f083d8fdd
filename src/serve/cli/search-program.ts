import type { CommandTools } from './command-tools.ts';

/** Commands that find what the vault holds. */
export function addSearchCommands({ context, onVault, done }: CommandTools): void {
  onVault('search', 'find passages by words, in English, Chinese and Korean')
    .argument(
      '[QUERY...]',
      'words, "a phrase", -without, one OR another; - reads it from the next line, which no shell keeps',
    )
    .option('--exact', 'only the letters as they are typed: nothing is added')
    .option('--any', 'any of the words will do, best first')
    .option('--everything', 'rank all that is found, however much')
    .option('--newest', 'the newest documents first, not the best')
    .option('--without <NUMBERS>', 'take additions away, by their numbers')
    .option('--lang <TAG>', 'only passages in this language: en, zh, zh-Hant, ko')
    .option('--kind <KIND>', 'only heading, text, quotation, table or boilerplate')
    .option('--place <NAME>', 'only passages that name this place, or one within it')
    .option('--from <DATE>', 'only documents dated from then on: 2016, 2016-08 or 2016-08-09')
    .option('--to <DATE>', 'only documents dated until then')
    .option('--collection <NAME>', 'only the sources of this collection')
    .option('--limit <N>', 'at most so many sources', '10')
    .option('--keep <NAME>', 'keep the search: today lists what comes from then on and matches')
    .option('--forget <NAME>', 'give a kept search up and erase its words')
    .option('--batch <FILE>', 'one query a line, answered in order')
    .option('--reveal', 'show protected words, which else print as ▒▒▒')
    .option('--json', 'one JSON object per line')
    .allowUnknownOption()
    .action(async (words: readonly string[], flags: unknown) =>
      done(await (await import('./commands/search.ts')).search(context, words, flags)),
    );
  onVault('today', 'list what came and matches a kept search')
    .option('--seen', 'count all of it as looked at from now on')
    .option('--limit <N>', 'at most so many sources of each search', '10')
    .option('--reveal', 'show protected words, which else print as ▒▒▒')
    .option('--json', 'one JSON object per line')
    .action(async (flags: unknown) => done(await (await import('./commands/today.ts')).today(context, flags)));
  onVault('find', 'find words within one source, place by place')
    .argument('<SOURCE>', 'the first digits of its id')
    .argument('[QUERY...]', 'words, or - to read them from the next line')
    .option('--exact', 'only the letters as they are typed: nothing is added')
    .option('--limit <N>', 'at most so many places', '50')
    .option('--reveal', 'show protected words, which else print as ▒▒▒')
    .option('--json', 'one JSON object')
    .allowUnknownOption()
    .action(async (id: string, words: readonly string[], flags: unknown) =>
      done(await (await import('./commands/find.ts')).find(context, id, words, flags)),
    );
  onVault('concordance', 'list each place of a term in its context, over time')
    .argument('[QUERY...]', 'words, or - to read them from the next line')
    .option('--exact', 'only the letters as they are typed: nothing is added')
    .option('--lang <TAG>', 'only passages in this language: en, zh, zh-Hant, ko')
    .option('--kind <KIND>', 'only heading, text, quotation, table or boilerplate')
    .option('--place <NAME>', 'only passages that name this place, or one within it')
    .option('--from <DATE>', 'only documents dated from then on: 2016, 2016-08 or 2016-08-09')
    .option('--to <DATE>', 'only documents dated until then')
    .option('--collection <NAME>', 'only the sources of this collection')
    .option('--limit <N>', 'at most so many places; all are counted', '50')
    .option('--svg <FILE>', 'also write the counts over time as a picture')
    .option('--reveal', 'show protected words, which else print as ▒▒▒')
    .option('--json', 'one JSON object')
    .allowUnknownOption()
    .action(async (words: readonly string[], flags: unknown) =>
      done(await (await import('./commands/concordance.ts')).concordance(context, words, flags)),
    );
}
