import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseOf } from './database-of.ts';
import { addSource } from './invented-source.ts';
import { copyFolder, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
let folder = '';
let remove = (): void => {};
let copies = 0;
let digest = '';

beforeAll(async () => {
  const made = await temporaryVault();
  ({ folder, remove } = made);
  for (let n = 0; n < 6; n++) await addSource(made.vault, `invented report ${n}`);
  ({ digest } = await made.vault.query('dump', undefined));
  await made.vault.close();
});
afterAll(() => remove());

/** A copy of the vault whose rebuild was killed before its swap. */
function interrupted(): string {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const args = [child, copy, passphrase, String(worker), 'rebuild', 'projection-swap', '1', 'unused'];
  expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL');
  return copy;
}

it('D12: a rebuild that was killed goes on where it stopped and ends with an equal dump', async () => {
  const vault = await reopen(interrupted());
  expect((await vault.query('dump', undefined)).digest).toBe(digest);
  const outcome = await vault.rebuild([], () => {});
  expect(outcome.ok && outcome.value).toMatchObject({ before: digest, after: digest, resumed: true, readings: 6 });
  const again = await vault.rebuild([], () => {});
  expect(again.ok && again.value).toMatchObject({ before: digest, after: digest, resumed: false, readings: 6 });
  expect((await vault.verify(() => {})).faults).toEqual([]);
  await vault.close();
});

it('D12: what is written after a rebuild was killed is in the next one, and nothing of the killed one stays', async () => {
  const copy = interrupted();
  const vault = await reopen(copy);
  const source = await addSource(vault, 'written after');
  const written = await vault.query('dump', undefined);
  const outcome = await vault.rebuild([], () => {});
  expect(outcome.ok && outcome.value).toMatchObject({ before: written.digest, after: written.digest, resumed: false });
  expect((await vault.query('source', { source }))?.record.fileName).toBe('written after.txt');
  await vault.close();
  const db = await databaseOf(copy);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'source_g%'", {
    pluck: true,
  });
  expect(tables.all()).toHaveLength(1);
  db.close();
});

it('D12: whoever reads while a rebuild swaps sees one state, and none is refused', async () => {
  const vault = await reopen(copyFolder(folder, `copy-${copies++}`));
  const other = await reopen(vault.folder);
  const layers = (await other.query('sources', {})).items.map(({ layer }) => layer?.layer);
  let going = true;
  const rebuilding = (async () => {
    for (let round = 0; round < 4; round++) expect((await vault.rebuild([], () => {})).ok).toBe(true);
    going = false;
  })();
  let asked = 0;
  while (going) {
    const [dump, { items }, readings] = await Promise.all([
      other.query('dump', undefined),
      vault.query('sources', {}),
      Promise.all(layers.map((layer) => (layer === undefined ? undefined : other.query('reading', { layer })))),
    ]);
    expect([dump.digest, items.length, readings.filter((each) => each === undefined)]).toEqual([digest, 6, []]);
    asked++;
  }
  await rebuilding;
  expect(asked).toBeGreaterThan(1);
  expect((await other.verify(() => {})).faults).toEqual([]);
  await Promise.all([vault.close(), other.close()]);
});

it('D13: projections of another build are made again when the vault is opened, and cached readings stay', async () => {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const db = await databaseOf(copy);
  db.exec(`UPDATE meta SET value = '0-of-another-build' WHERE key = 'projection-version';
    ALTER TABLE source_g1 RENAME COLUMN record TO said; DROP TABLE brief_g1`);
  db.close();
  const vault = await reopen(copy);
  expect((await vault.query('dump', undefined)).digest).toBe(digest);
  const { counts, faults } = await vault.verify(() => {});
  expect({ faults, suggestions: counts.suggestions }).toEqual({ faults: [], suggestions: 6 });
  await addSource(vault, 'written by this build');
  await vault.close();
});

it('D13: a cached reading that is not the one stated last is not shown, and is no damage', async () => {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const vault = await reopen(copy);
  const [row] = (await vault.query('sources', {})).items;
  const record = row?.reading;
  if (record === undefined) throw new Error('an invented source has a reading');
  const body = { ...record, output: record.digest };
  const parts = [{ of: [record.source], body: new TextEncoder().encode(JSON.stringify(body)) }];
  const draft = { kind: 'reading-made', personal: false, at: '2026-01-02T03:04:05.000Z', parts };
  expect(await vault.query('reading', { layer: record.layer })).toContain('invented report');
  expect((await vault.append({ drafts: [draft], blobs: [], suggestions: [] })).ok).toBe(true);
  expect(await vault.query('reading', { layer: record.layer })).toBeUndefined();
  expect((await vault.verify(() => {})).faults).toEqual([]);
  await vault.close();
});
