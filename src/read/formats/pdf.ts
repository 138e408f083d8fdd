import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, FormatText, Member, UnreadPart } from './format.ts';
import { attempt, loadMupdf, type Mupdf, openPdf, type PdfDocument } from './mupdf-engine.ts';
import { blocksOfPages } from './page-layout.ts';
import type { PageLine } from './page-line.ts';
import { attachedFiles } from './pdf-attachments.ts';
import { type PdfPage, readPdfPage } from './pdf-page.ts';
import { pdfProperties } from './pdf-properties.ts';

/** Pages read at most, and characters on them together: some ten thick books. */
const MOST_PAGES = 2_000;
const MOST_CHARACTERS = 10_000_000;

/** Raise the version whenever the same bytes could give another text; a new engine does. */
const PDF_TOOL: FormatText['tool'] = { name: 'mupdf', version: '1.28.1+1' };

/**
 * Reads the text layer of a PDF with the place of every line (docs/read-pages.md). A page without one, or with one of
 * characters that mean nothing, is listed as unread: it may be a scan. Refused are a file without pages and one that asks
 * for a password. Throws when the engine breaks; the process is to end then.
 */
export async function readPdf(bytes: Uint8Array, _hints?: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  if (bytes.length === 0) return refuse({ type: 'format-refused', format: 'pdf', reason: 'empty' });
  const mupdf = await loadMupdf();
  const opened = openPdf(mupdf, bytes);
  if (!opened.ok) return refuse({ type: 'format-refused', format: 'pdf', reason: opened.error.type });
  const { document, pages } = opened.value;
  try {
    return ok(readDocument(mupdf, document, pages));
  } finally {
    document.destroy();
  }
}

function readDocument(mupdf: Mupdf, document: PdfDocument, count: number): FormatReading {
  const unread: UnreadPart[] = [];
  const read: PdfPage[] = [];
  const blank: PdfPage[] = [];
  let characters = 0;
  for (let index = 0; index < Math.min(count, MOST_PAGES) && characters < MOST_CHARACTERS; index++) {
    const part = `page ${index + 1}`;
    const page = attempt(() => readPdfPage(mupdf, document, index));
    if (page === undefined) unread.push({ part, reason: 'damaged' });
    else if (page.blank) blank.push(page);
    else if (!hasText(page.lines)) unread.push({ part, reason: 'no-text' });
    else {
      read.push(page);
      characters += page.lines.reduce((sum, { text }) => sum + text.length, 0);
      continue;
    }
    // Tens of thousands of damaged pages are one fact, not a list.
    if (unread.length >= MOST_PAGES) break;
  }
  const last = count > MOST_PAGES ? MOST_PAGES : undefined;
  const cut = characters >= MOST_CHARACTERS ? read.at(-1)?.number : last;
  if (cut !== undefined && cut < count) unread.push({ part: `page ${cut + 1} to page ${count}`, reason: 'too-many' });
  // A blank page hides nothing, unless there is nothing else: then the file has no text, which is to be said.
  if (read.length === 0)
    unread.push(...blank.map(({ number }) => ({ part: `page ${number}`, reason: 'no-text' as const })));
  const members: Member[] = [];
  attachedFiles(document, { members, unread });
  if (read.length === 0) return { members, unread };
  const pages = [...read, ...blank].toSorted((a, b) => a.number - b.number);
  return {
    text: {
      type: 'extracted',
      mediaType: 'application/pdf',
      tool: PDF_TOOL,
      blocks: blocksOfPages(read),
      properties: pdfProperties(document),
      pages: pages.map(({ number, width, height }) => ({ number, width, height })),
    },
    members,
    unread,
  };
}

/** Some text, and more of it characters than marks that a font without a table left behind. */
export function hasText(lines: readonly PageLine[]): boolean {
  const text = lines.map((line) => line.text).join('');
  const visible = text.replace(/\s/gu, '').length;
  const lost = text.match(/[\ufffd\ue000-\uf8ff\u{f0000}-\u{10fffd}]/gu)?.join('').length ?? 0;
  return visible > 0 && lost * 2 <= visible;
}
