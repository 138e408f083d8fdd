import { z } from 'zod';
import {
  bytesToHex,
  type CollectionId,
  canonicalJson,
  type DeviceKey,
  isId,
  type PersonKey,
  parseCollectionId,
  type WorkspaceId,
} from '../base/index.ts';
import { readHeads, type SeenHead } from '../preserve/index.ts';
import { Unreadable } from './bundle-refusal.ts';
import { malformed } from './frame.ts';
import { isRecipient } from './sealing-key.ts';

/** What a bundle says of itself. */
export interface BundleHeader {
  readonly v: 1;
  /** 16 random bytes in hexadecimal: by them a bundle that was taken is known again. */
  readonly bundle: string;
  readonly workspace: WorkspaceId;
  /** Who made it: this device signed its end. */
  readonly device: DeviceKey;
  readonly person: PersonKey;
  /** The sender's clock. Shown, never trusted. */
  readonly at: string;
  /** Entries up to these heads are left out: the recipient had said that it has them. */
  readonly before: readonly SeenHead[];
  /** Heads of all logs at the sender, 2,048 at most. */
  readonly after: readonly SeenHead[];
  readonly scope: 'all' | readonly CollectionId[];
  readonly counts: BundleCounts;
  /** Whether the sender itself lacks no part and no bytes. */
  readonly complete: boolean;
  /** The age recipient of the sender's own vault. */
  readonly recipient: string;
}

export interface BundleCounts {
  readonly entries: number;
  readonly parts: number;
  /** Parts that are here at the sender and out of scope. */
  readonly withheld: number;
  readonly blobs: number;
  /** Bytes of all blobs. */
  readonly bytes: number;
}

/** Most heads that a header states: it stays below a frame. What is left out is sent again, no more. */
export const MOST_HEADS = 2048;

/** The header as the body of its frame. */
export function encodeHeader(header: BundleHeader): Uint8Array {
  return new TextEncoder().encode(canonicalJson(header));
}

/** Reads a header; throws `Unreadable` when it is none, of a newer version, or spelled in any other way. */
export function parseHeader(body: Uint8Array): BundleHeader {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    throw malformed('the header');
  }
  const version = anyVersion.safeParse(value);
  if (version.success && version.data.v > 1) throw new Unreadable({ type: 'bundle-newer' });
  const parsed = schema.safeParse(value);
  if (!parsed.success || canonicalJson(parsed.data) !== text) throw malformed('the header');
  return parsed.data;
}

/** A fresh name of a bundle. */
export function newBundleId(random: (count: number) => Uint8Array): string {
  return bytesToHex(random(16));
}

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const heads = z.custom<readonly SeenHead[]>((value) => {
  const read = readHeads(value);
  return read !== undefined && read.length <= MOST_HEADS;
});
const anyVersion = z.looseObject({ v: count });
const schema = z.strictObject({
  v: z.literal(1),
  bundle: z.string().regex(/^[0-9a-f]{32}$/),
  workspace: z.custom<WorkspaceId>((value) => isId('WorkspaceId', value)),
  device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
  person: z.custom<PersonKey>((value) => isId('PersonKey', value)),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  before: heads,
  after: heads,
  scope: z.union([
    z.literal('all'),
    z
      .array(z.custom<CollectionId>((value) => parseCollectionId(value) !== undefined))
      .min(1)
      .max(100),
  ]),
  counts: z.strictObject({ entries: count, parts: count, withheld: count, blobs: count, bytes: count }),
  complete: z.boolean(),
  recipient: z.string().refine(isRecipient),
});
