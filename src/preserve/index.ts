export {
  type ArchiveSignature,
  type ArchiveSignatureRefusal,
  checkArchiveSignature,
  type SignedArchive,
} from './archive-signature.ts';
export { type CaptureRecord, readCaptureRecord } from './capture-record.ts';
export {
  type Checkpoint,
  type CheckpointRefusal,
  logOfCheckpoint,
  openCheckpoint,
  signCheckpoint,
} from './checkpoint.ts';
export { CHECKPOINT_FILE_LIMIT, joinCheckpoints, splitCheckpoints } from './checkpoint-file.ts';
export {
  allowsNoMore,
  allowsUse,
  CONSENT_USES,
  type Consent,
  type ConsentAnswer,
  type ConsentChange,
  type ConsentUse,
  readConsent,
  readConsentChange,
  type StandingUse,
  standingConsent,
  type UseConsent,
} from './consent.ts';
export { type DescriptionOrigin, type DescriptionRecord, readDescriptionRecord } from './description.ts';
export { sha256, sha512 } from './digest.ts';
export {
  type Envelope,
  type EnvelopeRefusal,
  readEnvelope,
  type SignedEntry,
  signEnvelope,
  type UnsignedEnvelope,
} from './envelope.ts';
export {
  ERASURE_KIND,
  type ErasureRecord,
  erasedSubjects,
  isErasureList,
  MOST_ERASED,
  readErasureRecord,
} from './erasure.ts';
export { KEPT_NAME_LIMIT, type KeptSearch, type LogSize, QUERY_LIMIT, readKeptSearch } from './kept-search.ts';
export {
  type Enrolment,
  type EntryRefusal,
  headAfter,
  judgeEntry,
  type LogView,
  type Placed,
  type Verdict,
} from './log.ts';
export {
  type DeviceEnrolment,
  type DeviceRemoval,
  foundingMembers,
  isMembershipKind,
  type MembershipFact,
  type MembershipRefusal,
  membershipOf,
  type PersonEnrolment,
  type PersonNameBody,
  type PersonRemoval,
  personEnrolment,
  readPersonNameBody,
} from './membership.ts';
export {
  appendLeaf,
  type CompactRange,
  emptyRange,
  type Hash,
  merkleLeaf,
  rangeRoot,
} from './merkle.ts';
export {
  checkPart,
  type Part,
  type PartContext,
  type PartReference,
  type PartRefusal,
  referToPart,
  SALT_BYTES,
} from './part.ts';
export {
  type ApprovalRecord,
  type CollectionMember,
  type CollectionRecord,
  type IntakeReceipt,
  MOST_DAYS,
  type RetentionRecord,
  readApprovalRecord,
  readCollectionMember,
  readCollectionRecord,
  readIntakeReceipt,
  readRetentionRecord,
  readSealingKeyRecord,
  readSettingRecord,
  type SealingKeyRecord,
  type SettingRecord,
  settingsSubject,
} from './records.ts';
export { headsRemoved, holdingRemovals, type RemovalStatement, removalIn } from './removal.ts';
export { readHeads, type SeenHead } from './seen-head.ts';
export { type SigningKey, signBytes, signingKeyFromSeed } from './signing.ts';
export { hasStatedDigest, readStatedDigest, type StatedDigest } from './stated-digest.ts';
export { isStatementOf, type StatementDomain, signStatement } from './statement.ts';
