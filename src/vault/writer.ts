import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import {
  type DeviceKey,
  idFromBytes,
  type LeafHash,
  ok,
  type PersonKey,
  parseSourceId,
  type Result,
  refuse,
  type Sha256,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import {
  checkPart,
  readEnvelope,
  referToPart,
  SALT_BYTES,
  type SignedEntry,
  type SigningKey,
  signCheckpoint,
  signEnvelope,
} from '../preserve/index.ts';
import { syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { advanceHead, createHead, type HeadAuthority, type HeadRefusal, readHead } from './head.ts';
import { type LogHead, LogStore } from './log-store.ts';
import { getPart, type PartPlace, putPart } from './part-store.ts';
import { PROJECTION_VERSION, tableNamer } from './projection-schema.ts';
import { keepProjected, projectAgain } from './projection-upkeep.ts';
import { currentGeneration, makeProjections, type Projections, putSuggestion } from './projections.ts';
import { bytesOf } from './rows.ts';
import type { WriteLock } from './write-lock.ts';
import type {
  AcceptOutcome,
  AcceptRefusal,
  AcceptRequest,
  AppendOutcome,
  AppendRequest,
  EntryDraft,
  FaultPoint,
  WriteRefusal,
} from './write-request.ts';

/** What the writer signs and authenticates with. */
export interface WriterKeys {
  readonly authority: HeadAuthority;
  readonly device: SigningKey;
  readonly checkpoint: SigningKey;
  readonly person: SigningKey;
}

/** The one that writes: groups of requests, each group one transaction, one checkpoint and one head. */
export class Writer {
  readonly #db: Database;
  readonly #folder: string;
  readonly #keys: WriterKeys;
  readonly #lock: WriteLock;
  readonly #fault: (point: FaultPoint) => void;
  readonly log: LogStore;
  readonly device: DeviceKey;
  readonly person: PersonKey;

  constructor(options: {
    readonly db: Database;
    readonly folder: string;
    readonly workspace: WorkspaceId;
    readonly keys: WriterKeys;
    readonly lock: WriteLock;
    readonly fault: (point: FaultPoint) => void;
  }) {
    this.#db = options.db;
    this.#folder = options.folder;
    this.#keys = options.keys;
    this.#lock = options.lock;
    this.#fault = options.fault;
    this.log = new LogStore(options.db, options.workspace);
    this.device = idFromBytes('DeviceKey', options.keys.device.publicKey);
    this.person = idFromBytes('PersonKey', options.keys.person.publicKey);
  }

  /** Appends each request's entries, all in one transaction; outcomes in the order of the requests. */
  append(requests: readonly AppendRequest[], waitMs: number): Result<readonly AppendOutcome[], WriteRefusal> {
    return this.#group(waitMs, () => {
      if (requests.some((request) => request.blobs.length > 0)) syncFolderNow(join(this.#folder, VAULT_FILES.blobs));
      return requests.map((request) => this.#appendOne(request));
    });
  }

  /** Takes entries of other devices: a set union. What cannot be placed yet waits; forgeries are refused by name. */
  accept(request: AcceptRequest, waitMs: number): Result<AcceptOutcome, WriteRefusal> {
    return this.#group(waitMs, () => this.#acceptAll(request), { ownEntries: false });
  }

  /** Compares the log with `head`; ok when all that was acknowledged here is in the database. */
  checkHead(): Result<undefined, WriteRefusal> {
    const path = join(this.#folder, VAULT_FILES.head);
    const head = readHead(path, this.#keys.authority);
    if (!head.ok) return head;
    // A copy of this folder wrote under the same key: whoever goes on must enrol a new device, or the fork grows.
    if (this.log.headsOf(this.device).length > 1) return refuse({ type: 'own-log-forked' });
    const { device, size, root } = head.value;
    const have = this.log.headsOf(device)[0]?.size ?? 0;
    if (have < size) return refuse({ type: 'behind-head', missing: size - have });
    if (this.log.placedAtHead({ device, size, root }) === undefined) return refuse({ type: 'log-differs-from-head' });
    // A copy that has not written yet has no log of its own; one that ended between enrolling itself and writing its
    // first head has. Either way the old head was just found complete.
    if (device !== this.device && this.#own() !== undefined) this.#writeHead('create');
    return ok(undefined);
  }

  /**
   * Enrols this device in a workspace that others founded: the first entry of its log. For a folder that was copied or
   * restored. What the old head vouches for must be here first.
   */
  enrol(draft: EntryDraft): Result<undefined, WriteRefusal> {
    const taken = this.#lock.acquire({ waitMs: LOCK_WAIT_MS });
    if (!taken.ok) return taken;
    try {
      if (this.#own() !== undefined) return ok(undefined);
      const head = readHead(join(this.#folder, VAULT_FILES.head), this.#keys.authority);
      if (head.ok && this.log.placedAtHead(head.value) === undefined) {
        const have = this.log.headsOf(head.value.device)[0]?.size ?? 0;
        return have < head.value.size
          ? refuse({ type: 'behind-head', missing: head.value.size - have })
          : refuse({ type: 'log-differs-from-head' });
      }
      inTransaction(this.#db, () => {
        this.#appendEntry(draft);
        this.#signCheckpoint();
      });
      this.#writeHead('create');
      return ok(undefined);
    } finally {
      this.#lock.release();
    }
  }

  /** Runs a long operation under the write lock, outside any transaction of its own. */
  exclusively<T>(waitMs: number, run: () => T): Result<T, WriteRefusal> {
    const taken = this.#lock.acquire({ waitMs });
    if (!taken.ok) return taken;
    try {
      const checked = this.checkHead();
      return checked.ok ? ok(run()) : checked;
    } finally {
      this.#lock.release();
    }
  }

  /** Closes the lock file. The database is its opener's. */
  close(): void {
    this.#lock.close();
  }

  /** Runs a step in a transaction of its own; the caller holds the lock. */
  transaction<T>(run: () => T): T {
    return inTransaction(this.#db, run);
  }

  /** Makes the first entry of a new workspace. */
  found(drafts: readonly EntryDraft[]): Result<undefined, WriteRefusal> {
    const taken = this.#lock.acquire({ waitMs: 0 });
    if (!taken.ok) return taken;
    try {
      inTransaction(this.#db, () => {
        this.#db
          .prepare('INSERT INTO meta (key, value) VALUES (?, ?), (?, ?), (?, ?)')
          .run(['workspace', this.log.workspace, 'generation', 1, 'projection-version', PROJECTION_VERSION]);
        makeProjections({ db: this.#db, generation: 1 });
        for (const draft of drafts) this.#appendEntry(draft);
        this.#signCheckpoint();
      });
      this.#writeHead('create');
      return ok(undefined);
    } finally {
      this.#lock.release();
    }
  }

  #group<T>(waitMs: number, run: () => T, options = { ownEntries: true }): Result<T, WriteRefusal> {
    return unwrap(
      this.exclusively(waitMs, () => {
        const result = inTransaction(this.#db, () => {
          const before = this.#own()?.size ?? 0;
          const made = run();
          if ((this.#own()?.size ?? 0) > before) this.#signCheckpoint();
          this.#fault('in-transaction');
          return made;
        });
        this.#fault('committed');
        if (options.ownEntries) {
          const written = this.#writeHead('advance');
          if (!written.ok) return written;
        }
        this.#fault('head-written');
        return ok(result);
      }),
    );
  }

  #appendOne(request: AppendRequest): AppendOutcome {
    if (request.unlessSource !== undefined) {
      const source = this.#sourceWith(request.unlessSource);
      if (source !== undefined) return { type: 'source-already-here', source };
    }
    for (const blob of request.blobs) {
      this.#db
        .prepare('INSERT INTO blob (name, source, length, wrapped_key) VALUES (?, ?, ?, ?)')
        .run([blob.name, bytesOf(blob.source), blob.length, new Uint8Array(blob.wrappedKey)]);
    }
    const entries = request.drafts.map((draft) => this.#appendEntry(draft));
    const projections = this.projections();
    for (const suggestion of request.suggestions) putSuggestion(projections, suggestion);
    return {
      type: 'appended',
      entries: entries.map(({ envelope: { device, seq }, leaf }) => ({ device, seq, leaf })),
    };
  }

  #appendEntry(draft: EntryDraft): SignedEntry {
    const { workspace } = this.log;
    const references = draft.parts.map(({ of, body }) => {
      const salt = new Uint8Array(randomBytes(SALT_BYTES));
      const reference = referToPart({ workspace, device: this.device, of, salt, body });
      putPart(this.#db, reference, { salt, body });
      return reference;
    });
    const own = this.#own();
    const known = own === undefined ? undefined : this.log.placed(own.leaf);
    const news = this.log.unseenHeads(this.device);
    const entry = signEnvelope(
      {
        v: 1,
        workspace,
        device: this.device,
        seq: own?.size ?? 0,
        prev: own?.leaf ?? null,
        person: draft.personal ? this.person : null,
        seen: news.map(({ device, size, root }) => ({ device, size, root })),
        order: 1 + Math.max(known?.order ?? 0, ...news.map((head) => head.order)),
        at: draft.at,
        kind: draft.kind,
        members: draft.members ?? [],
        parts: references,
      },
      draft.personal ? { device: this.#keys.device, person: this.#keys.person } : { device: this.#keys.device },
    );
    this.log.markSeen(news);
    const offered = this.log.offer(entry);
    if (offered.type !== 'placed') throw new Error(`this device's own entry was not placed: ${offered.type}`);
    keepProjected(this.projections(), this.log, [entry]);
    return entry;
  }

  #acceptAll({ entries, parts }: AcceptRequest): AcceptOutcome {
    const refused: AcceptRefusal[] = [];
    const read = entries.flatMap((bytes, index) => {
      const entry = readEnvelope(bytes, this.log.workspace);
      if (entry.ok) return [{ index, entry: entry.value }];
      refused.push({ index, error: entry.error });
      return [];
    });
    // Oldest first: most entries then find their past in place and need not wait.
    read.sort((a, b) => a.entry.envelope.order - b.entry.envelope.order || a.entry.envelope.seq - b.entry.envelope.seq);
    const kept: SignedEntry[] = [];
    const placed: SignedEntry[] = [];
    const counts = { alreadyHere: 0, waiting: 0 };
    for (const { index, entry } of read) {
      const offered = this.log.offer(entry);
      if (offered.type === 'refused') refused.push({ index, error: offered.error });
      else kept.push(entry);
      if (offered.type === 'placed') placed.push(entry);
      else if (offered.type === 'waiting') counts.waiting++;
      else if (offered.type === 'already-here') counts.alreadyHere++;
    }
    const later = this.log.placeWaiting(placed);
    const late = this.#keepParts(parts, kept, new Set([...placed, ...later].map(({ leaf }) => leaf)), refused);
    if (late) projectAgain(this.projections(), this.log);
    else keepProjected(this.projections(), this.log, [...placed, ...later]);
    const waited = later.filter((entry) => kept.includes(entry)).length;
    return {
      placed: placed.length + later.length,
      alreadyHere: counts.alreadyHere,
      waiting: Math.max(0, counts.waiting - waited),
      refused,
    };
  }

  /**
   * Keeps the parts to which an entry at hand commits; a stranger's, and a refused entry's, are not kept. True when one
   * came for an entry that had been placed, and projected, before.
   */
  #keepParts(
    parts: AcceptRequest['parts'],
    entries: readonly SignedEntry[],
    justPlaced: ReadonlySet<LeafHash>,
    refused: AcceptRefusal[],
  ): boolean {
    const places = new Map<Sha256, { readonly place: PartPlace; readonly leaf: LeafHash }[]>();
    for (const { leaf, envelope } of entries) {
      for (const reference of envelope.parts) {
        const place = { workspace: envelope.workspace, device: envelope.device, reference };
        // Two entries can name one commitment, one of them copied: only under the true one does the part open.
        places.set(reference.commitment, [...(places.get(reference.commitment) ?? []), { place, leaf }]);
      }
    }
    let late = false;
    for (const [index, part] of parts.entries()) {
      const known = places.get(part.commitment) ?? [];
      const own = known.filter(({ place }) => checkPart(part, place).ok);
      const [first] = own;
      if (first === undefined) {
        const wrongSalt = part.salt.length !== SALT_BYTES;
        refused.push({ index, error: { type: wrongSalt ? 'salt-length-wrong' : 'part-differs-from-commitment' } });
      } else if (getPart(this.#db, part.commitment) === undefined) {
        putPart(this.#db, first.place.reference, part);
        late ||= own.some(({ leaf }) => !justPlaced.has(leaf) && this.log.placed(leaf) !== undefined);
      }
    }
    return late;
  }

  projections(): Projections {
    const generation = currentGeneration(this.#db);
    if (generation === undefined) throw new Error('the vault has no projections');
    return { db: this.#db, generation };
  }

  /** The end of this device's log; undefined before its first entry. */
  #own(): LogHead | undefined {
    return this.log.headsOf(this.device)[0];
  }

  #sourceWith(sha256: Sha256): SourceId | undefined {
    const { generation } = this.projections();
    const found = this.#db
      .prepare(`SELECT source FROM ${tableNamer(generation)('source')} WHERE sha256 = ? ORDER BY ord, device, seq`, {
        pluck: true,
      })
      .get([sha256]);
    return parseSourceId(found);
  }

  #signCheckpoint(): void {
    const own = this.#own();
    if (own === undefined) return;
    const { device, size } = own;
    const note = signCheckpoint(
      { workspace: this.log.workspace, device, size, root: bytesOf(own.root) },
      this.#keys.checkpoint,
    );
    this.#db
      .prepare('INSERT OR IGNORE INTO checkpoint (device, size, note) VALUES (?, ?, ?)')
      .run([bytesOf(device), size, note]);
  }

  #writeHead(how: 'create' | 'advance'): Result<undefined, HeadRefusal> {
    const own = this.#own();
    if (own === undefined) throw new Error('a head was to be written before there is an entry');
    const path = join(this.#folder, VAULT_FILES.head);
    const state = { device: this.device, size: own.size, root: own.root };
    if (how === 'create') {
      createHead(path, this.#keys.authority, state);
      return ok(undefined);
    }
    const written = advanceHead(path, this.#keys.authority, state);
    return written.ok ? ok(undefined) : written;
  }
}

/** A new device waits this long for whoever writes, in milliseconds. */
const LOCK_WAIT_MS = 10_000;

function inTransaction<T>(db: Database, run: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const made = run();
    db.exec('COMMIT');
    return made;
  } catch (error) {
    // A failed COMMIT (a full disk) can have rolled back already; then there is nothing left to undo.
    try {
      db.exec('ROLLBACK');
    } catch {
      throw new Error('a write group failed and could not be undone', { cause: error });
    }
    throw error;
  }
}

function unwrap<T, E extends { readonly type: string }>(result: Result<Result<T, E>, E>): Result<T, E> {
  return result.ok ? result.value : result;
}
