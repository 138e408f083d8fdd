import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { isAlive } from './process-tree.ts';

/** Whether this machine can give a program a terminal: `script` of util-linux. */
export const TERMINAL_AVAILABLE: boolean =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

/** A program at a terminal of its own: what it shows is read here, and what is written here is typed. */
export class PseudoTerminal {
  readonly #script: ChildProcess;
  readonly #ended: Promise<number | null>;
  #shown = '';
  /** Up to where `until` has read. */
  #read = 0;
  #look: () => void = () => undefined;

  /** `before` stands before the program that gives the terminal: a tracer. */
  constructor(
    command: readonly string[],
    options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly before?: readonly string[] },
  ) {
    const line = `stty cols 120; exec ${command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')}`;
    const [program = 'script', ...args] = [...(options.before ?? []), 'script', '-qfec', line, '/dev/null'];
    const env = { ...options.env, SHELL: '/bin/sh', TERM: 'xterm' };
    this.#script = spawn(program, args, { cwd: options.cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#script.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#shown += text;
      this.#look();
    });
    this.#ended = new Promise((resolve) => {
      this.#script.once('close', (code) => {
        resolve(code);
        this.#look();
      });
    });
  }

  /** The process that owns the terminal; below it is the program. */
  get pid(): number {
    return this.#script.pid ?? 0;
  }

  get shown(): string {
    return this.#shown;
  }

  type(keys: string): void {
    this.#script.stdin?.write(keys);
  }

  /** Waits until these words are shown after what was waited for before; throws when the program ends without them. */
  async until(words: string): Promise<void> {
    for (;;) {
      const at = this.#shown.indexOf(words, this.#read);
      if (at !== -1) {
        this.#read = at + words.length;
        return;
      }
      const changed = new Promise<'shown'>((resolve) => {
        this.#look = () => resolve('shown');
      });
      const happened = await Promise.race([changed, this.#ended.then(() => 'ended' as const)]);
      if (happened === 'ended' && !this.#shown.includes(words, this.#read)) {
        throw new Error(`the program ended before it said ${JSON.stringify(words)}:\n${this.#shown}`);
      }
    }
  }

  /** Its exit code, once it has ended. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Closes the terminal, as closing its window would. */
  close(): void {
    if (this.#script.exitCode === null && isAlive(this.pid)) this.#script.kill('SIGKILL');
  }
}
