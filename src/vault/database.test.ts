import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';

const key = new Uint8Array(32).fill(7);
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-database-'));
  path = join(folder, 'daybook.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database with the vault's key, made by hand: as an earlier or later build would have left it. */
function makeByHand(sql: string): void {
  const db = new Database(path);
  db.exec(`PRAGMA key = "x'${'07'.repeat(32)}'"; PRAGMA journal_mode = WAL; ${sql}`);
  db.close();
}

/** The version of an opened database, or the name under which it was refused. */
function versionAs(role: 'founder' | 'writer' | 'reader', withKey: Uint8Array = key): unknown {
  const opened = openDatabase(path, withKey, role);
  if (!opened.ok) return opened.error.type;
  const version = opened.value.prepare('PRAGMA user_version', { pluck: true }).get();
  opened.value.close();
  return version;
}

it('D18: a database of an earlier version is brought to the newest by whoever opens it, and keeps what it held', () => {
  makeByHand("CREATE TABLE of_before (word TEXT); INSERT INTO of_before VALUES ('kept')");
  const opened = openDatabase(path, key, 'reader');
  if (!opened.ok) throw new Error(opened.error.type);
  const db = opened.value;
  expect(db.prepare('PRAGMA user_version', { pluck: true }).get()).toBe(migrations.length);
  expect(db.prepare('SELECT word FROM of_before', { pluck: true }).get()).toBe('kept');
  expect(db.prepare('SELECT COUNT(*) FROM entry', { pluck: true }).get()).toBe(0);
  expect(() => db.exec("INSERT INTO of_before VALUES ('by a reader')")).toThrow();
  db.close();
  expect(versionAs('writer')).toBe(migrations.length);
});

it('D18: a migration that was interrupted leaves the version before', () => {
  makeByHand('CREATE TABLE checkpoint (of_another_build TEXT)');
  expect(() => openDatabase(path, key, 'writer')).toThrow();
  const db = new Database(path);
  db.exec(`PRAGMA key = "x'${'07'.repeat(32)}'"`);
  expect(db.prepare('PRAGMA user_version', { pluck: true }).get()).toBe(0);
  expect(db.prepare("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'entry'", { pluck: true }).get()).toBe(0);
  db.close();
});

it('D18: a database of a newer version is refused and left as it is', () => {
  makeByHand(`PRAGMA user_version = ${migrations.length + 1}`);
  const before = readFileSync(path);
  for (const role of ['writer', 'reader'] as const) expect(versionAs(role)).toBe('database-newer');
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('D15: a missing or empty database is damage, and none is made in its place', () => {
  for (const role of ['writer', 'reader'] as const) expect(versionAs(role)).toBe('database-damaged');
  expect(() => readFileSync(path)).toThrow();
  writeFileSync(path, '');
  for (const role of ['writer', 'reader'] as const) expect(versionAs(role)).toBe('database-damaged');
  expect(readFileSync(path)).toHaveLength(0);
  expect(versionAs('founder')).toBe(migrations.length);
});

it.runIf(process.platform !== 'win32')('D17: database and write-ahead log are readable for their owner alone', () => {
  const opened = openDatabase(path, key, 'founder');
  if (!opened.ok) throw new Error(opened.error.type);
  const modes = readdirSync(folder).map((file) => [file, (statSync(join(folder, file)).mode & 0o777).toString(8)]);
  expect(modes.sort()).toEqual([
    ['daybook.db', '600'],
    ['daybook.db-shm', '600'],
    ['daybook.db-wal', '600'],
  ]);
  opened.value.close();
});

it.each([
  ['garbage', () => Buffer.alloc(40_960, 0x5a)],
  ['a file in the clear', () => Buffer.from('SQLite format 3\0'.padEnd(8192, 'x'))],
  ['its first page cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
  ['its first page changed', (bytes: Buffer) => Buffer.concat([Buffer.alloc(4096, 1), bytes.subarray(4096)])],
])('D15: %s in place of a database is refused as damaged', (_, change) => {
  expect(versionAs('founder')).toBe(migrations.length);
  writeFileSync(path, change(readFileSync(path)));
  for (const role of ['writer', 'reader'] as const) expect(versionAs(role)).toBe('database-damaged');
});

it("D15: another vault's database is refused as damaged", () => {
  expect(versionAs('founder')).toBe(migrations.length);
  expect(versionAs('reader', new Uint8Array(32).fill(8))).toBe('database-damaged');
});
