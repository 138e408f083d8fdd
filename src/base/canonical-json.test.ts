import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** RFC 8785 appendix B: the bits of a double and its only spelling. */
const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

function double(bits: string): number {
  return Buffer.from(bits, 'hex').readDoubleBE();
}

it(`each number of RFC 8785 appendix B (${NUMBERS.length}) has its one spelling`, () => {
  expect(NUMBERS.map(([bits]) => [bits, canonicalJson(double(bits))])).toEqual(NUMBERS);
});

it('a number that is not finite has no form', () => {
  for (const bits of ['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000']) {
    expect(() => canonicalJson(double(bits))).toThrow('not finite');
  }
});

it('keys stand in the order of their UTF-16 units, as in the sorting example of RFC 8785 section 3.2.3', () => {
  const text = `{
    "\\u20ac": "Euro Sign",
    "\\r": "Carriage Return",
    "\\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\\ud83d\\ude00": "Emoji: Grinning Face",
    "\\u0080": "Control",
    "\\u00f6": "Latin Small Letter O With Diaeresis"
  }`;
  const written = canonicalJson(JSON.parse(text));
  expect([...written.matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

it('literals, numbers and strings are spelled as in the example of RFC 8785 section 3.2.2', () => {
  const text = `{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`;
  expect(canonicalJson(JSON.parse(text))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it('a key named like a part of the language is a key like any other', () => {
  const text = '{"__proto__":{"x":1},"constructor":2,"toString":3}';
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});

it('what is not JSON is refused rather than written as something else', () => {
  const holed: unknown[] = [];
  holed[1] = 1;
  for (const value of [holed, [undefined], new Date(0), new Map(), new Uint8Array(2), 1n, () => 1, undefined]) {
    expect(() => canonicalJson(value)).toThrow('canonical JSON');
  }
  for (const value of ['\ud800', { '\udfff': 1 }]) expect(() => canonicalJson(value)).toThrow('lone surrogate');
});

it('64 levels are written and 65 are refused, whatever stack is left', () => {
  const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  expect(canonicalJson(nested(64))).toBe('['.repeat(64) + ']'.repeat(64));
  expect(() => canonicalJson(nested(65))).toThrow('64 levels');
  expect(() => canonicalJson(nested(100_000))).toThrow('64 levels');
});

it('what was written reads back as the same value and is written the same again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      // JSON has one zero; everything else comes back as it was.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
