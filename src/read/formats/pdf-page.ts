import { z } from 'zod';
import type { Box } from '../layer.ts';
import type { PdfDocument } from './mupdf-engine.ts';
import type { PageLine } from './page-line.ts';
import { completeFonts } from './pdf-fonts.ts';

export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the file. */
  readonly lines: readonly PageLine[];
  /** Nothing is drawn on it. Looked for only where there is no text. */
  readonly blank: boolean;
}

/**
 * The text layer of a page, in lines. The engine's own walk over characters cuts those beyond U+FFFF to 16 bits; its JSON
 * has them whole, and comes in the same order, but with boxes rounded to whole points: each gives what it has right.
 */
export function readPdfPage(mupdf: typeof import('mupdf'), document: PdfDocument, index: number): PdfPage {
  completeFonts(document, index);
  const page = document.loadPage(index);
  try {
    const [left, top, right, bottom] = page.getBounds();
    // With annotations and fields of forms: what a reader sees on the page is on the page.
    const drawn = page.toDisplayList(true);
    const structured = drawn.toStructuredText('preserve-whitespace');
    try {
      const places: { readonly box: Box; readonly runs: PageLine['runs'] }[] = [];
      structured.walk({
        beginLine: ([x0, y0, x1, y1], wmode, direction) => {
          const runs = wmode === 1 ? 'down' : isAcross(direction) ? 'across' : 'turned';
          places.push({ box: [points(x0 - left), points(y0 - top), points(x1 - left), points(y1 - top)], runs });
        },
      });
      const texts = STRUCTURED.parse(JSON.parse(structured.asJSON()));
      const found = texts.blocks.flatMap(({ lines = [] }) => lines);
      if (found.length !== places.length) throw new Error('lines of a page and their boxes differ in number');
      const lines = found.flatMap(({ text, font }, i) => lineOf(text, font, places[i]));
      return {
        number: index + 1,
        width: points(right - left),
        height: points(bottom - top),
        lines,
        blank: lines.length === 0 && isBlank(mupdf, page),
      };
    } finally {
      structured.destroy();
      drawn.destroy();
    }
  } finally {
    page.destroy();
  }
}

const STRUCTURED = z.object({
  blocks: z.array(
    z.object({
      lines: z
        .array(z.object({ text: z.string(), font: z.object({ weight: z.string(), size: z.number() }) }))
        .optional(),
    }),
  ),
});

function lineOf(
  found: string,
  font: { readonly weight: string; readonly size: number },
  place: { readonly box: Box; readonly runs: PageLine['runs'] } | undefined,
): readonly PageLine[] {
  const spaced = found
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '');
  const text = spaced.trim();
  if (text === '' || place === undefined) return [];
  const size = font.size > 0 ? font.size : Math.max(1, place.box[3] - place.box[1]);
  return [
    { text, ...place, box: tall(place.box, size), size, bold: font.weight === 'bold', spaced: spaced.endsWith(' ') },
  ];
}

/** A font that says nothing of its height leaves boxes flat; then letters stand on the line that is left. */
function tall([x0, y0, x1, y1]: Box, size: number): Box {
  return y1 - y0 > 0.3 * size ? [x0, y0, x1, y1] : [x0, points(y1 - 0.8 * size), x1, points(y1 + 0.2 * size)];
}

function isAcross([x, y]: readonly [number, number]): boolean {
  return x > 0.99 && Math.abs(y) < 0.1;
}

/** Hundredths of a point; a page of hostile size keeps a number that JSON can carry. */
function points(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}

/** Drawn small: a page with so much as a line on it is not blank. */
function isBlank(mupdf: typeof import('mupdf'), page: import('mupdf').PDFPage): boolean {
  const [left, top, right, bottom] = page.getBounds();
  const scale = Math.min(1, 400 / Math.max(1, right - left, bottom - top));
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
  try {
    return pixmap.getPixels().every((grey) => grey > 250);
  } finally {
    pixmap.destroy();
  }
}
