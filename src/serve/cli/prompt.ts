import { createInterface } from 'node:readline';
import type { Activity } from '../activity.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext, Terminal } from './context.ts';
import { keyIn } from './key-line.ts';
import { runCommand } from './run.ts';
import { splitLine } from './split-line.ts';

/** How a prompt ended. `code` is that of the last command that did not end well. */
export type PromptEnd = { readonly type: 'quit'; readonly code: ExitCode } | { readonly type: 'locked' | 'idle' };

/**
 * A prompt at which every command works on the vault that is open. Lines are remembered in memory alone. Ends when asked
 * to, at the end of the input, or when nobody has worked for too long; also when a command that asks for text waits
 * that long, which then stays unanswered; and when the desk locks, whatever is under way.
 */
export async function runPrompt(
  context: CommandContext,
  { activity, locked }: { readonly activity: Activity; readonly locked: Promise<'locked'> },
): Promise<PromptEnd> {
  const prompted = prompt(context, activity);
  const end = await Promise.race([prompted.end, locked]);
  if (end !== 'locked') return end;
  prompted.close();
  return { type: 'locked' };
}

function prompt(
  context: CommandContext,
  activity: Activity,
): { readonly end: Promise<PromptEnd>; readonly close: () => void } {
  const lines = new Lines(process.stdin.isTTY === true, activity);
  return { end: readLines(context, lines), close: () => lines.close() };
}

async function readLines(context: CommandContext, lines: Lines): Promise<PromptEnd> {
  let code: ExitCode = EXIT.done;
  if (process.stdin.isTTY === true)
    context.terminal.out('The vault is open. Type help for the commands, lock to close it, quit to leave.');
  try {
    for (;;) {
      const line = await lines.next('daybook> ');
      if (line === 'idle') return { type: 'idle' };
      if (line === undefined) return { type: 'quit', code };
      const args = splitLine(line.text);
      if (args === undefined) {
        context.terminal.err('A quotation mark is left open. Close it and try again.');
        code = EXIT.usage;
        continue;
      }
      const [name, ...rest] = args[0] === 'daybook' || args[0] === './daybook' ? args.slice(1) : args;
      if (name === undefined) continue;
      if (name === 'quit' || name === 'exit') return { type: 'quit', code };
      if (name === 'lock') return { type: 'locked' };
      if (name === 'open' || name === 'init' || name === 'restore') {
        context.terminal.err(`One vault is open here. Leave it first, then type: daybook ${name}`);
        code = EXIT.usage;
        continue;
      }
      const ended = await lines.working(() =>
        Promise.race([runCommand(atPrompt(context, lines), [name, ...rest]), lines.left]),
      );
      if (ended === 'idle') return { type: 'idle' };
      if (ended !== EXIT.done) code = ended;
    }
  } finally {
    lines.close();
  }
}

/**
 * What a command is given at the prompt: content, and the answer to a question, come as the next line, and Ctrl-C stops
 * the command alone. What must not be seen cannot be typed here.
 */
function atPrompt(context: CommandContext, lines: Lines): CommandContext {
  const next = async (question: string): Promise<string | undefined> => {
    const line = await lines.next(question);
    // Nobody came back: the prompt ends, and what asked must not take silence for an answer.
    return line === 'idle' ? lines.leave() : line?.text;
  };
  const terminal: Terminal = {
    ...context.terminal,
    asks: false,
    // Lines that are piped in were written before anybody saw the question.
    confirms: context.terminal.asks,
    ask: async (question, options) => {
      if (options?.hidden === true) throw new Error('the prompt shows what is typed');
      return next(question);
    },
    key: async (question) => {
      const key = await lines.key(question);
      return key === 'idle' ? lines.leave() : key?.text;
    },
    readInput: async () => new TextEncoder().encode((await next('text> ')) ?? ''),
  };
  return {
    ...{ ...context, terminal },
    interruptible: (run) => lines.interruptible(run),
    resting: (wait, { done }) => lines.resting(wait, done),
  };
}

/** Lines as they are typed or piped in, handed out one by one. */
class Lines {
  readonly #lines;
  readonly #waiting: string[] = [];
  #take: ((line: string | undefined) => void) | undefined;
  #ended = false;
  #interrupt: (() => void) | undefined;
  /** Ends the work of the command that is running; undefined between commands. */
  #atWork: (() => void) | undefined;
  /** Whether a command waits for a line. */
  #asked = false;
  readonly #activity: Activity;
  #tellLeft: () => void = () => undefined;
  /** Settles when somebody left a command's question unanswered. */
  readonly left: Promise<'idle'> = new Promise((resolve) => {
    this.#tellLeft = () => resolve('idle');
  });

  constructor(seen: boolean, activity: Activity) {
    this.#activity = activity;
    this.#lines = createInterface({
      input: process.stdin,
      ...(seen && { output: process.stderr, terminal: true, historySize: 200 }),
    });
    this.#lines.on('line', (line) => {
      const take = this.#take;
      // Lines of a pipe come several at once: only the first is for whoever waits.
      this.#take = undefined;
      if (take === undefined) this.#waiting.push(line);
      else take(line);
    });
    this.#lines.on('close', () => {
      this.#ended = true;
      this.#take?.(undefined);
    });
    // Ctrl-Z: a process that is stopped does not lock.
    this.#lines.on('SIGTSTP', () => undefined);
    this.#lines.on('SIGINT', () => {
      if (this.#interrupt !== undefined) this.#interrupt();
      else {
        // An empty line again, as shells do.
        this.#lines.write(null, { ctrl: true, name: 'e' });
        this.#lines.write(null, { ctrl: true, name: 'u' });
        // What a command asks is called off with it; between commands the line alone is.
        if (this.#asked) this.#take?.(undefined);
      }
    });
  }

  /** The next line; undefined at the end of the input, `idle` when none came in time. */
  async next(prompt: string): Promise<{ readonly text: string } | 'idle' | undefined> {
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) return { text: waiting };
    if (this.#ended) return undefined;
    this.#lines.setPrompt(prompt);
    if (process.stdin.isTTY) this.#lines.prompt();
    // Whoever is asked something may have gone away, also when a command asks.
    const isAtWork = this.#atWork !== undefined;
    this.#atWork?.();
    this.#asked = isAtWork;
    this.#activity.touch();
    const idle = this.#activity.wait();
    const typed = new Promise<{ readonly text: string } | undefined>((resolve) => {
      this.#take = (text) => resolve(text === undefined ? undefined : { text });
    });
    const line = await Promise.race([typed, idle.over]);
    idle.stop();
    this.#asked = false;
    if (isAtWork) this.#atWork = this.#activity.begin();
    this.#take = undefined;
    return line;
  }

  /** One key as it is pressed, '' for Enter; of lines that are piped in, the first character of the next one. */
  async key(prompt: string): Promise<{ readonly text: string } | 'idle' | undefined> {
    if (!process.stdin.isTTY || this.#waiting.length > 0 || this.#ended) {
      const line = await this.next(prompt);
      return line === undefined || line === 'idle' ? line : { text: keyIn(line.text) ?? '' };
    }
    let pressed: (text: string) => void = () => undefined;
    const key = new Promise<{ readonly text: string }>((resolve) => {
      pressed = (text) => resolve({ text: keyIn(text) ?? '' });
    });
    const onKey = (
      text: string | undefined,
      { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean },
    ): void => {
      // Enter ends a line, and Ctrl-C and the like have their own ways.
      if (text !== undefined && ctrl !== true && name !== 'return' && name !== 'enter') pressed(text);
    };
    process.stdin.on('keypress', onKey);
    try {
      const line = this.next(prompt);
      const got = await Promise.race([key.then((text) => ({ text, by: 'key' as const })), line]);
      if (got === undefined || got === 'idle') return got;
      if (!('by' in got)) return { text: keyIn(got.text) ?? '' };
      // What readline has put into its line is taken out of it again, and what waited for a line waits no longer.
      this.#lines.write(null, { ctrl: true, name: 'e' });
      this.#lines.write(null, { ctrl: true, name: 'u' });
      process.stderr.write('\n');
      this.#take?.('');
      await line;
      return got.text;
    } finally {
      process.stdin.off('keypress', onKey);
    }
  }

  /** Runs a command: no time is counted meanwhile, unless it asks something. */
  async working<T>(run: () => Promise<T>): Promise<T> {
    this.#atWork = this.#activity.begin();
    try {
      return await run();
    } finally {
      this.#atWork?.();
      this.#atWork = undefined;
    }
  }

  async resting(wait: () => Promise<void>, done: boolean): Promise<void> {
    if (done) this.#activity.touch();
    return (await this.#activity.resting(wait)) === 'idle' ? this.leave() : undefined;
  }

  /** Tells that a question was left, and never answers it. */
  leave(): Promise<never> {
    this.#tellLeft();
    return new Promise(() => undefined);
  }

  async interruptible<T>(run: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#interrupt = () => controller.abort();
    try {
      return await run(controller.signal);
    } finally {
      this.#interrupt = undefined;
    }
  }

  close(): void {
    this.#lines.close();
  }
}
