import { EXIT, type ExitCode, type Stop } from '../../exit-code.ts';
import { DAYBOOK } from '../../typed.ts';
import type { CommandContext, Session } from '../context.ts';
import { given, parseFlags } from '../flags.ts';
import { jsonLine } from '../json-line.ts';
import { NEW_PASSPHRASE, type PassphraseSource, passphraseAnew, passphraseSource } from '../new-passphrase.ts';
import { vaultFlags, withVault } from '../vault-session.ts';

const schema = vaultFlags.extend({ newPassphraseFile: vaultFlags.shape.passphraseFile, json: given });

/** Changes the passphrase of whoever has the vault open. Nobody else's way in is touched. */
export async function passphrase(context: CommandContext, typed: unknown): Promise<ExitCode | Stop> {
  const flags = parseFlags(schema, typed);
  if (!flags.ok) return flags.error;
  const { newPassphraseFile, json } = flags.value;
  const source = passphraseSource(context, newPassphraseFile, NEW_PASSPHRASE);
  if (!source.ok) return source.error;
  return withVault(context, flags.value, (session) => change(context, session, { source: source.value, json }));
}

async function change(
  context: CommandContext,
  session: Session,
  { source, json }: { readonly source: PassphraseSource; readonly json: boolean },
): Promise<ExitCode | Stop> {
  const stopped = await passphraseAnew(context, session, source);
  if (stopped !== undefined) return stopped;
  if (json) context.terminal.out(jsonLine({ changed: true }));
  else {
    context.terminal.out('The vault opens with the new passphrase, and here no longer with the one before.');
    context.terminal.out(
      `Copies and backups that were made before still open with the old one. If somebody else may know it: ${DAYBOOK} revoke`,
    );
  }
  return EXIT.done;
}
