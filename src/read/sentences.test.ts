import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

const RUNS = process.env['SLOW'] === '1' ? 10_000 : 300;
const cut = (text: string, language: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
/** Sentences as they should come out, given joined by the mark. */
const same = (marked: string, language: string, joint = ' ') =>
  expect(cut(marked.replaceAll('¦', joint), language)).toEqual(marked.split('¦'));

describe('sentences', () => {
  it('L61: in English end at a full stop, not at a title, an initial, an abbreviation or a decimal', () => {
    same(
      'Mr. Alder met Dr. J. R. Birch of the U.S. Department on Jan. 5.¦They spoke for 3.5 hours, i.e. until 4 p.m. on Monday.',
      'en',
    );
    same('He works for Example Inc. The firm is small.'.replace('Inc. The', 'Inc.¦The'), 'en');
    same(
      'Gen. Cedar spoke of Art. 12 and No. 7.¦“We stay,” he said.¦“Nobody leaves.”¦She agreed (as ever).¦Good!',
      'en',
    );
    same('He lived in the U.S.¦The town knew.¦It rose by 4.¦Then it fell.', 'en');
    same(
      'She asked, “Why now?” and left.¦“Stop!” he cried.¦Really?¦Yes...¦And so on, etc.¦But why… nobody knows.',
      'en',
    );
    same('They said no.¦Nothing else was heard at 10 a.m.¦However, it came.', 'en');
  });

  it('L62: keep the number of a list item and of a note', () => {
    same('1. Treat all alike.¦2. Tell the office.', 'en');
    same('The text is given below. [1]¦More follows.', 'en');
  });

  it('L63: in Chinese end at the full stop with the quotation marks that close there', () => {
    same('镇长说：“桥关闭了。”¦居民问：“为什么？！”¦没有人回答……只有沉默。¦（完）', 'zh-Hans', '');
    same('「我們走吧！」¦他說。¦真的嗎?¦真的!', 'zh-Hant', '');
  });

  it('L64: in Korean end at the stop before a space, also after a quotation', () => {
    same(
      '다리가 닫혔다.¦주민은 "아무 말도 못 들었다."고 말했다.¦비율은 3.5%였다.¦왜 그랬을까?¦모른다…¦“갑시다.”¦그가 나섰다.',
      'ko',
    );
  });

  it('L65: end at a line that was not filled, and not inside wrapped lines', () => {
    same('March 15, 2005¦Office of Bridges¦Town of Alder', 'en', '\n');
    const wrapped =
      'The office of bridges said on Monday that the old one\nwould stay closed until the river falls again.';
    expect(cut(wrapped, 'en')).toEqual([wrapped]);
    same('One.¦Two', 'en', '\n\n');
  });

  it('L60: hold everything but white space, in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '.',
        '!',
        '?',
        '。',
        '”',
        '"',
        ' ',
        '\n',
        '\n\n',
        'Mr',
        'U.S',
        'a',
        'B',
        '1',
        '다',
        '河',
        '…',
        '[1]',
        '(',
        '𠮷',
        '．',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.constantFrom('en', 'ko', 'zh', 'und'), (pieces, language) => {
        const text = pieces.join('');
        let before = 0;
        let between = '';
        for (const { start, end } of sentencesOf(text, language)) {
          expect(start >= before && end > start).toBe(true);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          between += text.slice(before, start);
          before = end;
        }
        expect((between + text.slice(before)).trim()).toBe('');
      }),
      { numRuns: RUNS },
    );
  });

  it('take a text of stops and spaces in step with its length', () => {
    for (const text of [
      '. '.repeat(500_000),
      '.'.repeat(1_000_000),
      `.${' '.repeat(1_000_000)}`,
      '\n'.repeat(1_000_000),
      'a.b'.repeat(300_000),
      'x\n'.repeat(300_000),
    ]) {
      expect(sentencesOf(text, 'en').length).toBeLessThanOrEqual(text.length);
    }
  });
});
