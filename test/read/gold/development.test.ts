import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const bytesOf = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));
const words = z.string().trim().min(1);

describe.each(['development.json', 'development-two.json'])('%s', (name) => {
  const bytes = bytesOf(name);
  const marked = z.looseObject({ start: z.int(), end: z.int() });
  const { items } = z
    .object({
      items: z.array(
        z.looseObject({
          id: words,
          text: words,
          claims: z.array(marked.extend({ quote: words, kind: words })).min(10),
          mentions: z.array(marked.extend({ surface: words, protection: words })),
        }),
      ),
    })
    .parse(JSON.parse(bytes.toString('utf8')));

  it('is the set whose digest the page states', () => {
    expect(bytesOf('README.md').toString('utf8')).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('quotes its own texts at the places that it gives', () => {
    const strange = items.flatMap(({ id, text, claims, mentions }) => [
      ...claims.filter(({ quote, start, end }) => text.slice(start, end) !== quote).map(({ quote }) => `${id}: ${quote}`),
      ...mentions.filter((one) => text.slice(one.start, one.end) !== one.surface).map((one) => `${id}: ${one.surface}`),
    ]);
    expect(strange).toEqual([]);
  });
});
