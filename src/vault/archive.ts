import { ok, type Result, type WorkspaceId } from '../base/index.ts';
import type { DatabaseRefusal } from './database.ts';
import type { VaultKeys } from './vault-key.ts';
import type { RecordVerdict } from './verify.ts';
import type { Queries, QueryName } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';

/** The database in a backup, opened by a thread of its own for reading. Nothing in the folder is changed by it. */
export class Archive {
  readonly #thread: WorkerThread;

  private constructor(thread: WorkerThread) {
    this.#thread = thread;
  }

  /** Opens the database in a folder; refused when it is damaged, of another key, or of a newer build. */
  static async open(options: {
    readonly folder: string;
    readonly worker: URL;
    readonly keys: Pick<VaultKeys, 'database'>;
  }): Promise<Result<Archive, DatabaseRefusal>> {
    const { folder, worker, keys } = options;
    const thread = await WorkerThread.start(worker, { role: 'archive', folder, databaseKey: keys.database });
    return thread.ok ? ok(new Archive(thread.value)) : thread;
  }

  /** The workspace whose record it is. */
  get workspace(): WorkspaceId {
    return this.#thread.workspace;
  }

  /** Asks as a vault is asked. A database of an older build answers what needs no later tables. */
  query<N extends QueryName>(name: N, args: Parameters<Queries[N]>[2]): Promise<ReturnType<Queries[N]>> {
    return this.#thread.ask<ReturnType<Queries[N]>>({ op: 'query', name, args });
  }

  /** Whether SQLite finds every page and index of the file as it should be. */
  isIntact(): Promise<boolean> {
    return this.#thread.ask<boolean>({ op: 'integrity' });
  }

  /** Checks the record and all that was made from it, as in a vault. Nothing else is answered afterwards. */
  verify(): Promise<RecordVerdict> {
    return this.#thread.ask<RecordVerdict>({ op: 'verify' });
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
