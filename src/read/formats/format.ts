import type { DraftBlock, HtmlDocument } from '../draft.ts';
import type { Charset, Found, Layer } from '../layer.ts';

/**
 * What a format's reader makes of bytes. A reader is a function of the bytes and the hints alone: it opens no file, asks no
 * network and runs nothing that stands in a document. It answers within its limits, and says what it left out.
 */
export interface FormatReading {
  /** The text of the file itself; absent when it has none, as an archive has none. */
  readonly text?: FormatText;
  /** Files inside, in their order, each to become a source of its own: attachments, pages of a web archive, an archive's files. */
  readonly members: readonly Member[];
  /** Parts that were not read, and why: the receipt lists them. Empty when everything was read. */
  readonly unread: readonly UnreadPart[];
  /** What was read in a way that a reader of the text should know of; nothing is missing for it. */
  readonly notes?: readonly FormatNote[];
  /** What the file's own records prove or fail to prove, and what its reader chose between, for the receipt. Never words of it. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

export const NOTES = ['hidden', 'deletions-left-out', 'macros-left-out', 'last-values', 'text-replaced'] as const;

/**
 * `hidden`: the part is read though the program that made it does not show it. `deletions-left-out`: passages that a tracked
 * change deletes are not in the text. `macros-left-out`: code stands in the file; it was neither run nor read.
 * `last-values`: results of formulas as they were last stored. `text-replaced`: bytes without a character became U+FFFD.
 */
export interface FormatNote {
  /** Which part, never words of the document. */
  readonly part: string;
  readonly note: (typeof NOTES)[number];
  /** How many, where they were counted. */
  readonly count?: number;
}

/** A text with its blocks, before labels, documents and metadata are found in it (`layerOfText`). */
export interface FormatText {
  readonly type: Layer['type'];
  readonly mediaType: Layer['mediaType'];
  readonly tool: Layer['tool'];
  /** In source order; each with the place that it came from. */
  readonly blocks: readonly DraftBlock[];
  /** What the format itself says of the text, apart from its words: headers of a mail, properties of an office file. */
  readonly properties: FormatProperties;
  readonly charset?: Charset;
  /** Pages of HTML that the blocks come from: what their markup says of title, author and date is read as well. */
  readonly trees?: readonly HtmlDocument[];
  /** Sizes of pages in points, for formats that have pages; blocks and runs name them by number, from 1. */
  readonly pages?: readonly { readonly number: number; readonly width: number; readonly height: number }[];
}

export interface FormatProperties {
  readonly title?: FormatProperty;
  readonly author?: FormatProperty;
  readonly publisher?: FormatProperty;
  /** EDTF. */
  readonly date?: FormatProperty;
  readonly language?: FormatProperty;
  readonly address?: FormatProperty;
}

export interface FormatProperty {
  readonly value: string;
  readonly from: Extract<Found['from'], 'document-properties' | 'mail-header' | 'archive-record'>;
  /** Set where programs fill it in by themselves: what the text says of itself goes before it. */
  readonly ifTextIsSilent?: true;
}

/** A file inside another. */
export interface Member {
  /** As the container names it, with its folders, `/` between them; cleaned of what could lead out of a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container says of its kind. A claim: the bytes decide. */
  readonly mediaType?: string;
  readonly transportCharset?: string;
  /** When the container says it was last changed or captured, an instant. A claim. */
  readonly modified?: string;
  /** Where it comes from, as the container says: the address of an archived page. */
  readonly origin?: string;
  /** What the container's record of it proves or fails to prove, for the capture record and the receipt. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

export interface UnreadPart {
  /** Which part: a page, a sheet, a member's name. Never words of the document. */
  readonly part: string;
  readonly reason: UnreadReason;
}

export const UNREAD_REASONS = [
  'damaged',
  'encrypted',
  'too-large',
  'too-many',
  'too-deep',
  'bomb',
  'path-escape',
  'link',
  'duplicate-name',
  'no-text',
  'not-supported',
  'digest-differs',
  'signature-differs',
] as const;

export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Why a file of a format was not read at all. */
export interface FormatRefusal {
  readonly type: 'format-refused';
  readonly format: string;
  readonly reason: UnreadReason | 'empty' | 'too-slow' | 'reader-stopped';
  /** Which of several causes it was, in the reader's own words, never the file's. */
  readonly detail?: string;
}

/** What else is known of the bytes. */
export interface FormatHints {
  readonly fileName: string;
  readonly mediaType?: string;
  readonly transportCharset?: string;
}
