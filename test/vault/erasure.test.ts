import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCollectionId, parseId, type SourceId, type SubjectId } from '../../src/base/index.ts';
import { settingsSubject, sha256 } from '../../src/preserve/index.ts';
import type { AppendRequest, EntryDraft, Vault } from '../../src/vault/index.ts';
import { addSource, encode, sourceRequest } from './invented-source.ts';
import { keysOf, Peers, partOf, saying } from './peers.ts';
import { pagesHolding, plainPages } from './plain-pages.ts';
import { copyFolder, now, reopen, temporaryVault } from './temporary-vault.ts';

const sources = process.env['SLOW'] ? 400 : 60;
/** Composed: its decomposed form differs in every syllable. */
const canary = '귀뚜라미가-CANARY-é';

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

const appending = (...drafts: readonly EntryDraft[]): AppendRequest => ({ drafts, blobs: [], suggestions: [] });

function subject(): SubjectId {
  const id = parseId('SubjectId', randomBytes(16).toString('hex'));
  if (id === undefined) throw new Error('a random id is no id');
  return id;
}

function erasureOf(subjects: readonly SubjectId[], reason: string | null = 'asked for by its author'): EntryDraft {
  const erasure = subject();
  return {
    kind: 'erasure',
    personal: true,
    at: now,
    parts: [
      { of: [erasure], body: encode({ type: 'erasure', erasure, reason }) },
      { of: subjects, body: encode({}) },
    ],
  };
}

async function erase(of: Vault, subjects: readonly SubjectId[]): Promise<void> {
  const appended = await of.append(appending(erasureOf(subjects)));
  if (!appended.ok) throw new Error(appended.error.type);
  expect(await of.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
}

async function collect(of: Vault, members: readonly SourceId[], name: string): Promise<SubjectId> {
  const collection = parseCollectionId(subject());
  if (collection === undefined) throw new Error('a random id is no id');
  const parts = [
    { of: [collection], body: encode({ type: 'collection', collection, name }) },
    ...members.map((source) => ({
      of: [collection, source],
      body: encode({ type: 'collection-source', collection, source, member: true }),
    })),
  ];
  const outcome = await of.append(appending({ kind: 'collection-changed', personal: true, at: now, parts }));
  if (!outcome.ok) throw new Error(outcome.error.type);
  return collection;
}

const exported = async (of: Vault) => {
  const { items } = await of.query('entries', { limit: 500 });
  return { entries: items.map(({ bytes }) => bytes), parts: items.flatMap(({ parts }) => parts) };
};
const pagesWith = async (text: string, path = folder): Promise<number> =>
  pagesHolding(plainPages(path, (await keysOf(path)).keys.database), text);

it(`D22: of ${sources} sources no page of database and log holds one that was erased, free pages too, and its file is gone`, async () => {
  const doomed: SourceId[] = [];
  const kept: SourceId[] = [];
  // Rows of every size among others that come and go, so that many of them are moved from page to page.
  for (let n = 0; n < sources; n++) {
    const text = n % 3 === 0 ? `${canary} ${n} `.repeat(1 + (n % 90)) : `an invented report ${n} `.repeat(1 + (n % 70));
    (n % 3 === 0 ? doomed : kept).push(await addSource(vault, text));
  }
  const collection = await collect(vault, [...doomed.slice(0, 3), ...kept.slice(0, 3)], 'reports');
  await vault.close();
  expect(await pagesWith(canary)).toBeGreaterThan(doomed.length);
  vault = await reopen(folder);
  const files = readdirSync(join(folder, 'blobs')).length;
  const held = await vault.query('held', { subjects: doomed });
  expect(held).toMatchObject({ blobs: doomed.length, collections: 1 });
  expect(held.parts).toBe(doomed.length * 4 + 3);
  await erase(vault, doomed);
  expect(await vault.query('held', { subjects: doomed })).toEqual({
    parts: 0,
    blobs: 0,
    bytes: 0,
    readings: 0,
    briefs: 0,
    collections: 0,
  });
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(files - doomed.length);
  expect((await vault.query('status', undefined)).sources).toBe(kept.length);
  const [shown] = await vault.query('collections', undefined);
  expect([shown?.collection, shown?.sources]).toEqual([collection, 3]);
  const { faults, counts } = await vault.verify(() => {});
  expect([faults, counts.bodiesErased, counts.bodiesAbsent]).toEqual([[], doomed.length * 4 + 3 + 1, 0]);
  const rebuilt = await vault.rebuild([], () => {});
  expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true);
  expect(await vault.query('erasures', undefined)).toMatchObject([
    { person: vault.person, reason: 'asked for by its author', subjects: doomed.length },
  ]);
  await vault.close();
  expect(await pagesWith(canary)).toBe(0);
  // The same search finds what was kept.
  expect(await pagesWith('an invented report 1 ')).toBeGreaterThan(0);
});

it('D23: what was erased is not taken back from a copy that still has it, and goes there too', async () => {
  const source = await addSource(vault, `${canary} told to two`);
  const other = await addSource(vault, 'told to two as well');
  await vault.close();
  const copy = copyFolder(folder, 'copy');
  const peer = await reopen(copy);
  const before = await exported(peer);
  vault = await reopen(folder);
  await erase(vault, [source]);
  const again = await vault.accept(before);
  expect(again.ok && again.value.partsErased).toBe(4);
  expect(await vault.query('source', { source })).toBeUndefined();
  // The peer learns of it, with the parts of before still among what it is given.
  const now = await exported(vault);
  const told = await peer.accept({ entries: now.entries, parts: [...before.parts, ...now.parts] });
  expect(told.ok && told.value.partsErased).toBeGreaterThan(0);
  expect(await peer.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
  expect(await peer.query('source', { source })).toBeUndefined();
  expect(await peer.query('source', { source: other })).toBeDefined();
  expect(readdirSync(join(copy, 'blobs'))).toHaveLength(1);
  const [one, two] = [await vault.query('dump', undefined), await peer.query('dump', undefined)];
  expect(one).toEqual(two);
  expect((await peer.verify(() => {})).faults).toEqual([]);
  await Promise.all([vault.close(), peer.close()]);
  expect([await pagesWith(canary), await pagesWith(canary, copy)]).toEqual([0, 0]);
  vault = await reopen(folder);
});

it('D23: entries of a source and its erasure, with their parts, give one state in every order', async () => {
  const source = await addSource(vault, `${canary} in any order`);
  const collection = await collect(vault, [source], 'any order');
  const before = await exported(vault);
  await vault.close();
  const empty = copyFolder(folder, 'unused');
  vault = await reopen(folder);
  await erase(vault, [source]);
  const after = await exported(vault);
  const { entries } = after;
  const parts = [...before.parts, ...after.parts];
  const want = await vault.query('dump', undefined);
  const orders = [entries, entries.toReversed(), [...entries.slice(2), ...entries.slice(0, 2)]];
  for (const [n, order] of orders.entries()) {
    const copy = copyFolder(empty, `order-${n}`);
    const peer = await reopen(copy);
    for (const entry of order) await peer.accept({ entries: [entry], parts });
    for (const entry of order) await peer.accept({ entries: [entry], parts });
    expect(await peer.query('dump', undefined)).toEqual(want);
    expect((await peer.query('held', { subjects: [source] })).parts).toBe(0);
    expect((await peer.query('collections', undefined)).map((row) => row.collection)).toEqual([collection]);
    await peer.close();
  }
});

it('D21: a collection and all that is in it go with one entry, and adding the same bytes again makes another source', async () => {
  const members = [await addSource(vault, 'the first of two'), await addSource(vault, 'the second of two')];
  const collection = await collect(vault, members, 'two of them');
  await erase(vault, [...members, collection]);
  expect(await vault.query('collections', undefined)).toEqual([]);
  expect((await vault.query('status', undefined)).sources).toBe(0);
  const again = await addSource(vault, 'the first of two');
  expect(members).not.toContain(again);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('D24: an erasure that was interrupted before its files and pages says so, and is finished later', async () => {
  const source = await addSource(vault, `${canary} half way`);
  expect((await vault.query('status', undefined)).erasing).toBe(false);
  const appended = await vault.append(appending(erasureOf([source])));
  expect(appended.ok).toBe(true);
  expect((await vault.query('status', undefined)).erasing).toBe(true);
  expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
  await vault.close();
  vault = await reopen(folder);
  expect(await vault.query('source', { source })).toBeUndefined();
  expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
  expect((await vault.query('status', undefined)).erasing).toBe(false);
  expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
});

it('D21, D23: what is written about a source while it is erased keeps neither words nor bytes of it', async () => {
  const source = await addSource(vault, `${canary} read meanwhile`);
  const { request } = await sourceRequest(vault, `${canary} written late`);
  const [row] = (await vault.query('sources', {})).items;
  const layer = row?.layer?.layer;
  if (layer === undefined) throw new Error('a source that was added has no layer');
  await erase(vault, [source]);
  const late = [{ layer, source, output: sha256(canary), reading: canary }];
  const blobs = request.blobs.map((blob) => ({ ...blob, source }));
  expect((await vault.append({ drafts: [], blobs, suggestions: late })).ok).toBe(true);
  expect((await vault.query('status', undefined)).erasing).toBe(true);
  expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
  expect(await vault.query('held', { subjects: [source] })).toMatchObject({ parts: 0, blobs: 0, readings: 0 });
  expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
  await vault.close();
  expect(await pagesWith(canary)).toBe(0);
});

it('D21: a part that one device stated twice is gone from both entries', async () => {
  const peers = await Peers.of(vault, folder);
  const device = peers.join(20);
  const collection = parseCollectionId(subject());
  if (collection === undefined) throw new Error('a random id is no id');
  const said = partOf(device, [collection], { type: 'collection', collection, name: 'CANARY stated twice' });
  const twice = [1, 2].map(() => device.write({ ...saying('collection-changed', [said]), by: peers.founder }));
  await peers.give([...device.written, ...twice], [said.part]);
  expect((await vault.query('collections', undefined)).map(({ name }) => name)).toEqual(['CANARY stated twice']);
  await erase(vault, [collection]);
  expect(await vault.query('collections', undefined)).toEqual([]);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('P25: nobody erases how the workspace is run', async () => {
  const settings = settingsSubject(vault.workspace);
  const body = encode({ type: 'setting', subject: settings, name: 'second-approval', value: 'on' });
  const setting = { kind: 'setting-changed', personal: true, at: now, parts: [{ of: [settings], body }] };
  expect((await vault.append(appending(setting))).ok).toBe(true);
  await erase(vault, [settings]);
  expect(await vault.query('setting', { name: 'second-approval' })).toBe('on');
  expect((await vault.append(appending(setting))).ok).toBe(true);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});
