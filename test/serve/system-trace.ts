import { spawnSync } from 'node:child_process';

/** One call that a trace of strace shows, put together again when another thread's came in between. */
export interface TracedCall {
  readonly thread: number;
  readonly call: string;
}

/** Reads traces of `strace -f`. */
export const traceLines = {
  available: (): boolean => spawnSync('strace', ['--version'], { stdio: 'ignore' }).status === 0,
  of: (log: string): readonly TracedCall[] => {
    const begun = new Map<number, string>();
    return log.split('\n').flatMap((line) => {
      const [, number = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      const thread = Number(number);
      const unfinished = / ?<unfinished \.\.\.>$/.exec(text);
      if (unfinished !== null) {
        begun.set(thread, text.slice(0, unfinished.index));
        return [];
      }
      const resumed = /^<\.\.\. \w+ resumed>/.exec(text);
      if (resumed === null) return text === '' ? [] : [{ thread, call: text }];
      return [{ thread, call: `${begun.get(thread) ?? ''}${text.slice(resumed[0].length)}` }];
    });
  },
};

/** All threads of the process whose first thread is given. */
export function threadsOf(first: number, calls: readonly TracedCall[]): ReadonlySet<number> {
  const threads = new Set([first]);
  for (const { thread, call } of calls) {
    const made = /^clone3?\(.*CLONE_THREAD.*= (\d+)(?:<[^>]*>)?$/.exec(call)?.[1];
    if (made !== undefined && threads.has(thread)) threads.add(Number(made));
  }
  return threads;
}
