import { createHash } from 'node:crypto';
import type { SourceId } from '../base/index.ts';
import type { SourceRow } from './queries.ts';
import type { Vault } from './vault.ts';

/** A source whose bytes are not, or no longer, what was captured. */
export interface BlobFault {
  readonly type: 'blob';
  readonly source: SourceId;
  readonly error: 'missing' | 'damaged' | 'digest-differs';
}

export interface BlobVerdict {
  readonly blobs: number;
  readonly bytes: number;
  readonly faults: readonly BlobFault[];
}

/** Reads every source's bytes through and compares them with the digests that were captured. */
export async function verifyBlobs(vault: Vault, progress: (blobs: number) => void): Promise<BlobVerdict> {
  const faults: BlobFault[] = [];
  let blobs = 0;
  let bytes = 0;
  let after: string | undefined;
  do {
    const page = await vault.query('sources', { after, limit: 200 });
    for (const row of page.items) {
      const checked = await checkBytes(vault, row);
      if (typeof checked === 'string') faults.push({ type: 'blob', source: row.source, error: checked });
      else {
        blobs++;
        bytes += checked;
      }
      progress(blobs);
    }
    after = page.next;
  } while (after !== undefined);
  return { blobs, bytes, faults };
}

/** Reads a source's bytes through: their number when they are as captured, else what is the matter. */
export async function checkBytes(vault: Vault, { source, record }: SourceRow): Promise<number | BlobFault['error']> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  let length = 0;
  const opened = await vault.bytesOf(source);
  if (opened === undefined) return 'missing';
  if (!opened.ok) return opened.error.type === 'blob-missing' ? 'missing' : 'damaged';
  try {
    for await (const chunk of opened.value) {
      sha256.update(chunk);
      sha512.update(chunk);
      length += chunk.length;
    }
  } catch {
    // A chunk that fails its tag, a file cut short, a bad sector: named by its source, and the next one is read.
    return 'damaged';
  }
  const same = sha256.digest('hex') === record.sha256 && sha512.digest('hex') === record.sha512;
  return same && length === record.length ? length : 'digest-differs';
}
