/** The layout and the sealing of a blob's chunks, apart from any file: docs/vault.md, V16 and V17. */
import { hkdfSync } from 'node:crypto';
import { hexToBytes, paddedTo } from '../base/index.ts';
import { KEY_BYTES, NONCE_BYTES, seal, TAG_BYTES, unseal } from './aead.ts';

const MAGIC = Buffer.from('DAYBBLOB', 'ascii');
const VERSION = 1;
export const HEADER_BYTES: number = 32;
/** Offsets in the header, numbers big-endian. */
const AT = { version: 8, chunkBytes: 12, salt: 16 } as const;
export const SALT_BYTES: number = 16;
export const CHUNK_BYTES: number = 64 * 1024;
export const SEALED_CHUNK_BYTES: number = CHUNK_BYTES + TAG_BYTES;
export const LENGTH_BYTES: number = 8;
export const SMALLEST_STEP: number = 4096;

/** Length that is sealed for a content of that many bytes: with the 8 bytes of its length, padded in steps of 4 KiB (V17). */
export function paddedLength(length: number): number {
  return paddedTo(length + LENGTH_BYTES, SMALLEST_STEP);
}

/** Bytes that the file of a blob has whose content is that long: header, chunks and their tags. */
export function blobFileSize(length: number): number {
  const padded = paddedLength(length);
  return HEADER_BYTES + padded + Math.ceil(padded / CHUNK_BYTES) * TAG_BYTES;
}

export interface BlobCipher {
  readonly header: Uint8Array;
  readonly seal: (plain: Uint8Array, index: number, last: boolean) => Uint8Array;
  readonly unseal: (sealed: Uint8Array, index: number, last: boolean) => Uint8Array | undefined;
}

/** The sealing of one blob's chunks: a key from the blob's key and the salt of this file, bound to header and name. */
export function blobCipher(name: string, blobKey: Uint8Array, header: Uint8Array): BlobCipher {
  if (blobKey.length !== KEY_BYTES) throw new Error(`the key of a blob takes ${KEY_BYTES} bytes`);
  const salt = header.subarray(AT.salt);
  const key = new Uint8Array(hkdfSync('sha256', blobKey, salt, 'daybook/v1/blob', KEY_BYTES));
  const associated = Buffer.concat([header, hexToBytes(name)]);
  return {
    header,
    seal: (plain, index, last) => seal(plain, { key, nonce: chunkNonce(index, last), associated }),
    unseal: (sealed, index, last) => unseal(sealed, { key, nonce: chunkNonce(index, last), associated }),
  };
}

/** The 32 bytes before the chunks: magic, version, length of a chunk, salt. */
export function blobHeader(salt: Uint8Array): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32BE(VERSION, AT.version);
  header.writeUInt32BE(CHUNK_BYTES, AT.chunkBytes);
  header.set(salt, AT.salt);
  return header;
}

/** Whether bytes are a header of this version, of a newer one, or neither. */
export function judgeBlobHeader(
  header: Uint8Array,
): { readonly type: 'known' | 'damaged' } | { readonly type: 'newer'; readonly version: number } {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.length);
  if (bytes.length !== HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return { type: 'damaged' };
  const version = bytes.readUInt32BE(AT.version);
  if (version > VERSION) return { type: 'newer', version };
  return { type: version === VERSION && bytes.readUInt32BE(AT.chunkBytes) === CHUNK_BYTES ? 'known' : 'damaged' };
}

/** 11 bytes of counter, big-endian, then 1 for the last chunk and 0 for the others. */
function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(index), NONCE_BYTES - 9);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}
