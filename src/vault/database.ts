import { closeSync, openSync, statSync } from 'node:fs';
import Database from '@signalapp/sqlcipher';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { migrations } from './migrations/index.ts';
import type { LockRefusal } from './write-lock.ts';

export type DatabaseRefusal =
  | { readonly type: 'database-damaged' }
  | { readonly type: 'database-newer'; readonly version: number }
  /** Another process has it for itself, or put another in its place. */
  | LockRefusal;

/**
 * Opens the encrypted database with its raw key (SQLCipher 4; deriving the key is the header's work).
 *
 * The key was checked against the header before, so a failure to read means damage, not a wrong key. Missing migrations
 * are applied first, whoever asks; then a reader can write nothing. A file is made only by whoever makes the vault.
 * The database of a backup is an archive: nothing about it is changed, so it is read with the tables that it has.
 * Throws, with the code of the system or of SQLite, for anything that is no damage: a full disk, missing permission.
 */
export function openDatabase(
  path: string,
  key: Uint8Array,
  role: 'founder' | 'writer' | 'reader' | 'archive',
): Result<Database, DatabaseRefusal> {
  const found = statSync(path, { throwIfNoEntry: false });
  // SQLite would make a missing file and take an empty one for a new database.
  if (role !== 'founder' && (found === undefined || found.size === 0)) return refuse({ type: 'database-damaged' });
  // And it would make it readable for others, and the files beside it with the same rights.
  if (found === undefined) closeSync(openSync(path, 'wx', 0o600));
  const db = new Database(path, { cacheStatements: true });
  try {
    setKey(db, key);
    db.exec('PRAGMA busy_timeout = 10000; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    db.exec('PRAGMA trusted_schema = OFF');
    const version = readVersion(db);
    if (version > migrations.length) {
      db.close();
      return refuse({ type: 'database-newer', version });
    }
    if (role === 'archive') {
      db.exec('PRAGMA query_only = ON');
      return ok(db);
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    if (version < migrations.length) migrate(db);
    if (role === 'reader') db.exec('PRAGMA query_only = ON');
    return ok(db);
  } catch (error) {
    db.close();
    // Which page or table it was, `verify` tells once it opens.
    if (isDamage(error)) return refuse({ type: 'database-damaged' });
    // The file was renamed over between its opening and its first use: SQLite sees it where it would write.
    if (hasCode(error, 'SQLITE_READONLY_DBMOVED')) return refuse({ type: 'vault-changed' });
    if (hasCode(error, 'SQLITE_BUSY')) return refuse({ type: 'vault-in-use' });
    throw error;
  }
}

/** Gives a connection its key, and the settings that hold for every connection, before anything is read. */
export function setKey(db: Database, key: Uint8Array): void {
  // SQLCipher prints a line on stderr for each damaged page. SQLite's own log goes nowhere as long as the driver's
  // `setLogger` is not called, and must: a thread that is ended while the log speaks takes the process with it.
  db.exec('PRAGMA cipher_log_level = NONE');
  db.exec(`PRAGMA key = "x'${bytesToHex(key)}'"`);
  db.exec(
    'PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -24576',
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether an error is SQLite's way of saying that a file is not, or no longer, what it wrote. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(code);
}

/** Applies the missing migrations in one transaction, which another process may have been quicker with. */
function migrate(db: Database): void {
  db.exec('BEGIN IMMEDIATE');
  const from = readVersion(db);
  for (const [i, sql] of migrations.slice(from).entries()) db.exec(`${sql} PRAGMA user_version = ${from + i + 1};`);
  db.exec('COMMIT');
}

function readVersion(db: Database): number {
  return Number(db.prepare('PRAGMA user_version', { pluck: true, persistent: false }).get() ?? 0);
}
