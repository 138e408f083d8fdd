import { unreadableMediaType } from '../media-type.ts';
import type { FormatHints } from './format.ts';
import type { FormatName } from './formats.ts';
import { binaryOf } from './mime-bytes.ts';
import { isSingleFile } from './single-file-mark.ts';

/**
 * Which reader bytes are for, by what they are; a name or a stated type only chooses among texts, where nothing in the
 * bytes can tell. Undefined for what no reader takes. ZIP archives are told apart by the names of their entries, which are
 * looked for in the bytes and not inflated. Looks at a bounded part of the bytes, and never fails.
 */
export function sniffFormat(bytes: Uint8Array, hints: FormatHints): FormatName | undefined {
  const head = binaryOf(bytes.subarray(0, HEAD_BYTES));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const kind = unreadableMediaType(bytes);
  if (kind === 'application/zip') return packageIn(bytes);
  // Records of a web archive are packed one by one: what reads them unpacks them.
  if (kind === 'application/gzip') return /\.warc\.gz$/i.test(hints.fileName) ? 'warc' : 'gzip';
  if (kind !== undefined) return BY_MEDIA_TYPE.get(kind);
  if (head.startsWith('ustar', 257)) return 'tar';
  return isSingleFile(bytes) ? 'singlefile' : textFormat(head, hints);
}

const HEAD_BYTES = 8192;

const BY_MEDIA_TYPE: ReadonlyMap<string, FormatName> = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'image'],
  ['image/jpeg', 'image'],
  ['image/gif', 'image'],
  ['image/tiff', 'image'],
  ['image/webp', 'image'],
  ['application/warc', 'warc'],
  ['application/rtf', 'rtf'],
]);

/** What stands in the list of an archive when it is no plain archive. The list is at the end; names are in clear there. */
function packageIn(bytes: Uint8Array): FormatName {
  const first = binaryOf(bytes.subarray(0, 256));
  // Open Document, EPUB and HWPX put their type first and unpacked, so that it can be told (ODF 1.3 part 2, 3.3).
  for (const [type, format] of MIMETYPES) if (first.includes(`mimetype${type}`)) return format;
  const list = binaryOf(bytes.subarray(Math.max(0, bytes.length - LIST_BYTES)));
  const names = `${binaryOf(bytes.subarray(0, HEAD_BYTES))}\n${list}`;
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document')) return 'docx';
    if (names.includes('xl/workbook')) return 'xlsx';
  }
  if (names.includes('datapackage.json') && names.includes('archive/')) return 'wacz';
  return 'zip';
}

const LIST_BYTES = 256 * 1024;
const MIMETYPES: readonly (readonly [string, FormatName])[] = [
  ['application/epub+zip', 'epub'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/hwp+zip', 'hwpx'],
];

/** Formats that are text: how they begin tells most, the name the rest. */
function textFormat(head: string, hints: FormatHints): FormatName | undefined {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(hints.fileName)?.[1]?.toLowerCase();
  const declared = hints.mediaType?.split(';')[0]?.trim().toLowerCase();
  const plain = head.replace(/^\xef\xbb\xbf/, '');
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(plain)) return 'subtitles';
  if (/^\s*\d{1,6}\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> /.test(plain)) return 'subtitles';
  if (/^From \S{1,200} .{0,60}\d\d:\d\d.{0,40}\r?\n[!-9;-~]{1,60}:/.test(plain)) return 'mbox';
  const mail = mailFormat(plain);
  if (mail !== undefined) return mail;
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab') return 'csv';
  if (declared === 'text/csv' || declared === 'text/tab-separated-values') return 'csv';
  const isJson =
    extension === 'json' || extension === 'jsonl' || extension === 'ndjson' || declared === 'application/json';
  return isJson && /^\s*[[{"]/.test(plain) ? 'json' : undefined;
}

/** Header fields at the beginning, two of those that every mail has; a page saved as one message has parts that belong together. */
function mailFormat(plain: string): FormatName | undefined {
  const end = plain.search(/\r?\n\r?\n/);
  const headers = end < 0 ? plain : plain.slice(0, end);
  if (!/^[!-9;-~]{1,60}:[ \t]/.test(headers)) return undefined;
  const known = new Set(
    [...headers.matchAll(/^(from|to|date|subject|message-id|mime-version|received|return-path|content-type):/gim)].map(
      ([, name]) => name?.toLowerCase(),
    ),
  );
  if (known.size < 2 || !(known.has('from') || known.has('received') || known.has('mime-version'))) return undefined;
  const isPage =
    /^content-type:\s*multipart\/related/im.test(headers) &&
    /^(?:snapshot-content-location:|from:\s*<?saved by)/im.test(headers);
  return isPage ? 'mhtml' : 'mail';
}
