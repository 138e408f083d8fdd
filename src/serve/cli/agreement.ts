import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { Terminal } from './context.ts';

/**
 * Lets a person type a word before something that cannot be undone; undefined when they did, or said so on the command
 * line. `done` is what is not done otherwise: "erased".
 */
export async function agreeByWord(
  terminal: Terminal,
  yes: boolean,
  { word, question, done }: { readonly word: string; readonly question: string; readonly done: string },
): Promise<Stop | undefined> {
  if (yes) return undefined;
  if (!terminal.confirms) {
    return stop(EXIT.usage, `There is nobody to ask, so nothing was ${done}. Say that you mean it: --yes`);
  }
  const typed = await terminal.ask(question);
  return typed?.trim().toLowerCase() === word ? undefined : stop(EXIT.usage, `Nothing was ${done}.`);
}
