import type { Box } from '../layer.ts';

/** Pixels in shades of grey, row after row, 0 for black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Where coloured ink lies, and what the page is without it: a stamp hides what it was put on only for those who see colours. */
export interface InkLayers {
  /** With pale or strong red and blue ink taken away. */
  readonly black: Grey;
  /** The coloured ink alone, in black; undefined when there is next to none. */
  readonly coloured: Grey | undefined;
}

/** Parts coloured ink from black. `samples` has three bytes for each pixel. */
export function inkLayers(samples: Uint8Array | Uint8ClampedArray, width: number, height: number): InkLayers {
  const black = new Uint8Array(width * height);
  const coloured = new Uint8Array(width * height).fill(255);
  let ink = 0;
  for (let i = 0, at = 0; i < black.length; i++, at += 3) {
    const [red = 0, green = 0, blue = 0] = [samples[at], samples[at + 1], samples[at + 2]];
    const most = Math.max(red, green, blue);
    const least = Math.min(red, green, blue);
    // Paper that yellowed and the fringes of black letters have a little colour; ink has much.
    if (most - least > 60 && most > 110) {
      black[i] = most;
      coloured[i] = 255 - Math.min(255, (most - least) * 2);
      ink++;
    } else black[i] = (red * 299 + green * 587 + blue * 114) / 1000;
  }
  const enough = ink > 0.0008 * black.length && ink < 0.25 * black.length;
  if (!enough)
    return {
      black: ink === 0 ? { width, height, pixels: black } : greyOf(samples, width, height),
      coloured: undefined,
    };
  return { black: { width, height, pixels: black }, coloured: { width, height, pixels: coloured } };
}

function greyOf(samples: Uint8Array | Uint8ClampedArray, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 3) {
    pixels[i] = ((samples[at] ?? 0) * 299 + (samples[at + 1] ?? 0) * 587 + (samples[at + 2] ?? 0) * 114) / 1000;
  }
  return { width, height, pixels };
}

/** The middle of each pixel and its eight neighbours: takes single specks away and keeps edges. */
export function withoutSpecks({ width, height, pixels }: Grey): Grey {
  const out = pixels.slice();
  const near = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let n = 0;
      for (let dy = -width; dy <= width; dy += width) {
        for (let dx = -1; dx <= 1; dx++) near[n++] = pixels[at + dy + dx] ?? 255;
      }
      out[at] = near.sort()[4] ?? 255;
    }
  }
  return { width, height, pixels: out };
}

/** A part of a picture, with a white margin around it. What of the part lies outside is left out. */
export function cutOut({ width, height, pixels }: Grey, [x0, y0, x1, y1]: Box, margin: number): Grey {
  const [left, top] = [Math.max(0, x0), Math.max(0, y0)];
  const [right, bottom] = [Math.min(width, x1), Math.min(height, y1)];
  const wide = right - left + 2 * margin;
  const out = new Uint8Array(wide * (bottom - top + 2 * margin)).fill(255);
  for (let y = top; y < bottom; y++) {
    out.set(pixels.subarray(y * width + left, y * width + right), (y - top + margin) * wide + margin);
  }
  return { width: wide, height: bottom - top + 2 * margin, pixels: out };
}

/** How many in a hundred dark pixels stand alone among light ones. Print has next to none. */
export function speckShare({ width, height, pixels }: Grey): number {
  let [dark, alone] = [0, 0];
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const own = pixels[at] ?? 255;
      if (own > 128) continue;
      dark++;
      const around = [pixels[at - 1], pixels[at + 1], pixels[at - width], pixels[at + width]];
      if (around.every((other = 255) => other - own > 60)) alone++;
    }
  }
  return dark === 0 ? 0 : (100 * alone) / dark;
}

/**
 * By how much lines of text are turned, in radians, clockwise: the turn at which rows differ most in darkness. 0 when less
 * than a quarter of a degree, or when nothing shows.
 */
export function skewOf({ width, height, pixels }: Grey): number {
  const step = Math.max(1, Math.round(width / 800));
  const points: { readonly x: number; readonly y: number }[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step)
      if ((pixels[y * width + x] ?? 255) < 128) points.push({ x: x / step, y: y / step });
  }
  if (points.length < 200) return 0;
  const rows = Math.ceil((height + width) / step) + 2;
  const sharpness = (degrees: number): number => {
    const profile = new Float64Array(rows * 2);
    const tangent = Math.tan((degrees * Math.PI) / 180);
    for (const { x, y } of points) {
      const row = Math.round(y - x * tangent + rows / 2);
      profile[row] = (profile[row] ?? 0) + 1;
    }
    let sum = 0;
    for (let i = 1; i < profile.length; i++) sum += ((profile[i] ?? 0) - (profile[i - 1] ?? 0)) ** 2;
    return sum;
  };
  const best = (from: number, to: number, by: number): number => {
    let found = { degrees: 0, sharpness: sharpness(0) * 1.02 };
    for (let degrees = from; degrees <= to + 1e-9; degrees += by) {
      const value = sharpness(degrees);
      if (value > found.sharpness) found = { degrees, sharpness: value };
    }
    return found.degrees;
  };
  const coarse = best(-5, 5, 0.5);
  if (coarse === 0) return 0;
  const fine = best(coarse - 0.4, coarse + 0.4, 0.1);
  return Math.abs(fine) < 0.25 ? 0 : (fine * Math.PI) / 180;
}

/** Turns the picture back by an angle around its middle, in its own size; what comes in from outside is white. */
export function turned({ width, height, pixels }: Grey, angle: number): Grey {
  const out = new Uint8Array(pixels.length).fill(255);
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = cosine * (x - cx) - sine * (y - cy) + cx;
      const sy = sine * (x - cx) + cosine * (y - cy) + cy;
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const [fx, fy] = [sx - x0, sy - y0];
      const at = y0 * width + x0;
      const top = (pixels[at] ?? 255) * (1 - fx) + (pixels[at + 1] ?? 255) * fx;
      const bottom = (pixels[at + width] ?? 255) * (1 - fx) + (pixels[at + width + 1] ?? 255) * fx;
      out[y * width + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return { width, height, pixels: out };
}
