import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEnvelope } from '../../src/preserve/index.ts';
import { markFolder, readDeviceFile, writeDeviceFile } from '../../src/vault/device-file.ts';
import { createHead, EMPTY_LOG } from '../../src/vault/head.ts';
import { type OpenedHeader, openHeader, readHeader } from '../../src/vault/header.ts';
import type { AppendRequest, Vault } from '../../src/vault/index.ts';
import { deviceOf, newDevice } from '../../src/vault/vault-identity.ts';
import { random } from '../random.ts';
import { addSource, sourceRequest } from './invented-source.ts';
import { copyFolder, now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};

beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
});
afterEach(async () => {
  await vault.close();
  remove();
});

const note = (at: string = now): AppendRequest => ({
  drafts: [{ kind: 'note', personal: false, at, parts: [] }],
  blobs: [],
  suggestions: [],
});

const entries = async (of: Vault): Promise<number> => (await of.query('status', undefined)).entries;
const soundness = async (of: Vault): Promise<unknown> => [
  (await of.condition()).type,
  (await of.verify(() => {})).faults.length,
];

async function openedKeys(path: string): Promise<OpenedHeader> {
  const header = readHeader(path);
  if (!header.ok) throw new Error(header.error.type);
  const opened = await openHeader(header.value, passphrase);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Makes the folder's device file again as if the folder had always lain where it lies: with its device, or a new one. */
async function claimFolder(path: string, options: { readonly newKeys: boolean }): Promise<void> {
  const opened = await openedKeys(path);
  const authority = { vault: opened.vault, device: opened.keys.device };
  const secrets = readDeviceFile(path, authority);
  if (!secrets.ok) throw new Error(secrets.error.type);
  const kept = options.newKeys ? newDevice({ folder: path }) : secrets.value;
  writeDeviceFile(path, authority, { ...kept, mark: markFolder(path), random });
}

it('D19: closing writes what was asked for, answers all of it, and nothing after it', async () => {
  const asked = Array.from({ length: 100 }, () => vault.append(note()));
  const closed = vault.close();
  expect((await Promise.all(asked)).filter((outcome) => !outcome.ok)).toEqual([]);
  await closed;
  await vault.close();
  await expect(vault.append(note())).rejects.toThrow('the vault was closed');
  await expect(vault.query('status', undefined)).rejects.toThrow('the vault was closed');
  await expect(vault.verify(() => {})).rejects.toThrow('the vault was closed');
  await expect(vault.accept({ entries: [], parts: [] })).rejects.toThrow('the vault was closed');
  expect(readdirSync(folder).filter((file) => file.endsWith('-wal'))).toEqual([]);
  vault = await reopen(folder);
  expect(await entries(vault)).toBe(101);
});

it('D19: writing, merging and rebuilding asked for at once share one thread that writes', async () => {
  const [appended, accepted, rebuilt] = await Promise.all([
    vault.append(note()),
    vault.accept({ entries: [], parts: [] }),
    vault.rebuild([], () => {}),
  ]);
  expect([appended.ok, accepted.ok, rebuilt.ok]).toEqual([true, true, true]);
  await vault.close();
});

it('D8, D16: a request that is not in order fails alone, and its error tells none of it', async () => {
  const canary = 'CANARY-the-lamp-in-the-window';
  const bad = { ...note(), drafts: [{ kind: 'note', personal: false, at: canary, parts: [] }] };
  const settled = await Promise.allSettled([vault.append(note()), vault.append(bad), vault.append(note())]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const [, failed] = settled;
  expect(failed?.status === 'rejected' && String(failed.reason)).toMatch(/^Error: could not append: /);
  expect(JSON.stringify(settled)).not.toContain(canary);
  expect(await entries(vault)).toBe(3);
});

it('D8: bytes that were kept for a source which is here already are taken away again', async () => {
  await addSource(vault, 'an invented report');
  const { request } = await sourceRequest(vault, 'an invented report');
  const blobs = (): number => readdirSync(join(folder, 'blobs')).length;
  expect(blobs()).toBe(2);
  const [row] = (await vault.query('sources', {})).items;
  if (row === undefined) throw new Error('a source that was added is not here');
  const outcome = await vault.append({ ...request, unlessSource: row.record.sha256 });
  expect(outcome.ok && outcome.value).toEqual({ type: 'source-already-here', source: row.source });
  expect(blobs()).toBe(1);
});

it('D35: bytes that were kept for an entry which cannot be written are taken away again', async () => {
  const { request } = await sourceRequest(vault, 'never recorded');
  const blobs = (): number => readdirSync(join(folder, 'blobs')).length;
  const before = blobs();
  const drafts = request.drafts.map((draft) => ({ ...draft, at: 'yesterday' }));
  await expect(vault.append({ ...request, drafts })).rejects.toThrow();
  expect(blobs()).toBe(before - 1);
});

it('D11: a device whose log was forked writes no more, and the folder goes on as a new device', async () => {
  const forked = vault.device;
  await vault.close();
  const copy = copyFolder(folder, 'clone');
  await claimFolder(copy, { newKeys: false });
  vault = await reopen(folder);
  const clone = await reopen(copy);
  expect([vault.isCopy, clone.isCopy, clone.device]).toEqual([false, false, forked]);
  expect((await vault.append(note('2026-01-02T03:04:06.000Z'))).ok).toBe(true);
  expect((await clone.append(note('2026-01-02T03:04:07.000Z'))).ok).toBe(true);
  const { items } = await clone.query('entries', {});
  await vault.accept({ entries: items.map(({ bytes }) => bytes), parts: items.flatMap(({ parts }) => parts) });
  expect(await vault.condition()).toEqual({ type: 'own-log-forked' });
  expect(await vault.append(note())).toEqual({ ok: false, error: { type: 'own-log-forked' } });
  await Promise.all([vault.close(), clone.close()]);
  vault = await reopen(folder);
  expect([vault.isCopy, vault.device === forked, (await vault.condition()).type]).toEqual([true, false, 'sound']);
  expect((await vault.append(note())).ok).toBe(true);
  expect((await vault.query('status', undefined)).forks).toEqual([{ device: forked, seq: 1 }]);
  // The first entry of the new device has seen both sides.
  const newest = (await vault.query('entries', {})).items.map(({ bytes }) => readEnvelope(bytes, vault.workspace));
  const enrolling = newest.find((entry) => entry.ok && entry.value.envelope.device === vault.device);
  expect(enrolling?.ok && enrolling.value.envelope.seen.map(({ device }) => device)).toEqual([forked, forked]);
  expect(await soundness(vault)).toEqual(['sound', 0]);
});

it('D10: without its head a vault can be read and not written; a restored one has none and makes it', async () => {
  await vault.append(note());
  await vault.close();
  const restored = copyFolder(folder, 'restored');
  rmSync(join(folder, 'head'));
  vault = await reopen(folder);
  expect(await vault.condition()).toEqual({ type: 'head-missing' });
  expect(await vault.append(note())).toEqual({ ok: false, error: { type: 'head-missing' } });
  expect(await entries(vault)).toBe(2);

  for (const left of ['head', 'device.key']) rmSync(join(restored, left));
  const again = await reopen(restored);
  expect([again.isCopy, (await again.condition()).type]).toEqual([true, 'sound']);
  expect((await again.accept({ entries: [], parts: [] })).ok).toBe(true);
  expect((await again.append(note())).ok).toBe(true);
  expect([again.isCopy, existsSync(join(restored, 'head'))]).toEqual([false, true]);
  expect(await soundness(again)).toEqual(['sound', 0]);
  await again.close();
});

it('D10: a folder without head that has a device file was not restored, whether it was copied or its device is new', async () => {
  await vault.append(note());
  await vault.close();
  const copied = copyFolder(folder, 'copied');
  rmSync(join(copied, 'head'));
  const copy = await reopen(copied);
  expect([copy.isCopy, await copy.condition()]).toEqual([true, { type: 'head-missing' }]);
  expect(await copy.append(note())).toEqual({ ok: false, error: { type: 'head-missing' } });
  expect(await copy.accept({ entries: [], parts: [] })).toEqual({ ok: false, error: { type: 'head-missing' } });
  await copy.close();
  expect(existsSync(join(copied, 'head'))).toBe(false);

  // The device file fits the folder, and the database is older than the device: as if a former one had been put back.
  await claimFolder(copied, { newKeys: true });
  const former = await reopen(copied);
  expect([former.isCopy, await former.condition()]).toEqual([true, { type: 'head-missing' }]);
  expect(await former.append(note())).toEqual({ ok: false, error: { type: 'head-missing' } });
  await former.close();

  // Taking away the device file too says that the folder is to be taken for a restored one.
  rmSync(join(copied, 'device.key'));
  const restored = await reopen(copied);
  expect(await restored.condition()).toEqual({ type: 'sound' });
  expect((await restored.append(note())).ok).toBe(true);
  await restored.close();
});

it('D11: a restored folder in which a process ended between its first head and its device file goes on', async () => {
  await vault.close();
  const restored = copyFolder(folder, 'restored');
  rmSync(join(restored, 'device.key'));
  const { vault: id, keys } = await openedKeys(restored);
  // The head of a device that has no entry and left no keys.
  const lost = deviceOf(newDevice({ folder: restored }));
  createHead(join(restored, 'head'), { vault: id, headMac: keys.headMac }, { device: lost, ...EMPTY_LOG });
  const again = await reopen(restored);
  expect([again.isCopy, await again.condition()]).toEqual([true, { type: 'sound' }]);
  expect((await again.append(note())).ok).toBe(true);
  expect(await soundness(again)).toEqual(['sound', 0]);
  await again.close();
});

it('D11: an enrolment that was interrupted is finished, whether before its entry or before its head', async () => {
  await vault.close();
  const before = copyFolder(folder, 'before-its-entry');
  await claimFolder(before, { newKeys: true });
  const first = await reopen(before);
  const device = first.device;
  expect([first.isCopy, device === vault.device]).toEqual([true, false]);
  expect((await first.append(note())).ok).toBe(true);
  await first.close();

  // As if the process had ended after the commit: the head is the one of the device from which the folder was copied.
  writeFileSync(join(before, 'head'), readFileSync(join(folder, 'head')));
  const second = await reopen(before);
  expect([second.isCopy, second.device, (await second.condition()).type]).toEqual([false, device, 'sound']);
  expect((await second.append(note())).ok).toBe(true);
  expect(await soundness(second)).toEqual(['sound', 0]);
  await second.close();
});

it('D10: what was acknowledged and is gone with the write-ahead log is counted, and nothing is written over it', async () => {
  await vault.close();
  const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
  const args = [child, folder, passphrase, String(worker), 'add', 'acknowledged', '3', 'unused'];
  const killed = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ signal: killed.signal, stderr: killed.stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
  rmSync(join(folder, 'daybook.db-wal'));
  rmSync(join(folder, 'daybook.db-shm'), { force: true });
  vault = await reopen(folder);
  expect(await vault.condition()).toMatchObject({ type: 'behind-head' });
  const refused = await vault.append(note());
  expect(refused.ok ? 'written' : refused.error.type).toBe('behind-head');
});
