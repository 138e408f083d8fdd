import { describe, expect, it } from 'vitest';
import type { Grey } from './grey.ts';
import { withoutRules } from './grey-rules.ts';
import { seenRegions } from './seen-regions.ts';

const LETTER = 20;
const DARK = 160;

/** A white picture with black areas. */
function drawn(areas: readonly (readonly [number, number, number, number])[]): Grey {
  const [width, height] = [900, 600];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [left, top, right, bottom] of areas) {
    for (let y = top; y < bottom; y++) pixels.fill(0, y * width + left, y * width + right);
  }
  return { width, height, pixels };
}

/** Letters side by side, which touch nothing. */
function line(left: number, right: number, top: number, letter = LETTER): readonly [number, number, number, number][] {
  const found: [number, number, number, number][] = [];
  for (let x = left; x + letter <= right; x += letter + 4) found.push([x, top, x + letter, top + letter]);
  return found;
}

function lines(count: number, each: (top: number) => readonly [number, number, number, number][]) {
  return Array.from({ length: count }, (_, i) => each(100 + 36 * i)).flat();
}

function regionsOf(rules: Grey): readonly string[] {
  const image = withoutRules(rules, LETTER, DARK);
  return seenRegions(image, { rules, letter: LETTER, dark: DARK }).map((box) =>
    box.map((each) => Math.round(each / 10)).join(' '),
  );
}

describe('regions of a page that is seen', () => {
  it('P38: columns are read one after the other below the heading over both', () => {
    const heading = line(50, 700, 30, 44);
    const columns = lines(6, (top) => [...line(50, 400, top), ...line(460, 810, top)]);
    expect(regionsOf(drawn([...heading, ...columns])).map((each) => each.split(' ')[0])).toEqual(['5', '5', '46']);
  });

  it('P38: spaces that stand below each other in running text part nothing', () => {
    const words = lines(8, (top) => [...line(50, 400, top), ...line(402, 810, top)]);
    expect(regionsOf(drawn(words))).toHaveLength(1);
  });

  it('P38: cells between rules stay in one region, and the rules go', () => {
    const cells = lines(6, (top) => [...line(50, 400, top), ...line(460, 810, top)]);
    const rules = [0, 1, 2, 3, 4, 5, 6].map((i): [number, number, number, number] => [
      40,
      88 + 36 * i,
      820,
      91 + 36 * i,
    ]);
    const ruled = drawn([...cells, ...rules, [430, 88, 433, 307]]);
    expect(regionsOf(ruled)).toHaveLength(1);
    expect(Buffer.compare(withoutRules(ruled, LETTER, DARK).pixels, drawn(cells).pixels)).toBe(0);
  });

  it('P38: a picture without ink has no regions', () => {
    expect(regionsOf(drawn([]))).toEqual([]);
  });
});
