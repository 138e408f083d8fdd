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
import type { ThemePack } from '../read/index.ts';
import {
  type BlobRefusal,
  type CreatedBlob,
  createBlob,
  readBlob,
  removeBlob,
  unwrapBlobKey,
  wrapBlobKey,
} from './blob-file.ts';
import { type DatabaseRefusal, isDamage } from './database.ts';
import type { DeviceRefusal } from './device-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import { failureToError } from './failure.ts';
import { faultAt } from './fault.ts';
import { readHead } from './head.ts';
import { type HeaderRefusal, type OpenRefusal, openHeader, readHeader } from './header.ts';
import type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
import {
  enrolmentOf,
  findIdentity,
  type Identity,
  newDevice,
  readDeviceOnFile,
  settleIdentity,
} from './vault-identity.ts';
import {
  closeAll,
  headAuthority,
  LOCK_WAIT_MS,
  type Opened,
  personOf,
  renewProjections,
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

export type VaultRefusal = HeaderRefusal | OpenRefusal | DatabaseRefusal | DeviceRefusal | LockRefusal;

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
  readonly #opened: Opened;
  readonly #readers: readonly WorkerThread[];
  readonly #fault: (point: FaultPoint) => void;
  #identity: Identity;
  #writer: Promise<WorkerThread> | undefined;
  #turn = 0;
  #pending: { readonly request: AppendRequest; readonly settle: Settle }[] = [];
  #writing: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  private constructor(opened: Opened, readers: readonly WorkerThread[], identity: Identity, workspace: WorkspaceId) {
    this.folder = opened.options.folder;
    this.workspace = workspace;
    this.person = opened.person;
    this.#opened = opened;
    this.#readers = readers;
    this.#identity = identity;
    this.#fault = faultAt(opened.options.fault);
  }

  /**
   * Opens a vault; writes nothing to the record. The passphrase is tried before anything is read. Projections of another
   * build are made again first. A folder that was copied or restored, or whose copy wrote in its name, becomes a new
   * device before its first entry, so that two copies never write one log.
   */
  static async open(options: VaultOptions): Promise<Result<Vault, VaultRefusal>> {
    const header = readHeader(options.folder);
    if (!header.ok) return header;
    const unlocked = await openHeader(header.value, options.passphrase);
    if (!unlocked.ok) return unlocked;
    const { vault, keys, personSeed } = unlocked.value;
    const opened: Opened = { options, vault, keys, personSeed, person: personOf(personSeed) };
    const onFile = readDeviceOnFile(opened);
    if (!onFile.ok) return onFile;
    const readers: WorkerThread[] = [];
    try {
      for (let i = 0; i < (options.readers ?? 1); i++) {
        const reader = await startReader(opened);
        if (!reader.ok) return await closeAll(readers).then(() => reader);
        readers.push(reader.value);
      }
      const [reader] = readers;
      if (reader === undefined) throw new Error('a vault needs a thread that reads');
      if (!reader.current) {
        const renewed = await renewProjections(opened, onFile.value.secrets ?? newDevice(options));
        if (!renewed.ok) return await closeAll(readers).then(() => renewed);
      }
      const identity = await findIdentity(opened, reader, onFile.value);
      return ok(new Vault(opened, readers, identity, reader.workspace));
    } catch (error) {
      await closeAll(readers);
      if (isDamage(error)) return refuse({ type: 'database-damaged' });
      throw error;
    }
  }

  /** The key of the device that this folder is; another one once a folder that was copied has become a device. */
  get device(): DeviceKey {
    return this.#identity.device;
  }

  /** Whether this folder was copied or restored, and will be a device of its own from its first entry on. */
  get isCopy(): boolean {
    return this.#identity.awaited;
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
    return new Promise((resolve, reject) => {
      this.#pending.push({ request, settle: { resolve, reject } });
      this.#writing ??= this.#writeGroups();
    });
  }

  /** Takes entries of other devices of this workspace. */
  async accept(request: AcceptRequest): Promise<Result<AcceptOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'accept', request, waitMs: this.#waitMs });
  }

  /** Has this folder write something down for itself, apart from the record. */
  async note<N extends FolderNoteName>(
    name: N,
    args: Parameters<FolderNotes[N]>[1],
  ): Promise<Result<ReturnType<FolderNotes[N]>, LockRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'note', name, args, waitMs: this.#waitMs });
  }

  /** Builds all projections again from the record. */
  async rebuild(
    packs: readonly ThemePack[],
    progress: (progress: RebuildProgress) => void,
  ): Promise<Result<RebuildOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'rebuild', packs, waitMs: this.#waitMs }, (value) => progress(value as RebuildProgress));
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
    if (!head.ok) return head.error.type === 'head-missing' && ends === 0 ? { type: 'sound' } : head.error;
    if (ends > 1) return { type: 'own-log-forked' };
    if (mismatch !== undefined) return mismatch;
    if (isLockDamaged(join(this.folder, VAULT_FILES.lock))) return { type: 'lock-damaged' };
    return { type: 'sound', ...(head.value.warning !== undefined && { headHalved: true }) };
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

  /** Writes what was asked for before, then ends the threads. Keys and text go with them. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#writing;
    const writer = await this.#writer?.catch(() => undefined);
    // One after another: two that close at once each take the other for a user, and leave the write-ahead log behind.
    await closeAll(this.#readers);
    await writer?.close();
  }

  get #waitMs(): number {
    return this.#opened.options.waitMs ?? LOCK_WAIT_MS;
  }

  get #blobs(): string {
    return join(this.folder, VAULT_FILES.blobs);
  }

  /** One thread writes, however many ask for it at once. One that could not start is tried again. */
  #openWriter(): Promise<WorkerThread> {
    if (this.#closing !== undefined && this.#writing === undefined) {
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

  async #writeGroups(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0, GROUP_LIMIT);
      try {
        await this.#writeGroup(group);
      } catch (error) {
        for (const { request, settle } of group) {
          await this.#takeBack(request);
          settle.reject(error);
        }
      }
    }
    this.#writing = undefined;
  }

  async #writeGroup(group: readonly { readonly request: AppendRequest; readonly settle: Settle }[]): Promise<void> {
    const enrolled = await this.#enrol();
    const answers = enrolled.ok
      ? await (await this.#openWriter()).ask<Result<readonly AppendAnswer[], WriteRefusal>>({
          op: 'append',
          requests: group.map(({ request }) => request),
          waitMs: this.#waitMs,
        })
      : enrolled;
    for (const [i, { request, settle }] of group.entries()) {
      const answer = answers.ok ? answers.value[i] : undefined;
      if (answer?.type !== 'appended') await this.#takeBack(request);
      if (!answers.ok) settle.resolve(answers);
      else if (answer === undefined) settle.reject(new Error('a request of a group was not answered'));
      else if (answer.type === 'failed') settle.reject(failureToError('could not append', answer.failure));
      else settle.resolve(ok(answer));
    }
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

/** Requests that share one transaction: enough to spread a sync over, few enough that the first need not wait long. */
const GROUP_LIMIT = 64;

interface Settle {
  readonly resolve: (result: Result<AppendOutcome, WriteRefusal>) => void;
  readonly reject: (error: unknown) => void;
}
