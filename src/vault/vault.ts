import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type DeviceKey,
  ok,
  type PersonKey,
  type Result,
  refuse,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import {
  type PersonEnrolment,
  personEnrolment,
  type StatementDomain,
  signingKeyFromSeed,
  signStatement,
} from '../preserve/index.ts';
import type { ThemePack } from '../read/index.ts';
import { AppendQueue } from './append-queue.ts';
import { type BackupReceipt, type BackupRefusal, type BackupRequest, makeBackup } from './backup.ts';
import {
  type BlobRefusal,
  type CreatedBlob,
  createBlob,
  readBlob,
  removeBlob,
  unwrapBlobKey,
  wrapBlobKey,
} from './blob-file.ts';
import { isDamage } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import type { ErasingEnd } from './erasing.ts';
import { faultAt } from './fault.ts';
import { readHead } from './head.ts';
import { openHeader, openHeaderByRecovery } from './header.ts';
import type { TakenAway } from './left-files.ts';
import type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
import type { RecoveryKey } from './recovery-slot.ts';
import { type RevokeOptions, type RevokeOutcome, type RevokeRefusal, revokeVaultKey } from './revoke.ts';
import { enrolmentOf, type Identity, settleIdentity } from './vault-identity.ts';
import { type OpenVault, openVault, type VaultRefusal } from './vault-opening.ts';
import { VaultSlots } from './vault-slots.ts';
import {
  closeAll,
  headAuthority,
  LOCK_WAIT_MS,
  type Opened,
  type OpenOptions,
  startReader,
  startWriter,
  type VaultOptions,
} from './vault-threads.ts';
import type { RecordVerdict } from './verify.ts';
import type { FolderNoteName, FolderNotes, Queries, QueryName } from './worker-messages.ts';
import type { WorkerThread } from './worker-thread.ts';
import { isLockDamaged, type LockRefusal } from './write-lock.ts';
import type {
  AcceptOutcome,
  AcceptRequest,
  AppendAnswer,
  AppendOutcome,
  AppendRequest,
  BlobPlace,
  FaultPoint,
  WriteRefusal,
} from './write-request.ts';

/** Whether the vault may be written, and why not. */
export type VaultCondition =
  | {
      readonly type: 'sound';
      /** One half of `head` does not hold what stood in it: the head that is left may be older than the last one (V12). */
      readonly headHalved?: true;
    }
  /** A page that is needed to tell cannot be read; `verify` names what lies on it. */
  | { readonly type: 'database-damaged' }
  | WriteRefusal;

/** An encrypted folder, opened. Reading and writing go through threads of their own; nothing here blocks. */
export class Vault {
  readonly folder: string;
  readonly workspace: WorkspaceId;
  readonly person: PersonKey;
  /** Who can open it. */
  readonly slots: VaultSlots;
  readonly #opened: Opened;
  readonly #readers: readonly WorkerThread[];
  readonly #fault: (point: FaultPoint) => void;
  #identity: Identity;
  /** Whether no device of this vault's person is known: the vault joined a workspace and wrote nothing yet. */
  readonly #joined: boolean;
  #writer: Promise<WorkerThread> | undefined;
  #turn = 0;
  readonly #queue: AppendQueue = new AppendQueue({
    write: (requests) => this.#writeGroup(requests),
    takeBack: (request) => this.#takeBack(request),
  });
  #closing: Promise<void> | undefined;

  private constructor({ opened, wayIn, readers, identity, joined, workspace }: OpenVault) {
    this.folder = opened.options.folder;
    this.workspace = workspace;
    this.person = opened.person;
    this.#opened = opened;
    this.#readers = readers;
    this.#identity = identity;
    this.slots = new VaultSlots(this, opened, wayIn);
    this.#fault = faultAt(opened.options.fault);
    this.#joined = joined;
  }

  /**
   * Opens a vault; writes nothing to the record. The passphrase is tried before anything is read. Projections of another
   * build are made again first. A folder that was copied or restored, or whose copy wrote in its name, becomes a new
   * device before its first entry, so that two copies never write one log. A revoking that was interrupted is finished.
   */
  static open(options: VaultOptions): Promise<Result<Vault, VaultRefusal>> {
    const { passphrase, ...rest } = options;
    return Vault.#open(openVault(rest, (header) => openHeader(header, passphrase)));
  }

  /** The same with a recovery sheet, an office's key or shares, as the person who made them. */
  static openByRecovery(options: OpenOptions, key: RecoveryKey): Promise<Result<Vault, VaultRefusal>> {
    return Vault.#open(openVault(options, (header) => openHeaderByRecovery(header, key)));
  }

  static async #open(opening: Promise<Result<OpenVault, VaultRefusal>>): Promise<Result<Vault, VaultRefusal>> {
    const open = await opening;
    if (!open.ok) return open;
    const vault = new Vault(open.value);
    const { headerGeneration, wayIn } = open.value;
    try {
      if (headerGeneration < wayIn.generation) await vault.slots.noteOpening();
      return ok(vault);
    } catch (error) {
      await vault.close();
      throw error;
    }
  }

  /** The key of the device that this folder is; another one once a folder that was copied has become a device. */
  get device(): DeviceKey {
    return this.#identity.device;
  }

  /** Whether this folder was copied or restored, and will be a device of its own from its first entry on. */
  get isCopy(): boolean {
    return this.#identity.awaited && !this.#joined;
  }

  /** Makes this folder a device of the workspace if it is none yet: its first entry. Nothing when it is one. */
  async enrol(): Promise<Result<undefined, WriteRefusal>> {
    await this.#queue.writing;
    return this.#enrol();
  }

  /** The fact by which a member enrols the person of this vault: nobody enrols a key that its holder did not bring. */
  possession(): PersonEnrolment {
    return personEnrolment(this.workspace, signingKeyFromSeed(this.#opened.personSeed));
  }

  /** Signs a statement to be carried by hand, as the person who opened the vault or as this device. */
  state(by: 'person' | 'device', domain: StatementDomain, body: Uint8Array): string {
    const seed = by === 'person' ? this.#opened.personSeed : this.#identity.secrets.entrySeed;
    return signStatement(signingKeyFromSeed(seed), domain, body);
  }

  /** Asks one of the reading threads; each answer shows one state of the vault. */
  query<N extends QueryName>(name: N, args: Parameters<Queries[N]>[2]): Promise<ReturnType<Queries[N]>> {
    this.#turn = (this.#turn + 1) % this.#readers.length;
    const reader = this.#readers[this.#turn];
    if (reader === undefined) throw new Error('a vault needs a thread that reads');
    return reader.ask<ReturnType<Queries[N]>>({ op: 'query', name, args });
  }

  /**
   * Appends entries. Requests that come while a group is being written form the next group: one transaction, one sync.
   * When this resolves, what was appended survives a crash. A request that fails costs the others nothing. Bytes that were
   * kept for entries which were not written, refused ones too, are removed: whoever tries again keeps them again.
   */
  append(request: AppendRequest): Promise<Result<AppendOutcome, WriteRefusal>> {
    if (this.#closing !== undefined) return Promise.reject(new Error('the vault was closed'));
    return this.#queue.ask(request);
  }

  /**
   * Takes entries of other devices of this workspace. `mending`: also when the database is behind its head, since what is
   * given may be what it lacks; every other writing goes on being refused until all that the head vouches for is here.
   */
  async accept(
    request: AcceptRequest,
    { mending = false }: { readonly mending?: boolean } = {},
  ): Promise<Result<AcceptOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'accept', request, mending, waitMs: this.#waitMs });
  }

  /**
   * Takes away what erasures left in files and pages, and waits for whoever reads an older state. To be called after an
   * erasure was appended or accepted, and when one was interrupted (`status.erasing`).
   */
  async finishErasing(): Promise<Result<ErasingEnd, LockRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'finish-erasing', waitMs: this.#waitMs });
  }

  /** Has this folder write something down for itself, apart from the record. */
  async note<N extends FolderNoteName>(
    name: N,
    args: Parameters<FolderNotes[N]>[1],
    waitMs: number = this.#waitMs,
  ): Promise<Result<ReturnType<FolderNotes[N]>, LockRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'note', name, args, waitMs });
  }

  /** Builds all projections again from the record. */
  async rebuild(
    packs: readonly ThemePack[],
    progress: (progress: RebuildProgress) => void,
  ): Promise<Result<RebuildOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'rebuild', packs, waitMs: this.#waitMs }, (value) => progress(value as RebuildProgress));
  }

  /** Reads again what was read elsewhere and is not cached here. */
  async readMissing(
    packs: readonly ThemePack[],
    progress: (done: number) => void,
  ): Promise<Result<{ readonly made: number; readonly lacking: number }, LockRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'read-missing', packs, waitMs: this.#waitMs }, (value) => progress(Number(value)));
  }

  /** Checks the record and all that was made from it, in a thread of its own. Blobs are checked by `verifyBlobs`. */
  async verify(progress: (entries: number) => void): Promise<RecordVerdict> {
    if (this.#closing !== undefined) throw new Error('the vault was closed');
    const started = await startReader(this.#opened);
    if (!started.ok) throw new Error(`the database no longer opens: ${started.error.type}`);
    try {
      return await started.value.ask<RecordVerdict>({ op: 'verify' }, (value) => progress(Number(value)));
    } finally {
      await started.value.close();
    }
  }

  /** Makes a backup in another folder, or brings one up to date; writing and reading go on meanwhile. */
  async backup(request: BackupRequest): Promise<Result<BackupReceipt, BackupRefusal>> {
    if (this.#closing !== undefined) throw new Error('the vault was closed');
    return makeBackup(this, this.#opened, request);
  }

  /** Takes away what crashes and erasures left among the blobs: part files last touched before that moment, in milliseconds. */
  async tidy(before: number): Promise<Result<TakenAway, LockRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'tidy', before, waitMs: this.#waitMs });
  }

  /** Whether `head` and the database agree and the lock can be taken, so that writing may go on. */
  async condition(): Promise<VaultCondition> {
    const head = readHead(join(this.folder, VAULT_FILES.head), headAuthority(this.#opened));
    const args = { device: this.device, head: head.ok ? head.value : undefined };
    const standing = await this.query('standing', args).catch((error: unknown) => {
      if (isDamage(error)) return undefined;
      throw error;
    });
    if (standing === undefined) return { type: 'database-damaged' };
    const { ends, mismatch } = standing;
    // Neither head nor device file: restored, and not written to yet.
    if (!head.ok && !(head.error.type === 'head-missing' && this.#isRestored(ends))) return head.error;
    if (ends > 1) return { type: 'own-log-forked' };
    if (mismatch !== undefined) return mismatch;
    if (isLockDamaged(join(this.folder, VAULT_FILES.lock))) return { type: 'lock-damaged' };
    if (ends === 0 && !(await this.query('personStanding', { person: this.person })).enrolled) {
      return { type: 'not-admitted' };
    }
    return { type: 'sound', ...(head.ok && head.value.warning !== undefined && { headHalved: true as const }) };
  }

  /** Writes bytes into an encrypted file of their own. Nothing points at it until an entry is appended with its place. */
  async keepBytes(
    source: SourceId,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<{ readonly blob: CreatedBlob; readonly place: BlobPlace }> {
    const key = new Uint8Array(randomBytes(32));
    const blob = await createBlob(this.#blobs, key, chunks, { fault: this.#fault });
    const wrappedKey = wrapBlobKey(this.#opened.keys.blobWrap, blob.name, key);
    return { blob, place: { name: blob.name, source, length: blob.length, wrappedKey } };
  }

  /** The bytes of a source, each chunk checked before it is given; undefined when no file was kept for it. */
  async bytesOf(source: SourceId): Promise<Result<AsyncIterable<Uint8Array>, BlobRefusal> | undefined> {
    const row = await this.query('blob', { source });
    if (row === undefined) return undefined;
    const key = unwrapBlobKey(this.#opened.keys.blobWrap, row.name, row.wrappedKey);
    if (key === undefined) return refuse({ type: 'blob-damaged' });
    return readBlob(this.#blobs, row.name, key);
  }

  /**
   * Closes the vault and puts it under a new key, so that whoever knows the old one, or a passphrase to it, opens nothing
   * that is here from now on. Refused with nothing changed when another process has it open; it is closed all the same.
   */
  async revoke(options: RevokeOptions): Promise<Result<RevokeOutcome, RevokeRefusal>> {
    const way = this.slots.copyOfWay();
    await this.close();
    try {
      return await revokeVaultKey(this.#opened, way, options);
    } finally {
      way.vaultKey.fill(0);
    }
  }

  /** Writes what was asked for before, then ends the threads. Keys and text go with them. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#queue.writing;
    this.slots.forget();
    const writer = await this.#writer?.catch(() => undefined);
    // One after another: two that close at once each take the other for a user, and leave the write-ahead log behind.
    await closeAll(this.#readers);
    await writer?.close();
  }

  #isRestored(ends: number): boolean {
    return ends === 0 && this.#identity.onFile === undefined;
  }

  get #waitMs(): number {
    return this.#opened.options.waitMs ?? LOCK_WAIT_MS;
  }

  get #blobs(): string {
    return join(this.folder, VAULT_FILES.blobs);
  }

  /** One thread writes, however many ask for it at once. One that could not start is tried again. */
  #openWriter(): Promise<WorkerThread> {
    if (this.#closing !== undefined && this.#queue.writing === undefined) {
      return Promise.reject(new Error('the vault was closed'));
    }
    this.#writer ??= startWriter(this.#opened, this.#identity.secrets).catch((error: unknown) => {
      this.#writer = undefined;
      throw error;
    });
    return this.#writer;
  }

  async #enrol(): Promise<Result<undefined, WriteRefusal>> {
    if (!this.#identity.awaited) return ok(undefined);
    const settled = await settleIdentity(this.#opened, this.#identity);
    if (!settled.ok) return settled;
    if (settled.value !== this.#identity) {
      // Another process made this folder a device meanwhile: this one goes on as the same.
      const before = this.#writer;
      this.#identity = settled.value;
      this.#writer = undefined;
      await (await before)?.close();
    }
    const writer = await this.#openWriter();
    const enrolled = await writer.ask<Result<undefined, WriteRefusal>>({
      op: 'enrol',
      draft: enrolmentOf(this.#opened, this.#identity),
      waitMs: this.#waitMs,
    });
    if (enrolled.ok) this.#identity = { ...this.#identity, awaited: false };
    return enrolled;
  }

  async #writeGroup(requests: readonly AppendRequest[]): Promise<Result<readonly AppendAnswer[], WriteRefusal>> {
    const enrolled = await this.#enrol();
    if (!enrolled.ok) return enrolled;
    const writer = await this.#openWriter();
    return writer.ask({ op: 'append', requests, waitMs: this.#waitMs });
  }

  /**
   * Removes bytes that were kept for entries which were not written: on a full disk they would keep the room that they
   * failed for. Those that an entry points at stay, since a group may have failed after it was committed.
   */
  async #takeBack({ blobs }: AppendRequest): Promise<void> {
    for (const { name, source } of blobs) {
      try {
        const kept = await this.query('blob', { source });
        if (kept?.name !== name) await removeBlob(this.#blobs, name);
      } catch {
        // What cannot be asked or removed stays as a stray, which counts for nothing (V20); whoever asked for the entry is
        // told what happened first.
      }
    }
  }
}
