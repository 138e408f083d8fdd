import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { hexToBytes } from '../base/index.ts';

/**
 * Ed25519 (RFC 8032) from 32-byte seeds. The two DER prefixes are the fixed heads of PKCS #8 and SubjectPublicKeyInfo
 * for Ed25519 (RFC 8410), which is the form node:crypto takes raw keys in.
 */
const PKCS8_HEAD = hexToBytes('302e020100300506032b657004220420');
const SPKI_HEAD = hexToBytes('302a300506032b6570032100');

/** A key pair held in memory: the public half as 32 bytes, the private half as an opaque handle. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

/** The key pair of a 32-byte seed; throws when the seed has another length. */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, got ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { publicKey: new Uint8Array(spki.subarray(SPKI_HEAD.length)), privateKey };
}

/** Signs bytes; 64 bytes, the same for the same key and message. */
export function signBytes(key: SigningKey, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, key.privateKey));
}

/** Whether a signature over a message was made by the key; false for malformed keys and signatures too. */
export function verifyBytes(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    // OpenSSL throws on encodings that are no point of the curve: such a key signed nothing.
    return false;
  }
}
