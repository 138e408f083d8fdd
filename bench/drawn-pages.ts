import type { Pixmap } from 'mupdf';

/** Text drawn as a page of print, in the fonts that the engine brings, and pages that went through bad hands. */
export interface DrawnPage {
  readonly png: Uint8Array;
  readonly lines: readonly string[];
}

export const DAMAGES = ['clean', 'noise', 'rotation', 'low resolution', 'stamp'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Letters of 11 points at 200 dots to the inch, or at 100 for low resolution. */
export async function drawPage(lines: readonly string[], damage: Damage): Promise<DrawnPage> {
  const mupdf = await import('mupdf');
  const scale = (damage === 'low resolution' ? 100 : 200) / 72;
  const [width, height] = [Math.round(595 * scale), Math.round((80 + lines.length * 20) * scale)];
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.clear(255);
  const turn = damage === 'rotation' ? (2 * Math.PI) / 180 : 0;
  const [sine, cosine] = [Math.sin(turn) * scale, Math.cos(turn) * scale];
  const device = new mupdf.DrawDevice([cosine, sine, -sine, cosine, 0, 0], pixmap);
  // Ink of a stamp lets black through: drawn below the text it looks as it does over it.
  if (damage === 'stamp') {
    const ring = new mupdf.Path();
    for (const radius of [60, 54, 20]) {
      for (let step = 0; step <= 64; step++) {
        const angle = (step / 64) * 2 * Math.PI;
        const [x, y] = [250 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)];
        if (step === 0) ring.moveTo(x, y);
        else ring.lineTo(x, y);
      }
    }
    const stroke = new mupdf.StrokeState({ lineCap: 'Butt', lineJoin: 'Miter', lineWidth: 4, miterLimit: 10 });
    device.strokePath(ring, stroke, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, [0.85, 0.1, 0.12], 1);
  }
  const font = new mupdf.Font('Times-Roman');
  for (const [i, line] of lines.entries()) {
    const text = new mupdf.Text();
    text.showString(font, [11, 0, 0, -11, 50, 50 + 20 * i], line);
    device.fillText(text, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, [0, 0, 0], 1);
  }
  device.close();
  if (damage === 'noise') speckle(pixmap);
  return { png: pixmap.asPNG().slice(), lines };
}

/** Specks of black and white on four pixels in a hundred, the same ones each time. */
function speckle(pixmap: Pixmap): void {
  const pixels = pixmap.getPixels();
  let seed = 12_345;
  for (let at = 0; at < pixels.length; at += 3) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    if (seed % 1_000 >= 40) continue;
    pixels.fill(seed % 2_000 < 1_000 ? 0 : 255, at, at + 3);
  }
}
