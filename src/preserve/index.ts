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
  type SeenHead,
  type SignedEntry,
  signEnvelope,
  type UnsignedEnvelope,
} from './envelope.ts';
export {
  type Clock,
  type Enrolment,
  type EntryRefusal,
  headAfter,
  isInPast,
  judgeEntry,
  type LogView,
  type Placed,
  type Verdict,
} from './log.ts';
export {
  type DeviceBody,
  type PersonBody,
  type PersonNameBody,
  personBody,
  readDeviceBody,
  readPersonBody,
  readPersonNameBody,
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
export { noteKeyId, openNote, signNote } from './signed-note.ts';
export { type SigningKey, signBytes, signingKeyFromSeed, verifyBytes } from './signing.ts';
