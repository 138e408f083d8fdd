import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Found } from './file-walk.ts';

/** How often is looked for what came, and for how long a file stays as it is before it counts as whole, in milliseconds. */
const LOOK_MS = 1000;
const SETTLED_MS = 2000;

/** A file as it was at one look. */
interface Seen {
  readonly stamp: string;
  readonly since: number;
  readonly given: boolean;
}

/**
 * What is there, then what comes, until it is called off: each file once it has not changed for two seconds, so that none is
 * taken half copied, and again whenever it changed. What is left out on purpose, or cannot be had, is given once.
 */
export async function* foundByAndBy(
  walk: () => Iterable<Found>,
  {
    calledOff,
    resting,
  }: {
    readonly calledOff: AbortSignal;
    readonly resting: (wait: () => Promise<void>, since: { readonly done: boolean }) => Promise<void>;
  },
): AsyncGenerator<Found> {
  let before = new Map<string, Seen>();
  const told = new Set<string>();
  let done = false;
  while (!calledOff.aborted) {
    const now = new Map<string, Seen>();
    for (const found of walk()) {
      if (calledOff.aborted) return;
      if (found.type !== 'file') {
        if (!told.has(found.shown)) yield found;
        told.add(found.shown);
        continue;
      }
      const seen = look(found.path, before.get(found.path));
      if (seen === undefined) continue;
      const settled = !seen.given && performance.now() - seen.since >= SETTLED_MS;
      now.set(found.path, settled ? { ...seen, given: true } : seen);
      if (settled) {
        yield found;
        done = true;
      }
    }
    before = now;
    // Called off while it waits: the next turn of the loop ends it.
    await resting(() => wait(LOOK_MS, undefined, { signal: calledOff }).catch(() => undefined), { done });
    done = false;
  }
}

/** Undefined when it is gone again. */
function look(path: string, before: Seen | undefined): Seen | undefined {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return undefined;
  const stamp = `${state.ino} ${state.size} ${state.mtimeMs} ${state.ctimeMs}`;
  return before?.stamp === stamp ? before : { stamp, since: performance.now(), given: false };
}
