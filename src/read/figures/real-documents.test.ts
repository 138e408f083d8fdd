import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim.ts';
import { readClaims } from '../claims/read-claims.ts';
import { readLayer } from '../read-layer.ts';
import { SAMPLE_PACK } from './gold-set.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/documents', import.meta.url));

/** Claims of the document whose name begins so; fails, rather than passing silently, where the documents are absent. */
function claimsOf(number: string): { readonly text: string; readonly claims: readonly Claim[] } {
  if (!existsSync(FOLDER))
    throw new Error('the real documents are not beside the repository: this test cannot pass without them');
  const name = readdirSync(FOLDER).find((file) => file.startsWith(`${number}_`));
  if (name === undefined) throw new Error(`document ${number} is missing`);
  const layer = readLayer(readFileSync(join(FOLDER, name)), { fileName: name });
  if (!layer.ok) throw new Error(`document ${number} makes no layer`);
  return { text: layer.value.text, claims: readClaims(layer.value, SAMPLE_PACK).claims };
}

describe('four translated notices on one page', () => {
  const wanted: readonly [number, string, string][] = [
    [93_000, '>', 'persons'],
    [26_000_000, '>', 'CNY'],
    [10_000_000, '>', 'CNY'],
    [30_000_000, '=', 'CNY/year'],
    [133_009, '=', 'persons'],
    [400_000, '~', 'persons'],
    [6_341, '=', 'cases'],
    [19, '=', 'cases'],
    [26, '=', 'persons'],
  ];

  it.each(wanted)('say %d, meant as %s, of %s', (value, op, unit) => {
    const { text, claims } = claimsOf('002');
    const found = claims.filter(({ quantity }) => quantity.some((one) => one.value === value));
    expect(found.flatMap(({ quantity }) => quantity.filter((one) => one.value === value))).toMatchObject([
      { op, unit },
    ]);
    for (const { passage } of found) expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
  });

  it('give no figure for what a period, a list number or a citation says', () => {
    const values = claimsOf('002').claims.flatMap(({ quantity }) => quantity.map(({ op, value }) => `${op}${value}`));
    expect(values).toContain('=21');
    expect(values).not.toContain('>21');
    expect(values).not.toContain('=1');
    expect(values).not.toContain('=5');
  });
});

describe('a news report on anonymous sources', () => {
  it('gives no figure of a real amount without its limit', () => {
    const money = claimsOf('004').claims.flatMap(({ quantity }) => quantity.filter(({ unit }) => unit === 'CNY'));
    expect(money.map(({ op, value }) => [op, value])).toEqual([
      ['<=', 1000],
      ['=', 2000],
      ['<=', 3000],
    ]);
  });
});
