import { ok, type Result, refuse } from '../../base/index.ts';
import { parsePage } from '../html-tree.ts';
import { walkPage } from '../html-walker.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import { decodeMailText } from './mail-charset.ts';
import { binaryOf, decodeTransfer } from './mime-bytes.ts';
import { decodeHeaderText, headerOf } from './mime-header.ts';
import { type MimePart, type MimeTree, readMimeTree } from './mime-tree.ts';
import { instantOf } from './single-file-mark.ts';

const PAGE_BYTES = 128 * 1024 * 1024;
const LIMITS = { depth: 10, parts: 5000, headerUnits: 1024 * 1024 } as const;
const TOOL = { name: 'daybook-mhtml', version: '1' } as const;

/**
 * Reads a page that a browser saved in one file (MHTML, RFC 2557; docs/read-web-archives.md W15 to W17): its main page
 * as text, its address from the headers, and when it was saved as a fact. Pages in frames and documents are members;
 * pictures, styles and scripts are left where they are. Refused when there is no page in it.
 */
export function readMhtml(bytes: Uint8Array, _hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > PAGE_BYTES) return refused('too-large');
  const mime = readMimeTree(binaryOf(bytes), LIMITS);
  if (mime === undefined) return refused('too-large');
  const parts = leavesOf(mime.root);
  const page = mainPage(mime.root, parts);
  if (page === undefined) return refused(mime.root.headers.length === 0 ? 'damaged' : 'no-text');
  const { text, charset } = decodeMailText(decodeTransfer(page.body, page.transfer), page.type.params.get('charset'));
  const tree = parsePage(text.replaceAll('\0', '\ufffd'));
  if (!tree.ok) return refused('too-large');
  const blocks = walkPage(tree.value).map((block, i) => ({
    ...block,
    source: { start: 0, end: 0 },
    place: { type: 'paragraph', number: i + 1 } as const,
  }));
  const address = addressOf(headerOf(mime.root.headers, 'snapshot-content-location')) ?? locationOf(page);
  const saved = instantOf(headerOf(mime.root.headers, 'date'));
  const members = parts.filter((part) => part !== page).flatMap((part) => memberOf(part) ?? []);
  return ok({
    ...(blocks.length > 0 && {
      text: {
        type: 'extracted',
        mediaType: 'text/html',
        tool: TOOL,
        blocks,
        trees: [tree.value],
        properties: address === undefined ? {} : { address: { value: address, from: 'archive-record' } },
        charset,
      },
    }),
    members: members.map((member, i) => ({ ...member, name: `${member.name.replace('*', String(i + 1))}` })),
    unread: unreadOf(mime),
    facts: [
      { name: 'pictures, styles and scripts left unread', value: String(parts.length - 1 - members.length) },
      ...(saved === undefined ? [] : [{ name: 'saved', value: saved }]),
    ],
  });
}

function refused(reason: FormatRefusal['reason']): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'mhtml', reason });
}

function leavesOf(part: MimePart): readonly MimePart[] {
  return part.type.value.startsWith('multipart/') ? part.parts.flatMap(leavesOf) : [part];
}

/** The part that `start` names (RFC 2387), or the first page. */
function mainPage(root: MimePart, parts: readonly MimePart[]): MimePart | undefined {
  const pages = parts.filter(({ type }) => type.value === 'text/html' || type.value === 'application/xhtml+xml');
  const start = root.type.params.get('start');
  return pages.find(({ headers }) => start !== undefined && headerOf(headers, 'content-id') === start) ?? pages[0];
}

function locationOf(part: MimePart): string | undefined {
  return addressOf(headerOf(part.headers, 'content-location'));
}

/** Addresses on the web only: a page saved from somebody's disk names its folders. */
function addressOf(header: string | undefined): string | undefined {
  const address = header === undefined ? undefined : decodeHeaderText(header, undefined).replace(/\s+/g, '');
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}

const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'frame-*.html'],
  ['application/xhtml+xml', 'frame-*.xhtml'],
  ['application/pdf', 'file-*.pdf'],
  ['text/plain', 'file-*.txt'],
]);

function memberOf(part: MimePart): Member | undefined {
  const name = DOCUMENTS.get(part.type.value);
  const bytes = decodeTransfer(part.body, part.transfer);
  if (name === undefined || bytes.length === 0) return undefined;
  const charset = part.type.params.get('charset');
  const origin = locationOf(part);
  return {
    name,
    bytes,
    mediaType: part.type.value,
    ...(charset !== undefined && { transportCharset: charset }),
    ...(origin !== undefined && { origin }),
  };
}

function unreadOf({ tooDeep, tooMany, unclosed }: MimeTree): readonly UnreadPart[] {
  return [
    ...tooDeep.map((number): UnreadPart => ({ part: `part ${number}`, reason: 'too-deep' })),
    ...(tooMany ? [{ part: `parts after ${LIMITS.parts}`, reason: 'too-many' } as const] : []),
    ...unclosed.map((): UnreadPart => ({ part: 'end of the file', reason: 'damaged' })),
  ];
}
