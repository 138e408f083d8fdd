import { Command, Option } from 'commander';
import type { ExitCode, Stop } from '../exit-code.ts';
import { addAssistantCommand } from './assistant-program.ts';
import { addCareCommands } from './care-program.ts';
import type { CommandTools } from './command-tools.ts';
import type { CommandContext } from './context.ts';
import { addCopyCommands } from './copy-program.ts';
import { addExchangeCommands } from './exchange-program.ts';
import { jsonLine } from './json-line.ts';
import { addKeyCommands } from './key-program.ts';
import { addLibraryCommands } from './library-program.ts';
import { addReviewCommands } from './review-program.ts';
import { addSearchCommands } from './search-program.ts';

type Outcome = ExitCode | Stop;

/**
 * All commands with their flags and help. What a command does is loaded when it is called, so that help and version need
 * nothing but this. `done` is given each command's outcome. At the prompt the same parser is used, without the flags that
 * name a vault: one is open.
 */
export function buildProgram(context: CommandContext, done: (outcome: Outcome) => void): Command {
  const atPrompt = context.session !== undefined;
  const program = new Command('daybook');
  program
    .description('Keeps documents encrypted with a verifiable record, reads their figures, and drafts cited briefs.')
    .configureOutput({
      writeOut: (text) => context.terminal.out(text.trimEnd()),
      writeErr: (text) => context.terminal.err(text.trimEnd()),
      getOutHelpWidth: () => context.terminal.cells,
      getErrHelpWidth: () => context.terminal.cells,
    })
    // A name and what it does: arguments and flags stand in each command's own help.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .showHelpAfterError(atPrompt ? 'Type help to see all commands.' : 'Run daybook --help to see all commands.')
    .showSuggestionAfterError(true)
    .addHelpText('after', atPrompt ? PROMPT_HELP : EXIT_HELP);

  // At the prompt there are commands alone: a line that begins with a dash is a mistake there.
  if (!atPrompt) program.version(`daybook ${context.version}`, '--version', 'print the version');

  const add = (name: string, description: string): Command => {
    const command = program.command(name).description(description);
    command.showHelpAfterError(`Run ${atPrompt ? '' : 'daybook '}${name} --help to see how.`);
    return command;
  };
  const onVault = (name: string, description: string): Command => {
    const command = add(name, description);
    if (atPrompt) return command;
    return command
      .option('--vault <DIR>', 'the vault (else the variable DAYBOOK_VAULT, else ./daybook-vault)')
      .option('--passphrase-file <FILE>', 'take the passphrase from its first line; else it is asked');
  };
  const json = ['--json', 'one JSON object per line'] as const;
  const reveal = ['--reveal', 'show protected words, which else print as ▒▒▒'] as const;

  if (!atPrompt) {
    add('init', 'make a vault; shows its passphrase once')
      .argument('[DIR]', 'an empty or new folder')
      .option('--passphrase-file <FILE>', 'use the passphrase in its first line and ask nothing')
      .action(async (dir: string | undefined, flags: unknown) =>
        done(await (await import('./commands/init.ts')).init(context, dir, flags)),
      );
    add('open', 'open a vault as a desk in the browser and as a prompt here')
      .argument('[DIR]', 'the vault (else the variable DAYBOOK_VAULT, else ./daybook-vault)')
      .option('--passphrase-file <FILE>', 'take the passphrase from its first line; else it is asked')
      .option('--idle <MINUTES>', 'lock after so many minutes without work (else as the workspace is set, else 10)')
      .option('--port <N>', 'the port of the desk; else the one that belongs to this folder')
      .option('--no-prompt', 'the desk alone, without a prompt at this terminal')
      .addOption(new Option('--engine <TIME>').hideHelp())
      .addOption(new Option('--desk <PORT>').hideHelp())
      .addOption(new Option('--guesses <N>').hideHelp())
      .action(async (dir: string | undefined, flags: unknown) =>
        done(await (await import('./commands/open.ts')).open(context, dir, flags)),
      );
  }
  add('demo', 'show the whole way on invented samples, in a throw-away vault')
    .option('--out <DIR>', 'where to put it', './daybook-demo')
    .action(async (flags: unknown) => done(await (await import('./commands/demo.ts')).demo(context, flags)));
  add('formats', 'say which formats are read, how, and up to what size')
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/formats.ts')).formats(context, flags)));
  onVault('add', 'put copies of documents into the vault, or write down what came without one')
    .argument('[PATH...]', 'files and folders; - is standard input')
    .option('--reason <TEXT>', 'why they are captured, kept with each of them')
    .option('--origin <TEXT>', 'where they come from: an address or words, kept with each of them')
    .option('--collection <NAME>', 'also put them into this collection, which is made when there is none')
    .option('--pack <DIR>', 'theme pack to read with')
    .option('--follow', 'then also take what comes into the folders, until Ctrl-C')
    .option('--note [TEXT]', 'what was learnt without a file; asked for when left out, - reads it from the input')
    .option('--how <TEXT>', 'of a note: how it was learnt')
    .option('--when <DATE>', 'of a note: when, as 2026-05-03, 2026-05 or 2026')
    .option('--by <TEXT>', 'of a note: through whom, described as you choose')
    .option('--testimony', 'it is testimony: what was consented to is asked for, use by use')
    .option('--consent <FILE>', 'it is testimony, and its consent stands in this file as JSON')
    .option(...json)
    .action(async (paths: readonly string[], flags: unknown) =>
      done(await (await import('./commands/add.ts')).add(context, paths, flags)),
    );
  onVault('show', 'list the sources, or show one')
    .argument('[SOURCE]', 'the first digits of its id')
    .option('--collection <NAME>', 'only the sources of this collection')
    .option('--translation [LANGUAGE]', 'its text and its newest translation side by side')
    .option(...reveal)
    .option(...json)
    .action(async (id: string | undefined, flags: unknown) =>
      done(await (await import('./commands/show.ts')).show(context, id, flags)),
    );
  onVault('text', 'print the text of files, which needs no vault, or of a source')
    .argument('[FILE...]', 'files; - is standard input')
    .option('--source <ID>', 'a source in the vault instead')
    .option('--main', 'leave out what is probably boilerplate')
    .option(...reveal)
    .option(...json)
    .action(async (files: readonly string[], flags: unknown) =>
      done(await (await import('./commands/text.ts')).text(context, files, flags)),
    );
  onVault('read', 'find claims in files, which needs no vault, or read a source again')
    .argument('[FILE...]', 'files; - is standard input')
    .option('--source <ID>', 'a source in the vault instead')
    .option('--pack <DIR>', 'theme pack to read with')
    .option(...reveal)
    .option(...json)
    .action(async (files: readonly string[], flags: unknown) =>
      done(await (await import('./commands/read.ts')).read(context, files, flags)),
    );
  onVault('recognise', 'look for text in the pictures of a PDF or an image, and keep it as a new layer')
    .argument('<ID>', 'a source in the vault')
    .option('--pages <LIST>', 'pages such as 1,3-5; otherwise those without text')
    .option('--language <TAGS>', 'of en, zh-Hans, zh-Hant, ko, parted by commas; otherwise what the page looks like')
    .option('--pack <DIR>', 'theme pack to read with')
    .option(...json)
    .action(async (id: string, flags: unknown) =>
      done(await (await import('./commands/recognise.ts')).recognise(context, id, flags)),
    );
  addSearchCommands({ context, add, onVault, done });
  onVault('figures', 'list figures: how many, who said so, when and where')
    .option('--source <ID>', 'only those of one source')
    .option('--collection <NAME>', 'only those of one collection')
    .option(...reveal)
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/figures.ts')).figures(context, flags)));
  onVault('brief', 'record and write a cited draft')
    .requiredOption('--about <WORDS>', 'what it is about; - is standard input')
    .option('--out <DIR>', 'where to write it', '.')
    .option('--collection <NAME>', 'only from the sources of this collection')
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/brief.ts')).brief(context, flags)));
  addReviewCommands({ context, add, onVault, done });
  onVault('verify', 'check everything the vault holds, and count it')
    .option('--against <FILE>', 'also compare with checkpoints kept elsewhere: checkpoint --out FILE')
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/verify.ts')).verify(context, flags)));
  onVault('rebuild', 'make everything that is derived again from the entries')
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/rebuild.ts')).rebuild(context, flags)));
  onVault('log', 'show the entries, newest first, and where the logs end')
    .option('--limit <N>', 'at most so many', '20')
    .option(...json)
    .action(async (flags: unknown) => done(await (await import('./commands/log.ts')).log(context, flags)));
  const tools: CommandTools = { context, add, onVault, done };
  addKeyCommands(tools);
  addCopyCommands(tools);
  addExchangeCommands(tools);
  addCareCommands(tools);
  addAssistantCommand(tools);
  addLibraryCommands(tools);
  onVault('collection', 'name sets of sources and fill them')
    .argument('<ACTION>', 'list, create NAME, add NAME ID..., remove NAME ID...')
    .argument('[NAME]')
    .argument('[ID...]')
    .option(...json)
    .action(async (action: string, name: string | undefined, ids: readonly string[], flags: unknown) =>
      done(await (await import('./commands/collection.ts')).collection(context, { action, name, ids }, flags)),
    );
  add('version', 'print the version')
    .option(...json)
    .action((flags: unknown) => {
      const asJson = typeof flags === 'object' && flags !== null && 'json' in flags;
      context.terminal.out(asJson ? jsonLine({ daybook: context.version }) : `daybook ${context.version}`);
      done(0);
    });
  return program;
}

const EXIT_HELP = `
daybook COMMAND --help explains one.
Exit codes: 0 done, 1 done in part, 2 not understood, 3 wrong passphrase,
4 vault in use, 5 damaged, 6 held back, 7 input refused. More: docs/commands.md`;

const PROMPT_HELP = `
COMMAND --help explains one. Also here: help, lock (closes the vault), quit.
Lines are remembered until then, and never written.`;
