import { describe, expect, it } from 'vitest';
import { measuredClauses, sharesOf } from './kind-clauses.ts';

describe('RK14: invented clauses are read right as often as docs/read-kinds.md says', () => {
  it.each([
    ['en', 'built', 0.95],
    ['en', 'held-out', 0.83],
    ['zh', 'built', 0.93],
    ['zh', 'held-out', 0.86],
    ['ko', 'built', 0.95],
    ['ko', 'held-out', 0.87],
  ] as const)('kinds of %s, the half that is %s', (lang, half, least) => {
    const clauses = measuredClauses(lang, half);
    expect(clauses.length).toBeGreaterThan(60);
    expect(sharesOf(clauses).kind).toBeGreaterThanOrEqual(least);
  });
});
