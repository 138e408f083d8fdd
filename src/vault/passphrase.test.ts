import { createHash, randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import list from './data/eff-large-wordlist.json' with { type: 'json' };
import { generatePassphrase, normalisePassphrase, passphraseProblem } from './passphrase.ts';

it('V21: the word list is the one that the EFF published', () => {
  // Five dice, most significant first, in the order of the list: base six, digits 1 to 6.
  const lines = list.words.map((word, index) => {
    const dice = index
      .toString(6)
      .padStart(5, '0')
      .replaceAll(/./g, (digit) => String(Number(digit) + 1));
    return `${dice}\t${word}\n`;
  });
  expect([list.words.length, new Set(list.words).size]).toEqual([6 ** 5, 6 ** 5]);
  expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(list.sha256);
});

it('V21: a generated passphrase is six words drawn one by one, and will do', async () => {
  const words = new Set(list.words);
  for (let i = 0; i < 50; i++) {
    const passphrase = await generatePassphrase({ randomInt: (below) => randomInt(below) });
    expect(passphrase.split(' ').every((word) => words.has(word))).toBe(true);
    expect(passphrase.split(' ')).toHaveLength(6);
    expect([normalisePassphrase(passphrase), passphraseProblem(passphrase)]).toEqual([passphrase, undefined]);
  }
  const counting = [0, 7775, 1];
  const asked: number[] = [];
  const drawn = await generatePassphrase({
    words: 3,
    randomInt: (below) => {
      asked.push(below);
      return counting.shift() ?? 0;
    },
  });
  expect([drawn, asked]).toEqual(['abacus zoom abdomen', [7776, 7776, 7776]]);
  await expect(generatePassphrase({ randomInt: () => 7776 })).rejects.toThrow('out of range');
});

it('V5: normalising twice is normalising once, and equal texts give equal bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = normalisePassphrase(text);
      expect(normalisePassphrase(once)).toBe(once);
      expect(normalisePassphrase(text.normalize('NFD'))).toBe(once);
    }),
    { numRuns: process.env['SLOW'] === '1' ? 20_000 : 300 },
  );
  expect(normalisePassphrase('\uFEFF\t한국어　 ＡＢＣ \r\n')).toBe('한국어 ABC');
});

it('V22: a new passphrase below the floor is refused with the reason', () => {
  const problems: readonly (readonly [string, string | undefined])[] = [
    ['', 'too-short'],
    ['eleven char', 'too-short'],
    ['   a     b    c  ', 'too-short'],
    ['바다위의등불아래서기다린', undefined],
    ['海上明月共潮生天涯', 'too-short'],
    ['abababababababab', 'too-simple'],
    ['1234 5678 9012 3456', 'too-simple'],
    ['１２３４５６７８９０１２３', 'too-simple'],
    ['a line\u0000with a null', 'unusual-character'],
    ['a private \uE000 character', 'unusual-character'],
    ['a lone \uD800 surrogate', 'unusual-character'],
    ['not assigned \u{50000} here', 'unusual-character'],
    ['twelve chars', undefined],
    ['abcdefgh'.repeat(129), 'too-long'],
  ];
  for (const [passphrase, type] of problems) expect(passphraseProblem(passphrase)?.type, passphrase).toBe(type);
});
