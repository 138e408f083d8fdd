/** What this room needs of a vault. `serve` joins them: this room knows no vault, and the vault knows no bundle. */
import type {
  DeviceKey,
  LeafHash,
  PersonKey,
  Result,
  Sha256,
  SourceId,
  SubjectId,
  WorkspaceId,
} from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import type { GivenPart } from './bundle-items.ts';
import type { Members } from './sender.ts';

/** Entries of one device's log from one place up to before another. */
export interface Stretch {
  readonly device: DeviceKey;
  readonly from: number;
  readonly to: number;
}

export interface EntryAtHand {
  readonly leaf: LeafHash;
  readonly bytes: Uint8Array;
  /** Parts that are here and open under the entry, with their subjects. */
  readonly parts: readonly (GivenPart & { readonly of: readonly SubjectId[] })[];
}

/** A source as its capturing entry places it, and how many bytes it has by its capture record. */
export interface SourceAtHand {
  readonly source: SourceId;
  readonly device: DeviceKey;
  readonly seq: number;
  readonly length: number;
}

/** The vault that a bundle is made of. */
export interface GivingVault {
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly person: PersonKey;
  /** What lies beyond these heads, those of them that were used, and where the logs end. */
  beyond(heads: readonly SeenHead[]): Promise<{
    readonly stretches: readonly Stretch[];
    readonly before: readonly SeenHead[];
    readonly ends: readonly SeenHead[];
  }>;
  /** Entries in these stretches in the order of the record, after one; none at the end. As many as lie easily in memory. */
  entries(stretches: readonly Stretch[], after: LeafHash | undefined): Promise<readonly EntryAtHand[]>;
  /** The newest checkpoint of each device, as signed notes. */
  checkpoints(): Promise<readonly string[]>;
  sources(after: string | undefined): Promise<{ readonly items: readonly SourceAtHand[]; readonly next?: string }>;
  /** Whether all bytes of a source are here and as captured. */
  isWhole(source: SourceId): Promise<boolean>;
  bytesOf(source: SourceId): Promise<AsyncIterable<Uint8Array>>;
  lacksNothing(): Promise<boolean>;
  /** Signs as the device: 64 bytes in hexadecimal. */
  sign(body: Uint8Array): string;
}

export interface Accepted {
  readonly placed: number;
  readonly alreadyHere: number;
  readonly waiting: number;
  readonly refused: readonly { readonly index: number; readonly error: { readonly type: string } }[];
}

/** The vault that a bundle is put into. `E` is why it takes nothing at all: in use, damaged. */
export interface TakingVault<E extends { readonly type: string }> {
  readonly workspace: WorkspaceId;
  members(): Promise<Members>;
  /** When a bundle of this name was taken; undefined when none was. */
  takenAt(bundle: string): Promise<string | undefined>;
  /** Those of the heads that are here. */
  headsHere(heads: readonly SeenHead[]): Promise<readonly SeenHead[]>;
  forks(): Promise<readonly { readonly device: DeviceKey; readonly seq: number }[]>;
  partsHere(commitments: readonly Sha256[]): Promise<readonly Sha256[]>;
  erasedAmong(subjects: readonly SubjectId[]): Promise<readonly SubjectId[]>;
  accept(entries: readonly Uint8Array[], parts: readonly GivenPart[]): Promise<Result<Accepted, E>>;
  /** Keeps a checkpoint when its tree is here; false when not. */
  keepCheckpoint(note: string): Promise<Result<boolean, E>>;
  bytesAtHand(source: SourceId): Promise<'whole' | 'lacking' | 'unknown'>;
  /** Keeps bytes for a source in place of lacking ones, when they are those of its capture record. */
  keepBytes(source: SourceId, chunks: AsyncIterable<Uint8Array>): Promise<Result<'kept' | 'unknown' | 'differing', E>>;
  /** What a device was last heard to hold; undefined when it was never heard. */
  heard(device: DeviceKey): Promise<readonly SeenHead[] | undefined>;
  recipientsOf(person: PersonKey): Promise<readonly string[]>;
  noteTaken(note: {
    readonly bundle: string;
    readonly takenAt: string;
    readonly device: DeviceKey;
    readonly peer:
      | { readonly recipient: string; readonly heads: readonly SeenHead[]; readonly complete: boolean }
      | undefined;
  }): Promise<Result<void, E>>;
}
