import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex, ok, type Result, refuse } from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { Archive } from './archive.ts';
import { type BackupPlace, snapshotFolder } from './backup-folder.ts';
import { isManifestOf, type SignedManifest } from './backup-manifest.ts';
import { isDamage } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import { type Header, readHeader } from './header.ts';
import type { Vault } from './vault.ts';
import type { Opened } from './vault-threads.ts';

/** The backup that a new one is to follow. */
export type PreviousBackup =
  | { readonly type: 'none' }
  | { readonly type: 'whole'; readonly manifest: SignedManifest; readonly heads: readonly SeenHead[] }
  /** Made under another vault key, so nothing in it can be checked with this one. */
  | { readonly type: 'other-key' }
  /** Its snapshot is not there any more, or no longer reads. */
  | { readonly type: 'broken' };

export type PreviousRefusal =
  | { readonly type: 'backup-of-other-vault' }
  /** Its manifest names this vault's key and was not made with it. */
  | { readonly type: 'backup-forged' }
  /** It holds entries that this vault lacks, or a later header: a newer copy must not give way to an older one. */
  | { readonly type: 'backup-ahead'; readonly missing: number | undefined };

/** Judges the backup that lies in a place before another takes its place. */
export async function judgePrevious(
  { vault, opened, header }: { readonly vault: Vault; readonly opened: Opened; readonly header: Header },
  folder: string,
  place: BackupPlace,
): Promise<Result<PreviousBackup, PreviousRefusal>> {
  if (place.type === 'free') return ok({ type: 'none' });
  const { manifest } = place;
  if (manifest.vault !== opened.vault) return refuse({ type: 'backup-of-other-vault' });
  const sameKey = manifest.key === bytesToHex(opened.keys.keyId);
  if (sameKey && !isManifestOf(manifest, opened.keys)) return refuse({ type: 'backup-forged' });
  const snapshot = snapshotFolder(folder, manifest.snapshot);
  const theirs = readHeader(snapshot);
  // Each change of the slots or the vault key raises the generation.
  if (theirs.ok && theirs.value.vault === opened.vault && theirs.value.generation > header.generation) {
    return refuse({ type: 'backup-ahead', missing: undefined });
  }
  if (!sameKey) return ok({ type: 'other-key' });
  if (!theirs.ok || !hasSnapshot(folder, manifest)) return ok({ type: 'broken' });
  // A vault that has the backup on its list has all that the backup has: the list was written after it, and goes with it.
  const listed = (await vault.query('backups', undefined)).find(({ id }) => id === manifest.snapshot);
  if (listed !== undefined) return ok({ type: 'whole', manifest, heads: listed.heads });
  const heads = await headsIn(snapshot, opened);
  if (heads === undefined) return ok({ type: 'broken' });
  const lacking = await vault.query('headsLacking', { heads });
  if (lacking.length === 0) return ok({ type: 'whole', manifest, heads });
  return refuse({ type: 'backup-ahead', missing: lacking.reduce((sum, { missing }) => sum + missing, 0) });
}

/** Whether the files of a snapshot are there with the lengths that the manifest gives. */
function hasSnapshot(folder: string, { snapshot, database, header }: SignedManifest): boolean {
  const size = (file: string): number | undefined =>
    statSync(join(snapshotFolder(folder, snapshot), file), { throwIfNoEntry: false })?.size;
  return size(VAULT_FILES.database) === database.bytes && size(VAULT_FILES.header) === header.bytes;
}

/** Where the logs of a snapshot end; undefined when its database does not read. */
async function headsIn(folder: string, { options, keys }: Opened): Promise<readonly SeenHead[] | undefined> {
  const archive = await Archive.open({ folder, worker: options.worker, keys });
  if (!archive.ok) return undefined;
  try {
    return await archive.value.query('heads', undefined);
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  } finally {
    await archive.value.close();
  }
}
