import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { DraftBlock, HtmlDocument, HtmlNode } from '../draft.ts';
import { attributeOf } from '../html-elements.ts';
import { parsePage } from '../html-tree.ts';
import { walkPage } from '../html-walker.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member } from './format.ts';
import { binaryOf } from './mime-bytes.ts';

const PAGE_BYTES = 128 * 1024 * 1024;
const FRAMES = 200;
const TOOL = { name: 'daybook-saved-page', version: '1' } as const;

/** Whether bytes are a page that SingleFile saved: its comment stands at the head of the page. */
export function isSingleFile(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  // Every text is asked, and finding out its encoding costs more than looking for a word; one of two bytes a letter is decoded.
  const binary = binaryOf(head);
  if (!binary.includes('SingleFile') && !binary.includes('\0')) return false;
  return singleFileComment(decodeBytes(head).text) !== undefined;
}

/**
 * Reads a page that SingleFile saved (docs/read-web-archives.md W18): its text like that of any page, its address from the
 * comment that SingleFile leaves, and when it was saved as a fact. Pages in frames are members; what was packed into
 * `data:` addresses is left there.
 */
export function readSingleFile(bytes: Uint8Array, hints: FormatHints): Result<FormatReading, FormatRefusal> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > PAGE_BYTES) return refused('too-large');
  const { text, charset } = decodeBytes(bytes, hints);
  const clean = text.replaceAll('\0', '\ufffd');
  const comment = singleFileComment(clean.slice(0, HEAD));
  if (comment === undefined) return refused('not-supported');
  const tree = parsePage(clean);
  if (!tree.ok) return refused('too-large');
  const blocks: readonly DraftBlock[] = walkPage(tree.value);
  const { url, saved } = comment;
  const frames = framesOf(tree.value);
  return ok({
    ...(blocks.length > 0 && {
      text: {
        type: 'extracted',
        mediaType: 'text/html',
        tool: TOOL,
        blocks,
        trees: [tree.value],
        properties: url === undefined ? {} : { address: { value: url, from: 'archive-record' } },
        charset,
      },
    }),
    members: frames.slice(0, FRAMES),
    unread: frames.length > FRAMES ? [{ part: `frames after ${FRAMES}`, reason: 'too-many' }] : [],
    facts: [
      { name: 'saved by', value: 'SingleFile, as the page says' },
      ...(saved === undefined ? [] : [{ name: 'saved', value: saved }]),
    ],
  });
}

function refused(reason: FormatRefusal['reason']): Result<never, FormatRefusal> {
  return refuse({ type: 'format-refused', format: 'singlefile', reason });
}

const HEAD = 16 * 1024;

/** The comment may stand before a long list of styles, and anybody can write it: all of it is a claim. */
function singleFileComment(head: string): { readonly url?: string; readonly saved?: string } | undefined {
  const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,4000}?)-->/.exec(head)?.[1];
  if (comment === undefined) return undefined;
  const url = /^\s*url:\s*(https?:\/\/\S{1,3000})\s*$/m.exec(comment)?.[1];
  const saved = instantOf(/^\s*saved date:\s*([^\n]{1,200})$/m.exec(comment)?.[1]);
  return { ...(url !== undefined && { url }), ...(saved !== undefined && { saved }) };
}

/** An instant that a header or comment states with its zone; undefined for anything else. */
export function instantOf(stated: string | undefined): string | undefined {
  const words = stated
    ?.slice(0, 200)
    .trim()
    .replace(/\s\([^)]*\)$/, '')
    .trim();
  if (words === undefined || !/(?:GMT|UTC|Z|[+-]\d{4})$/.test(words)) return undefined;
  const time = Date.parse(words);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Pages that stand in a frame's `srcdoc`, outermost first. */
function framesOf(root: HtmlDocument): readonly Member[] {
  const members: Member[] = [];
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node && (node.tagName === 'iframe' || node.tagName === 'frame')) {
      const page = attributeOf(node, 'srcdoc');
      if (page !== undefined && page.trim() !== '')
        members.push({
          name: `frame-${members.length + 1}.html`,
          bytes: new TextEncoder().encode(page),
          mediaType: 'text/html',
          transportCharset: 'utf-8',
        });
    }
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return members;
}
