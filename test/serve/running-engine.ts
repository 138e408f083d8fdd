import { type ChildProcess, spawn } from 'node:child_process';

/** How a program ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A prompt whose lines come over a pipe, kept running: one process holds key and text. */
export class RunningEngine {
  readonly #process: ChildProcess;
  readonly ended: Promise<End>;
  out = '';
  err = '';
  #look: () => void = () => undefined;

  constructor(command: readonly string[], options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv }) {
    const [program = '', ...args] = command;
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, ...inherited } = process.env;
    const env = { ...inherited, ...options.env };
    this.#process = spawn(program, args, { cwd: options.cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.#look();
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
    this.#process.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.#process.once('close', (code, signal) => {
        resolve({ code, signal });
        this.#look();
      });
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Types a line at the prompt. False once nobody takes it. */
  write(text: string): boolean {
    return this.#process.stdin?.write(text) ?? false;
  }

  /** Waits until the pipe to the prompt takes more. */
  drained(): Promise<unknown> {
    return new Promise((resolve) => {
      this.#process.stdin?.once('drain', resolve);
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Waits until these words were printed: true, or false when the program ended without them. */
  async says(words: string): Promise<boolean> {
    for (;;) {
      if (this.out.includes(words)) return true;
      const changed = new Promise<'changed'>((resolve) => {
        this.#look = () => resolve('changed');
      });
      const happened = await Promise.race([changed, this.ended]);
      if (happened !== 'changed') return this.out.includes(words);
    }
  }

  stop(): void {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill('SIGKILL');
  }
}
