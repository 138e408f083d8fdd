import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WorkspaceId } from '../../src/base/index.ts';
import { openDatabase } from '../../src/vault/database.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { verifyRecord } from '../../src/vault/verify.ts';
import { addSource } from './invented-source.ts';
import { keysOf } from './peers.ts';
import { copyFolder, now, reopen, temporaryVault } from './temporary-vault.ts';

let folder = '';
let remove = (): void => {};
let copies = 0;
let key: Uint8Array = new Uint8Array();
let workspace: WorkspaceId;

beforeAll(async () => {
  const made = await temporaryVault();
  ({ folder, remove } = made);
  for (let n = 0; n < 5; n++) await addSource(made.vault, `document ${n} `.repeat(200));
  ({ workspace } = made.vault);
  await made.vault.close();
  key = (await keysOf(folder)).keys.database;
});
afterAll(() => remove());

/** Changes a copy of the database behind its back, as a bad disk or a skilled hand would, and verifies it. */
function faultsAfter(change: (db: Database) => void): readonly string[] {
  const path = join(folder, '..', `copy-${copies++}.db`);
  copyFileSync(join(folder, 'daybook.db'), path);
  const open = (role: 'writer' | 'reader'): Database => {
    const opened = openDatabase(path, key, role);
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  const db = open('writer');
  db.exec('DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted');
  change(db);
  db.close();
  const reader = open('reader');
  const { faults } = verifyRecord(
    () => reader,
    workspace,
    () => {},
  );
  reader.close();
  return faults.map((fault) => fault.type);
}

/** Flips one bit of a column of one row; the driver has no functions in SQL, so it is read, flipped and written. */
function flip(db: Database, table: string, column: string, rowid: string): void {
  const before = db
    .prepare(`SELECT "${column}" AS value FROM ${table} ${rowid}`)
    .get<{ value: string | Uint8Array<ArrayBuffer> }>();
  const value = before?.value;
  if (value === undefined) throw new Error('nothing to flip');
  if (typeof value === 'string') {
    const at = Math.floor(value.length / 2);
    const flipped = value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1);
    db.prepare(`UPDATE ${table} SET "${column}" = ? WHERE "${column}" = ?`).run([flipped, value]);
    return;
  }
  const flipped = new Uint8Array(value);
  const at = Math.floor(flipped.length / 2);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  db.prepare(`UPDATE ${table} SET "${column}" = ? WHERE "${column}" = ?`).run([flipped, value]);
}

it('D14: an untouched vault has no faults', async () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

it.each([
  ['entry', 'entry', 'bytes', 'LIMIT 1'],
  ['body', 'part', 'body', 'WHERE length > 300 LIMIT 1'],
  ['body', 'part', 'salt', 'LIMIT 1'],
  ['checkpoint', 'checkpoint', 'note', 'ORDER BY size DESC LIMIT 1'],
  ['placement', 'placement', 'root', 'LIMIT 1'],
  ['placement', 'membership', 'leaves', 'LIMIT 1'],
  ['placement', 'tip', 'peaks', 'LIMIT 1'],
  ['placement', 'enrolment', 'person', 'LIMIT 1'],
  ['body', 'part_subject', 'subject', 'LIMIT 1'],
  ['suggestion', 'suggestion_g1', 'reading', 'LIMIT 1'],
  ['projection', 'layer_g1', 'content', 'LIMIT 1'],
  ['projection', 'reading_g1', 'leaf', 'LIMIT 1'],
  ['projection', 'source_g1', 'record', 'LIMIT 1'],
  ['projection', 'person_g1', 'name', 'LIMIT 1'],
  ['projection', 'device_g1', 'checkpoint_key', 'LIMIT 1'],
])('D14: one flipped bit is named: %s (%s.%s)', async (fault, table, column, where) => {
  expect(faultsAfter((db) => flip(db, table, column, where))).toContain(fault);
});

it('D14: a projection row that was removed or added is named', async () => {
  expect(faultsAfter((db) => db.exec('DELETE FROM source_g1'))).toContain('projection');
});

it('D14: a person enrolled by a row alone, and an index that lost one, are named', async () => {
  const enrolled = faultsAfter((db) => {
    const leaf = db.prepare('SELECT leaf FROM enrolment LIMIT 1', { pluck: true }).get();
    if (!(leaf instanceof Uint8Array)) throw new Error('nobody is enrolled');
    const key = new Uint8Array(32).fill(9);
    db.prepare("INSERT INTO enrolment (leaf, key, role, person) VALUES (?, ?, 'person', NULL)").run([leaf, key]);
  });
  expect(enrolled).toEqual(['placement']);
  const found = faultsAfter((db) => db.exec('DELETE FROM part_subject; DELETE FROM suggestion_g1'));
  expect(new Set(found)).toEqual(new Set(['body']));
});

it('D14: an entry that was deleted is noticed by its successors, its checkpoint and head', async () => {
  const faults = faultsAfter((db) => {
    db.exec('PRAGMA foreign_keys = OFF');
    db.exec('DELETE FROM entry WHERE seq = 2; DELETE FROM placement WHERE seq = 2');
  });
  expect(faults).toContain('placement');
});

it('D10: a vault put back behind its head is refused for writing and says how much is missing', async () => {
  const old = copyFolder(folder, 'old');
  const { vault, folder: current, remove: drop } = await temporaryVault();
  const before = readFileSync(join(current, 'daybook.db'));
  for (let n = 0; n < 3; n++) await addSource(vault, `later ${n}`);
  await vault.close();
  writeFileSync(join(current, 'daybook.db'), before);
  const again = await reopen(current);
  expect(await again.condition()).toMatchObject({ type: 'behind-head' });
  const drafts = [{ kind: 'intake-received', personal: false, at: now, parts: [] }];
  const outcome = await again.append({ drafts, blobs: [], suggestions: [] });
  expect(outcome.ok ? 'written' : outcome.error.type).toBe('behind-head');
  await again.close();
  drop();
  expect(readdirSync(old).length).toBeGreaterThan(0);
});

it('D14: a blob that was flipped, cut short or removed is named by its source', async () => {
  const copy = copyFolder(folder, 'blobs-damaged');
  const blobs = join(copy, 'blobs');
  const [first = ''] = readdirSync(blobs);
  const bytes = readFileSync(join(blobs, first));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(join(blobs, first), bytes);
  const vault = await reopen(copy);
  expect((await verifyBlobs(vault, () => {})).faults.map(({ error }) => error)).toEqual(['damaged']);
  await vault.close();
});
