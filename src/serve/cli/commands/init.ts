import { resolve } from 'node:path';
import { z } from 'zod';
import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { makeVault } from '../../open.ts';
import { vaultSentence } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { placeProblem } from '../../vault-place.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext, Terminal } from '../context.ts';
import { parseFlags } from '../flags.ts';
import { newPassphrase, type Occasion, passphraseSource } from '../new-passphrase.ts';
import { offerSheet } from '../recovery-offer.ts';
import { DEFAULT_VAULT } from '../vault-session.ts';

const schema = z.object({ passphraseFile: z.string().min(1).optional() });

/** Longest name of a person, in UTF-16 units. */
export const NAME_LIMIT = 200;
/** What the passphrase of a new vault is for. */
export const OCCASION: Occasion = {
  what: 'the passphrase of your vault',
  flag: '--passphrase-file',
  nothingDone: 'No vault was made.',
};

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
  const source = passphraseSource(context, passphraseFile, OCCASION);
  if (!source.ok) return source.error;
  const chosen = await newPassphrase(context, source.value, OCCASION);
  if (!chosen.ok) return chosen.error;
  const personName = passphraseFile === undefined ? await askName(context.terminal) : undefined;
  const { installation, now, machine, terminal } = context;
  const made = await makeVault({ installation, folder, passphrase: chosen.value, now, machine, personName });
  if (!made.ok) return vaultSentence(made.error, oneLine(shown));
  const atPlace = shown === DEFAULT_VAULT ? '' : ` --vault ${oneLine(shown)}`;
  try {
    terminal.out(
      `Made an encrypted vault in ${oneLine(shown)}. If the passphrase is lost, and there is no recovery sheet, office key or set of shares, nobody can open it: not its makers, not a court.`,
    );
    if (passphraseFile === undefined) await offerSheet(context, { vault: made.value, folder: shown });
    else terminal.out(`No recovery sheet was made. Make one: ${DAYBOOK} recovery sheet${atPlace}`);
  } finally {
    await made.value.close();
  }
  terminal.out(`Next: ${DAYBOOK} add FILE FOLDER${atPlace}`);
  terminal.out(`or, in the browser: ${DAYBOOK} open${shown === DEFAULT_VAULT ? '' : ` ${oneLine(shown)}`}`);
  return EXIT.done;
}

/** The name that somebody types; undefined when they give none. */
export async function askName(terminal: Terminal): Promise<string | undefined> {
  const typed = await terminal.ask('Your name, as colleagues know you (stays in the vault; Enter: none): ');
  const name = typed?.trim().toWellFormed().slice(0, NAME_LIMIT) ?? '';
  return name === '' ? undefined : name;
}
