import { describe, expect, it } from 'vitest';
import { indexCharacters, indexWords } from './cue-index.ts';
import { cuesIn } from './cues.ts';

const found = (text: string, row: string, script: 'letters' | 'characters'): readonly string[] => {
  const index = script === 'letters' ? indexWords({ tag: [row] }) : indexCharacters({ tag: [row] });
  return cuesIn(text, index).map(({ start, end }) => text.slice(start, end));
};

describe('words of a list', () => {
  it.each([
    ['forced to leave', 'force* to leave', 'they were forced to leave at once'],
    ['is now limited to', 'is/are limit* to', 'entry is now limited to residents'],
    [
      'a trader in the town who spoke on condition',
      'a … who asked/spoke on condition',
      'a trader in the town who spoke on condition of silence',
    ],
    ["don't know whether", "don't/cannot know whether", "we don't know whether it is so"],
    ['non-profit', 'non profit', 'a non-profit group'],
  ])('in English: %s', (words, row, text) => {
    expect(found(text, row, 'letters')).toEqual([words]);
  });

  it('a row is not found where one of its words is missing, or only begins so', () => {
    expect(
      found('a trader in the town who spoke on conditions', 'a … who asked/spoke on condition', 'letters'),
    ).toEqual([]);
    expect(found('a trader in the town who wrote', 'a … who asked/spoke on condition', 'letters')).toEqual([]);
  });

  it.each([
    ['은 살인', '(?:은|는)\\s?(?:살인|범죄)', '그것은 살인이다'],
    ['가라', '가(?:나다|라)', '이가라'],
    ['가 나다', '가(?:좀)? (?:나다|라마)', '이가 나다'],
    ['须经批准方可', '须…方可', '入境须经批准方可进行'],
    ['将受处罚', '将(?:会)?(?:受[到]?)?(?:处罚|惩罚)', '违者将受处罚'],
    ['약 3배', '약 \\d배', '약 3배'],
    ['从下周起都要', '(?:从|自)[^，。]{1,10}起[^，。]{0,20}(?:都|均)(?:要|得)', '从下周起都要登记'],
  ])('in Chinese and Korean: %s', (words, row, text) => {
    expect(found(text, row, 'characters')).toEqual([words]);
  });

  it('those of one tag do not overlap, and the longest of what begins alike is meant', () => {
    const index = indexCharacters({ one: ['边境', '边境管理', '管理'], other: ['管理'] });
    expect(cuesIn('边境管理区', index)).toEqual([
      { tag: 'one', start: 0, end: 4 },
      { tag: 'other', start: 2, end: 4 },
    ]);
  });
});
