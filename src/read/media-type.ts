import type { MediaType } from './layer.ts';

/** What readLayer reads by itself. */
export type TextMediaType = Extract<MediaType, 'text/plain' | 'text/markdown' | 'text/html'>;

/** What a file's first bytes say it is, for formats that are not text. */
const MAGIC: readonly (readonly [string, number, string])[] = [
  ['%PDF-', 0, 'application/pdf'],
  ['PK\x03\x04', 0, 'application/zip'],
  ['PK\x05\x06', 0, 'application/zip'],
  ['\x89PNG\r\n\x1a\n', 0, 'image/png'],
  ['\xff\xd8\xff', 0, 'image/jpeg'],
  ['GIF87a', 0, 'image/gif'],
  ['GIF89a', 0, 'image/gif'],
  ['II*\x00', 0, 'image/tiff'],
  ['MM\x00*', 0, 'image/tiff'],
  ['WEBP', 8, 'image/webp'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'application/x-ole-storage'],
  ['\x1f\x8b\x08', 0, 'application/gzip'],
  ['7z\xbc\xaf\x27\x1c', 0, 'application/x-7z-compressed'],
  ['Rar!\x1a\x07', 0, 'application/vnd.rar'],
  ['\xfd7zXZ\x00', 0, 'application/x-xz'],
  ['BZh', 0, 'application/x-bzip2'],
  ['SQLite format 3\x00', 0, 'application/vnd.sqlite3'],
  ['OggS', 0, 'application/ogg'],
  ['ID3', 0, 'audio/mpeg'],
  ['ftyp', 4, 'video/mp4'],
  ['\x1aE\xdf\xa3', 0, 'video/x-matroska'],
  ['\x7fELF', 0, 'application/x-elf'],
  ['WARC/1.', 0, 'application/warc'],
  ['{\\rtf', 0, 'application/rtf'],
];

/** The media type of bytes that are certainly no text layer can be read from yet; undefined for everything else. */
export function unreadableMediaType(bytes: Uint8Array): string | undefined {
  for (const [magic, at, mediaType] of MAGIC) {
    let same = bytes.length >= at + magic.length;
    for (let i = 0; same && i < magic.length; i++) same = bytes[at + i] === magic.charCodeAt(i);
    if (same && !isTextAfterAll(mediaType, bytes)) return mediaType;
  }
  return undefined;
}

/** Letters can begin a text as well as a file of that kind: `BZh`, `ID3`, `GIF89a` in prose carry no binary bytes. */
function isTextAfterAll(mediaType: string, bytes: Uint8Array): boolean {
  if (mediaType === 'application/rtf' || mediaType === 'application/pdf' || mediaType === 'application/warc')
    return false;
  return bytes.subarray(0, 512).every((byte) => byte > 0x08 && (byte < 0x0e || byte > 0x1f) && byte < 0x7f);
}

/**
 * Which reader a decoded text wants. A declared media type or a name ending in `.html` decides unless the content
 * begins otherwise; a `.txt` file is looked into, for saved pages and blog posts often carry that name.
 */
export function sniffTextType(
  text: string,
  hints: { readonly fileName?: string; readonly mediaType?: string },
): TextMediaType {
  const declared = hints.mediaType?.split(';')[0]?.trim().toLowerCase();
  const extension = /\.([a-z0-9]{1,10})$/i.exec(hints.fileName ?? '')?.[1]?.toLowerCase();
  if (beginsWithFrontMatter(text)) return 'text/markdown';
  if (declared === 'text/html' || declared === 'application/xhtml+xml') return 'text/html';
  if (declared === 'text/markdown' || extension === 'md' || extension === 'markdown') return 'text/markdown';
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml' || extension === 'shtml') return 'text/html';
  return beginsAsHtml(text) ? 'text/html' : 'text/plain';
}

function beginsWithFrontMatter(text: string): boolean {
  return (
    /^---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?---[ \t]*(?:\r?\n|$)/.test(text.slice(0, 20_000)) &&
    /^---[ \t]*\r?\n[ \t]*(?:#|[\w"'-][^\r\n]{0,80}:(?:\s|$))/m.test(text.slice(0, 2000))
  );
}

/** After an optional XML declaration, comments and white space: a doctype, or an element that only pages begin with. */
function beginsAsHtml(text: string): boolean {
  let at = 0;
  const head = text.slice(0, 16_384);
  for (;;) {
    while (/\s/.test(head[at] ?? '')) at++;
    if (head.startsWith('<!--', at)) {
      const close = head.indexOf('-->', at + 4);
      if (close < 0) return false;
      at = close + 3;
    } else if (head.startsWith('<?', at)) {
      const close = head.indexOf('>', at);
      if (close < 0) return false;
      at = close + 1;
    } else break;
  }
  return /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|article|section|main|header|table|p|h[1-6]|ul|ol|center|font|span|a|blockquote|nav|figure)(?:\s|\/?>)/i.test(
    head.slice(at, at + 40),
  );
}
