/** What a backup's database holds, piece by piece, each piece small enough for memory. */
import type { LayerId, LeafHash } from '../base/index.ts';
import type { Backup } from './backup-reading.ts';
import type { EntryAtHand } from './exchange-queries.ts';
import type { BlobRow } from './queries.ts';
import type { Queries, QueryName } from './worker-messages.ts';
import type { SuggestionCache } from './write-request.ts';

/**
 * Reads a backup's database through. One that is not the one that was backed up is read as far as it goes: entries one by
 * one, so that a damaged page costs those on it alone. `isBroken` tells afterwards whether something could not be read.
 */
export class BackupEntries {
  readonly #backup: Backup;
  readonly #isWhole: boolean;
  #isBroken = false;

  constructor(backup: Backup, { isWhole }: { readonly isWhole: boolean }) {
    this.#backup = backup;
    this.#isWhole = isWhole;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Every entry with its parts, in the order of the record, then those that wait. */
  async *pages(): AsyncGenerator<readonly EntryAtHand[], void> {
    const beyond = await this.#ask('stretchesBeyond', { heads: [] });
    const stretches = beyond?.stretches ?? [];
    if (this.#isWhole) yield* pagesFrom((after) => this.#ask('entriesWithin', { stretches, after }));
    else {
      for (const { device, from, to } of stretches) {
        for (let seq = from; seq < to; seq++) {
          const one = [{ device, from: seq, to: seq + 1 }];
          yield* pagesFrom((after) => this.#ask('entriesWithin', { stretches: one, after }));
        }
      }
    }
    yield* pagesFrom((after) => this.#ask('waitingEntries', { after }));
  }

  async checkpoints(): Promise<readonly string[]> {
    return (await this.#ask('checkpoints', undefined)) ?? [];
  }

  async *readings(): AsyncGenerator<readonly SuggestionCache[], void> {
    for (let after: LayerId | undefined; ; ) {
      const page = await this.#ask('cachedReadings', { after });
      after = page?.at(-1)?.layer;
      if (page === undefined || after === undefined) return;
      yield page;
    }
  }

  async *blobs(): AsyncGenerator<BlobRow, void> {
    let after: string | undefined;
    do {
      const page = await this.#ask('blobs', { after, limit: 500 });
      yield* page?.items ?? [];
      after = page?.next;
    } while (after !== undefined);
  }

  /** Undefined when it cannot be read, in a database of which only what is whole is wanted. */
  async #ask<N extends QueryName>(
    name: N,
    args: Parameters<Queries[N]>[2],
  ): Promise<ReturnType<Queries[N]> | undefined> {
    try {
      const answer = await this.#backup.query(name, args);
      if (answer.ok) return answer.value;
    } catch (error) {
      // A page that was found whole a moment ago, when its file was compared with its digest.
      if (this.#isWhole) throw error;
    }
    if (this.#isWhole) throw new Error('the database of a backup no longer opens');
    this.#isBroken = true;
    return undefined;
  }
}

async function* pagesFrom(
  ask: (after: LeafHash | undefined) => Promise<readonly EntryAtHand[] | undefined>,
): AsyncGenerator<readonly EntryAtHand[], void> {
  for (let after: LeafHash | undefined; ; ) {
    const page = await ask(after);
    after = page?.at(-1)?.leaf;
    if (page === undefined || after === undefined) return;
    yield page;
  }
}
