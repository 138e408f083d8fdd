/**
 * A whole database written anew under another key. The old file is held for nobody else meanwhile and not changed; what
 * was written is compared with it before anyone relies on it.
 */
import { closeSync, openSync } from 'node:fs';
import Database from '@signalapp/sqlcipher';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { type DatabaseRefusal, isDamage, setKey } from './database.ts';
import { syncFileNow } from './durable-file.ts';
import { describeFailure } from './failure.ts';
import { currentProjections, dumpDigest } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';

export type CopyRefusal =
  /** What was written is not what was read; nothing was replaced. */
  { readonly type: 'copy-differs' };

/** How long another connection is waited for, in milliseconds: one that is being closed, not one that works. */
const WAIT_MS = 1000;
/** Tables whose rows differ on purpose: they speak of the key itself. */
const OF_THE_KEY: readonly string[] = ['meta', 'slot'];

/**
 * Opens a database for nobody else. Leaving the write-ahead mode needs all other connections gone, in any process, and is
 * refused as `vault-in-use` otherwise. It also leaves the file in a mode in which SQLite notices, before it writes, that
 * another was put in its place: one that opened it late can write nothing beside the new one.
 */
export function openAlone(path: string, key: Uint8Array): Result<Database, DatabaseRefusal> {
  const db = new Database(path);
  try {
    setKey(db, key);
    db.exec(`PRAGMA busy_timeout = ${WAIT_MS}`);
    const mode = db.prepare('PRAGMA journal_mode = DELETE', { pluck: true, persistent: false }).get();
    if (mode !== 'delete') throw new Error('the database kept its write-ahead log');
    // In this mode the lock that the transaction takes stays until the connection is closed.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    return ok(db);
  } catch (error) {
    db.close();
    if (isDamage(error)) return refuse({ type: 'database-damaged' });
    if (describeFailure(error).code === 'SQLITE_BUSY') return refuse({ type: 'vault-in-use' });
    throw error;
  }
}

/**
 * Writes a database to a new file under another key, has `adapt` change in it what depends on the key, compares the two,
 * and syncs the file. Throws, with the code of the system or of SQLite, when the disk is full or fails: the caller takes the
 * file away.
 */
export function exportDatabase(
  db: Database,
  options: {
    readonly path: string;
    readonly key: Uint8Array;
    readonly adapt: (copy: Database) => void;
    readonly step: () => void;
  },
): Result<void, CopyRefusal> {
  const { path, key, adapt, step } = options;
  // SQLite would make it readable for others.
  closeSync(openSync(path, 'wx', 0o600));
  db.prepare('ATTACH ? AS fresh KEY ?', { persistent: false }).run([path, `x'${bytesToHex(key)}'`]);
  // Until it is whole the file counts for nothing, so it needs no journal; it is synced at the end.
  db.exec('PRAGMA fresh.journal_mode = OFF; PRAGMA fresh.synchronous = OFF');
  exportAll(db);
  db.exec(`PRAGMA fresh.user_version = ${userVersion(db)}; DETACH fresh`);
  step();
  const copy = new Database(path);
  try {
    setKey(copy, key);
    copy.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN EXCLUSIVE');
    adapt(copy);
    copy.exec('COMMIT');
    step();
    if (!isWhole(copy) || !isSame(db, copy)) return refuse({ type: 'copy-differs' });
  } finally {
    copy.close();
  }
  syncFileNow(path);
  return ok(undefined);
}

function exportAll(db: Database): void {
  try {
    db.prepare("SELECT sqlcipher_export('fresh')", { persistent: false }).get();
  } catch (error) {
    // It is a function of SQL: of an error within it SQLite passes on the words and not the code.
    const isFull = error instanceof Error && error.message.includes('database or disk is full');
    throw isFull
      ? Object.assign(new Error('could not copy the database', { cause: error }), { code: 'SQLITE_FULL' })
      : error;
  }
}

function isWhole(db: Database): boolean {
  const verdicts = db.prepare('PRAGMA integrity_check', { pluck: true, persistent: false }).all();
  // One row for each page whose MAC does not fit.
  const pages = db.prepare('PRAGMA cipher_integrity_check', { pluck: true, persistent: false }).all();
  return verdicts.length === 1 && verdicts[0] === 'ok' && pages.length === 0;
}

/** Equal schema and version, as many rows with as many bytes in each column of each table, and equal projections. */
function isSame(db: Database, copy: Database): boolean {
  const facts = (of: Database): string =>
    JSON.stringify([userVersion(of), schemaOf(of), tablesOf(of).map((table) => sizesOf(of, table)), digestOf(of)]);
  return facts(db) === facts(copy);
}

function schemaOf(db: Database): readonly Row[] {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all<Row>();
}

function tablesOf(db: Database): readonly string[] {
  return schemaOf(db)
    .filter((row) => row['type'] === 'table')
    .map((row) => textOf(row, 'name'))
    .filter((name) => !OF_THE_KEY.includes(name));
}

function sizesOf(db: Database, table: string): readonly (string | number)[] {
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info(?)`, { pluck: true, persistent: false })
    .all([table])
    .map(String);
  const totals = columns.map((column, i) => `TOTAL(OCTET_LENGTH("${column}")) AS c${i}`).join(', ');
  const row = db.prepare(`SELECT COUNT(*) AS n, ${totals} FROM "${table}"`, { persistent: false }).get<Row>() ?? {};
  return [table, numberOf(row, 'n'), ...columns.map((_, i) => numberOf(row, `c${i}`))];
}

function digestOf(db: Database): string | undefined {
  const projections = currentProjections(db);
  return projections && dumpDigest(projections).digest;
}

function userVersion(db: Database): number {
  return Number(db.prepare('PRAGMA user_version', { pluck: true, persistent: false }).get() ?? 0);
}
