import { ok, type Result, refuse } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import type { FormatHints, FormatReading, FormatRefusal, FormatText, UnreadPart } from './format.ts';
import { type ImageMediaType, imageFacts } from './image-facts.ts';
import { attempt, loadMupdf, type Mupdf, openPdf } from './mupdf-engine.ts';
import { drawPage, openPaged } from './page-image.ts';
import { blocksOfPages } from './page-layout.ts';
import { hasText } from './pdf.ts';
import { readPdfPage } from './pdf-page.ts';
import { pdfProperties } from './pdf-properties.ts';
import { openRecogniser, type RecognisedLanguage, type Recogniser } from './recogniser.ts';
import { type PagePixels, recognisePage } from './recognition.ts';

/** Frames of one image file that are read at most: pages of a fax, not of a film. */
const MOST_FRAMES = 50;
/** Pages of a PDF that are recognised in one call at most: at some seconds a page, an hour. */
const MOST_PAGES = 500;
/** 300 dots to the inch, which the recogniser was taught with. */
const FULL_SCALE = 300 / 72;
const MOST_PIXELS_READ = 30_000_000;

export interface RecognitionOptions {
  /** Numbers of pages to recognise; by default those without a text of their own. */
  readonly pages?: readonly number[];
  /** By default told from the page. */
  readonly languages?: readonly RecognisedLanguage[];
  /** Called before each page that is looked at. */
  readonly onPage?: (number: number) => void;
}

/**
 * Recognises the text of an image, frame by frame. One without text gives none, and says so. Refused by its head when it has
 * more pixels than are decoded. Throws when an engine breaks; the process is to end then.
 */
export async function readImage(
  bytes: Uint8Array,
  _hints?: FormatHints,
  options: RecognitionOptions = {},
): Promise<Result<FormatReading, FormatRefusal>> {
  const refused = (reason: FormatRefusal['reason']) =>
    refuse({ type: 'format-refused', format: 'image', reason } as const);
  if (bytes.length === 0) return refused('empty');
  const facts = imageFacts(bytes);
  if (!facts.ok) return refused(facts.error.type);
  const mupdf = await loadMupdf();
  const opened = openPaged(mupdf, bytes);
  if (!opened.ok) return refused(opened.error.type);
  const { document, pages, nativeWidth = 0 } = opened.value;
  try {
    const recogniser = await openRecogniser();
    const seen: Seen = { blocks: [], pages: [], unread: [] };
    for (let number = 1; number <= Math.min(pages, MOST_FRAMES); number++) {
      const scale = (points: number): number => nativeWidth / Math.max(1, points);
      await seePage({ mupdf, recogniser, document, options }, { number, part: `frame ${number}`, scale }, seen);
    }
    if (pages > MOST_FRAMES)
      seen.unread.push({ part: `frame ${MOST_FRAMES + 1} to frame ${pages}`, reason: 'too-many' });
    return ok(readingOf(seen, { recogniser, mediaType: facts.value.mediaType, properties: {} }));
  } finally {
    document.destroy();
  }
}

/**
 * Recognises pages of a PDF as pictures; pages that have a text of their own keep it, unless they are asked for. The reading
 * is one text of all pages, marked as recognised.
 */
export async function recognisePdf(
  bytes: Uint8Array,
  options: RecognitionOptions = {},
): Promise<Result<FormatReading, FormatRefusal>> {
  const mupdf = await loadMupdf();
  const opened = openPdf(mupdf, bytes);
  if (!opened.ok) return refuse({ type: 'format-refused', format: 'pdf', reason: opened.error.type });
  const { document, pages } = opened.value;
  try {
    const recogniser = await openRecogniser();
    const seen: Seen = { blocks: [], pages: [], unread: [] };
    let recognised = 0;
    for (let number = 1; number <= pages; number++) {
      const part = `page ${number}`;
      const page = attempt(() => readPdfPage(mupdf, document, number - 1));
      const wanted = options.pages?.includes(number) ?? !(page !== undefined && hasText(page.lines));
      if (page === undefined) seen.unread.push({ part, reason: 'damaged' });
      else if (!wanted) {
        seen.pages.push(page);
        if (hasText(page.lines)) seen.blocks.push(...blocksOfPages([page]));
        else if (!page.blank) seen.unread.push({ part, reason: 'no-text' });
      } else if (page.blank) seen.pages.push(page);
      else if (recognised++ >= MOST_PAGES) seen.unread.push({ part, reason: 'too-many' });
      else await seePage({ mupdf, recogniser, document, options }, { number, part, scale: () => FULL_SCALE }, seen);
    }
    return ok(readingOf(seen, { recogniser, mediaType: 'application/pdf', properties: pdfProperties(document) }));
  } finally {
    document.destroy();
  }
}

interface Seen {
  readonly blocks: DraftBlock[];
  readonly pages: { readonly number: number; readonly width: number; readonly height: number }[];
  readonly unread: UnreadPart[];
}

interface Engines {
  readonly mupdf: Mupdf;
  readonly recogniser: Recogniser;
  readonly document: import('mupdf').Document;
  readonly options: RecognitionOptions;
}

/** Which page to look at, and how: at how many pixels for a point of a page of that many points. */
interface Look {
  readonly number: number;
  readonly part: string;
  readonly scale: (points: number) => number;
}

async function seePage({ mupdf, recogniser, document, options }: Engines, look: Look, seen: Seen): Promise<void> {
  const { number, part } = look;
  options.onPage?.(number);
  const pixels = attempt(() => pixelsOf(mupdf, document, look));
  if (pixels === undefined) {
    seen.unread.push({ part, reason: 'damaged' });
    return;
  }
  const blocks = await recognisePage(recogniser, pixels, options.languages);
  if (blocks.length === 0) seen.unread.push({ part, reason: 'no-text' });
  else {
    seen.blocks.push(...blocks);
    const points = (each: number): number => Math.round((each / pixels.scale) * 100) / 100;
    seen.pages.push({ number, width: points(pixels.width), height: points(pixels.height) });
  }
}

function pixelsOf(mupdf: Mupdf, document: import('mupdf').Document, { number, scale }: Look): PagePixels {
  const page = document.loadPage(number - 1);
  const [left, top, right, bottom] = page.getBounds();
  const drawn = drawPage(mupdf, page, { scale: scale(Math.max(right - left, bottom - top)), most: MOST_PIXELS_READ });
  try {
    const [width, height] = [drawn.getWidth(), drawn.getHeight()];
    // A copy, without the bytes that pad each row: the engine's own memory moves.
    const stride = drawn.getStride();
    const found = drawn.getPixels();
    const samples = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y++) samples.set(found.subarray(y * stride, y * stride + width * 3), y * width * 3);
    return { number, width, height, samples, scale: width / Math.max(0.01, right - left) };
  } finally {
    drawn.destroy();
  }
}

function readingOf(
  { blocks, pages, unread }: Seen,
  {
    recogniser,
    mediaType,
    properties,
  }: {
    readonly recogniser: Recogniser;
    readonly mediaType: ImageMediaType | 'application/pdf';
    readonly properties: FormatText['properties'];
  },
): FormatReading {
  if (blocks.length === 0) return { members: [], unread };
  // The engine, its data, and the version of what is done before and after.
  const tool = { name: 'tesseract', version: `${recogniser.version()} best_int-1.0.0 2` };
  return { text: { type: 'recognised', mediaType, tool, blocks, properties, pages }, members: [], unread };
}
