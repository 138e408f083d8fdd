import { expect, it } from 'vitest';
import { wordsOfBytes } from './word-code.ts';

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

it('V45: the known words stand for the known bytes', async () => {
  for (const { bytes, words } of known) {
    const bare = words.split(' ').slice(0, 10);
    expect(await wordsOfBytes(bytes, 10)).toEqual(bare);
  }
});

it('V45: fewer words than the bytes need are those of the remainder', async () => {
  const [first] = known;
  expect(await wordsOfBytes(first?.bytes ?? new Uint8Array(), 6)).toEqual(first?.words.split(' ').slice(4, 10));
});
