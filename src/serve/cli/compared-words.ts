import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { Terminal } from './context.ts';

/**
 * Has somebody compare six words with those that another reads out; undefined when they are the same. Words that were
 * given are compared here; else somebody at the terminal is asked to say yes.
 */
export async function compareWords(
  terminal: Terminal,
  words: string,
  { given, question }: { readonly given: string | undefined; readonly question: string },
): Promise<Stop | undefined> {
  if (given !== undefined) return plain(given) === words ? undefined : DIFFERENT;
  if (!terminal.confirms) {
    return stop(
      EXIT.usage,
      'There is no terminal to ask whether the words are the same. Give them: --words "six words"',
    );
  }
  const answer = await terminal.ask(`${question} Type yes if they are the same, word for word: `);
  return answer?.trim().toLowerCase() === 'yes' ? undefined : DIFFERENT;
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .join(' ');
}

const DIFFERENT: Stop = stop(
  EXIT.inputRefused,
  'The words are not the same, so nothing was done. The file may not be the one that was sent: send it again, and compare once more.',
);
