export type {
  BlobRow,
  CollectionRow,
  LogPosition,
  LogRow,
  Page,
  PageRequest,
  SourceRow,
  VaultStatus,
} from './queries.ts';
export type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
export {
  type CreateOptions,
  type CreateRefusal,
  Vault,
  type VaultCondition,
  type VaultOptions,
  type VaultRefusal,
} from './vault.ts';
export type { Fault, RecordVerdict, VerifyCounts } from './verify.ts';
export type { AcceptOutcome, AcceptRequest, AppendOutcome, AppendRequest, EntryDraft, WriteRefusal } from './writer.ts';
