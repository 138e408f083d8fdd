import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from './matches.ts';

describe('matches of a pattern', () => {
  it.each([/\d+/g, /(?<year>\d{4})|a(b)?/gu, /x*/g, /x*/gu, /(?<=1)|$/gu, /[\u{20000}-\u{2ffff}]/gu, /^./gm])(
    'are those that matchAll gives, of %s',
    (pattern) => {
      const letters = fc.constantFrom('1', '2004', 'a', 'ab', 'x', '\u{20BB7}', '\ud842', '\n', ' ', '말');
      fc.assert(
        fc.property(fc.array(letters, { maxLength: 12 }), (pieces) => {
          const text = pieces.join('');
          expect(matchesIn(text, pattern)).toEqual([...text.matchAll(pattern)]);
        }),
      );
    },
  );

  it('are found anew from the beginning, wherever the pattern was left', () => {
    const pattern = /a/g;
    pattern.lastIndex = 3;
    expect(matchesIn('aaaa', pattern)).toHaveLength(4);
  });

  it('are asked of global patterns alone', () => {
    expect(() => matchesIn('aa', /a/)).toThrow();
  });
});
