import { writeFileSync } from 'node:fs';

/**
 * Shuts what Node and the system would open into a process that holds key or text: the signal that starts the debugger,
 * Node's reports, the memory in a core file, and rights of others to what is written. To be called before anything else
 * is loaded, in every process that may hold either; children inherit the filter of cores. What cannot be shut from inside
 * (a debugger that was asked for at the start) is `watchedProcess`'s to refuse.
 */
export function guardProcess(): void {
  process.umask(0o077);
  // Node has nothing to offer Windows here: there, whoever may signal may also read the memory.
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);
  if (process.report !== undefined) {
    process.report.reportOnSignal = false;
    process.report.reportOnFatalError = false;
    process.report.reportOnUncaughtException = false;
  }
  if (process.platform === 'linux') dumpNoMemory();
}

/** Leaves no kind of memory in cores of this process and its children (core(5)), whoever writes them and by what limit. */
function dumpNoMemory(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // No such file in this kernel, or a reading process, which may write nothing and has its engine's filter: the limit
    // that `./daybook` sets is what holds then.
  }
}

/** Flags of Node for a process that is started from here: what closes it, where this Node knows how, and nothing inherited. */
export function guardFlags(): readonly string[] {
  return process.allowedNodeEnvironmentFlags.has('--disable-sigusr1') ? ['--disable-sigusr1'] : [];
}
