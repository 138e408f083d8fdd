import { describe, expect, it } from 'vitest';
import { readClaims } from './claims/read-claims.ts';
import { READER } from './claims/reader.ts';
import { readingToClaimsJson } from './claims-json.ts';
import { SAMPLE_PACK, sentenceLayer } from './figures/gold-set.ts';

const layer = sentenceLayer('Police detained three men near Orrin.', { language: 'en', date: '2011-05-04' });
const reading = readClaims(layer, SAMPLE_PACK);

describe('claims JSON', () => {
  it('writes quotes and surfaces as they stand', () => {
    expect(readingToClaimsJson('notice.txt', layer, reading)).toEqual({
      file: 'notice.txt',
      reader: { name: READER.name, version: READER.version },
      claims: [
        {
          kind: 'event',
          quote: 'Police detained three men near Orrin.',
          start: 0,
          end: 37,
          attribution: [],
          date: { stated: null, norm: '2011-05-04', basis: { from: 'metadata', start: 0, end: 0 } },
          place: [{ stated: 'Orrin', norm: 'Orrin' }],
          quantity: [
            { stated: 'three', value: 3, low: null, high: null, unit: 'persons', counts: 'men near Orrin', op: '=' },
          ],
          hedge: null,
          rule: null,
          event: { who: 'Police', did: 'detained', whom: 'three men' },
          risk: { category: 'enforcement', direction: 'up' },
          option: null,
          stance: null,
        },
      ],
      mentions: [
        {
          surface: 'three men',
          start: 16,
          end: 25,
          type: 'low-count',
          protection: 'singling-out',
          reason: 'small-count',
          quasiIdentifiers: ['count', 'sex', 'custody'],
        },
      ],
    });
  });

  it('F13: writes units of the format, and the finer ones of the reader where they are asked for', () => {
    const text = '巡逻队在河岸两公里内的四个村搜查，每户罚款九百元，其中三分之一没有交。';
    const chinese = sentenceLayer(text, { language: 'zh' });
    const read = readClaims(chinese, SAMPLE_PACK);
    const units = (options: { readonly units?: 'format' | 'reader' }): unknown =>
      [readingToClaimsJson('notice.txt', chinese, read, options)].flatMap(({ claims }) =>
        (claims as { quantity: { value: number; unit: string; per?: string }[] }[]).flatMap(({ quantity }) =>
          quantity.map(({ value, unit, per }) => [value, unit, ...(per === undefined ? [] : [per])]),
        ),
      );
    expect(units({})).toEqual([
      [2000, 'metres'],
      [4, 'items'],
      [900, 'CNY', 'household'],
      [0.3333, 'share'],
    ]);
    expect(units({ units: 'reader' })).toEqual([
      [2, 'km'],
      [4, 'places'],
      [900, 'CNY/household'],
      [1 / 3, 'share'],
    ]);
  });

  it('writes neither words nor number of a protected mention unless it is revealed', () => {
    const written = JSON.stringify(readingToClaimsJson('notice.txt', layer, reading, { reveal: false }));
    expect(written).toContain('Police detained ▒▒▒ near Orrin.');
    expect(written).not.toMatch(/three|"value":3/);
  });
});
