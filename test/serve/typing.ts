import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../house/tree.ts';

const WAIT_MS = 60_000;

/** The command line on a real terminal, with somebody who types. Needs `script`, which every Debian has. */
export class Typing {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;
  #out = '';
  #read = 0;
  #wake: () => void = () => {};

  constructor(args: readonly string[], cwd: string) {
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, ...env } = process.env;
    const quoted = [process.execPath, join(ROOT, 'dist/cli.js'), ...args].map((each) => `'${each}'`).join(' ');
    this.#child = spawn('script', ['-qec', quoted, '/dev/null'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#out += text;
        this.#wake();
      });
    }
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code) => {
        this.#wake();
        resolve(code ?? -1);
      });
    });
  }

  /** Waits until the terminal shows this, behind what was waited for before; answers what it matched. */
  async sees(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#out.slice(this.#read));
      if (found !== null) {
        this.#read += found.index + found[0].length;
        return found;
      }
      if (this.#child.exitCode !== null) throw new Error(`the terminal never showed ${pattern}: ${this.#out}`);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`the terminal does not show ${pattern}: ${this.#out}`)),
          WAIT_MS,
        );
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  type(line: string): void {
    this.#child.stdin?.write(`${line}\r`);
  }

  /** Keys without Enter behind them. */
  press(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** Everything that was shown, once it has ended; its exit code. */
  async end(): Promise<{ readonly code: number; readonly out: string }> {
    const code = await this.#ended;
    return { code, out: this.#out };
  }
}
