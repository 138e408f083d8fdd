import { createHash } from 'node:crypto';
import { bytesToHex } from '../base/index.ts';

/** Algorithms by which other programs state digests. MD5 and SHA-1 can be forged: they find accidents, not forgers. */
const ALGORITHMS: ReadonlyMap<string, { readonly name: string; readonly bytes: number }> = new Map([
  ['md5', { name: 'md5', bytes: 16 }],
  ['sha1', { name: 'sha1', bytes: 20 }],
  ['sha-1', { name: 'sha1', bytes: 20 }],
  ['sha224', { name: 'sha224', bytes: 28 }],
  ['sha256', { name: 'sha256', bytes: 32 }],
  ['sha-256', { name: 'sha256', bytes: 32 }],
  ['sha384', { name: 'sha384', bytes: 48 }],
  ['sha512', { name: 'sha512', bytes: 64 }],
  ['sha-512', { name: 'sha512', bytes: 64 }],
]);

export interface StatedDigest {
  readonly algorithm: string;
  /** Hex, lower case. */
  readonly hex: string;
}

/**
 * A digest as another program states it: `sha1:` or `sha256:` before hex or Base32 (RFC 4648). Undefined when the
 * algorithm is none that is checked here, or the digest has not its length.
 */
export function readStatedDigest(stated: string): StatedDigest | undefined {
  const [, label = '', digits = ''] = /^([\w-]{1,20}):([\w=+/-]{1,200})$/.exec(stated.trim()) ?? [];
  const algorithm = ALGORITHMS.get(label.toLowerCase());
  if (algorithm === undefined) return undefined;
  if (digits.length === algorithm.bytes * 2 && /^[0-9a-f]+$/i.test(digits))
    return { algorithm: algorithm.name, hex: digits.toLowerCase() };
  const bytes = bytesOfBase32(digits);
  return bytes?.length === algorithm.bytes ? { algorithm: algorithm.name, hex: bytesToHex(bytes) } : undefined;
}

/** Whether bytes have a digest that another program states of them. */
export function hasStatedDigest(bytes: Uint8Array, { algorithm, hex }: StatedDigest): boolean {
  return createHash(algorithm).update(bytes).digest('hex') === hex;
}

function bytesOfBase32(digits: string): Uint8Array | undefined {
  const letters = digits.replace(/=+$/, '').toUpperCase();
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
