export type { BackupReceipt, BackupRefusal, BackupRequest, BackupStep } from './backup.ts';
export type { BlobLack } from './backup-blobs.ts';
export {
  Backup,
  type BackupOpenRefusal,
  type BackupPart,
  type FindRefusal,
  type FoundBackup,
  findBackup,
} from './backup-reading.ts';
export type { NoteStanding } from './checkpoint-standing.ts';
export type { BackupRow } from './copy-queries.ts';
export { type CreateOptions, type CreateRefusal, createVault } from './create-vault.ts';
export { type FolderInspection, inspectVaultFolder } from './folder.ts';
export { headWords } from './head-words.ts';
export { openHeader } from './header.ts';
export type { TakenAway } from './left-files.ts';
export { generatePassphrase, type PassphraseProblem, passphraseProblem } from './passphrase.ts';
export type {
  BlobRow,
  CollectionRow,
  EntryWithParts,
  LogPosition,
  LogRow,
  Page,
  PageRequest,
  SourceRow,
  VaultStatus,
} from './queries.ts';
export type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
export {
  type RestoreReceipt,
  type RestoreRefusal,
  type RestoreRequest,
  type RestoreStep,
  restoreBackup,
} from './restore.ts';
export { Vault, type VaultCondition, type VaultRefusal } from './vault.ts';
export type { VaultOptions } from './vault-threads.ts';
export type { Fault, RecordVerdict, VerifyCounts } from './verify.ts';
export { type BlobFault, type BlobVerdict, type Strays, verifyBlobs } from './verify-blobs.ts';
export type {
  AcceptOutcome,
  AcceptRequest,
  AppendOutcome,
  AppendRequest,
  EntryDraft,
  FaultPoint,
  WriteRefusal,
} from './write-request.ts';
