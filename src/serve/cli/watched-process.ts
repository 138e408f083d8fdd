import { EXIT, type Stop, stop } from '../exit-code.ts';

/** Flags of Node that let something outside look into the process, or that write down what it holds. */
const WATCHING =
  /(?:^|\s)--?(?:inspect|debug|heapsnapshot|heap-prof|heap-snapshot|cpu-prof|prof(?:\s|$)|report|diagnostic-dir|trace-(?:event|uncaught|exit)|abort-on-uncaught|tls-keylog|require|import|loader|experimental-loader|r(?:\s|$))/;

/**
 * Why no vault may be opened in this process: it was started so that a debugger, a snapshot or code from elsewhere can
 * get at its memory. Undefined when nothing of the kind is asked for.
 */
export function watchedProcess(execArgv: readonly string[], nodeOptions: string | undefined): Stop | undefined {
  const flags = [...execArgv, nodeOptions ?? ''].join(' ');
  return WATCHING.test(flags)
    ? stop(
        EXIT.usage,
        'Node was started with flags that let others look into its memory (--inspect and the like, or NODE_OPTIONS), so no vault is opened. Start Daybook without them.',
      )
    : undefined;
}
