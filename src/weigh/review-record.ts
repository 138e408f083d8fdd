import { z } from 'zod';
import { canonicalJson, isId, type LeafHash, type PersonKey, type SourceId } from '../base/index.ts';
import { CLAIM_KINDS, type Claim, type ClaimKind, parseClaim } from '../read/index.ts';
import { type ClaimId, claimId, claimKey, isClaimId } from './claim-key.ts';

/** Kind of the entry that reviews a claim; a person signs it (docs/preserve.md, P5). */
export const REVIEW_KIND = 'review';

export type Verdict = 'accept' | 'reject' | 'unsure' | 'edit';

/**
 * What a person says of one claim, `of` the claim's source. It holds the whole claim, so that it stands however the
 * reader changes.
 */
export interface ReviewRecord {
  readonly type: 'review';
  readonly source: SourceId;
  /** What names the claim beside its words: they are in its key (`ClaimKey`), and never change by a review. */
  readonly kind: ClaimKind;
  readonly occurrence: number;
  readonly among: number;
  /** As it was proposed when the person looked at it, or as the person typed it. */
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** What the person says instead; of `edit` alone, else null. */
  readonly edited: Claim | null;
  /** Whether the person typed the claim out of a passage: then the reader is the person. */
  readonly typed: boolean;
  readonly reason: string;
}

/** Takes back a review of one's own. It stays in the record, and counts no longer. */
export interface WithdrawalRecord {
  readonly type: 'review-withdrawn';
  readonly source: SourceId;
  readonly claim: ClaimId;
  /** The entry with the review, by its leaf. */
  readonly review: LeafHash;
  readonly reason: string;
}

/** A review or a withdrawal with who made it and where it stands in the record. */
export interface Review {
  readonly leaf: LeafHash;
  readonly person: PersonKey;
  /** Place in the record; reviews are given in its order. */
  readonly order: number;
  /** As the device's clock claims it: shown, never sorted by. */
  readonly at: string;
  readonly record: ReviewRecord | WithdrawalRecord;
}

/** UTF-16 units of a reason. */
export const REASON_LIMIT = 2000;
/** UTF-16 units of a claim as canonical JSON. */
export const CLAIM_LIMIT = 200_000;

/** Reads a review or its withdrawal; undefined when the value is neither, is larger than any, or contradicts itself. */
export function readReviewRecord(value: unknown): ReviewRecord | WithdrawalRecord | undefined {
  const read = record.safeParse(value).data;
  return read === undefined || (read.type === 'review' && !isSound(read)) ? undefined : read;
}

/** The name of the claim that a record speaks of. */
export function claimReviewed(read: ReviewRecord | WithdrawalRecord): ClaimId {
  return read.type === 'review-withdrawn' ? read.claim : claimId(claimKey(read.claim, read.source, read));
}

/** A reason as it is kept: line ends as `\n`, nothing around it. Undefined when it is empty, too long or no plain text. */
export function readReason(typed: string): string | undefined {
  const plain = typed.replace(/\r\n?/g, '\n').trim();
  return isReason(plain) ? plain : undefined;
}

function isSound({ verdict, edited, typed, claim }: ReviewRecord): boolean {
  const isEdit = verdict === 'edit';
  return isEdit === (edited !== null) && !(typed && verdict !== 'accept') && isOfOneText(claim, edited);
}

/** An edit stands in the text of what it edits: offsets of two texts say nothing of each other. */
function isOfOneText(claim: Claim, edited: Claim | null): boolean {
  return edited === null || edited.passage.layer === claim.passage.layer;
}

/** Controls that could drive a terminal, or end a text for a program that reads it, have no place in a reason. */
function isReason(text: string): boolean {
  return text !== '' && text.length <= REASON_LIMIT && text.isWellFormed() && !/(?![\n\t])\p{Cc}/u.test(text);
}

function isKeptClaim(value: unknown): value is Claim {
  const parsed = parseClaim(value);
  return parsed !== undefined && isKeepable(parsed);
}

/** Whether a claim can be kept: well-formed and not larger than any. */
function isKeepable(parsed: Claim): boolean {
  try {
    return canonicalJson(parsed).length <= CLAIM_LIMIT;
  } catch {
    return false;
  }
}

const sourceId = z.custom<SourceId>((value) => isId('SubjectId', value));
const count = z.number().int().min(0);
const reason = z.string().refine(isReason);
const claim = z.custom<Claim>(isKeptClaim);
const record = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('review'),
    source: sourceId,
    kind: z.enum(CLAIM_KINDS),
    occurrence: count,
    among: count,
    claim,
    verdict: z.enum(['accept', 'reject', 'unsure', 'edit']),
    edited: claim.nullable(),
    typed: z.boolean(),
    reason,
  }),
  z.strictObject({
    type: z.literal('review-withdrawn'),
    source: sourceId,
    claim: z.custom<ClaimId>(isClaimId),
    review: z.custom<LeafHash>((value) => isId('LeafHash', value)),
    reason,
  }),
]);
