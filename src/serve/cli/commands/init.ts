import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../../base/index.ts';
import { generatePassphrase, type PassphraseProblem, passphraseProblem } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { makeVault } from '../../open.ts';
import { vaultSentence } from '../../sentences.ts';
import { placeProblem } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Terminal } from '../context.ts';
import { parseFlags } from '../flags.ts';
import { DEFAULT_VAULT, readPassphraseFile } from '../vault-session.ts';

const schema = z.object({ passphraseFile: z.string().min(1).optional() });

/** How often each word is asked for before the paper is taken to be wrong. */
const ATTEMPTS = 3;
/** Longest name of a person, in UTF-16 units. */
export const NAME_LIMIT = 200;

/** Makes a vault. Its passphrase is generated and shown once, unless a file gives one. */
export async function init(context: CommandContext, dir: string | undefined, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  if (context.watched !== undefined) return context.watched;
  const shown = dir ?? context.defaultVault ?? DEFAULT_VAULT;
  const folder = resolve(context.folder, shown);
  const problem = await placeProblem(folder, oneLine(shown));
  if (problem !== undefined) return problem;
  const { passphraseFile } = flags.value;
  const chosen = passphraseFile === undefined ? await agreeOnWords(context) : givenWords(context, passphraseFile);
  if (!chosen.ok) return chosen.error;
  const personName = passphraseFile === undefined ? await askName(context.terminal) : undefined;
  const { installation, now, machine, terminal } = context;
  const made = await makeVault({ installation, folder, passphrase: chosen.value, now, machine, personName });
  if (!made.ok) return vaultSentence(made.error, oneLine(shown));
  await made.value.close();
  terminal.out(
    `Made an encrypted vault in ${oneLine(shown)}. If the passphrase is lost, nobody can open it: not its makers, not a court.`,
  );
  terminal.out(`Next: daybook add FILE FOLDER${shown === DEFAULT_VAULT ? '' : ` --vault ${oneLine(shown)}`}`);
  return EXIT.done;
}

/** What is wrong with a passphrase, and what to do. */
export function passphraseSentence(problem: PassphraseProblem): string {
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

/** The passphrase in a file, when it will do. */
export function givenWords(context: CommandContext, file: string): Result<string, Stop> {
  const read = readPassphraseFile(context, file);
  if (!read.ok) return read;
  const problem = passphraseProblem(read.value);
  return problem === undefined ? read : refuse(stop(EXIT.inputRefused, passphraseSentence(problem)));
}

/** Draws a passphrase, shows it once, and asks words of it back; refused when nobody can be asked, or gives up. */
export async function agreeOnWords({ terminal, randomInt }: CommandContext): Promise<Result<string, Stop>> {
  // Words that a file or a pipe takes in place of the screen would stay there, readable.
  if (!terminal.asks || !terminal.shows) {
    return refuse(
      stop(
        EXIT.usage,
        'There is no terminal to show a passphrase on. Give one in a file: --passphrase-file FILE (its first line).',
      ),
    );
  }
  const passphrase = await generatePassphrase({ randomInt });
  const words = passphrase.split(' ');
  terminal.out('This is the passphrase of your vault. It is shown once, now, and kept nowhere:');
  terminal.out('');
  terminal.out(`    ${passphrase}`);
  terminal.out('');
  terminal.out('Write it on paper, and keep the paper away from this computer. Nobody can open the vault without it.');
  if ((await terminal.ask('Press Enter when it is on paper; the screen is then cleared. ')) === undefined)
    return refuse(GIVEN_UP);
  terminal.clear();
  const first = randomInt(words.length);
  const second = (first + 1 + randomInt(words.length - 1)) % words.length;
  for (const at of [first, second]) {
    const asked = await askWord(terminal, words, at);
    if (asked !== undefined) return refuse(asked);
  }
  return ok(passphrase);
}

async function askWord(terminal: Terminal, words: readonly string[], at: number): Promise<Stop | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const typed = await terminal.ask(`Word ${at + 1} of the ${words.length} on your paper: `);
    if (typed === undefined) return GIVEN_UP;
    if (typed.trim().toLowerCase() === words[at]) return undefined;
    terminal.err(`That is not word ${at + 1}. Look at the paper once more.`);
  }
  return stop(
    EXIT.usage,
    'The paper and the passphrase differ, so no vault was made. Run daybook init again for fresh words.',
  );
}

const GIVEN_UP: Stop = stop(EXIT.usage, 'No vault was made.');

/** The name that somebody types; undefined when they give none. */
export async function askName(terminal: Terminal): Promise<string | undefined> {
  const typed = await terminal.ask('Your name, as colleagues know you (stays in the vault; Enter: none): ');
  const name = typed?.trim().toWellFormed().slice(0, NAME_LIMIT) ?? '';
  return name === '' ? undefined : name;
}
