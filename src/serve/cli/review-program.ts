import { addChangeOptions } from './claim-flags.ts';
import type { CommandTools } from './command-tools.ts';

/** Commands by which persons decide about claims. */
export function addReviewCommands({ context, onVault, done }: CommandTools): void {
  onVault('claims', 'list claims and what was decided of them, or show one')
    .argument('[ID]', 'the first digits of its id')
    .option('--source <ID>', 'only those of one source')
    .option('--collection <NAME>', 'only those of one collection')
    .option('--kind <KIND>', 'only statistic, rule, event, opinion, forecast, testimony or assertion')
    .option('--place <NAME>', 'only of this place, or one within it')
    .option('--from <DATE>', 'only what is dated from then on: 2016, 2016-08 or 2016-08-09')
    .option('--to <DATE>', 'only what is dated until then')
    .option(
      '--state <STATE>',
      'only unreviewed, accepted, rejected, unsure or disputed; changed: the reader now differs',
    )
    .option('--limit <N>', 'at most so many; all are counted', '50')
    .option('--reveal', 'show protected words, which else print as ▒▒▒')
    .option('--json', 'one JSON object per line')
    .action(async (id: string | undefined, flags: unknown) =>
      done(await (await import('./commands/claims.ts')).claims(context, id, flags)),
    );
  const review = onVault('review', 'review a claim, type one, or go through those that wait')
    .argument('[ID]', 'the first digits of its id; without one, those that wait come one after another')
    .argument('[ACTION]', 'accept, reject, unsure, edit, keep (what was accepted stays), undo')
    .option('--reason <TEXT>', 'why, kept with it; - reads it from the input')
    .option('--source <ID>', 'the queue: only claims of one source')
    .option('--collection <NAME>', 'the queue: only claims of one collection')
    .option('--state <STATE>', 'the queue: only claims in this state, as for claims')
    .option(
      '--passage <SOURCE:START-END>',
      'type a claim of this passage: offsets in the text of text --source ID --json',
    );
  addChangeOptions(review)
    .option('--reveal', 'show protected words in the queue; with an id or a passage: they were shown to you')
    .option('--json [-]', 'one JSON object; with - and edit, the whole claim stands on the input')
    .action(async (id: string | undefined, action: string | undefined, flags: unknown) =>
      done(await (await import('./commands/review.ts')).review(context, { id, action }, flags)),
    );
}
