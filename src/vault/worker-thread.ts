import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import type { DatabaseRefusal } from './database.ts';
import { describeFailure, failureToError } from './failure.ts';
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
  readonly #gone: Promise<void>;
  #next = 1;
  #ended: Error | undefined;
  readonly workspace: WorkspaceId;
  /** Whether the projections were such as this build makes when the thread opened them. */
  readonly current: boolean;

  private constructor(worker: Worker, { workspace, current }: Extract<Reply, { type: 'ready' }>) {
    this.#worker = worker;
    this.workspace = workspace;
    this.current = current;
    worker.on('message', (reply: Reply) => this.#receive(reply));
    worker.on('error', (error) => this.#end(failureToError('the database thread broke', describeFailure(error))));
    this.#gone = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#end(new Error('the database thread has ended'));
        resolve();
      });
    });
  }

  /** Starts a thread and waits until its connection is open, or is refused; throws when it cannot be opened. */
  static async start(file: URL, start: WorkerStart): Promise<Result<WorkerThread, DatabaseRefusal>> {
    const worker = new Worker(file, { workerData: start });
    const first = await firstReply(worker);
    if (first.type === 'ready') return ok(new WorkerThread(worker, first));
    await worker.terminate();
    if (first.type === 'refused') return refuse(first.error);
    if (first.type === 'not-opened') throw failureToError('the database could not be opened', first.failure);
    throw new Error('the database thread answered before it was asked');
  }

  /** Asks the thread; rejects when it fails or ends. The caller knows which answer its request has. */
  ask<T>(request: Asked, progress?: (value: unknown) => void): Promise<T> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise<T>((resolve, fail) => {
      // What comes back was made by the code on the other side of this very protocol; there is nothing to parse.
      this.#waiting.set(id, { answer: (value) => resolve(value as T), fail, progress });
      this.#worker.postMessage({ ...request, id });
    });
  }

  /** Ends the thread when it has answered all it was asked. Nothing when it has ended already. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const closed = this.ask<undefined>({ op: 'close' });
    this.#ended = new Error('the vault was closed');
    await closed;
    await this.#gone;
  }

  #receive(reply: Reply): void {
    if (!('id' in reply)) return;
    const waiting = this.#waiting.get(reply.id);
    if (reply.type === 'progress') {
      waiting?.progress?.(reply.value);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.type === 'answer') waiting?.answer(reply.value);
    else waiting?.fail(failureToError('the database could not answer', reply.failure));
  }

  #end(error: Error): void {
    this.#ended ??= error;
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
