import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, parseId, parseSourceId } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { Attribution, Block, Claim, Layer, Mention, Quantity, ThemePack } from '../read/index.ts';
import type { Brief, BriefInput, BriefSource } from './brief.ts';
import type { HoldBackRule } from './disclosure.ts';
import { draftBrief } from './draft.ts';
import { briefToHtml } from './html.ts';
import { briefToMarkdown } from './markdown.ts';
import { briefParts } from './parts.ts';

const LENIENT: HoldBackRule = () => undefined;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not an id');
  return value;
}
const BRIEF = found(parseId('SubjectId', 'f0'.repeat(16)));
const DEVICE = found(parseId('DeviceKey', '0d'.repeat(32)));

interface Page {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly language?: string;
  /** Blocks; one that begins with "# " is a heading. */
  readonly blocks: readonly string[];
  readonly claims?: readonly ({ readonly quote: string } & Partial<Claim>)[];
  readonly mentions?: readonly (Pick<Mention, 'surface' | 'type'> & Partial<Mention>)[];
}

function sourceOf(page: Page, n = 1): BriefSource {
  let text = '';
  const blocks: Block[] = page.blocks.map((words) => {
    const heading = words.startsWith('# ');
    const start = text === '' ? 0 : text.length + 2;
    text += (text === '' ? '' : '\n\n') + (heading ? words.slice(2) : words);
    const kind = heading ? { kind: 'heading' as const, level: 2 } : { kind: 'paragraph' as const };
    return {
      ...kind,
      start,
      end: text.length,
      label: 'content',
      language: page.language ?? 'en',
      source: { start, end: text.length },
    };
  });
  const meta = (value: string | undefined) => (value === undefined ? undefined : { value, from: 'meta' as const });
  const [title, publisher, date] = [meta(page.title), meta(page.publisher), meta(page.date)];
  const digest = sha256(text);
  const layer: Layer = {
    v: 1,
    type: 'extracted',
    tool: { name: 'test', version: '1' },
    parent: { sha256: digest },
    mediaType: 'text/plain',
    charset: { name: 'utf-8', decidedBy: 'strict-utf-8', replaced: 0 },
    text,
    blocks,
    metadata: { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) },
    documents: [],
  };
  const place = (quote: string) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error('the page does not say so');
    return { start, end: start + quote.length };
  };
  return {
    source: found(parseSourceId(n.toString(16).padStart(32, '0'))),
    sha256: digest,
    position: { device: DEVICE, seq: 10 + n },
    layer,
    reading: {
      reader: { name: 'test', version: '1' },
      claims: (page.claims ?? []).map(({ quote, ...claim }) => ({
        kind: 'statistic',
        attribution: [{ role: 'issuer', name: 'Omrek Bureau of Finance' }],
        date: null,
        place: [],
        quantity: [],
        hedge: [],
        ...claim,
        passage: { layer: digest, ...place(quote), quote, prefix: '', suffix: '' },
      })),
      mentions: (page.mentions ?? []).map((mention) => ({
        protection: 'high',
        quasiIdentifiers: [],
        ...place(mention.surface),
        ...mention,
      })),
    },
  };
}

function draft(query: string, sources: readonly BriefSource[], rule = LENIENT, more: Partial<BriefInput> = {}): Brief {
  return draftBrief({ brief: BRIEF, query, at: '2024-05-01T12:00:00Z', sources, packs: [], ...more }, rule);
}

function sentencesOf(brief: Brief): string[] {
  return brief.sections.flatMap(({ sentences }) =>
    sentences.map(({ segments }) => segments.map(({ text }) => text).join('')),
  );
}

function linesOf(quote: string, claim: Partial<Claim>, page: Partial<Page> = {}): string[] {
  return sentencesOf(draft('crossers', [sourceOf({ blocks: [quote], claims: [{ quote, ...claim }], ...page })]));
}

const persons = (quantity: Partial<Quantity>): Quantity => ({
  stated: '',
  value: null,
  low: null,
  high: null,
  unit: 'persons',
  counts: 'unregistered crossers',
  op: '=',
  ...quantity,
});

const PACK: ThemePack = {
  id: 'p',
  title: 'P',
  version: '1',
  licence: 'CC0-1.0',
  description: 'P.',
  digest: '',
  offices: [],
  terms: [],
  notes: [],
  places: [
    {
      id: 'XL-ditvar',
      type: 'county',
      names: [name('Ditvar County')],
      countries: ['XL'],
      showAs: 'XL-ditvar',
      source: 'invented',
    },
    {
      id: 'XL-tamrin',
      type: 'town',
      names: [name('Tamrin')],
      countries: ['XL'],
      showAs: 'XL-ditvar',
      source: 'invented',
    },
  ],
};
function name(text: string) {
  return { text, language: 'en', unverified: false };
}

describe('a drafted sentence', () => {
  it('B2: says who put what at how much, with the comparator, the place and where the date comes from', () => {
    const sentence = 'The number of unregistered crossers has exceeded 18,400.';
    const claim: Partial<Claim> = {
      quantity: [persons({ stated: '18,400', value: 18400, low: 18400, op: '>' })],
      place: [{ stated: 'Ditvar', norm: 'XL-ditvar Ditvar' }],
      date: { stated: null, norm: '2012-10-03', basis: { from: 'closing-block', start: 0, end: 3 } },
    };
    const source = sourceOf({ blocks: [sentence], claims: [{ quote: sentence, ...claim }] });
    expect(sentencesOf(draft('crossers', [source], LENIENT, { packs: [PACK] }))).toEqual([
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
    expect(linesOf(hedged, { quantity }, { language: 'fr' })).toEqual([`Omrek Bureau of Finance: ${hedged}`]);
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
    const brief = draft('crossers', [source], LENIENT, { limit: 2 });
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
      'Searched 3 sources: 1 has passages below, 1 has nothing about these words, in 1 every passage was held back.',
    );
    expect(briefToMarkdown(brief)).toContain('Held back: 1 passage (1 small group).');
  });

  it('B8: stands under places when most sentences have one, else under documents', () => {
    const claim = (quote: string, norm?: string) => ({
      quote,
      place: norm === undefined ? [] : [{ stated: '', norm }],
    });
    const page = (claims: readonly ReturnType<typeof claim>[]) =>
      sourceOf({ title: 'A tale', blocks: ['# A tale', 'Crossers came.', 'Crossers stayed.'], claims });
    const headings = (claims: readonly ReturnType<typeof claim>[]) =>
      draft('crossers', [page(claims)], LENIENT, { packs: [PACK] }).sections.map(({ by, heading }) => [by, heading]);
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

describe('a draft holds back', () => {
  const quote = 'Crossers came, said Anna Bern, 34, of the Ferry group.';
  const held = (page: Partial<Page>, rule = LENIENT) => {
    const brief = draft(
      'crossers',
      [sourceOf({ blocks: [quote], claims: [{ quote: 'Crossers came' }], ...page })],
      rule,
    );
    return [sentencesOf(brief).length, brief.heldBack.reasons];
  };

  it('B9: what the rule of the reading room says, and counts it under its first reason', () => {
    expect(held({}, () => ['age', 'low-count'])).toEqual([0, { 'small-group': 1 }]);
    expect(held({}, () => ['something new'])).toEqual([0, { other: 1 }]);
    expect(held({}, () => [])).toEqual([1, {}]);
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
    ).toEqual(['age', 'small-group', 'small-group', 'small-group', undefined, 'unnamed-source']);
  });

  it('B10: a place finer than a county, unless a county has the same name', () => {
    const at = (blocks: string, packs: readonly ThemePack[]) =>
      draft('crossers', [sourceOf({ blocks: [blocks], claims: [{ quote: 'Crossers' }] })], LENIENT, { packs }).heldBack
        .reasons;
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

describe('a drafted page of a hostile document', () => {
  const nasty = `<script>alert(1)</script> crossers </p><img src=x onerror=alert(1)> [a](javascript:x) **b** \u202Eevil\u202C &lt; \`c\` http://x.example $x$ |d|\u0007`;
  const source = sourceOf({
    title: nasty,
    publisher: '"><svg onload=alert(1)>',
    date: '2024-13-99',
    language: 'en" onclick="x',
    blocks: [`# ${nasty}`, nasty],
    claims: [{ quote: nasty, kind: 'assertion', attribution: [{ role: 'issuer', name: '[x](http://y.example) <b>' }] }],
  });
  const brief = draft('crossers', [source]);

  it('B13: has no element, attribute, link or order of characters from the document', () => {
    const html = briefToHtml(brief);
    expect(html.match(/<(?:script|img|svg|b|iframe|object|link)\b/gi)).toBeNull();
    expect(html.match(/<[^>]*\s(?:on\w+|src)\s*=/gi)).toBeNull();
    expect(html.match(/\bhref="[^#]/g)).toBeNull();
    expect([...html].filter((c) => /[\u202A-\u202E\u2066-\u2069]/.test(c) || c < '\n')).toEqual([]);
    expect(html).toContain('⟨U+202E⟩evil⟨U+202C⟩');
    expect(html.match(/<title>[^<]*<\/title>/)?.[0]).toBe('<title>Draft brief</title>');
  });

  it('B13: has a policy that allows its own style sheet and nothing else', () => {
    const html = briefToHtml(brief);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const digest = Buffer.from(sha256(style), 'hex').toString('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    );
    expect([html.match(/\sstyle=/), html.match(/url\(|@import|https?:\/\/(?!x\.example|y\.example)/)]).toEqual([
      null,
      null,
    ]);
  });

  it('B13: has no markup, link or HTML of the document in its Markdown', () => {
    const markdown = briefToMarkdown(brief).replace(/\\[\s\S]/g, '');
    expect(markdown.match(/<|javascript:|\]\(|\*\*b|https?:\/\/|`c`|\$x/g)).toBeNull();
  });

  it('B7: is headed by the warning, and ends with it', () => {
    for (const text of [briefToHtml(brief), briefToMarkdown(brief)]) {
      expect(text.match(/DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE/g)?.length).toBeGreaterThanOrEqual(2);
    }
    expect(briefToMarkdown(brief).startsWith('**DRAFT, NOT REVIEWED, NOT CHECKED FOR DISCLOSURE**')).toBe(true);
  });
});
