import { expect, it } from 'vitest';
import { progressWords } from './intake-words.ts';

it('progress says how many of how many, how fast and how long still', () => {
  expect(progressWords(0, 1, 5)).toBe('0 of 1 file …');
  expect(progressWords(50, 1000, 10)).toBe('50 of 1,000 files, 5.0 a second, 4 min left …');
  expect(progressWords(990, 1000, 198)).toBe('990 of 1,000 files, 5.0 a second, 2 s left …');
  expect(progressWords(100, 100_000, 100)).toBe('100 of 100,000 files, 1.0 a second, 28 h left …');
  expect(progressWords(3, undefined, 60)).toBe('3 files so far; Ctrl-C ends it …');
});
