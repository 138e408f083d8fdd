import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkArchiveSignature } from './archive-signature.ts';
import { hasStatedDigest, readStatedDigest } from './stated-digest.ts';

const HASH = `sha256:${'ab'.repeat(32)}`;

function signedByKey(dsaEncoding: 'der' | 'ieee-p1363'): {
  readonly hash: string;
  readonly signature: string;
  readonly publicKey: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return {
    hash: HASH,
    signature: sign('sha256', Buffer.from(HASH), { key: privateKey, dsaEncoding }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

describe('the signature of a web archive', () => {
  test('a key that names only itself is checked in both forms of signatures', () => {
    expect([checkArchiveSignature(signedByKey('der')), checkArchiveSignature(signedByKey('ieee-p1363'))]).toEqual([
      { ok: true, value: { type: 'key' } },
      { ok: true, value: { type: 'key' } },
    ]);
  });

  test('other words, another key and no key are refused', () => {
    const signed = signedByKey('der');
    const reasons = [
      { ...signed, hash: `sha256:${'ac'.repeat(32)}` },
      { ...signed, publicKey: signedByKey('der').publicKey },
      { ...signed, publicKey: 'AAAA' },
      { hash: HASH, signature: signed.signature },
      { ...signed, domain: 'example.org', domainCert: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
    ].map((each) => {
      const checked = checkArchiveSignature(each);
      return checked.ok ? 'good' : checked.error.reason;
    });
    expect(reasons).toEqual(['differs', 'differs', 'malformed', 'malformed', 'malformed']);
  });
});

describe('a digest that another program states', () => {
  test('hex and Base32 of known algorithms are read, and others are not', () => {
    const bytes = new TextEncoder().encode('twelve crates');
    const hex = createHash('sha1').update(bytes).digest('hex');
    const digests = [`sha1:${hex}`, `SHA-1:${hex.toUpperCase()}`].map(readStatedDigest);
    expect(digests.map((digest) => digest !== undefined && hasStatedDigest(bytes, digest))).toEqual([true, true]);
    // Published with the file format's own examples: SHA-1 of nothing.
    const empty = readStatedDigest('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ');
    expect(empty).toEqual({ algorithm: 'sha1', hex: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' });
    expect(['crc32:00000000', 'sha1:abc', 'sha1', 'sha256:!!'].map(readStatedDigest)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
