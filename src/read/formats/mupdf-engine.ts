import { ok, type Result, refuse } from '../../base/index.ts';

export type Mupdf = typeof import('mupdf');
export type PdfDocument = import('mupdf').PDFDocument;

/** The library for PDF and for pixels, loaded when the first file needs it. What it warns of quotes the file and goes nowhere. */
export async function loadMupdf(): Promise<Mupdf> {
  const mupdf = await import('mupdf');
  mupdf.setLog({});
  return mupdf;
}

/**
 * Opens a PDF. Refused `encrypted` when it asks for a password and the empty one does not open it; `damaged` when it has no
 * pages, which is also how a truncated file looks. The caller destroys what it got.
 */
export function openPdf(
  mupdf: Mupdf,
  bytes: Uint8Array,
): Result<{ readonly document: PdfDocument; readonly pages: number }, { readonly type: 'damaged' | 'encrypted' }> {
  const opened = attempt(() => mupdf.Document.openDocument(bytes, 'application/pdf').asPDF());
  if (opened === undefined || opened === null) return refuse({ type: 'damaged' });
  const locked = attempt(() => opened.needsPassword() && opened.authenticatePassword('') === 0);
  const pages = locked === false ? (attempt(() => opened.countPages()) ?? 0) : 0;
  if (pages > 0) return ok({ document: opened, pages });
  opened.destroy();
  return refuse({ type: locked === true ? 'encrypted' : 'damaged' });
}

/**
 * What a step gives, or undefined when the file is at fault. When the engine itself broke, its memory can no longer be
 * trusted and the error goes on: the process that holds it is to end.
 */
export function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'RuntimeError' || error instanceof RangeError) throw error;
    return undefined;
  }
}
