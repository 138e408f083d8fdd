import type { Language, Sha256 } from '../base/index.ts';

/**
 * A layer is the text Daybook reads and anchors point into. It is stored and never edited, only superseded.
 *
 * `text` is well-formed Unicode with `\n` line ends. Blocks are separated by one blank line (`\n\n`), table cells of a
 * row by a tab, lines inside a block by `\n`. Every visible character of the source that is not white space stands in
 * exactly one block; blocks are ascending and do not overlap. All offsets are UTF-16 units.
 */
export interface Layer {
  readonly v: 1;
  readonly type: 'extracted' | 'recognised' | 'translated';
  readonly tool: { readonly name: string; readonly version: string };
  readonly parent: { readonly sha256: Sha256 };
  readonly mediaType: MediaType;
  readonly charset: Charset;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  readonly documents: readonly LayerDocument[];
  /** Pages with boxes, for formats that have pages; absent for text, Markdown and HTML. */
  readonly pages?: readonly Page[];
}

/** The media types that layers are made of, as IANA registers them; HWPX has none there and keeps the one in use. */
export const MEDIA_TYPES = [
  'text/plain',
  'text/markdown',
  'text/html',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/tiff',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/rtf',
  'application/epub+zip',
  'application/hwp+zip',
  'message/rfc822',
  'text/csv',
  'text/tab-separated-values',
  'application/json',
  'application/x-subrip',
  'text/vtt',
] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

export interface Charset {
  /** Encoding label as the WHATWG Encoding Standard names it, lower case: `utf-8`, `gb18030`, `big5`, `euc-kr`. */
  readonly name: string;
  readonly decidedBy: (typeof CHARSET_DECIDERS)[number];
  /** How many bytes or sequences had no character and became U+FFFD. 0 when all were read. */
  readonly replaced: number;
}

/** `format`: characters come from the format itself, as in PDF and office files, or were recognised from an image. */
export const CHARSET_DECIDERS = [
  'bom',
  'transport',
  'declaration',
  'strict-utf-8',
  'detection',
  'fallback',
  'format',
] as const;

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'quotation'
  | 'table-row'
  | 'caption'
  | 'preformatted'
  | 'front-matter'
  | 'control';

export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** 1 to 6 for headings. */
  readonly level?: number;
  /** Probably the article itself, or probably menus, links, notices around it. A hint: nothing is dropped for it. */
  readonly label: 'content' | 'boilerplate';
  readonly language: Language;
  /**
   * Where the block's markup or text begins and ends in the decoded source, in UTF-16 units; 0 and 0 for formats that have
   * no such text, whose blocks have a `place`.
   */
  readonly source: { readonly start: number; readonly end: number };
  /** Where it stands in a source that is not a text. */
  readonly place?: BlockPlace;
}

/** A place in the original, as a person would look for it there. Numbers count from 1. */
export type BlockPlace =
  | { readonly type: 'page'; readonly page: number; readonly box: Box }
  | { readonly type: 'paragraph'; readonly number: number; readonly part?: string }
  | { readonly type: 'row'; readonly sheet: string; readonly row: number }
  | { readonly type: 'record'; readonly path: string }
  /** Milliseconds from the beginning of a recording. */
  | { readonly type: 'time'; readonly from: number; readonly to: number };

/** Left, top, right and bottom in points of the page, from its upper left corner. */
export type Box = readonly [number, number, number, number];

/** A value found in the source, with the place it was taken from. */
export interface Found {
  readonly value: string;
  readonly from:
    | 'front-matter'
    | 'json-ld'
    | 'meta'
    | 'title-element'
    | 'heading'
    | 'byline'
    | 'time-element'
    | 'dateline'
    | 'closing-block'
    | 'file-name'
    | 'body'
    | 'script-of-text'
    | 'lang-attribute'
    | 'document-properties'
    | 'mail-header'
    | 'archive-record';
  /** Position in the layer's text when the value stands there. */
  readonly start?: number;
  readonly end?: number;
}

/** What the source says of itself; a field is absent when nothing was found, never guessed. */
export interface Metadata {
  readonly title?: Found;
  readonly author?: Found;
  readonly publisher?: Found;
  /** EDTF. */
  readonly date?: Found;
  readonly language?: Found;
  readonly address?: Found;
}

/** One text inside the layer with its own title, issuer, date or addressee. A layer has at least one when it has text. */
export interface LayerDocument {
  readonly start: number;
  readonly end: number;
  readonly title?: Found;
  readonly issuer?: Found;
  readonly addressee?: Found;
  /** EDTF. */
  readonly date?: Found;
  readonly language: Language;
  /** What this text is to the others in the layer; absent for one that stands by itself. */
  readonly role?: DocumentRole;
  /** Who was sent a copy. */
  readonly copies?: Found;
  /** Under which number its office keeps it. */
  readonly number?: Found;
  /** What a speaker is said to be, in the words of the text: office, organisation. */
  readonly affiliation?: Found;
  /** Whether a speaker asks or is asked; absent when the text does not tell. */
  readonly turn?: 'question' | 'answer';
  /** Index of the document that this one is quoted in, goes on with, or answers. */
  readonly within?: number;
}

/**
 * `editor-note`, `note`: words of whoever prints the others, before and after them. `contribution`: what one speaker says.
 * `post`: what somebody posted under a name that may be no public one. `continuation`: the rest of a text that others
 * interrupt.
 */
export type DocumentRole = 'editor-note' | 'note' | 'contribution' | 'post' | 'continuation';

/** A page of a paged source: its size in points and the boxes of runs of text. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
  readonly runs: readonly {
    readonly start: number;
    readonly end: number;
    readonly box: Box;
    /** 0 to 1 for recognised text; absent when the text was not recognised from an image. */
    readonly confidence?: number;
  }[];
}
