export { type ArrivalRefusal, bytesAtHand, keepArrivedBytes, lacksBlobFile } from './blob-arrival.ts';
export { type CreateOptions, type CreateRefusal, createVault, joinVault, personName } from './create-vault.ts';
export { digestWords } from './digest-words.ts';
export { syncFolder } from './durable-file.ts';
export type {
  Belonging,
  BundleGivenRow,
  LogStretch,
  PeerRow,
  RecipientRow,
  SealingKeyRow,
} from './exchange-queries.ts';
export { type FolderInspection, inspectVaultFolder } from './folder.ts';
export { generatePassphrase, type PassphraseProblem, passphraseProblem } from './passphrase.ts';
export { personSubject } from './person-subject.ts';
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
export { Vault, type VaultCondition, type VaultRefusal } from './vault.ts';
export type { VaultOptions } from './vault-threads.ts';
export type { Fault, RecordVerdict, VerifyCounts } from './verify.ts';
export { type BlobFault, type BlobVerdict, verifyBlobs } from './verify-blobs.ts';
export type {
  AcceptOutcome,
  AcceptRequest,
  AppendOutcome,
  AppendRequest,
  EntryDraft,
  FaultPoint,
  WriteRefusal,
} from './write-request.ts';
