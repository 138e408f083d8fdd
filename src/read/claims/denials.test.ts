import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { readingToClaimsJson } from '../claims-json.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { readClaims } from './read-claims.ts';

const claimsOf = (text: string, language: Language) =>
  readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).claims;

describe('RC10: what is denied or alleged is never given as said', () => {
  const denied: readonly (readonly [Language, string])[] = [
    ['en', 'The harbour office denied that the guards sank 40 boats in 2011.'],
    ['en', 'The harbour office rejected claims that it sank 40 boats in 2011.'],
    ['en', 'The ministry refuted reports that 40 boats were sunk.'],
    ['en', 'Nobody said that the guards sank 40 boats.'],
    ['en', 'The guards allegedly, the harbour office said, sank 40 boats in 2011.'],
    ['zh', '港务局否认警卫击沉了40艘船。'],
    ['zh', '港务局否认“警卫击沉了40艘船”。'],
    ['zh', '没有人说警卫击沉了40艘船。'],
    ['zh', '李某据称击沉了40艘船。'],
    ['ko', '항만청은 경비대가 배 40척을 침몰시켰다는 주장을 부인했다.'],
  ];
  it.each(denied)('(%s) keeps the words that say so: %s', (language, text) => {
    const claims = claimsOf(text, language);
    expect(claims.map(({ passage }) => passage.quote)).toEqual([text]);
    expect(
      claims[0]?.attribution.map(({ name }) => name).filter((name) => /^no|没有|据$|allegedly/iu.test(name ?? '')),
    ).toEqual([]);
  });

  it('keeps the word of denial as a hedge', () => {
    expect(claimsOf('The harbour office denied that the guards sank 40 boats.', 'en')[0]?.hedge).toContain('denied');
    expect(claimsOf('港务局否认警卫击沉了40艘船。', 'zh')[0]?.hedge).toContain('否认');
  });
});

describe('RC4: when somebody was born or came is not when something happened', () => {
  it.each([
    ['en', 'The captain, born on 3 May 1985, was detained in Orrin.'],
    ['en', 'After fleeing in 1998, the captain was detained in Orrin.'],
  ] as const)('(%s) %s', (language, text) => {
    expect(claimsOf(text, language).map(({ date }) => date?.norm ?? null)).toEqual([null]);
  });
});

describe('RK: a name is no course of action', () => {
  it('철수 behind a family name is a person', () => {
    const [claim] = claimsOf('김철수가 2011년 5월 오린에서 체포되었다.', 'ko');
    expect([claim?.option, claim?.signal?.direction]).toEqual([null, 'up']);
  });

  it('whoever reports is not whom it happened to', () => {
    const [claim] = claimsOf('박 씨는 배가 침몰됐다고 밝혔다.', 'ko');
    expect([claim?.attribution[0]?.name, claim?.event?.whom ?? '']).toEqual([
      '박 씨',
      expect.not.stringContaining('박 씨'),
    ]);
  });
});

describe('claims JSON without what is held back', () => {
  const hidden = (text: string) => {
    const layer = sentenceLayer(text, { language: 'en' });
    return readingToClaimsJson('x.txt', layer, readClaims(layer, SAMPLE_PACK), { reveal: false });
  };

  it('M6: a number is held where any place of its words is', () => {
    const written = JSON.stringify(hidden('On 4 May 2011 in Orrin, police detained 4 women and 14 men.'));
    expect(written).toContain('▒▒▒');
    expect(written).not.toMatch(/"value":4[,}]/);
    expect(JSON.stringify(hidden('Police fined 24 men and detained 4 women.'))).not.toMatch(/"value":4[,}]/);
  });

  it('M6: a place is veiled as the passage is', () => {
    const written = JSON.stringify(hidden('The couple hid in a safe house at 12 Renmin Road, Orrin, in 2011.'));
    expect(written).not.toContain('Renmin');
  });
});
