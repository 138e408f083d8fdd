export { type ClaimField, fieldsThatDiffer } from './claim-difference.ts';
export {
  type ClaimId,
  type ClaimKey,
  type ClaimPlace,
  type KeyedClaim,
  nameClaims,
  SOURCE_DIGITS,
} from './claim-key.ts';
export {
  type ClaimChange,
  type ClaimRefusal,
  changeClaim,
  checkClaim,
  typeClaim,
} from './claim-making.ts';
export {
  addCounts,
  CLAIM_STATES,
  type ClaimCounts,
  type ClaimState,
  countStates,
  isReopened,
  isThere,
  newestBy,
  type ProposalChange,
  type ReviewedClaim,
  statesOf,
  type Verdicted,
} from './claim-state.ts';
export {
  CLAIM_LIMIT,
  claimReviewed,
  REASON_LIMIT,
  REVIEW_KIND,
  type Review,
  type ReviewRecord,
  readReason,
  readReviewRecord,
  type Verdict,
  type WithdrawalRecord,
} from './review-record.ts';
