import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeviceKey, idFromBytes, parseSourceId, type WorkspaceId } from '../../src/base/index.ts';
import { type SigningKey, signCheckpoint, signingKeyFromSeed } from '../../src/preserve/index.ts';
import { readDeviceFile } from '../../src/vault/device-file.ts';
import { type Vault, verifyBlobs } from '../../src/vault/index.ts';
import { databaseOf } from './database-of.ts';
import { addSource } from './invented-source.ts';
import { keyOf, keysOf } from './peers.ts';
import { reopen, temporaryVault } from './temporary-vault.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};
beforeAll(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  await addSource(vault, 'one');
});
afterAll(async () => {
  await vault.close();
  remove();
});

/** The device's own checkpoint key, as whoever has the passphrase can take it out of the folder. */
async function checkpointKey(): Promise<SigningKey> {
  const { keys } = await keysOf(folder);
  const header: { readonly vault: unknown } = JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8'));
  const { parseVaultId } = await import('../../src/vault/vault-key.ts');
  const id = parseVaultId(header.vault);
  const secrets = id && readDeviceFile(folder, { vault: id, device: keys.device });
  if (!secrets?.ok) throw new Error('the device file does not open');
  return signingKeyFromSeed(secrets.value.checkpointSeed);
}

it('V44: a checkpoint is held against the log of its device, under the key that the device enrolled', async () => {
  const key = await checkpointKey();
  const { workspace, device } = vault;
  const root = new Uint8Array(32).fill(7);
  const note = (more: Partial<{ workspace: WorkspaceId; device: DeviceKey; size: number; key: SigningKey }>): string =>
    signCheckpoint({ workspace, device, size: 2, root, ...more }, more.key ?? key);
  const stranger = keyOf(9);
  const unknown = idFromBytes('DeviceKey', stranger.publicKey);
  const [true_ = ''] = await vault.query('checkpoints', undefined);
  await vault.append({
    drafts: [{ kind: 'note', personal: true, at: '2026-01-02T03:04:05.000Z', parts: [] }],
    blobs: [],
    suggestions: [],
  });
  const notes = [
    true_,
    note({}),
    note({ size: 9 }),
    note({ device: unknown, key: stranger }),
    note({ key: stranger }),
    note({ workspace: idFromBytes('WorkspaceId', root) }),
    true_.replace('\n4\n', '\n3\n'),
    'no note',
  ];
  const standings = await vault.query('checkpointStandings', { notes });
  expect(standings).toEqual([
    { type: 'kept', device, size: 4, since: 1 },
    { type: 'differs', device, size: 2 },
    { type: 'shorter', device, size: 9, have: 5 },
    { type: 'device-unknown', device: unknown },
    { type: 'refused', error: 'note-not-signed-by-key' },
    { type: 'other-workspace' },
    { type: 'refused', error: 'note-signature-wrong' },
    { type: 'refused', error: 'checkpoint-malformed' },
  ]);
});

it('V43: a file whose row is gone goes once the record says so; a row without file is named, whoever it is of', async () => {
  await vault.close();
  const db = await databaseOf(folder);
  const [erased, kept] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const row = db.prepare('SELECT name FROM blob', { pluck: true }).get();
  const insert = db.prepare('INSERT INTO blob_to_remove (name) VALUES (?)');
  // The second has a row again, as when its source came back with a bundle; the third was never a blob of ours.
  for (const name of [erased, String(row), '../head']) insert.run([name]);
  const lost = parseSourceId('ee'.repeat(16));
  db.prepare('INSERT INTO blob (name, source, length, wrapped_key) VALUES (?, ?, ?, ?)').run([
    'dd'.repeat(16),
    new Uint8Array(16).fill(0xee),
    5,
    new Uint8Array(61),
  ]);
  db.close();
  const blobs = join(folder, 'blobs');
  for (const name of [erased, kept, `${kept}.part`]) writeFileSync(join(blobs, name), 'x');
  utimesSync(join(blobs, `${kept}.part`), 1000, 1000);
  vault = await reopen(folder);
  const { faults, strays } = await verifyBlobs(vault, () => {});
  expect(faults).toEqual([{ type: 'blob', source: lost, error: 'damaged' }]);
  expect([strays.parts.length, strays.unknown.length, strays.foreign]).toEqual([1, 2, []]);
  expect(await vault.query('blobsToRemove', undefined)).toBe(3);
  expect(await vault.tidy(999_000)).toEqual({ ok: true, value: { parts: 0, erased: 1 } });
  expect(await vault.tidy(1_001_000)).toEqual({ ok: true, value: { parts: 1, erased: 0 } });
  const there = [erased, kept, `${kept}.part`, String(row), '../head'].map((name) => existsSync(join(blobs, name)));
  expect(there).toEqual([false, true, false, true, true]);
});
