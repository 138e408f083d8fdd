import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import type { DatabaseRefusal } from './database.ts';
import type { Reply, Request, WorkerStart } from './worker-messages.ts';

/** Leaves out the id, which the thread gives, from each form of a request. */
export type Asked = Request extends infer Each ? (Each extends Request ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly progress: ((value: unknown) => void) | undefined;
}

/** One database thread, asked and answered in order. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  readonly workspace: WorkspaceId;

  private constructor(worker: Worker, workspace: WorkspaceId) {
    this.#worker = worker;
    this.workspace = workspace;
  }

  /** Starts a thread and waits until its connection is open, or is refused. */
  static async start(file: URL, start: WorkerStart): Promise<Result<WorkerThread, DatabaseRefusal>> {
    const worker = new Worker(file, { workerData: start });
    const first = await firstReply(worker);
    if (first.type === 'refused') {
      await worker.terminate();
      return refuse(first.error);
    }
    if (first.type !== 'ready') throw new Error('the database thread answered before it was asked');
    const thread = new WorkerThread(worker, first.workspace);
    worker.on('message', (reply: Reply) => thread.#receive(reply));
    worker.on('error', (error) => thread.#end(error));
    worker.on('exit', () => thread.#end(new Error('the database thread ended')));
    return ok(thread);
  }

  /** Asks the thread; rejects when it fails or ends. The caller knows which answer its request has. */
  ask<T>(request: Asked, progress?: (value: unknown) => void): Promise<T> {
    const id = this.#next++;
    return new Promise<T>((resolve, fail) => {
      // What comes back was made by the code on the other side of this very protocol; there is nothing to parse.
      this.#waiting.set(id, { answer: (value) => resolve(value as T), fail, progress });
      this.#worker.postMessage({ ...request, id });
    });
  }

  async close(): Promise<void> {
    await this.ask({ op: 'close' });
    await this.#worker.terminate();
  }

  #receive(reply: Reply): void {
    if (reply.type === 'ready' || reply.type === 'refused') return;
    const waiting = this.#waiting.get(reply.id);
    if (reply.type === 'progress') {
      waiting?.progress?.(reply.value);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.type === 'answer') waiting?.answer(reply.value);
    else waiting?.fail(new Error(`the database could not answer: ${reply.message}`));
  }

  #end(error: Error): void {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}

/** What the thread says first; rejects when it ends instead. Listeners are taken off one by one: Worker has its own. */
function firstReply(worker: Worker): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (reply: Reply): void => settle(() => resolve(reply));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number): void =>
      settle(() => reject(new Error(`the database thread ended at its start with code ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
