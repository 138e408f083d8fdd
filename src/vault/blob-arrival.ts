import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse, type SourceId } from '../base/index.ts';
import { removeBlob } from './blob-file.ts';
import { syncFolder, VAULT_FILES } from './durable-file.ts';
import type { Vault } from './vault.ts';
import { checkBytes } from './verify-blobs.ts';
import type { LockRefusal } from './write-lock.ts';

export type ArrivalRefusal = { readonly type: 'blob-unknown' } | { readonly type: 'blob-differs' } | LockRefusal;

/** What is here of a source's bytes: whole and as captured, not so, or no capture record of it at all. */
export async function bytesAtHand(vault: Vault, source: SourceId): Promise<'whole' | 'lacking' | 'unknown'> {
  const row = await vault.query('source', { source });
  if (row === undefined) return 'unknown';
  return typeof (await checkBytes(vault, row)) === 'number' ? 'whole' : 'lacking';
}

/**
 * Keeps bytes that somebody gave for a source whose capture record is here, in a file of their own under a key of their
 * own, in place of missing or damaged ones. Refused, and nothing of them stays, when they are not those of the record.
 * What gives the chunks may throw, and leaves nothing then.
 */
export async function keepArrivedBytes(
  vault: Vault,
  source: SourceId,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<{ readonly length: number }, ArrivalRefusal>> {
  const folder = join(vault.folder, VAULT_FILES.blobs);
  const { blob, place } = await vault.keepBytes(source, chunks);
  // Its name, before a row points at it.
  await syncFolder(folder);
  const noted = await vault.note('bytesCame', { place, sha256: blob.sha256, sha512: blob.sha512 });
  const kept = noted.ok && noted.value.type === 'kept' ? noted.value : undefined;
  const left = kept === undefined ? blob.name : kept.replaced;
  if (left !== undefined) await removeBlob(folder, left);
  if (!noted.ok) return noted;
  return noted.value.type === 'kept' ? ok({ length: blob.length }) : refuse(noted.value);
}

/** Whether the file of some source's bytes is not in the folder. Looks at names alone. */
export async function lacksBlobFile(vault: Vault): Promise<boolean> {
  let after: string | undefined;
  do {
    const page = await vault.query('blobs', { after, limit: 500 });
    for (const { name } of page.items) {
      const found = await stat(join(vault.folder, VAULT_FILES.blobs, name)).catch(() => undefined);
      if (found === undefined) return true;
    }
    after = page.next;
  } while (after !== undefined);
  return false;
}
