/**
 * Making a backup: a snapshot of the database, the blobs that it names, and last the manifest, whose replacement is what
 * counts. Whatever stops it before leaves the backup that was there; only afterwards goes what that one alone needed.
 */

import { renameSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import { type SeenHead, sha256 } from '../preserve/index.ts';
import { drawBytes, type RandomBytes } from './aead.ts';
import { type BlobLack, type BlobTally, bringBlobs, haveAllBlobs } from './backup-blobs.ts';
import {
  BACKUP_FILES,
  type BackupPlaceRefusal,
  inspectBackupPlace,
  removeOutdated,
  removeUnfinished,
  snapshotFolder,
  snapshotsIn,
} from './backup-folder.ts';
import { type BackupManifest, writeManifest } from './backup-manifest.ts';
import { judgePrevious, type PreviousBackup, type PreviousRefusal } from './backup-previous.ts';
import { currentHeader, type Snapshot, type SnapshotRefusal, writeSnapshot } from './backup-snapshot.ts';
import { CopyDiffers, Interrupted } from './blob-copy.ts';
import { isDamage } from './database.ts';
import { replaceFile, syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { realLocation } from './folder.ts';
import { makeFolders } from './folder-making.ts';
import { type Header, serialiseHeader } from './header.ts';
import type { Vault } from './vault.ts';
import type { Opened } from './vault-threads.ts';
import { WriteLock } from './write-lock.ts';
import type { WriteRefusal } from './write-request.ts';

export interface BackupRequest {
  /** Where to put it, as an absolute path. */
  readonly place: string;
  /** Whether every entry and every blob is checked, also those that lie there already. */
  readonly full: boolean;
  /** RFC 3339, the caller's clock. */
  readonly now: string;
  readonly random: RandomBytes;
  readonly progress: (step: BackupStep) => void;
  readonly interrupted: AbortSignal;
}

export type BackupStep =
  | { readonly type: 'copying-database' | 'checking-database' | 'committing' | 'committed' | 'noted' }
  | { readonly type: 'blobs'; readonly blobs: number; readonly bytes: number };

export interface BackupReceipt {
  /** `unchanged`: the backup that is there has everything already. */
  readonly type: 'made' | 'unchanged';
  /** What was there before: `other-key` and `broken` were made anew from the ground. */
  readonly previous: PreviousBackup['type'];
  readonly id: string;
  readonly madeAt: string;
  readonly keyId: string;
  readonly heads: readonly SeenHead[];
  readonly databaseBytes: number;
  readonly blobs: Omit<BlobTally, 'lacking' | 'names'>;
  /** Documents whose bytes are not whole in the vault and were not in the backup either. */
  readonly lacking: readonly BlobLack[];
  /** What went since nothing needs it any more. */
  readonly removed: { readonly snapshots: number; readonly blobs: number; readonly unfinished: number };
  /** Whether the vault has it on its list; it cannot while another process writes for long. */
  readonly noted: boolean;
}

export type BackupRefusal =
  | WriteRefusal
  | SnapshotRefusal
  | PreviousRefusal
  | BackupPlaceRefusal
  | { readonly type: 'backup-inside-vault' }
  /** Another process makes a backup in the same place. */
  | { readonly type: 'backup-in-use' }
  | { readonly type: 'backup-interrupted' }
  | { readonly type: 'target-full' | 'target-read-only' | 'target-file-too-large' | 'target-unreliable' };

/** How often a snapshot is taken again because a source was erased while its bytes were to be copied. */
const MOST_SNAPSHOTS = 5;

/**
 * Makes a backup or brings one up to date, while the vault goes on being used. A vault that is not sound, or whose
 * database does not read, makes none, so that a good one never gives way to a bad one.
 */
export async function makeBackup(
  vault: Vault,
  opened: Opened,
  request: BackupRequest,
): Promise<Result<BackupReceipt, BackupRefusal>> {
  try {
    const condition = await vault.condition();
    // A vault that was not admitted yet holds the keys with which it will be: they are worth a backup.
    if (condition.type !== 'sound' && condition.type !== 'not-admitted') return refuse(condition);
    const place = await realLocation(request.place);
    const own = await realLocation(vault.folder);
    if (place === own || place.startsWith(own + sep)) return refuse({ type: 'backup-inside-vault' });
    const free = inspectBackupPlace(place);
    if (!free.ok) return free;
    const made = makeFolders(place);
    if (made !== undefined) syncFolderNow(dirname(made));
    const lock = WriteLock.open(join(place, BACKUP_FILES.lock));
    try {
      if (!lock.acquire({ waitMs: 0 }).ok) return refuse({ type: 'backup-in-use' });
      return await backUp({ vault, opened, place, request });
    } finally {
      lock.close();
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) return refuse(refusal);
    throw error;
  }
}

interface Run {
  readonly vault: Vault;
  readonly opened: Opened;
  /** The real path of the backup's folder. */
  readonly place: string;
  readonly request: BackupRequest;
}

async function backUp(run: Run): Promise<Result<BackupReceipt, BackupRefusal>> {
  const { vault, opened, place, request } = run;
  const header = currentHeader(opened);
  if (!header.ok) return header;
  const found = inspectBackupPlace(place);
  if (!found.ok) return found;
  const previous = await judgePrevious({ vault, opened, header: header.value }, place, found.value);
  if (!previous.ok) return previous;
  // First, since it may be what fills the disk.
  const unfinished = removeUnfinished(place);
  const before = {
    previous: previous.value.type,
    unfinished,
    // Also one of a run that was killed before the vault noted it.
    there: [...snapshotsIn(place), ...(found.value.type === 'backup' ? [found.value.manifest.snapshot] : [])],
  };
  const unchanged = await findUnchanged(run, previous.value, header.value);
  if (unchanged !== undefined) return ok(await settle(run, { ...unchanged, ...before }));
  makeFolders(join(place, BACKUP_FILES.blobs));
  const checkAll = request.full || previous.value.type === 'other-key' || previous.value.type === 'broken';
  for (let attempt = 1; ; attempt++) {
    const made = await makeOnce(run, { checkAll, last: attempt === MOST_SNAPSHOTS });
    if (!made.ok) return made;
    if (made.value === 'erased-meanwhile') continue;
    return ok(await settle(run, { ...made.value, ...before }));
  }
}

/** A backup that stands, before the vault has noted it and what is outdated was removed. */
interface Standing {
  readonly type: BackupReceipt['type'];
  readonly manifest: BackupManifest;
  readonly heads: readonly SeenHead[];
  readonly blobs: BlobTally;
}

/** The backup that is there, when a new one would hold the same. */
async function findUnchanged(
  { vault, place, request }: Run,
  previous: PreviousBackup,
  header: Header,
): Promise<Standing | undefined> {
  if (previous.type !== 'whole' || request.full) return undefined;
  const { manifest, heads } = previous;
  if (manifest.header.sha256 !== sha256(serialiseHeader(header))) return undefined;
  if ((await vault.query('state', undefined)) !== manifest.state) return undefined;
  const all = await haveAllBlobs(vault, join(place, BACKUP_FILES.blobs));
  if (all === undefined) return undefined;
  const nothing = { copied: 0, copiedBytes: 0, checked: 0, lacking: [] };
  return { type: 'unchanged', manifest, heads, blobs: { ...all, ...nothing, kept: all.count } };
}

async function makeOnce(
  run: Run,
  { checkAll, last }: { readonly checkAll: boolean; readonly last: boolean },
): Promise<Result<Standing | 'erased-meanwhile', BackupRefusal>> {
  const { vault, opened, place, request } = run;
  const { full, interrupted, progress } = request;
  const id = bytesToHex(drawBytes(request.random, 16));
  progress({ type: 'copying-database' });
  try {
    const checking = (): void => progress({ type: 'checking-database' });
    const snapshot = await writeSnapshot(vault, opened, { place, id, full, interrupted, checking });
    if (!snapshot.ok) return snapshot;
    try {
      const blobs = await bringBlobs({
        archive: snapshot.value.archive,
        keys: opened.keys,
        from: join(vault.folder, VAULT_FILES.blobs),
        to: join(place, BACKUP_FILES.blobs),
        checkAll,
        interrupted,
        progress: (done) => progress({ type: 'blobs', ...done }),
      });
      if (!last && (await wereErased(vault, blobs.lacking))) return ok('erased-meanwhile');
      syncFolderNow(join(place, BACKUP_FILES.blobs));
      progress({ type: 'committing' });
      return ok(commit(run, snapshot.value, blobs));
    } finally {
      await snapshot.value.archive.close();
    }
  } finally {
    // Under its own name by now, or of no use.
    rmSync(`${snapshotFolder(place, id)}.part`, { recursive: true, force: true });
  }
}

/** Whether what could not be copied is no longer in the vault: then the snapshot holds more of it than may be kept. */
async function wereErased(vault: Vault, lacking: readonly BlobLack[]): Promise<boolean> {
  for (const { source, name } of lacking) {
    if ((await vault.query('blob', { source }))?.name !== name) return true;
  }
  return false;
}

/** From here on the new backup is the one that counts. */
function commit({ opened, place, request }: Run, snapshot: Snapshot, blobs: BlobTally): Standing {
  const manifest: BackupManifest = {
    vault: opened.vault,
    key: bytesToHex(opened.keys.keyId),
    snapshot: snapshot.id,
    madeAt: request.now,
    database: snapshot.database,
    header: snapshot.header,
    blobs: { count: blobs.count, bytes: blobs.bytes },
    state: snapshot.state,
  };
  renameSync(snapshot.folder, snapshotFolder(place, snapshot.id));
  syncFolderNow(place);
  replaceFile(join(place, BACKUP_FILES.manifest), writeManifest(manifest, opened.keys));
  request.progress({ type: 'committed' });
  return { type: 'made', manifest, heads: snapshot.heads, blobs };
}

/** Puts a backup on the vault's list, unless it is there, and removes what no backup needs any more. */
async function settle(
  { vault, place, request }: Run,
  standing: Standing & {
    readonly previous: PreviousBackup['type'];
    readonly unfinished: number;
    /** Backups that lay in this folder when the run began, by their ids. */
    readonly there: readonly string[];
  },
): Promise<BackupReceipt> {
  const { type, previous, unfinished, there, manifest, heads } = standing;
  const { snapshot: id, madeAt, key: keyId } = manifest;
  const replaced = there.filter((each) => each !== id);
  const listed = await vault.query('backups', undefined);
  const known =
    listed.some((each) => each.id === id && each.place === request.place) &&
    !listed.some((each) => replaced.includes(each.id));
  const row = { id, madeAt, keyId, place: request.place, heads, replaced };
  const noted = known || (await vault.note('backupMade', row)).ok;
  request.progress({ type: 'noted' });
  const { names, lacking, ...blobs } = standing.blobs;
  const removed = removeOutdated(place, { snapshot: id, isNamed: (name) => names.has(name) });
  return {
    type,
    previous,
    id,
    madeAt,
    keyId,
    heads,
    databaseBytes: manifest.database.bytes,
    blobs,
    lacking,
    removed: { ...removed, unfinished },
    noted,
  };
}

/** What an error means that came from writing to the target; undefined when it is none of these. */
function refusalOf(error: unknown): BackupRefusal | undefined {
  if (error instanceof Interrupted) return { type: 'backup-interrupted' };
  if (error instanceof CopyDiffers) return { type: 'target-unreliable' };
  if (isDamage(error)) return { type: 'database-damaged' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return { type: 'target-full' };
  if (/^(EROFS|EACCES|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return { type: 'target-read-only' };
  return code === 'EFBIG' ? { type: 'target-file-too-large' } : undefined;
}
