import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process and all its descendants, in bytes; 0 where there is no /proc, or the process ended. */
export function treeMemory(root: number): number {
  const parents = new Map<number, { readonly parent: number; readonly resident: number }>();
  for (const name of readProc()) {
    const read = readStatus(Number(name));
    if (read !== undefined) parents.set(Number(name), read);
  }
  let sum = 0;
  for (const [pid, { resident }] of parents) if (descends(pid, root, parents)) sum += resident;
  return sum;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, { readonly parent: number }>): boolean {
  for (let at: number | undefined = pid, steps = 0; at !== undefined && at > 0 && steps < 64; steps++) {
    if (at === root) return true;
    at = parents.get(at)?.parent;
  }
  return false;
}

function readProc(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readStatus(pid: number): { readonly parent: number; readonly resident: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { parent, resident: kibibytes * 1024 };
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
}
