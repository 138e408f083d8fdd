import { describe, expect, it } from 'vitest';
import type { Mention, Reading } from '../claim.ts';
import type { Layer } from '../layer.ts';
import { readClaims, readLayer } from '../library.ts';
import { isProtected } from '../mentions/veil.ts';
import { openPassages } from './passages.ts';
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
    const text = 'The ferry waits at the wide and old pier of the town. '.repeat(400).trim();
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
    ['an at sign that is no handle', 'Write to quiet ferry @ example for the piers.'],
    ['a number of eight digits', 'Ask at 2231 4478 for the piers.'],
    ['a number in other digits', 'Ask at ٢٢٣١٤٤٧٨ for the piers.'],
    ['a number of full width that is cut', 'Ask at ２２３１\u200B４４７８ for the piers.'],
    ['a name in capitals', 'The piers of DOERWICK are closed.'],
    ['a name with a soft hyphen', 'The piers of Doer\u00ADwick “and” others are closed.'],
    ['a name in full-width letters', 'The piers of ｄｏｅｒｗｉｃｋ are closed.'],
    ['names joined', 'See the file jane_doerwick about piers.'],
  ])('whatever a net before sending finds: %s', (_what, caught) => {
    const texts = openTexts(
      `The sea is cold.\n\nPastor Jane Doerwick crossed the river.\n\nThe ferries stop in winter.\n\n${caught}\n\nThe mill had 1,200,000 visitors from 2014–2018, and 2,340 on 2018-05-14.`,
    );
    expect(texts.join('\n')).not.toContain('piers');
    expect(texts.join('\n')).toContain('1,200,000 visitors');
  });

  it('a paragraph in which a claim has a speaker whom no mention marks', () => {
    const { layer, reading } = read(
      'The sea is cold.\n\nMr Oda Brandt said that 3,400 boats sank.\n\nThe ferries stop in winter.',
    );
    const blind = { ...reading, mentions: [] };
    const sent = openPassages(layer, blind).open.map(({ start, end }) => layer.text.slice(start, end));
    expect([sent.some((text) => text.includes('3,400')), sent.some((text) => text.includes('ferries'))]).toEqual([
      false,
      true,
    ]);
  });

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
      ...{
        start: 0,
        end: 0,
        surface: 'Quorvane Brandt',
        type: 'person',
        protection: 'high',
        reason: 'named-person',
        quasiIdentifiers: [],
      },
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
          reason: 'named-person',
          quasiIdentifiers: [],
        },
      }),
    );
    expect(openPassages(layer, { ...reading, mentions }).open).toHaveLength(20_000);
  });
});
