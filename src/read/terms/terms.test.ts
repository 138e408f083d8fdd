import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifiedText } from './character-classes.ts';
import { englishStem } from './english-stem.ts';
import { foldText, givenSpan } from './folded-text.ts';
import { indexedPassage, phraseTerms } from './index-terms.ts';
import { koreanStem, otherSpellings } from './korean-forms.ts';
import { verbBeginnings } from './korean-verbs.ts';
import { nameForms } from './name-forms.ts';
import { occurrencesOf, occursIn, standsInsideOnly } from './occurrences.ts';
import { parseQuery } from './query.ts';
import { looseQuery } from './query-parts.ts';
import { Sought, searchedText } from './searched-text.ts';
import { unitsOf } from './units.ts';
import { valuesOf } from './values.ts';

const names = nameForms([]);
const words = (text: string): string =>
  unitsOf(text)
    .map((unit) => unit.text)
    .join(' ');
const finds = (query: string, text: string): boolean => {
  const { terms } = parseQuery(query, { names, exact: false });
  return terms.length > 0 && terms.every((term) => occursIn(searchedText(text, new Sought(terms)), term));
};

describe('units of a text', () => {
  it.each([
    ['S1: width, case and unseen characters', 'ＡＢＣ Co\u00adop\u200ber', 'abc cooper'],
    ['S1: NFD Hangul', '강제'.normalize('NFD'), '강 제'],
    ['S3: traditional characters as simplified', '圖們江', '图 们 江'],
    ['S3: all forms of a character that simplify in two steps', '什麼 什么 甚幺', '什 幺 什 幺 甚 幺'],
    ['S3: accents and apostrophes', 'Yŏnbyŏn’s Ji’an', 'yonbyon jian'],
    ['S4: thousands marks, decimals, dates', '133,009 1.5 2016.8 3,4', '133009 1.5 2016 8 3 4'],
    ['S4: percent signs', '30% 30％ %', '30 ％ 30 ％'],
    ['S4: digits of other scripts', '٣٤ ३४', '34 34'],
    ['S2: only marks', '…!?。、', ''],
    ['lone surrogates', 'a\ud800b', 'a b'],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('S1: plain texts are folded as any other is, character by character', () => {
    const plain = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => !/[\p{Cs}\p{M}\p{Cf}]/u.test(character),
    );
    // Beside a character of two units, which joins to none of these, each is folded by the longer way.
    const longer = (character: string): string => foldText(`${character}\u{20BB7}`).text.slice(0, -2);
    expect(plain.filter((character) => foldText(character).text !== longer(character))).toEqual([]);
  });

  it('S1: offsets are those of the text as it was given', () => {
    const text = `ﬁrst ${'중국'.normalize('NFD')} 𠮷野 end`;
    expect(unitsOf(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
      'ﬁrst',
      '중',
      '국',
      '𠮷',
      '野',
      'end',
    ]);
    const folded = foldText(text);
    expect(givenSpan(folded, folded.text.length, folded.text.length)).toEqual({ start: text.length, end: text.length });
  });
});

describe('simplified characters', () => {
  it('stand where the traditional ones stood, and a text without any is as it was', () => {
    expect(simplifiedText('圖們江對岸，Tumen 강𠮷')).toBe('图们江对岸，Tumen 강𠮷');
    expect(simplifiedText('图们江')).toBe('图们江');
  });
});

describe('terms of the index', () => {
  it('S2: overlapping pairs over spaces, the last character alone, words as they are', () => {
    expect(indexedPassage({ head: '', body: '중국 공안 said, 图们' }).body).toBe('중국 국공 공안 안 said 图们 们');
  });

  it('S8, S9: stems, numbers and dates beside them', () => {
    expect(indexedPassage({ head: 'Refugees', body: '13만3009명, 2016년 8월' }).added).toBe(
      '≈refuge №133009 †2016 †2016–08',
    );
  });

  it('S2: a phrase ends with the pair before its last character, or asks for a beginning', () => {
    expect(phraseTerms(unitsOf('강제북송'))).toEqual({ terms: ['강제', '제북', '북송'], lastIsPrefix: false });
    expect(phraseTerms(unitsOf('江'))).toEqual({ terms: ['江'], lastIsPrefix: true });
    expect(phraseTerms(unitsOf('8월'))).toEqual({ terms: ['8', '월'], lastIsPrefix: true });
  });
});

describe('Korean', () => {
  it.each([
    ['북한에서', '북한'],
    ['난민들이', '난민'],
    ['송환되었다', '송환'],
    ['수용소에서는', '수용소'],
    ['전문가', undefined],
    ['활동가', undefined],
    ['국가', undefined],
  ])('S5: the noun of %s', (word, stem) => {
    expect(koreanStem(word)).toBe(stem);
  });

  it.each([
    ['연락', '련락'],
    ['룡정', '용정'],
    ['로동', '노동'],
    ['국제연합', '국제련합'],
    ['지지율', '지지률'],
    ['되었다', '되였다'],
    ['러시아', '로씨야'],
  ])('S6: %s is %s on the other side', (word, other) => {
    expect(otherSpellings(word)).toContain(other);
    expect(otherSpellings(other)).toContain(word);
  });

  it.each([
    ['건넜다', ['건너', '건넌']],
    ['닫혔다', ['닫혀', '닫히', '닫힌']],
    ['갚았다', ['갚아', '갚은', '갚고']],
    ['보냈다', ['보내', '보낸']],
    ['도왔다', ['도와', '도오']],
    ['잠긴', ['잠기', '잠겨', '잠겼']],
    ['막는다', ['막아', '막았']],
  ])('S5: %s begins as its other forms do', (word, beginnings) => {
    expect(verbBeginnings(word)).toEqual(expect.arrayContaining(beginnings));
    expect(verbBeginnings(word).length).toBeLessThanOrEqual(24);
    expect(verbBeginnings(word)).not.toContain(word);
  });

  it.each(['중국', '다', '', 'crossed', '두만강'])('S5: %s is no form of a verb', (word) => {
    expect(verbBeginnings(word)).toEqual([]);
  });

  it.each([
    ['중국공안', '중국 공안이 단속했다', true],
    ['중국 공안', '중국공안이 단속했다', true],
    ['북한', '대북 한국 정부', false],
    ['북송', '강제북송반대', true],
    ['쌀값', '쌀 값이 올랐다', true],
    ['강', '강을 건넜다', true],
    ['강', '압록강변', false],
    ['북한에서', '북한으로 갔다', true],
  ])('S17: %s in %s: %s', (query, text, found) => {
    expect(finds(query, text)).toBe(found);
  });
});

describe('a short look at Korean', () => {
  it('S17: says inside only where the whole look finds it, and nowhere as a word', () => {
    const syllables = fc.constantFrom(
      '가',
      '나',
      '다',
      '에',
      '서',
      '는',
      '강',
      ' ',
      ', ',
      '\n',
      'a',
      '㉮',
      '가'.normalize('NFD'),
      '1',
    );
    const texts = fc.array(syllables, { maxLength: 24 }).map((parts) => parts.join(''));
    const words = fc.array(fc.constantFrom('가', '나', '다', '강', '서'), { minLength: 2, maxLength: 3 });
    let told = 0;
    fc.assert(
      fc.property(texts, words, (text, word) => {
        const [term] = parseQuery(word.join(''), { names, exact: false }).terms;
        if (term === undefined || standsInsideOnly(text, term) !== true) return;
        told++;
        const places = occurrencesOf(searchedText(text, new Sought([term])), term);
        expect(places.length).toBeGreaterThan(0);
        expect(places.some(({ asWord }) => asWord)).toBe(false);
      }),
      { numRuns: 20_000 },
    );
    expect(told).toBeGreaterThan(20);
  });
});

describe('numbers and dates', () => {
  it.each([
    ['13만 3천9', 'number 133009'],
    ['十三万三千零九', 'number 133009'],
    ['1.5万', 'number 15000'],
    ['1.2 million', 'number 1200000'],
    ['2016년 8월', 'date 2016-08'],
    ['二〇一六年八月', 'date 2016-08'],
    ['August 9, 2016', 'date 2016-08-09'],
    ['9 Aug 2016', 'date 2016-08-09'],
    ['2016.8.9', 'date 2016-08-09'],
    ['8월 15일', 'date --08-15'],
  ])('S8, S9: %s', (text, expected) => {
    const [value] = valuesOf(foldText(text));
    expect(`${value?.kind} ${value?.value}`).toBe(expected);
  });

  it.each(['2016-13-01', '0000-00-00', '万一', 'May I'])('S9: %s is no date and no number', (text) => {
    expect(valuesOf(foldText(text)).filter(({ value }) => /^\d{4}-\d\d/.test(value))).toEqual([]);
  });

  it.each([
    ['133009', '13만3009명'],
    ['13만3009', '133,009 people'],
    ['2016년 8월', 'on 9 August 2016'],
    ['August 2016', '2016.8.9.'],
  ])('S8, S9: %s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });
});

describe('queries', () => {
  const typed = (text: string): readonly string[] =>
    parseQuery(text, { names, exact: false }).terms.map((term) => term.text);

  it('S10 to S13: words, phrases, exclusions, OR', () => {
    expect(typed('border "Tumen River" a OR b')).toEqual(['border', 'Tumen River', 'a OR b']);
    const { excluded } = parseQuery('북한 -축구 -"세계 무역"', { names, exact: false });
    expect(excluded.map((term) => term.text)).toEqual(['축구', '세계 무역']);
  });

  it('S14: what has no meaning is left aside, and said', () => {
    expect(parseQuery('"open', { names, exact: false }).notes).toEqual(['open-quotation']);
    expect(parseQuery('。。。', { names, exact: false }).notes).toEqual(['nothing-to-find']);
    expect(parseQuery('-only', { names, exact: false }).notes).toEqual(['only-exclusions']);
  });

  it('S15: an exact query has nothing added', () => {
    const { terms } = parseQuery('북한에서 refugees 2016', { names, exact: true });
    expect(terms.map(({ alternatives }) => alternatives.length)).toEqual([1, 1, 1]);
  });

  it('S16: a question is taken apart without what makes it one', () => {
    const { terms } = looseQuery(parseQuery('图们江在哪里？', { names, exact: false }));
    expect(terms.map(({ text }) => text)).toEqual(['图们', '们江', '江在']);
  });

  it('S17: of overlapping forms the longest is marked', () => {
    const [term] = parseQuery('repatriated', { names, exact: false }).terms;
    const text = 'They repatriate; repatriation follows.';
    const marked =
      term === undefined
        ? []
        : occurrencesOf(searchedText(text, new Sought([term])), term).map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['repatriate', 'repatriation']);
  });

  it('a text that was prepared for other terms is not asked in vain: finding nothing would look as if it were not there', () => {
    const [asked, other] = ['repatriated', 'returned'].map((word) => parseQuery(word, { names, exact: false }).terms);
    const looked = searchedText('They were repatriated.', new Sought(other ?? []));
    expect(() => occurrencesOf(looked, asked?.[0] ?? { text: '', alternatives: [], names: [] })).toThrow('prepared');
  });

  it('no rule of the stemmer changes the first letter of a word, by which most words of a text are passed over', () => {
    const endings = fc.constantFrom(
      '',
      's',
      'es',
      'ies',
      'ied',
      'ed',
      'ing',
      'ly',
      'ation',
      'y',
      'ying',
      'sses',
      'ous',
    );
    const letters = fc.array(fc.constantFrom(...'abcdeghilnorstuy'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(letters, endings, (word, ending) => {
        const made = word.join('') + ending;
        expect((englishStem(made) ?? made)[0]).toBe(made[0]);
      }),
      { numRuns: 5000 },
    );
    for (const word of ['dying', 'lying', 'skies', 'skis', 'early', 'authorities', 'policing', 'news']) {
      expect((englishStem(word) ?? word)[0]).toBe(word[0]);
    }
  });
});
