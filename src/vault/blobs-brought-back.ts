/** Documents out of a backup, for a vault that lost them or has them damaged. */
import { ok, type Result } from '../base/index.ts';
import type { BlobLack } from './backup-blobs.ts';
import type { Backup } from './backup-reading.ts';
import { bytesAtHand, keepArrivedBytes } from './blob-arrival.ts';
import { Interrupted } from './blob-copy.ts';
import type { BlobRow } from './queries.ts';
import type { Vault } from './vault.ts';
import type { LockRefusal } from './write-lock.ts';

/** What became of the documents in a backup; the sums add up. */
export interface BlobsBrought {
  readonly given: number;
  readonly kept: number;
  readonly keptBytes: number;
  /** They were here, read through and compared with both digests. */
  readonly alreadyHere: number;
  /** Of sources that were erased. */
  readonly erased: number;
  /** No capture record of their source is here. */
  readonly unknown: number;
  /** The vault lacks them, and the backup has them not, or not whole, or other bytes than were captured. */
  readonly lacking: readonly (Omit<BlobLack, 'error'> & { readonly error: BlobLack['error'] | 'differing' })[];
}

/**
 * Reads each document of the backup that the vault should have where it lies in the vault, and brings those that are
 * missing or damaged there. One that is not whole in the backup costs itself alone. Throws when it was interrupted.
 */
export async function bringBackBlobs(
  vault: Vault,
  backup: Backup,
  {
    rows,
    interrupted,
    progress,
  }: {
    readonly rows: AsyncIterable<BlobRow>;
    readonly interrupted: AbortSignal;
    readonly progress: (done: { readonly blobs: number; readonly bytes: number }) => void;
  },
): Promise<Result<BlobsBrought, LockRefusal>> {
  const counts = { given: 0, kept: 0, keptBytes: 0, alreadyHere: 0, erased: 0, unknown: 0 };
  const lacking: BlobsBrought['lacking'][number][] = [];
  for await (const row of rows) {
    if (interrupted.aborted) throw new Interrupted();
    const { source, name } = row;
    counts.given++;
    progress({ blobs: counts.given, bytes: counts.keptBytes });
    const atHand = await bytesAtHand(vault, source);
    if (atHand === 'whole') counts.alreadyHere++;
    else if (atHand === 'unknown') {
      const erased = await vault.query('erasedAmong', { subjects: [source] });
      counts[erased.length > 0 ? 'erased' : 'unknown']++;
    } else {
      const brought = await bringOne(vault, backup, { row, interrupted });
      if (typeof brought === 'number') {
        counts.kept++;
        counts.keptBytes += brought;
      } else if (brought === 'blob-unknown') counts.unknown++;
      else if (typeof brought === 'string') lacking.push({ source, name, error: brought });
      else return { ok: false, error: brought };
    }
  }
  return ok({ ...counts, lacking });
}

/** The length of what was kept, or why nothing was. */
async function bringOne(
  vault: Vault,
  backup: Backup,
  { row, interrupted }: { readonly row: BlobRow; readonly interrupted: AbortSignal },
): Promise<number | BlobLack['error'] | 'differing' | 'blob-unknown' | LockRefusal> {
  try {
    const bytes = await backup.bytesOf(row).catch(unreadable);
    if (!bytes.ok) return bytes.error.type === 'blob-missing' ? 'missing' : 'damaged';
    const kept = await keepArrivedBytes(vault, row.source, chunksOf(bytes.value, interrupted));
    if (kept.ok) return kept.value.length;
    if (kept.error.type === 'blob-differs') return 'differing';
    return kept.error.type === 'blob-unknown' ? 'blob-unknown' : kept.error;
  } catch (error) {
    if (error instanceof Unreadable) return 'damaged';
    throw error;
  }
}

/** Bytes in the backup that cannot be read, or fail their tag: its trouble, and not the vault's that is written to. */
class Unreadable extends Error {}

function unreadable(cause: unknown): never {
  throw new Unreadable('bytes in the backup cannot be read', { cause });
}

async function* chunksOf(
  chunks: AsyncIterable<Uint8Array>,
  interrupted: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const reading = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (interrupted.aborted) throw new Interrupted();
      const next = await reading.next().catch(unreadable);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await reading.return?.();
  }
}
