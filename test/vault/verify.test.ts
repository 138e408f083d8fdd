import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson, parseSourceId, type SourceId } from '../../src/base/index.ts';
import { openHeader, readHeader } from '../../src/vault/header.ts';
import type { Vault } from '../../src/vault/index.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { copyFolder, now, passphrase, reopen, temporaryVault } from './temporary-vault.ts';

let folder = '';
let remove = (): void => {};
let copies = 0;

beforeAll(async () => {
  const made = await temporaryVault();
  ({ folder, remove } = made);
  for (let n = 0; n < 5; n++) await addSource(made.vault, `document ${n} `.repeat(200));
  await made.vault.close();
});
afterAll(() => remove());

async function addSource(vault: Vault, text: string): Promise<SourceId> {
  const source = parseSourceId(randomBytes(16).toString('hex'));
  if (source === undefined) throw new Error('a random id is no id');
  const { blob, place } = await vault.keepBytes(source, [new TextEncoder().encode(text)]);
  const record = {
    type: 'capture',
    source,
    sha256: blob.sha256,
    sha512: blob.sha512,
    length: blob.length,
    fileName: 'notice.txt',
    origin: null,
    modified: null,
    capturedAt: now,
    method: 'file',
    tool: { name: 'daybook', version: '0' },
    reason: 'because it may be asked for later '.repeat(40),
    consent: null,
  };
  const body = new TextEncoder().encode(canonicalJson(record));
  const drafts = [{ kind: 'source-added', personal: true, at: now, parts: [{ of: [source], body }] }];
  const outcome = await vault.append({ drafts, blobs: [place], suggestions: [] });
  if (!outcome.ok) throw new Error(outcome.error.type);
  return source;
}

/** Changes a copy of the vault behind its back, as a bad disk or a skilled hand would, and verifies it. */
async function faultsAfter(change: (db: Database) => void): Promise<readonly string[]> {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const header = readHeader(copy);
  if (!header.ok) throw new Error(header.error.type);
  const opened = await openHeader(header.value, passphrase);
  if (!opened.ok) throw new Error(opened.error.type);
  const db = new Database(join(copy, 'daybook.db'));
  db.exec(`PRAGMA key = "x'${Buffer.from(opened.value.keys.database).toString('hex')}'"`);
  db.exec('DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted');
  change(db);
  db.close();
  const vault = await reopen(copy);
  const { faults } = await vault.verify(() => {});
  await vault.close();
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

it('an untouched vault has no faults', async () => {
  expect(await faultsAfter(() => {})).toEqual([]);
});

it.each([
  ['entry', 'entry', 'bytes', 'LIMIT 1'],
  ['body', 'part', 'body', 'WHERE length > 300 LIMIT 1'],
  ['body', 'part', 'salt', 'LIMIT 1'],
  ['checkpoint', 'checkpoint', 'note', 'ORDER BY size DESC LIMIT 1'],
  ['placement', 'placement', 'root', 'LIMIT 1'],
  ['projection', 'source_g1', 'record', 'LIMIT 1'],
  ['projection', 'person_g1', 'name', 'LIMIT 1'],
  ['projection', 'device_g1', 'checkpoint_key', 'LIMIT 1'],
])('one flipped bit is named: %s (%s.%s)', async (fault, table, column, where) => {
  expect(await faultsAfter((db) => flip(db, table, column, where))).toContain(fault);
});

it('a projection row that was removed or added is named', async () => {
  expect(await faultsAfter((db) => db.exec('DELETE FROM source_g1'))).toContain('projection');
});

it('an entry that was deleted is noticed by its successors, its checkpoint and head', async () => {
  const faults = await faultsAfter((db) => {
    db.exec('PRAGMA foreign_keys = OFF');
    db.exec('DELETE FROM entry WHERE seq = 2; DELETE FROM placement WHERE seq = 2');
  });
  expect(faults).toContain('placement');
});

it('a vault put back behind its head is refused for writing and says how much is missing', async () => {
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

it('a blob that was flipped, cut short or removed is named by its source', async () => {
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
