import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesToWords, unknownWord, wordCount, wordsToBytes } from './recovery-words.ts';

const runs = process.env['SLOW'] ? 2000 : 50;
const tried = process.env['SLOW'] ? 7776 : 486;
const secret = Uint8Array.from({ length: 16 }, (_, i) => 17 * i);

it('V27: the known words are made, and read', async () => {
  // Computed by a second implementation, in another language, from docs/vault.md.
  const words = 'abacus tactics commend emptier pelican grooving grunt tingling crave maimed sanction';
  expect((await bytesToWords(secret)).join(' ')).toBe(words);
  expect(await wordsToBytes(words, 16)).toEqual({ ok: true, value: secret });
});

it(`V27: what was written is read again, whatever bytes it stands for (${runs} each)`, async () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, fc.uint8Array({ minLength: 52, maxLength: 52 })), async (each) => {
      const words = await bytesToWords(each);
      expect(words).toHaveLength(wordCount(each.length, 7776) + 1);
      expect(await wordsToBytes(words.join(' '), each.length)).toEqual({ ok: true, value: each });
    }),
    { numRuns: runs },
  );
  expect([wordCount(16, 7776), wordCount(52, 7776)]).toEqual([10, 33]);
});

it('V27: case, white space, numbering and other dashes are forgiven', async () => {
  const words = await bytesToWords(secret);
  const typed = [
    words.join(' ').toUpperCase(),
    `  ${words.join('\t\n ')} \r\n`,
    words.map((word, i) => `${i + 1}. ${word}`).join('\n'),
    words.map((word, i) => `${i + 1}.${word},`).join('\n'),
    `\uFEFF${words.join('\u00a0')}.`,
    words.map((word) => word.replace('-', '\u2011')).join(' '),
    words.map((word) => word.normalize('NFKD')).join('\u3000'),
  ];
  for (const each of typed) expect(await wordsToBytes(each, 16), each).toEqual({ ok: true, value: secret });
});

it('V27: a slip is told from a sheet, and a wrong word is named by its place', async () => {
  const words = await bytesToWords(secret);
  const read = async (each: readonly string[]): Promise<unknown> => {
    const outcome = await wordsToBytes(each.join(' '), 16);
    return outcome.ok ? 'read' : outcome.error;
  };
  expect(await read(words.with(3, 'manlines'))).toEqual({ type: 'word-unknown', at: 4 });
  expect(await read(words.with(10, 'no-word'))).toEqual({ type: 'word-unknown', at: 11 });
  expect(await read(words.slice(0, 10))).toEqual({ type: 'word-count-wrong', found: 10, needed: 11 });
  expect(await read([...words, 'zoom'])).toEqual({ type: 'word-count-wrong', found: 12, needed: 11 });
  expect(await read([])).toEqual({ type: 'word-count-wrong', found: 0, needed: 11 });
  const differs = { type: 'check-word-differs' };
  expect(await read(words.with(4, 'abacus'))).toEqual(differs);
  expect(await read(words.with(10, 'abacus'))).toEqual(differs);
  expect(await read([...words.slice(1, 3), ...words.slice(0, 1), ...words.slice(3)])).toEqual(differs);
  // Ten times the last word of the list stand for more than 16 bytes hold.
  expect(await read(Array.from({ length: 11 }, () => 'zoom'))).toEqual(differs);
  expect(await unknownWord(['abacus', 'zoom'])).toBeUndefined();
});

it(`V27: of ${tried} words put in the place of one, the check word lets almost none through`, async () => {
  const words = await bytesToWords(secret);
  const { default: list } = await import('./data/eff-large-wordlist.json', { with: { type: 'json' } });
  let passed = 0;
  for (const word of list.words.filter((_, i) => i % (7776 / tried) === 0)) {
    if (word !== words[5] && (await wordsToBytes(words.with(5, word).join(' '), 16)).ok) passed++;
  }
  expect(passed).toBeLessThan(6);
});
