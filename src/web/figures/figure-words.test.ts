import { describe, expect, it } from 'vitest';
import type { FigureLine } from '../../serve/api.ts';
import { groupFigures } from './figure-words.ts';

function figure(more: Partial<FigureLine>): FigureLine {
  return {
    ...{ claim: 'c', source: 's', title: 'A notice', start: 0, value: 5, low: null, high: null, op: '=' },
    ...{ stated: 'five', unit: 'persons', counts: 'registered', measure: null, date: '2018', places: [] },
    ...{ chain: [], quote: 'five', state: 'accepted', question: 'q' },
    ...more,
  };
}

describe('figures by their questions', () => {
  it('S5: figures of different questions never stand in one group', () => {
    const { questions, others } = groupFigures([
      figure({ claim: 'a', date: '2019' }),
      figure({ claim: 'b', date: '2018' }),
      figure({ claim: 'c', question: 'another' }),
    ]);
    expect(questions.map(({ figures }) => figures.map(({ claim }) => claim))).toEqual([['b', 'a']]);
    expect(others.map(({ claim }) => claim)).toEqual(['c']);
  });

  it('S5: sums of which nobody says what they count share nothing, whatever key they have', () => {
    const { questions, others } = groupFigures([figure({ counts: '' }), figure({ counts: ' ' })]);
    expect(questions).toEqual([]);
    expect(others).toHaveLength(2);
  });
});
