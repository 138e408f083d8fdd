import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SourceId } from '../base/index.ts';
import { listStrayBlobs, type StrayBlob } from './blob-file.ts';
import { isDamage } from './database.ts';
import { VAULT_FILES } from './durable-file.ts';
import type { Page, SourceRow } from './queries.ts';
import type { Vault } from './vault.ts';

/** A source whose bytes are not, or no longer, what was captured. */
export interface BlobFault {
  readonly type: 'blob';
  readonly source: SourceId;
  /** `unplaced`: where its bytes lie, and their key, stand on a page of the database that cannot be read. */
  readonly error: 'missing' | 'damaged' | 'digest-differs' | 'unplaced';
}

export interface BlobVerdict {
  readonly blobs: number;
  readonly bytes: number;
  readonly faults: readonly BlobFault[];
  /** Whether every source was come by; false when a page of the database that lists them cannot be read. */
  readonly complete: boolean;
  /** Files beside the blobs that belong to no source (V20): no damage, and one may be what somebody is adding just now. */
  readonly strays: readonly StrayBlob[];
}

/**
 * Reads every source's bytes through and compares them with the digests that were captured. A page of the database that
 * cannot be read ends the list, and that is told; `verifyRecord` names what lies on it.
 */
export async function verifyBlobs(vault: Vault, progress: (blobs: number) => void): Promise<BlobVerdict> {
  const faults: BlobFault[] = [];
  let blobs = 0;
  let bytes = 0;
  const compared = await unlessDamaged(async () => {
    for await (const row of eachItem((after) => vault.query('sources', { after, limit: 200 }))) {
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
  const strays = await unlessDamaged(() => findStrays(vault));
  const complete = compared !== undefined && strays !== undefined;
  return { blobs, bytes, faults, complete, strays: strays ?? [] };
}

async function findStrays(vault: Vault): Promise<readonly StrayBlob[]> {
  const known = new Set<string>();
  for await (const { name } of eachItem((after) => vault.query('blobs', { after, limit: 500 }))) known.add(name);
  return listStrayBlobs(join(vault.folder, VAULT_FILES.blobs), (name) => known.has(name));
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

/** The number of bytes when they are as captured. */
async function checkBytes(vault: Vault, { source, record }: SourceRow): Promise<number | BlobFault['error']> {
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
