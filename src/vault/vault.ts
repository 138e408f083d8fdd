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
import type { DeviceEnrolment } from '../preserve/index.ts';
import type { ThemePack } from '../read/index.ts';
import { type BlobRefusal, type CreatedBlob, createBlob, readBlob, unwrapBlobKey, wrapBlobKey } from './blob-file.ts';
import type { DatabaseRefusal } from './database.ts';
import { compareFolderMarks, type DeviceRefusal, markFolder, readDeviceFile, writeDeviceFile } from './device-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import { readHead } from './head.ts';
import { type HeaderRefusal, type OpenRefusal, openHeader, readHeader } from './header.ts';
import type { VaultStatus } from './queries.ts';
import type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
import type { VaultId, VaultKeys } from './vault-key.ts';
import {
  machineOf,
  newDevice,
  publicKeys,
  type StartThread,
  threadStarter,
  type VaultOptions,
} from './vault-threads.ts';
import type { RecordVerdict } from './verify.ts';
import type { Queries, QueryName } from './worker-messages.ts';
import type { WorkerThread } from './worker-thread.ts';
import type {
  AcceptOutcome,
  AcceptRequest,
  AppendOutcome,
  AppendRequest,
  BlobPlace,
  EntryDraft,
  WriteRefusal,
} from './write-request.ts';

export type VaultRefusal = HeaderRefusal | OpenRefusal | DatabaseRefusal | DeviceRefusal;

/** Whether the vault may be written, and why not. */
export type VaultCondition = { readonly type: 'sound' } | WriteRefusal;

/** An encrypted folder, opened. Reading and writing go through threads of their own; nothing here blocks. */
export class Vault {
  readonly folder: string;
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly #keys: VaultKeys;
  readonly #start: StartThread;
  readonly #waitMs: number;
  readonly #readers: readonly WorkerThread[];
  #writer: WorkerThread | undefined;
  #awaited: AwaitedEnrolment | undefined;
  #turn = 0;
  #pending: { readonly request: AppendRequest; readonly settle: Settle }[] = [];
  #writing = false;

  private constructor(opened: Opened) {
    this.folder = opened.folder;
    this.workspace = opened.workspace;
    this.device = opened.device;
    this.person = opened.person;
    this.#keys = opened.keys;
    this.#start = opened.start;
    this.#waitMs = opened.waitMs;
    this.#readers = opened.readers;
    this.#awaited = opened.awaited;
  }

  /**
   * Opens a vault; writes nothing. The passphrase is tried before anything is read. A folder that was copied or
   * restored becomes a new device before its first entry, so that two copies never write one log.
   */
  static async open(options: VaultOptions): Promise<Result<Vault, VaultRefusal>> {
    const { folder } = options;
    const header = readHeader(folder);
    if (!header.ok) return header;
    const opened = await openHeader(header.value, options.passphrase);
    if (!opened.ok) return opened;
    const { vault, keys, personSeed } = opened.value;
    const known = readDeviceFile(folder, { vault, device: keys.device });
    if (!known.ok && known.error.type !== 'device-missing') return known;
    const here = markFolder(folder, machineOf(options));
    const sameFolder =
      known.ok && known.value.mark !== undefined && compareFolderMarks(known.value.mark, here) === 'same';
    const secrets = sameFolder ? known.value : newDevice(folder, options.machine);
    const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
    const start = threadStarter(options, { vault, keys, secrets, personSeed });
    const readers: WorkerThread[] = [];
    for (let i = 0; i < (options.readers ?? 1); i++) {
      const reader = await start('reader');
      if (!reader.ok) return reader;
      readers.push(reader.value);
    }
    const [reader] = readers;
    if (reader === undefined) throw new Error('a vault needs a thread that reads');
    const { device, person, checkpointKey } = publicKeys(secrets, personSeed);
    const { workspace } = reader;
    const waitMs = options.waitMs ?? 10_000;
    const joining: DeviceEnrolment = { type: 'device', checkpointKey };
    const enrolment: AwaitedEnrolment = {
      prepare: () => writeDeviceFile(folder, { vault, device: keys.device }, { ...secrets, random }),
      draft: { kind: 'device-enrolled', personal: true, at: options.now, members: [joining], parts: [] },
    };
    // Also when the process ended between keeping the new device's keys and its first entry.
    const { heads } = await reader.ask<VaultStatus>({ op: 'query', name: 'status', args: undefined });
    const awaited = heads.some((head) => head.device === device) ? undefined : enrolment;
    return ok(new Vault({ folder, workspace, device, person, keys, start, waitMs, readers, awaited }));
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
   * When this resolves, what was appended survives a crash.
   */
  append(request: AppendRequest): Promise<Result<AppendOutcome, WriteRefusal>> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ request, settle: { resolve, reject } });
      if (!this.#writing) void this.#writeGroups();
    });
  }

  /** Takes entries of other devices of this workspace. */
  async accept(request: AcceptRequest): Promise<Result<AcceptOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'accept', request, waitMs: this.#waitMs });
  }

  /** Builds all projections again from the record. */
  async rebuild(
    packs: readonly ThemePack[],
    progress: (progress: RebuildProgress) => void,
  ): Promise<Result<RebuildOutcome, WriteRefusal>> {
    const writer = await this.#openWriter();
    return writer.ask({ op: 'rebuild', packs, waitMs: this.#waitMs }, (value) => progress(value as RebuildProgress));
  }

  /** Checks the record and all that was made from it. Blobs are checked by `verifyBlobs`. */
  verify(progress: (entries: number) => void): Promise<RecordVerdict> {
    const [reader] = this.#readers;
    if (reader === undefined) throw new Error('a vault needs a thread that reads');
    return reader.ask<RecordVerdict>({ op: 'verify' }, (value) => progress(Number(value)));
  }

  /** Whether this folder was copied or restored, and will be a device of its own from its first entry on. */
  get isCopy(): boolean {
    return this.#awaited !== undefined;
  }

  /** Whether `head` and the database agree, so that writing may go on. */
  async condition(): Promise<VaultCondition> {
    const head = readHead(join(this.folder, VAULT_FILES.head), this.#headAuthority());
    if (!head.ok) return head.error;
    const { heads } = await this.query('status', undefined);
    const own = heads.filter((each) => each.device === head.value.device);
    const size = Math.max(0, ...own.map((each) => each.size));
    if (size < head.value.size) return { type: 'behind-head', missing: head.value.size - size };
    return own.length > 1 ? { type: 'own-log-forked' } : { type: 'sound' };
  }

  /** Writes bytes into an encrypted file of their own. Nothing points at it until an entry is appended with its place. */
  async keepBytes(
    source: SourceId,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<{ readonly blob: CreatedBlob; readonly place: BlobPlace }> {
    const key = new Uint8Array(randomBytes(32));
    const blob = await createBlob(join(this.folder, VAULT_FILES.blobs), key, chunks);
    const wrappedKey = wrapBlobKey(this.#keys.blobWrap, blob.name, key);
    return { blob, place: { name: blob.name, source, length: blob.length, wrappedKey } };
  }

  /** The bytes of a source, each chunk checked before it is given; undefined when no file was kept for it. */
  async bytesOf(source: SourceId): Promise<Result<AsyncIterable<Uint8Array>, BlobRefusal> | undefined> {
    const row = await this.query('blob', { source });
    if (row === undefined) return undefined;
    const key = unwrapBlobKey(this.#keys.blobWrap, row.name, row.wrappedKey);
    if (key === undefined) return refuse({ type: 'blob-damaged' });
    return readBlob(join(this.folder, VAULT_FILES.blobs), row.name, key);
  }

  /** Ends the threads. Keys and text go with them. */
  async close(): Promise<void> {
    await Promise.all([...this.#readers, ...(this.#writer ? [this.#writer] : [])].map((thread) => thread.close()));
  }

  #headAuthority(): { readonly vault: VaultId; readonly headMac: Uint8Array } {
    return this.#start.authority;
  }

  async #openWriter(): Promise<WorkerThread> {
    if (this.#writer !== undefined) return this.#writer;
    const started = await this.#start('writer');
    if (!started.ok) throw new Error(`the database no longer opens: ${started.error.type}`);
    this.#writer = started.value;
    return started.value;
  }

  async #enrol(writer: WorkerThread): Promise<Result<undefined, WriteRefusal>> {
    if (this.#awaited === undefined) return ok(undefined);
    const { prepare, draft } = this.#awaited;
    // The keys are kept before they are used: an entry of a device whose key was lost could not be followed by another.
    prepare();
    const enrolled = await writer.ask<Result<undefined, WriteRefusal>>({ op: 'enrol', draft });
    if (enrolled.ok) this.#awaited = undefined;
    return enrolled;
  }

  async #writeGroups(): Promise<void> {
    this.#writing = true;
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0, GROUP_LIMIT);
      try {
        const writer = await this.#openWriter();
        const enrolled = await this.#enrol(writer);
        if (!enrolled.ok) {
          for (const { settle } of group) settle.resolve(enrolled);
          continue;
        }
        const outcomes = await writer.ask<Result<readonly AppendOutcome[], WriteRefusal>>({
          op: 'append',
          requests: group.map(({ request }) => request),
          waitMs: this.#waitMs,
        });
        group.forEach(({ settle }, i) => {
          const outcome = outcomes.ok ? outcomes.value[i] : undefined;
          if (!outcomes.ok) settle.resolve(outcomes);
          else if (outcome === undefined) settle.reject(new Error('a request of a group was not answered'));
          else settle.resolve(ok(outcome));
        });
      } catch (error) {
        for (const { settle } of group) settle.reject(error);
      }
    }
    this.#writing = false;
  }
}

/** Requests that share one transaction: enough to spread a sync over, few enough that the first need not wait long. */
const GROUP_LIMIT = 64;

interface Settle {
  readonly resolve: (result: Result<AppendOutcome, WriteRefusal>) => void;
  readonly reject: (error: unknown) => void;
}

/** What a copied folder does before its first entry. */
interface AwaitedEnrolment {
  readonly prepare: () => void;
  readonly draft: EntryDraft;
}

interface Opened {
  readonly folder: string;
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly keys: VaultKeys;
  readonly start: StartThread;
  readonly waitMs: number;
  readonly readers: readonly WorkerThread[];
  readonly awaited: AwaitedEnrolment | undefined;
}
