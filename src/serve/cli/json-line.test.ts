import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonLine } from './json-line.ts';

it('a line of JSON cannot drive a terminal, and loses nothing', () => {
  const name = 'a\u001b[31m\u009b2J\u007f\u202egpj.exe\u{e0041}\n한글';
  const line = jsonLine({ name });
  expect(line).toBe('{"name":"a\\u001b[31m\\u009b2J\\u007f\\u202egpj.exe\\udb40\\udc41\\n한글"}');
  expect(JSON.parse(line)).toEqual({ name });
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), (value) => {
      const made = jsonLine(value);
      expect(made).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(JSON.stringify(JSON.parse(made))).toBe(JSON.stringify(value));
    }),
  );
});
