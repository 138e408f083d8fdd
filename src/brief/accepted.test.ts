import { describe, expect, it } from 'vitest';
import { draft, persons, sentencesOf, sourceOf } from '../../test/brief/invented-source.ts';
import { briefToMarkdown } from './markdown.ts';
import { briefParts } from './parts.ts';

const COUNTS = { unreviewed: 30, accepted: 1, rejected: 2, unsure: 0, disputed: 1, reopened: 0 };

describe('a draft of accepted claims', () => {
  const first = 'The stations returned 41,730 crossers.';
  const second = 'The bridge counted 18,400 crossers.';
  const source = sourceOf({
    blocks: [first, second],
    claims: [
      { quote: first, quantity: [persons({ stated: '41,730', value: 41730 })] },
      { quote: second, quantity: [persons({ stated: '18,400', value: 18400 })] },
    ],
  });
  const told = source.reading.claims.slice(1);

  it('RV11: tells accepted claims alone, and says how many of each other state it leaves alone', () => {
    const brief = draft('crossers', [{ ...source, told }], { accepted: COUNTS });
    expect(sentencesOf(brief)).toEqual([`Omrek Bureau of Finance: ${second}`]);
    const markdown = briefToMarkdown(brief);
    expect(markdown).toContain('1 accepted, 30 unreviewed, 2 rejected, 1 disputed not counted');
    expect(markdown).toContain('Each sentence rests on a claim that a named person accepted.');
    expect(markdown).not.toContain('No person has accepted any of them');
    expect(briefParts(brief)[0]?.body).toMatchObject({ accepted: COUNTS });
  });

  it('RV11: without accepted claims it is of suggestions, and says that', () => {
    const brief = draft('crossers', [source]);
    expect(sentencesOf(brief)).toHaveLength(2);
    expect(briefToMarkdown(brief)).toContain('No person has accepted any of them');
  });

  it('RV11: a claim that is not told still holds back the words that it stands in', () => {
    const words = 'The stations returned 41,730 crossers and three others.';
    const mixed = sourceOf({
      blocks: [words],
      claims: [
        { quote: 'The stations returned 41,730 crossers', quantity: [persons({ stated: '41,730', value: 41730 })] },
        { quote: 'three others', quantity: [persons({ stated: 'three', value: 3 })] },
      ],
    });
    const brief = draft('crossers', [{ ...mixed, told: mixed.reading.claims.slice(0, 1) }], { accepted: COUNTS });
    expect([sentencesOf(brief), brief.heldBack.passages]).toEqual([[], 1]);
  });
});
