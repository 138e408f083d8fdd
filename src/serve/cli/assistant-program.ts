import { type CommandTools, JSON_FLAG } from './command-tools.ts';

/** The command for the optional assistant. */
export function addAssistantCommand({ context, onVault, done }: CommandTools): void {
  onVault('assistant', 'have a model server on this computer propose claims; off until you turn it on')
    .argument('[ACTION]', 'show, on, off, read SOURCE', 'show')
    .argument('[SOURCE]', 'read: the first digits of its id')
    .option('--address <ADDRESS>', 'on: where it listens on this computer, as in http://127.0.0.1:8080')
    .option('--model <NAME>', 'on: the name by which it knows the model')
    .option('--yes', 'on: do not ask again')
    .option('--limit <N>', 'show: at most so many calls, newest first', '20')
    .option(...JSON_FLAG)
    .action(async (action: string, source: string | undefined, flags: unknown) =>
      done(await (await import('./commands/assistant.ts')).assistant(context, { action, source }, flags)),
    );
}
