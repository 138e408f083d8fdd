import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SourceId, SubjectId } from '../../src/base/index.ts';
import { type MergeReceipt, Vault, verifyBlobs } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { backUp, mergeInto } from './backups.ts';
import { databaseOf } from './database-of.ts';
import { eraseSubjects } from './erase.ts';
import { addSource } from './invented-source.ts';
import { keysOf, Peers } from './peers.ts';
import { pagesHolding, plainPages } from './plain-pages.ts';
import { copyFolder, now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const sources = process.env['SLOW'] ? 400 : 30;
/** Steps and points at which merging is killed. */
const places = process.env['SLOW']
  ? [
      'checking-database',
      'entries',
      'readings',
      'blobs',
      'temporary-blob',
      'blob-synced',
      'in-transaction',
      'committed',
      'erase',
    ]
  : ['blobs', 'committed', 'erase'];
const canary = '귀뚜라미가-CANARY-é';
const child = join(import.meta.dirname, '../../dist/test/backup-child.js');

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

async function erase(of: Vault, subjects: readonly SubjectId[]): Promise<void> {
  await eraseSubjects(of, subjects);
  expect(await of.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
}

const dump = (of: Vault) => of.query('dump', undefined);
const pagesWith = async (text: string, path = folder): Promise<number> =>
  pagesHolding(plainPages(path, (await keysOf(path)).keys.database), text);
const blobPath = async (of: Vault, source: SourceId): Promise<string> =>
  join(of.folder, 'blobs', (await of.query('blob', { source }))?.name ?? '');

/** Puts the whole folder of the vault away and an older copy of it in its place, as after a restored disk image. */
async function putBack(copy: string, { but = [] }: { readonly but?: readonly string[] } = {}): Promise<void> {
  await vault.close();
  for (const file of readdirSync(copy)) {
    if (but.includes(file)) continue;
    rmSync(join(folder, file), { recursive: true, force: true });
    cpSync(join(copy, file), join(folder, file), { recursive: true });
  }
  vault = await reopen(folder);
}

async function expectSound(of: Vault): Promise<void> {
  expect(await of.condition()).toMatchObject({ type: 'sound' });
  expect((await of.verify(() => {})).faults).toEqual([]);
  expect((await verifyBlobs(of, () => {})).faults).toEqual([]);
}

it(`V50: an old backup merged into the newer vault brings nothing erased back, loses nothing, and no page or file holds it (${sources} sources)`, async () => {
  const doomed: SourceId[] = [];
  for (let n = 0; n < sources; n++) {
    const text = n % 2 === 0 ? `${canary} ${n} `.repeat(1 + (n % 60)) : `an invented report ${n} `.repeat(1 + (n % 60));
    const source = await addSource(vault, text);
    if (n % 2 === 0) doomed.push(source);
  }
  const { id, keyId } = await backUp(vault, place);
  await erase(vault, doomed);
  await addSource(vault, 'newer than the backup');
  const [before, files] = [await dump(vault), readdirSync(join(folder, 'blobs')).sort()];
  const merged = await mergeInto(vault, place);
  const entries = 1 + sources * 3;
  const erased = doomed.length;
  expect(merged).toMatchObject({
    database: 'whole',
    entries: { given: entries, placed: 0, alreadyHere: entries, waiting: 0, refused: 0 },
    parts: { kept: 0, erased: erased * 4, refused: 0, notInBackup: 0 },
    partsErasedHere: 0,
    readings: 0,
    blobs: { given: sources, kept: 0, alreadyHere: sources - erased, erased, unknown: 0, lacking: [] },
    erasing: false,
    condition: { type: 'sound' },
  });
  expect(merged.parts.alreadyHere).toBe(merged.parts.given - erased * 4);
  expect([await dump(vault), readdirSync(join(folder, 'blobs')).sort()]).toEqual([before, files]);
  expect(await vault.query('backups', undefined)).toMatchObject([{ id, keyId, place }]);
  await expectSound(vault);
  await vault.close();
  expect([await pagesWith(canary), (await pagesWith('an invented report 1 ')) > 0]).toEqual([0, true]);
  vault = await reopen(folder);
});

it('V50: a vault put back whole from an older copy gets back what was written since, and what the backup knows as erased goes', async () => {
  const doomed = await addSource(vault, `${canary} erased after the copy was made`);
  const kept = await addSource(vault, 'kept all the while');
  await vault.close();
  const older = copyFolder(folder, 'older');
  vault = await reopen(folder);
  await erase(vault, [doomed]);
  const late = await addSource(vault, 'written after the copy was made');
  await backUp(vault, place);
  const want = await dump(vault);
  await putBack(older);
  const merged = await mergeInto(vault, place);
  expect(merged).toMatchObject({
    entries: { placed: 4, waiting: 0, refused: 0 },
    parts: { kept: 5, notInBackup: 5 },
    partsErasedHere: 4,
    readings: 1,
    blobs: { given: 2, kept: 1, alreadyHere: 1, lacking: [] },
    erasing: true,
  });
  expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
  expect(await dump(vault)).toEqual(want);
  expect([
    await vault.query('source', { source: doomed }),
    (await vault.query('source', { source: kept }))?.source,
    (await vault.query('source', { source: late }))?.source,
  ]).toEqual([undefined, kept, late]);
  const layer = (await vault.query('source', { source: late }))?.reading?.layer;
  expect(layer && (await vault.query('reading', { layer }))).toContain('written after the copy was made');
  await addSource(vault, 'it is written to again');
  await expectSound(vault);
  await vault.close();
  expect(await pagesWith(canary)).toBe(0);
  vault = await reopen(folder);
});

it('V50: entries that wait for others in the backup wait after the merge too, and are placed once those come', async () => {
  const device = (await Peers.of(vault, folder)).join(11);
  const later = [device.write({ kind: 'note' }), device.write({ kind: 'note' })];
  const [joining] = device.written;
  if (joining === undefined) throw new Error('a device that joined has an entry');
  await vault.close();
  const older = copyFolder(folder, 'older');
  vault = await reopen(folder);
  const given = await vault.accept({ entries: later.map(({ bytes }) => bytes), parts: [] });
  expect(given.ok && given.value).toMatchObject({ placed: 0, waiting: 2 });
  await backUp(vault, place);
  await putBack(older);
  expect(await mergeInto(vault, place)).toMatchObject({ entries: { placed: 0, waiting: 2, refused: 0 } });
  const awaited = await vault.accept({ entries: [joining.bytes], parts: [] });
  expect(awaited.ok && awaited.value).toMatchObject({ placed: 3, waiting: 0, refused: [] });
  await expectSound(vault);
});

it('V50: a database behind its head takes what it lost out of a backup and can be written again; one short of the head stays shut', async () => {
  await addSource(vault, 'first');
  await vault.close();
  const older = copyFolder(folder, 'older');
  vault = await reopen(folder);
  await addSource(vault, 'second');
  const short = join(folder, '..', 'short');
  await backUp(vault, short);
  const third = await addSource(vault, 'third');
  await backUp(vault, place);
  const want = await dump(vault);
  await putBack(older, { but: ['head', 'device.key', 'lock.db', 'header.json', 'blobs'] });
  expect(await vault.condition()).toEqual({ type: 'behind-head', missing: 6 });
  const accepted = await vault.accept({ entries: [], parts: [] });
  expect(accepted).toMatchObject({ ok: false, error: { type: 'behind-head' } });
  const head = readFileSync(join(folder, 'head'));
  expect(await mergeInto(vault, short)).toMatchObject({
    entries: { placed: 3 },
    condition: { type: 'behind-head', missing: 3 },
  });
  expect(readFileSync(join(folder, 'head')).equals(head)).toBe(true);
  const refused = await vault.append({ drafts: [], blobs: [], suggestions: [] });
  expect(refused.ok ? 'written' : refused.error.type).toBe('behind-head');
  expect(await mergeInto(vault, place)).toMatchObject({
    entries: { placed: 3, alreadyHere: 7 },
    condition: { type: 'sound' },
  });
  expect(await dump(vault)).toEqual(want);
  expect((await vault.query('source', { source: third }))?.source).toBe(third);
  await addSource(vault, 'written to again');
  expect((await vault.query('status', undefined)).forks).toEqual([]);
  await expectSound(vault);
});

it('V50: documents and parts that a bad disk took or turned come back; what the backup lacks too is counted and named', async () => {
  const texts = ['missing here', 'turned here', 'missing in both', 'turned in the backup alone', 'turned in both'];
  const all: SourceId[] = [];
  for (const text of texts) all.push(await addSource(vault, text.repeat(9_000)));
  await backUp(vault, place);
  const want = await dump(vault);
  const flip = (path: string): void => {
    const bytes = readFileSync(path);
    const at = statSync(path).size >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const [one = '', two = '', three = '', four = '', five = ''] = await Promise.all(
    all.map((source) => blobPath(vault, source)),
  );
  const inBackup = (path: string): string => path.replace(folder, place);
  for (const path of [one, three, inBackup(three)]) rmSync(path);
  for (const path of [two, five, inBackup(five), inBackup(four)]) flip(path);
  await vault.close();
  const db = await databaseOf(folder);
  expect(db.prepare('DELETE FROM part WHERE rowid IN (SELECT rowid FROM part LIMIT 2)').run([]).changes).toBe(2);
  expect(
    db.prepare('UPDATE part SET salt = zeroblob(32) WHERE rowid IN (SELECT rowid FROM part LIMIT 1)').run([]).changes,
  ).toBe(1);
  db.close();
  vault = await reopen(folder);
  const merged = await mergeInto(vault, place);
  expect(merged).toMatchObject({
    entries: { placed: 0 },
    parts: { kept: 3, refused: 0, erased: 0 },
    blobs: { given: 5, kept: 2, alreadyHere: 1 },
  });
  expect(merged.blobs.lacking.map(({ source, error }) => [all.indexOf(source), error]).sort()).toEqual([
    [2, 'missing'],
    [4, 'damaged'],
  ]);
  expect(await dump(vault)).toEqual(want);
  expect((await vault.verify(() => {})).faults).toEqual([]);
  const { faults, strays } = await verifyBlobs(vault, () => {});
  expect(faults.map(({ source, error }) => [all.indexOf(source), error]).sort()).toEqual([
    [2, 'missing'],
    [4, 'damaged'],
  ]);
  expect(strays).toEqual({ parts: [], unknown: [], foreign: [] });
});

it('V50: a backup of another workspace, damaged, or under another passphrase is refused by name and changes nothing; partial takes what is whole', async () => {
  await addSource(vault, 'one');
  const other = await temporaryVault();
  const foreign = join(other.folder, '..', 'backup');
  await backUp(other.vault, foreign);
  await other.vault.close();
  await backUp(vault, place);
  const want = await dump(vault);
  const state = await vault.query('state', undefined);
  const snapshot = join(place, readdirSync(place).find((file) => file.startsWith('snapshot-')) ?? '');
  const hurt = join(folder, '..', 'hurt');
  cpSync(place, hurt, { recursive: true });
  const file = join(hurt, snapshot.slice(place.length), 'daybook.db');
  const bytes = readFileSync(file);
  // Not at the end: a page there may be one without which no table is found.
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const noManifest = join(folder, '..', 'no-manifest');
  cpSync(place, noManifest, { recursive: true });
  rmSync(join(noManifest, 'backup.json'));
  const outcome = (from: string, more: { readonly partial?: boolean; readonly passphrase?: string } = {}) =>
    mergeInto(vault, from, more).then(
      ({ database, entries }) => `${database}, ${entries.alreadyHere + entries.placed} entries`,
      (error: Error) => error.message,
    );
  expect({
    foreign: await outcome(foreign),
    hurt: await outcome(hurt),
    'no manifest': await outcome(noManifest),
    'other words': await outcome(place, { passphrase: 'not the words of this vault at all' }),
    'no backup': await outcome(folder),
  }).toEqual({
    foreign: 'backup-of-other-workspace',
    hurt: 'backup-damaged',
    'no manifest': 'backup-lacks',
    'other words': 'wrong-passphrase',
    'no backup': 'backup-is-vault',
  });
  expect([await dump(vault), await vault.query('state', undefined)]).toEqual([want, state]);
  expect(await outcome(noManifest, { partial: true })).toBe('damaged, 4 entries');
  expect(await outcome(hurt, { partial: true })).toMatch(/^damaged, \d entries$/);
  expect(await dump(vault)).toEqual(want);
  await expectSound(vault);
  other.remove();
});

it('V50: what was erased before a new vault key does not come back with a backup of the old key and passphrase', async () => {
  const source = await addSource(vault, `${canary} under the old key`);
  const kept = await addSource(vault, 'kept under both');
  await backUp(vault, place);
  await erase(vault, [source]);
  const words = 'other words that nobody else has heard';
  const revoked = await vault.revoke({
    passphrase: words,
    cost: KDF_FLOOR,
    kept: [],
    leftOut: [],
    at: now,
    progress: () => {},
  });
  expect(revoked.ok).toBe(true);
  const open = async (): Promise<Vault> => {
    const opened = await Vault.open({ folder, passphrase: words, worker, now });
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  vault = await open();
  const want = await dump(vault);
  rmSync(await blobPath(vault, kept));
  expect(await mergeInto(vault, place)).toMatchObject({ blobs: { kept: 1, erased: 1 }, parts: { kept: 0, erased: 4 } });
  expect(await dump(vault)).toEqual(want);
  await expectSound(vault);
  await vault.close();
  expect(pagesHolding(plainPages(folder, (await keysOf(folder, words)).keys.database), canary)).toBe(0);
  vault = await open();
});

it(`V50: merging that is killed (${places.join(', ')}) or stopped ends as one that was not, when it is run again`, async () => {
  await addSource(vault, 'before');
  const doomed = await addSource(vault, `${canary} told in time`);
  await vault.close();
  const older = copyFolder(folder, 'older');
  vault = await reopen(folder);
  await erase(vault, [doomed]);
  for (let n = 0; n < 3; n++) await addSource(vault, `after ${n}`);
  await backUp(vault, place);
  const want = await dump(vault);
  const counts = ({ condition, erasing: _, ...receipt }: MergeReceipt) => [condition, receipt.database];
  for (const [n, step] of places.entries()) {
    const target = copyFolder(older, `killed-${n}`);
    const args = [child, target, passphrase, String(worker), place, `merging/${step}`, step === 'blobs' ? '3' : '1'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ step, signal: run.signal, stderr: run.stderr }).toEqual({ step, signal: 'SIGKILL', stderr: '' });
    const again = await reopen(target);
    expect(counts(await mergeInto(again, place))).toEqual([{ type: 'sound' }, 'whole']);
    expect(await again.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
    expect({ step, dump: await dump(again) }).toEqual({ step, dump: want });
    expect((await verifyBlobs(again, () => {})).faults).toEqual([]);
    await again.close();
    expect(await pagesWith(canary, target)).toBe(0);
  }
  const stopped = await reopen(copyFolder(older, 'stopped'));
  const stop = new AbortController();
  const progress = ({ type }: { readonly type: string }): void => (type === 'blobs' ? stop.abort() : undefined);
  await expect(mergeInto(stopped, place, { interrupted: stop.signal, progress })).rejects.toThrow('merge-interrupted');
  expect((await mergeInto(stopped, place)).condition).toEqual({ type: 'sound' });
  expect(await dump(stopped)).toEqual(want);
  await stopped.close();
});
