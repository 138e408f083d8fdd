import { ok, type Result, type SourceId } from '../base/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { sourceRevealed } from './drafts.ts';

/**
 * Has the record say that this person asked for the protected words of sources, each once in a run (docs/desk.md D16): those in
 * `known` are said already, and the others are put into it. Nothing may be shown before; where it cannot be written, the words
 * stay veiled.
 */
export async function recordRevealed(
  vault: Vault,
  known: Set<SourceId>,
  sources: Iterable<SourceId>,
  now: Clock,
): Promise<Result<undefined, WriteRefusal>> {
  const fresh = [...new Set(sources)].filter((source) => !known.has(source));
  if (fresh.length === 0) return ok(undefined);
  const drafts = fresh.map((source) => sourceRevealed(source, now()));
  const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
  if (!kept.ok) return kept;
  for (const source of fresh) known.add(source);
  return ok(undefined);
}
