import { ok, type Result, refuse } from '../../base/index.ts';
import { generatePassphrase, type PassphraseProblem, passphraseProblem, type Vault } from '../../vault/index.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import type { CommandContext, Terminal } from './context.ts';
import { slotsSentence } from './key-words.ts';
import { readPassphraseFile } from './vault-session.ts';

/** What a new passphrase is for, in the words of whoever asks. */
export interface Occasion {
  /** Follows "This is": "the passphrase of your vault". */
  readonly what: string;
  /** The flag that names a file instead. */
  readonly flag: string;
  /** Said when it was given up, or the paper was wrong: what was not done. */
  readonly nothingDone: string;
}

/** A passphrase that takes the place of the one before, also when that was lost. */
export const NEW_PASSPHRASE: Occasion = {
  what: 'your new passphrase',
  flag: '--new-passphrase-file',
  nothingDone: 'The passphrase was not changed.',
};

/** How often each word is asked for before the paper is taken to be wrong. */
const ATTEMPTS = 3;

/** A new passphrase that a file gives, or that will be agreed on when it is needed. */
export type PassphraseSource = { readonly type: 'given'; readonly passphrase: string } | { readonly type: 'agree' };

/**
 * Where a new passphrase comes from: the first line of a file, read at once, or somebody at a terminal. Asked before a vault
 * is opened, so that nobody types the old passphrase for nothing.
 */
export function passphraseSource(
  context: CommandContext,
  file: string | undefined,
  { flag }: Occasion,
): Result<PassphraseSource, Stop> {
  if (file === undefined) {
    const { asks, shows } = context.terminal;
    if (asks && shows) return ok({ type: 'agree' });
    // Words that a file or a pipe takes in place of the screen would stay there, readable.
    const words = `There is no terminal to show a passphrase on. Give one in a file: ${flag} FILE (its first line).`;
    return refuse(stop(EXIT.usage, words));
  }
  const read = readPassphraseFile(context, file);
  if (!read.ok) return read;
  const problem = passphraseProblem(read.value);
  if (problem !== undefined) return refuse(stop(EXIT.inputRefused, passphraseSentence(problem)));
  return ok({ type: 'given', passphrase: read.value });
}

/** The new passphrase itself: the one that was given, or words that are drawn, shown once and asked back. */
export async function newPassphrase(
  context: CommandContext,
  source: PassphraseSource,
  occasion: Occasion,
): Promise<Result<string, Stop>> {
  return source.type === 'given' ? ok(source.passphrase) : agreeOnWords(context, occasion);
}

/** Sets a new passphrase for whoever has the vault open. Undefined when it is set. */
export async function passphraseAnew(
  context: CommandContext,
  { vault, folder }: { readonly vault: Vault; readonly folder: string },
  source: PassphraseSource,
): Promise<Stop | undefined> {
  const passphrase = await newPassphrase(context, source, NEW_PASSPHRASE);
  if (!passphrase.ok) return passphrase.error;
  const changed = await vault.slots.changePassphrase({ passphrase: passphrase.value, at: context.now() });
  return changed.ok ? undefined : slotsSentence(changed.error, folder);
}

/** Waits until words that are on the screen are on paper, clears it, and asks two of them back. */
export async function askBack(
  { terminal, randomInt }: CommandContext,
  words: readonly string[],
  nothingDone: string,
): Promise<Stop | undefined> {
  const givenUp = stop(EXIT.usage, nothingDone);
  if ((await terminal.ask('Press Enter when it is on paper; the screen is then cleared. ')) === undefined) {
    return givenUp;
  }
  terminal.clear();
  const first = randomInt(words.length);
  const second = (first + 1 + randomInt(words.length - 1)) % words.length;
  for (const at of [first, second]) {
    const asked = await askWord(terminal, words, at);
    if (asked === 'given-up') return givenUp;
    if (asked === 'differs') {
      return stop(EXIT.usage, `The paper and the words differ. ${nothingDone} Try again for fresh words.`);
    }
  }
  return undefined;
}

async function agreeOnWords(context: CommandContext, occasion: Occasion): Promise<Result<string, Stop>> {
  const { terminal, randomInt } = context;
  const passphrase = await generatePassphrase({ randomInt });
  terminal.out(`This is ${occasion.what}. It is shown once, now, and kept nowhere:`);
  terminal.out('');
  terminal.out(`    ${passphrase}`);
  terminal.out('');
  terminal.out('Write it on paper, and keep the paper away from this computer. Nobody can open the vault without it.');
  const stopped = await askBack(context, passphrase.split(' '), occasion.nothingDone);
  return stopped === undefined ? ok(passphrase) : refuse(stopped);
}

async function askWord(
  terminal: Terminal,
  words: readonly string[],
  at: number,
): Promise<'right' | 'differs' | 'given-up'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const typed = await terminal.ask(`Word ${at + 1} of the ${words.length} on your paper: `);
    if (typed === undefined) return 'given-up';
    if (typed.trim().toLowerCase() === words[at]) return 'right';
    terminal.err(`That is not word ${at + 1}. Look at the paper once more.`);
  }
  return 'differs';
}

/** What is wrong with a passphrase, and what to do. */
function passphraseSentence(problem: PassphraseProblem): string {
  switch (problem.type) {
    case 'too-short':
      return `The passphrase has fewer than ${problem.least} characters. Take a longer one, best six random words.`;
    case 'too-long':
      return 'The passphrase is longer than 1,024 bytes. Take a shorter one.';
    case 'too-simple':
      return 'The passphrase is too simple: too few different characters, or digits alone. Take six random words.';
    case 'unusual-character':
      return 'The passphrase has a character that other computers may write differently. Take letters, digits and spaces.';
  }
}
