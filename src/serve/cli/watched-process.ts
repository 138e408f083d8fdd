import { EXIT, type Stop, stop } from '../exit-code.ts';

/**
 * Flags of Node that a process with a key may have, N for any number: they give room, choose among certificates or say
 * less. All others are refused, so that one which a later Node brings to look into memory is refused before anyone here
 * has heard of it.
 */
export const HARMLESS_FLAGS: readonly string[] = [
  '--disable-sigusr1',
  '--enable-source-maps',
  '--max-old-space-size=N',
  '--max-semi-space-size=N',
  '--no-deprecation',
  '--no-warnings',
  '--openssl-legacy-provider',
  '--stack-trace-limit=N',
  '--use-bundled-ca',
  '--use-openssl-ca',
  '--use-system-ca',
];

/** Variables that have Node write down or load what is not its to write down or load. */
export const WATCHING_VARIABLES: readonly string[] = [
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
  'NODE_REDIRECT_WARNINGS',
  'NODE_REPL_EXTERNAL_MODULE',
  'NODE_V8_COVERAGE',
];

/** How a process was started, and what came of it. */
export interface ProcessStart {
  /** Flags that Node was given before the program's name. */
  readonly execArgv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a debugger listens. */
  readonly debuggerListens: boolean;
}

/**
 * Why no vault may be opened in this process: it was started so that a debugger, a snapshot or code from elsewhere can
 * get at its memory, or a debugger has been started in it since. Undefined when nothing of the kind is asked for. Options
 * that `./daybook` kept from Node are judged like those that Node has.
 */
export function watchedProcess({ execArgv, environment, debuggerListens }: ProcessStart): Stop | undefined {
  if (debuggerListens) {
    return stop(
      EXIT.usage,
      'A debugger was started in this process, so no vault is opened. Start Daybook again; if nobody here is debugging it, somebody is trying to look into it, so do not open a vault on this computer.',
    );
  }
  const options = [environment['NODE_OPTIONS'], environment['DAYBOOK_NODE_OPTIONS']].flatMap(
    (text) => text?.split(/\s+/).filter((word) => word !== '') ?? [],
  );
  const flags = [...execArgv, ...options].filter((flag) => !isHarmless(flag));
  if (flags.length > 0) {
    return stop(
      EXIT.usage,
      'Node was started with flags (its own, or those of the variable NODE_OPTIONS) that can let others look into its memory, so no vault is opened. Start Daybook without them: unset NODE_OPTIONS',
    );
  }
  const variable = WATCHING_VARIABLES.find((name) => (environment[name] ?? '') !== '');
  return variable === undefined
    ? undefined
    : stop(
        EXIT.usage,
        `The variable ${variable} has Node write down what it does, so no vault is opened. Start Daybook without it: unset ${variable}`,
      );
}

/** Node takes its flags with either sign between their words. */
function isHarmless(flag: string): boolean {
  return HARMLESS_FLAGS.includes(flag.replaceAll('_', '-').replace(/=\d+$/, '=N'));
}
