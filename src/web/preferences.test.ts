import { describe, expect, it } from 'vitest';
import { nearestLanguage } from './preferences.ts';

describe('the language that a browser asks for', () => {
  it.each([
    ['en-GB', 'en'],
    ['ko-KP', 'ko'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['fr', undefined],
  ])('%s', (tag, expected) => {
    expect(nearestLanguage(tag)).toBe(expected);
  });
});
