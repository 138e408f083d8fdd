import { expect, it } from 'vitest';
import { parsePartialDate } from './calendar.ts';
import { findDates } from './date-expression.ts';
import { findFigures } from './figure-span.ts';
import gold from './gold/sentences.json' with { type: 'json' };
import { tokensOf } from './tokens.ts';
import { findVague } from './vague.ts';

const key = (q: { op: string; value: number | null; low: number | null; high: number | null; unit: string }): string =>
  `${q.op} ${q.value === null ? '' : Number(q.value.toPrecision(10))} [${q.low},${q.high}] ${q.unit}`;

it('x', () => {
  let ok = 0,
    want = 0,
    got = 0,
    perfect = 0;
  for (const s of gold.sentences) {
    const tokens = tokensOf(s.text);
    const dates = findDates(tokens, parsePartialDate(s.documentDate));
    const figures = findFigures(tokens, { dates, skipped: () => false, earlierUnit: undefined });
    const vague = findVague(tokens, (t) => figures.some((f) => f.first <= t && t < f.next), undefined);
    const g = s.figures.map(key).sort(),
      p = [...figures, ...vague].map(key).sort();
    want += g.length;
    got += p.length;
    ok += g.filter((x) => p.includes(x)).length;
    const d = (s as { date?: string }).date;
    const dn = dates.map((x) => x.norm);
    if (JSON.stringify(g) === JSON.stringify(p) && (d === undefined || dn.includes(d))) perfect++;
    else console.log(s.text, '\n  G', g, d ?? '', '\n  P', p, dn);
  }
  console.log({ ok, want, got, perfect, n: gold.sentences.length });
  expect(1).toBe(1);
});
