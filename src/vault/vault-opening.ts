import { join } from 'node:path';
import { ok, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import { type DatabaseRefusal, isDamage } from './database.ts';
import type { DeviceRefusal } from './device-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import { readHead } from './head.ts';
import { type Header, type HeaderRefusal, type OpenedHeader, type OpenRefusal, readHeader } from './header.ts';
import { settleNext } from './next-folder.ts';
import { findIdentity, hasDevice, type Identity, newDevice, readDeviceOnFile } from './vault-identity.ts';
import type { WayIn } from './vault-slots.ts';
import {
  closeAll,
  headAuthority,
  LOCK_WAIT_MS,
  type Opened,
  type OpenOptions,
  personOf,
  renewProjections,
  startReader,
} from './vault-threads.ts';
import type { WorkerThread } from './worker-thread.ts';
import type { LockRefusal } from './write-lock.ts';

export type VaultRefusal = HeaderRefusal | OpenRefusal | DatabaseRefusal | DeviceRefusal | LockRefusal;

/** A vault whose threads are running. */
export interface OpenVault {
  readonly opened: Opened;
  readonly wayIn: WayIn;
  readonly readers: readonly WorkerThread[];
  readonly identity: Identity;
  /** Whether no device of this vault's person is known: the vault joined a workspace and wrote nothing yet. */
  readonly joined: boolean;
  readonly workspace: WorkspaceId;
  /** Number of the newest header that the database has seen. */
  readonly headerGeneration: number;
}

/**
 * Finishes what an interrupted revoking left, tries a way in on the header, and only then reads anything else: starts the
 * threads, refuses a header that is older than the database knows, and finds which device the folder is.
 */
export async function openVault(
  options: OpenOptions,
  unlock: (header: Header) => Promise<Result<OpenedHeader, OpenRefusal>>,
): Promise<Result<OpenVault, VaultRefusal>> {
  const settled = await settleNext(options.folder, { waitMs: options.waitMs ?? LOCK_WAIT_MS });
  if (!settled.ok) return settled;
  const header = readHeader(options.folder);
  if (!header.ok) return header;
  const unlocked = await unlock(header.value);
  if (!unlocked.ok) return unlocked;
  const { vault, keys, personSeed, vaultKey, slot, generation } = unlocked.value;
  const opened: Opened = { options, vault, keys, personSeed, person: personOf(personSeed) };
  const readers: WorkerThread[] = [];
  const refused = async (error: VaultRefusal): Promise<Result<OpenVault, VaultRefusal>> => {
    await closeAll(readers);
    return refuse(error);
  };
  try {
    for (let i = 0; i < (options.readers ?? 1); i++) {
      const reader = await startReader(opened);
      if (!reader.ok) return await refused(strangeHeader(opened, header.value, reader.error));
      readers.push(reader.value);
    }
    const [reader] = readers;
    if (reader === undefined) throw new Error('a vault needs a thread that reads');
    const headerGeneration = await reader.ask<number>({ op: 'query', name: 'headerGeneration', args: undefined });
    if (generation < headerGeneration) return await refused({ type: 'header-older' });
    const onFile = readDeviceOnFile(opened);
    if (!onFile.ok) return await refused(onFile.error);
    if (!reader.current) {
      const renewed = await renewProjections(opened, onFile.value.secrets ?? newDevice(options));
      if (!renewed.ok) return await refused(renewed.error);
    }
    const identity = await findIdentity(opened, reader, onFile.value);
    const joined = identity.awaited && !(await hasDevice(opened, reader));
    const wayIn = { vaultKey, slot, generation };
    return ok({ opened, wayIn, readers, identity, joined, workspace: reader.workspace, headerGeneration });
  } catch (error) {
    await closeAll(readers);
    if (isDamage(error)) return refuse({ type: 'database-damaged' });
    throw error;
  }
}

/**
 * Why a header that opened does not fit the database beside it: it was replaced a moment ago, or it is an older one put
 * back, whose key opens neither device file nor head. Otherwise it is the database that is not as it was.
 */
function strangeHeader(opened: Opened, header: Header, refusal: DatabaseRefusal): VaultRefusal {
  if (refusal.type !== 'database-damaged') return refusal;
  const { folder } = opened.options;
  const now = readHeader(folder);
  if (now.ok && now.value.mac !== header.mac) return { type: 'vault-changed' };
  const device = readDeviceOnFile(opened);
  const head = readHead(join(folder, VAULT_FILES.head), headAuthority(opened));
  const isStrange =
    !device.ok && device.error.type === 'device-damaged' && !head.ok && head.error.type === 'head-damaged';
  return isStrange ? { type: 'header-older' } : refusal;
}
