import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesToHex, hexToBytes, idFromBytes, isId, parseId } from './ids.ts';

it('an id is lowercase hexadecimal of exactly its length', () => {
  const good = '0123456789abcdef'.repeat(4);
  expect(parseId('DeviceKey', good)).toBe(good);
  const wrong = [good.toUpperCase(), good.slice(1), `${good}0`, good.replace('a', 'g'), `${good.slice(1)}\n`, 7, null];
  expect(wrong.map((text) => parseId('DeviceKey', text))).toEqual(wrong.map(() => undefined));
  expect(isId('SubjectId', good)).toBe(false);
  expect(isId('SubjectId', good.slice(0, 32))).toBe(true);
});

it('bytes and hexadecimal are the same thing in two spellings', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(bytesToHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
    }),
  );
});

it('what is no hexadecimal, or an id of a wrong length, is a defect of ours', () => {
  for (const text of ['0', 'AB', '0g', ' 00']) expect(() => hexToBytes(text)).toThrow('hexadecimal');
  expect(() => idFromBytes('Sha256', new Uint8Array(31))).toThrow('Sha256 takes 32 bytes');
});
