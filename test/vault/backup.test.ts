import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/index.ts';
import type { AppendRequest, BackupStep, Vault } from '../../src/vault/index.ts';
import { backUp, checkBackup, request, restoreTo } from './backups.ts';
import { databaseOf } from './database-of.ts';
import { addSource, sourceRequest } from './invented-source.ts';
import { keysOf } from './peers.ts';
import { copyFolder, filesHolding, now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

let vault: Vault;
let folder = '';
let place = '';
let remove = (): void => {};

beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  place = join(folder, '..', 'backup');
});
afterEach(async () => {
  await vault.close();
  remove();
});

const note = (): AppendRequest => ({
  drafts: [{ kind: 'note', personal: true, at: now, parts: [] }],
  blobs: [],
  suggestions: [],
});
const later = '2026-02-03T04:05:06.000Z';
const outcome = async (at: string): Promise<string> => {
  const made = await vault.backup(request(at));
  return made.ok ? made.value.type : made.error.type;
};
const tree = (at: string): readonly string[] =>
  readdirSync(at, { recursive: true })
    .map((path) => String(path).replace(/[0-9a-f]{32}/, 'ID'))
    .sort();
const whole = (blobs: number, more: readonly string[] = []): readonly string[] =>
  ['backup.json', 'blobs', 'lock.db', 'snapshot-ID', 'snapshot-ID/daybook.db', 'snapshot-ID/header.json']
    .concat(Array.from({ length: blobs }, () => 'blobs/ID'))
    .concat(more)
    .sort();
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

it('V36, V37: a backup is encrypted and complete, takes what is new, says when nothing is, and stands on the list', async () => {
  const canary = 'CANARY-the-second-lamp';
  await addSource(vault, canary);
  const first = await backUp(vault, place);
  expect(first).toMatchObject({
    type: 'made',
    previous: 'none',
    blobs: { count: 1, copied: 1, kept: 0, checked: 1 },
    lacking: [],
    noted: true,
  });
  expect(tree(place)).toEqual(whole(1));
  expect(filesHolding(place, canary)).toEqual([]);
  const modes = ['backup.json', 'blobs', `snapshot-${first.id}`, `snapshot-${first.id}/daybook.db`];
  expect(modes.map((file) => statSync(join(place, file)).mode & 0o077)).toEqual([0, 0, 0, 0]);
  expect(await checkBackup(place)).toBe(4);

  const manifest = readFileSync(join(place, 'backup.json'));
  expect(await backUp(vault, place, { now: later })).toMatchObject({ type: 'unchanged', id: first.id, madeAt: now });
  expect(readFileSync(join(place, 'backup.json'))).toEqual(manifest);

  await addSource(vault, 'another');
  const second = await backUp(vault, place, { now: later });
  expect(second).toMatchObject({
    previous: 'whole',
    madeAt: later,
    blobs: { count: 2, copied: 1, kept: 1, checked: 1 },
    removed: { snapshots: 1, blobs: 0, unfinished: 0 },
  });
  expect(await checkBackup(place)).toBe(7);
  const { keys } = await keysOf(folder);
  const row = { id: second.id, madeAt: later, place, keyId: Buffer.from(keys.keyId).toString('hex') };
  expect(await vault.query('backups', undefined)).toMatchObject([row]);

  // No entry, and still something that a backup keeps.
  await vault.note('slotMade', { id: 'ab', kind: 'person', person: vault.person, madeAt: now, detail: {} });
  expect([await outcome(place), await outcome(place)]).toEqual(['made', 'unchanged']);
});

it('V37: --full reads everything again; what is damaged is mended, or told and kept where it is whole', async () => {
  const one = await addSource(vault, 'one');
  await backUp(vault, place);
  const [blob = ''] = readdirSync(join(place, 'blobs'));
  const bytes = readFileSync(join(place, 'blobs', blob));
  flip(join(place, 'blobs', blob), 100);
  expect(await outcome(place)).toBe('unchanged');
  expect(await backUp(vault, place, { full: true })).toMatchObject({ blobs: { copied: 1, kept: 0 }, lacking: [] });
  expect(readFileSync(join(place, 'blobs', blob))).toEqual(bytes);
  writeFileSync(join(place, 'blobs', blob), bytes.subarray(1));
  expect(await backUp(vault, place)).toMatchObject({ type: 'made', blobs: { copied: 1 } });

  const two = await addSource(vault, 'two');
  for (const each of readdirSync(join(folder, 'blobs'))) flip(join(folder, 'blobs', each), 60);
  expect(await backUp(vault, place)).toMatchObject({
    lacking: [{ source: two, error: 'damaged' }],
    blobs: { kept: 1 },
  });
  expect(readFileSync(join(place, 'blobs', blob))).toEqual(bytes);
  expect((await vault.query('blob', { source: one }))?.name).toBe(blob);
});

it('V40: of two sticks used in turn at one path both stay on the list, each with its newest backup alone', async () => {
  const [one, two] = [join(folder, '..', 'one'), join(folder, '..', 'two')];
  const newest = new Map<string, string>();
  for (const stick of [one, two, one, two]) {
    await vault.append(note());
    if (existsSync(stick)) renameSync(stick, place);
    newest.set(stick, (await backUp(vault, place)).id);
    renameSync(place, stick);
  }
  const listed = await vault.query('backups', undefined);
  expect(listed.map(({ id }) => id).sort()).toEqual([...newest.values()].sort());
  expect(listed.map((row) => row.place)).toEqual([place, place]);
});

it('V38: what was erased leaves the backup at its next run, also when it is erased in the midst of one; foreign files stay', async () => {
  const [first, second] = [await addSource(vault, 'erased'), await addSource(vault, 'erased meanwhile')];
  await addSource(vault, 'stays');
  await backUp(vault, place);
  writeFileSync(join(place, 'blobs', 'photograph.jpg'), 'not ours');
  writeFileSync(join(place, 'read me'), 'not ours');
  const db = await databaseOf(folder);
  db.exec('PRAGMA busy_timeout = 5000');
  // As an erasure in another process does it: the row, then the file.
  const erase = (name: string): void => {
    db.prepare('DELETE FROM blob WHERE name = ?').run([name]);
    rmSync(join(folder, 'blobs', name));
  };
  const names = await Promise.all([first, second].map((source) => vault.query('blob', { source })));
  erase(names[0]?.name ?? '');
  // The backup has a whole copy of it, which would be kept; so it is taken away to be copied again.
  rmSync(join(place, 'blobs', names[1]?.name ?? ''));
  let snapshots = 0;
  const progress = ({ type }: BackupStep): void => {
    if (type === 'checking-database' && snapshots++ === 0) erase(names[1]?.name ?? '');
  };
  const made = await backUp(vault, place, { progress });
  db.close();
  expect(made).toMatchObject({ blobs: { count: 1 }, removed: { snapshots: 1, blobs: 1 }, lacking: [] });
  expect(snapshots).toBe(2);
  expect(tree(place)).toEqual(whole(1, ['blobs/photograph.jpg', 'read me']));
});

it('V37: a backup that is made while this process and another add is one moment of the vault', async () => {
  const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
  const args = [child, folder, passphrase, String(worker), 'add', 'acknowledged', '30', 'X'];
  const other = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve, reject) => {
    other.stdout.once('data', resolve);
    other.once('exit', () => reject(new Error('the other process ended before it added anything')));
  });
  other.stdout.resume();
  const stop = new AbortController();
  const adding = (async (): Promise<number> => {
    for (let n = 0; ; n++) {
      if (stop.signal.aborted) return n;
      await addSource(vault, `from here ${n}`);
    }
  })();
  try {
    const first = await backUp(vault, place);
    const second = await backUp(vault, place, { full: true });
    expect([first.lacking, second.lacking]).toEqual([[], []]);
  } finally {
    stop.abort();
    other.kill('SIGKILL');
  }
  expect(await adding).toBeGreaterThan(0);
  const restored = join(folder, '..', 'restored');
  await restoreTo(place, restored);
  const again = await reopen(restored);
  const { faults, counts } = await again.verify(() => {});
  expect([faults, counts.waiting, counts.bodiesAbsent]).toEqual([[], 0, 0]);
  await again.close();
});

const points = process.env['SLOW']
  ? ['copying-database', 'checking-database', 'blobs', 'committing', 'committed', 'noted']
  : ['checking-database', 'blobs', 'committing', 'committed'];
const rounds = process.env['SLOW'] ? 10 : 1;

it(`V38: kills at ${points.length} points (${rounds} times) each leave a backup that restores, and the next run leaves nothing of them`, async () => {
  await addSource(vault, 'yesterday');
  await backUp(vault, place);
  const child = join(import.meta.dirname, '../../dist/test/backup-child.js');
  let [held, sources] = [4, 1];
  for (const point of Array.from({ length: rounds }, () => points).flat()) {
    await addSource(vault, `before the kill at ${point}`);
    sources++;
    const args = [child, folder, passphrase, String(worker), place, point, '1'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ point, signal: run.signal, stderr: run.stderr }).toEqual({ point, signal: 'SIGKILL', stderr: '' });
    const now = await checkBackup(place);
    expect([point, now]).toEqual([point, ['committed', 'noted'].includes(point) ? 1 + 3 * sources : held]);
    held = now;
  }
  await addSource(vault, 'today');
  const { id } = await backUp(vault, place);
  expect([await checkBackup(place), tree(place)]).toEqual([1 + 3 * (sources + 1), whole(sources + 1)]);
  expect(await vault.query('backups', undefined)).toMatchObject([{ id, place }]);
});

it('V38: a backup that is stopped leaves the one before, and nothing unfinished but whole blobs', async () => {
  await backUp(vault, place);
  await addSource(vault, 'new');
  for (const step of ['copying-database', 'checking-database', 'blobs']) {
    const stop = new AbortController();
    const progress = ({ type }: BackupStep): void => {
      if (type === step) stop.abort();
    };
    const made = await vault.backup(request(place, { interrupted: stop.signal, progress }));
    expect(made).toEqual({ ok: false, error: { type: 'backup-interrupted' } });
  }
  expect([await checkBackup(place), tree(place)]).toEqual([1, whole(0)]);
});

it('V39, V40: what may not become a backup of this vault is refused by name and left as it is', async () => {
  const base = join(folder, '..');
  mkdirSync(join(base, 'full'));
  writeFileSync(join(base, 'full/letter.txt'), 'a letter');
  writeFileSync(join(base, 'file'), '');
  const other = await temporaryVault();
  await backUp(other.vault, join(base, 'others'));
  await other.vault.close();
  const outcomes: Record<string, string> = {};
  for (const name of ['full', 'file', 'others', 'vault', 'vault/blobs', 'vault/new']) {
    outcomes[name] = await outcome(join(base, name));
  }
  outcomes['another vault'] = await outcome(other.folder);
  other.remove();
  expect(outcomes).toEqual({
    full: 'backup-place-taken',
    file: 'backup-place-taken',
    others: 'backup-of-other-vault',
    vault: 'backup-inside-vault',
    'vault/blobs': 'backup-inside-vault',
    'vault/new': 'backup-inside-vault',
    'another vault': 'backup-place-taken',
  });
  expect([readdirSync(join(base, 'full')), existsSync(join(folder, 'new'))]).toEqual([['letter.txt'], false]);

  const first = await backUp(vault, place);
  const path = join(place, 'backup.json');
  const text = readFileSync(path, 'utf8');
  const manifest: Record<string, unknown> = JSON.parse(text);
  const written = async (value: unknown): Promise<string> => {
    writeFileSync(path, typeof value === 'string' ? value : `${canonicalJson(value)}\n`);
    return outcome(place);
  };
  expect(await written({ ...manifest, madeAt: later })).toBe('backup-forged');
  expect(await written({ ...manifest, v: 2 })).toBe('backup-newer');
  expect(await written({ ...manifest, more: 1 })).toBe('backup-damaged');
  expect(await written(` ${text}`)).toBe('backup-damaged');
  expect(await written('')).toBe('backup-damaged');
  expect(await written(text)).toBe('unchanged');

  // What a backup of before a revocation is to a vault that has another key.
  await addSource(vault, 'kept through it');
  await backUp(vault, place);
  const before: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${canonicalJson({ ...before, key: '00'.repeat(8) })}\n`);
  const made = await backUp(vault, place);
  expect(made).toMatchObject({ previous: 'other-key', blobs: { kept: 1, checked: 1 }, removed: { snapshots: 1 } });
  expect(made.id).not.toBe(first.id);
});

it('V39: a backup of which something lies elsewhere behind a link is refused, and nothing is removed there', async () => {
  await addSource(vault, 'one');
  const { id } = await backUp(vault, place);
  await addSource(vault, 'two');
  const elsewhere = join(folder, '..', 'elsewhere');
  for (const part of ['blobs', `snapshot-${id}`, 'lock.db']) {
    renameSync(join(place, part), elsewhere);
    // What a backup would take away as outdated or unfinished.
    if (part === 'blobs') writeFileSync(join(elsewhere, `${'ab'.repeat(16)}.part`), '');
    const before = part === 'lock.db' ? [] : readdirSync(elsewhere);
    symlinkSync(elsewhere, join(place, part));
    expect(await vault.backup(request(place))).toEqual({
      ok: false,
      error: { type: 'backup-place-taken', by: 'link' },
    });
    if (part !== 'lock.db') expect(readdirSync(elsewhere)).toEqual(before);
    rmSync(join(place, part));
    renameSync(elsewhere, join(place, part));
  }
  const [blob = ''] = readdirSync(join(place, 'blobs')).filter((name) => !name.endsWith('.part'));
  renameSync(join(place, 'blobs', blob), elsewhere);
  symlinkSync(elsewhere, join(place, 'blobs', blob));
  expect(await backUp(vault, place)).toMatchObject({ blobs: { copied: 2, kept: 0 }, removed: { unfinished: 1 } });
});

it('V39: neither an older copy, nor one that is not sound or does not read, takes the place of a good backup', async () => {
  await vault.close();
  const older = copyFolder(folder, 'older');
  vault = await reopen(folder);
  await addSource(vault, randomBytes(200_000).toString('hex'));
  await backUp(vault, place);
  const copy = await reopen(older);
  expect(await copy.backup(request(place))).toEqual({ ok: false, error: { type: 'backup-ahead', missing: 3 } });
  await copy.close();

  await vault.append(note());
  await vault.close();
  const head = readFileSync(join(folder, 'head'));
  rmSync(join(folder, 'head'));
  vault = await reopen(folder);
  expect(await outcome(place)).toBe('head-missing');
  await vault.close();
  writeFileSync(join(folder, 'head'), head);
  // In the midst of the large part, which nothing but the snapshot reads.
  flip(join(folder, 'daybook.db'), statSync(join(folder, 'daybook.db')).size / 2 + 99);
  vault = await reopen(folder);
  expect(await outcome(place)).toBe('database-damaged');
  expect(await checkBackup(place)).toBe(4);
});

const disk = join('/mnt', `daybook-backup-${process.pid}`);

function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(disk, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'daybook', disk]);
  if (status !== 0) rmSync(disk, { recursive: true });
  return status === 0;
}

it('V39: a full disk and one that can only be read leave the backup that was there', async (context) => {
  context.skip(!mountSmallDisk(), 'only root may mount a small disk');
  const full = join(disk, 'backup');
  try {
    await addSource(vault, 'small');
    await backUp(vault, full);
    const { source, request: append } = await sourceRequest(vault, 'large');
    const { place: large } = await vault.keepBytes(source, [randomBytes(4_000_000)]);
    await vault.append({ ...append, blobs: [large] });
    expect(await outcome(full)).toBe('target-full');
    expect([await checkBackup(full), tree(full)]).toEqual([4, whole(1)]);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    expect(await outcome(full)).toBe('target-read-only');
    expect(await restoreTo(full, join(folder, '..', 'from-read-only'))).toMatchObject({ database: 'whole' });
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
