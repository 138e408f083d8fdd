import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvelope } from '../../src/preserve/index.ts';
import { Vault, verifyBlobs } from '../../src/vault/index.ts';
import { backUp, restoreTo } from './backups.ts';
import { giveAll } from './give-all.ts';
import { addSource } from './invented-source.ts';
import { now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const rounds = process.env['SLOW'] ? 20 : 2;

it(`V41: yesterday's backup, restored, is a device of its own; its new work and today's meet without loss or fork (${rounds} rounds)`, async () => {
  const { vault, folder, remove } = await temporaryVault();
  const place = join(folder, '..', 'backup');
  await addSource(vault, 'yesterday');
  const made = await backUp(vault, place);
  const yesterday = await vault.query('dump', undefined);
  await addSource(vault, 'today, where it was');
  const restored = join(folder, '..', 'restored');
  const receipt = await restoreTo(place, restored);
  expect(receipt).toMatchObject({
    madeAt: now,
    database: 'whole',
    blobs: { count: 1, copied: 1, checked: 1 },
    lacking: [],
  });
  expect(readdirSync(restored).sort()).toEqual(['blobs', 'daybook.db', 'header.json', 'lock.db']);
  expect(
    ['.', 'blobs', 'daybook.db', 'header.json'].map((file) => statSync(join(restored, file)).mode & 0o077),
  ).toEqual([0, 0, 0, 0]);
  const again = await reopen(restored);
  expect(await again.query('dump', undefined)).toEqual(yesterday);
  expect(await again.query('backups', undefined)).toMatchObject([{ id: made.id, place, keyId: made.keyId }]);
  expect([again.isCopy, await again.condition(), again.device === vault.device]).toEqual([
    true,
    { type: 'sound' },
    false,
  ]);
  const sources = [];
  for (let round = 0; round < rounds; round++) {
    sources.push(await addSource(again, `new work in the restored one ${round}`));
    sources.push(await addSource(vault, `new work in the first one ${round}`));
    await giveAll(vault, again);
    await giveAll(again, vault);
  }
  const dumps = await Promise.all([vault, again].map((each) => each.query('dump', undefined)));
  expect(dumps[0]).toEqual(dumps[1]);
  for (const each of [vault, again]) {
    const { forks, waiting } = await each.query('status', undefined);
    expect([forks, waiting, await each.condition()]).toEqual([[], 0, { type: 'sound' }]);
    for (const source of sources) expect(await each.query('source', { source })).toBeDefined();
    expect((await each.verify(() => {})).faults).toEqual([]);
  }
  const { items } = await again.query('entries', { limit: 500 });
  const own = items
    .map(({ bytes }) => readEnvelope(bytes, again.workspace))
    .filter((entry) => entry.ok && entry.value.envelope.device === again.device);
  expect(own[0]?.ok && own[0].value.envelope.kind).toBe('device-enrolled');
  await vault.close();
  await again.close();
  remove();
});

describe('a backup', () => {
  let base = '';
  let place = '';
  let remove = (): void => {};
  beforeAll(async () => {
    const made = await temporaryVault();
    remove = made.remove;
    base = join(made.folder, '..');
    place = join(base, 'backup');
    await addSource(made.vault, 'one');
    await addSource(made.vault, 'two');
    await backUp(made.vault, place);
    await made.vault.close();
  });
  afterAll(() => remove());

  /** The name of the refusal, or what came of it, for a copy of the backup that something was done to. */
  async function outcome(
    name: string,
    harm: (path: string) => void,
    { partial = false }: { readonly partial?: boolean } = {},
  ): Promise<string> {
    const [hurt, target] = [join(base, `${name}-backup`), join(base, `${name}-vault`)];
    rmSync(hurt, { recursive: true, force: true });
    cpSync(place, hurt, { recursive: true });
    harm(hurt);
    try {
      const { database, blobs, lacking } = await restoreTo(hurt, target, { partial });
      return `${database}, ${blobs.copied} of ${blobs.count}, lacking ${lacking.map(({ error }) => error).join()}`;
    } catch (error) {
      expect(existsSync(target)).toBe(false);
      return error instanceof Error ? error.message : String(error);
    }
  }
  const snapshotOf = (path: string): string =>
    join(path, readdirSync(path).find((file) => file.startsWith('snapshot-')) ?? '');
  const flip = (path: string, at = statSync(path).size >> 1): void => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  const firstBlob = (path: string): string => join(path, 'blobs', readdirSync(join(path, 'blobs'))[0] ?? '');

  it('V42: damaged or incomplete is refused by name and leaves nothing; with --partial what is whole is restored', async () => {
    const harms: Record<string, (path: string) => void> = {
      blob: (path) => flip(firstBlob(path)),
      'no blob': (path) => rmSync(firstBlob(path)),
      database: (path) => flip(join(snapshotOf(path), 'daybook.db')),
      'no database': (path) => rmSync(join(snapshotOf(path), 'daybook.db')),
      header: (path) => flip(join(snapshotOf(path), 'header.json')),
      'no header': (path) => rmSync(join(snapshotOf(path), 'header.json')),
      manifest: (path) => flip(join(path, 'backup.json'), 1),
      'no manifest': (path) => rmSync(join(path, 'backup.json')),
      'no snapshot': (path) => rmSync(snapshotOf(path), { recursive: true }),
      'two snapshots and no manifest': (path) => {
        cpSync(snapshotOf(path), join(path, `snapshot-${'ab'.repeat(16)}`), { recursive: true });
        rmSync(join(path, 'backup.json'));
      },
      'a mark of another file': (path) => {
        const text = readFileSync(join(path, 'backup.json'), 'utf8');
        writeFileSync(join(path, 'backup.json'), text.replace(/("count":)2/, '$13'));
      },
      nothing: (path) => rmSync(path, { recursive: true }),
    };
    const found: Record<string, string> = {};
    for (const [name, harm] of Object.entries(harms)) found[name] = await outcome(name, harm);
    expect(found).toEqual({
      blob: 'blobs-lacking',
      'no blob': 'blobs-lacking',
      database: 'backup-damaged',
      'no database': 'backup-lacks',
      header: 'backup-damaged',
      'no header': 'backup-lacks',
      manifest: 'backup-damaged',
      'no manifest': 'backup-lacks',
      'no snapshot': 'backup-lacks',
      'two snapshots and no manifest': 'backup-lacks',
      'a mark of another file': 'backup-forged',
      nothing: 'no-backup',
    });
    const partial: Record<string, string> = {};
    for (const name of ['blob', 'no blob', 'no manifest', 'header', 'two snapshots and no manifest']) {
      partial[name] = await outcome(name, harms[name] ?? ((): void => {}), { partial: true });
    }
    expect(partial).toEqual({
      blob: 'whole, 1 of 2, lacking damaged',
      'no blob': 'whole, 1 of 2, lacking missing',
      // Nothing vouches for it then, though it reads.
      'no manifest': 'damaged, 2 of 2, lacking ',
      header: 'backup-damaged',
      'two snapshots and no manifest': 'backup-lacks',
    });
    const vault = await reopen(join(base, 'blob-vault'));
    const { faults } = await verifyBlobs(vault, () => {});
    expect(faults).toMatchObject([{ type: 'blob', error: 'missing' }]);
    await vault.close();
  });

  it('V41: it is restored into a new or empty folder alone, and elsewhere than into itself', async () => {
    const into = async (name: string): Promise<string> =>
      restoreTo(place, join(base, name)).then(
        () => 'restored',
        (error: Error) => error.message,
      );
    mkdirSync(join(base, 'letters'));
    writeFileSync(join(base, 'letters/letter'), '');
    mkdirSync(join(base, 'empty'));
    const outcomes: Record<string, string> = {};
    for (const name of ['letters', 'letters/letter', 'vault', 'backup', 'backup/inside', 'empty', 'new/deeper']) {
      outcomes[name] = await into(name);
    }
    expect(outcomes).toEqual({
      letters: 'folder-not-empty',
      'letters/letter': 'folder-not-empty',
      vault: 'restore-onto-vault',
      backup: 'restore-into-backup',
      'backup/inside': 'restore-into-backup',
      empty: 'restored',
      'new/deeper': 'restored',
    });
    expect([readdirSync(join(base, 'letters')), existsSync(join(place, 'inside'))]).toEqual([['letter'], false]);
  });

  it('V41: a restore that is killed leaves no vault, and running it again makes one; one that is stopped leaves nothing', async () => {
    const child = join(import.meta.dirname, '../../dist/test/backup-child.js');
    const target = join(base, 'killed');
    for (const step of ['copying-database', 'checking-database', 'blobs', 'completing']) {
      const args = [child, target, passphrase, String(worker), place, `restoring/${step}`, '1'];
      const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect({ step, signal: run.signal, stderr: run.stderr }).toEqual({ step, signal: 'SIGKILL', stderr: '' });
      const opened = await Vault.open({ folder: target, passphrase, worker, now });
      expect(opened).toEqual({ ok: false, error: { type: 'header-missing' } });
    }
    const stop = new AbortController();
    const progress = (): void => stop.abort();
    await expect(restoreTo(place, target, { interrupted: stop.signal, progress })).rejects.toThrow(
      'restore-interrupted',
    );
    expect(readdirSync(target)).toEqual([]);
    await restoreTo(place, target);
    renameSync(target, join(base, 'moved'));
    const vault = await reopen(join(base, 'moved'));
    expect((await vault.verify(() => {})).faults).toEqual([]);
    expect((await verifyBlobs(vault, () => {})).faults).toEqual([]);
    await vault.close();
  });
});
