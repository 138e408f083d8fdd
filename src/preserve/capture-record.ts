import { z } from 'zod';
import { isId, type Sha256, type Sha512, type SourceId } from '../base/index.ts';
import { type Consent, consentSchema } from './consent.ts';
import { isInstant } from './instant.ts';

/**
 * What is known of how a source came here, after the Berkeley Protocol on Digital Open Source Investigations
 * (sections VI.C and VI.D): where from, when, by whom, with what, why, and digests that fix the bytes. It says
 * "captured by X, unchanged since T", never "authentic". Who captured is the entry's signing person.
 */
export interface CaptureRecord {
  readonly type: 'capture';
  readonly source: SourceId;
  readonly sha256: Sha256;
  readonly sha512: Sha512;
  /** Bytes. */
  readonly length: number;
  /** Where the bytes come from, as whoever captured them says: an address or words; null when not said. */
  readonly origin: string | null;
  /** The name the file had, with folders below the one that was added; never the folders above it. */
  readonly fileName: string;
  /** When the file says it was last changed, an instant; null when there is no such time. A claim of the file. */
  readonly modified: string | null;
  /** When it was captured, an instant by this device's clock. */
  readonly capturedAt: string;
  /** `note`: no file was there; the bytes are a text made of what somebody said they learnt (docs/testimony.md T1). */
  readonly method: 'file' | 'standard-input' | 'demo-sample' | 'member' | 'note';
  /** The source that it stood in, and the name it has there; absent when it came by itself. */
  readonly within?: { readonly source: SourceId; readonly name: string } | undefined;
  /** What its format is, and what of it was not read when it came; absent for text. */
  readonly file?: CapturedFile | undefined;
  readonly tool: { readonly name: string; readonly version: string };
  /** Why it was captured, in the words of whoever did; null when not said. */
  readonly reason: string | null;
  /** For testimony: on what legal basis, and consent per use; null for published material. */
  readonly consent: Consent | null;
}

/** What a reader found a file to be. Parts are named as the format names them: pages, sheets, members. */
export interface CapturedFile {
  readonly format: string;
  /** Parts that were not read, the first thousand of them. */
  readonly unread: readonly { readonly part: string; readonly reason: string }[];
  readonly notes: readonly { readonly part: string; readonly note: string; readonly count?: number | undefined }[];
  /** What its own records prove or fail to prove. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** How many files stood in it, each to become a source of its own; absent in records of versions that did not count them. */
  readonly members?: number | undefined;
}

/** Reads a capture record; undefined when the value is none or was written by a version that we do not know. */
export function readCaptureRecord(value: unknown): CaptureRecord | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const schema = z.strictObject({
  type: z.literal('capture'),
  source: z.custom<SourceId>((value) => isId('SubjectId', value)),
  sha256: z.custom<Sha256>((value) => isId('Sha256', value)),
  sha512: z.custom<Sha512>((value) => isId('Sha512', value)),
  length: z.number().int().min(0),
  origin: z.string().max(4096).nullable(),
  fileName: z.string().max(4096),
  modified: z.string().refine(isInstant).nullable(),
  capturedAt: z.string().refine(isInstant),
  method: z.enum(['file', 'standard-input', 'demo-sample', 'member', 'note']),
  within: z
    .strictObject({ source: z.custom<SourceId>((value) => isId('SubjectId', value)), name: z.string().max(4096) })
    .optional(),
  file: z
    .strictObject({
      format: z.string().max(40),
      unread: z.array(z.strictObject({ part: z.string().max(4096), reason: z.string().max(40) })).max(1000),
      notes: z
        .array(
          z.strictObject({
            part: z.string().max(4096),
            note: z.string().max(40),
            count: z.number().int().min(0).optional(),
          }),
        )
        .max(1000),
      facts: z.array(z.strictObject({ name: z.string().max(4096), value: z.string().max(4096) })).max(200),
      members: z.number().int().min(0).optional(),
    })
    .optional(),
  tool: z.strictObject({ name: z.string().max(100), version: z.string().max(100) }),
  reason: z.string().max(10_000).nullable(),
  consent: consentSchema.nullable(),
});
