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

  it('writes neither words nor number of a protected mention unless it is revealed', () => {
    const written = JSON.stringify(readingToClaimsJson('notice.txt', layer, reading, { reveal: false }));
    expect(written).toContain('Police detained ▒▒▒ near Orrin.');
    expect(written).not.toMatch(/three|"value":3/);
  });
});
