import type { DeviceKey, LayerId, LeafHash, Sha256, SourceId, SubjectId } from '../base/index.ts';
import type { EntryRefusal, EnvelopeRefusal, MembershipFact, PartRefusal } from '../preserve/index.ts';
import type { Failure } from './failure.ts';
import type { HeadRefusal } from './head.ts';
import type { HeadMismatch } from './head-check.ts';
import type { LockRefusal } from './write-lock.ts';

/** Where a fault campaign can end the process; nothing else uses it. */
export type FaultPoint =
  | 'temporary-blob'
  | 'blob-synced'
  | 'in-transaction'
  | 'committed'
  | 'head-written'
  | 'checkpoint'
  | 'projection-swap'
  | 'header-rename'
  | 'revoke'
  | 'erase';

/** What somebody wants said: the writer adds place, heads, salts and signatures. */
export interface EntryDraft {
  readonly kind: string;
  /** Whether the person who opened the vault signs, or the machine alone. */
  readonly personal: boolean;
  /** Seed of another person's key, who signs in place of the one who opened the vault: for a second approval. */
  readonly signer?: Uint8Array;
  /** RFC 3339, the caller's clock. */
  readonly at: string;
  /** Enrolments, for the kinds that make them. */
  readonly members?: readonly MembershipFact[];
  readonly parts: readonly { readonly of: readonly SubjectId[]; readonly body: Uint8Array }[];
}

/** Where a source's bytes lie. */
export interface BlobPlace {
  readonly name: string;
  readonly source: SourceId;
  readonly length: number;
  readonly wrappedKey: Uint8Array;
}

export interface SuggestionCache {
  readonly layer: LayerId;
  readonly source: SourceId;
  /** SHA-256 of the reading, which the reading's entry states. */
  readonly output: Sha256;
  /** The reading as canonical JSON. */
  readonly reading: string;
}

export interface AppendRequest {
  readonly drafts: readonly EntryDraft[];
  readonly blobs: readonly BlobPlace[];
  readonly suggestions: readonly SuggestionCache[];
  /** Append nothing when a source with these bytes is here. */
  readonly unlessSource?: Sha256;
}

export type AppendOutcome =
  | {
      readonly type: 'appended';
      readonly entries: readonly { readonly device: DeviceKey; readonly seq: number; readonly leaf: LeafHash }[];
    }
  | { readonly type: 'source-already-here'; readonly source: SourceId };

/** What the thread answers for each request of a group: a defect in one is no defect of the others. */
export type AppendAnswer = AppendOutcome | { readonly type: 'failed'; readonly failure: Failure };

/** Entries of other devices with whichever parts came along. */
export interface AcceptRequest {
  readonly entries: readonly Uint8Array[];
  readonly parts: readonly { readonly commitment: Sha256; readonly salt: Uint8Array; readonly body: Uint8Array }[];
}

export interface AcceptOutcome {
  readonly placed: number;
  readonly alreadyHere: number;
  readonly waiting: number;
  /** Given parts that were not here, or not whole. */
  readonly partsKept: number;
  /** Given parts that were not kept, since something that they speak of was erased. */
  readonly partsLeftOut: number;
  /** Those, and parts that were here until an erasure came. */
  readonly partsErased: number;
  /** `index` is the place among the entries that were given, or among the parts when the error is a part's. */
  readonly refused: readonly AcceptRefusal[];
}

export interface AcceptRefusal {
  readonly index: number;
  readonly error:
    | EnvelopeRefusal
    | EntryRefusal
    | PartRefusal
    | { readonly type: 'too-many-waiting' }
    | { readonly type: 'part-too-large' };
}

export type WriteRefusal =
  | LockRefusal
  | HeadRefusal
  | HeadMismatch
  | { readonly type: 'own-log-forked' }
  /** The person of this vault is not enrolled in what is here: a vault that joined, before it took the first bundle. */
  | { readonly type: 'not-admitted' };
