import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Layer, type Reading, readingOf, readLayer } from '../read/index.ts';
import { type ClaimView, chainWords, claimViews, figureRows, quantityWords } from './figure-view.ts';
import { findInstallation } from './paths.ts';
import { openDefaultPack } from './theme-packs.ts';

const installation = findInstallation(pathToFileURL(join(import.meta.dirname, 'paths.ts')).href);

function read(text: string): { readonly layer: Layer; readonly reading: Reading } {
  const layer = readLayer(new TextEncoder().encode(text), { fileName: 'page.txt' });
  if (!layer.ok) throw new Error(layer.error.type);
  return { layer: layer.value, reading: readingOf(layer.value, openDefaultPack(installation).pack).reading };
}

function view(claim: Partial<ClaimView>): ClaimView {
  return { kind: 'statistic', quote: '', attribution: [], date: null, place: [], quantity: [], ...claim };
}

describe('a figure in a table', () => {
  it('keeps its comparator; an estimate, a range and a vague number keep the words of the text', () => {
    const words = [
      ['more than 93,000', { op: '>', value: 93_000, stated: 'exceeded 93,000', unit: 'persons' }],
      ['up to 2,500 crowns', { op: '<=', value: 2500, stated: 'no more than 2,500', unit: 'crowns' }],
      ['at least 15 %', { op: '>=', value: 15, stated: 'at least 15 per cent', unit: 'percent' }],
      ['12 percent a year', { op: '=', value: 12, stated: '12 percent a year', unit: 'percent/year' }],
      ['“close to 400,000”', { op: '~', value: 400_000, stated: 'close to 400,000', unit: 'persons' }],
      ['“between 300 and 350”', { op: '..', value: null, stated: 'between 300 and 350', unit: 'items' }],
      ['“many”', { op: '?', value: null, stated: 'many', unit: 'persons' }],
    ] as const;
    expect(words.map(([, quantity]) => quantityWords({ counts: '', ...quantity }))).toEqual(
      words.map(([text]) => text),
    );
  });

  it('says who, through whom, when and where, and marks a date that the passage does not state', () => {
    const quantity = [{ op: '=', value: 7, stated: '7', unit: 'persons', counts: 'families' }] as const;
    const date = (norm: string | null, stated: string | null, basis?: object) => ({ norm, stated, basis });
    const rows = [
      view({ quantity, date: date('2004-10-19', null, {}) }),
      view({ quantity, date: date('../2004-12-31', 'by the end of 2004') }),
      view({ quantity, date: date('2016-08-01/2016-08-08', 'first week') }),
      view({ quantity, date: date(null, 'at present') }),
      view({
        quantity,
        place: [
          { stated: 'the county', norm: 'XL-1 First County' },
          { stated: 'the country', norm: 'XL' },
        ],
      }),
    ].flatMap(figureRows);
    expect(rows.map(({ when }) => when)).toEqual([
      '2004-10-19*',
      'until 2004-12-31',
      '2016-08-01 to 2016-08-08',
      'at present',
      '',
    ]);
    expect(rows.at(-1)?.where).toBe('First County; the country');
    const attribution = [
      { role: 'data-source', name: null, type: 'anonymous' },
      { role: 'newspaper', name: 'The Lantern' },
      { role: 'translator', name: null },
    ];
    expect(figureRows(view({ quantity, attribution })).map(chainWords)).toEqual([
      'unnamed source ← The Lantern ← not named',
    ]);
  });

  it('is veiled with its number when it counts a few people, and stands when it is asked for', () => {
    const { layer, reading } = read('The society said that three women crossed the lake in May 2018.\n');
    const shown = JSON.stringify(claimViews(layer, reading, { reveal: false }).flatMap(figureRows));
    expect(shown).toContain('▒▒▒');
    expect(shown).not.toMatch(/three|women|"3"/);
    expect(JSON.stringify(claimViews(layer, reading, { reveal: true }))).toContain('three women');
  });

  it('of the bundled samples has words for every claim that is read', () => {
    const name = '01-four-notices.txt';
    const { layer, reading } = read(readFileSync(join(installation.examples, name), 'utf8'));
    const rows = claimViews(layer, reading, { reveal: true }).flatMap(figureRows);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect([row.value, row.who]).not.toContain('');
  });
});
