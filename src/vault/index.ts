export { type Approver, type ApproverRefusal, openApprover } from './approver.ts';
export type { AssistantCallRow, AssistantRow } from './assistant-queries.ts';
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
export { type ArrivalRefusal, bytesAtHand, keepArrivedBytes, lacksBlobFile } from './blob-arrival.ts';
export type { StrayBlob } from './blob-file.ts';
export type { DeviceRow, DueRow, ErasureRow, HeldCounts, RemovalRow, RetentionRow } from './care-queries.ts';
export type { KeptStanding } from './checkpoint-standing.ts';
export type { Concordance, ConcordancePlace, ConcordanceRequest } from './concordance.ts';
export type { BackupRow } from './copy-queries.ts';
export { type CreateOptions, type CreateRefusal, createVault, joinVault, personName } from './create-vault.ts';
export type { DeskLeft, RecordChange, ReviewMark, SuggestionCount } from './desk-queries.ts';
export { type Destruction, destroyVault, isVaultToDestroy } from './destroy.ts';
export { digestWords } from './digest-words.ts';
export { syncFolder } from './durable-file.ts';
export type { ErasingEnd } from './erasing.ts';
export type {
  Belonging,
  BundleGivenRow,
  LogStretch,
  PeerRow,
  RecipientRow,
  SealingKeyRow,
} from './exchange-queries.ts';
export { type FolderInspection, inspectVaultFolder } from './folder.ts';
export { makeFolders } from './folder-making.ts';
export type { SlotNote } from './folder-notes.ts';
export { headWords } from './head-words.ts';
export { type Header, openHeader, openHeaderByRecovery, slotKind } from './header.ts';
export {
  joinShares,
  type KeyShare,
  LEAST_SHARES,
  MOST_SHARES,
  readShare,
  type SharesRefusal,
  shareToWords,
} from './key-shares.ts';
export type { TakenAway } from './left-files.ts';
export type { BriefRow, ConsentRow } from './library-queries.ts';
export type { EntryWithParts, LogRow, MemberRow, VaultStatus } from './log-queries.ts';
export {
  type MergeReceipt,
  type MergeRefusal,
  type MergeRequest,
  type MergeStep,
  mergeBackup,
} from './merge-backup.ts';
export { firstIdentity, type RecipientRefusal } from './office-key.ts';
export type { Page, PageRequest } from './page.ts';
export { generatePassphrase, type PassphraseProblem, passphraseProblem } from './passphrase.ts';
export { personSubject } from './person-subject.ts';
export type { BlobRow, CollectionRow, LogPosition, SourceRow } from './queries.ts';
export type { RebuildOutcome, RebuildProgress } from './rebuild.ts';
export { drawOffice, drawShares, drawSheet, type RecoveryDraft, type RecoveryKey, readSheet } from './recovery-slot.ts';
export { typedWords, unknownWord, type WordsRefusal } from './recovery-words.ts';
export {
  type RestoreReceipt,
  type RestoreRefusal,
  type RestoreRequest,
  type RestoreStep,
  restoreBackup,
} from './restore.ts';
export type { RevokeOutcome, RevokeRefusal } from './revoke.ts';
export type { FoundPassage, FoundSource, SearchAnswer, SearchFilter, SearchRequest } from './search-answer.ts';
export { Vault, type VaultCondition } from './vault.ts';
export type { VaultRefusal } from './vault-opening.ts';
export { type SlotInfo, type SlotsRefusal, waysIn } from './vault-slots.ts';
export type { OpenOptions, VaultOptions } from './vault-threads.ts';
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
