import { z } from 'zod';
import {
  FORMAT_NAMES,
  type FormatName,
  type FormatNote,
  type LibraryAsk,
  MEMBER_LIMITS,
  NOTES,
  RECOGNISED_LANGUAGES,
  type RecognisedLanguage,
  UNREAD_REASONS,
  type UnreadPart,
} from '../read/index.ts';

/** What the engine asks of a reading process. A pack comes first; its files are the frame's sections. */
export type ReadingRequest =
  | { readonly type: 'pack'; readonly names: readonly string[] }
  | {
      readonly type: 'read';
      readonly id: number;
      readonly fileName: string;
      readonly claims: boolean;
      readonly mediaType?: string | undefined;
      readonly transportCharset?: string | undefined;
      /** Reads a PDF or an image by what is seen on its pages; each is told of before it is looked at. */
      readonly recognise?: RecognitionAsk | undefined;
    }
  | GivingRequest
  /** The piece that was asked for, in the order of asking. */
  | { readonly type: 'range' };

/** What is answered with bytes. */
export type GivingRequest =
  | { readonly type: 'page-image'; readonly id: number; readonly page: number; readonly scale: number }
  /** A file of a library. */
  | { readonly type: 'library'; readonly id: number; readonly ask: LibraryAsk }
  /** An archive of so many bytes, which are asked for piece by piece; afterwards its files by their names. */
  | { readonly type: 'archive'; readonly id: number; readonly length: number }
  | { readonly type: 'entry'; readonly id: number; readonly name: string };

/** What is to be recognised: without pages those that have no text, without languages what the page looks like. */
export interface RecognitionAsk {
  readonly pages?: readonly number[] | undefined;
  readonly languages?: readonly RecognisedLanguage[] | undefined;
}

/** Why a document was kept and not read. */
export type NotReadReason =
  /** Its format, or what its bytes are, is not one that Daybook reads yet. */
  | 'format-not-read'
  /** Larger than what is read; the bytes are kept all the same. */
  | 'too-large'
  | 'no-text'
  /** An archive or a mailbox: what stands in it was taken in, file by file. */
  | 'files-inside'
  /** Its pages are images: there is text once it was recognised. */
  | 'to-recognise'
  | 'damaged'
  | 'no-such-page'
  | 'encrypted'
  /** It grows without end when it is unpacked. */
  | 'bomb'
  /** A digest or signature that it carries is not that of its content. */
  | 'not-as-signed'
  | 'reader-stopped'
  | 'reader-too-slow'
  /** The process that read it took more memory than it may. */
  | 'reader-too-large';

/** What a reading process answers. The layer and the reading are the frame's sections, as canonical JSON. */
export type ReadingReply =
  | { readonly type: 'ready' }
  | { readonly type: 'pack-refused' }
  /** A page is about to be looked at; the answer comes later. */
  | { readonly type: 'page'; readonly id: number; readonly page: number }
  /** A piece of the archive is needed; the answer comes later. */
  | { readonly type: 'range'; readonly id: number; readonly at: number; readonly length: number }
  /** The picture of a page, what a file of a library says, the list of an archive, or a file of it: the frame's section. */
  | { readonly type: 'given'; readonly id: number; readonly rss: number }
  | { readonly type: 'read'; readonly id: number; readonly rss: number; readonly found?: FileFacts | undefined }
  | {
      readonly type: 'not-read';
      readonly id: number;
      readonly rss: number;
      readonly reason: NotReadReason;
      readonly found?: FileFacts | undefined;
    };

/** What a file is besides its text. The bytes of its members are the last sections of the frame, in this order. */
export interface FileFacts {
  readonly format: FormatName | 'text';
  readonly unread: readonly UnreadPart[];
  readonly notes: readonly FormatNote[];
  readonly facts: readonly NamedFact[];
  readonly members: readonly MemberFacts[];
}

export interface NamedFact {
  readonly name: string;
  readonly value: string;
}

/** A member without its bytes. */
export interface MemberFacts {
  readonly name: string;
  readonly mediaType?: string | undefined;
  readonly transportCharset?: string | undefined;
  readonly modified?: string | undefined;
  readonly origin?: string | undefined;
  readonly facts?: readonly NamedFact[] | undefined;
}

/** Reads a request; throws when it is none. */
export function readRequest(header: unknown): ReadingRequest {
  return request.parse(header);
}

/** Reads a reply; throws when it is none, since the process that sent it is then not to be used. */
export function readReply(header: unknown): ReadingReply {
  return reply.parse(header);
}

const id = z.number().int().min(0);
const page = z.number().int().min(1).max(100_000);
const rss = z.number().min(0);
const text = z.string().max(4096);
const named = z.array(z.strictObject({ name: text, value: text })).max(100);
const fileFacts: z.ZodType<FileFacts> = z.strictObject({
  format: z.enum(['text', ...FORMAT_NAMES]),
  unread: z.array(z.strictObject({ part: text, reason: z.enum(UNREAD_REASONS) })).max(20_000),
  notes: z
    .array(z.strictObject({ part: text, note: z.enum(NOTES), count: z.number().int().min(0).exactOptional() }))
    .max(10_000),
  facts: named,
  members: z
    .array(
      z.strictObject({
        name: text,
        mediaType: text.optional(),
        transportCharset: text.optional(),
        modified: text.optional(),
        origin: text.optional(),
        facts: named.optional(),
      }),
    )
    .max(MEMBER_LIMITS.files),
});
const request = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pack'), names: z.array(z.string()) }),
  z.strictObject({
    ...{ type: z.literal('read'), id, fileName: z.string(), claims: z.boolean() },
    ...{ mediaType: z.string().optional(), transportCharset: z.string().optional() },
    recognise: z
      .strictObject({
        pages: z.array(page).max(5000).optional(),
        languages: z.array(z.enum(RECOGNISED_LANGUAGES)).min(1).max(RECOGNISED_LANGUAGES.length).optional(),
      })
      .optional(),
  }),
  z.strictObject({ type: z.literal('page-image'), id, page, scale: z.number().min(0).max(8) }),
  z.strictObject({
    ...{ type: z.literal('library'), id },
    ask: z.discriminatedUnion('part', [
      z.strictObject({ part: z.literal('table'), fileName: z.string(), sheet: z.string().optional() }),
      z.strictObject({ part: z.literal('mapping') }),
      z.strictObject({ part: z.literal('annotations') }),
      z.strictObject({ part: z.literal('zotero'), files: z.array(z.string()) }),
    ]),
  }),
  z.strictObject({ type: z.literal('archive'), id, length: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('entry'), id, name: z.string() }),
  z.strictObject({ type: z.literal('range') }),
]);
const reply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('pack-refused') }),
  z.strictObject({ type: z.literal('page'), id, page }),
  z.strictObject({ type: z.literal('range'), id, at: z.number().int().min(0), length: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('given'), id, rss }),
  z.strictObject({ type: z.literal('read'), id, rss, found: fileFacts.optional() }),
  z.strictObject({
    type: z.literal('not-read'),
    id,
    rss,
    reason: z.enum([
      'format-not-read',
      'too-large',
      'no-text',
      'files-inside',
      'to-recognise',
      'damaged',
      'no-such-page',
      'encrypted',
      'bomb',
      'not-as-signed',
    ]),
    found: fileFacts.optional(),
  }),
]);
