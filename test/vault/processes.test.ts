import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import type { DeviceKey, LeafHash } from '../../src/base/index.ts';
import { copyFolder, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const each = process.env['SLOW'] ? 200 : 15;
const program = join(import.meta.dirname, '../../dist/test/appending-child.js');

/** A process beside this one, with what it says line by line. */
class Beside {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(
    task: 'append' | 'hold',
    folder: string,
    options: { readonly count?: number; readonly waitMs?: number } = {},
  ) {
    const args = [
      program,
      task,
      folder,
      passphrase,
      String(worker),
      String(options.count ?? 0),
      String(options.waitMs ?? 10_000),
    ];
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#child.stdout === null) throw new Error('a child process says nothing');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async said(): Promise<unknown> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error('the process beside ended before it said something');
    return JSON.parse(line.value);
  }

  begin(): void {
    this.#child.stdin?.write('\n');
  }

  /** Everything it says until it ends by itself. */
  async rest(): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    for (let line = await this.#lines.next(); line.done !== true; line = await this.#lines.next())
      all.push(JSON.parse(line.value));
    return all;
  }
}

type Acknowledged = { readonly device: DeviceKey; readonly seq: number; readonly leaf: LeafHash };

/** Lets processes that have all opened the folder write at once, and answers what was acknowledged to each. */
async function writeTogether(folder: string, processes: number): Promise<readonly (readonly Acknowledged[])[]> {
  const children = Array.from({ length: processes }, () => new Beside('append', folder, { count: each }));
  for (const child of children) expect(await child.said()).toBe('open');
  for (const child of children) child.begin();
  const said = await Promise.all(children.map((child) => child.rest()));
  return said.map((lines) => lines.map((line) => line as Acknowledged));
}

it(`D9: two processes that append by turns (${each} entries each) lose nothing and fork nothing`, async () => {
  const { vault, folder, remove } = await temporaryVault();
  // This process keeps reading, as the desk would.
  const acknowledged = (await writeTogether(folder, 2)).flat();
  expect(acknowledged.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 2 * each }, (_, n) => n + 1),
  );
  const { heads, forks, entries } = await vault.query('status', undefined);
  expect({ devices: heads.length, forks, entries }).toEqual({ devices: 1, forks: [], entries: 1 + 2 * each });
  expect(await vault.condition()).toEqual({ type: 'sound' });
  const { faults, counts } = await vault.verify(() => {});
  expect({ faults, checkpoints: counts.checkpoints }).toEqual({ faults: [], checkpoints: 1 });
  const { items } = await vault.query('entries', { limit: 500 });
  const here = new Set(items.map(({ leaf }) => leaf));
  expect(acknowledged.filter(({ leaf }) => !here.has(leaf))).toEqual([]);
  await vault.close();
  remove();
});

it('D11: two processes that open one copied folder before either writes become one new device', async () => {
  const { vault, folder, remove } = await temporaryVault();
  const first = vault.device;
  await vault.close();
  const copy = copyFolder(folder, 'copied');
  const acknowledged = (await writeTogether(copy, 2)).flat();
  const devices = new Set(acknowledged.map(({ device }) => device));
  expect(devices.size).toBe(1);
  expect(devices.has(first)).toBe(false);
  const again = await reopen(copy);
  expect([again.isCopy, devices.has(again.device)]).toEqual([false, true]);
  const { heads, forks } = await again.query('status', undefined);
  expect({ devices: heads.length, forks }).toEqual({ devices: 2, forks: [] });
  expect((await again.verify(() => {})).faults).toEqual([]);
  await again.close();
  remove();
});

it('D9: while another process holds the lock, a write is refused as vault-in-use and reading goes on', async () => {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const holder = new Beside('hold', folder);
  expect(await holder.said()).toBe(true);
  const writer = new Beside('append', folder, { count: 1, waitMs: 100 });
  expect(await writer.said()).toBe('open');
  writer.begin();
  expect(await writer.rest()).toEqual([{ ok: false, error: { type: 'vault-in-use' } }]);
  holder.begin();
  await holder.rest();
  const again = await reopen(folder);
  expect((await again.query('status', undefined)).entries).toBe(1);
  await again.close();
  remove();
});
