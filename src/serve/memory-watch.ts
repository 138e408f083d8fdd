import { readFileSync } from 'node:fs';

/** Resident memory at which a process that reads is ended, in bytes, and how often it is looked at. */
const RESIDENT_LIMIT = 1024 * 1024 * 1024;
const LOOK_MS = 100;
/** Memory pages of Linux on the machines that Node runs on; where they are larger the limit comes sooner, never later. */
const PAGE_BYTES = 4096;

/**
 * Looks at the resident memory of a process from outside and calls `end` when it is beyond the limit: what a parser takes in
 * WebAssembly no limit of the heap bounds. Only Linux tells it this way; elsewhere time and the limit of the heap remain. `stop` says whether the limit was reached.
 */
export function watchMemory(pid: number | undefined, end: () => void): { readonly stop: () => boolean } {
  if (pid === undefined || process.platform !== 'linux') return { stop: () => false };
  let reached = false;
  const timer = setInterval(() => {
    if (residentBytes(pid) <= RESIDENT_LIMIT) return;
    reached = true;
    clearInterval(timer);
    end();
  }, LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return reached;
    },
  };
}

/** 0 for a process that is gone. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
