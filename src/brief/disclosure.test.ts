import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft, name, PACK, type Page, persons, sentencesOf, sourceOf } from '../../test/brief/invented-source.ts';
import { canonicalJson } from '../base/index.ts';
import type { Claim, Mention, ThemePack } from '../read/index.ts';
import { briefToHtml } from './html.ts';
import { briefToMarkdown } from './markdown.ts';
import { briefParts } from './parts.ts';

describe('a draft holds back', () => {
  const quote = 'Crossers came, said Anna Bern, 34, of the Ferry group.';
  const held = (page: Partial<Page>) => {
    const brief = draft('crossers', [sourceOf({ blocks: [quote], claims: [{ quote: 'Crossers came' }], ...page })]);
    return [sentencesOf(brief).length, brief.heldBack.reasons];
  };

  it('B9: a passage in a language that was not searched for persons', () => {
    expect(held({ language: 'fr' })).toEqual([0, { 'unread-language': 1 }]);
  });

  it('B9: whatever mentions a person, an age, a handle, an unnamed source or a small group anywhere in the sentence', () => {
    const mention = (type: Mention['type'], surface: string) => held({ mentions: [{ type, surface }] });
    expect(mention('person', 'Anna Bern')).toEqual([0, { person: 1 }]);
    expect(mention('age', '34')).toEqual([0, { age: 1 }]);
    expect(mention('handle', 'Ferry')).toEqual([0, { handle: 1 }]);
    expect(mention('source', 'Anna')).toEqual([0, { 'unnamed-source': 1 }]);
    expect(mention('low-count', 'came')).toEqual([0, { 'small-group': 1 }]);
    expect(held({ mentions: [{ type: 'person', surface: 'Anna Bern', protection: 'byline' }] })).toEqual([1, {}]);
    expect(held({ mentions: [{ type: 'organisation', surface: 'Ferry', protection: 'public' }] })).toEqual([1, {}]);
    expect(held({ mentions: [{ type: 'organisation', surface: 'Ferry', protection: 'singling-out' }] })).toEqual([
      0,
      { other: 1 },
    ]);
  });

  it('B9: a count of ten or fewer people and a chain with an unnamed source, even when no mention was found', () => {
    const claim = (more: Partial<Claim>) => held({ claims: [{ quote: 'Crossers came', ...more }] });
    expect(claim({ quantity: [persons({ value: 10 })] })).toEqual([0, { 'small-group': 1 }]);
    expect(claim({ quantity: [persons({ low: 3, high: 40, op: '..' })] })).toEqual([0, { 'small-group': 1 }]);
    expect(claim({ quantity: [persons({ value: 11 })] })).toEqual([1, {}]);
    expect(claim({ quantity: [persons({ value: 4, unit: 'facilities' })] })).toEqual([1, {}]);
    expect(claim({ attribution: [{ role: 'quoted-source', name: null }] })).toEqual([0, { 'unnamed-source': 1 }]);
    expect(claim({ attribution: [{ role: 'speaker', name: 'a clerk', type: 'anonymous' }] })).toEqual([
      0,
      { 'unnamed-source': 1 },
    ]);
    expect(claim({ attribution: [{ role: 'translator/host', name: null }] })).toEqual([1, {}]);
  });

  it('B11: a name that is cut by what nobody sees, or spelt in other letters, is that name', () => {
    const spelt = (words: string) =>
      draft('crossers', [
        sourceOf({ blocks: ['Anna Bern left.'], mentions: [{ type: 'person', surface: 'Anna Bern' }] }),
        sourceOf({ blocks: [`Crossers met ${words} there.`], claims: [{ quote: 'Crossers met' }] }),
      ]).heldBack.reasons;
    for (const words of [
      'Anna Bern',
      'Anna B\u00ADern',
      'An\u200Bna Ber\u200Dn',
      'ANNA BERN',
      'Ａnna Ｂern',
      'Anna\u2028Bern',
    ])
      expect([words, spelt(words)]).toEqual([words, { person: 1 }]);
    expect(spelt('Anna Born')).toEqual({});
    expect(spelt('a man, 3\u00AD4 years old')).toEqual({ age: 1 });
    for (const unseen of ['\u00AD', '\u034F', '\u3164', '\uFFA0'])
      expect(spelt(`a man, 34 ye${unseen}ars old`)).toEqual({ age: 1 });
  });

  it('B9: a whole sentence for the sake of one of its claims', () => {
    const sentence = 'Of 900 crossers 3 were fined.';
    const claims = [{ quote: 'Of 900 crossers' }, { quote: '3 were fined', quantity: [persons({ value: 3 })] }];
    expect(held({ blocks: [sentence], claims })).toEqual([0, { 'small-group': 1 }]);
  });

  it('B9: plain signs in three languages, even when no mention was found', () => {
    const sign = (quote: string, language: string) =>
      Object.keys(draft('Finance', [sourceOf({ language, blocks: [quote], claims: [{ quote }] })]).heldBack.reasons)[0];
    const signs = (language: string, quotes: readonly string[]) => quotes.map((quote) => sign(quote, language));
    expect(
      signs('en', [
        'A 34-year-old crosser left.',
        'A crosser aged 34 left.',
        'A crosser in her late thirties left.',
        'Seven women left.',
        'A clerk spoke on condition of anonymity.',
        'Posted by @quietgranary.',
        'Section 3 people come first in line, at 310 people.',
        'Some 1,003 people left.',
      ]),
    ).toEqual(['age', 'age', 'age', 'small-group', 'unnamed-source', 'handle', 'small-group', undefined]);
    expect(
      signs('zh-Hans', [
        '越境者34岁。',
        '越境者两人离开。',
        '越境者二十三人离开。',
        '越境者1万2千人。',
        '不愿透露姓名的职员说。',
        '人口普查第三人口。',
      ]),
    ).toEqual(['age', 'small-group', undefined, undefined, 'unnamed-source', undefined]);
    expect(
      signs('ko', [
        '월경자는 34세였다.',
        '월경자 두 명이 떠났다.',
        '월경자 3명.',
        '월경자 2만 3명.',
        '월경자 13명.',
        '익명을 요구했다.',
      ]),
    ).toEqual(['age', 'small-group', 'small-group', undefined, undefined, 'unnamed-source']);
  });

  it('B10: a place finer than a county, unless a county has the same name', () => {
    const at = (blocks: string, packs: readonly ThemePack[]) =>
      draft('crossers', [sourceOf({ blocks: [blocks], claims: [{ quote: 'Crossers' }] })], { packs }).heldBack.reasons;
    const twin = { ...PACK.places[0], id: 'XL-other', names: [name('Tamrin')], showAs: 'XL-other' };
    const both: ThemePack = {
      ...PACK,
      places: [...PACK.places, { type: 'county', countries: [], source: '', ...twin }],
    };
    expect([
      at('Crossers in Tamrin.', [PACK]),
      at('Crossers in Tamrina.', [PACK]),
      at('Crossers in Tamrin.', [both]),
    ]).toEqual([{ 'fine-place': 1 }, {}, {}]);
  });

  it('B11: a name that is protected in one source from the title, publisher, chain and query of another', () => {
    const secret = sourceOf({ blocks: ['Anna Bern slept.'], mentions: [{ type: 'person', surface: 'Anna Bern' }] }, 1);
    const page = {
      title: 'What Anna Bern saw',
      publisher: 'Anna Bern',
      blocks: ['# What Anna Bern saw', 'Crossers came.'],
    };
    const other = sourceOf({ ...page, claims: [{ quote: 'Crossers came' }] }, 2);
    const chained = sourceOf(
      {
        blocks: ['Crossers left.'],
        claims: [{ quote: 'Crossers left', attribution: [{ role: 'author', name: 'Ms Anna  BERN' }] }],
      },
      3,
    );
    const brief = draft('crossers', [secret, other, chained]);
    const output = briefToHtml(brief) + briefToMarkdown(brief);
    expect([sentencesOf(brief).length, brief.heldBack.reasons, /anna/i.test(output)]).toEqual([
      1,
      { person: 1 },
      false,
    ]);
    expect(draft('crossers of anna bern', [secret, other]).about).toBeUndefined();
  });

  it('B12: a title that stands only in the page’s head, where nobody looked for persons', () => {
    const page = (title: string) =>
      sourceOf({ title, blocks: ['# Crossers came', 'Crossers came.'], claims: [{ quote: 'Crossers came.' }] });
    const titleOf = (title: string) => draft('crossers', [page(title)]).sections[0]?.sentences[0]?.note.title;
    expect([titleOf('Crossers came | The Courier'), titleOf('Anna Bern in flight')]).toEqual([
      'Crossers came',
      'Crossers came',
    ]);
  });

  it('B11: every protected word, whatever the page says', () => {
    const words = fc.constantFrom(
      'crossers',
      'came',
      'Anna',
      'Bern',
      '林河',
      '김물결',
      'quiet_7',
      'two people',
      'left.',
      'of',
      '34',
      '3,400',
    );
    const page = fc.array(fc.array(words, { minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 6 });
    const types = fc.constantFrom<Mention['type']>('person', 'handle', 'source', 'low-count', 'age');
    fc.assert(
      fc.property(
        page,
        page,
        fc.constantFrom('Anna', 'Bern', 'Anna Bern', '林河', '김물결', 'quiet_7', 'two people'),
        types,
        (one, two, surface, type) => {
          const texts = [one, two].map((blocks) => blocks.map((block) => block.join(' ')));
          const sources = texts.map((blocks, at) =>
            sourceOf(
              {
                title: blocks[0] ?? '',
                publisher: blocks.at(-1) ?? '',
                blocks,
                claims: blocks.map((quote) => ({ quote, attribution: [{ role: 'issuer', name: quote }] })),
                mentions: at === 0 && blocks.some((block) => block.includes(surface)) ? [{ type, surface }] : [],
              },
              at + 1,
            ),
          );
          const [first] = sources;
          if (first?.reading.mentions.length !== 1) return;
          // Groups, ages and unnamed sources are told by words that mean nothing elsewhere.
          const scope = type === 'person' || type === 'handle' ? sources : [first];
          const brief = draft('crossers', scope);
          const output = [
            briefToHtml(brief),
            briefToMarkdown(brief).replaceAll('\\', ''),
            ...briefParts(brief).map(({ body }) => canonicalJson(body)),
          ];
          expect(output.filter((text) => text.includes(surface))).toEqual([]);
        },
      ),
      { numRuns: process.env['SLOW'] === '1' ? 5_000 : 200 },
    );
  });
});
