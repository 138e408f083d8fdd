import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesOfWords, wordsOfBytes } from './word-code.ts';

// Made by a second implementation, in another language, from docs/vault.md. Words on paper must open what they opened.
const known = [
  {
    bytes: Uint8Array.from({ length: 16 }, (_, i) => i),
    words: 'abacus aversion lisp unblock grimace goes postbox ladylike dock fastness thinly',
  },
  {
    bytes: new Uint8Array(16).fill(0xff),
    words: 'humid rearview backshift target rebate recipient scroll patience proving crewmate outthink',
  },
  {
    bytes: new Uint8Array(16),
    words: 'abacus abacus abacus abacus abacus abacus abacus abacus abacus abacus survey',
  },
];

it('V45: the known words stand for the known bytes, both ways', async () => {
  for (const { bytes, words } of known) {
    expect((await wordsOfBytes(bytes, { count: 10, check: true })).join(' ')).toBe(words);
    expect(await bytesOfWords(words.split(' '), { length: 16, check: true })).toEqual(bytes);
    const bare = words.split(' ').slice(0, 10);
    expect(await wordsOfBytes(bytes, { count: 10 })).toEqual(bare);
    expect(await bytesOfWords(bare, { length: 16 })).toEqual(bytes);
  }
});

it('V45: fewer words than the bytes need are those of the remainder', async () => {
  const [first] = known;
  expect(await wordsOfBytes(first?.bytes ?? new Uint8Array(), { count: 6 })).toEqual(
    first?.words.split(' ').slice(4, 10),
  );
});

it('V45: a wrong word, a swapped one and a missing one are noticed; capitals and spaces are not', async () => {
  const words = (known[0]?.words ?? '').split(' ');
  const typed = (change: (list: string[]) => void): Promise<Uint8Array | undefined> => {
    const list = [...words];
    change(list);
    return bytesOfWords(list, { length: 16, check: true });
  };
  const swap = (list: string[], a: number, b: number): void => {
    [list[a], list[b]] = [list[b] ?? '', list[a] ?? ''];
  };
  expect(await typed((list) => swap(list, 2, 3))).toBeUndefined();
  expect(await typed((list) => list.splice(4, 1, 'zoom'))).toBeUndefined();
  expect(await typed((list) => list.splice(4, 1, 'Daybook'))).toBeUndefined();
  expect(await typed((list) => list.splice(10, 1))).toBeUndefined();
  // Ten times the last word of the list is more than sixteen bytes can hold.
  expect(
    await bytesOfWords(
      Array.from({ length: 10 }, () => 'zoom'),
      { length: 16 },
    ),
  ).toBeUndefined();
  expect(await typed((list) => list.splice(0, 2, ' ABACUS', 'Aversion '))).toEqual(known[0]?.bytes);
});

it('V45: any bytes come back from their words', async () => {
  for (let i = 0; i < 200; i++) {
    const bytes = new Uint8Array(randomBytes(16));
    const words = await wordsOfBytes(bytes, { count: 10, check: true });
    expect(await bytesOfWords(words, { length: 16, check: true })).toEqual(bytes);
  }
});
