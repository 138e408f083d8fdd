import type { Grey } from './grey.ts';

const TILE = 64;
/** Share of the pixels of a tile that are darker than its paper is taken to be. */
const BELOW = 0.9;
/** A tile darker than this is no paper: a picture, or the ground of white letters. */
const DARKEST = 80;

/** With the paper made white, however grey it is and wherever a shadow lies on it. */
export function onWhite(image: Grey): Grey {
  const { width, height, pixels } = image;
  const paper = paperOf(image);
  const wide = Math.ceil(width / TILE);
  const high = Math.ceil(height / TILE);
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const ty = Math.min(high - 1, Math.max(0, (y + 0.5) / TILE - 0.5));
    const [y0, y1] = [Math.floor(ty), Math.min(high - 1, Math.floor(ty) + 1)];
    for (let x = 0; x < width; x++) {
      const tx = Math.min(wide - 1, Math.max(0, (x + 0.5) / TILE - 0.5));
      const [x0, x1] = [Math.floor(tx), Math.min(wide - 1, Math.floor(tx) + 1)];
      const [fx, fy] = [tx - x0, ty - y0];
      const above = (paper[y0 * wide + x0] ?? 255) * (1 - fx) + (paper[y0 * wide + x1] ?? 255) * fx;
      const below = (paper[y1 * wide + x0] ?? 255) * (1 - fx) + (paper[y1 * wide + x1] ?? 255) * fx;
      const at = y * width + x;
      out[at] = Math.min(255, ((pixels[at] ?? 255) * 255) / (above * (1 - fy) + below * fy));
    }
  }
  return { width, height, pixels: out };
}

/** How light the paper is in each tile, row after row. */
function paperOf({ width, height, pixels }: Grey): Uint8Array {
  const [wide, high] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
  const paper = new Uint8Array(wide * high);
  for (let ty = 0; ty < high; ty++) {
    for (let tx = 0; tx < wide; tx++) {
      const shades = new Uint32Array(256);
      let all = 0;
      for (let y = ty * TILE; y < Math.min(height, (ty + 1) * TILE); y++) {
        for (let x = tx * TILE; x < Math.min(width, (tx + 1) * TILE); x++) {
          const shade = pixels[y * width + x] ?? 255;
          shades[shade] = (shades[shade] ?? 0) + 1;
          all++;
        }
      }
      let [shade, seen] = [-1, 0];
      while (seen < BELOW * all) seen += shades[++shade] ?? 0;
      paper[ty * wide + tx] = shade < DARKEST ? 255 : shade;
    }
  }
  return paper;
}
