import { describe, expect, it } from 'vitest';
import type { Box } from '../layer.ts';
import { blocksOfPages } from './page-layout.ts';
import type { PageLine } from './page-line.ts';

function line(text: string, [x0, y0, x1]: readonly [number, number, number], more: Partial<PageLine> = {}): PageLine {
  const size = more.size ?? 10;
  const box: Box = [x0, y0, x1, y0 + size * 1.2];
  return { text, box, size, bold: false, runs: 'across', spaced: false, ...more };
}

function read(...pages: readonly (readonly PageLine[])[]): readonly string[] {
  return blocksOfPages(pages.map((lines, i) => ({ number: i + 1, height: 800, lines }))).map(
    ({ text, kind, aside }) => `${aside === true ? 'aside ' : ''}${kind}: ${text}`,
  );
}

describe('blocks of pages', () => {
  it('P11: two columns are read one after the other, below what spans them', () => {
    const column = (x: number, word: string): readonly PageLine[] =>
      [0, 1, 2, 3].map((i) => line(`${word} line ${i} with enough words to fill it`, [x, 200 + 12 * i, x + 200]));
    const left = column(50, 'left');
    const right = column(300, 'right');
    const mixed = left.flatMap((each, i) => [right[i] ?? each, each]);
    expect(read([line('A title over both of the columns', [50, 150, 500], { size: 20 }), ...mixed])).toEqual([
      'heading: A title over both of the columns',
      `paragraph: ${left.map(({ text }) => text).join(' ')}`,
      `paragraph: ${right.map(({ text }) => text).join(' ')}`,
    ]);
  });

  it('P12: rows of a table stay rows, their cells parted by tabs', () => {
    const row = (y: number, cells: readonly string[]): readonly PageLine[] =>
      cells.map((text, i) => line(text, [50 + 150 * i, y, 90 + 150 * i]));
    expect(read([...row(200, ['North', '1,200', '40 %']), ...row(214, ['South', '1,800', '60 %'])])).toEqual([
      'table-row: North\t1,200\t40 %',
      'table-row: South\t1,800\t60 %',
    ]);
  });

  it('P13: a hyphen at the end of a line is kept and the word goes on behind it', () => {
    expect(
      read([line('the county made further inter-', [50, 200, 300]), line('national notes of it.', [50, 212, 300])]),
    ).toEqual(['paragraph: the county made further inter-national notes of it.']);
  });

  it('P13: Chinese lines join without a space, Korean ones with one', () => {
    const zh = [line('这是一个没有空格的', [50, 200, 300]), line('句子。', [50, 212, 80])];
    const ko = [line('이 문장은 여러 줄에', [50, 200, 300]), line('걸쳐 있다.', [50, 212, 100])];
    expect([read(zh), read(ko)]).toEqual([
      ['paragraph: 这是一个没有空格的句子。'],
      ['paragraph: 이 문장은 여러 줄에 걸쳐 있다.'],
    ]);
  });

  it('P16: what runs along the pages is set aside, and a paragraph goes on over it', () => {
    const page = (number: number, text: string): readonly PageLine[] => [
      line('The invented gazette', [50, 20, 200]),
      line(text, [50, 300, 500]),
      line(`${number}`, [290, 780, 300]),
    ];
    expect(read(page(1, 'It was said that the road'), page(2, 'would be mended in the'), page(3, 'spring.'))).toEqual([
      'aside paragraph: The invented gazette',
      'paragraph: It was said that the road would be mended in the spring.',
      'aside paragraph: 1',
      'aside paragraph: The invented gazette',
      'aside paragraph: 2',
      'aside paragraph: The invented gazette',
      'aside paragraph: 3',
    ]);
  });

  it('P15: vertical lines are read from right to left', () => {
    const down = (text: string, x: number): PageLine => ({
      ...line(text, [x, 100, x + 10]),
      box: [x, 100, x + 10, 300],
      runs: 'down',
    });
    expect(read([down('第一行', 200), down('第二行', 180)])).toEqual(['paragraph: 第一行第二行']);
  });

  it('every line stands in exactly one block, with its box', () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      line(`word${i} and more of it`, [40 + ((i * 97) % 400), 60 + ((i * 53) % 700), 160 + ((i * 97) % 400)]),
    );
    const blocks = blocksOfPages([{ number: 1, height: 800, lines }]);
    const runs = blocks.flatMap(({ text, runs: all = [] }) =>
      all.map(({ start, end, box }) => ({ text: text.slice(start, end), box })),
    );
    const byPlace = (a: { readonly text: string }, b: { readonly text: string }): number =>
      a.text.localeCompare(b.text);
    expect(runs.toSorted(byPlace)).toEqual(lines.map(({ text, box }) => ({ text, box })).toSorted(byPlace));
  });
});
