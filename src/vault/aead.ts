/**
 * ChaCha20-Poly1305 (RFC 8439), the one cipher of the vault's own files. AES-256-GCM is a quarter faster where the
 * processor has instructions for it; on one that has none it is several times slower and leaks through the cache, and
 * the laptops this is for are old. It is also what age uses, so the project rests on one cipher and not on two.
 *
 * Neither commits to its key: a crafted text may open under two keys. Nothing here relies on that not being so. What a
 * slot seals is checked again by the MAC of the header, what a blob seals by the digest in its entry.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Gives that many bytes nobody can foresee; a counter in tests of fixed bytes. */
export type RandomBytes = (count: number) => Uint8Array;

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

const CIPHER = 'chacha20-poly1305';

interface Sealing {
  readonly key: Uint8Array;
  /** Never used twice with one key. */
  readonly nonce: Uint8Array;
  /** Not hidden, but bound: opening with other bytes fails. */
  readonly associated: Uint8Array;
}

/** Ciphertext followed by its 16-byte tag. Throws when key or nonce has the wrong length, since that is a defect. */
export function seal(plain: Uint8Array, { key, nonce, associated }: Sealing): Uint8Array {
  requireLengths(key, nonce);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated, { plaintextLength: plain.length });
  const body = cipher.update(plain);
  const rest = cipher.final();
  return Buffer.concat([body, rest, cipher.getAuthTag()]);
}

/** The plaintext, or undefined when anything (key, nonce, associated bytes, ciphertext, tag) is not what was sealed. */
export function unseal(sealed: Uint8Array, { key, nonce, associated }: Sealing): Uint8Array | undefined {
  requireLengths(key, nonce);
  if (sealed.length < TAG_BYTES) return undefined;
  const length = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated, { plaintextLength: length });
  decipher.setAuthTag(sealed.subarray(length));
  const plain = decipher.update(sealed.subarray(0, length));
  try {
    decipher.final();
  } catch {
    // final() throws for one reason only, a tag that does not fit; what was deciphered must not be looked at.
    plain.fill(0);
    return undefined;
  }
  return plain;
}

function requireLengths(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new Error(`a key takes ${KEY_BYTES} bytes, got ${key.length}`);
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce takes ${NONCE_BYTES} bytes, got ${nonce.length}`);
}

/** That many bytes from the source, checked: a short answer would silently weaken a key. */
export function drawBytes(random: RandomBytes, count: number): Uint8Array {
  const bytes = random(count);
  if (bytes.length !== count) throw new Error(`asked for ${count} random bytes, got ${bytes.length}`);
  return bytes;
}
