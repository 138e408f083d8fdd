/**
 * Restoring a backup into a new folder. What was begun is no vault: its header bears a part name until everything else is
 * there and durable. Neither `head` nor `device.key` is made: whoever opens the folder enrols a new device before it writes.
 */

import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { type BlobLack, type BlobTally, bringBlobs } from './backup-blobs.ts';
import type { Backup, BackupPart } from './backup-reading.ts';
import { markFile, syncFile, writeNew } from './backup-snapshot.ts';
import { CopyDiffers, copyFile, Interrupted } from './blob-copy.ts';
import { isBlobName } from './blob-file.ts';
import { PART_ENDING, syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { inspectVaultFolder, realLocation } from './folder.ts';
import { makeFolders } from './folder-making.ts';
import { serialiseHeader } from './header.ts';
import type { LogHead } from './log-store.ts';
import { newDevice } from './vault-identity.ts';
import { LOCK_WAIT_MS } from './vault-threads.ts';
import type { Queries, QueryName } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';
import { WriteLock } from './write-lock.ts';

export interface RestoreRequest {
  /** A new or empty folder, or one in which a restore was interrupted; an absolute path. */
  readonly folder: string;
  /** Where the backup lies, as an absolute path, for the restored vault's own list. */
  readonly place: string;
  readonly worker: URL;
  readonly progress: (step: RestoreStep) => void;
  readonly interrupted: AbortSignal;
}

export type RestoreStep =
  | { readonly type: 'copying-database' | 'checking-database' | 'completing' }
  | { readonly type: 'blobs'; readonly blobs: number; readonly bytes: number };

export interface RestoreReceipt {
  /** The moment at which the backup was made, as its maker's clock had it; undefined when its manifest was not whole. */
  readonly madeAt: string | undefined;
  readonly heads: readonly LogHead[];
  /** Whether the database is the one that was backed up. A damaged one was taken as far as it reads. */
  readonly database: 'whole' | 'damaged';
  readonly databaseBytes: number;
  readonly blobs: Omit<BlobTally, 'lacking' | 'names'>;
  /** Documents whose bytes are not in the backup, or not whole. */
  readonly lacking: readonly BlobLack[];
}

export type RestoreRefusal =
  | { readonly type: 'folder-not-empty' }
  /** There is a vault in the folder already. */
  | { readonly type: 'restore-onto-vault' }
  | { readonly type: 'restore-into-backup' }
  /** Another process restores into the same folder. */
  | { readonly type: 'restore-in-use' }
  | { readonly type: 'restore-interrupted' }
  | { readonly type: 'backup-damaged'; readonly part: BackupPart }
  | { readonly type: 'backup-newer'; readonly version: number }
  | { readonly type: 'blobs-lacking'; readonly lacking: readonly BlobLack[] }
  | { readonly type: 'target-unreliable' };

const HEADER_PART = VAULT_FILES.header + PART_ENDING;

/**
 * Writes a vault out of a backup. What is not whole refuses it and leaves nothing, unless the backup was opened for what
 * is whole of it. Throws, having left nothing, when the disk is full or cannot be written.
 */
export async function restoreBackup(
  backup: Backup,
  request: RestoreRequest,
): Promise<Result<RestoreReceipt, RestoreRefusal>> {
  const { folder } = request;
  const real = await realLocation(folder);
  const from = await realLocation(backup.found.folder);
  if (real === from || real.startsWith(from + sep)) return refuse({ type: 'restore-into-backup' });
  const { content } = await inspectVaultFolder(folder);
  if (content.type === 'vault' || content.type === 'incomplete') return refuse({ type: 'restore-onto-vault' });
  if (content.type === 'not-a-folder') return refuse({ type: 'folder-not-empty' });
  if (content.type === 'not-a-vault' && filesBut(folder, VAULT_FILES.lock) > 0) {
    return refuse({ type: 'folder-not-empty' });
  }
  const made = makeFolders(folder);
  if (made !== undefined) syncFolderNow(dirname(made));
  const restored = await restoreAlone(backup, request);
  if (!restored.ok) removeIfEmpty(folder, made !== undefined);
  // Not before: a vault that is begun has nobody who could note anything.
  else if (restored.value.database === 'whole') await noteOrigin(backup, request, restored.value.heads);
  return restored;
}

/** Under the lock of the folder that is to be a vault; what was begun and not finished is gone afterwards. */
async function restoreAlone(backup: Backup, request: RestoreRequest): Promise<Result<RestoreReceipt, RestoreRefusal>> {
  const { folder } = request;
  const lock = WriteLock.open(join(folder, VAULT_FILES.lock));
  let complete = false;
  try {
    if (!lock.acquire({ waitMs: 0 }).ok) return refuse({ type: 'restore-in-use' });
    removeBegun(folder);
    if (filesBut(folder, VAULT_FILES.lock) > 0) return refuse({ type: 'folder-not-empty' });
    const restored = await restore(backup, request);
    complete = restored.ok;
    return restored;
  } catch (error) {
    if (error instanceof Interrupted) return refuse({ type: 'restore-interrupted' });
    if (error instanceof CopyDiffers) return refuse({ type: 'target-unreliable' });
    throw error;
  } finally {
    if (lock.held && !complete) removeBegun(folder);
    lock.close();
  }
}

async function restore(
  backup: Backup,
  { folder, worker, progress, interrupted }: RestoreRequest,
): Promise<Result<RestoreReceipt, RestoreRefusal>> {
  const { manifest, header, partial } = backup.found;
  writeNew(join(folder, HEADER_PART), serialiseHeader(header));
  const blobFolder = join(folder, VAULT_FILES.blobs);
  mkdirSync(blobFolder, { mode: 0o700 });
  progress({ type: 'copying-database' });
  const file = join(folder, VAULT_FILES.database);
  const copied = await copyFile(backup.database, file, { step: () => undefined, interrupted });
  if (typeof copied === 'string') return refuse({ type: 'backup-damaged', part: 'daybook.db' });
  syncFolderNow(folder);
  progress({ type: 'checking-database' });
  const { bytes, sha256 } = await markFile(file, interrupted);
  const same = manifest !== undefined && manifest.database.bytes === bytes && manifest.database.sha256 === sha256;
  if (!same && !partial) return refuse({ type: 'backup-damaged', part: 'daybook.db' });
  const start = { folder, databaseKey: backup.keys.database };
  const reader = await WorkerThread.start(worker, { role: 'reader', ...start });
  if (!reader.ok) {
    if (reader.error.type === 'database-newer') return refuse({ type: 'backup-newer', version: reader.error.version });
    return refuse({ type: 'backup-damaged', part: 'daybook.db' });
  }
  let heads: readonly LogHead[];
  let blobs: BlobTally;
  let intact: boolean;
  const query = <N extends QueryName>(name: N, args: Parameters<Queries[N]>[2]): Promise<ReturnType<Queries[N]>> =>
    reader.value.ask<ReturnType<Queries[N]>>({ op: 'query', name, args });
  try {
    intact = await reader.value.ask<boolean>({ op: 'integrity' });
    if (!intact && !partial) return refuse({ type: 'backup-damaged', part: 'daybook.db' });
    heads = await query('heads', undefined);
    blobs = await bringBlobs({
      archive: { query },
      keys: backup.keys,
      from: backup.blobs,
      to: blobFolder,
      checkAll: false,
      interrupted,
      progress: (done) => progress({ type: 'blobs', ...done }),
    });
  } finally {
    await reader.value.close();
  }
  const { lacking, names: _names, ...tally } = blobs;
  if (lacking.length > 0 && !partial) return refuse({ type: 'blobs-lacking', lacking });
  syncFolderNow(blobFolder);
  progress({ type: 'completing' });
  syncFile(file);
  syncFolderNow(folder);
  renameSync(join(folder, HEADER_PART), join(folder, VAULT_FILES.header));
  syncFolderNow(folder);
  const database = same && intact ? 'whole' : 'damaged';
  return ok({ madeAt: manifest?.madeAt, heads, database, databaseBytes: bytes, blobs: tally, lacking });
}

/** Puts the backup on the list of the vault that was made of it: whoever revokes its key later learns of it. */
async function noteOrigin(
  { found, keys, vault, personSeed }: Backup,
  { folder, place, worker }: RestoreRequest,
  heads: readonly LogHead[],
): Promise<void> {
  const { manifest } = found;
  if (manifest === undefined) return;
  const { entrySeed, checkpointSeed } = newDevice({ folder });
  const writer = await WorkerThread.start(worker, {
    role: 'writer',
    folder,
    databaseKey: keys.database,
    // A note is no entry: these keys of a device sign nothing.
    writer: { vault, headMac: keys.headMac, entrySeed, checkpointSeed, personSeed },
  });
  if (!writer.ok) throw new Error(`a database just restored does not open: ${writer.error.type}`);
  try {
    const { snapshot: id, madeAt } = manifest;
    const args = { id, madeAt, keyId: bytesToHex(keys.keyId), place, heads, replaced: [] };
    await writer.value.ask({ op: 'note', name: 'backupMade', args, waitMs: LOCK_WAIT_MS });
  } finally {
    await writer.value.close();
  }
}

/** Takes away what a restore writes, as far as it got. */
function removeBegun(folder: string): void {
  const { database, blobs } = VAULT_FILES;
  for (const file of [database, `${database}-wal`, `${database}-shm`, HEADER_PART]) {
    rmSync(join(folder, file), { force: true });
  }
  const path = join(folder, blobs);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const file of readdirSync(path)) {
    const name = file.endsWith(PART_ENDING) ? file.slice(0, -PART_ENDING.length) : file;
    if (isBlobName(name)) rmSync(join(path, file), { force: true });
  }
  if (readdirSync(path).length === 0) rmdirSync(path);
}

/** Leaves a folder as it was found: without the lock file, and not at all when it was made here. */
function removeIfEmpty(folder: string, made: boolean): void {
  if (filesBut(folder, VAULT_FILES.lock) > 0) return;
  rmSync(join(folder, VAULT_FILES.lock), { force: true });
  if (made) rmdirSync(folder);
}

/** How many things lie in a folder besides the one, which a restore that was killed early leaves alone there. */
function filesBut(folder: string, name: string): number {
  return readdirSync(folder).filter((file) => file !== name).length;
}
