import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type CheckpointKey, type DeviceKey, idFromBytes, ok, type Result, refuse } from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import {
  compareFolderMarks,
  type DeviceRefusal,
  type DeviceSecrets,
  markFolder,
  readDeviceFile,
  writeDeviceFile,
} from './device-file.ts';
import { VAULT_FILES } from './durable-file.ts';
import type { PersonStanding } from './exchange-queries.ts';
import { createHead, EMPTY_LOG, type HeadRefusal, readHead } from './head.ts';
import type { Standing } from './log-queries.ts';
import { headAuthority, LOCK_WAIT_MS, type Opened, type VaultOptions } from './vault-threads.ts';
import type { WorkerThread } from './worker-thread.ts';
import { type LockRefusal, withWriteLock } from './write-lock.ts';
import type { EntryDraft } from './write-request.ts';

/** The device that a folder is, or is going to be. */
export interface Identity {
  readonly secrets: DeviceSecrets;
  readonly device: DeviceKey;
  /** Whether the device has no entry yet: it enrols itself before anything else is written. */
  readonly awaited: boolean;
  /** The device whose file lay in the folder when it was opened, its own or one it was copied from. */
  readonly onFile: DeviceKey | undefined;
}

/** What `device.key` says: whose it is, and its secrets when it was made for the folder as it lies now. */
export interface DeviceOnFile {
  readonly device: DeviceKey | undefined;
  readonly secrets: DeviceSecrets | undefined;
}

/** Reads the device file; nothing in it when there is none, as in a folder that was restored. */
export function readDeviceOnFile({ options, vault, keys }: Opened): Result<DeviceOnFile, DeviceRefusal> {
  const read = readDeviceFile(options.folder, { vault, device: keys.device });
  if (!read.ok) return read.error.type === 'device-missing' ? ok({ device: undefined, secrets: undefined }) : read;
  const { mark } = read.value;
  const same =
    mark !== undefined && compareFolderMarks(mark, markFolder(options.folder, machineOf(options))) === 'same';
  return ok({ device: deviceOf(read.value), secrets: same ? read.value : undefined });
}

/** Which device the folder is: the one on file, unless that was made elsewhere or a copy wrote in its name. */
export async function findIdentity(
  opened: Opened,
  reader: WorkerThread,
  { device, secrets }: DeviceOnFile,
): Promise<Identity> {
  if (device !== undefined && secrets !== undefined) {
    const args = { device, head: undefined };
    const { ends } = await reader.ask<Standing>({ op: 'query', name: 'standing', args });
    // No end: the process stopped between keeping the keys and the first entry. Several: its log is forked.
    if (ends < 2) return { secrets, device, awaited: ends === 0, onFile: device };
  }
  const fresh = newDevice(opened.options);
  return { secrets: fresh, device: deviceOf(fresh), awaited: true, onFile: device };
}

/** Whether a device of the person who opens the vault is in the record: not yet in a vault that joined a workspace. */
export async function hasDevice({ person }: Opened, reader: WorkerThread): Promise<boolean> {
  const standing = await reader.ask<PersonStanding>({ op: 'query', name: 'personStanding', args: { person } });
  return standing.devices > 0;
}

/**
 * Keeps the keys of a new device before they are used: an entry of a device whose key was lost could not be followed by
 * another. When another process made the folder a device since it was opened, that device is taken instead.
 *
 * A folder without a head gets one first, so that a device file without a head beside it always means that the head was
 * taken away: refused as `head-missing`, also when the folder was copied like that.
 */
export async function settleIdentity(
  opened: Opened,
  identity: Identity,
): Promise<Result<Identity, LockRefusal | HeadRefusal>> {
  const { options, vault, keys } = opened;
  const lock = join(options.folder, VAULT_FILES.lock);
  const path = join(options.folder, VAULT_FILES.head);
  const settled = await withWriteLock(lock, { waitMs: options.waitMs ?? LOCK_WAIT_MS }, () => {
    const now = readDeviceOnFile(opened);
    if (!now.ok) throw new Error(`the device file no longer opens: ${now.error.type}`);
    const { device, secrets } = now.value;
    if (device === identity.device) return ok(identity);
    if (device !== undefined && secrets !== undefined && device !== identity.onFile) {
      return ok({ secrets, device, awaited: true, onFile: device });
    }
    const head = readHead(path, headAuthority(opened));
    if (!head.ok && head.error.type === 'head-missing') {
      if (device !== undefined) return refuse(head.error);
      createHead(path, headAuthority(opened), { device: identity.device, ...EMPTY_LOG });
    }
    const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
    writeDeviceFile(options.folder, { vault, device: keys.device }, { ...identity.secrets, random });
    return ok(identity);
  });
  return settled.ok ? settled.value : settled;
}

/** What a new device says first. */
export function enrolmentOf({ options }: Opened, { secrets }: Identity): EntryDraft {
  return {
    kind: 'device-enrolled',
    personal: true,
    at: options.now,
    members: [{ type: 'device', checkpointKey: checkpointKeyOf(secrets) }],
    parts: [],
  };
}

/** Keys for a device that a folder becomes, with the mark of where it lies. */
export function newDevice(options: Pick<VaultOptions, 'folder' | 'machine'>): DeviceSecrets {
  return {
    entrySeed: new Uint8Array(randomBytes(32)),
    checkpointSeed: new Uint8Array(randomBytes(32)),
    mark: markFolder(options.folder, machineOf(options)),
  };
}

/** The public half of a device's key. */
export function deviceOf({ entrySeed }: DeviceSecrets): DeviceKey {
  return idFromBytes('DeviceKey', signingKeyFromSeed(entrySeed).publicKey);
}

/** The public half of a device's checkpoint key. */
export function checkpointKeyOf({ checkpointSeed }: DeviceSecrets): CheckpointKey {
  return idFromBytes('CheckpointKey', signingKeyFromSeed(checkpointSeed).publicKey);
}

function machineOf({ machine }: Pick<VaultOptions, 'machine'>): { readonly machine?: string } {
  return machine === undefined ? {} : { machine };
}
