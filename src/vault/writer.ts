import { statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import {
  type DeviceKey,
  ok,
  parseSourceId,
  type Result,
  refuse,
  type Sha256,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import { acceptEntries } from './acceptance.ts';
import { inodeOf, syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { EntryAuthor, type WriterKeys } from './entry-author.ts';
import { type ErasingEnd, finishErasing, noteErasedBlob } from './erasing.ts';
import { describeFailure } from './failure.ts';
import {
  advanceHead,
  createHead,
  EMPTY_LOG,
  type HeadAuthority,
  type HeadRefusal,
  type HeadState,
  readHead,
} from './head.ts';
import { compareWithHead } from './head-check.ts';
import { type LogHead, LogStore } from './log-store.ts';
import { projectionVersion, tableName } from './projection-schema.ts';
import { abandonRebuild, makeProjections, type Projections, projectionsIn, putSuggestion } from './projections.ts';
import { bytesOf } from './rows.ts';
import { settleIndex } from './search-index.ts';
import { WriteAheadLog } from './write-ahead-log.ts';
import type { LockRefusal, WriteLock } from './write-lock.ts';
import type {
  AcceptOutcome,
  AcceptRequest,
  AppendAnswer,
  AppendOutcome,
  AppendRequest,
  EntryDraft,
  FaultPoint,
  WriteRefusal,
} from './write-request.ts';

/** The one that writes: groups of requests, each group one transaction, one checkpoint and one head. */
export class Writer {
  readonly #db: Database;
  readonly #folder: string;
  readonly #authority: HeadAuthority;
  readonly #author: EntryAuthor;
  readonly #lock: WriteLock;
  readonly #fault: (point: FaultPoint) => void;
  /** Number of the database's file when it was opened. */
  readonly #inode: bigint | undefined;
  readonly #writeAhead: WriteAheadLog;
  /** Requests in the group written last. */
  #lastTurn = 0;
  readonly #pause = new Int32Array(new SharedArrayBuffer(4));
  readonly log: LogStore;
  readonly device: DeviceKey;

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
    this.#authority = options.keys.authority;
    this.#lock = options.lock;
    this.#fault = options.fault;
    this.#inode = inodeOf(join(options.folder, VAULT_FILES.database));
    this.#writeAhead = new WriteAheadLog(options.db, options.fault);
    this.log = new LogStore(options.db, options.workspace);
    this.#author = new EntryAuthor({ db: options.db, log: this.log, keys: options.keys });
    this.device = this.#author.device;
  }

  /**
   * Appends each request's entries, all in one transaction; answers in the order of the requests. A request that fails
   * leaves nothing and costs the others nothing.
   */
  append(requests: readonly AppendRequest[], waitMs: number): Result<readonly AppendAnswer[], WriteRefusal> {
    return this.#group(waitMs, () => {
      // The files' own bytes were synced when they were made; now their names, before an entry points at them.
      if (requests.some((request) => request.blobs.length > 0)) syncFolderNow(join(this.#folder, VAULT_FILES.blobs));
      this.#lastTurn = requests.length;
      return requests.map((request) => this.#appendApart(request));
    });
  }

  /** Takes entries of other devices; with `mending`, also into a database that is behind its head. */
  accept(
    request: AcceptRequest,
    { mending, waitMs }: { readonly mending: boolean; readonly waitMs: number },
  ): Result<AcceptOutcome, WriteRefusal> {
    const accept = (): AcceptOutcome => acceptEntries({ log: this.log, projections: this.projections() }, request);
    return this.#group(waitMs, accept, { mending });
  }

  /** Compares the log with `head`; ok when all that was acknowledged here is in the database. */
  checkHead(): Result<undefined, WriteRefusal> {
    const own = this.log.headsOf(this.device);
    const head = readHead(this.#headPath(), this.#authority);
    // A folder restored from a backup has neither head nor device file until a device, new in it, is to write.
    if (!head.ok) return head.error.type === 'head-missing' && this.#isRestored(own) ? ok(undefined) : head;
    // A copy of this folder wrote under the same key: whoever goes on must enrol a new device, or the fork grows.
    if (own.length > 1) return refuse({ type: 'own-log-forked' });
    const mismatch = compareWithHead(this.log, head.value);
    if (mismatch !== undefined) return refuse(mismatch);
    // A process that ended between enrolling its device and writing the first head leaves the head of the device before.
    // That was just found complete.
    if (head.value.device !== this.device && own.length > 0) this.#createHead();
    return ok(undefined);
  }

  /**
   * Enrols this device in a workspace that others founded: the first entry of its log. For a folder that was copied or
   * restored. What the old head vouches for must be here first.
   */
  enrol(draft: EntryDraft, waitMs: number): Result<undefined, WriteRefusal> {
    return this.#locked(waitMs, () => {
      if (this.#author.end() !== undefined) return ok(undefined);
      const checked = this.checkHead();
      if (!checked.ok) return checked;
      if (!this.log.enrolmentsOf(this.#author.person).some(({ role }) => role === 'person')) {
        return refuse({ type: 'not-admitted' });
      }
      inTransaction(this.#db, () => {
        abandonRebuild(this.#db);
        this.#author.append(draft);
        this.#author.signCheckpoint();
      });
      this.#createHead();
      return ok(undefined);
    });
  }

  /** Runs a long operation on what is derived from the entries, under the write lock; it makes its own transactions. */
  derive<T>(waitMs: number, run: () => T): Result<T, LockRefusal> {
    return this.#locked(waitMs, () => ok(run()));
  }

  /** Writes down what this folder notes for itself: no entry, so neither checkpoint nor head. */
  note<T>(run: () => T, waitMs: number): Result<T, LockRefusal> {
    return this.#locked(waitMs, () => ok(inTransaction(this.#db, run)));
  }

  /** Takes away what erasures left in files and pages; to be called after whatever may have erased something. */
  finishErasing(waitMs: number): Result<ErasingEnd, LockRefusal> {
    return this.#locked(waitMs, () =>
      ok(
        finishErasing(this.#db, {
          folder: this.#folder,
          pause: (ms) => Atomics.wait(this.#pause, 0, 0, ms),
          fault: () => this.#fault('erase'),
        }),
      ),
    );
  }

  /** Closes the lock file. The database is its opener's. */
  close(): void {
    this.#lock.close();
  }

  /** Runs a step in a transaction of its own; the caller holds the lock. */
  transaction<T>(run: () => T): T {
    const made = inTransaction(this.#db, run);
    this.#writeAhead.tend();
    return made;
  }

  /** Makes the first entry of a new workspace; with no draft, a vault for a workspace that others founded. */
  found(drafts: readonly EntryDraft[]): Result<undefined, WriteRefusal> {
    return this.#locked(0, () => {
      inTransaction(this.#db, () => {
        this.#db
          .prepare('INSERT INTO meta (key, value) VALUES (?, ?), (?, ?), (?, ?)')
          .run(['workspace', this.log.workspace, 'generation', 1, 'projection-version', projectionVersion()]);
        makeProjections({ db: this.#db, generation: 1 });
        for (const draft of drafts) this.#author.append(draft);
        this.#author.signCheckpoint();
      });
      this.#createHead(this.#author.end() ?? EMPTY_LOG);
      return ok(undefined);
    });
  }

  projections(): Projections {
    const projections = projectionsIn(this.#db);
    return projections;
  }

  #locked<T, E extends { readonly type: string }>(waitMs: number, run: () => Result<T, E>): Result<T, E | LockRefusal> {
    const taken = this.#takeTurn(waitMs);
    if (!taken.ok) return taken;
    try {
      // Under another key, or destroyed: a row written here would be written to a file that nobody can reach.
      if (inodeOf(join(this.#folder, VAULT_FILES.database)) !== this.#inode) return refuse({ type: 'vault-changed' });
      const made = run();
      this.#writeAhead.tend();
      return made;
    } catch (error) {
      // What was placed may have been undone with the transaction.
      this.log.setAside.forget();
      throw error;
    } finally {
      this.#lock.release();
    }
  }

  /**
   * Asks for the lock often, where SQLite's own waiting soon asks ten times a second, and after a long turn lets the
   * others ask first: whoever writes one large group after another would else keep them out for seconds.
   */
  #takeTurn(waitMs: number): Result<void, LockRefusal> {
    if (this.#lastTurn >= LONG_TURN) Atomics.wait(this.#pause, 0, 0, 2 * ASK_AGAIN_MS);
    this.#lastTurn = 0;
    for (let waited = 0; ; waited += ASK_AGAIN_MS) {
      const taken = this.#lock.acquire({ waitMs: 0 });
      if (taken.ok || taken.error.type !== 'vault-in-use' || waited >= waitMs) return taken;
      Atomics.wait(this.#pause, 0, 0, ASK_AGAIN_MS);
    }
  }

  /** One transaction, and a checkpoint and the head when this device's log grew by it. */
  #group<T>(
    waitMs: number,
    run: () => T,
    { mending }: { readonly mending: boolean } = { mending: false },
  ): Result<T, WriteRefusal> {
    return this.#locked(waitMs, () => {
      const checked = this.checkHead();
      const isBehind = !checked.ok && mending && checked.error.type === 'behind-head';
      if (!checked.ok && !isBehind) return checked;
      const before = this.#author.end()?.size;
      const result = inTransaction(this.#db, () => {
        abandonRebuild(this.#db);
        const made = run();
        settleIndex(this.projections());
        if (!isBehind && this.#author.end()?.size !== before) this.#author.signCheckpoint();
        this.#fault('in-transaction');
        return made;
      });
      this.#fault('committed');
      const own = this.#author.end();
      // A head that vouches for more than is here must stay until all of that is here: it alone knows that it is missing.
      const isWhole = !isBehind || this.checkHead().ok;
      if (isWhole && own !== undefined && own.size !== before) {
        const written = this.#advanceHead(own);
        if (!written.ok) return written;
      }
      this.#fault('head-written');
      return ok(result);
    });
  }

  #appendApart(request: AppendRequest): AppendAnswer {
    this.#db.prepare('SAVEPOINT request').run();
    try {
      const outcome = this.#appendOne(request);
      this.#db.prepare('RELEASE request').run();
      return outcome;
    } catch (error) {
      try {
        this.#db.exec('ROLLBACK TO request; RELEASE request');
      } catch {
        // SQLite has undone the whole group already, as it does on a full disk.
        throw error;
      }
      this.log.setAside.forget();
      return { type: 'failed', failure: describeFailure(error) };
    }
  }

  #appendOne(request: AppendRequest): AppendOutcome {
    if (request.unlessSource !== undefined) {
      const source = this.#sourceWith(request.unlessSource);
      if (source !== undefined) return { type: 'source-already-here', source };
    }
    for (const blob of request.blobs) {
      if (this.log.isErased(blob.source)) {
        noteErasedBlob(this.#db, blob.name);
        continue;
      }
      this.#db
        .prepare('INSERT INTO blob (name, source, length, wrapped_key) VALUES (?, ?, ?, ?)')
        .run([blob.name, bytesOf(blob.source), blob.length, new Uint8Array(blob.wrappedKey)]);
    }
    const entries = request.drafts.map((draft) => this.#author.append(draft));
    const projections = this.projections();
    for (const suggestion of request.suggestions) {
      // Erased by somebody while it was being read: its words must not come back by the cache.
      if (!this.log.isErased(suggestion.source)) putSuggestion(projections, suggestion);
    }
    return {
      type: 'appended',
      entries: entries.map(({ envelope: { device, seq }, leaf }) => ({ device, seq, leaf })),
    };
  }

  #sourceWith(digest: Sha256): SourceId | undefined {
    const found = this.#db
      .prepare(
        `SELECT source FROM ${tableName('source', this.projections().generation)} WHERE sha256 = ?
         ORDER BY ord, device, seq LIMIT 1`,
        { pluck: true },
      )
      .get([digest]);
    return parseSourceId(found);
  }

  #isRestored(own: readonly LogHead[]): boolean {
    return (
      own.length === 0 && statSync(join(this.#folder, VAULT_FILES.device), { throwIfNoEntry: false }) === undefined
    );
  }

  #headPath(): string {
    return join(this.#folder, VAULT_FILES.head);
  }

  #createHead(state: Omit<HeadState, 'device'> | undefined = this.#author.end()): void {
    if (state === undefined) throw new Error('a head was to be written before there is an entry');
    createHead(this.#headPath(), this.#authority, { device: this.device, size: state.size, root: state.root });
  }

  #advanceHead(own: LogHead): Result<undefined, HeadRefusal> {
    const written = advanceHead(this.#headPath(), this.#authority, own);
    return written.ok ? ok(undefined) : written;
  }
}

/** How often a turn is asked for, in milliseconds. */
const ASK_AGAIN_MS = 2;
/** Requests that make a turn a long one. */
const LONG_TURN = 8;

function inTransaction<T>(db: Database, run: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const made = run();
    db.exec('COMMIT');
    return made;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite undoes a transaction by itself when the disk is full or fails: then there is nothing left to undo, and what
      // matters is what happened first. If it is still open, the next BEGIN says so.
    }
    throw error;
  }
}
