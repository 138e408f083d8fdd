import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { SourceId } from '../../src/base/index.ts';
import { unwrapBlobKey } from '../../src/vault/blob-file.ts';
import { openDatabase } from '../../src/vault/database.ts';
import { openHeader, readHeader } from '../../src/vault/header.ts';
import {
  Backup,
  drawOffice,
  drawSheet,
  findBackup,
  firstIdentity,
  type RevokeOutcome,
  readSheet,
  Vault,
  verifyBlobs,
} from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { deriveVaultKeys } from '../../src/vault/vault-key.ts';
import { must } from '../must.ts';
import { random } from '../random.ts';
import { backUp } from './backups.ts';
import { databaseOf } from './database-of.ts';
import { addSource } from './invented-source.ts';
import { copyFolder, filesHolding, now, passphrase, temporaryVault, worker } from './temporary-vault.ts';

const next = 'eleven paper boats beside the mill';
const cost = KDF_FLOOR;
const child = join(import.meta.dirname, '../../dist/test/keys-child.js');
const asRoot = process.getuid?.() === 0 && process.platform === 'linux';

let vault: Vault;
let folder = '';
let remove = (): void => {};
let source: SourceId | undefined;

beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  source = await addSource(vault, 'an invented report');
});
afterEach(async () => {
  await vault.close();
  remove();
});

function revoke(change: Partial<Parameters<Vault['revoke']>[0]> = {}): ReturnType<Vault['revoke']> {
  const options = { passphrase: next, at: now, cost, kept: [], leftOut: [], progress: () => {}, ...change };
  return vault.revoke(options);
}

function unlock(words: string, of = folder): ReturnType<typeof Vault.open> {
  return Vault.open({ folder: of, passphrase: words, worker, now });
}

async function fate(words: string, of = folder): Promise<string> {
  const opened = await unlock(words, of);
  if (!opened.ok) return opened.error.type;
  await opened.value.close();
  return 'open';
}

/** Everything that verifying and reading can tell: nothing is wrong, and the document is there. */
async function soundness(of: Vault): Promise<unknown> {
  const rows = await of.query('sources', {});
  return {
    condition: (await of.condition()).type,
    faults: [...(await of.verify(() => {})).faults, ...(await verifyBlobs(of, () => {})).faults],
    sources: rows.items.map((row) => row.source),
    isCopy: of.isCopy,
  };
}

const sound = (): unknown => ({ condition: 'sound', faults: [], sources: [source], isCopy: false });

it('V32: a new key opens with the new passphrase, everything is as it was, and the backups of the old key are listed', async () => {
  const header = must(readHeader(folder));
  const { vaultKey } = must(await openHeader(header, passphrase));
  const keyId = Buffer.from(deriveVaultKeys(header.vault, vaultKey).keyId).toString('hex');
  await vault.close();
  const db = await databaseOf(folder);
  const put = db.prepare('INSERT INTO backup (id, made_at, key_id, place, heads) VALUES (?, ?, ?, ?, ?)');
  put.run(['b1', '2026-01-01T00:00:00.000Z', keyId, '/media/stick', '[]']);
  put.run(['b2', '2026-01-02T00:00:00.000Z', '00'.repeat(8), '/media/older', '[]']);
  put.run(['b3', '2026-01-03T00:00:00.000Z', keyId, '/media/other', '[]']);
  db.close();
  vault = must(await unlock(passphrase));
  const before = await vault.query('dump', undefined);
  const device = vault.device;
  const outcome = must(await revoke());
  expect(outcome).toMatchObject({ gone: [], documents: 1, documentsUnreadable: 0 });
  expect(outcome.backups.map(({ id, place }) => [id, place])).toEqual([
    ['b1', '/media/stick'],
    ['b3', '/media/other'],
  ]);
  expect(await fate(passphrase)).toBe('wrong-passphrase');
  vault = must(await unlock(next));
  expect(await vault.query('dump', undefined)).toEqual(before);
  expect([vault.device, await soundness(vault)]).toEqual([device, sound()]);
  expect(must(await vault.slots.list())).toMatchObject([{ kind: 'person', person: vault.person, own: true }]);
  expect(await vault.query('headerGeneration', undefined)).toBe(2);
  expect(await addSource(vault, 'what came later')).toBeDefined();
  expect((await vault.condition()).type).toBe('sound');
  expect(readdirSync(folder).filter((name) => name.startsWith('next'))).toEqual([]);
  // No backup is opened by the key that is new now: a second revoking has nothing more to tell.
  expect((await vault.query('backups', undefined)).length).toBe(3);
  expect(must(await revoke({ passphrase })).backups).toEqual([]);
});

it('V32: the old passphrase, header and key open nothing that is here afterwards', async () => {
  const old = readFileSync(join(folder, 'header.json'));
  const header = must(readHeader(folder));
  const { keys } = must(await openHeader(header, passphrase));
  const before = copyFolder(folder, 'copied-before');
  must(await revoke());
  vault = must(await unlock(next));
  const later = await addSource(vault, 'CANARY what came after the revoking');
  const place = await vault.query('blob', { source: later });
  await vault.close();
  // The old key: not the database, not the new blob's key, not the header's MAC.
  expect(openDatabase(join(folder, 'daybook.db'), keys.database, 'reader')).toEqual({
    ok: false,
    error: { type: 'database-damaged' },
  });
  expect(place && unwrapBlobKey(keys.blobWrap, place.name, place.wrappedKey)).toBeUndefined();
  expect(await openHeader(must(readHeader(folder)), passphrase)).toEqual({
    ok: false,
    error: { type: 'wrong-passphrase' },
  });
  expect(filesHolding(folder, 'CANARY')).toEqual([]);
  // The old header put back: refused by name, and with the new one in its place again all is well.
  const current = readFileSync(join(folder, 'header.json'));
  writeFileSync(join(folder, 'header.json'), old);
  expect(await fate(passphrase)).toBe('header-older');
  for (const name of ['device.key', 'head']) cpSync(join(before, name), join(folder, name));
  expect(await fate(passphrase)).toBe('database-damaged');
  writeFileSync(join(folder, 'header.json'), current);
  // What a copy of the old folder still opens is all that was there before, and nothing later.
  const copied = must(await unlock(passphrase, before));
  expect((await copied.query('sources', {})).items.map((row) => row.source)).toEqual([source]);
  await copied.close();
});

it('V32: of real backups, those are listed that the old key opens, and no other opens with it', async () => {
  const places = ['first', 'second', 'third'].map((name) => join(folder, '..', `backup-${name}`));
  const opens = async (place: string, words: string): Promise<boolean> => {
    const found = findBackup(place, { partial: false });
    if (!found.ok) throw new Error(found.error.type);
    const opened = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, words) });
    if (opened.ok) await opened.value.close();
    return opened.ok;
  };
  const [first = '', second = '', third = ''] = places;
  await backUp(vault, first);
  await backUp(vault, second);
  const { backups } = must(await revoke());
  expect(backups.map(({ place }) => place).sort()).toEqual([first, second]);
  vault = must(await unlock(next));
  // Backing up there again puts that backup under the new key, and takes it off the list.
  await backUp(vault, second);
  await backUp(vault, third);
  expect(await Promise.all(places.map((place) => opens(place, passphrase)))).toEqual([true, false, false]);
  expect(await Promise.all(places.map((place) => opens(place, next)))).toEqual([false, true, true]);
  expect(
    must(await revoke({ passphrase }))
      .backups.map(({ place }) => place)
      .sort(),
  ).toEqual([second, third]);
});

it('V32: an office is sealed to again, a person who is here is kept, and the rest is named as gone', async () => {
  const key = mkdtempSync(join(tmpdir(), 'daybook-age-'));
  onTestFinished(() => rmSync(key, { recursive: true, force: true }));
  execFileSync('age-keygen', ['-o', join(key, 'office')], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', join(key, 'office')], { encoding: 'utf8' }).trim();
  const sheet = await drawSheet(random);
  const sheetId = must(await vault.slots.addRecovery(sheet.draft, now));
  must(await vault.slots.addRecovery(must(await drawOffice(recipient, random)), now));
  const [here, away] = ['the colleague who is in the room', 'the colleague who is travelling'];
  const hereSlot = must(await vault.slots.addPersonSlot({ passphrase: here, personSeed: random(32), at: now, cost }));
  const awaySlot = must(await vault.slots.addPersonSlot({ passphrase: away, personSeed: random(32), at: now, cost }));
  const person = vault.person;
  const outcome: RevokeOutcome = must(await revoke({ kept: [{ slot: hereSlot, passphrase: here }] }));
  expect(outcome.slots.map(({ kind }) => kind)).toEqual(['person', 'person', 'office']);
  expect(outcome.gone.map(({ id, kind }) => [id, kind])).toEqual([
    [sheetId, 'sheet'],
    [awaySlot, 'person'],
  ]);
  expect([await fate(away), await fate(here)]).toEqual(['wrong-passphrase', 'open']);
  const words = must(await readSheet(sheet.words.join(' ')));
  expect(await Vault.openByRecovery({ folder, worker, now }, words)).toEqual({
    ok: false,
    error: { type: 'recovery-opens-nothing' },
  });
  const identity = firstIdentity(readFileSync(join(key, 'office'), 'utf8')) ?? '';
  vault = must(await Vault.openByRecovery({ folder, worker, now }, { type: 'office', identity }));
  expect([vault.person, await soundness(vault)]).toEqual([person, sound()]);
  // Left out when asked for.
  const office = must(await vault.slots.list()).find(({ kind }) => kind === 'office');
  await vault.close();
  vault = must(await unlock(next));
  const again = must(await revoke({ leftOut: [office?.id ?? ''] }));
  expect([again.slots.length, again.gone.length]).toEqual([1, 2]);
});

it('V32: what cannot be carried over is refused before anything is written', async () => {
  const slot = must(await vault.slots.addPersonSlot({ passphrase: next, personSeed: random(32), at: now, cost }));
  const before = readFileSync(join(folder, 'header.json'));
  expect(await revoke({ kept: [{ slot, passphrase: 'not the words of this slot' }] })).toEqual({
    ok: false,
    error: { type: 'kept-slot-not-opened', slot },
  });
  vault = must(await unlock(passphrase));
  expect(await revoke({ leftOut: ['00'.repeat(16)] })).toEqual({ ok: false, error: { type: 'no-such-slot' } });
  vault = must(await unlock(passphrase));
  expect([readFileSync(join(folder, 'header.json')).equals(before), await soundness(vault)]).toEqual([true, sound()]);
});

it('V34: while another process has the vault open, revoking is refused and changes nothing', async () => {
  const run = spawnSync(process.execPath, [child, 'revoke', folder, passphrase, next, String(worker)], {
    encoding: 'utf8',
  });
  expect([run.stdout, run.stderr]).toEqual(['vault-in-use\n', '']);
  expect(await soundness(vault)).toEqual(sound());
  expect(readdirSync(folder).filter((name) => name.startsWith('next'))).toEqual([]);
});

it('V34: one that has the old files open, on a system without locks, writes nothing more', async () => {
  // As if no lock had held: the files are exchanged under an open vault.
  const copy = copyFolder(folder, 'exchanged');
  for (const name of readdirSync(folder).filter((each) => each.startsWith('daybook.db'))) rmSync(join(folder, name));
  cpSync(join(copy, 'daybook.db'), join(folder, 'daybook.db'));
  const bytes = readFileSync(join(folder, 'daybook.db'));
  const note = { kind: 'note', personal: false, at: now, parts: [] };
  const changed = { ok: false, error: { type: 'vault-changed' } };
  expect(await vault.append({ drafts: [note], blobs: [], suggestions: [] })).toEqual(changed);
  expect(await vault.accept({ entries: [], parts: [] })).toEqual(changed);
  expect(await vault.note('slotGone', { ids: [] })).toEqual(changed);
  expect(await vault.rebuild([], () => {})).toEqual(changed);
  await vault.close();
  expect(readFileSync(join(folder, 'daybook.db')).equals(bytes)).toBe(true);
  expect(existsSync(join(folder, 'daybook.db-wal'))).toBe(false);
});

it.skipIf(!asRoot)(
  'V33: a disk that fills up leaves the old vault as it was (needs root, for a small disk)',
  async () => {
    await vault.close();
    const disk = mkdtempSync(join(tmpdir(), 'daybook-disk-'));
    onTestFinished(() => {
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true, force: true });
    });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    const small = join(disk, 'vault');
    cpSync(folder, small, { recursive: true });
    vault = must(await unlock(passphrase, small));
    must(
      await vault.append({
        drafts: [{ kind: 'note', personal: false, at: now, parts: [] }],
        blobs: [],
        suggestions: [],
      }),
    );
    await vault.close();
    // Room for a part of the copy.
    writeFileSync(join(disk, 'other'), new Uint8Array(Math.max(0, freeBytes(disk) - 150_000)));
    vault = must(await unlock(passphrase, small));
    await expect(revoke()).rejects.toMatchObject({ code: expect.stringMatching(/^(?:SQLITE_FULL|ENOSPC)$/) });
    expect(readdirSync(small).filter((name) => name.startsWith('next'))).toEqual([]);
    vault = must(await unlock(passphrase, small));
    expect(await soundness(vault)).toEqual(sound());
    rmSync(join(disk, 'other'));
    must(await revoke());
    expect(await fate(next, small)).toBe('open');
  },
);

it('V33: a folder that was prepared and never counted is taken away, and one that counts is put in place', async () => {
  await vault.close();
  mkdirSync(join(folder, 'next.part'));
  writeFileSync(join(folder, 'next.part', 'header.json'), 'half');
  expect(await fate(passphrase)).toBe('open');
  expect(readdirSync(folder).filter((name) => name.startsWith('next'))).toEqual([]);
  // A link in its place is not followed, and no reason not to open.
  const elsewhere = join(folder, '..', 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'header.json'), 'somebody’s');
  execFileSync('ln', ['-s', elsewhere, join(folder, 'next')]);
  expect(await fate(passphrase)).toBe('open');
  expect(readFileSync(join(elsewhere, 'header.json'), 'utf8')).toBe('somebody’s');
});

it('V33: a stranger’s folder named next costs a vault in use nothing, and keeps a new key from being made', async () => {
  const { device } = vault;
  mkdirSync(join(folder, 'next'));
  writeFileSync(join(folder, 'next', '.directory'), 'a file manager’s');
  const log = readFileSync(join(folder, 'daybook.db-wal'));
  expect(log.length).toBeGreaterThan(0);
  expect(await fate(passphrase)).toBe('open');
  expect(readFileSync(join(folder, 'daybook.db-wal')).equals(log)).toBe(true);
  const later = await addSource(vault, 'what came later');
  expect(await revoke()).toEqual({ ok: false, error: { type: 'next-taken' } });
  vault = must(await unlock(passphrase));
  expect((await vault.query('sources', {})).items.map((row) => row.source).sort()).toEqual([source, later].sort());
  expect([vault.device, readdirSync(join(folder, 'next'))]).toEqual([device, ['.directory']]);
  // What a file manager puts into the folder that counts stays there, and the vault under its new key opens.
  rmSync(join(folder, 'next'), { recursive: true });
  must(await revoke());
  mkdirSync(join(folder, 'next'));
  for (const name of ['header.json', 'head']) {
    cpSync(join(folder, name), join(folder, 'next', name));
    rmSync(join(folder, name));
  }
  writeFileSync(join(folder, 'next', '.directory'), 'a file manager’s');
  expect([await fate(next), await fate(next)]).toEqual(['open', 'open']);
  expect(readdirSync(join(folder, 'next'))).toEqual(['.directory']);
});

function freeBytes(disk: string): number {
  const [, line = ''] = execFileSync('df', ['-B1', '--output=avail', disk], { encoding: 'utf8' }).trim().split('\n');
  return Number(line);
}

const rounds = process.env['SLOW'] ? 10 : 1;

// Before the commit: folder made, rewritten, sealed, about to count. After it: committed, database moved, head moved, done.
const steps = process.env['SLOW'] ? Array.from({ length: 14 }, (_, i) => i + 1) : [3, 6, 7, 9, 11];

it(`V33: a kill at each step of revoking (${steps.length} steps, ${rounds} times each) leaves the old vault or the new one, whole`, async () => {
  await vault.close();
  const pristine = join(folder, '..', 'pristine');
  cpSync(folder, pristine, { recursive: true });
  const old = readFileSync(join(pristine, 'header.json'));
  const ends: string[] = [];
  for (const step of steps.flatMap((each) => Array.from({ length: rounds }, () => each))) {
    // The folder itself stays, since its number marks the device; its files are put back.
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    for (const name of readdirSync(pristine)) cpSync(join(pristine, name), join(folder, name), { recursive: true });
    const run = spawnSync(process.execPath, [child, 'revoke', folder, passphrase, next, String(worker), String(step)], {
      encoding: 'utf8',
    });
    const alive = step >= 14;
    expect([run.signal, run.stdout, run.stderr], `step ${step}`).toEqual([
      alive ? null : 'SIGKILL',
      alive ? 'done\n' : '',
      '',
    ]);
    const counts = existsSync(join(folder, 'next')) || alive ? next : passphrase;
    // Which of the two it is may not depend on who opens: the other passphrase finishes the work and is refused.
    if (step % 3 === 0) expect(await fate(counts === next ? passphrase : next)).toBe('wrong-passphrase');
    const opened = must(await unlock(counts));
    expect(await soundness(opened), `step ${step}`).toEqual(sound());
    expect(readdirSync(folder).filter((name) => name.startsWith('next'))).toEqual([]);
    ends.push(readFileSync(join(folder, 'header.json')).equals(old) ? 'old' : 'new');
    await opened.close();
  }
  const turn = ends.indexOf('new');
  expect([turn >= 2 * rounds, ends.slice(turn).every((end) => end === 'new')]).toEqual([true, true]);
});

it(`V31: a kill around the renaming of the header (${rounds} times on either side) leaves one passphrase, not two`, async () => {
  await vault.close();
  const kill = (passing: number): unknown => {
    const args = [child, 'passphrase', folder, passphrase, next, String(worker), String(passing)];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { signal: run.signal, stdout: run.stdout, stderr: run.stderr };
  };
  const killed = { signal: 'SIGKILL', stdout: '', stderr: '' };
  const pristine = join(folder, '..', 'pristine');
  cpSync(folder, pristine, { recursive: true });
  for (let round = 0; round < rounds; round++) {
    expect(kill(1)).toEqual(killed);
    expect([await fate(next), await fate(passphrase)]).toEqual(['wrong-passphrase', 'open']);
    expect(kill(2)).toEqual(killed);
    expect(await fate(passphrase)).toBe('wrong-passphrase');
    vault = must(await unlock(next));
    expect(await soundness(vault)).toEqual(sound());
    // The database takes up what it had not seen; the slot that was sealed and never counted is told by nobody.
    expect(await vault.query('headerGeneration', undefined)).toBe(2);
    expect(must(await vault.slots.list())).toMatchObject([{ kind: 'person', person: vault.person, own: true }]);
    await vault.close();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    for (const name of readdirSync(pristine)) cpSync(join(pristine, name), join(folder, name), { recursive: true });
  }
});
