import type { DeviceKey } from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';

/**
 * The heads that everybody in a list has: of each log the shortest that was stated, and none of a log that somebody did
 * not state or stated with two ends. Heads of one size and different roots are not common.
 */
export function commonHeads(stated: readonly (readonly SeenHead[])[]): readonly SeenHead[] {
  const [first, ...others] = stated.map(soleHeads);
  if (first === undefined) return [];
  const common: SeenHead[] = [];
  for (const [device, head] of first) {
    let least: SeenHead | undefined = head;
    for (const other of others) {
      const theirs: SeenHead | undefined = other.get(device);
      if (least === undefined || theirs === undefined) least = undefined;
      else if (theirs.size < least.size) least = theirs;
      else if (theirs.size === least.size && theirs.root !== least.root) least = undefined;
    }
    if (least !== undefined) common.push(least);
  }
  return common.sort((a, b) => (`${a.device}/${a.root}` < `${b.device}/${b.root}` ? -1 : 1));
}

/** Whether one statement of heads is older than another: it says more of no log, and less of one at least. */
export function areOlder(heads: readonly SeenHead[], than: readonly SeenHead[]): boolean {
  const sizes = (list: readonly SeenHead[]): ReadonlyMap<DeviceKey, number> => {
    const of = new Map<DeviceKey, number>();
    for (const { device, size } of list) of.set(device, Math.max(size, of.get(device) ?? 0));
    return of;
  };
  const [mine, theirs] = [sizes(heads), sizes(than)];
  const devices = new Set([...mine.keys(), ...theirs.keys()]);
  let less = false;
  for (const device of devices) {
    const [one, other] = [mine.get(device) ?? 0, theirs.get(device) ?? 0];
    if (one > other) return false;
    if (one < other) less = true;
  }
  return less;
}

function soleHeads(heads: readonly SeenHead[]): Map<DeviceKey, SeenHead> {
  const of = new Map<DeviceKey, SeenHead>();
  const forked = new Set<DeviceKey>();
  for (const head of heads) {
    if (of.has(head.device)) forked.add(head.device);
    of.set(head.device, head);
  }
  for (const device of forked) of.delete(device);
  return of;
}
