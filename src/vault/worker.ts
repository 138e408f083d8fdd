/**
 * The thread that holds the database. SQLite is synchronous: long work here must not stop the engine's main thread,
 * which talks to people. One thread writes, several read; all answer requests one after another.
 */
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type Database from '@signalapp/sqlcipher';
import { ok, parseId, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import { copyQueries } from './copy-queries.ts';
import { type DatabaseRefusal, isDamage, openDatabase } from './database.ts';
import { inodeOf, VAULT_FILES } from './durable-file.ts';
import { exchangeNotes } from './exchange-notes.ts';
import { exchangeQueries } from './exchange-queries.ts';
import { describeFailure } from './failure.ts';
import { faultAt } from './fault.ts';
import { folderNoteQueries } from './folder-note-queries.ts';
import { folderNotes } from './folder-notes.ts';
import { takeAwayLeftFiles } from './left-files.ts';
import { getMeta } from './meta.ts';
import { areProjectionsCurrent } from './projections.ts';
import { queries } from './queries.ts';
import { isIntact, takeSnapshot } from './snapshot.ts';
import { verifyRecord } from './verify.ts';
import type { Queries, QueryName, Reply, Request, WorkerStart } from './worker-messages.ts';
import { WriteLock } from './write-lock.ts';
import type { FaultPoint } from './write-request.ts';
import { Writer } from './writer.ts';

const allQueries: Queries = { ...queries, ...folderNoteQueries, ...copyQueries, ...exchangeQueries };
const allNotes = { ...folderNotes, ...exchangeNotes };

/** Serves one connection until the port closes. */
function serve(port: MessagePort, start: WorkerStart): void {
  const reply = (message: Reply): void => port.postMessage(message);
  const fault = faultAt(start.fault);
  let opened: ReturnType<typeof openRecord>;
  try {
    opened = openRecord(start, fault);
  } catch (error) {
    reply({ type: 'not-opened', failure: describeFailure(error) });
    port.close();
    return;
  }
  if (!opened.ok) {
    reply({ type: 'refused', error: opened.error });
    port.close();
    return;
  }
  let record = opened.value;
  reply({ type: 'ready', workspace: record.workspace, current: record.current });
  /** SQLCipher reads nothing more over a connection that met a damaged page; over a new one, all the others. */
  const reopen = (): void => {
    closeRecord(record);
    const again = openRecord(start, fault);
    if (!again.ok) throw new Error(`the database no longer opens: ${again.error.type}`);
    record = again.value;
  };
  let shown = false;
  const snapshot = (): Database => {
    if (shown) reopen();
    shown = true;
    record.db.exec('BEGIN');
    return record.db;
  };
  const serveOne = async (request: Request): Promise<void> => {
    let damaged = false;
    try {
      // Before the answer, so that the write-ahead log is in the database when whoever asked goes on.
      if (request.op === 'close') closeRecord(record);
      const value =
        request.op === 'close'
          ? undefined
          : await answer({ ...record, folder: start.folder, request, fault, reply, snapshot });
      reply({ type: 'answer', id: request.id, value });
    } catch (error) {
      const exchanged = isDamage(error) && isExchanged(record, start);
      damaged = isDamage(error) && !exchanged;
      reply({ type: 'failed', id: request.id, failure: exchanged ? EXCHANGED : describeFailure(error) });
    }
    if (request.op === 'close') port.close();
    else if (damaged) reopen();
  };
  let line = Promise.resolve();
  port.on('message', (request: Request) => {
    line = line.then(() => serveOne(request));
  });
}

/** Makes readings again, and is loaded when somebody asks: it brings everything that reads documents into this thread. */
const loadRebuild = () => import('./rebuild.ts');

interface OpenRecord {
  readonly db: Database;
  readonly workspace: WorkspaceId;
  readonly writer: Writer | undefined;
  readonly current: boolean;
  /** Number of the database's file when it was opened. */
  readonly inode: bigint | undefined;
}

/** Why a page that was destroyed, or written under another key, cannot be read: it is no damage that a backup mends. */
const EXCHANGED = { message: 'the vault was exchanged', code: 'VAULT_CHANGED' } as const;

function isExchanged({ inode }: OpenRecord, { folder }: WorkerStart): boolean {
  return inodeOf(join(folder, VAULT_FILES.database)) !== inode;
}

function closeRecord({ db, writer }: OpenRecord): void {
  writer?.close();
  db.close();
}

function openRecord(start: WorkerStart, fault: (point: FaultPoint) => void): Result<OpenRecord, DatabaseRefusal> {
  const role = start.founding === undefined ? start.role : 'founder';
  const path = join(start.folder, VAULT_FILES.database);
  const inode = inodeOf(path);
  const opened = openDatabase(path, start.databaseKey, role);
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    // Another vault's database was put here just now: which of them is open cannot be told.
    if (role !== 'founder' && inodeOf(path) !== inode)
      throw new Exchanged('the database was exchanged while it opened');
    const workspace = start.founding ?? parseId('WorkspaceId', getMeta(db, 'workspace'));
    if (workspace === undefined) throw new NoWorkspace('the database names no workspace');
    const writer = start.role === 'writer' ? openWriter(db, workspace, start, fault) : undefined;
    return ok({ db, workspace, writer, current: areProjectionsCurrent(db), inode: inodeOf(path) });
  } catch (error) {
    db.close();
    if (error instanceof Exchanged) return refuse({ type: 'vault-changed' });
    if (isDamage(error) || error instanceof NoWorkspace) return refuse({ type: 'database-damaged' });
    throw error;
  }
}

/** The file at the path is no longer the one that was opened. */
class Exchanged extends Error {}

/** A database that opens and holds no founded workspace: whoever made it was interrupted, or something cut it short. */
class NoWorkspace extends Error {}

function answer(context: {
  readonly db: Database;
  readonly workspace: WorkspaceId;
  readonly writer: Writer | undefined;
  readonly folder: string;
  readonly request: Request;
  readonly fault: (point: FaultPoint) => void;
  readonly reply: (message: Reply) => void;
  /** A connection that shows one state; each time a new one. The thread answers nothing else afterwards. */
  readonly snapshot: () => Database;
}): unknown {
  const { db, workspace, request } = context;
  const progress = (value: unknown): void => context.reply({ type: 'progress', id: request.id, value });
  const writer = (): Writer => {
    if (context.writer === undefined) throw new Error('a reader was asked to write');
    return context.writer;
  };
  switch (request.op) {
    case 'query':
      return runQuery(db, workspace, request);
    case 'found':
      return writer().found(request.drafts);
    case 'enrol':
      return writer().enrol(request.draft, request.waitMs);
    case 'append':
      return writer().append(request.requests, request.waitMs);
    case 'accept':
      return writer().accept(request.request, { mending: request.mending, waitMs: request.waitMs });
    case 'rebuild':
      return loadRebuild().then(({ rebuild }) => {
        const { packs, waitMs } = request;
        return rebuild({ db, writer: writer(), packs, waitMs, progress, fault: context.fault });
      });
    case 'note': {
      const { name, args, waitMs } = request;
      return writer().note(() => Reflect.apply(allNotes[name], undefined, [db, args]), waitMs);
    }
    case 'finish-erasing':
      return writer().finishErasing(request.waitMs);
    case 'read-missing': {
      const { packs, waitMs } = request;
      return loadRebuild().then(({ readMissing }) => readMissing({ db, writer: writer(), packs, waitMs, progress }));
    }
    case 'verify':
      return verifyRecord(context.snapshot, workspace, progress);
    case 'snapshot':
      return takeSnapshot(db, workspace, request.file);
    case 'integrity':
      return isIntact(db);
    case 'tidy':
      return writer().derive(request.waitMs, () => takeAwayLeftFiles(db, context.folder, request.before));
    case 'close':
      return undefined;
  }
}

function runQuery(
  db: Database,
  workspace: WorkspaceId,
  request: { readonly name: QueryName; readonly args: unknown },
): unknown {
  return inOneState(db, () => {
    const value: unknown = Reflect.apply(allQueries[request.name], undefined, [db, workspace, request.args]);
    return value;
  });
}

/** Shows one state of the vault to whatever runs, no matter what is written or rebuilt meanwhile. */
function inOneState<T>(db: Database, run: () => T): T {
  db.exec('BEGIN');
  try {
    return run();
  } finally {
    try {
      db.exec('COMMIT');
    } catch {
      // A page that could not be read ends the transaction by itself; what matters then is what `run` met.
    }
  }
}

function openWriter(
  db: Database,
  workspace: WorkspaceId,
  { folder, writer }: WorkerStart,
  fault: (point: FaultPoint) => void,
): Writer {
  if (writer === undefined) throw new Error('a writer was started without keys');
  return new Writer({
    db,
    folder,
    workspace,
    keys: {
      authority: { vault: writer.vault, headMac: writer.headMac },
      device: signingKeyFromSeed(writer.entrySeed),
      checkpoint: signingKeyFromSeed(writer.checkpointSeed),
      person: signingKeyFromSeed(writer.personSeed),
    },
    lock: WriteLock.open(join(folder, VAULT_FILES.lock)),
    fault,
  });
}

if (parentPort !== null) {
  const start: WorkerStart = workerData;
  serve(parentPort, start);
}
