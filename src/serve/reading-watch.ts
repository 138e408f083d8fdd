import { readFileSync } from 'node:fs';

/** How long the reading of one document may take, in milliseconds: of a core's work, and by the clock. */
export interface ReadingLimits {
  readonly workMs: number;
  readonly clockMs: number;
}

/** Resident memory at which a process that reads is ended, in bytes, and how often it is looked at. */
const RESIDENT_LIMIT = 1024 * 1024 * 1024;
const LOOK_MS = 100;
/** Memory pages of Linux on the machines that Node runs on; where they are larger the limit comes sooner, never later. */
const PAGE_BYTES = 4096;
/** What the kernel counts work in (proc(5), USER_HZ): 100 a second on every machine that Node runs on. */
const TICK_MS = 10;

/**
 * Looks from outside at what a process takes, and calls `end` when that is beyond a limit: its resident memory, since what a
 * parser takes in WebAssembly no limit of the heap bounds, and the work of all its threads, since time by the clock is also
 * that of its neighbours. Only Linux tells both this way; elsewhere the clock and the limit of the heap remain. `stop` says
 * which limit was reached.
 */
export function watchReading(
  pid: number | undefined,
  workMs: number,
  end: () => void,
): { readonly stop: () => 'reader-too-large' | 'reader-too-slow' | undefined } {
  if (pid === undefined || process.platform !== 'linux') return { stop: () => undefined };
  let reached: 'reader-too-large' | 'reader-too-slow' | undefined;
  const before = workOf(pid);
  const timer = setInterval(() => {
    if (residentBytes(pid) > RESIDENT_LIMIT) reached = 'reader-too-large';
    else if (workOf(pid) - before > workMs) reached = 'reader-too-slow';
    if (reached === undefined) return;
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
  return Number(told(pid, 'statm').split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** What all threads of a process worked, in milliseconds. Its name, in brackets, may hold anything: what is counted comes after it. */
function workOf(pid: number): number {
  const stat = told(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}

function told(pid: number, file: 'stat' | 'statm'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
