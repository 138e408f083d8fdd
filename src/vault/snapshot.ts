import type Database from '@signalapp/sqlcipher';
import type { WorkspaceId } from '../base/index.ts';
import { type LogHead, LogStore } from './log-store.ts';

/** Where the logs ended before and after a snapshot was taken: its own ends lie between. */
export interface SnapshotSpan {
  readonly before: readonly LogHead[];
  readonly after: readonly LogHead[];
}

/**
 * Copies the database into another file, under the same key and as one moment had it, whatever is written meanwhile.
 * Nothing that was deleted is in the copy. It is not synced: the caller does that. Throws when a page cannot be read or
 * written, and leaves the file as far as it got.
 */
export function takeSnapshot(db: Database, workspace: WorkspaceId, file: string): SnapshotSpan {
  const log = new LogStore(db, workspace);
  const before = log.heads();
  // SQLite takes this for writing, though the database at hand is only read.
  db.exec('PRAGMA query_only = OFF');
  try {
    db.prepare('VACUUM INTO ?', { persistent: false }).run([file]);
  } finally {
    db.exec('PRAGMA query_only = ON');
  }
  return { before, after: log.heads() };
}

/** Whether SQLite finds every page and index of the file as it should be. */
export function isIntact(db: Database): boolean {
  const [found] = db.prepare('PRAGMA integrity_check(1)', { pluck: true, persistent: false }).all();
  return found === 'ok';
}
