import { idFromBytes, type PersonKey, type Result, type WorkspaceId } from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import type { DatabaseRefusal } from './database.ts';
import type { DeviceSecrets } from './device-file.ts';
import type { Fault } from './fault.ts';
import type { HeadAuthority } from './head.ts';
import type { RebuildOutcome } from './rebuild.ts';
import type { VaultId, VaultKeys } from './vault-key.ts';
import type { WorkerStart } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';
import type { LockRefusal } from './write-lock.ts';

export interface VaultOptions {
  readonly folder: string;
  readonly passphrase: string;
  /** The bundled database thread. */
  readonly worker: URL;
  /** How long a write waits for another process that writes, in milliseconds. */
  readonly waitMs?: number;
  /** Threads that read. */
  readonly readers?: number;
  /** Whatever names this machine, so that a copied folder is noticed; only its digest is kept, sealed. */
  readonly machine?: string;
  /** This device's clock, RFC 3339: for an entry that opening may have to make. */
  readonly now: string;
  /** For fault campaigns only. */
  readonly fault?: Fault;
}

/** A vault whose header was opened: what its threads and files need. */
export interface Opened {
  readonly options: VaultOptions;
  readonly vault: VaultId;
  readonly keys: VaultKeys;
  readonly personSeed: Uint8Array;
  readonly person: PersonKey;
}

/** How long a write waits for another process when nobody says, in milliseconds. */
export const LOCK_WAIT_MS = 10_000;

/** What authenticates the vault's head. */
export function headAuthority({ vault, keys }: Opened): HeadAuthority {
  return { vault, headMac: keys.headMac };
}

/** The public half of a person's key. */
export function personOf(personSeed: Uint8Array): PersonKey {
  return idFromBytes('PersonKey', signingKeyFromSeed(personSeed).publicKey);
}

/** Starts a thread that reads. */
export function startReader({ options, keys }: Opened): Promise<Result<WorkerThread, DatabaseRefusal>> {
  return WorkerThread.start(options.worker, {
    role: 'reader',
    folder: options.folder,
    databaseKey: keys.database,
  });
}

/** Starts the thread that writes as a device; throws when the database, which was open just now, is refused. */
export async function startWriter(opened: Opened, secrets: DeviceSecrets): Promise<WorkerThread> {
  const writer = await WorkerThread.start(opened.options.worker, writerStart(opened, secrets));
  if (!writer.ok) throw new Error(`the database no longer opens: ${writer.error.type}`);
  return writer.value;
}

/** Starts the thread that founds a workspace in a new database. */
export function startFounder(
  opened: Opened,
  { secrets, workspace }: { readonly secrets: DeviceSecrets; readonly workspace: WorkspaceId },
): Promise<Result<WorkerThread, DatabaseRefusal>> {
  return WorkerThread.start(opened.options.worker, { ...writerStart(opened, secrets), founding: workspace });
}

/**
 * Makes projections of another build again, before anything reads them. Cached readings stay where they are such as was
 * stated. Refused while another process writes.
 */
export async function renewProjections(
  opened: Opened,
  secrets: DeviceSecrets,
): Promise<Result<RebuildOutcome, LockRefusal>> {
  const writer = await startWriter(opened, secrets);
  try {
    const waitMs = opened.options.waitMs ?? LOCK_WAIT_MS;
    return await writer.ask<Result<RebuildOutcome, LockRefusal>>({ op: 'rebuild', packs: [], waitMs });
  } finally {
    await writer.close();
  }
}

/** Closes threads one after another. */
export async function closeAll(threads: readonly WorkerThread[]): Promise<void> {
  for (const thread of threads) await thread.close();
}

function writerStart({ options, vault, keys, personSeed }: Opened, secrets: DeviceSecrets): WorkerStart {
  return {
    role: 'writer',
    folder: options.folder,
    databaseKey: keys.database,
    writer: {
      vault,
      headMac: keys.headMac,
      entrySeed: secrets.entrySeed,
      checkpointSeed: secrets.checkpointSeed,
      personSeed,
    },
    ...(options.fault !== undefined && { fault: options.fault }),
  };
}
