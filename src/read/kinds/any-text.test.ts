import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement, type Statement } from './statement.ts';

const PIECES =
  `must not|shall|if they|anyone who|hides|fined|500 yuan|reward of|report|were arrested|by|police|has|may have been|on Monday|“|”|.|, |; |\n|would|every year|NGOs|stay|deport|eased
任何单位|不得|收留|处|五千元|罚款|。|，|将|被|遣返|了|如果|的|者|奖励|举报|我|也许|留下|机构
누구든지|신고한 자에게|포상금|을 지급한다|금지한다|했다|것으로 알려졌다|. |, |만약|송환|되면|우리는|남아|단체`.split(
    /[|\n]/,
  );

/** Everything that a statement holds in words of its clause. */
function wordsIn({ rule, event, signal, stance, hedge }: Statement): readonly string[] {
  const ruled = rule === null ? [] : [rule.addressee, rule.action, rule.condition, rule.sanction, rule.reward];
  const happened = event === null ? [] : [event.who, event.did, event.whom];
  return [...ruled, ...happened, signal?.stated, stance?.toward, ...hedge].filter((each) => typeof each === 'string');
}

describe('RK1', () => {
  it('every text of a statement is words of the clause', () => {
    const clauses = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(' '));
    const genres = fc.constantFrom('notice', 'news', 'roundtable', 'post', 'unknown');
    fc.assert(
      fc.property(clauses, fc.constantFrom('en', 'zh', 'ko'), genres, (text, lang, genre) => {
        const statement = readStatement({ text, lang, genre });
        for (const words of wordsIn(statement)) expect(text).toContain(words);
        expect(readStatement({ text, lang, genre })).toEqual(statement);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['en', 'and arrested '],
    ['en', 'anyone who '],
    ['en', 'if who '],
    ['en', '5 yuan to '],
    ['en', 'may have been not '],
    ['en', 'deport more '],
    ['en', '3 May 2014 '],
    ['en', 'a,'],
    ['zh', '逮捕如果'],
    ['zh', '给予奖励的，'],
    ['zh', '5元至'],
    ['ko', '하는 자에게 '],
    ['ko', '신고한 자 포상금 '],
    ['ko', '가'],
  ] as const)('a grammar takes a text of its worst, without ends: %s %s', (lang, piece) => {
    const text = piece.repeat(Math.ceil((process.env['SLOW'] === undefined ? 60_000 : 300_000) / piece.length));
    for (const genre of ['notice', 'news'] as const) readStatement({ text, lang, genre });
  });
});
