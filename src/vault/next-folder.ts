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
const MOVED = [VAULT_FILES.database, VAULT_FILES.device, VAULT_FILES.head, VAULT_FILES.header] as const;

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
 * Moves the files of `next/` over those of the vault; nothing when there is no such folder. May be stopped anywhere and
 * run again: as long as the folder is there, everybody begins with this. The caller holds the write lock.
 */
export function finishNext(folder: string, step: () => void = () => {}): void {
  const next = join(folder, NEXT_FOLDERS.ready);
  if (!isFolder(next)) return;
  for (const name of OLD_COMPANIONS) rmSync(join(folder, name), { force: true });
  step();
  const there = new Set(readdirSync(next));
  for (const name of MOVED) {
    if (!there.has(name)) continue;
    renameSync(join(next, name), join(folder, name));
    step();
  }
  // Once more, for a process that opened the old database just now: its log must not stay beside the new one.
  for (const name of OLD_COMPANIONS) rmSync(join(folder, name), { force: true });
  syncFolderNow(folder);
  syncFolderNow(next);
  step();
  rmdirSync(next);
  syncFolderNow(folder);
}

/** Removes what counts for nothing. The caller holds the write lock. */
export function dropNextPart(folder: string): void {
  const part = join(folder, NEXT_FOLDERS.part);
  if (isFolder(part)) rmSync(part, { recursive: true });
}

/** A link in its place is not ours, and what it points at even less. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
