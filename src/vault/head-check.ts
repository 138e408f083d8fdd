import type { HeadState } from './head.ts';
import type { LogStore } from './log-store.ts';

/** How the database falls short of what `head` vouches for. */
export type HeadMismatch =
  | { readonly type: 'behind-head'; readonly missing: number }
  | { readonly type: 'log-differs-from-head' };

/**
 * Looks for the entry that a head names; undefined when it is here, also below later entries or on one side of a fork.
 * A head of size 0 vouches for nothing.
 */
export function compareWithHead(log: LogStore, { device, size, root }: HeadState): HeadMismatch | undefined {
  if (size === 0 || log.placedAtHead({ device, size, root }) !== undefined) return undefined;
  const have = Math.max(0, ...log.headsOf(device).map((head) => head.size));
  return have < size ? { type: 'behind-head', missing: size - have } : { type: 'log-differs-from-head' };
}
