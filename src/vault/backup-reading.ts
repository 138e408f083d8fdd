/** Reading a backup: for restoring it into a new folder, and for taking what a vault lacks out of it. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex, ok, type PersonKey, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import { Archive } from './archive.ts';
import { BACKUP_FILES, lookIntoBackup, snapshotFolder, snapshotsIn } from './backup-folder.ts';
import { isManifestOf, type SignedManifest } from './backup-manifest.ts';
import { markFile } from './backup-snapshot.ts';
import { type BlobRefusal, readBlob, unwrapBlobKey } from './blob-file.ts';
import type { DatabaseRefusal } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import { type Header, type OpenedHeader, type OpenRefusal, readHeader, serialiseHeader } from './header.ts';
import type { BlobRow } from './queries.ts';
import type { VaultId, VaultKeys } from './vault-key.ts';
import { personOf } from './vault-threads.ts';
import type { Queries, QueryName } from './worker-messages.ts';

/** A backup that was found, before anybody was asked for a passphrase. Nothing in it is authentic yet. */
export interface FoundBackup {
  readonly folder: string;
  /** Undefined only when what is whole of a broken backup is wanted. */
  readonly manifest: SignedManifest | undefined;
  /** The folder of the snapshot. */
  readonly snapshot: string;
  readonly header: Header;
  /** Whether what does not fit is passed over, so that whatever is whole can be had. */
  readonly partial: boolean;
}

/** A part of a backup, by the name of its file. */
export type BackupPart = 'backup.json' | 'header.json' | 'daybook.db';

export type FindRefusal =
  | { readonly type: 'no-backup' }
  /** The folder is a vault's own. */
  | { readonly type: 'backup-is-vault' }
  | { readonly type: 'backup-damaged' | 'backup-lacks'; readonly part: BackupPart }
  | { readonly type: 'backup-newer'; readonly version: number };

export type BackupOpenRefusal =
  | OpenRefusal
  /** The manifest was not made with the vault's key, or for another vault. */
  | { readonly type: 'backup-forged' }
  | { readonly type: 'backup-damaged'; readonly part: BackupPart };

/** Looks for a backup in a folder. `partial` makes do without a manifest when there is one snapshot only. */
export function findBackup(
  folder: string,
  { partial }: { readonly partial: boolean },
): Result<FoundBackup, FindRefusal> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return refuse({ type: 'no-backup' });
  const place = lookIntoBackup(folder);
  const snapshots = snapshotsIn(folder);
  if (!place.ok) {
    const { error } = place;
    if (error.type === 'backup-newer') return refuse(error);
    if (error.type === 'backup-place-taken') {
      return refuse({ type: error.by === 'vault' ? 'backup-is-vault' : 'no-backup' });
    }
    if (!partial) return refuse(error);
  }
  const manifest = place.ok && place.value.type === 'backup' ? place.value.manifest : undefined;
  if (manifest === undefined && snapshots.length === 0) return refuse({ type: 'no-backup' });
  if (manifest === undefined && !partial) return refuse({ type: 'backup-lacks', part: 'backup.json' });
  const named = manifest !== undefined && snapshots.includes(manifest.snapshot) ? manifest.snapshot : undefined;
  const [only] = snapshots.length === 1 ? snapshots : [];
  const chosen = named ?? (partial ? only : undefined);
  if (chosen === undefined) return refuse({ type: 'backup-lacks', part: manifest ? 'daybook.db' : 'backup.json' });
  const snapshot = snapshotFolder(folder, chosen);
  const header = readHeader(snapshot);
  if (!header.ok) {
    if (header.error.type === 'header-newer') return refuse({ type: 'backup-newer', version: header.error.version });
    const lacks = header.error.type === 'header-missing';
    return refuse({ type: lacks ? 'backup-lacks' : 'backup-damaged', part: 'header.json' });
  }
  if (!statSync(join(snapshot, VAULT_FILES.database), { throwIfNoEntry: false })?.isFile()) {
    return refuse({ type: 'backup-lacks', part: 'daybook.db' });
  }
  return ok({ folder, manifest, snapshot, header: header.value, partial });
}

/** A backup, opened: its entries, parts and blobs can be read, and nothing in its folder changes. */
export class Backup {
  readonly found: FoundBackup;
  readonly vault: VaultId;
  readonly keys: VaultKeys;
  readonly person: PersonKey;
  readonly personSeed: Uint8Array;
  readonly #worker: URL;
  #archive: Archive | undefined;

  private constructor(found: FoundBackup, { vault, keys, personSeed }: OpenedHeader, worker: URL) {
    this.found = found;
    this.vault = vault;
    this.keys = keys;
    this.personSeed = personSeed;
    this.person = personOf(personSeed);
    this.#worker = worker;
  }

  /**
   * Opens a backup with whatever opens one of its slots as of then. Header and manifest are authentic afterwards; the
   * database is not looked at before it is asked, and its digest is for `isDatabaseWhole` to compare.
   */
  static async open(
    found: FoundBackup,
    options: {
      readonly worker: URL;
      readonly unlock: (header: Header) => Promise<Result<OpenedHeader, OpenRefusal>>;
    },
  ): Promise<Result<Backup, BackupOpenRefusal>> {
    const { header, manifest, partial } = found;
    const unlocked = await options.unlock(header);
    if (!unlocked.ok) return unlocked;
    const { vault, keys } = unlocked.value;
    const { keyId } = keys;
    const fits = manifest?.vault === vault && manifest.key === bytesToHex(keyId) && isManifestOf(manifest, keys);
    if (!fits && !partial) return refuse({ type: 'backup-forged' });
    const authentic = fits ? manifest : undefined;
    if (authentic && authentic.header.sha256 !== sha256(serialiseHeader(header)) && !partial) {
      return refuse({ type: 'backup-damaged', part: 'header.json' });
    }
    return ok(new Backup({ ...found, manifest: authentic }, unlocked.value, options.worker));
  }

  /** The file of the database. */
  get database(): string {
    return join(this.found.snapshot, VAULT_FILES.database);
  }

  /** The folder of the blobs. */
  get blobs(): string {
    return join(this.found.folder, BACKUP_FILES.blobs);
  }

  /** Whether the database is, byte for byte, the one that was backed up. */
  async isDatabaseWhole(interrupted: AbortSignal): Promise<boolean> {
    const { bytes, sha256: digest } = await markFile(this.database, interrupted);
    const { manifest } = this.found;
    return manifest !== undefined && manifest.database.bytes === bytes && manifest.database.sha256 === digest;
  }

  /** Asks the database in the backup as a vault is asked; refused when it does not open. */
  async query<N extends QueryName>(
    name: N,
    args: Parameters<Queries[N]>[2],
  ): Promise<Result<ReturnType<Queries[N]>, DatabaseRefusal>> {
    const archive = await this.#opened();
    return archive.ok ? ok(await archive.value.query(name, args)) : archive;
  }

  /** The workspace whose record is in it; refused when the database does not open. */
  async workspace(): Promise<Result<WorkspaceId, DatabaseRefusal>> {
    const archive = await this.#opened();
    return archive.ok ? ok(archive.value.workspace) : archive;
  }

  /** The bytes of a blob that a row of this backup's database names, each chunk checked before it is given. */
  async bytesOf({ name, wrappedKey }: BlobRow): Promise<Result<AsyncIterable<Uint8Array>, BlobRefusal>> {
    const key = unwrapBlobKey(this.keys.blobWrap, name, wrappedKey);
    return key === undefined ? refuse({ type: 'blob-damaged' }) : readBlob(this.blobs, name, key);
  }

  /** Ends the thread that reads, if there is one. */
  async close(): Promise<void> {
    await this.#archive?.close();
    this.#archive = undefined;
  }

  async #opened(): Promise<Result<Archive, DatabaseRefusal>> {
    if (this.#archive !== undefined) return ok(this.#archive);
    const { snapshot: folder } = this.found;
    const archive = await Archive.open({ folder, worker: this.#worker, keys: this.keys });
    if (archive.ok) this.#archive = archive.value;
    return archive;
  }
}
