import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { hexToBytes } from '../base/index.ts';

/**
 * Ed25519 (RFC 8032) from 32-byte seeds. node:crypto takes no raw keys: a seed goes in behind the fixed head of PKCS #8
 * for Ed25519 (RFC 8410), a public key as a JSON Web Key (RFC 8037), which it reads twelve times as fast as DER.
 */
const PKCS8_HEAD = hexToBytes('302e020100300506032b657004220420');

/** A key pair held in memory: the public half as 32 bytes, the private half as an opaque handle. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

/** The key pair of a 32-byte seed; throws when the seed has another length. */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, got ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), privateKey };
}

/** Signs bytes; 64 bytes, the same for the same key and message. */
export function signBytes(key: SigningKey, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, key.privateKey));
}

/**
 * Whether a signature over a message was made by the key; false for malformed keys and signatures too. OpenSSL's rule:
 * S below the group's order, [S]B - [k]A encoded equals R byte for byte, no cofactor. Keys that belong to nobody are
 * refused before (`isUsableKey`), which OpenSSL does not do.
 */
export function verifyBytes(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isUsableKey(publicKey) || signature.length !== 64) return false;
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
  } catch {
    // OpenSSL throws on encodings that are no point of the curve: such a key signed nothing.
    return false;
  }
}

/**
 * Whether 32 bytes may be somebody's key: y below p, as RFC 8032 section 5.1.3 asks, so that one key has one spelling;
 * and not of small order, since for such a key anyone can make signatures (R = the neutral point and S = 0 verify over
 * one message in eight at least, and over every message for the neutral point itself).
 */
export function isUsableKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const y = new Uint8Array(publicKey);
  // The highest bit is the sign of x, no part of y.
  y[31] = (y[31] ?? 0) & 0x7f;
  const overflows = y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff) && (y[0] ?? 0) >= 0xed;
  return !overflows && !SMALL_ORDER.includes(Buffer.from(y).toString('hex'));
}

/** The y of the eight points whose order divides eight: 1, -1, 0, and the two of order eight. */
const SMALL_ORDER: readonly string[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];
