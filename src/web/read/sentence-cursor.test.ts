import { expect, test } from 'vitest';
import { cursorSpan, moveCursor } from './sentence-cursor.ts';

const SENTENCES = [
  { start: 0, end: 5 },
  { start: 6, end: 9 },
  { start: 11, end: 20 },
];

test('the cursor begins near what is looked at, moves, and stops at both ends', () => {
  const first = moveCursor(SENTENCES, undefined, { step: 1, extend: false, near: 7 });
  expect(first).toEqual({ anchor: 1, head: 1 });
  expect(moveCursor(SENTENCES, first, { step: -1, extend: false, near: 0 })).toEqual({ anchor: 0, head: 0 });
  expect(moveCursor(SENTENCES, { anchor: 2, head: 2 }, { step: 1, extend: false, near: 0 })).toEqual({
    anchor: 2,
    head: 2,
  });
  expect(moveCursor([], undefined, { step: 1, extend: false, near: 0 })).toBe(undefined);
});

test('it grows and shrinks from where it began, either way', () => {
  const grown = moveCursor(SENTENCES, { anchor: 1, head: 1 }, { step: 1, extend: true, near: 0 });
  expect(cursorSpan(SENTENCES, grown)).toEqual({ start: 6, end: 20 });
  expect(cursorSpan(SENTENCES, { anchor: 1, head: 0 })).toEqual({ start: 0, end: 9 });
  expect(cursorSpan(SENTENCES, undefined)).toBe(undefined);
});
