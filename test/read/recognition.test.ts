import { describe, expect, it, vi } from 'vitest';
import { drawPage } from '../../bench/drawn-pages.ts';
import { readImage, recognisePdf } from '../../src/read/formats/image.ts';
import { layerOfText } from '../../src/read/index.ts';
import { must } from '../must.ts';
import { makePdf } from './pdf-maker.ts';

const SENTENCES = {
  en: [
    'The bridge over the invented river was closed on Monday',
    'because the water stood too high for cars and carts.',
  ],
  zh: ['县城大桥自星期一起关闭，车辆不得通行。', '居民应当使用下游的渡船。'],
  ko: ['다리는 월요일부터 닫혀 차량이 지나갈 수 없다.', '주민은 하류의 나루터를 이용해야 한다.'],
};

describe('recognition of images', () => {
  it('P30: text in three languages is recognised with the box and certainty of words, and nothing is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const read = [];
    for (const lines of Object.values(SENTENCES)) {
      const { png } = await drawPage(lines, 'clean');
      const reading = must(await readImage(png));
      const layer = must(layerOfText(reading.text ?? expect.fail('no text'), png));
      const runs = layer.pages?.flatMap((page) => page.runs) ?? [];
      const inside = runs.every(
        ({ box, confidence = -1 }) => box[0] > 40 && box[3] < 200 && confidence >= 0 && confidence <= 1,
      );
      read.push([layer.type, layer.tool.name, inside && runs.length > 4, wrong(lines.join(' '), layer.text) <= 0.05]);
    }
    expect(read).toEqual(read.map(() => ['recognised', 'tesseract', true, true]));
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it('P31, P34: a Korean page keeps its spaces, and its lines of English are read as English', async () => {
    const lines = [...SENTENCES.ko, ...SENTENCES.en, ...SENTENCES.ko];
    const { png } = await drawPage(lines, 'clean');
    const blocks = must(await readImage(png)).text?.blocks ?? [];
    expect(blocks.map(({ text }) => text.replace(/\n/g, ' ')).join(' ')).toBe(lines.join(' '));
  });

  it('P33: a line under a red stamp is read', async () => {
    const { png } = await drawPage([...SENTENCES.en, ...SENTENCES.en], 'stamp');
    const text =
      must(await readImage(png))
        .text?.blocks.map((block) => block.text)
        .join(' ') ?? '';
    expect(wrong([...SENTENCES.en, ...SENTENCES.en].join(' '), text)).toBeLessThan(0.1);
  });

  it('P36: a picture without text has none', async () => {
    const { png } = await drawPage([], 'stamp');
    expect(must(await readImage(png))).toEqual({ members: [], unread: [{ part: 'frame 1', reason: 'no-text' }] });
  });

  it('P37: of a PDF only pages without a text of their own are recognised', async () => {
    const bytes = await makePdf([
      [{ x: 50, y: 60, text: 'This page has a text of its own.' }],
      [{ x: 100, y: 400, text: '', size: 200 }],
    ]);
    const { text, unread } = must(await recognisePdf(bytes));
    expect([text?.type, text?.blocks.map((block) => block.text), unread]).toEqual([
      'recognised',
      ['This page has a text of its own.'],
      [{ part: 'page 2', reason: 'no-text' }],
    ]);
  });
});

/** Share of characters that are to be changed, white space left out. */
function wrong(wanted: string, seen: string): number {
  const [a, b] = [wanted, seen].map((text) => [...text.normalize('NFKC').replace(/\s/gu, '')]);
  let row = Array.from({ length: (b?.length ?? 0) + 1 }, (_, i) => i);
  for (const [i, own] of (a ?? []).entries()) {
    const next = [i + 1];
    for (const [j, other] of (b ?? []).entries()) {
      next.push(Math.min((row[j] ?? 0) + (own === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(1, a?.length ?? 0);
}
