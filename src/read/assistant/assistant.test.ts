import { describe, expect, it } from 'vitest';
import type { Mention, Reading } from '../claim.ts';
import type { Layer } from '../layer.ts';
import { readClaims, readLayer } from '../library.ts';
import { isProtected } from '../mentions/veil.ts';
import { readAnswer } from './answer.ts';
import { type OpenPassage, openPassages } from './passages.ts';
import { type Proposals, proposalsFrom } from './proposals.ts';
import { assistantRequests } from './request.ts';

function read(text: string, fileName = 'a.md'): { readonly layer: Layer; readonly reading: Reading } {
  const layer = readLayer(new TextEncoder().encode(text), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  return { layer: layer.value, reading: readClaims(layer.value) };
}

function openTexts(text: string, fileName = 'a.md'): readonly string[] {
  const { layer, reading } = read(text, fileName);
  return openPassages(layer, reading).open.map(({ start, end }) => layer.text.slice(start, end));
}

describe('A4: what is sent', () => {
  it('is what nobody has to be protected from, with nothing of the layer around it', () => {
    const text =
      '---\ntitle: The winter ferries\nauthor: Oda Brandt\n---\n\n# Ferries in winter\n\nThe ferries of Quorvane stop in winter.\n\nThe harbour office closed two piers in 2016.';
    const { layer, reading } = read(text);
    const { requests, sent, heldBack, aside } = assistantRequests(layer, reading);
    expect(requests).toHaveLength(1);
    const [system, user] = requests[0]?.messages ?? [];
    expect(JSON.parse(user?.content ?? '')).toEqual({
      passages: [
        { passage: 1, text: 'Ferries in winter' },
        { passage: 2, text: 'The ferries of Quorvane stop in winter.' },
        { passage: 3, text: 'The harbour office closed two piers in 2016.' },
      ],
    });
    expect(system?.content).not.toContain('Brandt');
    expect([sent, heldBack + aside]).toEqual([3, 1]);
  });

  it('is cut into questions of a bounded length, at the ends of sentences, and counted', () => {
    const text = Array.from({ length: 400 }, (_, i) => `The ferry number ${i + 100} waits at the pier.`).join(' ');
    const { layer, reading } = read(`${text}\n\nThe pier is old.`, 'a.txt');
    const { requests, sent, leftOut } = assistantRequests(layer, reading);
    expect(requests.length).toBeGreaterThan(2);
    expect(requests.flatMap(({ passages }) => passages).length).toBe(sent);
    expect(leftOut).toBe(0);
    for (const { messages, passages } of requests) {
      expect(messages[1].content.length).toBeLessThan(8000);
      for (const { start, end } of passages) expect(layer.text.slice(start, end)).toMatch(/^The .*\.$/s);
    }
  });

  it('of a text that nobody would wait for the rest is left out', () => {
    const { layer, reading } = read('The pier is very old and wide. '.repeat(20_000), 'a.txt');
    const { requests, sent, leftOut } = assistantRequests(layer, reading);
    expect(requests).toHaveLength(100);
    expect(sent).toBeGreaterThan(100);
    expect(leftOut).toBeGreaterThan(10);
  });

  it('is nothing of an empty text', () => {
    expect(assistantRequests(read('one').layer, { ...read('one').reading }).requests.length).toBeLessThan(2);
  });
});

describe('A5: what is held back', () => {
  it.each([
    ['a person', 'Oda Brandt crossed the river at night. The river was high then.', 'river'],
    ['a small count', 'Three women were held at the mill. It stood by the lake.', 'lake'],
    ['an age', 'The 34-year-old left the village. It rained.', 'rained'],
    ['a handle', 'Posted by @quietferry this morning. The piers are closed.', 'piers'],
    ['an unnamed source', 'A source in the village said that the mill is closed. Nobody knows more.', 'Nobody'],
    ['a small count, in Chinese', '工厂里有三名妇女被带走。湖边很安静。', '湖边'],
    ['a small count, in Korean', '공장에서 여성 3명이 끌려갔다. 호수는 조용했다.', '호수'],
  ])('the whole paragraph for %s', (_what, held, word) => {
    const texts = openTexts(
      `The sea is cold.\n\nThe ferries stop in winter.\n\n${held}\n\nThe ferries start in spring.\n\nThe harbour office closed two piers in 2016.`,
    );
    expect(texts.join('\n')).not.toContain(word === 'piers' ? 'The piers are' : word);
    expect(texts.join('\n')).toContain('The harbour office closed');
  });

  it('what stands under a heading with a protected word, up to the next heading that is no smaller', () => {
    const texts = openTexts(
      '# Ferries\n\nThe ferries stop.\n\n## Talking with Oda Brandt\n\nThe mill was cold.\n\n### Later\n\nThe road was long.\n\n## The harbour\n\nThe harbour is wide.',
    );
    expect(texts).toEqual(['Ferries', 'The ferries stop.', 'The harbour', 'The harbour is wide.']);
  });

  it('what stands under a label with a protected word', () => {
    const texts = openTexts(
      'The ferries stop.\n\n@quietferry:\n\nThe mill was cold.\n\n# The harbour\n\nThe harbour is wide.',
    );
    expect(texts).toEqual(['The ferries stop.', 'The harbour', 'The harbour is wide.']);
  });

  it('what somebody says who is led in, up to the next one who may be shown', () => {
    const texts = openTexts(
      'The ferries stop.\n\nA reader, Ms. Brandt, asks who pays:\n\nThe piers cost too much.\n\nThat would pay for a bridge.\n\nOthers think that it is right:\n\nOther harbours close too.',
    );
    expect(texts).toEqual(['The ferries stop.', 'Others think that it is right:', 'Other harbours close too.']);
  });

  it('what may be the translation of it: the paragraph beside it in another language', () => {
    const texts = openTexts(
      'The ferries stop.\n\nA rule is a rule, and nobody may see it.\n\n柳岸2014：规则就是规则，谁也看不到。\n\nThe rule is old.\n\nThe piers are old.',
    );
    expect(texts).toEqual(['The ferries stop.', 'The piers are old.']);
  });

  it('a post that begins with what may be a handle', () => {
    const texts = openTexts(
      'The ferries stop.\n\ngranary_7: A rule is a rule.\n\nquiet.ferry9: The piers are closed.\n\nNote: The piers are old.',
    );
    expect(texts).toEqual(['The ferries stop.', 'Note: The piers are old.']);
  });

  it('a name that was marked in another place only', () => {
    const { layer, reading } = read(
      'The ferries stop.\n\nThe mill of old QUORVANE  Brandt is cold.\n\nThe annual brandtide is wide.',
    );
    const mention: Mention = {
      ...{ start: 0, end: 0, surface: 'Quorvane Brandt', type: 'person', protection: 'high', quasiIdentifiers: [] },
    };
    const marked = { ...reading, mentions: [mention, ...reading.mentions] };
    const texts = openPassages(layer, marked).open.map(({ start, end }) => layer.text.slice(start, end));
    expect(texts).toContain('The ferries stop.');
    expect(texts.join(' ')).not.toContain('mill');
    const part = { ...reading, mentions: [{ ...mention, surface: 'Brand' }] };
    expect(
      openPassages(layer, part)
        .open.map(({ start, end }) => layer.text.slice(start, end))
        .join(),
    ).toContain('brandtide');
  });

  it('what is in a language in which nobody looked for protected words', () => {
    const french =
      'Les pêcheurs de la côte ont quitté le port parce que la mer était haute et que le vent soufflait depuis la veille.';
    expect(
      openTexts(
        `The ferries of Quorvane stop in the winter, and nobody knows when they come back.\n\n${french}`,
      ).join(),
    ).not.toContain('Les');
  });

  it('no open passage shares a letter with a protected mention, nor holds a name of one', () => {
    const text = [
      '# Notes of the harbour, 3 May 2019',
      'The harbour office said that about 4,000 people used the ferries in 2018.',
      'Oda Brandt, 34, told the visitors that two of her sisters crossed the lake.',
      'Anyone who hides a boat must report it within ten days.',
      'A source in the town said that five men were fined.',
      '据一名消息人士说，三名船员被带走。渡轮在冬天停航。',
      '渡轮在冬天停航。任何人不得藏匿船只。',
      '소식통에 따르면 선원 2명이 끌려갔다.',
      '겨울에는 배가 다니지 않는다.',
      'Mr. Brandt did not answer. @quietferry wrote more.',
    ].join('\n\n');
    const { layer, reading } = read(text);
    const { open, heldBack } = openPassages(layer, reading);
    const protectedOnes = reading.mentions.filter(isProtected);
    expect(protectedOnes.length).toBeGreaterThan(7);
    expect(open.length).toBeGreaterThan(2);
    expect(heldBack).toBeGreaterThan(3);
    for (const { start, end } of open) {
      expect(protectedOnes.filter((mention) => mention.start < end && mention.end > start)).toEqual([]);
    }
    expect(open.map(({ start, end }) => layer.text.slice(start, end)).join()).not.toMatch(/brandt|quietferry/i);
  });

  it('is told in time that grows with the text', () => {
    const { layer, reading } = read('The ferries stop.\n\n'.repeat(20_000), 'a.txt');
    const mentions = Array.from(
      { length: 20_000 },
      (_, i): Mention => ({
        ...{
          start: 0,
          end: 0,
          surface: `fe${'r'.repeat(i % 50)}${i}`,
          type: 'person',
          protection: 'high',
          quasiIdentifiers: [],
        },
      }),
    );
    const before = performance.now();
    expect(openPassages(layer, { ...reading, mentions }).open).toHaveLength(20_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

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
