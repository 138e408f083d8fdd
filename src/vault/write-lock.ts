/**
 * One writer at a time. The lock is an exclusive transaction on `lock.db`, an empty SQLite file in the clear that never
 * holds anything: SQLite has portable locks that the operating system lets go when a process dies, which Node has not.
 *
 * WARNING. On POSIX systems closing any other handle on a file drops all of a process's locks on it, silently. Nobody
 * may open `lock.db` (or `daybook.db`) with `fs` in a process that uses the vault, not even to read or copy it.
 */
import { closeSync, openSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from '@signalapp/sqlcipher';
import { ok, type Result, refuse } from '../base/index.ts';
import { inodeOf } from './durable-file.ts';

export type LockRefusal =
  | { readonly type: 'vault-in-use' }
  /** Another vault, or none, lies where this one was opened: what is open here no longer counts and is not written. */
  | { readonly type: 'vault-changed' }
  /** There is something in the lock file, which is not Daybook's doing: SQLite cannot lock what is no database. */
  | { readonly type: 'lock-damaged' };

/** How often waiting asks again; short beside what a group commit takes. */
const ASK_AGAIN_MS = 20;

/** A handle on the lock of one vault. Not reentrant: two holders need two handles, also in one thread. */
export class WriteLock {
  readonly #path: string;
  #database: Database;
  #inode: bigint | undefined;
  #held = false;
  #closed = false;

  private constructor(path: string) {
    this.#path = path;
    this.#database = openLockFile(path);
    this.#inode = inodeOf(path);
  }

  /** Opens the lock file, making it when there is none. Takes no lock. Throws when the folder is missing or cannot be written. */
  static open(path: string): WriteLock {
    return new WriteLock(path);
  }

  get held(): boolean {
    return this.#held;
  }

  /**
   * Takes the lock, blocking this thread up to `waitMs` milliseconds (0 asks once), in rare races twice that: for worker
   * threads. Refused when another process, thread or handle still has it then, and when the file holds anything.
   */
  acquire({ waitMs }: { readonly waitMs: number }): Result<void, LockRefusal> {
    if (this.#held) throw new Error('the write lock is held by this handle already');
    if (this.#closed) throw new Error('this handle on the write lock was closed');
    if (!Number.isInteger(waitMs) || waitMs < 0) throw new Error('a wait is a whole number of milliseconds');
    // Somebody may have removed the file and another process made a new one: a lock on the old one shuts nobody out.
    for (let attempt = 0; attempt < 3; attempt++) {
      // It is not made anew here: whoever holds the lock, holds it on this file.
      if (isLockDamaged(this.#path)) return refuse({ type: 'lock-damaged' });
      this.#database.pragma(`busy_timeout = ${waitMs}`);
      if (!beginExclusive(this.#database)) return refuse({ type: 'vault-in-use' });
      if (inodeOf(this.#path) === this.#inode) {
        this.#held = true;
        return ok(undefined);
      }
      this.#database.close();
      this.#database = openLockFile(this.#path);
      this.#inode = inodeOf(this.#path);
    }
    throw new Error('the lock file is replaced again and again');
  }

  /** Lets the lock go; nothing when it is not held. */
  release(): void {
    if (!this.#held) return;
    this.#database.exec('ROLLBACK');
    this.#held = false;
  }

  /** Lets the lock go and closes the file; nothing the second time. The handle takes no lock afterwards. */
  close(): void {
    if (this.#closed) return;
    this.release();
    this.#closed = true;
    this.#database.close();
  }
}

/**
 * Runs something while holding the lock, and lets go whatever happens. Waits without blocking the thread.
 * Refused, with nothing run, when the lock is not free within `waitMs` milliseconds.
 */
export async function withWriteLock<T>(
  path: string,
  { waitMs }: { readonly waitMs: number },
  run: () => T | Promise<T>,
): Promise<Result<T, LockRefusal>> {
  const lock = WriteLock.open(path);
  try {
    let taken = lock.acquire({ waitMs: 0 });
    for (let waited = 0; !taken.ok && taken.error.type === 'vault-in-use' && waited < waitMs; waited += ASK_AGAIN_MS) {
      await pause(ASK_AGAIN_MS);
      taken = lock.acquire({ waitMs: 0 });
    }
    return taken.ok ? ok(await run()) : taken;
  } finally {
    lock.close();
  }
}

/** Whether a lock file holds anything, which makes it no lock; false when there is none, since one is made then. */
export function isLockDamaged(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function openLockFile(path: string): Database {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    try {
      // SQLite would make it readable for others. 'wx' touches no file that is there, see the warning above.
      closeSync(openSync(path, 'wx', 0o600));
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
  return new Database(path);
}

function beginExclusive(database: Database): boolean {
  try {
    // Otherwise the transaction puts a journal beside the file, which a killed process leaves. This too needs the lock.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (hasCode(error, 'SQLITE_BUSY')) return false;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
