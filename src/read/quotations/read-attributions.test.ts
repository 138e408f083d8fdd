import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributions } from './read-attributions.ts';

type Language = 'en' | 'zh' | 'ko';
const said = (text: string, lang: Language): string =>
  readAttributions(text, { lang })
    .map(({ content, more, speaker, type, via }) => {
      const words = (span: { readonly start: number; readonly end: number }): string =>
        text.slice(span.start, span.end);
      const through = via.length === 0 ? '' : ` via ${via.map(words).join(', ')}`;
      return `${speaker === null ? '?' : words(speaker)}${through} ${type}: ${[content, ...more].map(words).join(' + ')}`;
    })
    .join(' | ');

describe('English', () => {
  it.each([
    ['RA1', 'The spokesman said: “Nobody was sent back.”', 'The spokesman direct: Nobody was sent back.'],
    ['RA1', '“Nobody was sent back,” said a trader in Omrek.', 'a trader in Omrek direct: Nobody was sent back,'],
    [
      'RA1',
      '“We had nowhere to go,” a woman said, “and the river rose.”',
      'a woman direct: We had nowhere to go, + and the river rose.',
    ],
    [
      'RA2',
      'Residents say the bridge has been closed since May.',
      'Residents indirect: the bridge has been closed since May',
    ],
    [
      'RA2',
      'Guards were seen near the river, a resident said on Monday.',
      'a resident indirect: Guards were seen near the river',
    ],
    ['RA2', 'According to the ministry, prices rose.', 'the ministry indirect: prices rose'],
    ['RA2', 'The order states that “all persons” must register.', 'The order mixed: “all persons” must register'],
    [
      'RA3',
      'An official told the paper that a trader had said “they take everyone.”',
      'An official mixed: a trader had said “they take everyone.” | a trader via An official direct: they take everyone.',
    ],
    [
      'RA3',
      'Citing a guard, the Omrek Post reported that patrols doubled.',
      'a guard via the Omrek Post indirect: patrols doubled',
    ],
    [
      'RA4',
      'A teacher said the school was shut. “There was no coal,” she added.',
      'A teacher indirect: the school was shut | A teacher direct: There was no coal,',
    ],
    ['RA4', '“There was no coal,” she added.', '? direct: There was no coal,'],
    ['RA5', 'It is said that the bridge is closed.', '? indirect: the bridge is closed'],
    ['RA6', 'The ministry declined to say whether anyone was sent back.', ''],
    ['RA6', 'The so-called “clean border” campaign went on.', ''],
    [
      'RA7',
      'Moderator: What happened at the river?\nVisitor: The guards took two people away.',
      'Moderator direct: What happened at the river? | Visitor direct: The guards took two people away.',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'en')).toBe(expected);
  });
});

describe('Chinese', () => {
  it.each([
    ['RA1', '发言人说：“没有人被送回。”', '发言人 direct: 没有人被送回。'],
    ['RA1', '“没有人被送回。”一名商人在接受采访时说。', '一名商人 direct: 没有人被送回。'],
    ['RA1', '發言人說：「沒有人被送回。」', '發言人 direct: 沒有人被送回。'],
    [
      'RA2',
      '外交部否认有人被遣返，而人权组织表示已有数百人被遣返。',
      '外交部 indirect: 有人被遣返 | 人权组织 indirect: 已有数百人被遣返',
    ],
    ['RA2', '该官员称此举“违反国际法”。', '该官员 mixed: 此举“违反国际法”'],
    ['RA5', '据悉，桥已关闭。', '? indirect: 桥已关闭'],
    ['RA6', '发言人没有说明原因。', ''],
    ['RA6', '所谓“清洁边境”行动仍在继续。', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'zh')).toBe(expected);
  });
});

describe('Korean', () => {
  it.each([
    ['RA1', '한 상인은 “아무도 돌아가지 않았다”고 말했다.', '한 상인 direct: 아무도 돌아가지 않았다'],
    ['RA1', '“갈 곳이 없었다”며 한 상인은 “아이가 있었다”고 말했다.', '한 상인 direct: 갈 곳이 없었다 + 아이가 있었다'],
    [
      'RA2',
      '외교부는 송환된 주민이 없다고 밝혔지만, 인권단체는 수백 명이 송환됐다고 반박했다.',
      '외교부 indirect: 송환된 주민이 없다 | 인권단체 indirect: 수백 명이 송환됐다',
    ],
    ['RA2', '특별보고관은 송환이 “국제법 위반”이라고 지적했다.', '특별보고관 mixed: 송환이 “국제법 위반”'],
    ['RA2', '소식통에 따르면 최근 단속이 강화됐다.', '소식통 indirect: 최근 단속이 강화됐다'],
    ['RA5', '단속이 강화된 것으로 알려졌다.', '? indirect: 단속이 강화된'],
    ['RA6', '정부는 이유를 밝히지 않았다.', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'ko')).toBe(expected);
  });
});

describe('whatever the text', () => {
  const languages = fc.constantFrom<Language>('en', 'zh', 'ko');

  it('RA8: spans lie within the text, contents hold something, and reading twice is equal', () => {
    const pieces = fc.constantFrom(
      ...'said told “ ” " 「 」 ‘ ’ , . : that 说 表示 称 ， 。 ： 据 报道 라고 고 말했다 밝혔다 은 는 에 따르면 The official 官员 관계자 he 他 그는 Citing \n \n\n'.split(
        ' ',
      ),
      ' ',
      '\ud800',
      '@a: ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), languages, (parts, lang) => {
        const text = parts.join('');
        const found = readAttributions(text, { lang });
        for (const { content, more, speaker, cue, via } of found) {
          for (const span of [
            content,
            ...more,
            ...via,
            ...(speaker === null ? [] : [speaker]),
            ...(cue === null ? [] : [cue]),
          ]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        }
        expect(readAttributions(text, { lang })).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[Language, string]>([
    ['en', '“'],
    ['en', 'X said Y told '],
    ['en', '“a,” he said. '],
    ['en', 'citing a, b said. '],
    ['zh', '说，称'],
    ['zh', '“说”，他说。'],
    ['ko', '“가”라고 말했다. '],
    ['ko', '가는 나라고 말했고 '],
    ['ko', 'ㄱ: '],
  ])('RA9: a megabyte of its own worst case is read to the end (case %#)', (lang, piece) => {
    // A quadratic step would not end within the time that a test has.
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(readAttributions(text, { lang }).length).toBeGreaterThanOrEqual(0);
  });
});
