export { type CaptureRecord, type Consent, readCaptureRecord } from './capture-record.ts';
export {
  type Checkpoint,
  type CheckpointRefusal,
  checkpointOrigin,
  openCheckpoint,
  sameTree,
  signCheckpoint,
} from './checkpoint.ts';
export { sha256, sha512 } from './digest.ts';
export {
  type Envelope,
  type EnvelopeRefusal,
  needsPerson,
  readEnvelope,
  type SignedEntry,
  signEnvelope,
  type UnsignedEnvelope,
} from './envelope.ts';
export { isInstant } from './instant.ts';
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
  workspaceIdOf,
} from './membership.ts';
export {
  appendLeaf,
  type CompactRange,
  consistencyProof,
  emptyRange,
  type Hash,
  inclusionProof,
  merkleLeaf,
  merkleRoot,
  rangeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export {
  checkPart,
  type Part,
  type PartContext,
  type PartReference,
  type PartRefusal,
  partCommitment,
  referToPart,
  SALT_BYTES,
} from './part.ts';
export {
  type CollectionMember,
  type CollectionRecord,
  type IntakeReceipt,
  readCollectionMember,
  readCollectionRecord,
  readIntakeReceipt,
} from './records.ts';
export type { SeenHead } from './seen-head.ts';
export { noteKeyId, openNote, signNote } from './signed-note.ts';
export { isUsableKey, type SigningKey, signBytes, signingKeyFromSeed, verifyBytes } from './signing.ts';
