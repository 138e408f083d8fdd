import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormatReading } from './format.ts';
import { readJson } from './json.ts';
import { jsonLeaves } from './json-leaves.ts';

function outcome(text: string): FormatReading | string {
  const result = readJson(Uint8Array.from(Buffer.from(text)), { fileName: 'records.json' });
  return result.ok ? result.value : result.error.reason;
}

function leavesOf(text: string): unknown {
  const reading = outcome(text);
  if (typeof reading === 'string') return reading;
  return reading.text?.blocks.map(({ place, text: words }) => [place?.type === 'record' ? place.path : '', words]);
}

test('strings and numbers are records with their pointer, numbers as written (O31)', () => {
  const text = '{"name":"강변동","ids":[12345678901234567890,1.50],"a/b":{"~":"x"},"open":true,"none":null,"empty":""}';
  expect(leavesOf(text)).toEqual([
    ['/name', '강변동'],
    ['/ids/0', '12345678901234567890'],
    ['/ids/1', '1.50'],
    ['/a~1b/~0', 'x'],
  ]);
  const reading = outcome(text);
  const block = typeof reading === 'string' ? undefined : reading.text?.blocks[0];
  expect(text.slice(block?.source.start, block?.source.end)).toBe('"강변동"');
});

test('keys that stand twice and names of built-in properties are read like any (O31)', () => {
  expect(leavesOf('{"a":1,"a":2,"__proto__":{"x":"y"},"constructor":"c"}')).toEqual([
    ['/a', '1'],
    ['/a', '2'],
    ['/__proto__/x', 'y'],
    ['/constructor', 'c'],
  ]);
});

test('a value in each line is read, a damaged line is said (O32)', () => {
  const reading = outcome('{"a":"하나"}\n{"a":}\n\n["둘"]\n');
  expect(
    typeof reading === 'string' ? reading : [leavesOf('{"a":"하나"}\n{"a":}\n\n["둘"]\n'), reading.unread],
  ).toEqual([
    [
      ['/0/a', '하나'],
      ['/2/0', '둘'],
    ],
    [{ part: 'line 2', reason: 'damaged' }],
  ]);
});

test('hostile JSON is refused (O33)', () => {
  const refusals = [
    '[',
    '{"a":1',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '[1,]',
    '01',
    '"\\x"',
    '"a\nb"',
    'NaN',
    '[1] [2]',
    'words',
    '{"a":"b"}}',
  ];
  expect(refusals.map((text) => [text, outcome(text)])).toEqual(refusals.map((text) => [text, 'damaged']));
  expect(outcome('['.repeat(1_000_000))).toBe('too-deep');
  expect(outcome(`${'{"a":'.repeat(201)}1${'}'.repeat(201)}`)).toBe('too-deep');
  expect(outcome(`[${'1,'.repeat(300_000)}1]`)).toBe('too-many');
  expect(outcome('[]')).toBe('empty');
  expect(outcome(' ')).toBe('empty');
});

test('it reads what JSON.parse reads, refuses what that refuses, and finds every string', () => {
  const strings = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false, depthSize: 'small' }),
      fc.constantFrom(0, 2),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = jsonLeaves(text, 0, { depth: 200, leaves: 10_000 });
        if (read.type !== 'read') throw new Error(read.reason);
        expect(read.end).toBe(text.length);
        const quoted = read.leaves.filter(({ start }) => text[start] === '"').map((leaf) => leaf.value);
        expect(quoted).toEqual(strings(JSON.parse(text)));
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'true', ' ', '"\\u12"', '"', 'e5', '.2'),
        { maxLength: 8 },
      ),
      (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const read = jsonLeaves(text, 0, { depth: 200, leaves: 10_000 });
        expect(read.type === 'read' && read.end === text.length).toBe(valid);
      },
    ),
    { numRuns: 300 },
  );
});
