import { expect, it } from 'vitest';
import { hexToBytes } from '../base/index.ts';
import { isUsableKey, signBytes, signingKeyFromSeed, verifyBytes } from './signing.ts';

/** RFC 8032 section 7.1, tests 1 to 3 and SHA(abc). */
const VECTORS = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  },
] as const;

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function asLittleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}

it(`the published Ed25519 vectors of RFC 8032 (${VECTORS.length}) are made and accepted`, () => {
  const made = VECTORS.map(({ seed, message }) => {
    const key = signingKeyFromSeed(hexToBytes(seed));
    const signature = signBytes(key, hexToBytes(message));
    expect(verifyBytes(key.publicKey, hexToBytes(message), signature)).toBe(true);
    return {
      seed,
      publicKey: Buffer.from(key.publicKey).toString('hex'),
      message,
      signature: Buffer.from(signature).toString('hex'),
    };
  });
  expect(made).toEqual(VECTORS);
});

it('P6: a signature has one spelling: S plus the order of the group is refused', () => {
  const { publicKey, message, signature } = VECTORS[1];
  const bytes = hexToBytes(signature);
  const larger = littleEndian(bytes.subarray(32)) + ORDER;
  expect(larger < 2n ** 256n).toBe(true);
  bytes.set(asLittleEndian(larger), 32);
  expect(verifyBytes(hexToBytes(publicKey), hexToBytes(message), bytes)).toBe(false);
});

it('P6: a key for which anyone can make signatures is nobody’s key', () => {
  const p = 2n ** 255n - 19n;
  const orderEight = [
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ].map((hex) => littleEndian(hexToBytes(hex)));
  const sign = 2n ** 255n;
  // With their spellings of y at or above p, with and without the sign of x.
  const keys = [0n, 1n, p - 1n, ...orderEight, p, p + 1n].flatMap((y) => [y, y + sign]).map(asLittleEndian);
  const forged = new Uint8Array(64);
  forged[0] = 1;
  for (const key of keys) {
    expect(isUsableKey(key)).toBe(false);
    for (let i = 0; i < 64; i++) expect(verifyBytes(key, Uint8Array.of(i), forged)).toBe(false);
  }
});

it('P6: every y at or above p is refused, and p - 2 is not', () => {
  const p = 2n ** 255n - 19n;
  for (let y = p; y < 2n ** 255n; y++) expect(isUsableKey(asLittleEndian(y))).toBe(false);
  expect(isUsableKey(asLittleEndian(p - 2n))).toBe(true);
});

it('a key or signature of a wrong length signed nothing, and a seed of a wrong length is a defect', () => {
  const { publicKey, message, signature } = VECTORS[0];
  expect(verifyBytes(hexToBytes(publicKey).subarray(1), hexToBytes(message), hexToBytes(signature))).toBe(false);
  expect(verifyBytes(hexToBytes(publicKey), hexToBytes(message), hexToBytes(signature).subarray(1))).toBe(false);
  expect(() => signingKeyFromSeed(new Uint8Array(31))).toThrow('32 bytes');
});
