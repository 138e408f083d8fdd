import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../claim.ts';
import type { Layer } from '../layer.ts';
import { readClaims, readLayer } from '../library.ts';
import { readAnswer } from './answer.ts';
import { type OpenPassage, openPassages } from './passages.ts';
import { type Proposals, proposalsFrom } from './proposals.ts';

function read(text: string, fileName = 'a.md'): { readonly layer: Layer; readonly reading: Reading } {
  const layer = readLayer(new TextEncoder().encode(text), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  return { layer: layer.value, reading: readClaims(layer.value) };
}

const TEXT =
  'In 2016, the Quorvane Harbour Office said that about 40,000 people used the ferries, and 40,000 used the bridge.\n\n' +
  'Anyone who hides a boat must report it within ten days, or pays a fine.\n\n' +
  '任何人不得藏匿船只。这是不可能的，渡轮停航。\n\n배를 숨기는 것은 금지된다. 그것은 불가능한 일이다.';

function propose(
  claims: unknown,
  text = TEXT,
): Proposals & { readonly layer: Layer; readonly open: readonly OpenPassage[] } {
  const { layer, reading } = read(text);
  const { open } = openPassages(layer, reading);
  const content = typeof claims === 'string' ? claims : JSON.stringify({ claims });
  return { ...proposalsFrom(layer, { ...reading, claims: [] }, 'tiny', [{ passages: open, content }]), layer, open };
}

const base = { passage: 2, quote: 'Anyone who hides a boat must report it within ten days', kind: 'rule' };

describe('A7: what an assistant proposes', () => {
  it('is a claim when its quote stands in a passage that was sent, and says what the quote holds', () => {
    const { claims, dropped, valuesDropped, reader, layer } = propose([
      {
        ...base,
        rule: {
          modality: 'must',
          addressee: 'Anyone who hides a boat',
          action: 'report it',
          condition: 'within ten days',
          sanction: 'pays a fine',
        },
      },
    ]);
    expect({ reader, dropped, valuesDropped }).toEqual({
      reader: { name: 'assistant:tiny', version: '1' },
      dropped: {},
      valuesDropped: 1,
    });
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      kind: 'rule',
      rule: {
        modality: 'must',
        addressee: 'Anyone who hides a boat',
        action: 'report it',
        condition: 'within ten days',
        sanction: null,
        amount: null,
      },
    });
    const { start, end, quote } = claims[0]?.passage ?? { start: 0, end: 0, quote: '' };
    expect(layer.text.slice(start, end)).toBe(quote);
  });

  it.each([
    ['invented words', { ...base, quote: 'Anyone who hides a boat is shot' }, 'quote-not-there'],
    ['a word more', { ...base, quote: 'Anyone who hides a big boat must report it' }, 'quote-not-there'],
    ['another case', { ...base, quote: 'anyone who hides a boat' }, 'quote-not-there'],
    ['words of another passage', { ...base, passage: 1 }, 'quote-not-there'],
    ['a translation', { ...base, quote: '藏匿船只的人必须报告' }, 'quote-not-there'],
    ['a passage that is not there', { ...base, passage: 99 }, 'passage-unknown'],
    ['no quote', { ...base, quote: '' }, 'quote-not-there'],
    ['white space', { ...base, quote: ' \n\t ' }, 'quote-not-there'],
    ['half a character', { ...base, quote: '\ud83d' }, 'quote-not-there'],
    ['two letters', { passage: 2, quote: 'it', kind: 'rule' }, 'quote-cut'],
    ['half a word', { ...base, quote: 'one who hides a boat must report it' }, 'quote-cut'],
    ['half a number', { passage: 1, quote: '0,000 people used the ferries', kind: 'statistic' }, 'quote-cut'],
    ['a number without its thousands', { passage: 1, quote: 'said that about 40', kind: 'statistic' }, 'quote-cut'],
    ['a word without its denial, in Chinese', { passage: 3, quote: '可能的，渡轮停航', kind: 'event' }, 'quote-cut'],
    ['a word without its denial, in Korean', { passage: 4, quote: '가능한 일이다', kind: 'event' }, 'quote-cut'],
    ['a place that could be two', { passage: 1, quote: 'used the', kind: 'event' }, 'place-unclear'],
    ['a third of two places', { passage: 1, quote: 'used the', occurrence: 3, kind: 'event' }, 'place-unclear'],
    ['a kind that there is not', { ...base, kind: 'rumour' }, 'unreadable'],
    ['no kind', { passage: 2, quote: base.quote }, 'unreadable'],
    ['a number for a quote', { ...base, quote: 7 }, 'unreadable'],
    ['a quote without end', { ...base, quote: 'a'.repeat(100_000) }, 'unreadable'],
    ['nothing', null, 'unreadable'],
    ['a list', [], 'unreadable'],
  ])('is dropped and counted: %s', (_what, claim, reason) => {
    const { claims, dropped } = propose([claim]);
    expect({ claims, dropped }).toEqual({ claims: [], dropped: { [reason]: 1 } });
  });

  it('is found at the place that was meant, white space being like any other', () => {
    const { claims, layer } = propose([
      { passage: 1, quote: 'used the', occurrence: 2, kind: 'event' },
      { passage: 1, quote: 'In 2016,\nthe   Quorvane Harbour Office', kind: 'event' },
    ]);
    expect(claims.map(({ passage }) => passage.start)).toEqual([0, layer.text.lastIndexOf('used the')]);
  });

  it('counts once, and not when the reader suggests it itself', () => {
    expect(propose([base, base, { ...base, kind: 'event' }]).dropped).toEqual({ repeated: 2 });
    const { layer, reading } = read(TEXT);
    const { open } = openPassages(layer, reading);
    const own = reading.claims.find(({ passage }) => passage.quote.includes('hides a boat'));
    const content = JSON.stringify({ claims: [{ passage: 2, quote: own?.passage.quote, kind: own?.kind }] });
    expect(proposalsFrom(layer, reading, 'tiny', [{ passages: open, content }])).toMatchObject({
      claims: [],
      dropped: { known: 1 },
    });
  });

  it('is never words of a passage that was held back', () => {
    const secret = 'Oda Brandt crossed the lake with three women.';
    const text = `The ferries stop in winter.\n\n${secret}`;
    const claims = [1, 2].map((passage) => ({ passage, quote: 'crossed the lake', kind: 'event' }));
    const { open, layer, dropped, ...made } = propose(claims, text);
    expect(open.map(({ start, end }) => layer.text.slice(start, end))).toEqual(['The ferries stop in winter.']);
    expect({ claims: made.claims, dropped }).toEqual({
      claims: [],
      dropped: { 'quote-not-there': 1, 'passage-unknown': 1 },
    });
  });

  it('is read from what models write around it, and counted as unreadable otherwise', () => {
    const json = JSON.stringify({ claims: [base] });
    for (const content of [
      json,
      `\`\`\`json\n${json}\n\`\`\``,
      `<think>{"claims":[{}]}</think>\n${json}`,
      `Here:\n${json}\nDone.`,
    ]) {
      expect(propose(content).claims).toHaveLength(1);
    }
    const noise = [
      '',
      '{',
      '}{',
      'no',
      '[]',
      '{}',
      '{"claims":{}}',
      json.slice(0, -3),
      `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
    ];
    for (const content of noise) expect(propose(content)).toMatchObject({ claims: [], unreadableAnswers: 1 });
    expect(readAnswer('{'.repeat(1 << 20))).toBeUndefined();
  });

  it('of thousands of claims some hundreds are looked at, and the rest counted', () => {
    const many = Array.from({ length: 5000 }, () => ({ ...base, quote: 'invented' }));
    expect(propose(many).dropped).toEqual({ 'too-many': 4800, 'quote-not-there': 200 });
  });
});

describe('A8: what the quote does not hold', () => {
  const figures = {
    passage: 1,
    quote: 'In 2016, the Quorvane Harbour Office said that about 40,000 people used the ferries',
    kind: 'statistic',
  };

  it('is dropped, value by value, and counted', () => {
    const { claims, valuesDropped } = propose([
      {
        ...figures,
        said_by: [{ name: 'Quorvane Harbour Office', role: 'speaker' }, { name: 'Oda Brandt' }],
        when: 'in 2017',
        where: ['Quorvane', 'Seoul', 'Quor'],
        figures: ['40,000 people', '50,000 people', '000 people', 'people'],
        hedges: ['about', 'perhaps'],
        stance: { toward: 'the bridge', polarity: 'hostile' },
      },
    ]);
    expect(claims[0]).toMatchObject({
      attribution: [{ role: 'speaker', name: 'Quorvane Harbour Office' }],
      date: null,
      place: [{ stated: 'Quorvane' }],
      hedge: ['about'],
      stance: null,
    });
    expect(claims[0]?.quantity.map(({ stated }) => stated)).toEqual(['40,000 people']);
    expect(valuesDropped).toBe(9);
  });

  it('no number and no date is the assistant’s to give: they are read from the words, or stay open', () => {
    const { layer, reading } = read(TEXT);
    const { open } = openPassages(layer, reading);
    const content = JSON.stringify({
      claims: [{ ...figures, kind: 'event', when: 'In 2016', figures: ['about 40,000 people'], value: 7 }],
    });
    const [claim] = proposalsFrom(layer, reading, 'tiny', [{ passages: open, content }]).claims;
    expect(claim?.date).toEqual({ stated: 'In 2016', norm: '2016' });
    expect(claim?.quantity).toMatchObject([{ value: 40_000, op: '~', unit: 'persons' }]);
    const open2 = propose([{ ...figures, figures: ['about 40,000 people'] }]).claims[0]?.quantity;
    expect(open2).toEqual([
      { stated: 'about 40,000 people', value: null, low: null, high: null, unit: '', counts: '', op: '?' },
    ]);
  });

  it('fields that are not as they should be are no fields', () => {
    const { claims } = propose([
      {
        ...base,
        said_by: 'me',
        when: 7,
        where: { a: 1 },
        figures: [null, 7, ''],
        hedges: null,
        rule: 'must',
        event: [],
        stance: { toward: '' },
        option: { options: [] },
      },
    ]);
    expect(claims[0]).toMatchObject({
      attribution: [],
      date: null,
      place: [],
      quantity: [],
      hedge: [],
      rule: null,
      event: null,
      stance: null,
      option: null,
    });
  });

  it('hostile strings are words like any other', () => {
    const strings = [
      '__proto__',
      'constructor',
      '\u0000',
      '\u202e',
      '%s%n',
      '{{7*7}}',
      "'; DROP TABLE",
      '\ud800',
      'ＡＢ',
      '𠜎',
      '▒▒▒',
      '(a+)+$',
      '\\',
      '"',
    ];
    const hostile = strings.flatMap((text) => [
      { passage: 1, quote: text, kind: 'event' },
      {
        ...base,
        quote: 'must report it',
        said_by: [{ name: text }],
        when: text,
        where: [text],
        figures: [text],
        hedges: [text],
      },
    ]);
    const { claims } = propose(hostile);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ attribution: [], date: null, place: [], quantity: [], hedge: [] });
    expect(propose('{"claims":[{"__proto__":{"passage":2,"quote":"must report it","kind":"rule"}}]}').claims).toEqual(
      [],
    );
  });

  it('what is left says no more than its text: every value stands in its quote', () => {
    for (const { passage, hedge, place, quantity, attribution } of propose([
      {
        ...figures,
        where: ['Quorvane'],
        hedges: ['about'],
        figures: ['40,000'],
        said_by: [{ name: 'the Quorvane Harbour Office' }],
      },
    ]).claims) {
      const words = [
        ...hedge,
        ...place.map(({ stated }) => stated),
        ...quantity.map(({ stated }) => stated),
        ...attribution.map(({ name }) => name ?? ''),
      ];
      expect(words.length).toBe(4);
      for (const each of words) expect(passage.quote).toContain(each);
    }
  });
});

describe('whatever an assistant answers', () => {
  it('nothing is thrown, and what is kept stands in a passage that was sent and was not protected', () => {
    const { layer, reading } = read(TEXT);
    const { open } = openPassages(layer, reading);
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .tuple(fc.nat({ max: TEXT.length }), fc.nat({ max: 60 }))
        .map(([start, length]) => TEXT.slice(start, start + length)),
    );
    const claim = fc.record(
      {
        passage: fc.integer({ min: -1, max: 6 }),
        quote: words,
        occurrence: fc.integer({ min: -1, max: 4 }),
        kind: fc.constantFrom('statistic', 'rule', 'event', 'rumour'),
        said_by: fc.array(fc.record({ name: words })),
        when: words,
        where: fc.array(words),
        figures: fc.array(words),
        hedges: fc.array(words),
        rule: fc.record({ modality: fc.constantFrom('must', 'may'), action: words, sanction: words }),
        event: fc.record({ did: words, whom: words }),
        stance: fc.record({ toward: words, polarity: fc.constantFrom('for', 'up') }),
      },
      { requiredKeys: [] },
    );
    const answers = fc.oneof(
      fc.array(claim, { maxLength: 8 }).map((claims) => JSON.stringify({ claims })),
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(answers, (content) => {
        const made = proposalsFrom(layer, reading, 'tiny', [{ passages: open, content }]);
        for (const { passage, event, rule, stance, hedge, place } of made.claims) {
          expect(layer.text.slice(passage.start, passage.end)).toBe(passage.quote);
          expect(open.some(({ start, end }) => start <= passage.start && passage.end <= end)).toBe(true);
          const said = [
            event?.did,
            rule?.action,
            rule?.sanction,
            stance?.toward,
            ...hedge,
            ...place.map((each) => each.stated),
          ];
          for (const each of said)
            if (typeof each === 'string') expect(passage.quote.replace(/\s+/g, ' ')).toContain(each);
        }
      }),
      { numRuns: process.env['SLOW'] === undefined ? 300 : 20_000 },
    );
  });

  it('a megabyte of it is read in a moment', () => {
    const text = 'In 2016 the piers had 40,000 boats, 50,000 nets and 60,000 ropes. '.repeat(300);
    const { layer, reading } = read(text);
    const { open } = openPassages(layer, reading);
    const many = Array.from({ length: 20 }, () => 'boats '.repeat(40));
    const whole = open.map(({ start, end }, i) => ({ passage: i + 1, quote: layer.text.slice(start, end) }));
    const claims = Array.from({ length: 200 }, (_, i) => {
      const { passage, quote } = whole[i % whole.length] ?? { passage: 1, quote: '' };
      const cut = quote.split(' ').slice(i).join(' ');
      return { passage, quote: cut, kind: 'event', where: many, figures: many, hedges: many };
    });
    const content = JSON.stringify({ claims });
    expect(content.length).toBeGreaterThan(1 << 20);
    const { claims: kept } = proposalsFrom(layer, reading, 'tiny', [{ passages: open, content }]);
    expect(kept.length).toBeGreaterThan(50);
  });
});
