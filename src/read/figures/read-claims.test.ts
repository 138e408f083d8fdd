import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { Layer, LayerDocument } from '../layer.ts';
import { SAMPLE_PACK, sentenceLayer } from './gold-set.ts';

const NOTICE = `Report on the Shelters

According to statistics from the river patrols, town clerks and relief office, the number of newcomers still in our county has exceeded 8,200. Last year alone we spent over 3 million crowns, which is not enough. There were 14 court cases, and 31 citizens were fined for letting rooms.

4 February 2011
Relief Office of Varnow County, Tessany province`;

/** The notice as one document with issuer and date in its closing block. */
function notice(): Layer {
  const layer = sentenceLayer(NOTICE, { language: 'en' });
  const at = (words: string): { readonly start: number; readonly end: number } => {
    const start = layer.text.indexOf(words);
    return { start, end: start + words.length };
  };
  const issuer = 'Relief Office of Varnow County, Tessany province';
  const document: LayerDocument = {
    start: 0,
    end: layer.text.length,
    issuer: { value: issuer, from: 'closing-block', ...at(issuer) },
    date: { value: '2011-02-04', from: 'closing-block', ...at('4 February 2011') },
    language: 'en',
  };
  return { ...layer, documents: [document] };
}

const claimOf = (claims: readonly Claim[], value: number): Claim | undefined =>
  claims.find(({ quantity }) => quantity.some((one) => one.value === value));

describe('the figures of a notice', () => {
  it('gives a figure its comparator, what it counts, its place, its date and the whole chain behind it', () => {
    const layer = notice();
    const { passage: _, ...said } = claimOf(readClaims(layer, SAMPLE_PACK).claims, 8200) ?? {};
    const basis = (words: string, from: string): object => ({
      from,
      start: layer.text.indexOf(words),
      end: layer.text.indexOf(words) + words.length,
    });
    expect(said).toEqual({
      kind: 'statistic',
      attribution: [
        {
          role: 'data-source',
          name: 'river patrols, town clerks and relief office',
          type: 'organisation',
          basis: basis('river patrols, town clerks and relief office', 'same-sentence'),
        },
        {
          role: 'issuer',
          name: 'Relief Office of Varnow County, Tessany province',
          basis: basis('Relief Office of Varnow County, Tessany province', 'closing-block'),
        },
      ],
      date: { stated: 'still', norm: '2011-02-04', basis: basis('4 February 2011', 'document-date') },
      place: [{ stated: 'our county', norm: 'Varnow', id: 'XA-2', basis: basis('Varnow County', 'closing-block') }],
      quantity: [
        {
          stated: 'exceeded 8,200',
          value: 8200,
          low: 8200,
          high: null,
          unit: 'persons',
          counts: 'newcomers still in our county',
          op: '>',
        },
      ],
      hedge: [],
      rule: null,
      event: null,
      signal: { category: 'host-community', direction: 'up', stated: 'newcomers' },
      option: null,
      stance: null,
    });
  });

  it('makes two claims of two statements in one sentence', () => {
    const quotes = readClaims(notice(), SAMPLE_PACK).claims.map(({ passage }) => passage.quote);
    expect(quotes).toContain('There were 14 court cases');
    expect(quotes).toContain('31 citizens were fined for letting rooms.');
  });

  it('resolves last year against the date of its own document', () => {
    expect(claimOf(readClaims(notice(), SAMPLE_PACK).claims, 3_000_000)?.date).toMatchObject({
      stated: 'Last year',
      norm: '2010',
    });
  });

  it('lets every quote stand at its offsets', () => {
    const layer = notice();
    const { claims } = readClaims(layer, SAMPLE_PACK);
    expect(claims.length).toBeGreaterThan(3);
    for (const { passage } of claims) expect(layer.text.slice(passage.start, passage.end)).toBe(passage.quote);
  });

  it('does not take a source from one paragraph into the next', () => {
    const text = 'According to a trader, 40 boats left.\n\nThe fleet has 300 boats.';
    const { claims } = readClaims(sentenceLayer(text, { language: 'en' }), SAMPLE_PACK);
    expect(claims.map(({ attribution }) => attribution)).toEqual([
      [{ role: 'quoted-source', name: null, type: 'anonymous', basis: { from: 'same-sentence', start: 13, end: 21 } }],
      [],
    ]);
  });

  it('names nobody where the text only says that it is estimated', () => {
    const { claims } = readClaims(
      sentenceLayer('It is estimated that 400 boats left.', { language: 'en' }),
      SAMPLE_PACK,
    );
    expect(claims[0]).toMatchObject({ attribution: [], hedge: ['It is estimated'] });
  });

  it('leaves an ambiguous place open and says what it could be', () => {
    const [place] = SAMPLE_PACK.places;
    const twin = place === undefined ? [] : [{ ...place, id: 'XB-7' }];
    const pack = { ...SAMPLE_PACK, places: [...SAMPLE_PACK.places, ...twin] };
    const { claims } = readClaims(sentenceLayer('There are 40 boats in Tessany.', { language: 'en' }), pack);
    expect(claims[0]?.place).toEqual([{ stated: 'Tessany', candidates: ['XA-1', 'XB-7'] }]);
  });

  it('gives no date where neither the sentence nor the document has one', () => {
    const { claims } = readClaims(sentenceLayer('There are 40 boats.', { language: 'en' }), SAMPLE_PACK);
    expect(claims[0]?.date).toBeNull();
  });

  it('reads nothing from a language it has no rules for', () => {
    const { claims } = readClaims(sentenceLayer('Il y a 400 bateaux.', { language: 'fr' }), SAMPLE_PACK);
    expect(claims).toEqual([]);
  });
});
