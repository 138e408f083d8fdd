import Database, { setLogger } from '@signalapp/sqlcipher';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { migrations } from './migrations/index.ts';

export type DatabaseRefusal =
  | { readonly type: 'database-damaged' }
  | { readonly type: 'database-newer'; readonly version: number };

/**
 * Opens the encrypted database with its raw key (SQLCipher 4; deriving the key is the header's work).
 *
 * The key was checked against the header before, so a failure to read means damage, not a wrong key. A writer applies
 * the migrations that are missing; a reader never writes.
 */
export function openDatabase(
  path: string,
  key: Uint8Array,
  role: 'writer' | 'reader',
): Result<Database, DatabaseRefusal> {
  // By default the library prints SQLite's messages to stderr, and those can name tables and files.
  setLogger(() => {});
  const db = new Database(path, { cacheStatements: true });
  try {
    db.exec(`PRAGMA key = "x'${bytesToHex(key)}'"`);
    db.exec(
      'PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536',
    );
    db.exec('PRAGMA busy_timeout = 10000; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    if (role === 'writer') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
    const version = readVersion(db);
    if (version > migrations.length) {
      db.close();
      return refuse({ type: 'database-newer', version });
    }
    if (role === 'writer') migrate(db, version);
    else db.exec('PRAGMA query_only = ON');
    return ok(db);
  } catch {
    // SQLite's message can hold nothing we may show; which page or table it was, `verify` tells once it opens.
    db.close();
    return refuse({ type: 'database-damaged' });
  }
}

/** Applies the migrations after `from`, each in a transaction of its own. */
function migrate(db: Database, from: number): void {
  migrations.slice(from).forEach((sql, i) => {
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${from + i + 1}; COMMIT`);
  });
}

function readVersion(db: Database): number {
  return Number(db.prepare('PRAGMA user_version', { pluck: true }).get() ?? 0);
}
