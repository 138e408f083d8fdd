import type { Grey } from './grey.ts';

/** A rule is longer than so many letters, and at most so thick, in letters. */
const LONG = 5;
const THICK = 0.4;
/** Pale pixels beside a rule that go with it. */
const FRINGE = 2;

/** Without the rules of tables, of forms and under headings, which are read as strokes of letters otherwise. */
export function withoutRules({ width, height, pixels }: Grey, letter: number, dark: number): Grey {
  const out = pixels.slice();
  const scale = { long: Math.ceil(LONG * letter), thick: Math.max(3, Math.ceil(THICK * letter)), dark };
  eraseAlong({ pixels, out, lines: height, length: width, lineStep: width, step: 1 }, scale);
  eraseAlong({ pixels, out, lines: width, length: height, lineStep: 1, step: width }, scale);
  return { width, height, pixels: out };
}

/** A picture seen as lines of pixels, along one axis or the other. */
interface Sweep {
  readonly pixels: Uint8Array;
  readonly out: Uint8Array;
  readonly lines: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
}

interface RuleScale {
  readonly long: number;
  readonly thick: number;
  readonly dark: number;
}

function eraseAlong(sweep: Sweep, scale: RuleScale): void {
  const { pixels, lines, length, lineStep, step } = sweep;
  const marked = new Uint8Array(pixels.length);
  for (let line = 0; line < lines; line++) {
    let from = 0;
    for (let i = 0; i <= length; i++) {
      if (i < length && (pixels[line * lineStep + i * step] ?? 255) < scale.dark) continue;
      if (i - from >= scale.long) for (let k = from; k < i; k++) marked[line * lineStep + k * step] = 1;
      from = i + 1;
    }
  }
  for (let i = 0; i < length; i++) {
    let from = 0;
    for (let line = 0; line <= lines; line++) {
      if (line < lines && marked[line * lineStep + i * step] === 1) continue;
      // What is thicker is an area: a picture, or the ground of white letters.
      if (line > from && line - from <= scale.thick) erase(sweep, { i, from, to: line }, scale.dark);
      from = line + 1;
    }
  }
}

function erase(
  { pixels, out, lines, lineStep, step }: Sweep,
  { i, from, to }: { readonly i: number; readonly from: number; readonly to: number },
  dark: number,
): void {
  for (let line = Math.max(0, from - FRINGE); line < Math.min(lines, to + FRINGE); line++) {
    const at = line * lineStep + i * step;
    if ((line >= from && line < to) || (pixels[at] ?? 255) >= dark) out[at] = 255;
  }
}
