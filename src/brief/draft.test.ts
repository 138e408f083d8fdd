import { describe, expect, it } from 'vitest';
import { BRIEF, draft, PACK, type Page, persons, sentencesOf, sourceOf } from '../../test/brief/invented-source.ts';
import { canonicalJson } from '../base/index.ts';
import type { Attribution, Claim } from '../read/index.ts';
import { briefToHtml } from './html.ts';
import { briefToMarkdown } from './markdown.ts';
import { briefParts } from './parts.ts';

function linesOf(quote: string, claim: Partial<Claim>, page: Partial<Page> = {}): string[] {
  return sentencesOf(draft('crossers', [sourceOf({ blocks: [quote], claims: [{ quote, ...claim }], ...page })]));
}

describe('a drafted sentence', () => {
  it('B2: says who put what at how much, with the comparator, the place and where the date comes from', () => {
    const sentence = 'The number of unregistered crossers has exceeded 18,400.';
    const claim: Partial<Claim> = {
      quantity: [persons({ stated: '18,400', value: 18400, low: 18400, op: '>' })],
      place: [{ stated: 'Ditvar', norm: 'XL Ditvar', id: 'XL-ditvar' }],
      date: { stated: null, norm: '2012-10-03', basis: { from: 'closing-block', start: 0, end: 3 } },
    };
    const source = sourceOf({ blocks: [sentence], claims: [{ quote: sentence, ...claim }] });
    expect(sentencesOf(draft('crossers', [source], { packs: [PACK] }))).toEqual([
      'Omrek Bureau of Finance put unregistered crossers at more than 18,400 (Ditvar County; 3 October 2012, dated by its closing block).',
    ]);
  });

  it('B3: keeps "close to" as it stands, since it is not "about"', () => {
    expect(
      linesOf('There are close to 75,000 unregistered crossers.', {
        quantity: [persons({ stated: 'close to 75,000', value: 75000, op: '~' })],
      }),
    ).toEqual(['Omrek Bureau of Finance: There are close to 75,000 unregistered crossers.']);
    expect(
      linesOf('Unregistered crossers number close to 75,000.', {
        quantity: [persons({ stated: 'close to 75,000', value: 75000, op: '~', counts: 'Unregistered crossers' })],
      }),
    ).toEqual(['Omrek Bureau of Finance put Unregistered crossers at close to 75,000.']);
  });

  it('B2: quotes whatever says more than a bare count: an act, a total, a condition, a hedge, another language', () => {
    const quotes = [
      'The stations returned 41,730 unregistered crossers.',
      'Unregistered crossers were 41,730 in all.',
      'Unregistered crossers were 41,730 unless the survey is wrong.',
    ];
    for (const quote of quotes) {
      const counts = quote.includes('Unregistered') ? 'Unregistered crossers' : 'unregistered crossers';
      expect(linesOf(quote, { quantity: [persons({ stated: '41,730', value: 41730, counts })] })).toEqual([
        `Omrek Bureau of Finance: ${quote}`,
      ]);
    }
    const hedged = 'Unregistered crossers were 41,730.';
    const quantity = [persons({ stated: '41,730', value: 41730, counts: 'Unregistered crossers' })];
    expect(linesOf(hedged, { quantity, hedge: ['were'] })).toEqual([`Omrek Bureau of Finance: ${hedged}`]);
    expect(linesOf(hedged, { quantity }, { language: 'ko' })).toEqual([`Omrek Bureau of Finance: ${hedged}`]);
  });

  it('B4: quotes the whole sentence, so that a condition at its other end is not lost', () => {
    const whole = 'Patrols may fire on crossers if they resist arrest, a notice says.';
    const source = sourceOf({
      blocks: [`Rye is cheap. ${whole} Snow fell.`],
      claims: [{ quote: 'may fire on crossers', kind: 'rule' }],
    });
    const brief = draft('crossers', [source]);
    expect([sentencesOf(brief), brief.sections[0]?.sentences[0]?.note.quote]).toEqual([
      [`Omrek Bureau of Finance: ${whole}`],
      whole,
    ]);
  });

  it('B5: names the origin first and through whom it came', () => {
    const attribution: Attribution[] = [
      { role: 'data-source', name: 'registry offices', type: 'government' },
      { role: 'issuer', name: 'Bureau of Finance' },
      { role: 'translator/host', name: null },
    ];
    const quote = 'Some crossers left.';
    expect(linesOf(quote, { attribution })).toEqual([`registry offices, through Bureau of Finance: ${quote}`]);
    const html = briefToHtml(draft('crossers', [sourceOf({ blocks: [quote], claims: [{ quote, attribution }] })]));
    expect(html).toContain('unnamed <span>(translator and host)</span>');
  });

  it('B6: never merges the figures of two sources, and quotes a sentence with two figures once', () => {
    const quote = 'Of 900 crossers 300 left.';
    const claims = [{ quote: 'Of 900 crossers' }, { quote: '300 left' }];
    const brief = draft(
      'crossers',
      [1, 2].map((n) => sourceOf({ blocks: [quote], claims }, n)),
    );
    expect(sentencesOf(brief)).toEqual([`Omrek Bureau of Finance: ${quote}`, `Omrek Bureau of Finance: ${quote}`]);
    expect(brief.sections.flatMap(({ sentences }) => sentences.map(({ note }) => note.passages.length))).toEqual([
      2, 2,
    ]);
  });
});

describe('a draft', () => {
  it('B6: dates a sentence only when all its claims have one date', () => {
    const dated = (norm: string) => ({
      date: { stated: null, norm, basis: { from: 'heading' as const, start: 0, end: 1 } },
    });
    const lines = (dates: readonly string[]) => {
      const [first, second] = ['Of 900 crossers', '300 left'].map((quote, at) => ({
        quote,
        ...dated(dates[at] ?? ''),
      }));
      const claims = [first, second].flatMap((claim) => claim ?? []);
      return sentencesOf(draft('crossers', [sourceOf({ blocks: ['Of 900 crossers 300 left.'], claims })]));
    };
    const quote = 'Of 900 crossers 300 left.';
    expect([lines(['2018', '2018']), lines(['2018', '2019'])]).toEqual([
      [`Omrek Bureau of Finance (2018, dated by its heading): ${quote}`],
      [`Omrek Bureau of Finance: ${quote}`],
    ]);
  });

  it('B1: is about a query when all its words stand in sentence, heading, title, attribution or place', () => {
    const page = {
      title: 'Yearbook',
      blocks: ['# Guest cards', 'In 2018 the county issued 40.'],
      claims: [{ quote: 'the county issued 40' }],
    };
    const has = (query: string, source = sourceOf(page)): boolean => sentencesOf(draft(query, [source])).length > 0;
    expect([
      has('card'),
      has('CARDS county finance'),
      has('yearbook'),
      has('card river'),
      has('ards'),
      has('  '),
      has('!'),
    ]).toEqual([true, true, true, false, false, false, false]);
    const korean = sourceOf({
      language: 'ko',
      blocks: ['미등록 월경자는 모두 900명이다.'],
      claims: [{ quote: '모두 900명' }],
    });
    expect([
      has('월경자', korean),
      has('미등록월경자', korean),
      has('월경자 900', korean),
      has('월경인', korean),
    ]).toEqual([true, true, true, false]);
  });

  it('B1: ranks by hits in the passage, keeps to its limit and says what that left out', () => {
    const blocks = ['The county was quiet; crossers left.', 'Many crossers came.', 'Most crossers stayed.'];
    const source = sourceOf({
      blocks,
      claims: [{ quote: 'The county was quiet' }, { quote: 'crossers came' }, { quote: 'Most crossers' }],
    });
    const brief = draft('crossers', [source], { limit: 2 });
    expect([sentencesOf(brief).map((line) => line.slice(25)), brief.leftOut]).toEqual([
      ['Many crossers came.', 'Most crossers stayed.'],
      1,
    ]);
  });

  it('B7: says how many sources it searched, how many are silent and how many were held back whole', () => {
    const quote = 'Two crossers came.';
    const speaks = sourceOf({ blocks: [quote], claims: [{ quote }] }, 1);
    const silent = sourceOf({ blocks: ['Rye.'], claims: [{ quote: 'Rye' }] }, 2);
    const withheld = sourceOf({ blocks: [quote], claims: [{ quote, quantity: [persons({ value: 2 })] }] }, 3);
    const brief = draft('crossers', [speaks, silent, withheld]);
    expect(brief.searched).toEqual({ sources: 3, silent: 1, heldBack: 1 });
    expect(briefToMarkdown(brief)).toContain(
      'Searched the figures read in 3 sources: 1 has passages about these words, 1 has none, in 1 every passage was held back.',
    );
    expect(briefToMarkdown(brief)).toContain('Held back: 1 passage (1 small group).');
  });

  it('B8: stands under places when most sentences have one, else under documents', () => {
    const claim = (quote: string, norm?: string) => ({
      quote,
      place: norm === undefined ? [] : [{ stated: '', norm, id: norm }],
    });
    const page = (claims: readonly ReturnType<typeof claim>[]) =>
      sourceOf({ title: 'A tale', blocks: ['# A tale', 'Crossers came.', 'Crossers stayed.'], claims });
    const headings = (claims: readonly ReturnType<typeof claim>[]) =>
      draft('crossers', [page(claims)], { packs: [PACK] }).sections.map(({ by, heading }) => [by, heading]);
    expect(headings([claim('Crossers came'), claim('Crossers stayed', 'XL-tamrin')])).toEqual([
      ['place', 'Ditvar County'],
      ['rest', undefined],
    ]);
    expect(headings([claim('Crossers came')])).toEqual([['document', 'A tale']]);
  });

  it('B14: goes into the log as a frame without a word of any source, its query, and one part for each source', () => {
    const page = (quote: string) => ({
      title: 'A tale',
      publisher: 'The Courier',
      blocks: ['# A tale', quote],
      claims: [{ quote }],
    });
    const brief = draft('crossers', [sourceOf(page('Crossers came.'), 1), sourceOf(page('Crossers stayed.'), 2)]);
    const parts = briefParts(brief);
    const [frame, query, first, second] = parts.map(({ body }) => canonicalJson(body));
    expect(parts.map(({ of }) => of)).toEqual([[BRIEF], [BRIEF], ['1'.padStart(32, '0')], ['2'.padStart(32, '0')]]);
    expect([/crossers|came|tale|courier|finance/i.test(frame ?? ''), query?.includes('crossers')]).toEqual([
      false,
      true,
    ]);
    expect([first?.includes('came'), first?.includes('stayed'), second?.includes('stayed')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
