import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import first from './gold/protection.json' with { type: 'json' };
import second from './gold/protection-second.json' with { type: 'json' };
import gold from './gold/sentences.json' with { type: 'json' };
import { hasNameForm, spokenNames } from './spoken-names.ts';
import { isProtected } from './veil.ts';

const read = (text: string, language: string) => {
  const layer = sentenceLayer(text, { language });
  return { text: layer.text, ...readClaims(layer, SAMPLE_PACK) };
};
const persons = (text: string, language = 'en'): readonly string[] =>
  read(text, language)
    .mentions.filter((one) => isProtected(one) && one.type === 'person')
    .map(({ surface }) => surface);

describe('M18: a name that is held is held wherever the text has it', () => {
  it.each([
    [
      'Jane Doerwick crossed. JANE DOERWICK came back, and so did Jane doerwick.',
      ['Jane Doerwick', 'JANE DOERWICK', 'Jane doerwick'],
    ],
    ['Jane Doerwick crossed at night. Later doerwick said that 300 came.', ['Jane Doerwick', 'doerwick']],
    ['Jane Doerwick crossed at night. THE DOERWICK STORY has no end.', ['Jane Doerwick', 'DOERWICK']],
    [
      'Jane Bloodworth crossed. Iron Harrow went. They saw a harrow and HARROW FIELDS.',
      ['Jane Bloodworth', 'Iron Harrow'],
    ],
    ['Jane Doerwick crossed at night. The Doerwick River is wide.', ['Jane Doerwick']],
  ])('%s', (text, names) => expect(persons(text)).toEqual(names));

  it('in Korean and Chinese too', () => {
    expect(
      persons('김용호 씨가 왔다. 누가 “김용호라면 안다”고 했다.', 'ko').filter((name) => name.startsWith('김용호')),
    ).toHaveLength(2);
    expect(persons('王建国先生来了。记王建国事。', 'zh-Hans')).toEqual(['王建国先生', '王建国']);
  });

  it('but not the name of a byline or of an office-holder', () => {
    expect(
      persons(
        'Foreign Minister Ilan Dorr spoke. Jane Dorr crossed at night. ILAN DORR left. The DORR papers say nothing.',
      ),
    ).toEqual(['Jane Dorr']);
  });

  it('whoever says a claim and has the form of a name is a mention or is shown in public', () => {
    const sentences = [
      ...gold.sentences,
      ...first.sentences,
      ...second.sentences,
      { text: 'JANE DOERWICK said that 400 people had left.', language: 'en' },
    ];
    let links = 0;
    for (const { text, language } of sentences) {
      const { claims, mentions, ...layer } = read(text, language);
      for (const { start, end } of spokenNames(layer.text, claims)) {
        const name = layer.text.slice(start, end);
        if (!hasNameForm(name)) continue;
        links++;
        expect([name, mentions.some((one) => one.type === 'person' && one.start < end && start < one.end)]).toEqual([
          name,
          true,
        ]);
      }
    }
    expect(links).toBeGreaterThan(2);
  });
});
