import type Database from '@signalapp/sqlcipher';
import { describeFailure } from './failure.ts';
import type { FaultPoint } from './write-request.ts';

/** Pages of 4 KiB from which on the log is written back; SQLite's own number. */
const LONG_LOG = 1000;

/**
 * The write-ahead log of a connection that writes, and when it is written back into the database. SQLite would do it
 * within a commit, before the head is written; here it is the writer's last step of a turn, and a fault campaign can end
 * the process on either side of it.
 */
export class WriteAheadLog {
  readonly #db: Database;
  readonly #fault: (point: FaultPoint) => void;
  /** Pages in the log after the last commit here; 0 when nothing was committed since it was written back. */
  #pages = 0;

  /** Takes the place of SQLite's own writing back on this connection. */
  constructor(db: Database, fault: (point: FaultPoint) => void) {
    this.#db = db;
    this.#fault = fault;
    db.setWalHook((_, pages) => {
      this.#pages = pages;
    });
  }

  /**
   * Writes a long log back, so that the next commit begins it anew. Waits for nobody: what a reader still shows stays in
   * the log, and the turn after the next commit tries again. A full disk is no error, since nothing is lost by it and
   * the log still holds everything; throws when the disk fails.
   */
  tend(): void {
    if (this.#pages < LONG_LOG) return;
    this.#pages = 0;
    this.#fault('checkpoint');
    try {
      this.#db.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      if (describeFailure(error).code !== 'SQLITE_FULL') throw error;
    }
    this.#fault('checkpoint');
  }
}
