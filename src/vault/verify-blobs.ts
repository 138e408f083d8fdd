import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SourceId } from '../base/index.ts';
import { listStrayBlobs, type StrayBlob } from './blob-file.ts';
import { isDamage } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import type { Page } from './page.ts';
import type { SourceRow } from './queries.ts';
import type { Vault } from './vault.ts';

/** A source whose bytes are not, or no longer, what was captured. */
export interface BlobFault {
  readonly type: 'blob';
  readonly source: SourceId;
  /** `unplaced`: where its bytes lie, and their key, stand on a page of the database that cannot be read. */
  readonly error: 'missing' | 'damaged' | 'digest-differs' | 'unplaced';
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
  /** Whether every source was come by; false when a page of the database that lists them cannot be read. */
  readonly complete: boolean;
  /** Files beside the blobs that belong to no source (V20): no damage, and one may be what somebody is adding just now. */
  readonly strays: Strays;
}

/**
 * Reads every source's bytes through and compares them with the digests that were captured. A page of the database that
 * cannot be read ends the list, and that is told; `verifyRecord` names what lies on it.
 */
export async function verifyBlobs(vault: Vault, progress: (blobs: number) => void): Promise<BlobVerdict> {
  const faults: BlobFault[] = [];
  const sources = new Set<SourceId>();
  let blobs = 0;
  let bytes = 0;
  const compared = await unlessDamaged(async () => {
    for await (const row of eachItem((after) => vault.query('sources', { after, limit: 200 }))) {
      sources.add(row.source);
      const checked = (await unlessDamaged(() => checkBytes(vault, row))) ?? 'unplaced';
      if (typeof checked === 'string') faults.push({ type: 'blob', source: row.source, error: checked });
      else {
        blobs++;
        bytes += checked;
      }
      progress(blobs);
    }
    return true;
  });
  // Before the rows are read, so that what is recorded meanwhile is no stray.
  const files = await listStrayBlobs(join(vault.folder, VAULT_FILES.blobs), () => false);
  const rows = await unlessDamaged(() => blobRows(vault));
  for (const source of rows?.values() ?? []) {
    // No entry here tells of such a source, so its bytes have no digest to be compared with: only their seal is checked.
    const read = sources.has(source) || compared === undefined ? 'whole' : await readThrough(vault, source);
    if (read !== 'whole') faults.push({ type: 'blob', source, error: read });
  }
  const strays = rows === undefined ? [] : files.filter(({ file }) => !rows.has(file));
  const complete = compared !== undefined && rows !== undefined;
  return { blobs, bytes, faults, complete, strays: sortStrays(strays) };
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
  for await (const { name, source } of eachItem((after) => vault.query('blobs', { after, limit: 500 }))) {
    rows.set(name, source);
  }
  return rows;
}

async function* eachItem<T>(ask: (after: string | undefined) => Promise<Page<T>>): AsyncGenerator<T, void> {
  let after: string | undefined;
  do {
    const page = await ask(after);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Undefined when the database has a page that cannot be read in the way. */
async function unlessDamaged<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
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
