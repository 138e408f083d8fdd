import type { Grey } from './grey.ts';

/** The picture larger or smaller by a factor, by cubic convolution: edges of letters stay sharp and nothing is skipped. */
export function resized(image: Grey, factor: number): Grey {
  const { width, height, pixels } = image;
  const [wide, high] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  if (wide === width && high === height) return image;
  const across = tapsOf(width, wide);
  const down = tapsOf(height, high);
  const rows = new Float32Array(wide * height);
  for (let y = 0; y < height; y++) {
    for (const [x, { from, weights }] of across.entries()) {
      let sum = 0;
      for (const [k, weight] of weights.entries()) sum += weight * (pixels[y * width + within(from + k, width)] ?? 255);
      rows[y * wide + x] = sum;
    }
  }
  const out = new Uint8ClampedArray(wide * high);
  for (const [y, { from, weights }] of down.entries()) {
    for (let x = 0; x < wide; x++) {
      let sum = 0;
      for (const [k, weight] of weights.entries()) sum += weight * (rows[within(from + k, height) * wide + x] ?? 255);
      out[y * wide + x] = sum;
    }
  }
  return { width: wide, height: high, pixels: new Uint8Array(out.buffer) };
}

/** What of the old pixels goes into a new one: weights from the first pixel on, together 1. */
interface Taps {
  readonly from: number;
  readonly weights: readonly number[];
}

function tapsOf(old: number, now: number): readonly Taps[] {
  const stretch = Math.max(1, old / now);
  return Array.from({ length: now }, (_, i) => {
    const middle = ((i + 0.5) * old) / now - 0.5;
    const from = Math.ceil(middle - 2 * stretch);
    const last = Math.floor(middle + 2 * stretch);
    const raw = Array.from({ length: last - from + 1 }, (_unused, k) => cubic((from + k - middle) / stretch));
    const sum = raw.reduce((all, each) => all + each, 0);
    return { from, weights: raw.map((each) => each / sum) };
  });
}

/** Keys' kernel with a = -1/2 (Cubic convolution interpolation, 1981). */
function cubic(distance: number): number {
  const t = Math.abs(distance);
  if (t >= 2) return 0;
  return t < 1 ? 1.5 * t ** 3 - 2.5 * t ** 2 + 1 : -0.5 * t ** 3 + 2.5 * t ** 2 - 4 * t + 2;
}

function within(at: number, length: number): number {
  return Math.min(length - 1, Math.max(0, at));
}
