import { describe, expect, it } from 'vitest';
import { type InventedSentence, inventedSentences, isRight } from './sign-sentences.ts';

const LANGUAGES = ['en', 'zh', 'ko'] as const;

function share(sentences: readonly InventedSentence[], isGood: (each: InventedSentence) => boolean): number {
  return sentences.filter(isGood).length / sentences.length;
}

describe('RK15', () => {
  it.each(LANGUAGES)('every kind of risk has six sentences, and every course six, in %s', (lang) => {
    const counts = new Map<string, number>();
    for (const { topic, what } of inventedSentences(lang)) {
      const key = `${topic} ${what}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const few = [...counts].filter(([key, count]) => /^(?:risk|option)/.test(key) && count < 6);
    expect(few).toEqual([]);
    expect([...counts.keys()].filter((key) => key.startsWith('risk ')).length).toBe(31);
    expect([...counts.keys()].filter((key) => key.startsWith('option ')).length).toBe(8);
  });

  it.each([
    ['risk', 0.92],
    ['option', 0.9],
    ['side', 0.85],
    ['kind', 0.9],
    ['hedge', 0.9],
  ] as const)('sentences of every %s are read as they were written, in each language', (topic, least) => {
    for (const lang of LANGUAGES) {
      const those = inventedSentences(lang).filter((each) => each.topic === topic && each.what !== '-');
      expect(those.length).toBeGreaterThan(10);
      expect(share(those, isRight)).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(LANGUAGES)('a risk that is found goes where it goes, and an option has its stance, in %s', (lang) => {
    const found = inventedSentences(lang).filter((each) => isRight(each) && each.what !== '-');
    const risks = found.filter(({ topic }) => topic === 'risk');
    const options = found.filter(({ topic }) => topic === 'option');
    expect(share(risks, ({ how, said }) => said.signal?.direction === how)).toBeGreaterThanOrEqual(0.9);
    expect(share(options, ({ how, said }) => said.option?.stance === how)).toBeGreaterThanOrEqual(0.88);
  });

  it.each([
    ['en', 0.6],
    ['zh', 0.8],
    ['ko', 0.8],
  ] as const)('near ones with the same nouns are no risk, in %s', (lang, least) => {
    const near = inventedSentences(lang).filter(({ topic, what }) => topic === 'risk' && what === '-');
    expect(share(near, isRight)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['en', 'A court stayed the removal of six asylum seekers.'],
    ['zh', '警方夜间清查，带走数十名无证工人。'],
    ['ko', '경찰이 한밤중에 들이닥쳐 미등록 노동자 수십 명을 데려갔다.'],
  ] as const)('of what sort somebody is, is not what is said of them: %s', (lang, text) => {
    const found = inventedSentences(lang).find((each) => each.text === text);
    expect(found?.said.signal?.category).not.toBe('documentation-status');
    expect(found?.said.signal?.category).toBe(found?.what);
  });
});
