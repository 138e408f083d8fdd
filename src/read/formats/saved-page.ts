import { ok, type Result, refuse } from '../../base/index.ts';
import { decodeBytes } from '../charset.ts';
import type { DraftBlock, HtmlDocument, HtmlNode } from '../draft.ts';
import { attributeOf } from '../html-elements.ts';
import { parsePage } from '../html-tree.ts';
import { walkPage } from '../html-walker.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member } from './format.ts';
import { SINGLE_FILE_HEAD, singleFileComment } from './single-file-mark.ts';

const PAGE_BYTES = 128 * 1024 * 1024;
const FRAMES = 200;
const TOOL = { name: 'daybook-saved-page', version: '1' } as const;

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
  const comment = singleFileComment(clean.slice(0, SINGLE_FILE_HEAD));
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
