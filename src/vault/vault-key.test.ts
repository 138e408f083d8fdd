import { hkdfSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from '../base/index.ts';
import { seal, unseal } from './aead.ts';
import { createVaultKey, deriveVaultKeys, parseVaultId } from './vault-key.ts';

const counting = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, i) => i);

it('V10: HKDF-SHA-256 gives what RFC 5869 appendix A gives', () => {
  const cases = [
    {
      key: '0b'.repeat(22),
      salt: '000102030405060708090a0b0c',
      info: 'f0f1f2f3f4f5f6f7f8f9',
      out: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      key: '0b'.repeat(22),
      salt: '',
      info: '',
      out: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ];
  for (const { key, salt, info, out } of cases) {
    const derived = hkdfSync('sha256', hexToBytes(key), hexToBytes(salt), hexToBytes(info), out.length / 2);
    expect(bytesToHex(new Uint8Array(derived))).toBe(out);
  }
});

it('V4: ChaCha20-Poly1305 gives what RFC 8439 section 2.8.2 gives', () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
  const nonce = hexToBytes('070000004041424344454647');
  const associated = hexToBytes('50515253c0c1c2c3c4c5c6c7');
  const plain = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const sealed = seal(plain, { key, nonce, associated });
  expect(bytesToHex(sealed.subarray(0, 16))).toBe('d31a8d34648e60db7b86afbc53ef7ec2');
  expect(bytesToHex(sealed.subarray(-16))).toBe('1ae10b594f09e26a7e902ecbd0600691');
  expect(unseal(sealed, { key, nonce, associated })).toEqual(Buffer.from(plain));
  expect(unseal(sealed, { key, nonce, associated: associated.subarray(1) })).toBeUndefined();
  expect(unseal(sealed.subarray(0, 15), { key, nonce, associated })).toBeUndefined();
  expect(() => seal(plain, { key: key.subarray(1), nonce, associated })).toThrow('32 bytes');
});

it('V10: each job has a key of its own, and another vault has others', () => {
  const { vault, vaultKey } = createVaultKey(counting);
  expect([vault, bytesToHex(vaultKey)]).toEqual([bytesToHex(counting(16)), bytesToHex(counting(32))]);
  const keys = Object.values(deriveVaultKeys(vault, vaultKey)).map(bytesToHex);
  const other = parseVaultId('ff'.repeat(16));
  if (other === undefined) throw new Error('a vault id');
  const others = Object.values(deriveVaultKeys(other, vaultKey)).map(bytesToHex);
  expect(new Set([...keys, ...others, bytesToHex(vaultKey)]).size).toBe(15);
  expect(keys.map(({ length }) => length / 2)).toEqual([32, 32, 32, 32, 32, 32, 8]);
});

it('V8: a vault id is 32 lowercase hexadecimal digits', () => {
  const wrong = ['', 'AB'.repeat(16), 'ab'.repeat(15), `${'ab'.repeat(16)}\n`, 5, null, undefined];
  expect(wrong.map(parseVaultId)).toEqual(wrong.map(() => undefined));
});

it('a source of randomness that gives too little is a defect', () => {
  expect(() => createVaultKey(() => new Uint8Array(3))).toThrow('asked for');
});
