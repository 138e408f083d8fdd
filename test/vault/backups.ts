import { join } from 'node:path';
import { blobRows } from '../../src/vault/backup-blobs.ts';
import { checkBlobFile } from '../../src/vault/blob-copy.ts';
import { unwrapBlobKey } from '../../src/vault/blob-file.ts';
import {
  Backup,
  type BackupReceipt,
  type BackupRequest,
  findBackup,
  type MergeReceipt,
  type MergeRequest,
  mergeBackup,
  openHeader,
  type RestoreReceipt,
  type RestoreRequest,
  restoreBackup,
  type Vault,
} from '../../src/vault/index.ts';
import { random } from '../random.ts';
import { now, passphrase, worker } from './temporary-vault.ts';

/** What a backup is asked for when a test says nothing else. */
export function request(place: string, more: Partial<BackupRequest> = {}): BackupRequest {
  const interrupted = new AbortController().signal;
  return { place, full: false, now, random, progress: () => {}, interrupted, ...more };
}

/** Makes a backup; throws the name of its refusal. */
export async function backUp(vault: Vault, place: string, more: Partial<BackupRequest> = {}): Promise<BackupReceipt> {
  const made = await vault.backup(request(place, more));
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

/** Opens a backup; throws the name of its refusal. */
async function openBackup(
  place: string,
  {
    partial = false,
    passphrase: words = passphrase,
  }: { readonly partial?: boolean; readonly passphrase?: string } = {},
): Promise<Backup> {
  const found = findBackup(place, { partial });
  if (!found.ok) throw new Error(found.error.type);
  const opened = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, words) });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Restores a backup; throws the name of its refusal. */
export async function restoreTo(
  place: string,
  folder: string,
  { partial = false, ...more }: Partial<RestoreRequest> & { readonly partial?: boolean } = {},
): Promise<RestoreReceipt> {
  const backup = await openBackup(place, { partial });
  const interrupted = new AbortController().signal;
  const restored = await restoreBackup(backup, { folder, place, worker, progress: () => {}, interrupted, ...more });
  await backup.close();
  if (!restored.ok) throw new Error(restored.error.type);
  return restored.value;
}

/** Reads a backup through, as restoring would, and answers how many entries it has. */
export async function checkBackup(place: string): Promise<number> {
  const backup = await openBackup(place);
  try {
    if (!(await backup.isDatabaseWhole(new AbortController().signal))) throw new Error('the database is not whole');
    const query: Parameters<typeof blobRows>[0]['query'] = async (name, args) => {
      const answer = await backup.query(name, args);
      if (!answer.ok) throw new Error(answer.error.type);
      return answer.value;
    };
    for await (const { name, wrappedKey } of blobRows({ query })) {
      const key = unwrapBlobKey(backup.keys.blobWrap, name, wrappedKey);
      const found = key === undefined ? 'no key' : await checkBlobFile(join(backup.blobs, name), name, key);
      if (found !== 'whole') throw new Error(`a blob is ${found}`);
    }
    return (await query('heads', undefined)).reduce((sum, { size }) => sum + size, 0);
  } finally {
    await backup.close();
  }
}

/** Merges a backup into a vault; throws the name of its refusal. */
export async function mergeInto(
  vault: Vault,
  place: string,
  {
    partial = false,
    passphrase: words = passphrase,
    ...more
  }: Partial<MergeRequest> & { readonly partial?: boolean; readonly passphrase?: string } = {},
): Promise<MergeReceipt> {
  const backup = await openBackup(place, { partial, passphrase: words });
  try {
    const interrupted = new AbortController().signal;
    const merged = await mergeBackup(vault, backup, { place, progress: () => {}, interrupted, ...more });
    if (!merged.ok) throw new Error(merged.error.type);
    return merged.value;
  } finally {
    await backup.close();
  }
}
