import type { DefaultTreeAdapterTypes } from 'parse5';
import { type BlockSetting, BlockWriter } from './block-writer.ts';
import type { DraftBlock, HtmlDocument, HtmlElement, HtmlNode } from './draft.ts';
import { attributeOf, BLOCK_ELEMENTS, isHidden, isNeverShown, PREFORMATTED, SHOWN_INPUTS } from './html-elements.ts';
import type { BlockKind } from './layer.ts';

/**
 * Every visible text of a page as blocks, in document order (docs/read.md L10 to L19). Nothing that a browser shows
 * is left out: text in closed `<details>`, options and values of controls is kept as well. Walks with a stack of its
 * own, so depth costs no recursion. `offset` is added to all source positions.
 */
export function walkHtml(root: HtmlDocument, offset: number = 0): readonly DraftBlock[] {
  return walk(root, offset, isUnseen);
}

/** The blocks of a whole page. One that shows nothing until its scripts have run is read with what it holds back. */
export function walkPage(root: HtmlDocument): readonly DraftBlock[] {
  const shown = walk(root, 0, isUnseen);
  return shown.length > 0 ? shown : walk(root, 0, isNeverShown);
}

function walk(root: HtmlDocument, offset: number, isUnseen: (element: HtmlElement) => boolean): readonly DraftBlock[] {
  const writer = new BlockWriter();
  const frames: Frame[] = [{ nodes: root.childNodes, next: 0, setting: PLAIN, edge: 'none' }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      leave(frame, writer);
      frames.pop();
    } else if (node.nodeName === '#text' && 'value' in node) {
      writer.write(node.value, spanOf(node, offset), frame.setting);
    } else if ('tagName' in node && !isUnseen(node)) {
      enter(node, frame.setting, writer, offset, frames);
    }
  }
  return writer.finish();
}

interface Frame {
  readonly nodes: readonly HtmlNode[];
  next: number;
  readonly setting: BlockSetting;
  /** What happens to the text where the element ends. */
  readonly edge: 'none' | 'block' | 'soft' | 'cell';
}

const PLAIN: BlockSetting = { kind: 'paragraph', row: false, preformatted: false, linked: false };

function enter(element: HtmlElement, outer: BlockSetting, writer: BlockWriter, offset: number, frames: Frame[]): void {
  const name = element.tagName;
  if (name === 'br') {
    writer.lineBreak();
    return;
  }
  if (name === 'input') {
    writeInput(element, outer, writer, offset);
    return;
  }
  const setting = settingIn(element, outer);
  const edge = edgeOf(element, outer, setting);
  if (edge === 'block') writer.flush();
  else if (edge === 'soft') writer.softEdge();
  frames.push({ nodes: childrenOf(element), next: 0, setting, edge });
}

function leave(frame: Frame, writer: BlockWriter): void {
  if (frame.edge === 'block') writer.flush();
  else if (frame.edge === 'soft') writer.softEdge();
  else if (frame.edge === 'cell') writer.tab();
}

function edgeOf(element: HtmlElement, outer: BlockSetting, setting: BlockSetting): Frame['edge'] {
  if (!BLOCK_ELEMENTS.has(element.tagName)) return 'none';
  if (!outer.row) return 'block';
  if (element.tagName === 'td' || element.tagName === 'th') return 'cell';
  return setting.kind === 'control' ? 'block' : 'soft';
}

function settingIn(element: HtmlElement, outer: BlockSetting): BlockSetting {
  const name = element.tagName;
  const kind = kindOf(element, outer);
  const level = kind === 'heading' ? (headingLevel(element) ?? outer.level) : undefined;
  const preformatted = outer.preformatted || PREFORMATTED.has(name) || keepsWhiteSpace(element);
  return {
    kind,
    ...(level === undefined ? {} : { level }),
    ...(BLOCK_ELEMENTS.has(name) || outer.element === undefined ? { element } : { element: outer.element }),
    row: name === 'table' ? false : name === 'tr' ? isDataRow(element) : outer.row,
    preformatted,
    linked: outer.linked || (name === 'a' && attributeOf(element, 'href') !== undefined),
  };
}

function kindOf(element: HtmlElement, outer: BlockSetting): BlockKind {
  const name = element.tagName;
  if (outer.kind === 'control' || outer.kind === 'heading') return outer.kind;
  if (headingLevel(element) !== undefined) return 'heading';
  switch (name) {
    case 'button':
    case 'select':
    case 'option':
    case 'textarea':
      return 'control';
    case 'pre':
    case 'listing':
    case 'plaintext':
    case 'xmp':
      return 'preformatted';
    case 'caption':
    case 'figcaption':
      return 'caption';
    case 'li':
    case 'dt':
    case 'dd':
      return 'list-item';
    case 'blockquote':
      return 'quotation';
    case 'article':
    case 'main':
    case 'section':
    case 'table':
      return 'paragraph';
    default:
      return outer.kind;
  }
}

function headingLevel(element: HtmlElement): number | undefined {
  if (/^h[1-6]$/.test(element.tagName)) return Number(element.tagName.slice(1));
  if (attributeOf(element, 'role') !== 'heading') return undefined;
  const level = Number(attributeOf(element, 'aria-level') ?? '2');
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}

function keepsWhiteSpace(element: HtmlElement): boolean {
  const style = attributeOf(element, 'style');
  return style !== undefined && /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(style);
}

/** How many nodes of a row are looked at to tell a row of data from a row that lays out a page. */
const ROW_NODES = 250;
const CELL_CHARACTERS = 400;

/**
 * A row of data has at least two cells, all of them short and without inner structure of their own. Other rows only
 * lay out the page; what stands in their cells are blocks like any others.
 */
function isDataRow(row: HtmlElement): boolean {
  let cells = 0;
  let seen = 0;
  for (const cell of row.childNodes) {
    if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
    cells++;
    let characters = 0;
    const open: HtmlNode[] = [...cell.childNodes];
    seen += open.length;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen > ROW_NODES) return false;
      if ('tagName' in node) {
        if (isUnseen(node)) continue;
        if (ROW_BREAKERS.has(node.tagName) || /^h[1-6]$/.test(node.tagName)) return false;
        seen += node.childNodes.length;
        open.push(...node.childNodes);
      } else if ('value' in node && node.nodeName === '#text') {
        characters += node.value.trim().length;
        if (characters > CELL_CHARACTERS) return false;
      }
    }
  }
  return cells >= 2;
}

const ROW_BREAKERS: ReadonlySet<string> = new Set([
  'article',
  'blockquote',
  'dl',
  'form',
  'hr',
  'main',
  'nav',
  'ol',
  'pre',
  'section',
  'select',
  'table',
  'textarea',
  'ul',
]);

function writeInput(element: HtmlElement, outer: BlockSetting, writer: BlockWriter, offset: number): void {
  const value = attributeOf(element, 'value') ?? '';
  if (!SHOWN_INPUTS.has((attributeOf(element, 'type') ?? '').toLowerCase()) || !/\S/.test(value)) return;
  writer.flush();
  writer.write(value, spanOf(element, offset), { ...outer, kind: 'control', element, row: false, preformatted: false });
  writer.flush();
}

/** A template that declares a shadow root is shown in its host's place; any other template is not shown. */
function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  return isTemplate(element) ? element.content.childNodes : element.childNodes;
}

function isTemplate(element: HtmlElement): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === 'template' && 'content' in element;
}

function isUnseen(element: HtmlElement): boolean {
  if (element.tagName === 'template' && attributeOf(element, 'shadowrootmode') !== undefined) return false;
  return isHidden(element);
}

function spanOf(node: HtmlNode, offset: number): { readonly start: number; readonly end: number } {
  const place = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  return { start: (place?.startOffset ?? 0) + offset, end: (place?.endOffset ?? 0) + offset };
}
