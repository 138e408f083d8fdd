import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SourceId } from '../base/index.ts';
import { listStrayBlobs, type StrayBlob } from './blob-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import type { SourceRow } from './queries.ts';
import type { Vault } from './vault.ts';

/** A source whose bytes are not, or no longer, what was captured. */
export interface BlobFault {
  readonly type: 'blob';
  readonly source: SourceId;
  readonly error: 'missing' | 'damaged' | 'digest-differs';
}

/** What lies among the blobs and belongs to none of them. */
export interface Strays {
  /** Files that were being written when something stopped, and whole ones that nothing points at, by their ages. */
  readonly parts: readonly StrayBlob[];
  readonly unknown: readonly StrayBlob[];
  /** Names that no blob has: somebody else put them there. */
  readonly foreign: readonly string[];
}

export interface BlobVerdict {
  readonly blobs: number;
  readonly bytes: number;
  readonly faults: readonly BlobFault[];
  /** Files beside the blobs that belong to no source (V20): no damage, and one may be what somebody is adding just now. */
  readonly strays: Strays;
}

/** Reads every source's bytes through and compares them with the digests that were captured. */
export async function verifyBlobs(vault: Vault, progress: (blobs: number) => void): Promise<BlobVerdict> {
  const faults: BlobFault[] = [];
  const sources = new Set<SourceId>();
  let blobs = 0;
  let bytes = 0;
  let after: string | undefined;
  do {
    const page = await vault.query('sources', { after, limit: 200 });
    for (const row of page.items) {
      sources.add(row.source);
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
  // Before the rows are read, so that what is recorded meanwhile is no stray.
  const files = await listStrayBlobs(join(vault.folder, VAULT_FILES.blobs), () => false);
  const rows = await blobRows(vault);
  for (const source of rows.values()) {
    // No entry here tells of such a source, so its bytes have no digest to be compared with: only their seal is checked.
    const read = sources.has(source) ? 'whole' : await readThrough(vault, source);
    if (read !== 'whole') faults.push({ type: 'blob', source, error: read });
  }
  const strays = files.filter(({ file }) => !rows.has(file));
  return { blobs, bytes, faults, strays: sortStrays(strays) };
}

function sortStrays(strays: readonly StrayBlob[]): Strays {
  return {
    parts: strays.filter(({ type }) => type === 'part'),
    unknown: strays.filter(({ type }) => type === 'unknown'),
    foreign: strays.filter(({ type }) => type === 'foreign').map(({ file }) => file),
  };
}

/** Whose bytes each blob holds, by the blob's name. */
async function blobRows(vault: Vault): Promise<ReadonlyMap<string, SourceId>> {
  const rows = new Map<string, SourceId>();
  let after: string | undefined;
  do {
    const page = await vault.query('blobs', { after, limit: 500 });
    for (const { name, source } of page.items) rows.set(name, source);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

async function readThrough(vault: Vault, source: SourceId): Promise<'whole' | 'missing' | 'damaged'> {
  const opened = await vault.bytesOf(source);
  if (opened === undefined) return 'missing';
  if (!opened.ok) return opened.error.type === 'blob-missing' ? 'missing' : 'damaged';
  try {
    for await (const _chunk of opened.value);
    return 'whole';
  } catch {
    return 'damaged';
  }
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
