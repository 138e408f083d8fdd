/**
 * `backup.json`: which snapshot a backup is, and what belongs to it. Replacing it is what makes a backup the next one. It
 * stands in the clear and tells no more than the folder around it does: no key, no device, no head of a log.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, hexToBytes, ok, type Result, refuse } from '../base/index.ts';
import { parseVaultId, type VaultId, type VaultKeys } from './vault-key.ts';

/** A file as it was written. */
export interface FileMark {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface BackupManifest {
  readonly vault: VaultId;
  /** Names the vault key under which it was made (`VaultKeys.keyId`, hexadecimal). */
  readonly key: string;
  /** 16 random bytes in hexadecimal: the backup's name in the vault's list, and in the name of its snapshot's folder. */
  readonly snapshot: string;
  /** RFC 3339, the clock of whoever made it. */
  readonly madeAt: string;
  readonly database: FileMark;
  readonly header: FileMark;
  /** Blobs that the snapshot names, and the bytes of their files. */
  readonly blobs: { readonly count: number; readonly bytes: number };
  /** Names the state of the database, so that a later run sees whether there is anything new (`state`, copy-queries). */
  readonly state: string;
}

export interface SignedManifest extends BackupManifest {
  /** HMAC-SHA-256, hexadecimal. Nothing is authentic before `isManifestOf` has agreed. */
  readonly mac: string;
}

export type ManifestRefusal =
  | { readonly type: 'backup-damaged'; readonly part: 'backup.json' }
  | { readonly type: 'backup-newer'; readonly version: number };

/** A manifest is far shorter. */
export const LONGEST_MANIFEST: number = 16 * 1024;

const VERSION = 1;
const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const wholeNumber = z.int().min(0);
const fileMark = z.strictObject({ bytes: wholeNumber, sha256: hex(32) });
const schema = z.strictObject({
  v: z.literal(VERSION),
  vault: z.string(),
  key: hex(8),
  snapshot: hex(16),
  madeAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  database: fileMark,
  header: fileMark,
  blobs: z.strictObject({ count: wholeNumber, bytes: wholeNumber }),
  state: hex(32),
  mac: hex(32),
});
const versionSchema = z.looseObject({ v: z.int().min(1) });

/** The bytes of the file: canonical JSON with its MAC, and a line feed. */
export function writeManifest(manifest: BackupManifest, keys: Pick<VaultKeys, 'backupMac'>): Uint8Array {
  const mac = manifestMac(manifest, keys).toString('hex');
  return new TextEncoder().encode(`${canonicalJson({ v: VERSION, ...manifest, mac })}\n`);
}

/** Reads a manifest. It must be the one canonical text of its content. */
export function readManifest(bytes: Uint8Array): Result<SignedManifest, ManifestRefusal> {
  const damaged = refuse<ManifestRefusal>({ type: 'backup-damaged', part: 'backup.json' });
  const value = bytes.length > LONGEST_MANIFEST ? undefined : parseJson(bytes);
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.v > VERSION) return refuse({ type: 'backup-newer', version: version.data.v });
  const parsed = schema.safeParse(value);
  if (!parsed.success) return damaged;
  const { v: _version, vault: text, ...rest } = parsed.data;
  const vault = parseVaultId(text);
  if (vault === undefined) return damaged;
  if (!Buffer.from(`${canonicalJson(parsed.data)}\n`).equals(bytes)) return damaged;
  return ok({ ...rest, vault });
}

/** Whether a manifest is as somebody with the vault key made it. */
export function isManifestOf({ mac, ...manifest }: SignedManifest, keys: Pick<VaultKeys, 'backupMac'>): boolean {
  return timingSafeEqual(manifestMac(manifest, keys), hexToBytes(mac));
}

function manifestMac(manifest: BackupManifest, { backupMac }: Pick<VaultKeys, 'backupMac'>): Buffer {
  return createHmac('sha256', backupMac)
    .update(canonicalJson({ v: VERSION, ...manifest }))
    .digest();
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
