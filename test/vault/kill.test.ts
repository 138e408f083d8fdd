import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSourceId } from '../../src/base/index.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { filesHolding, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';
import { tell } from './told.ts';

const kills = process.env['SLOW'] ? 100 : 1;
const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
const canary = 'CANARY-7f3d-the-ferry-leaves-at-dusk';
/** Kills after which a new vault is made: what a kill costs to check grows with what is in the vault. */
const KILLS_PER_VAULT = 10;
/** Campaigns side by side, each on a vault of its own. */
const LANES = 2;

/** Where a process is killed, what it is doing then (`ACTIONS` of fault-child.ts), and at which passing at the latest. */
interface Point {
  readonly point: string;
  readonly action: string;
  readonly passings: number;
  /** Set when what the process does acknowledges nothing. */
  readonly silent?: boolean;
}

const points: readonly Point[] = [
  { point: 'temporary-blob', action: 'add', passings: 5 },
  { point: 'blob-synced', action: 'add', passings: 5 },
  { point: 'in-transaction', action: 'add', passings: 5 },
  { point: 'committed', action: 'add', passings: 5 },
  { point: 'head-written', action: 'add', passings: 5 },
  { point: 'acknowledged', action: 'add', passings: 5 },
  // Once before the log is written back, once after.
  { point: 'checkpoint', action: 'add-long', passings: 2 },
  { point: 'projection-swap', action: 'rebuild', passings: 1, silent: true },
];

interface Killed {
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly acknowledged: readonly string[];
}

/** Runs the process until it is killed. */
function runUntilKilled(folder: string, temporary: string, { action, point }: Point, passing: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const args = [child, folder, passphrase, String(worker), action, point, String(passing), canary];
    const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, SQLITE_TMPDIR: temporary };
    const run = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    run.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    run.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    run.once('error', reject);
    run.once('close', (_, signal) => {
      resolve({ signal, stderr, acknowledged: stdout.split('\n').filter((line) => line !== '') });
    });
  });
}

/** Kills a vault so many times, and after each looks whether everything that was ever acknowledged is there. */
async function killAgainAndAgain(row: Point, passings: readonly number[]): Promise<number> {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const temporary = join(folder, '..', 'temporary');
  mkdirSync(temporary);
  const acknowledged: string[] = [];
  for (const passing of passings) {
    const killed = await runUntilKilled(folder, temporary, row, passing);
    expect({ signal: killed.signal, stderr: killed.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    acknowledged.push(...killed.acknowledged);
    expect([filesHolding(folder, canary), filesHolding(folder, 'CANARY'), readdirSync(temporary)]).toEqual([
      [],
      [],
      [],
    ]);
    const again = await reopen(folder);
    expect(await again.condition()).toEqual({ type: 'sound' });
    const lost: string[] = [];
    for (const line of acknowledged) {
      const source = parseSourceId(line);
      if (source === undefined || (await again.query('source', { source })) === undefined) lost.push(line);
    }
    expect(lost).toEqual([]);
    const { faults } = await again.verify(() => {});
    expect(faults).toEqual([]);
    expect((await verifyBlobs(again, () => {})).faults).toEqual([]);
    await again.close();
    expect(filesHolding(folder, canary)).toEqual([]);
  }
  remove();
  return acknowledged.length;
}

it.each(points)(
  `D8, D17, D31: a kill at $point (${kills} times) loses nothing that was acknowledged and leaves nothing readable`,
  async (row) => {
    const passings = Array.from({ length: kills }, (_, kill) => 1 + ((kill + 1) % row.passings));
    const turns: (readonly number[])[] = [];
    const each = Math.min(KILLS_PER_VAULT, Math.ceil(kills / LANES));
    for (let at = 0; at < kills; at += each) turns.push(passings.slice(at, at + each));
    let acknowledged = 0;
    const lane = async (): Promise<void> => {
      for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
        acknowledged += await killAgainAndAgain(row, turn);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (row.silent !== true) expect(acknowledged).toBeGreaterThan(0);
    tell(`${row.point}: ${kills} kills, ${acknowledged} acknowledged, 0 lost, 0 vaults that do not open`);
  },
);

it('D17: the search that finds no canary finds one that is put there, in each of its forms', async () => {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const utf16 = Buffer.from(`before ${canary} after`, 'utf16le');
  for (const [name, bytes] of [
    ['blobs/planted', Buffer.from(`before ${canary} after`)],
    ['daybook.db-wal', utf16],
    ['planted', Buffer.from(utf16).swap16()],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    expect(filesHolding(folder, canary)).toContain(join(folder, name));
  }
  remove();
});
