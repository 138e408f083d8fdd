/**
 * The thread that holds the database. SQLite is synchronous: long work here must not stop the engine's main thread,
 * which talks to people. One thread writes, several read; all answer requests one after another.
 */
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type Database from '@signalapp/sqlcipher';
import { parseId, type WorkspaceId } from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import { openDatabase } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import { getMeta } from './meta.ts';
import { queries } from './queries.ts';
import { rebuild } from './rebuild.ts';
import { verifyRecord } from './verify.ts';
import type { QueryName, Reply, Request, WorkerStart } from './worker-messages.ts';
import { WriteLock } from './write-lock.ts';
import type { FaultPoint } from './write-request.ts';
import { Writer } from './writer.ts';

/** Serves one connection until the port closes. */
function serve(port: MessagePort, start: WorkerStart): void {
  const reply = (message: Reply): void => port.postMessage(message);
  const opened = openDatabase(join(start.folder, VAULT_FILES.database), start.databaseKey, start.role);
  if (!opened.ok) {
    reply({ type: 'refused', error: opened.error });
    port.close();
    return;
  }
  const db = opened.value;
  const workspace = start.founding ?? parseId('WorkspaceId', getMeta(db, 'workspace'));
  if (workspace === undefined) {
    reply({ type: 'refused', error: { type: 'database-damaged' } });
    db.close();
    port.close();
    return;
  }
  const fault = faultAt(start);
  const writer = start.role === 'writer' ? openWriter(db, workspace, start, fault) : undefined;
  reply({ type: 'ready', workspace });
  port.on('message', (request: Request) => {
    try {
      const value = answer({ db, workspace, writer, request, fault, reply });
      reply({ type: 'answer', id: request.id, value });
    } catch (error) {
      // The message was made by us or by SQLite: kept for the developer's eye in `cause`, never shown as it is.
      const message = error instanceof Error ? error.message : 'unknown failure';
      reply({ type: 'failed', id: request.id, message });
    }
    if (request.op === 'close') {
      // All handles, before the thread ends: SQLite may want to log at the close, and by then nobody could take it.
      writer?.close();
      db.close();
      port.close();
    }
  });
}

function answer(context: {
  readonly db: Database;
  readonly workspace: WorkspaceId;
  readonly writer: Writer | undefined;
  readonly request: Request;
  readonly fault: (point: FaultPoint) => void;
  readonly reply: (message: Reply) => void;
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
      return writer().enrol(request.draft);
    case 'append':
      return writer().append(request.requests, request.waitMs);
    case 'accept':
      return writer().accept(request.request, request.waitMs);
    case 'check-head':
      return writer().checkHead();
    case 'rebuild':
      return rebuild({
        db,
        writer: writer(),
        packs: request.packs,
        waitMs: request.waitMs,
        progress,
        fault: context.fault,
      });
    case 'verify':
      return verifyRecord(db, workspace, progress);
    case 'close':
      return undefined;
  }
}

/** One state of the vault for the whole query, whatever is written meanwhile. */
function runQuery(
  db: Database,
  workspace: WorkspaceId,
  request: { readonly name: QueryName; readonly args: unknown },
): unknown {
  db.exec('BEGIN');
  try {
    const value: unknown = Reflect.apply(queries[request.name], undefined, [db, workspace, request.args]);
    return value;
  } finally {
    db.exec('COMMIT');
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

function faultAt({ fault }: WorkerStart): (point: FaultPoint) => void {
  let passed = 0;
  return (point) => {
    if (point !== fault?.point) return;
    passed++;
    if (passed === fault.passing) process.kill(process.pid, 'SIGKILL');
  };
}

if (parentPort !== null) {
  const start: WorkerStart = workerData;
  serve(parentPort, start);
}
