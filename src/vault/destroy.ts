/**
 * Panic: makes a vault unreadable for good, at once, without its passphrase. Everything hangs on the slots, a few kilobytes
 * in one file; that goes first. The wrapped keys and the seeds go next, then as much of the database's start as takes no time.
 * Nothing here can reach other copies, nor what a disk keeps of bytes that were written over.
 */
import { closeSync, fsyncSync, lstatSync, openSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from './aead.ts';
import { NEXT_FOLDERS, PART_ENDING, readSmallFile, syncFolderNow, VAULT_FILES, writeWhole } from './durable-file.ts';
import { describeFailure } from './failure.ts';

export interface Destruction {
  /** Files that are gone, as their names in the folder. */
  readonly destroyed: readonly string[];
  /** Files that are not, or not safely: with the code of the system. */
  readonly left: readonly Resisting[];
}

/** A file that could not be written over, not be taken away, or neither; `code` is the system's. */
export interface Resisting {
  readonly file: string;
  readonly overwritten: boolean;
  readonly removed: boolean;
  readonly code: string;
}

/** So much of a file is written over: all of the small ones, and of a database what takes no time. */
const MOST_BYTES = 8 * 1024 * 1024;
const LEAST_BYTES = 4096;
const LONGEST_HEADER = 256 * 1024;
/** In the order in which they matter. */
const SECRETS = [VAULT_FILES.header, VAULT_FILES.device, VAULT_FILES.head] as const;
const DATABASE = ['', '-wal', '-shm', '-journal'].map((ending) => VAULT_FILES.database + ending);

/**
 * Whether there is a vault to destroy: a database, a device file, or a header that begins as ours. Elsewhere somebody's
 * `head` and `next` are somebody's work.
 */
export function isVaultToDestroy(folder: string): boolean {
  const isFile = (name: string): boolean => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
  if (isFile(VAULT_FILES.database) || isFile(VAULT_FILES.device)) return true;
  const header = readSmallFile(join(folder, VAULT_FILES.header), LONGEST_HEADER);
  return typeof header === 'object' && Buffer.from(header).includes('"slots":[');
}

/**
 * Writes over and removes header, device file, head, what lies ready to take their place, and the database. Goes on
 * after a file that resists, and names it. WARNING: opens `daybook.db`, so this process must not use the vault afterwards;
 * its locks go, on a file that is gone too. Other processes' writes are refused as `vault-changed`.
 */
export function destroyVault(folder: string, { random }: { readonly random: RandomBytes }): Destruction {
  const destroyed: string[] = [];
  const left: Resisting[] = [];
  const destroy = (name: string): void => {
    const outcome = destroyFile(join(folder, name), random);
    if (outcome === 'gone') destroyed.push(name);
    else if (outcome !== 'none') left.push({ file: name, ...outcome });
  };
  const withParts = SECRETS.flatMap((name) => [name, name + PART_ENDING]);
  for (const name of withParts) destroy(name);
  for (const next of Object.values(NEXT_FOLDERS)) {
    const path = join(folder, next);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    for (const name of [...withParts, ...DATABASE]) destroy(join(next, name));
    attempt(() => rmdirSync(path));
  }
  for (const name of DATABASE) destroy(name);
  const synced = attempt(() => syncFolderNow(folder));
  if (synced !== undefined) left.push({ file: '.', overwritten: true, removed: true, code: synced });
  return { destroyed, left };
}

function destroyFile(path: string, random: RandomBytes): 'none' | 'gone' | Omit<Resisting, 'file'> {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return 'none';
  // Another process may have mapped this one; there is nothing in it but numbers of pages.
  const resisted = path.endsWith('-shm') ? undefined : attempt(() => overwrite(path, random));
  const stayed = attempt(() => rmSync(path));
  const code = resisted ?? stayed;
  if (code === undefined) return 'gone';
  return { overwritten: resisted === undefined, removed: stayed === undefined, code };
}

/** Random bytes over a file's own, at least as many up to the limit, synced. A link is followed to what it stands for. */
function overwrite(path: string, random: RandomBytes): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return;
  const length = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, found.size));
  const fd = openSync(path, 'r+');
  try {
    writeWhole(fd, random(length), 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Runs a step of which others do not wait; the code of the system when it failed, undefined when it did not. */
function attempt(step: () => void): string | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    return describeFailure(error).code ?? 'UNKNOWN';
  }
}
