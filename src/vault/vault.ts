import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  type DeviceKey,
  idFromBytes,
  ok,
  type PersonKey,
  type Result,
  refuse,
  type Sha256,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { foundingMembers, signingKeyFromSeed } from '../preserve/index.ts';
import type { ThemePack } from '../read/index.ts';
import { type CreatedBlob, createBlob, readBlob, unwrapBlobKey, wrapBlobKey } from './blob-file.ts';
import type { DatabaseRefusal } from './database.ts';
import {
  compareFolderMarks,
  type DeviceRefusal,
  type DeviceSecrets,
  type FolderMark,
  markFolder,
  readDeviceFile,
  writeDeviceFile,
} from './device-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import { readHead } from './head.ts';
import {
  createHeader,
  type HeaderRefusal,
  type OpenRefusal,
  openHeader,
  personSlot,
  readHeader,
  writeHeader,
} from './header.ts';
import { type KdfCost, sealPersonSlot } from './key-slot.ts';
import type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
import { createVaultKey, deriveVaultKeys, type VaultId, type VaultKeys } from './vault-key.ts';
import type { RecordVerdict } from './verify.ts';
import type { Queries, QueryName, WorkerStart } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';
import type {
  AcceptOutcome,
  AcceptRequest,
  AppendOutcome,
  AppendRequest,
  BlobPlace,
  FaultPoint,
  WriteRefusal,
} from './writer.ts';

export type VaultRefusal = HeaderRefusal | OpenRefusal | DatabaseRefusal | DeviceRefusal;
export type CreateRefusal = { readonly type: 'folder-not-empty' } | DatabaseRefusal | WriteRefusal;

export interface VaultOptions {
  readonly folder: string;
  readonly passphrase: string;
  /** The bundled database thread. */
  readonly worker: URL;
  /** How long a write waits for another process that writes, in milliseconds. */
  readonly waitMs?: number;
  /** Threads that read. */
  readonly readers?: number;
  /** Whatever names this machine, so that a copied folder is noticed; only its digest is kept, sealed. */
  readonly machine?: string;
  /** This device's clock, RFC 3339: for an entry that opening may have to make. */
  readonly now: string;
  /** For fault campaigns only. */
  readonly fault?: { readonly point: FaultPoint; readonly passing: number };
}

export interface CreateOptions extends VaultOptions {
  /** The name by which colleagues know the founder; kept inside, as a part that can be erased. */
  readonly personName: string | undefined;
  readonly cost?: KdfCost;
}

/** Whether the vault may be written, and why not. */
export type VaultCondition = { readonly type: 'sound' } | WriteRefusal;

/** An encrypted folder, opened. Reading and writing go through threads of their own; nothing here blocks. */
export class Vault {
  readonly folder: string;
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly person: PersonKey;
  /** Whether opening made this folder a new device: it had been copied or restored. */
  readonly enrolledHere: boolean;
  readonly #keys: VaultKeys;
  readonly #start: StartThread;
  readonly #waitMs: number;
  readonly #readers: readonly WorkerThread[];
  #writer: WorkerThread | undefined;
  #turn = 0;
  #pending: { readonly request: AppendRequest; readonly settle: Settle }[] = [];
  #writing = false;

  private constructor(opened: Opened) {
    this.folder = opened.folder;
    this.workspace = opened.workspace;
    this.device = opened.device;
    this.person = opened.person;
    this.enrolledHere = opened.enrolledHere;
    this.#keys = opened.keys;
    this.#start = opened.start;
    this.#waitMs = opened.waitMs;
    this.#readers = opened.readers;
    this.#writer = opened.writer;
  }

  /** Makes a vault in an empty or missing folder, founds a workspace in it, and opens it. */
  static async create(options: CreateOptions): Promise<Result<Vault, CreateRefusal>> {
    const { folder, now } = options;
    if (!makeFolder(folder)) return refuse({ type: 'folder-not-empty' });
    const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
    const { vault, vaultKey } = createVaultKey(random);
    const keys = deriveVaultKeys(vault, vaultKey);
    const personSeed = random(32);
    const secrets = newDevice(folder, options.machine);
    writeDeviceFile(folder, { vault, device: keys.device }, { ...secrets, random });
    const device = publicKeys(secrets, personSeed);
    const { workspace, members } = foundingMembers({
      device: device.device,
      person: signingKeyFromSeed(personSeed),
      checkpointKey: device.checkpointKey,
    });
    const start = threadStarter(options, { vault, keys, secrets, personSeed, workspace });
    const writer = await start('writer');
    if (!writer.ok) return writer;
    const name = options.personName;
    const founded = await writer.value.ask<Result<undefined, WriteRefusal>>({
      op: 'found',
      drafts: [
        {
          kind: 'workspace-founded',
          personal: true,
          at: now,
          members,
          parts: name === undefined ? [] : [personName(device.person, name)],
        },
      ],
    });
    await writer.value.close();
    if (!founded.ok) return founded;
    // Last, since a folder with a header is a vault: one that was interrupted before is not, and says so.
    const slot = personSlot(
      await sealPersonSlot({
        vault,
        passphrase: options.passphrase,
        secrets: { vaultKey, personSeed },
        ...(options.cost && { cost: options.cost }),
        random,
      }),
    );
    writeHeader(folder, createHeader({ vault, vaultKey, slots: [slot] }));
    const opened = await Vault.open(options);
    if (!opened.ok) throw new Error(`a vault just made did not open: ${opened.error.type}`);
    return opened;
  }

  /**
   * Opens a vault. The passphrase is tried before anything is read; a folder that was copied or restored is enrolled as
   * a new device, so that two copies never write one log.
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
    let writer: WorkerThread | undefined;
    if (!sameFolder) {
      writeDeviceFile(folder, { vault, device: keys.device }, { ...secrets, random });
      const started = await start('writer');
      if (!started.ok) return started;
      writer = started.value;
      await writer.ask({
        op: 'enrol',
        draft: {
          kind: 'device-enrolled',
          personal: true,
          at: options.now,
          members: [{ type: 'device', checkpointKey }],
          parts: [],
        },
      });
    }
    const { workspace } = reader;
    const waitMs = options.waitMs ?? 10_000;
    const enrolledHere = !sameFolder;
    return ok(new Vault({ folder, workspace, device, person, keys, start, waitMs, readers, writer, enrolledHere }));
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

  /** The bytes of a source, each chunk checked before it is given; undefined when they are not here. */
  async bytesOf(source: SourceId): Promise<AsyncIterable<Uint8Array> | undefined> {
    const row = await this.query('blob', { source });
    if (row === undefined) return undefined;
    const key = unwrapBlobKey(this.#keys.blobWrap, row.name, row.wrappedKey);
    if (key === undefined) throw new Error('the key of a blob was changed');
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

  async #writeGroups(): Promise<void> {
    this.#writing = true;
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0, GROUP_LIMIT);
      try {
        const writer = await this.#openWriter();
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

interface StartThread {
  (role: 'writer' | 'reader'): Promise<Result<WorkerThread, DatabaseRefusal>>;
  readonly authority: { readonly vault: VaultId; readonly headMac: Uint8Array };
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
  readonly writer: WorkerThread | undefined;
  readonly enrolledHere: boolean;
}

interface ThreadSecrets {
  readonly vault: VaultId;
  readonly keys: VaultKeys;
  readonly secrets: DeviceSecrets;
  readonly personSeed: Uint8Array;
  readonly workspace?: WorkspaceId;
}

function threadStarter(options: VaultOptions, known: ThreadSecrets): StartThread {
  const { vault, keys, secrets, personSeed, workspace } = known;
  const begin = (role: 'writer' | 'reader'): Promise<Result<WorkerThread, DatabaseRefusal>> => {
    const start: WorkerStart = {
      role,
      folder: options.folder,
      databaseKey: keys.database,
      ...(workspace !== undefined && { founding: workspace }),
      ...(role === 'writer' && {
        writer: {
          vault,
          headMac: keys.headMac,
          entrySeed: secrets.entrySeed,
          checkpointSeed: secrets.checkpointSeed,
          personSeed,
        },
      }),
      ...(options.fault !== undefined && { fault: options.fault }),
    };
    return WorkerThread.start(options.worker, start);
  };
  return Object.assign(begin, { authority: { vault, headMac: keys.headMac } });
}

function newDevice(folder: string, machine: string | undefined): DeviceSecrets & { readonly mark: FolderMark } {
  return {
    entrySeed: new Uint8Array(randomBytes(32)),
    checkpointSeed: new Uint8Array(randomBytes(32)),
    mark: markFolder(folder, machine === undefined ? {} : { machine }),
  };
}

function machineOf({ machine }: VaultOptions): { readonly machine?: string } {
  return machine === undefined ? {} : { machine };
}

function publicKeys(
  secrets: DeviceSecrets,
  personSeed: Uint8Array,
): {
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly checkpointKey: ReturnType<typeof idFromBytes<'CheckpointKey'>>;
} {
  return {
    device: idFromBytes('DeviceKey', signingKeyFromSeed(secrets.entrySeed).publicKey),
    person: idFromBytes('PersonKey', signingKeyFromSeed(personSeed).publicKey),
    checkpointKey: idFromBytes('CheckpointKey', signingKeyFromSeed(secrets.checkpointSeed).publicKey),
  };
}

/** The part that names a person, of a subject made from the person's key, so that it can be found and erased. */
function personName(person: PersonKey, name: string): { readonly of: readonly SubjectId[]; readonly body: Uint8Array } {
  const subject = idFromBytes(
    'SubjectId',
    createHash('sha256').update(`daybook/person-subject/1\n${person}`).digest().subarray(0, 16),
  );
  return { of: [subject], body: new TextEncoder().encode(canonicalJson({ type: 'person-name', person, name })) };
}

/** False when something other than an empty folder is in the way. */
function makeFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) return false;
  chmodSync(folder, 0o700);
  mkdirSync(join(folder, VAULT_FILES.blobs), { mode: 0o700 });
  return true;
}
