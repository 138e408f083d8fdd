import type { LeafHash, PersonKey, SourceId } from '../base/index.ts';
import type { Claim } from '../read/index.ts';
import { type ClaimField, fieldsThatDiffer } from './claim-difference.ts';
import { type ClaimId, type ClaimPlace, claimKey, type KeyedClaim } from './claim-key.ts';
import { claimReviewed, type Review, type ReviewRecord } from './review-record.ts';

export type ClaimState = 'unreviewed' | 'accepted' | 'rejected' | 'unsure' | 'disputed';
export const CLAIM_STATES: readonly ClaimState[] = ['unreviewed', 'accepted', 'rejected', 'unsure', 'disputed'];

/** A review that is one: not a withdrawal. */
export type Verdicted = Review & { readonly record: ReviewRecord };

/** What has become of what the reader proposed when a claim was reviewed. */
export type ProposalChange =
  /** The reader now proposes something else in these fields: a person should look again. */
  | { readonly type: 'differs'; readonly fields: readonly ClaimField[] }
  /** The reader proposes it no longer. */
  | { readonly type: 'gone' };

/** One claim with all that was said of it. */
export interface ReviewedClaim {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly place: ClaimPlace;
  readonly state: ClaimState;
  /** What it says: as a person accepted or edited it, else as it was when it was reviewed, else as it is proposed. */
  readonly claim: Claim;
  /** What the reader proposes now; null when it does not, undefined when nobody knows, since the text is not read here. */
  readonly proposal: Claim | null | undefined;
  /** `assistant:` and its model, when an assistant proposes it and the reader does not: it is counted only once it was accepted. */
  readonly proposedBy: string | undefined;
  /** Whether a person typed it out of a passage. */
  readonly typed: boolean;
  /** Everything that was ever said of it, in the order of the record. */
  readonly history: readonly Review[];
  /** Each person's newest review that was not taken back, in the order of the record. */
  readonly standing: readonly Verdicted[];
  /** Undefined when the reader proposes what was reviewed, and when nothing was. */
  readonly proposalChanged: ProposalChange | undefined;
}

/**
 * The state of each claim of a source: those that the reader proposes now, in their order, and then those that were
 * reviewed and are proposed no longer. A reviewed claim never changes by what a reader does. `proposals` undefined: the
 * text was not read here, so what the reader proposes is not known. `reviews` come in the order of the record.
 */
export function statesOf(
  source: SourceId,
  proposals: readonly KeyedClaim[] | undefined,
  reviews: readonly Review[],
): readonly ReviewedClaim[] {
  const byClaim = new Map<ClaimId, Review[]>();
  for (const review of reviews) {
    const id = claimReviewed(review.record);
    const before = byClaim.get(id);
    if (before === undefined) byClaim.set(id, [review]);
    else before.push(review);
  }
  const withdrawn = withdrawnIn(reviews);
  const moved = proposals === undefined ? new Map<ClaimId, KeyedClaim>() : otherKinds(source, proposals, byClaim);
  const taken = new Set([...moved.values()].map(({ id }) => id));
  const states: ReviewedClaim[] = [];
  for (const { id, place, claim, proposedBy } of proposals ?? []) {
    if (taken.has(id)) continue;
    const history = byClaim.get(id) ?? [];
    byClaim.delete(id);
    states.push(stateOf({ id, source, place, proposal: claim, proposedBy, history, withdrawn }));
  }
  for (const [id, history] of byClaim) {
    const first = history.find(isVerdict);
    // Withdrawals alone, of reviews that are not here, speak of a claim that nobody has.
    if (first === undefined) continue;
    const { kind, occurrence, among } = first.record;
    const proposal = moved.get(id)?.claim ?? (proposals === undefined ? undefined : null);
    states.push(
      stateOf({ id, source, place: { kind, occurrence, among }, proposal, proposedBy: undefined, history, withdrawn }),
    );
  }
  return states;
}

/** How many claims there are of each state, and of how many the reader now says something else than was reviewed. */
export interface ClaimCounts extends Readonly<Record<ClaimState, number>> {
  readonly reopened: number;
}

/** Counts claims by their state. What is neither proposed nor reviewed any more is not counted. */
export function countStates(claims: Iterable<ReviewedClaim>): ClaimCounts {
  const counts = { unreviewed: 0, accepted: 0, rejected: 0, unsure: 0, disputed: 0, reopened: 0 };
  for (const claim of claims) {
    if (!isThere(claim)) continue;
    counts[claim.state]++;
    if (isReopened(claim)) counts.reopened++;
  }
  return counts;
}

/** The sum of two counts. */
export function addCounts(a: ClaimCounts, b: ClaimCounts): ClaimCounts {
  return {
    unreviewed: a.unreviewed + b.unreviewed,
    accepted: a.accepted + b.accepted,
    rejected: a.rejected + b.rejected,
    unsure: a.unsure + b.unsure,
    disputed: a.disputed + b.disputed,
    reopened: a.reopened + b.reopened,
  };
}

/** Whether anything is left to be looked at: not when every review was taken back and the reader does not propose it. */
export function isThere({ state, proposal }: ReviewedClaim): boolean {
  return state !== 'unreviewed' || (proposal !== null && proposal !== undefined);
}

/** Whether somebody should look again, since the reader now proposes other values than were reviewed. */
export function isReopened({ proposalChanged }: ReviewedClaim): boolean {
  return proposalChanged?.type === 'differs';
}

/** The newest review of a claim by one person that they have not taken back; undefined when there is none. */
export function newestBy(claim: ReviewedClaim, person: PersonKey): Verdicted | undefined {
  return claim.standing.find((review) => review.person === person);
}

function stateOf(given: {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly place: ClaimPlace;
  readonly proposal: Claim | null | undefined;
  readonly proposedBy: string | undefined;
  readonly history: readonly Review[];
  readonly withdrawn: ReadonlySet<LeafHash>;
}): ReviewedClaim {
  const { id, source, place, proposal, proposedBy, history, withdrawn } = given;
  const verdicts = history.filter(isVerdict);
  const newest = new Map<PersonKey, Verdicted>();
  for (const review of verdicts) {
    if (withdrawn.has(review.leaf)) continue;
    // Taken out first, so that the order of the map is that of the record.
    newest.delete(review.person);
    newest.set(review.person, review);
  }
  const standing = [...newest.values()];
  const last = standing.at(-1);
  const typed = verdicts.some(({ record }) => record.typed);
  const claim = last === undefined ? (proposal ?? verdicts.at(-1)?.record.claim) : saidIn(last);
  if (claim === undefined) throw new Error('a claim is neither proposed nor reviewed');
  return {
    id,
    source,
    place,
    state: verdictOf(standing),
    claim,
    proposal,
    proposedBy,
    typed,
    history,
    standing,
    proposalChanged: last === undefined ? undefined : changeSince(last.record, proposal, typed),
  };
}

/** One word for what persons say, or that they disagree: in their verdict, or in what they accept. */
function verdictOf(standing: readonly Verdicted[]): ClaimState {
  const [first, ...others] = standing;
  if (first === undefined) return 'unreviewed';
  const outcome = outcomeOf(first);
  const agree = others.every(
    (other) =>
      outcomeOf(other) === outcome &&
      (outcome !== 'accepted' || fieldsThatDiffer(saidIn(first), saidIn(other)).length === 0),
  );
  return agree ? outcome : 'disputed';
}

function outcomeOf({ record }: Verdicted): 'accepted' | 'rejected' | 'unsure' {
  switch (record.verdict) {
    case 'accept':
    case 'edit':
      return 'accepted';
    case 'reject':
      return 'rejected';
    case 'unsure':
      return 'unsure';
  }
}

function saidIn({ record }: Verdicted): Claim {
  return record.edited ?? record.claim;
}

function changeSince(
  { claim, edited }: ReviewRecord,
  proposal: Claim | null | undefined,
  typed: boolean,
): ProposalChange | undefined {
  if (proposal === undefined) return undefined;
  if (proposal === null) return typed ? undefined : { type: 'gone' };
  // A reader that has come to say what the person says leaves nothing to decide.
  if (edited !== null && fieldsThatDiffer(edited, proposal).length === 0) return undefined;
  const fields = fieldsThatDiffer(claim, proposal);
  return fields.length === 0 ? undefined : { type: 'differs', fields };
}

/** Reviews that whoever made them has taken back. Nobody takes back another's. */
function withdrawnIn(reviews: readonly Review[]): ReadonlySet<LeafHash> {
  const authors = new Map(reviews.filter(isVerdict).map(({ leaf, person }) => [leaf, person]));
  const withdrawn = new Set<LeafHash>();
  for (const { person, record } of reviews) {
    if (record.type === 'review-withdrawn' && authors.get(record.review) === person) withdrawn.add(record.review);
  }
  return withdrawn;
}

/**
 * For claims that were reviewed and are proposed no longer: what the reader now proposes of the same words, when that is
 * of another kind and nobody has reviewed it. It is the same sentence, and one line tells of it.
 */
function otherKinds(
  source: SourceId,
  proposals: readonly KeyedClaim[],
  byClaim: ReadonlyMap<ClaimId, readonly Review[]>,
): ReadonlyMap<ClaimId, KeyedClaim> {
  const proposed = new Set(proposals.map(({ id }) => id));
  const gone = [...byClaim].filter(([id]) => !proposed.has(id));
  if (gone.length === 0) return new Map();
  const free = new Map<string, KeyedClaim>();
  for (const keyed of proposals) {
    const words = wordsAt(keyed.claim, source, keyed.place);
    if (!byClaim.has(keyed.id) && !free.has(words)) free.set(words, keyed);
  }
  const moved = new Map<ClaimId, KeyedClaim>();
  for (const [id, history] of gone) {
    const record = history.find(isVerdict)?.record;
    const words = record && wordsAt(record.claim, source, record);
    const keyed = words === undefined ? undefined : free.get(words);
    if (keyed === undefined || words === undefined) continue;
    moved.set(id, keyed);
    free.delete(words);
  }
  return moved;
}

function wordsAt(claim: Claim, source: SourceId, place: ClaimPlace): string {
  const { quote, occurrence } = claimKey(claim, source, place);
  return `${occurrence} ${quote}`;
}

function isVerdict(review: Review): review is Verdicted {
  return review.record.type === 'review';
}
