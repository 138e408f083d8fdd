import { ok, type Result, refuse, type Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import { decodeBytes } from './charset.ts';
import { documentsOf } from './documents.ts';
import type { DraftBlock, HtmlDocument } from './draft.ts';
import type { FormatProperties, FormatText } from './formats/format.ts';
import { cutFrontMatter, type FrontMatter } from './front-matter.ts';
import { parsePage, type TooComplex } from './html-tree.ts';
import { walkPage } from './html-walker.ts';
import type { Block, Layer, LayerDocument, Page } from './layer.ts';
import { labelBlocks } from './main-text.ts';
import { readMarkdown } from './markdown.ts';
import { sniffTextType, type TextMediaType, unreadableMediaType } from './media-type.ts';
import { metadataOf } from './metadata.ts';
import { isRunningText } from './notice-lines.ts';
import { isBoilerplateLine, isCaptionLine } from './plain-labels.ts';
import { readPlainText } from './plain-text.ts';
import { languageOf } from './script-language.ts';
import { isBlank, linesOf } from './text-lines.ts';

/** Bytes read at most. A text of this size is some thirty thick books. */
const LAYER_BYTE_LIMIT = 64 * 1024 * 1024;

/** Raise the version whenever the same bytes could give another text: anchors name the layer by its digest. */
const LAYER_TOOL: Layer['tool'] = { name: 'daybook-text', version: '2' };

export type ReadRefusal =
  /** No bytes, or bytes without any visible text. */
  | { readonly type: 'empty' }
  | { readonly type: 'too-large'; readonly bytes: number; readonly limit: number }
  /** Not a text. `mediaType` names a format that is not read yet, and is absent when the bytes are unknown. */
  | { readonly type: 'binary'; readonly mediaType?: string }
  /** Markup with more nodes than are read. */
  | TooComplex;

export interface ReadHints {
  readonly fileName: string;
  /** From an HTTP or WARC header. */
  readonly transportCharset?: string;
  readonly mediaType?: string;
}

/**
 * Makes the layer of a source: plain text, Markdown with front matter and HTML, or HTML. Pure and synchronous: the same
 * bytes and hints give an equal layer. Time grows with the length of the bytes, never with their nesting. Refuses what
 * is empty, too large, no text, or markup beyond the limit.
 */
export function readLayer(bytes: Uint8Array, hints: ReadHints): Result<Layer, ReadRefusal> {
  if (bytes.length === 0) return refuse({ type: 'empty' });
  if (bytes.length > LAYER_BYTE_LIMIT)
    return refuse({ type: 'too-large', bytes: bytes.length, limit: LAYER_BYTE_LIMIT });
  const unreadable = unreadableMediaType(bytes);
  if (unreadable !== undefined) return refuse({ type: 'binary', mediaType: unreadable });

  const { text: source, charset } = decodeBytes(bytes, hints);
  if (isBinary(source)) return refuse({ type: 'binary' });
  // NUL has no place in a text and ends strings elsewhere; the replacement keeps every offset.
  const clean = source.replaceAll('\0', '\ufffd');
  const mediaType = sniffTextType(clean, hints);
  const drafted = draft(clean, mediaType);
  if (!drafted.ok) return drafted;
  return layerOfDraft(drafted.value, { type: 'extracted', tool: LAYER_TOOL, parent: sha256(bytes), charset });
}

/** Makes the layer of a text that a format's reader found in these bytes; refused when there is no text in it. */
export function layerOfText(
  text: FormatText,
  bytes: Uint8Array,
): Result<Layer, Extract<ReadRefusal, { readonly type: 'empty' }>> {
  const { type, tool, mediaType, blocks, properties, pages = [], trees = [] } = text;
  const charset = text.charset ?? { name: 'utf-8', decidedBy: 'format', replaced: 0 };
  const [stated, silent] = [propertiesWhere(properties, false), propertiesWhere(properties, true)];
  const drafted: Drafted = { mediaType, blocks, trees, properties: stated, pages };
  const layer = layerOfDraft(drafted, { type, tool, parent: sha256(bytes), charset });
  return layer.ok ? ok({ ...layer.value, metadata: { ...silent, ...layer.value.metadata } }) : layer;
}

function propertiesWhere(properties: FormatProperties, silent: boolean): FormatProperties {
  const entries = Object.entries(properties).filter(([, found]) => (found.ifTextIsSilent === true) === silent);
  return Object.fromEntries(entries.map(([name, { value, from }]) => [name, { value, from }]));
}

interface LayerFacts {
  readonly type: Layer['type'];
  readonly tool: Layer['tool'];
  readonly parent: Sha256;
  readonly charset: Layer['charset'];
}

function layerOfDraft(
  drafted: Drafted,
  { type, tool, parent, charset }: LayerFacts,
): Result<Layer, Extract<ReadRefusal, { readonly type: 'empty' }>> {
  if (drafted.blocks.length === 0) return refuse({ type: 'empty' });
  const { text, blocks: labelled, pages } = assemble(drafted);
  const stated = metadataOf({ text, blocks: labelled, drafted });
  const documents = documentsOf(text, labelled, stated);
  const blocks = withSpeech(text, labelled, documents);
  const papers = documents.filter(({ role }) => role === undefined);
  // A text that is one document is as old as that document says; the date of one among several dates nothing else.
  const date = stated.date ?? (papers.length === 1 && documents[0]?.role === undefined ? papers[0]?.date : undefined);
  const metadata = date === undefined ? stated : { ...stated, date };
  return ok({
    v: 1,
    type,
    tool,
    parent: { sha256: parent },
    mediaType: drafted.mediaType,
    charset,
    text,
    blocks,
    metadata,
    documents,
    ...(pages.length > 0 && { pages }),
  });
}

/** What named speakers say is content where it is most of a page, even where that has it among comments (docs/read.md L73). */
function withSpeech(text: string, blocks: readonly Block[], documents: readonly LayerDocument[]): readonly Block[] {
  const spoken = new Set<Block>();
  let [own, all, at] = [0, 0, 0];
  for (const block of blocks) {
    while (at < documents.length && (documents[at]?.end ?? 0) <= block.start) at++;
    const document = documents[at];
    const words = text.slice(block.start, block.end);
    const plain = block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'quotation';
    const running = plain && isRunningText(words) && !isBoilerplateLine(words);
    if (running) all += words.length;
    if (document?.role !== 'contribution' || document.issuer === undefined || document.start > block.start) continue;
    if (running) own += words.length;
    if (running || (plain && block.start === document.start)) spoken.add(block);
  }
  if (own * 2 < all) return blocks;
  return blocks.map((block) => (spoken.has(block) ? { ...block, label: 'content' } : block));
}

/** What a format reader found, before it becomes a layer. */
export interface Drafted {
  readonly mediaType: Layer['mediaType'];
  readonly blocks: readonly DraftBlock[];
  /** Parsed HTML: the page, or the parts that stand in Markdown. */
  readonly trees: readonly HtmlDocument[];
  readonly frontMatter?: FrontMatter;
  /** What the format says of the text apart from its words. */
  readonly properties?: FormatProperties;
  readonly pages?: NonNullable<FormatText['pages']>;
}

function draft(source: string, mediaType: TextMediaType): Result<Drafted, TooComplex> {
  switch (mediaType) {
    case 'text/plain':
      return ok({ mediaType, blocks: readPlainText(source), trees: [] });
    case 'text/html': {
      const tree = parsePage(source);
      return tree.ok ? ok({ mediaType, blocks: walkPage(tree.value), trees: [tree.value] }) : tree;
    }
    case 'text/markdown': {
      const frontMatter = cutFrontMatter(source);
      const body = readMarkdown(source, frontMatter?.bodyStart ?? 0);
      if (!body.ok) return body;
      const { blocks, trees } = body.value;
      if (frontMatter === undefined) return ok({ mediaType, blocks, trees });
      return ok({
        mediaType,
        blocks: [...frontMatterBlocks(source, frontMatter), ...blocks],
        trees,
        frontMatter,
      });
    }
  }
}

function frontMatterBlocks(source: string, { inner }: FrontMatter): readonly DraftBlock[] {
  const lines = linesOf(source.slice(0, inner.end), inner.start).filter((line) => !isBlank(line.text));
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .trim();
  return text === '' ? [] : [{ text, kind: 'front-matter', source: inner, linked: 0, aside: true }];
}

/** A heading names what follows; a page that forgot to close one is no heading. */
const LONGEST_HEADING = 400;

interface Assembled {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
}

function assemble(drafted: Drafted): Assembled {
  const labels = labelBlocks(drafted);
  const parts: string[] = [];
  const blocks: Block[] = [];
  const runs = new Map<number, Page['runs'][number][]>();
  let at = 0;
  drafted.blocks.forEach((found, i) => {
    if (i > 0) {
      parts.push('\n\n');
      at += 2;
    }
    // A lone surrogate can only come from a damaged source or a numeric reference; U+FFFD is as long.
    const words = found.text.toWellFormed();
    const heading = found.kind === 'heading' && words.length <= LONGEST_HEADING;
    parts.push(words);
    blocks.push({
      start: at,
      end: at + words.length,
      kind: kindOf(found.kind, words, heading),
      ...(heading && found.level !== undefined ? { level: found.level } : {}),
      label: labels[i] ?? 'content',
      language: languageOf(words),
      source: found.source,
      ...(found.place !== undefined && { place: found.place }),
    });
    for (const { page, start, end, ...run } of found.runs ?? []) {
      const onPage = runs.get(page) ?? [];
      onPage.push({ start: at + start, end: at + end, ...run });
      runs.set(page, onPage);
    }
    at += words.length;
  });
  return { text: parts.join(''), blocks, pages: pagesOf(drafted.pages ?? [], runs) };
}

/** Each page with its runs; a page without text begins and ends where the one before it ends. */
function pagesOf(sizes: NonNullable<FormatText['pages']>, runs: ReadonlyMap<number, Page['runs']>): readonly Page[] {
  let at = 0;
  return sizes.map((size) => {
    const onPage = runs.get(size.number) ?? [];
    const start = onPage[0]?.start ?? at;
    at = onPage.at(-1)?.end ?? start;
    return { ...size, start, end: at, runs: onPage };
  });
}

function kindOf(kind: Block['kind'], words: string, heading: boolean): Block['kind'] {
  if (kind === 'heading' && !heading) return 'paragraph';
  return (kind === 'paragraph' || kind === 'heading') && isCaptionLine(words) ? 'caption' : kind;
}

/** More than a stray control character: NUL or other C0 controls, beyond one in a thousand, are no text. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 1_000_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the point
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > 2 && controls * 200 > head.length;
}
