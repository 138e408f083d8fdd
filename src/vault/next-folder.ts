/**
 * A vault under a new key is made ready beside the old one and then takes its place: `next.part/` counts for nothing,
 * `next/` counts. Whoever comes next finishes what a crash left, without any key, before a header is read.
 */
import { lstatSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../base/index.ts';
import { NEXT_FOLDERS, syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { type LockRefusal, withWriteLock } from './write-lock.ts';

/** Files that SQLite keeps beside the old database. Beside the new one they would be taken for its own. */
const OLD_COMPANIONS = ['-wal', '-shm', '-journal'].map((ending) => VAULT_FILES.database + ending);
const MOVED_FIRST = [VAULT_FILES.database, VAULT_FILES.device, VAULT_FILES.head] as const;

/** Finishes or drops what an interrupted revoking left. Refused while another process is at it. */
export async function settleNext(
  folder: string,
  { waitMs }: { readonly waitMs: number },
): Promise<Result<void, LockRefusal>> {
  if (!Object.values(NEXT_FOLDERS).some((name) => isFolder(join(folder, name)))) return ok(undefined);
  return withWriteLock(join(folder, VAULT_FILES.lock), { waitMs }, () => {
    finishNext(folder);
    dropNextPart(folder);
  });
}

/**
 * Moves the files of `next/` over those of the vault. May be stopped anywhere and run again: as long as the header is in
 * the folder, everybody begins with this. A folder without one is done, or was never ours: the vault may be in use, so
 * that nothing of it is touched. The caller holds the write lock.
 */
export function finishNext(folder: string, step: () => void = () => {}): void {
  const next = join(folder, NEXT_FOLDERS.ready);
  if (!isFolder(next)) return;
  const there = new Set(readdirSync(next));
  if (!there.has(VAULT_FILES.header)) {
    removeIfEmpty(next);
    return;
  }
  for (const name of OLD_COMPANIONS) rmSync(join(folder, name), { force: true });
  step();
  for (const name of MOVED_FIRST) {
    if (!there.has(name)) continue;
    renameSync(join(next, name), join(folder, name));
    step();
  }
  // Once more, for a process that opened the old database just now: its log must not stay beside the new one.
  for (const name of OLD_COMPANIONS) rmSync(join(folder, name), { force: true });
  // The header goes last, also on the disk: without it in the folder nobody looks for the others there.
  syncFolderNow(folder);
  syncFolderNow(next);
  renameSync(join(next, VAULT_FILES.header), join(folder, VAULT_FILES.header));
  step();
  syncFolderNow(folder);
  syncFolderNow(next);
  step();
  removeIfEmpty(next);
  syncFolderNow(folder);
}

/** Whether something named `next` lies in the folder, which a vault under a new key could not take the name of. */
export function isNextTaken(folder: string): boolean {
  return lstatSync(join(folder, NEXT_FOLDERS.ready), { throwIfNoEntry: false }) !== undefined;
}

/** Removes what counts for nothing. The caller holds the write lock. */
export function dropNextPart(folder: string): void {
  const part = join(folder, NEXT_FOLDERS.part);
  if (isFolder(part)) rmSync(part, { recursive: true });
}

/** What somebody else put into the folder (a file manager its own notes) is not removed, and keeps the folder there. */
function removeIfEmpty(next: string): void {
  if (readdirSync(next).length === 0) rmdirSync(next);
}

/** A link in its place is not ours, and what it points at even less. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
