import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import type { Api, ApiName, IntakeItemView } from '../../src/serve/api.ts';
import { ROOT } from '../house/tree.ts';
import { childrenOf } from './process-tree.ts';

/** Where the pages of the desk were not built, one that has what the server fills in. */
export function ensureBundle(): void {
  const folder = join(ROOT, 'dist/web');
  if (existsSync(join(folder, 'index.html'))) return;
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets/app.js'), 'document.title = "Daybook";\n');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><meta name="daybook-token" content=""><meta name="daybook-path" content=""><title>Daybook</title><script type="module" src="/assets/app.js"></script></head><body></body></html>\n',
  );
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  /** As they are to be sent; a list sends a header several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** Whoever asks a desk things, with the token of the run that they unlocked last. */
export class DeskClient {
  readonly port: number;
  token = '';

  constructor(port: number) {
    this.port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Asks as no browser would: nothing is added but the host. */
  ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
          ),
          agent: false,
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.once('error', reject);
          response.once('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }

  /** Sends the lock form, as the page does. */
  async unlock(passphrase: string, to = '/today'): Promise<Reply> {
    const reply = await this.ask({
      method: 'POST',
      path: '/unlock',
      headers: { origin: this.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ passphrase, to, lang: 'en' }).toString(),
    });
    this.token = /<meta name="daybook-token" content="([0-9a-f]{64})">/.exec(reply.body)?.[1] ?? this.token;
    return reply;
  }

  /** A call as the page makes it. */
  post(name: string, ask: unknown, headers: Asked['headers'] = {}): Promise<Reply> {
    return this.ask({
      method: 'POST',
      path: `/api/${name}`,
      headers: {
        origin: this.origin,
        'content-type': 'application/json',
        'x-daybook-token': this.token,
        ...headers,
      },
      body: JSON.stringify(ask),
    });
  }

  /** A call that is answered; throws with the code when it is refused. */
  async call<N extends ApiName>(name: N, ask: Api[N]['ask']): Promise<Api[N]['answer']> {
    const { status, body } = await this.post(name, ask);
    if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
    return JSON.parse(body);
  }

  /** Has one file taken in, as an intake of its own. */
  async keep(name: string, bytes: string | Uint8Array): Promise<IntakeItemView> {
    const { intake } = await this.call('intake-begin', { files: 1 });
    const item: IntakeItemView = JSON.parse((await this.file(intake, name, bytes)).body);
    await this.call('intake-end', { intake });
    return item;
  }

  /** Sends one file of an intake. */
  async file(intake: string, name: string, bytes: string | Uint8Array): Promise<Reply> {
    return this.ask({
      method: 'POST',
      path: `/api/intake/${intake}/file`,
      headers: {
        origin: this.origin,
        'content-type': 'application/octet-stream',
        'x-daybook-token': this.token,
        'x-daybook-name': encodeURIComponent(name),
      },
      body: bytes,
    });
  }
}

/** `daybook open --no-prompt` on a vault, and whoever asks it things. */
export class RunningDesk extends DeskClient {
  readonly #supervisor: ChildProcess;
  readonly #ended: Promise<number | null>;
  #said = '';
  #look: () => void = () => undefined;

  private constructor(supervisor: ChildProcess, port: number) {
    super(port);
    this.#supervisor = supervisor;
    this.#ended = new Promise((resolve) => {
      supervisor.once('close', (code) => {
        resolve(code);
        this.#look();
      });
    });
    for (const stream of [supervisor.stdout, supervisor.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said += text;
        this.#look();
      });
    }
  }

  /** Starts it and waits for its address. */
  static async start(
    vault: string,
    options: { readonly port: number; readonly cwd: string; readonly args?: readonly string[] },
  ): Promise<RunningDesk> {
    ensureBundle();
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, ...env } = process.env;
    const args = ['open', vault, '--no-prompt', '--port', String(options.port), ...(options.args ?? [])];
    const supervisor = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const desk = new RunningDesk(supervisor, options.port);
    await desk.until(`The desk: http://127.0.0.1:${options.port}`);
    return desk;
  }

  get pid(): number {
    return this.#supervisor.pid ?? 0;
  }

  /** The engine of the moment. */
  get engine(): number {
    return childrenOf(this.pid)[0] ?? 0;
  }

  /** Everything that it printed. */
  get said(): string {
    return this.#said;
  }

  /** Waits until it has printed something so many times. */
  async until(words: string, times = 1): Promise<void> {
    while (this.#said.split(words).length <= times) {
      if (this.#supervisor.exitCode !== null) throw new Error(`the desk ended: ${this.#said}`);
      await new Promise<void>((resolve) => {
        this.#look = resolve;
      });
    }
  }

  /** Asks it to stop; its exit code. */
  async stop(): Promise<number | null> {
    this.#supervisor.kill('SIGTERM');
    return this.#ended;
  }
}
