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
  readonly method: 'file' | 'standard-input' | 'demo-sample' | 'note';
  readonly tool: { readonly name: string; readonly version: string };
  /** Why it was captured, in the words of whoever did; null when not said. */
  readonly reason: string | null;
  /** For testimony: on what legal basis, and consent per use; null for published material. */
  readonly consent: Consent | null;
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
  method: z.enum(['file', 'standard-input', 'demo-sample', 'note']),
  tool: z.strictObject({ name: z.string().max(100), version: z.string().max(100) }),
  reason: z.string().max(10_000).nullable(),
  consent: consentSchema.nullable(),
});
