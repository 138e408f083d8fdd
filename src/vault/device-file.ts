/**
 * `device.key`: the two signing seeds of this copy of the vault, sealed under the vault's device key. Backups leave it
 * out. Whoever finds a folder without one, or one that says it was made elsewhere, enrols a new device before writing:
 * two folders that write as one device would fork its log.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bytesToHex, canonicalJson, hexToBytes, ok, type Result, refuse } from '../base/index.ts';
import { drawBytes, NONCE_BYTES, type RandomBytes, seal, TAG_BYTES, unseal } from './aead.ts';
import { readSmallFile, replaceFile, VAULT_FILES } from './durable-file.ts';
import type { VaultId } from './vault-key.ts';

/** Where a folder lay when its device file was made. Kept sealed; says whether the folder was copied since. */
export interface FolderMark {
  /** File number and birth time (milliseconds since 1970, 0 when the file system keeps none) of the vault folder. */
  readonly inode: string;
  readonly born: number;
  /** SHA-256 of whatever names the machine to the caller, hexadecimal; absent when nothing does. */
  readonly machine?: string;
}

export interface DeviceSecrets {
  /** Seed of the Ed25519 key that signs this device's entries. */
  readonly entrySeed: Uint8Array;
  /** Seed of the Ed25519 key that signs its checkpoints and nothing else. */
  readonly checkpointSeed: Uint8Array;
  readonly mark?: FolderMark;
}

export interface DeviceAuthority {
  readonly vault: VaultId;
  /** The vault's key for this file (`VaultKeys.device`). */
  readonly device: Uint8Array;
}

export type DeviceRefusal =
  | { readonly type: 'device-missing' }
  | { readonly type: 'device-damaged' }
  | { readonly type: 'device-newer'; readonly version: number };

const VERSION = 1;
const LONGEST_FILE = 16 * 1024;
/** What is sealed is filled up to a multiple of this, so that the length does not tell which fields are there. */
const STEP = 1024;

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const fileSchema = z.strictObject({
  v: z.literal(VERSION),
  nonce: hex(NONCE_BYTES),
  sealed: z
    .string()
    .regex(/^[0-9a-f]*$/)
    .refine((text) => (text.length / 2 - TAG_BYTES) % STEP === 0),
});
const versionSchema = z.looseObject({ v: z.int().min(1) });
/** Fields a later build adds are passed over here: what is sealed is authentic. */
const sealedSchema = z.looseObject({
  entrySeed: hex(32),
  checkpointSeed: hex(32),
  mark: z.looseObject({ inode: z.string(), born: z.number(), machine: hex(32).optional() }).optional(),
});

/** Writes the device file durably, in place of one that is there. The caller holds the write lock. */
export function writeDeviceFile(
  folder: string,
  { vault, device }: DeviceAuthority,
  { entrySeed, checkpointSeed, mark, random }: DeviceSecrets & { readonly random: RandomBytes },
): void {
  if (entrySeed.length !== 32 || checkpointSeed.length !== 32) throw new Error('a signing seed takes 32 bytes');
  if (Buffer.from(entrySeed).equals(checkpointSeed)) throw new Error('the two seeds of a device must differ');
  const content = canonicalJson({ entrySeed: bytesToHex(entrySeed), checkpointSeed: bytesToHex(checkpointSeed), mark });
  // JSON allows white space after the value, so filling with spaces needs no length field.
  const plain = new TextEncoder().encode(content.padEnd(Math.ceil(content.length / STEP) * STEP));
  const nonce = drawBytes(random, NONCE_BYTES);
  const sealed = seal(plain, { key: device, nonce, associated: deviceBinding(vault) });
  plain.fill(0);
  const file = { v: VERSION, nonce: bytesToHex(nonce), sealed: bytesToHex(sealed) };
  replaceFile(join(folder, VAULT_FILES.device), new TextEncoder().encode(`${canonicalJson(file)}\n`));
}

/**
 * Opens the device file. `device-damaged` for anything that this vault's key did not seal, the device file of another
 * vault among it. The file must be the one canonical text of its content.
 */
export function readDeviceFile(
  folder: string,
  { vault, device }: DeviceAuthority,
): Result<DeviceSecrets, DeviceRefusal> {
  const bytes = readSmallFile(join(folder, VAULT_FILES.device), LONGEST_FILE);
  if (bytes === 'missing') return refuse({ type: 'device-missing' });
  const value = bytes === 'too-long' ? undefined : parseJson(Buffer.from(bytes).toString('utf8'));
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.v > VERSION) return refuse({ type: 'device-newer', version: version.data.v });
  const file = fileSchema.safeParse(value);
  if (bytes === 'too-long' || !file.success) return refuse({ type: 'device-damaged' });
  if (!Buffer.from(`${canonicalJson(file.data)}\n`).equals(bytes)) return refuse({ type: 'device-damaged' });
  const plain = unseal(hexToBytes(file.data.sealed), {
    key: device,
    nonce: hexToBytes(file.data.nonce),
    associated: deviceBinding(vault),
  });
  if (plain === undefined) return refuse({ type: 'device-damaged' });
  const content = sealedSchema.safeParse(parseJson(new TextDecoder().decode(plain)));
  plain.fill(0);
  if (!content.success) return refuse({ type: 'device-damaged' });
  const { entrySeed, checkpointSeed, mark } = content.data;
  return ok({
    entrySeed: hexToBytes(entrySeed),
    checkpointSeed: hexToBytes(checkpointSeed),
    ...(mark && {
      mark: { inode: mark.inode, born: mark.born, ...(mark.machine !== undefined && { machine: mark.machine }) },
    }),
  });
}

/** The mark of a folder as it lies now. `machine` is anything that stays the same on this machine; it is kept as a digest. */
export function markFolder(folder: string, { machine }: { readonly machine?: string } = {}): FolderMark {
  const found = statSync(folder, { bigint: true });
  return {
    inode: String(found.ino),
    born: Number(found.birthtimeMs),
    ...(machine !== undefined && {
      machine: createHash('sha256').update(`daybook/machine/v1\n${machine}`).digest('hex'),
    }),
  };
}

/**
 * Whether a folder is the one that was marked. Birth time decides, since copying makes a new folder; a file number alone
 * does not, since FAT sticks give new ones at each mounting. `unsure` when what is left does not tell: treat it as
 * copied. A clone of a whole disk looks the same; the fork that it may cause is found at the next merge.
 */
export function compareFolderMarks(then: FolderMark, now: FolderMark): 'same' | 'copied' | 'unsure' {
  if (then.machine !== undefined && now.machine !== undefined && then.machine !== now.machine) return 'copied';
  const bornKnown = then.born > 0 && now.born > 0;
  if (bornKnown && then.born !== now.born) return 'copied';
  return then.inode === now.inode ? 'same' : 'unsure';
}

function deviceBinding(vault: VaultId): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ format: 'daybook/device/v1', vault }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
