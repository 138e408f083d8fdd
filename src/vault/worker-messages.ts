import type { WorkspaceId } from '../base/index.ts';
import type { ThemePack } from '../read/index.ts';
import type { copyQueries } from './copy-queries.ts';
import type { DatabaseRefusal } from './database.ts';
import type { exchangeNotes } from './exchange-notes.ts';
import type { exchangeQueries } from './exchange-queries.ts';
import type { Failure } from './failure.ts';
import type { Fault } from './fault.ts';
import type { folderNoteQueries } from './folder-note-queries.ts';
import type { folderNotes } from './folder-notes.ts';
import type { queries } from './queries.ts';
import type { VaultId } from './vault-key.ts';
import type { AcceptRequest, AppendRequest, EntryDraft } from './write-request.ts';

export type Queries = typeof queries & typeof folderNoteQueries & typeof copyQueries & typeof exchangeQueries;
export type QueryName = keyof Queries;
export type FolderNotes = typeof folderNotes & typeof exchangeNotes;
export type FolderNoteName = keyof FolderNotes;

/** What a thread is started with. It holds keys: threads share the engine's memory anyway, other processes get none. */
export interface WorkerStart {
  /** `archive` reads the database of a backup, and changes nothing about it. */
  readonly role: 'writer' | 'reader' | 'archive';
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  /** Set when the vault is being made: the workspace that its first entry founds. */
  readonly founding?: WorkspaceId;
  readonly writer?: {
    readonly vault: VaultId;
    readonly headMac: Uint8Array;
    readonly entrySeed: Uint8Array;
    readonly checkpointSeed: Uint8Array;
    readonly personSeed: Uint8Array;
  };
  /** For fault campaigns: end the process at the n-th passing of a point. */
  readonly fault?: Fault;
}

export type Request = { readonly id: number } & (
  | { readonly op: 'query'; readonly name: QueryName; readonly args: unknown }
  | { readonly op: 'found'; readonly drafts: readonly EntryDraft[] }
  | { readonly op: 'enrol'; readonly draft: EntryDraft; readonly waitMs: number }
  | { readonly op: 'append'; readonly requests: readonly AppendRequest[]; readonly waitMs: number }
  | { readonly op: 'accept'; readonly request: AcceptRequest; readonly mending: boolean; readonly waitMs: number }
  | { readonly op: 'rebuild'; readonly packs: readonly ThemePack[]; readonly waitMs: number }
  | { readonly op: 'note'; readonly name: FolderNoteName; readonly args: unknown; readonly waitMs: number }
  | { readonly op: 'finish-erasing'; readonly waitMs: number }
  | { readonly op: 'read-missing'; readonly packs: readonly ThemePack[]; readonly waitMs: number }
  | { readonly op: 'verify' }
  /** Writes a copy of the database as one moment had it; the file must be missing or empty. */
  | { readonly op: 'snapshot'; readonly file: string }
  /** Whether SQLite finds every page and index of the file as it should be. */
  | { readonly op: 'integrity' }
  | { readonly op: 'tidy'; readonly before: number; readonly waitMs: number }
  | { readonly op: 'close' }
);

export type Reply =
  /** `current`: whether the projections are such as this build makes; a reader that is told no asks for nothing. */
  | { readonly type: 'ready'; readonly workspace: WorkspaceId; readonly current: boolean }
  | { readonly type: 'refused'; readonly error: DatabaseRefusal }
  | { readonly type: 'not-opened'; readonly failure: Failure }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure };
