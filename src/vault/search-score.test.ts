import { describe, expect, it } from 'vitest';
import { looseQuery, nameForms, parseQuery, Sought, searchedText } from '../read/index.ts';
import { questionScores } from './search-score.ts';

const FILLER = '，天气晴朗，市场照常开放。';

function scores(question: string, texts: readonly string[]): readonly number[] {
  const loose = looseQuery(parseQuery(question, { names: nameForms([]), exact: false }));
  const sought = new Sought(loose.terms);
  return questionScores(
    texts.map((text) => searchedText(text, sought)),
    {
      terms: loose.terms.map((term) => ({ term, passages: 5, asTyped: undefined })),
      characters: [],
      totals: { passages: 10_000, terms: 200_000 },
    },
  );
}

describe('the score of a question', () => {
  it('S19: pairs that overlap are one thing said: three words tell more than the four pairs of one name that are as rare', () => {
    const [name = 0, words = 0] = scores('灯笼守望社 码头 名册 登记', [
      `灯笼守望社${FILLER}`,
      `码头、名册、登记${FILLER}`,
    ]);
    expect(words).toBeGreaterThan(name);
  });

  it('S19: of such a name each pair that stands still says something', () => {
    const [whole = 0, half = 0, none = 0] = scores('灯笼协会', [`灯笼协会${FILLER}`, `灯笼${FILLER}`, FILLER]);
    expect(whole).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(none);
    expect(none).toBe(0);
  });
});
