import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../base/index.ts';
import { Archive } from './archive.ts';
import { snapshotFolder } from './backup-folder.ts';
import type { FileMark } from './backup-manifest.ts';
import { CopyDiffers, Interrupted } from './blob-copy.ts';
import type { DatabaseRefusal } from './database.ts';
import { PART_ENDING, syncFolderNow, VAULT_FILES, writeWhole } from './durable-file.ts';
import { type Header, isHeaderAuthentic, readHeader, serialiseHeader } from './header.ts';
import type { LogHead } from './log-store.ts';
import type { SnapshotSpan } from './snapshot.ts';
import type { Vault } from './vault.ts';
import { type Opened, startReader } from './vault-threads.ts';

/** A snapshot that was written, synced and checked, and does not bear its name yet. */
export interface Snapshot {
  readonly id: string;
  readonly folder: string;
  /** The database in it, open for reading; whoever is done with the snapshot closes it. */
  readonly archive: Archive;
  readonly heads: readonly LogHead[];
  readonly state: string;
  readonly database: FileMark;
  readonly header: FileMark;
}

export type SnapshotRefusal =
  | DatabaseRefusal
  /** The vault got another key while it was open here, or its header was changed by a stranger. */
  | { readonly type: 'vault-changed' }
  /** The record itself is not as it was kept. */
  | { readonly type: 'record-faulty'; readonly faults: number };

export interface SnapshotOrder {
  readonly place: string;
  readonly id: string;
  /** Whether every entry, part and row is checked too. */
  readonly full: boolean;
  readonly interrupted: AbortSignal;
  readonly checking: () => void;
}

/**
 * Writes database and header into a part folder. The header is read after the database, so that it is never the older of
 * the two. What was written is opened with its key and checked: every page, and that its logs end where they ended here.
 */
export async function writeSnapshot(
  vault: Vault,
  opened: Opened,
  { place, id, full, interrupted, checking }: SnapshotOrder,
): Promise<Result<Snapshot, SnapshotRefusal>> {
  const folder = snapshotFolder(place, id) + PART_ENDING;
  mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, VAULT_FILES.database);
  // SQLite would make it readable for others.
  closeSync(openSync(file, 'wx', 0o600));
  const reader = await startReader(opened);
  if (!reader.ok) return reader;
  let span: SnapshotSpan;
  try {
    span = await reader.value.ask<SnapshotSpan>({ op: 'snapshot', file });
  } finally {
    await reader.value.close();
  }
  if (interrupted.aborted) throw new Interrupted();
  const header = currentHeader(opened);
  if (!header.ok) return header;
  const headerBytes = serialiseHeader(header.value);
  writeNew(join(folder, VAULT_FILES.header), headerBytes);
  syncFile(file);
  syncFolderNow(folder);
  checking();
  const database = await markFile(file, interrupted);
  const written = { folder, worker: opened.options.worker, keys: opened.keys };
  const faults = full ? await countFaults(written) : 0;
  if (faults > 0) return refuse({ type: 'record-faulty', faults });
  if (interrupted.aborted) throw new Interrupted();
  const archive = await openWritten(written);
  try {
    const heads = await checkSnapshot(vault, archive, span);
    const state = await archive.query('state', undefined);
    const mark = { bytes: headerBytes.length, sha256: createHash('sha256').update(headerBytes).digest('hex') };
    return ok({ id, folder, archive, heads, state, database, header: mark });
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** The header as it lies in the vault, when it is still of the key with which the vault was opened here. */
export function currentHeader(opened: Opened): Result<Header, SnapshotRefusal> {
  const header = readHeader(opened.options.folder);
  const same =
    header.ok && header.value.vault === opened.vault && isHeaderAuthentic(header.value, opened.keys.headerMac);
  return same ? header : refuse({ type: 'vault-changed' });
}

/** Length and digest of a file, which is read in pieces. */
export async function markFile(path: string, interrupted: AbortSignal): Promise<FileMark> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    if (interrupted.aborted) throw new Interrupted();
    digest.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: digest.digest('hex') };
}

/** Makes a file's bytes durable. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes a small new file durably; its folder is the caller's to sync. */
export function writeNew(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'wx', 0o600);
  try {
    writeWhole(fd, bytes, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The ends of the snapshot's logs; throws when not every page is as it should be, or its logs are not the vault's. */
async function checkSnapshot(vault: Vault, archive: Archive, span: SnapshotSpan): Promise<readonly LogHead[]> {
  // SQLite read every page of the vault to write this; what does not read back was lost on the way.
  if (!(await archive.isIntact())) throw new CopyDiffers('a snapshot just written is not intact');
  const heads = await archive.query('heads', undefined);
  const [before, after] = [
    await archive.query('headsLacking', { heads: span.before }),
    await vault.query('headsLacking', { heads }),
  ];
  if (before.length + after.length > 0) throw new CopyDiffers('a snapshot has other logs than the vault');
  return heads;
}

/** How many faults there are in the record of a snapshot. */
async function countFaults(place: Parameters<typeof Archive.open>[0]): Promise<number> {
  const archive = await openWritten(place);
  try {
    return (await archive.verify()).faults.length;
  } finally {
    await archive.close();
  }
}

async function openWritten(place: Parameters<typeof Archive.open>[0]): Promise<Archive> {
  const archive = await Archive.open(place);
  if (!archive.ok) throw new CopyDiffers('a snapshot just written does not open');
  return archive.value;
}
