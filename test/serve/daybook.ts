import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeVault } from '../../src/serve/open.ts';
import { findInstallation, type Installation } from '../../src/serve/paths.ts';
import { ROOT } from '../house/tree.ts';

/** What a run of the command line printed and ended with. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The cheapest cost that a vault takes: tests open many. */
const FLOOR = {
  memoryKiB: 32 * 1024,
  passes: 2,
  lanes: 1,
};
export const PASSPHRASE = 'seven invented words stand in this row';

export const installation: Installation = findInstallation(pathToFileURL(join(ROOT, 'src/serve/paths.ts')).href);

/** A folder of its own for one test file, with a vault and its passphrase file when asked for. */
export class Desk {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'daybook-serve-'));

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** Writes a file below the folder, with the folders above it. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.path(name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  }

  /** Makes `./daybook-vault` at the lowest cost, and `pass` with its passphrase. */
  async makeVault(name = 'daybook-vault'): Promise<void> {
    this.write('pass', `${PASSPHRASE}\n`);
    const made = await makeVault({
      installation,
      folder: this.path(name),
      passphrase: PASSPHRASE,
      now: () => '2026-02-03T04:05:06.789Z',
      machine: undefined,
      personName: 'Mara Veldt',
      cost: FLOOR,
    });
    if (!made.ok) throw new Error(made.error.type);
    await made.value.close();
  }

  /** Runs a command in this folder. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return runDaybook(args, this.folder, options);
  }

  /** Runs a command on the vault. */
  onVault(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return this.run([...args, '--passphrase-file', 'pass'], options);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** Ends the process at once after so many whole lines of output. */
  readonly killAfterLines?: number;
}

function runDaybook(args: readonly string[], cwd: string, options: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _options, DAYBOOK_VAULT: _vault, ...inherited } = process.env;
    const child = spawn(process.execPath, [...(options.flags ?? []), join(ROOT, 'dist/cli.js'), ...args], {
      cwd,
      env: { ...inherited, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (options.killAfterLines !== undefined && out.split('\n').length > options.killAfterLines)
        child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** The objects of a run with `--json`. */
export function jsonLines({ out }: Run): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** A made-up page with a figure in it. */
export function page(count: string, place = 'the harbour'): string {
  return `SAMPLE, INVENTED\n\nReport of the Lantern Society, 3 May 2019\n\nThe society said that ${count} people lived near ${place} at the end of 2018.\n`;
}
