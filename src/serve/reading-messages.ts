import { z } from 'zod';

/** What the engine asks of a reading process. A pack comes first; its files are the frame's sections. */
export type ReadingRequest =
  | { readonly type: 'pack'; readonly names: readonly string[] }
  | { readonly type: 'read'; readonly id: number; readonly fileName: string; readonly claims: boolean };

/** Why a document was kept and not read. */
export type NotReadReason =
  /** Its format, or what its bytes are, is not one that Daybook reads yet. */
  | 'format-not-read'
  /** Larger than what is read; the bytes are kept all the same. */
  | 'too-large'
  | 'no-text'
  | 'reader-stopped'
  | 'reader-too-slow';

/** What a reading process answers. The layer and the reading are the frame's sections, as canonical JSON. */
export type ReadingReply =
  | { readonly type: 'ready' }
  | { readonly type: 'pack-refused' }
  | { readonly type: 'read'; readonly id: number; readonly rss: number }
  | { readonly type: 'not-read'; readonly id: number; readonly rss: number; readonly reason: NotReadReason };

/** Reads a request; throws when it is none. */
export function readRequest(header: unknown): ReadingRequest {
  return request.parse(header);
}

/** Reads a reply; throws when it is none, since the process that sent it is then not to be used. */
export function readReply(header: unknown): ReadingReply {
  return reply.parse(header);
}

const id = z.number().int().min(0);
const rss = z.number().min(0);
const request = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pack'), names: z.array(z.string()) }),
  z.strictObject({ type: z.literal('read'), id, fileName: z.string(), claims: z.boolean() }),
]);
const reply = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('pack-refused') }),
  z.strictObject({ type: z.literal('read'), id, rss }),
  z.strictObject({
    type: z.literal('not-read'),
    id,
    rss,
    reason: z.enum(['format-not-read', 'too-large', 'no-text']),
  }),
]);
