import type { DefaultTreeAdapterTypes } from 'parse5';
import type { BlockKind, BlockPlace, Box } from './layer.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlDocument = DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment;

/** A block before it has its place in the layer's text: what a format reader found, in source order. */
export interface DraftBlock {
  /** Not empty, no white space at either end, no blank line inside. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly level?: number;
  /** UTF-16 offsets in the decoded source. */
  readonly source: { readonly start: number; readonly end: number };
  /** Characters of the text, white space not counted, that stand inside links. */
  readonly linked: number;
  /** The element that holds the block's first text, for formats that have elements. */
  readonly element?: HtmlElement;
  /** Set when the format itself says that this is not the text proper, as front matter is not. */
  readonly aside?: boolean;
  /** Where it stands in a source that is not a text. */
  readonly place?: BlockPlace;
  /** Where runs of its text stand on pages, in offsets of `text`, ascending; one block may run over two pages. */
  readonly runs?: readonly DraftRun[];
}

/** A run of a block's text with the box that it fills on a page. */
export interface DraftRun {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** 0 to 1 for recognised text. */
  readonly confidence?: number;
}
