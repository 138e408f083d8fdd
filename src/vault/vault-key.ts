import { hkdfSync } from 'node:crypto';
import { hexToBytes } from '../base/index.ts';
import { drawBytes, KEY_BYTES, type RandomBytes } from './aead.ts';

declare const vaultIdBrand: unique symbol;
/** 16 random bytes in hexadecimal that name one vault folder and its copies. Not a workspace id, and found in no entry. */
export type VaultId = string & { readonly [vaultIdBrand]: true };

/** Everything that opens a vault is made from its one random key; each key does one job only. */
export interface VaultKeys {
  /** Raw key of the database file. */
  readonly database: Uint8Array;
  readonly headerMac: Uint8Array;
  readonly headMac: Uint8Array;
  /** Wraps the key of each blob. */
  readonly blobWrap: Uint8Array;
  /** Seals the device file. */
  readonly device: Uint8Array;
  /** Authenticates the manifest of a backup. */
  readonly backupMac: Uint8Array;
  /** Names the vault key without telling anything of it: 8 bytes, no key. Says which backups the key opens. */
  readonly keyId: Uint8Array;
}

const KEY_ID_BYTES = 8;

/** Reads a vault id from outside; undefined when it is not 32 lowercase hexadecimal digits. */
export function parseVaultId(text: unknown): VaultId | undefined {
  return isVaultId(text) ? text : undefined;
}

function isVaultId(text: unknown): text is VaultId {
  return typeof text === 'string' && /^[0-9a-f]{32}$/.test(text);
}

/** A new vault's id and key. */
export function createVaultKey(random: RandomBytes): { readonly vault: VaultId; readonly vaultKey: Uint8Array } {
  const vault = parseVaultId(Buffer.from(drawBytes(random, 16)).toString('hex'));
  if (vault === undefined) throw new Error('a vault id takes 16 bytes');
  return { vault, vaultKey: Uint8Array.from(drawBytes(random, KEY_BYTES)) };
}

/** HKDF-SHA-256 (RFC 5869), salt = the 16 bytes of the vault's id, info = `daybook/v1/` and the key's job, 32 bytes each. */
export function deriveVaultKeys(vault: VaultId, vaultKey: Uint8Array): VaultKeys {
  if (vaultKey.length !== KEY_BYTES) throw new Error(`a vault key takes ${KEY_BYTES} bytes, got ${vaultKey.length}`);
  const salt = hexToBytes(vault);
  const derive = (job: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', vaultKey, salt, `daybook/v1/${job}`, KEY_BYTES));
  return {
    database: derive('database'),
    headerMac: derive('header-mac'),
    headMac: derive('head-mac'),
    blobWrap: derive('blob-wrap'),
    device: derive('device'),
    backupMac: derive('backup-mac'),
    keyId: derive('key-id').slice(0, KEY_ID_BYTES),
  };
}
