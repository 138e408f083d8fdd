import { ok, type Result } from '../base/index.ts';
import { failureToError } from './failure.ts';
import type { AppendAnswer, AppendOutcome, AppendRequest, WriteRefusal } from './write-request.ts';

/** Requests that share one transaction: enough to spread a sync over, few enough that the first need not wait long. */
const GROUP_LIMIT = 64;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (result: Result<AppendOutcome, WriteRefusal>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Requests to append, written in groups: those that come while one group is being written form the next. A request that
 * fails costs the others nothing.
 */
export class AppendQueue {
  readonly #write: (requests: readonly AppendRequest[]) => Promise<Result<readonly AppendAnswer[], WriteRefusal>>;
  readonly #takeBack: (request: AppendRequest) => Promise<void>;
  #pending: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(options: {
    /** Writes a group in one transaction; answers in the order of the requests. */
    readonly write: (requests: readonly AppendRequest[]) => Promise<Result<readonly AppendAnswer[], WriteRefusal>>;
    /** Removes what was kept for a request that was not written. */
    readonly takeBack: (request: AppendRequest) => Promise<void>;
  }) {
    this.#write = options.write;
    this.#takeBack = options.takeBack;
  }

  /** Resolves when the request was written, or refused; rejects when it failed. */
  ask(request: AppendRequest): Promise<Result<AppendOutcome, WriteRefusal>> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ request, resolve, reject });
      this.#writing ??= this.#writeGroups();
    });
  }

  /** The writing that is under way; undefined when nothing waits. */
  get writing(): Promise<void> | undefined {
    return this.#writing;
  }

  async #writeGroups(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0, GROUP_LIMIT);
      try {
        await this.#writeGroup(group);
      } catch (error) {
        for (const { request, reject } of group) {
          await this.#takeBack(request);
          reject(error);
        }
      }
    }
    this.#writing = undefined;
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const answers = await this.#write(group.map(({ request }) => request));
    for (const [i, { request, resolve, reject }] of group.entries()) {
      const answer = answers.ok ? answers.value[i] : undefined;
      if (answer?.type !== 'appended') await this.#takeBack(request);
      if (!answers.ok) resolve(answers);
      else if (answer === undefined) reject(new Error('a request of a group was not answered'));
      else if (answer.type === 'failed') reject(failureToError('could not append', answer.failure));
      else resolve(ok(answer));
    }
  }
}
