import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSourceId } from '../../src/base/index.ts';
import { Vault, verifyBlobs } from '../../src/vault/index.ts';
import { keysOf } from './peers.ts';
import { pagesHolding, plainPages } from './plain-pages.ts';
import { filesHolding, now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';
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

/** A vault that is killed over and over, and what was said of it till then. */
interface Victim {
  readonly folder: string;
  readonly temporary: string;
  /** Passphrase of whoever opens it. */
  words: string;
  readonly acknowledged: string[];
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
  // Before and after the name is changed: of a passphrase, of somebody who is let in, and of both once more.
  { point: 'header-rename', action: 'slots', passings: 8 },
  // Before the files go, before the database is written anew, and after it; twice.
  { point: 'erase', action: 'erase', passings: 6 },
];

interface Killed {
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  /** What the process said: `source`, `passphrase …`, `erased …`, and what it was about to do. */
  readonly lines: readonly string[];
}

/** Runs the process until it is killed. */
function runUntilKilled(
  { folder, temporary, words }: Victim,
  { action, point }: Point,
  passing: number,
): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const args = [child, folder, words, String(worker), action, point, String(passing), canary];
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
      resolve({ signal, stderr, lines: stdout.split('\n').filter((line) => line !== '') });
    });
  });
}

/** Kills a vault so many times, and after each looks whether everything that was ever acknowledged is there. */
async function killAgainAndAgain(row: Point, passings: readonly number[]): Promise<number> {
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const victim: Victim = { folder, temporary: join(folder, '..', 'temporary'), words: passphrase, acknowledged: [] };
  mkdirSync(victim.temporary);
  for (const passing of passings) {
    const killed = await runUntilKilled(victim, row, passing);
    expect({ signal: killed.signal, stderr: killed.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    victim.acknowledged.push(...killed.lines.filter((line) => !line.startsWith('trying ')));
    const readable = [filesHolding(folder, canary), filesHolding(folder, 'CANARY'), readdirSync(victim.temporary)];
    expect(readable).toEqual([[], [], []]);
    victim.words = await wordsThatOpen(victim, killed.lines);
    const again = await reopen(folder, victim.words);
    expect(await again.condition()).toEqual({ type: 'sound' });
    await expectNothingLost(again, victim);
    if (row.action === 'erase') await expectFinishing(again, killed.lines);
    const { faults } = await again.verify(() => {});
    expect(faults).toEqual([]);
    expect((await verifyBlobs(again, () => {})).faults).toEqual([]);
    await again.close();
    expect(filesHolding(folder, canary)).toEqual([]);
    if (row.action === 'erase') await expectOverwritten(victim);
  }
  remove();
  return victim.acknowledged.length;
}

/** The passphrase that opens the vault: the one set last, or else the one that was being set; never both. */
async function wordsThatOpen({ folder, words }: Victim, lines: readonly string[]): Promise<string> {
  const tried = lines.flatMap((line) => (line.startsWith('trying ') ? [line.slice('trying '.length)] : []));
  if (tried.length === 0) return words;
  const set = lines.filter((line) => line.startsWith('passphrase ')).length;
  const candidates = [words, ...tried];
  const opening: string[] = [];
  for (const each of candidates) {
    const opened = await Vault.open({ folder, passphrase: each, worker, now });
    if (!opened.ok) {
      expect(opened.error.type).toBe('wrong-passphrase');
      continue;
    }
    await opened.value.close();
    opening.push(each);
  }
  expect(opening).toHaveLength(1);
  expect(candidates.slice(set)).toContain(opening[0]);
  return opening[0] ?? words;
}

/** Every source that was acknowledged is there, everybody who was let in gets in, and nothing erased is read. */
async function expectNothingLost(vault: Vault, { folder, acknowledged }: Victim): Promise<void> {
  const lost: string[] = [];
  for (const line of acknowledged) {
    const [what = '', ...rest] = line.split(' ');
    const source = parseSourceId(rest[0] ?? what);
    switch (what) {
      case 'passphrase':
      case 'finished':
        break;
      case 'passphrase-of-another': {
        const opened = await Vault.open({ folder, passphrase: rest.join(' '), worker, now });
        if (opened.ok) await opened.value.close();
        else lost.push(line);
        break;
      }
      case 'erased':
        if (source === undefined || (await vault.query('source', { source })) !== undefined) lost.push(line);
        break;
      default:
        if (source === undefined || (await vault.query('source', { source })) === undefined) lost.push(line);
    }
  }
  expect(lost).toEqual([]);
}

/** An erasure that was acknowledged and not finished says so, and can be finished: then no file is left. */
async function expectFinishing(vault: Vault, lines: readonly string[]): Promise<void> {
  const [erased, finished] = ['erased ', 'finished '].map(
    (what) => lines.filter((line) => line.startsWith(what)).length,
  );
  expect((await vault.query('status', undefined)).erasing).toBe(erased !== finished);
  expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
  expect((await vault.query('status', undefined)).erasing).toBe(false);
  const { items } = await vault.query('blobs', { limit: 500 });
  expect(readdirSync(join(vault.folder, 'blobs')).sort()).toEqual(items.map(({ name }) => name).sort());
}

/** No page holds what was erased; the same search finds what was kept. */
async function expectOverwritten({ folder, words }: Victim): Promise<void> {
  const pages = plainPages(folder, (await keysOf(folder, words)).keys.database);
  expect(pagesHolding(pages, `${canary} erased`)).toBe(0);
  expect(pagesHolding(pages, `${canary} kept`)).toBeGreaterThan(0);
}

it.each(points)(
  `D8, D17, D24, D31, V31: a kill at $point (${kills} times) loses nothing that was acknowledged and leaves nothing readable`,
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
