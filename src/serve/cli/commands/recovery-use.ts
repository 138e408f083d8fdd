import { waysIn } from '../../../vault/index.ts';
import { EXIT, type ExitCode, type Stop, stop } from '../../exit-code.ts';
import { recoverVault } from '../../open.ts';
import { vaultSentence } from '../../sentences.ts';
import { DAYBOOK } from '../../typed.ts';
import { oneLine } from '../cell-text.ts';
import type { CommandContext } from '../context.ts';
import { jsonLine } from '../json-line.ts';
import { NEW_PASSPHRASE, passphraseAnew, passphraseSource } from '../new-passphrase.ts';
import { type RecoveryMeans, recoveryKey } from '../recovery-means.ts';
import { type VaultFlags, vaultNamed } from '../vault-session.ts';

/** What somebody has in place of a passphrase, and where the new one comes from. */
export interface RecoveryUse extends RecoveryMeans, VaultFlags {
  readonly newPassphraseFile?: string | undefined;
  readonly json: boolean;
}

/**
 * Opens a vault with what is left when its passphrase is lost, and sets a new passphrase for the person who had made the
 * sheet, key or shares.
 */
export async function recoverWith(context: CommandContext, means: RecoveryUse): Promise<ExitCode | Stop> {
  if (context.watched !== undefined) return context.watched;
  if (context.session !== undefined) {
    return stop(
      EXIT.usage,
      `The vault is open here already. Change its passphrase: leave with quit, then ${DAYBOOK} passphrase`,
    );
  }
  const named = await vaultNamed(context, means.vault);
  if (!named.ok) return named.error;
  const { folder, path } = named.value;
  const ways = waysIn(path);
  if (!ways.ok) return vaultSentence(ways.error, oneLine(folder));
  const source = passphraseSource(context, means.newPassphraseFile, NEW_PASSPHRASE);
  // Who has nothing to open it with is told that first.
  const key = await recoveryKey(context, means, ways.value);
  if (!key.ok) return key.error;
  if (!source.ok) return source.error;
  const { installation, now, machine, terminal } = context;
  const opened = await recoverVault({ installation, folder: path, now, machine }, key.value);
  if (!opened.ok) return vaultSentence(opened.error, oneLine(folder));
  const vault = opened.value;
  try {
    if (!means.json) terminal.out('The vault is open. Now it gets a new passphrase in place of the one that was lost.');
    const stopped = await passphraseAnew(context, { vault, folder }, source.value);
    if (stopped !== undefined) return stopped;
  } finally {
    await vault.close();
  }
  if (means.json) terminal.out(jsonLine({ recovered: true, with: key.value.type }));
  else {
    terminal.out(
      `The vault opens with the new passphrase. What you recovered it with still opens it too: keep it as before, or make a new one (${DAYBOOK} recovery sheet) and remove it.`,
    );
    terminal.out(
      `If somebody else may have the lost passphrase, or a copy of what you used just now: ${DAYBOOK} revoke`,
    );
  }
  return EXIT.done;
}
