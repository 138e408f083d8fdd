import type { SourceId } from '../../base/index.ts';
import type { Vault } from '../../vault/index.ts';
import { sourceRevealed } from '../drafts.ts';
import type { Stop } from '../exit-code.ts';
import { vaultSentence } from '../sentences.ts';
import type { CommandContext } from './context.ts';

/** What was asked for since a vault was opened: the record says it once in a run, as the desk does. */
const asked = new WeakMap<Vault, Set<SourceId>>();

/**
 * Has the record say that this person asked for the protected words of sources, before any of them is printed. Where it
 * cannot be written, the refusal is answered and nothing is shown. Undefined when there is nothing to record, or it was.
 */
export async function recordReveal(
  { now }: Pick<CommandContext, 'now'>,
  { vault, folder }: { readonly vault: Vault; readonly folder: string },
  { reveal, sources }: { readonly reveal: boolean; readonly sources: Iterable<SourceId> },
): Promise<Stop | undefined> {
  if (!reveal) return undefined;
  const known = asked.get(vault) ?? new Set();
  asked.set(vault, known);
  const fresh = [...new Set(sources)].filter((source) => !known.has(source));
  if (fresh.length === 0) return undefined;
  const drafts = fresh.map((source) => sourceRevealed(source, now()));
  const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
  if (!kept.ok) return vaultSentence(kept.error, folder);
  for (const source of fresh) known.add(source);
  return undefined;
}
