import type { SourceId } from '../../base/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Stop } from '../exit-code.ts';
import { recordRevealed } from '../revealing.ts';
import { vaultSentence } from '../sentences.ts';
import type { CommandContext } from './context.ts';

/** What was asked for at the terminal since a vault was opened. */
const asked = new WeakMap<Vault, Set<SourceId>>();

/** Records what `--reveal` is about to show of sources; a sentence when it cannot, and then nothing may be shown. */
export async function recordReveal(
  { now }: Pick<CommandContext, 'now'>,
  { vault, folder }: { readonly vault: Vault; readonly folder: string },
  { reveal, sources }: { readonly reveal: boolean; readonly sources: Iterable<SourceId> },
): Promise<Stop | undefined> {
  if (!reveal) return undefined;
  const known = asked.get(vault) ?? new Set();
  asked.set(vault, known);
  const kept = await recordRevealed(vault, known, sources, now);
  return kept.ok ? undefined : vaultSentence(kept.error, folder);
}
