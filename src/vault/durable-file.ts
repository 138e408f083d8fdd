import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Names under which the vault's files lie in its folder. */
export const VAULT_FILES = {
  database: 'daybook.db',
  header: 'header.json',
  head: 'head',
  lock: 'lock.db',
  device: 'device.key',
  blobs: 'blobs',
} as const;

/** Folders in which a vault under a new key is made ready, and in which it lies once it counts. */
export const NEXT_FOLDERS = { part: 'next.part', ready: 'next' } as const;

/** Ending of a file that is being written; one that is found is left from a crash and holds nothing that counts. */
export const PART_ENDING = '.part';

/**
 * Replaces a small file so that a crash at any point leaves the old bytes or the new ones, never a mixture: write beside
 * it, sync, rename, sync the folder. The caller holds the write lock, since the name of the part file is fixed.
 * `beforeRename` is for fault campaigns.
 */
export function replaceFile(path: string, bytes: Uint8Array, beforeRename: () => void = () => {}): void {
  const part = path + PART_ENDING;
  rmSync(part, { force: true });
  const fd = openSync(part, 'wx', 0o600);
  try {
    writeWhole(fd, bytes, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  beforeRename();
  renameSync(part, path);
  syncFolderNow(dirname(path));
}

/** Writes all the bytes at an offset; one call of the operating system may write fewer than it was given. */
export function writeWhole(fd: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, offset + done);
}

/** The bytes of a small file; `missing` when there is none, `too-long` when it is longer than the limit. Reads no more than that. */
export function readSmallFile(path: string, limit: number): Uint8Array | 'missing' | 'too-long' {
  const found = statSync(path, { throwIfNoEntry: false });
  // A pipe put in the place of the file would block the opening of it.
  if (found === undefined || !found.isFile()) return 'missing';
  const fd = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(limit + 1);
    let length = 0;
    while (length < bytes.length) {
      const got = readSync(fd, bytes, length, bytes.length - length, length);
      if (got === 0) break;
      length += got;
    }
    return length > limit ? 'too-long' : bytes.subarray(0, length);
  } finally {
    closeSync(fd);
  }
}

/** Number of a file in its file system, without opening it; undefined when there is none. */
export function inodeOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** Writes to disk what was written to a file by other means than `replaceFile`. */
export function syncFileNow(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Makes the names in a folder durable: new, renamed and removed files. Windows has no such call and journals names by
 * itself; everywhere else an error is an error.
 */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The same without blocking the thread. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
