import { createHash } from 'node:crypto';
import { idFromBytes, type Sha256, type Sha512 } from '../base/index.ts';

/** SHA-256 of bytes, or of a string's UTF-8 bytes, as a digest. */
export function sha256(data: Uint8Array | string): Sha256 {
  return idFromBytes('Sha256', createHash('sha256').update(data).digest());
}

/** SHA-512 of bytes, or of a string's UTF-8 bytes, as a digest. */
export function sha512(data: Uint8Array | string): Sha512 {
  return idFromBytes('Sha512', createHash('sha512').update(data).digest());
}
