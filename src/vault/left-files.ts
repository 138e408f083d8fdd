/** What a crash or an interrupted erasure left in the folder of blobs, and that is certainly ours: it goes. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import { isBlobName } from './blob-file.ts';
import { PART_ENDING, syncFolderNow, VAULT_FILES } from './durable-file.ts';

/** How many files were taken away. */
export interface TakenAway {
  /** Blobs that had begun to be written. */
  readonly parts: number;
  /** Blobs of which the record says that they are to go. */
  readonly erased: number;
}

/**
 * Takes away the files of blobs that are to go, and part files last touched before that moment (milliseconds since 1970):
 * a younger one another process may be writing, and one that was suspended over its part file fails, losing nothing that
 * was acknowledged. A whole blob that nothing points at stays: a suspended process could yet record it. The caller holds
 * the write lock.
 */
export function takeAwayLeftFiles(db: Database, vault: string, before: number): TakenAway {
  const folder = join(vault, VAULT_FILES.blobs);
  const parts = readdirSync(folder).filter((file) => isLeftPart(file) && modified(join(folder, file)) < before);
  for (const file of parts) rmSync(join(folder, file), { force: true });
  const names = db
    .prepare('SELECT name FROM blob_to_remove WHERE name NOT IN (SELECT name FROM blob)', { pluck: true })
    .all()
    .filter((name) => typeof name === 'string' && isBlobName(name));
  const erased = names.filter((name) => {
    const path = join(folder, String(name));
    const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
    if (there) rmSync(path, { force: true });
    return there;
  });
  if (parts.length + erased.length > 0) syncFolderNow(folder);
  // Only now: a name that is forgotten before its file is gone leaves the file for good.
  const forget = db.prepare('DELETE FROM blob_to_remove WHERE name = ?');
  for (const name of names) forget.run([name]);
  return { parts: parts.length, erased: erased.length };
}

/** Whether a file is one of ours that was being written. */
function isLeftPart(file: string): boolean {
  return file.endsWith(PART_ENDING) && isBlobName(file.slice(0, -PART_ENDING.length));
}

/** Milliseconds since 1970; for a file that went meanwhile a moment that never came. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}
