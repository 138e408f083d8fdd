import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { slotsSentence } from '../key-words.ts';
import { newPassphrase, type Occasion, type PassphraseSource, passphraseSource } from '../new-passphrase.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ newPassphraseFile: vaultFlags.shape.passphraseFile, json: given });

const OCCASION: Occasion = {
  what: 'your new passphrase',
  flag: '--new-passphrase-file',
  nothingDone: 'The passphrase was not changed.',
};

/** Changes the passphrase of whoever has the vault open. Nobody else's way in is touched. */
export async function passphrase(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { newPassphraseFile, json } = flags.value;
  const source = passphraseSource(context, newPassphraseFile, OCCASION);
  if (!source.ok) return source.error;
  return withVault(context, flags.value, (session) => change(context, session, { source: source.value, json }));
}

async function change(
  context: CommandContext,
  { vault, folder }: Session,
  { source, json }: { readonly source: PassphraseSource; readonly json: boolean },
): Promise<ExitCode | Stop> {
  const chosen = await newPassphrase(context, source, OCCASION);
  if (!chosen.ok) return chosen.error;
  const changed = await vault.slots.changePassphrase({ passphrase: chosen.value, at: context.now() });
  if (!changed.ok) return slotsSentence(changed.error, folder);
  if (json) context.terminal.out(jsonLine({ changed: true }));
  else {
    context.terminal.out('The vault opens with the new passphrase, and here no longer with the one before.');
    context.terminal.out(
      'Copies and backups that were made before still open with the old one. If somebody else may know it: daybook revoke',
    );
  }
  return EXIT.done;
}
