import { ok, type Result, refuse } from '../../base/index.ts';
import { imageFacts, MOST_PIXELS } from './image-facts.ts';
import { attempt, loadMupdf, type Mupdf, openPdf } from './mupdf-engine.ts';

export interface PageImage {
  /** Pixels alone: nothing of what the file says of its place, its device or its maker. */
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PageImageRefusal {
  readonly type: 'page-image-refused';
  readonly reason: 'damaged' | 'encrypted' | 'not-supported' | 'too-large' | 'no-such-page';
}

/** Pixels of an image that is handed out at most. */
const MOST_DRAWN = 20_000_000;

/**
 * A page of a PDF, or a frame of an image file, drawn as people see it: turned as the file says. `page` counts from 1, and
 * `scale` is pixels for a point, which boxes of blocks and runs are in; a page too large for it is drawn smaller.
 */
export async function pageImage(
  bytes: Uint8Array,
  { page, scale }: { readonly page: number; readonly scale: number },
): Promise<Result<PageImage, PageImageRefusal>> {
  const mupdf = await loadMupdf();
  const opened = openPaged(mupdf, bytes);
  if (!opened.ok) return refuse({ type: 'page-image-refused', reason: opened.error.type });
  const { document, pages } = opened.value;
  try {
    if (!Number.isInteger(page) || page < 1 || page > pages)
      return refuse({ type: 'page-image-refused', reason: 'no-such-page' });
    const drawn = attempt(() => drawPage(mupdf, document.loadPage(page - 1), { scale, most: MOST_DRAWN }));
    if (drawn === undefined) return refuse({ type: 'page-image-refused', reason: 'damaged' });
    try {
      return ok({ png: drawn.asPNG().slice(), width: drawn.getWidth(), height: drawn.getHeight() });
    } finally {
      drawn.destroy();
    }
  } finally {
    document.destroy();
  }
}

/**
 * Opens a PDF or an image as a document of pages. An image of more pixels than are decoded is refused by what its head says.
 */
export function openPaged(
  mupdf: Mupdf,
  bytes: Uint8Array,
): Result<
  { readonly document: import('mupdf').Document; readonly pages: number; readonly nativeWidth?: number },
  { readonly type: Exclude<PageImageRefusal['reason'], 'no-such-page'> }
> {
  if (looksLikePdf(bytes)) return openPdf(mupdf, bytes);
  const facts = imageFacts(bytes);
  if (!facts.ok) return facts;
  const { width, height, mediaType } = facts.value;
  if (width * height > MOST_PIXELS) return refuse({ type: 'too-large' });
  const document = attempt(() => mupdf.Document.openDocument(bytes, mediaType));
  const pages = document === undefined ? 0 : (attempt(() => document.countPages()) ?? 0);
  if (document !== undefined && pages > 0) return ok({ document, pages, nativeWidth: Math.max(width, height) });
  document?.destroy();
  return refuse({ type: mediaType === 'image/webp' ? 'not-supported' : 'damaged' });
}

function looksLikePdf(bytes: Uint8Array): boolean {
  // Readers accept the mark anywhere in the first kilobyte.
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Draws a page on white in colour, at a scale that keeps it within `most` pixels. The caller destroys page and picture. */
export function drawPage(
  mupdf: Mupdf,
  page: import('mupdf').Page,
  { scale, most }: { readonly scale: number; readonly most: number },
): import('mupdf').Pixmap {
  try {
    const [left, top, right, bottom] = page.getBounds();
    const points = Math.max(1, (right - left) * (bottom - top));
    const kept = Math.min(Math.max(0.05, scale), Math.sqrt(most / points));
    return page.toPixmap(mupdf.Matrix.scale(kept, kept), mupdf.ColorSpace.DeviceRGB, false, true);
  } finally {
    page.destroy();
  }
}
