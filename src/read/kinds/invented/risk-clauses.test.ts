import { describe, expect, it } from 'vitest';
import { readStatement } from '../statement.ts';
import { CHINESE_CLAUSES } from './chinese-clauses.ts';
import { ENGLISH_CLAUSES } from './english-clauses.ts';
import { KOREAN_CLAUSES } from './korean-clauses.ts';
import { type Share, sharesOf } from './risk-clauses.ts';

function atLeast([right, of]: Share, share: number): void {
  expect(of).toBeGreaterThan(0);
  expect(right / of).toBeGreaterThanOrEqual(share);
}

describe('RK13', () => {
  it.each([
    ['en', ENGLISH_CLAUSES],
    ['zh', CHINESE_CLAUSES],
    ['ko', KOREAN_CLAUSES],
  ] as const)('most invented clauses of every risk, option and side are read, in %s', (lang, clauses) => {
    for (const half of ['built', 'held'] as const) {
      const shares = sharesOf(clauses, lang, half);
      atLeast(shares.category, 0.7);
      atLeast(shares.direction, 0.8);
      atLeast(shares.option, 0.8);
      atLeast(shares.side, 0.6);
      atLeast(shares.nothing, 0.7);
    }
  });

  it.each([
    ['en', 'news', 'Guards at the frontier shot a man who was wading across.', 'use-of-force up'],
    ['en', 'notice', 'It is forbidden to leave the village after dark.', 'social-control up'],
    ['en', 'report', 'Clinics in the port take no patients without a card.', 'access-to-services up'],
    ['zh', 'news', '江边的士兵开枪打伤了一名渔民。', 'use-of-force up'],
    ['zh', 'roundtable', '境外汇款要三个月才能到账。', 'funding up'],
    ['ko', 'notice', '의심스러운 자를 보면 즉시 신고하라.', 'informing up'],
    ['ko', 'news', '집집마다 외출할 때 통행증을 내보여야 한다.', 'social-control up'],
  ] as const)(
    'two words of a subject name it, and the closer kind comes first: %s %s %s',
    (lang, genre, text, risk) => {
      const { signal } = readStatement({ text, lang, genre });
      expect(`${signal?.category} ${signal?.direction}`).toBe(risk);
    },
  );

  it('one word of a subject alone is no risk', () => {
    expect(readStatement({ text: 'The town lies on a river.', lang: 'en', genre: 'news' }).signal).toBeNull();
  });
});
