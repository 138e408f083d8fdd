import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, fitCells, manyLines, oneLine, padCells, wrapCells } from './cell-text.ts';

describe('cells of a terminal', () => {
  it('Chinese, Korean and full-width characters take two, combining marks none', () => {
    const cells = [
      ['Daybook', 7],
      ['Daybook 2 ~', 11],
      ['Daybook\n', 7],
      ['样本', 4],
      ['견본', 4],
      ['ＡＢ', 4],
      ['e\u0301', 1],
      ['\u1112\u1161\u11ab', 2],
      ['𠮷', 2],
      ['👩‍👩‍👧', 2],
      ['▒▒▒', 3],
      ['', 0],
    ] as const;
    expect(cells.map(([text]) => [text, cellsOf(text)])).toEqual(cells);
  });

  it('a text is cut between characters and says that it was', () => {
    expect(fitCells('样本样本', 6)).toBe('样本…');
    expect(fitCells('样本', 4)).toBe('样本');
    expect(cellsOf(padCells(fitCells('样本样本', 6), 6))).toBe(6);
  });

  it('no text is ever wider than it was fitted or wrapped to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (text, cells) => {
        expect(cellsOf(fitCells(text, cells))).toBeLessThanOrEqual(cells);
        for (const line of wrapCells(text, cells)) expect(cellsOf(line)).toBeLessThanOrEqual(cells);
      }),
    );
  });

  it('wrapping loses no character that is not a space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (text, cells) => {
        expect(wrapCells(text, cells).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('text of a document on a terminal', () => {
  it('is one line, and can neither drive the terminal nor turn the line around', () => {
    expect(oneLine('a\n\tb \u001b[31mred\u202e\u0007')).toBe('a b ⟨U+001B⟩[31mred⟨U+202E⟩⟨U+0007⟩');
    expect(oneLine('soft\u00adhyphen\ufeff')).toBe('softhyphen');
  });

  it('keeps its lines where it is printed whole', () => {
    expect(manyLines('a\n\tb\u001b\r')).toBe('a\n\tb⟨U+001B⟩⟨U+000D⟩');
  });

  it('holds no control character, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
        expect(manyLines(text)).not.toMatch(/(?![\n\t])\p{Cc}/u);
      }),
    );
  });
});
