import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceId } from '../base/index.ts';
import type { Archive } from './archive.ts';
import { blobFileSize } from './blob-cipher.ts';
import { checkBlobFile, copyBlob, Interrupted } from './blob-copy.ts';
import { unwrapBlobKey } from './blob-file.ts';
import type { BlobRow } from './queries.ts';
import type { VaultKeys } from './vault-key.ts';

/** A document whose bytes could not be copied, since they are not whole where they come from. */
export interface BlobLack {
  readonly source: SourceId;
  readonly name: string;
  readonly error: 'missing' | 'damaged';
}

export interface BlobTally {
  /** Blobs that the database names, and the bytes of their files. */
  readonly count: number;
  readonly bytes: number;
  readonly copied: number;
  readonly copiedBytes: number;
  /** Blobs that lay there already. */
  readonly kept: number;
  /** Blobs of which every chunk was checked in this run, among them all that were copied. */
  readonly checked: number;
  readonly lacking: readonly BlobLack[];
  /** Names of all blobs that the database names. */
  readonly names: ReadonlySet<string>;
}

export interface BlobRun {
  readonly archive: Pick<Archive, 'query'>;
  readonly keys: Pick<VaultKeys, 'blobWrap'>;
  readonly from: string;
  readonly to: string;
  /** Whether blobs that lie there already are read through too, and copied again when they are not whole. */
  readonly checkAll: boolean;
  readonly interrupted: AbortSignal;
  readonly progress: (done: { readonly blobs: number; readonly bytes: number }) => void;
}

/**
 * Brings the blobs that a database names from one folder into another, as they lie. One that is there with its right
 * length is kept. What is damaged costs itself alone and is told.
 */
export async function bringBlobs(run: BlobRun): Promise<BlobTally> {
  const { archive, keys, from, to, checkAll, interrupted, progress } = run;
  const names = new Set<string>();
  const lacking: BlobLack[] = [];
  const tally = { bytes: 0, copied: 0, copiedBytes: 0, kept: 0, checked: 0 };
  for await (const row of blobRows(archive)) {
    if (interrupted.aborted) throw new Interrupted();
    const { name, source } = row;
    names.add(name);
    const size = blobFileSize(row.length);
    const key = unwrapBlobKey(keys.blobWrap, name, row.wrappedKey);
    tally.bytes += size;
    const step = (bytes: number): void => progress({ blobs: names.size, bytes: tally.bytes - size + bytes });
    if (await isThere(join(to, name), size)) {
      const whole = !checkAll || (key !== undefined && (await checkBlobFile(join(to, name), name, key)) === 'whole');
      if (whole) {
        tally.kept++;
        tally.checked += checkAll ? 1 : 0;
        step(size);
        continue;
      }
    }
    const copied = await copyBlob({ from, to }, { name, key }, { step, interrupted });
    if (!copied.ok) lacking.push({ source, name, error: copied.error.type });
    else {
      tally.copied++;
      tally.checked++;
      tally.copiedBytes += copied.value;
    }
  }
  return { ...tally, count: names.size, lacking, names };
}

/** Whether every blob that a database names lies in a folder, each with its right length; with their names. */
export async function haveAllBlobs(
  archive: Pick<Archive, 'query'>,
  folder: string,
): Promise<Pick<BlobTally, 'count' | 'bytes' | 'names'> | undefined> {
  const names = new Set<string>();
  let bytes = 0;
  for await (const { name, length } of blobRows(archive)) {
    const size = blobFileSize(length);
    if (!(await isThere(join(folder, name), size))) return undefined;
    names.add(name);
    bytes += size;
  }
  return { count: names.size, bytes, names };
}

/** All blobs that a database names. */
export async function* blobRows(archive: Pick<Archive, 'query'>): AsyncGenerator<BlobRow, void> {
  let after: string | undefined;
  do {
    const page = await archive.query('blobs', { after, limit: 500 });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** A link is not: what it shows may be taken away with another folder. */
async function isThere(path: string, size: number): Promise<boolean> {
  try {
    const found = await lstat(path);
    return found.isFile() && found.size === size;
  } catch {
    return false;
  }
}
