import { randomBytes } from 'node:crypto';
import {
  type CheckpointKey,
  type DeviceKey,
  idFromBytes,
  type PersonKey,
  type Result,
  type WorkspaceId,
} from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import type { DatabaseRefusal } from './database.ts';
import { type DeviceSecrets, type FolderMark, markFolder } from './device-file.ts';
import type { VaultId, VaultKeys } from './vault-key.ts';
import type { WorkerStart } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';
import type { FaultPoint } from './write-request.ts';

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
  readonly fault?: { readonly point: FaultPoint; readonly passing: number };
}

/** Starts the vault's threads with what each needs to know. */
export interface StartThread {
  (role: 'writer' | 'reader'): Promise<Result<WorkerThread, DatabaseRefusal>>;
  readonly authority: { readonly vault: VaultId; readonly headMac: Uint8Array };
}

/** What the threads of one opened vault are given. */
export interface ThreadSecrets {
  readonly vault: VaultId;
  readonly keys: VaultKeys;
  readonly secrets: DeviceSecrets;
  readonly personSeed: Uint8Array;
  readonly workspace?: WorkspaceId;
}

/** A starter for one opened vault. */
export function threadStarter(options: VaultOptions, known: ThreadSecrets): StartThread {
  const { vault, keys, secrets, personSeed, workspace } = known;
  const begin = (role: 'writer' | 'reader'): Promise<Result<WorkerThread, DatabaseRefusal>> => {
    const start: WorkerStart = {
      role,
      folder: options.folder,
      databaseKey: keys.database,
      ...(workspace !== undefined && { founding: workspace }),
      ...(role === 'writer' && {
        writer: {
          vault,
          headMac: keys.headMac,
          entrySeed: secrets.entrySeed,
          checkpointSeed: secrets.checkpointSeed,
          personSeed,
        },
      }),
      ...(options.fault !== undefined && { fault: options.fault }),
    };
    return WorkerThread.start(options.worker, start);
  };
  return Object.assign(begin, { authority: { vault, headMac: keys.headMac } });
}

/** Keys for a device that this folder becomes, with the mark of where it lies. */
export function newDevice(folder: string, machine: string | undefined): DeviceSecrets & { readonly mark: FolderMark } {
  return {
    entrySeed: new Uint8Array(randomBytes(32)),
    checkpointSeed: new Uint8Array(randomBytes(32)),
    mark: markFolder(folder, machine === undefined ? {} : { machine }),
  };
}

/** The option that a folder's mark takes. */
export function machineOf({ machine }: VaultOptions): { readonly machine?: string } {
  return machine === undefined ? {} : { machine };
}

/** The public halves of a device's and a person's keys. */
export function publicKeys(
  secrets: DeviceSecrets,
  personSeed: Uint8Array,
): {
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly checkpointKey: CheckpointKey;
} {
  return {
    device: idFromBytes('DeviceKey', signingKeyFromSeed(secrets.entrySeed).publicKey),
    person: idFromBytes('PersonKey', signingKeyFromSeed(personSeed).publicKey),
    checkpointKey: idFromBytes('CheckpointKey', signingKeyFromSeed(secrets.checkpointSeed).publicKey),
  };
}
