import type { PDFDocument } from 'mupdf';

/** A line to stand on a page: where its letters begin, in points from the upper left corner. */
export interface PutLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A PDF of these pages, with fonts that readers bring themselves; East Asian text goes in a font of its own. */
export async function makePdf(
  pages: readonly (readonly PutLine[])[],
  {
    box = [0, 0, 595, 842],
    save = '',
    info = {},
    attached = {},
  }: {
    readonly box?: [number, number, number, number];
    readonly save?: string;
    readonly info?: Readonly<Record<string, string>>;
    /** Texts that are put into it as files of these names. */
    readonly attached?: Readonly<Record<string, string>>;
  } = {},
): Promise<Uint8Array> {
  const mupdf = await import('mupdf');
  const document = new mupdf.PDFDocument();
  const latin = document.addSimpleFont(new mupdf.Font('Times-Roman'), 'Latin');
  const korean = document.addCJKFont(new mupdf.Font('ko'), 'ko');
  const cjk = document.addCJKFont(new mupdf.Font('zh-Hans'), 'zh-Hans');
  for (const lines of pages) {
    const contents = lines.map(({ x, y, text, size = 11 }) => {
      const wide = /[^\u0020-\u007e]/.test(text);
      // A line without words is a black square, as of a picture.
      if (text === '') return `${x} ${box[3] - y} ${size} ${size} re f`;
      const font = wide ? (/\p{Script=Hangul}/u.test(text) ? 'K' : 'C') : 'L';
      const shown = wide ? `<${hexOf(text)}>` : `(${text.replace(/[\\()]/g, '\\$&')})`;
      return `BT /${font} ${size} Tf ${x} ${box[3] - y} Td ${shown} Tj ET`;
    });
    const page = document.addPage(box, 0, { Font: { L: latin, C: cjk, K: korean } }, contents.join('\n'));
    document.insertPage(-1, page);
  }
  const day = new Date(Date.UTC(2020, 0, 2));
  for (const [name, text] of Object.entries(attached))
    document.insertEmbeddedFile(name, document.addEmbeddedFile(name, 'text/plain', text, day, day));
  return saved(document, save, info);
}

function saved(document: PDFDocument, save: string, info: Readonly<Record<string, string>>): Uint8Array {
  for (const [key, value] of Object.entries(info)) document.setMetaData(key, value);
  return document.saveToBuffer(save).asUint8Array().slice();
}

function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
}
