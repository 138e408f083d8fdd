/** The folder of a backup: `backup.json`, one folder for the snapshot it names, and `blobs`. What else lies there is not ours. */
import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../base/index.ts';
import { LONGEST_MANIFEST, type ManifestRefusal, readManifest, type SignedManifest } from './backup-manifest.ts';
import { isBlobName } from './blob-file.ts';
import { PART_ENDING, readSmallFile, syncFolderNow, VAULT_FILES } from './durable-file.ts';

export const BACKUP_FILES = { manifest: 'backup.json', blobs: 'blobs', lock: 'lock.db' } as const;

/** What a folder is to somebody who wants to put a backup there. */
export type BackupPlace =
  /** Nothing is there, or what a first backup left that was interrupted. */
  { readonly type: 'free' } | { readonly type: 'backup'; readonly manifest: SignedManifest };

export type BackupPlaceRefusal =
  | ManifestRefusal
  | { readonly type: 'backup-place-taken'; readonly by: 'file' | 'vault' | 'something' }
  /** What bears a name of a backup's is a link, or no folder where there has to be one. */
  | { readonly type: 'backup-place-taken'; readonly by: 'link' };

const SNAPSHOT = /^snapshot-[0-9a-f]{32}$/;

/** The folder of a snapshot within the backup's. */
export function snapshotFolder(folder: string, snapshot: string): string {
  return join(folder, `snapshot-${snapshot}`);
}

/**
 * Looks at a folder in which a backup is to be made, and opens nothing but the manifest. Refuses one where anything of the
 * backup's lies elsewhere: what is written and removed there has to be the backup's own.
 */
export function inspectBackupPlace(folder: string): Result<BackupPlace, BackupPlaceRefusal> {
  const looked = lookIntoBackup(folder);
  if (!looked.ok || statSync(folder, { throwIfNoEntry: false }) === undefined) return looked;
  const ours = readdirSync(folder).filter((file) => isOurs(file));
  return ours.every((file) => liesHere(folder, file)) ? looked : refuse({ type: 'backup-place-taken', by: 'link' });
}

/** Looks at a folder out of which a backup is to be read, and opens nothing but the manifest. */
export function lookIntoBackup(folder: string): Result<BackupPlace, BackupPlaceRefusal> {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return ok({ type: 'free' });
  if (!found.isDirectory()) return refuse({ type: 'backup-place-taken', by: 'file' });
  const manifest = readSmallFile(join(folder, BACKUP_FILES.manifest), LONGEST_MANIFEST);
  if (manifest === 'too-long') return refuse({ type: 'backup-damaged', part: 'backup.json' });
  if (manifest !== 'missing') {
    const read = readManifest(manifest);
    return read.ok ? ok({ type: 'backup', manifest: read.value }) : read;
  }
  const files = readdirSync(folder);
  if (files.includes(VAULT_FILES.header) || files.includes(VAULT_FILES.database)) {
    return refuse({ type: 'backup-place-taken', by: 'vault' });
  }
  const ours = files.every((file) => isOurs(file)) && blobFiles(folder).every((file) => isOfBlob(file));
  return ours ? ok({ type: 'free' }) : refuse({ type: 'backup-place-taken', by: 'something' });
}

/** Snapshots that are complete, by their ids. */
export function snapshotsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => SNAPSHOT.test(file))
    .map((file) => file.slice('snapshot-'.length));
}

/** Takes away what an interrupted backup had begun to write; answers how many things. The one before is not touched. */
export function removeUnfinished(folder: string): number {
  const begun = readdirSync(folder)
    .filter((file) => file.endsWith(PART_ENDING) && isOurs(file))
    .map((file) => join(folder, file));
  const blobs = blobFiles(folder)
    .filter((file) => file.endsWith(PART_ENDING) && isOfBlob(file))
    .map((file) => join(folder, BACKUP_FILES.blobs, file));
  for (const path of [...begun, ...blobs]) rmSync(path, { recursive: true, force: true });
  return begun.length + blobs.length;
}

/** Takes away snapshots other than the one, and blobs that it does not name; answers how many of each. */
export function removeOutdated(
  folder: string,
  { snapshot, isNamed }: { readonly snapshot: string; readonly isNamed: (blob: string) => boolean },
): { readonly snapshots: number; readonly blobs: number } {
  const snapshots = snapshotsIn(folder).filter((id) => id !== snapshot);
  for (const id of snapshots) rmSync(snapshotFolder(folder, id), { recursive: true, force: true });
  const blobs = blobFiles(folder).filter((file) => isBlobName(file) && !isNamed(file));
  for (const file of blobs) rmSync(join(folder, BACKUP_FILES.blobs, file), { force: true });
  if (snapshots.length > 0) syncFolderNow(folder);
  if (blobs.length > 0) syncFolderNow(join(folder, BACKUP_FILES.blobs));
  return { snapshots: snapshots.length, blobs: blobs.length };
}

/** Whether a file or folder of the backup's is one itself, and no link to another. */
function liesHere(folder: string, file: string): boolean {
  const found = lstatSync(join(folder, file));
  const isFolder = file === BACKUP_FILES.blobs || file.startsWith('snapshot-');
  return isFolder ? found.isDirectory() : found.isFile();
}

function blobFiles(folder: string): readonly string[] {
  const blobs = join(folder, BACKUP_FILES.blobs);
  return statSync(blobs, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(blobs) : [];
}

function isOurs(file: string): boolean {
  const whole = file.endsWith(PART_ENDING) ? file.slice(0, -PART_ENDING.length) : file;
  return (
    SNAPSHOT.test(whole) || whole === BACKUP_FILES.manifest || file === BACKUP_FILES.blobs || file === BACKUP_FILES.lock
  );
}

function isOfBlob(file: string): boolean {
  return isBlobName(file.endsWith(PART_ENDING) ? file.slice(0, -PART_ENDING.length) : file);
}
