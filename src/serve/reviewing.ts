import { ok, type Result, refuse, type SourceId } from '../base/index.ts';
import type { Claim, ClaimKind, Span } from '../read/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import {
  type ClaimChange,
  type ClaimId,
  type ClaimRefusal,
  fieldsThatDiffer,
  isReopened,
  nameClaims,
  newestBy,
  type ReviewedClaim,
  type ReviewRecord,
  typeClaim,
} from '../weigh/index.ts';
import type { Clock } from './clock.ts';
import { claimReviewed } from './drafts.ts';
import { type ClaimVeiled, isUnseen, isWrittenOver, type SeenClaim } from './seen-claim.ts';
import { type ClaimText, textOf } from './source-claims.ts';

/** What a person says of a claim that is shown to them. */
export type Judgement =
  /** Of a claim that the reader has come to say otherwise: that it is right now. Of any other: that it is as shown. */
  | { readonly type: 'accept' }
  /** What was accepted stays, whatever the reader now proposes. */
  | { readonly type: 'keep' }
  | { readonly type: 'reject' }
  | { readonly type: 'unsure' }
  | { readonly type: 'edit'; readonly edited: Claim };

/**
 * Records what the person who opened the vault says of a claim. Reviews of others, and earlier ones, stay. Refused, and nothing
 * recorded, where the verdict takes words that this person was not shown: this is the one place that holds to that.
 */
export async function reviewClaim(
  vault: Vault,
  seen: SeenClaim,
  judgement: Judgement,
  { reason, now }: { readonly reason: string; readonly now: Clock },
): Promise<Result<ReviewRecord, WriteRefusal | ClaimVeiled>> {
  const { claim, opened, reveal } = seen;
  if (isUnseen(seen, judgement.type)) return refuse({ type: 'claim-veiled' });
  // An edit may bring in words that are protected elsewhere in the text: a name that was guessed is none that was seen.
  if (judgement.type === 'edit' && isWrittenOver(textOf(opened, judgement.edited), judgement.edited, { reveal }))
    return refuse({ type: 'claim-veiled' });
  const record = recordOf(claim, judgement, reason);
  const kept = await append(vault, record, now);
  return kept.ok ? ok(record) : kept;
}

/** Takes back the newest review that this person made of a claim; refused when there is none. What came before it stands again. */
export async function undoReview(
  vault: Vault,
  claim: ReviewedClaim,
  { reason, now }: { readonly reason: string; readonly now: Clock },
): Promise<Result<undefined, WriteRefusal | { readonly type: 'nothing-to-undo' }>> {
  const newest = newestBy(claim, vault.person);
  if (newest === undefined) return refuse({ type: 'nothing-to-undo' });
  const { source, id } = claim;
  return append(vault, { type: 'review-withdrawn', source, claim: id, review: newest.leaf, reason }, now);
}

/** What a claim is typed out of, and whether protected words in it were shown to whoever types it. */
export interface TypedFrom {
  readonly source: SourceId;
  readonly text: ClaimText;
  readonly reveal: boolean;
  readonly known: readonly ReviewedClaim[];
}

/**
 * Records a claim that a person typed out of a passage, accepted by whoever types it. Refused, as a verdict is, where something
 * of it was written over when it was typed.
 */
export async function reviewTyped(
  vault: Vault,
  { source, text, reveal, known }: TypedFrom,
  typed: { readonly span: Span; readonly change: ClaimChange & { readonly kind: ClaimKind } },
  { reason, now }: { readonly reason: string; readonly now: Clock },
): Promise<
  Result<ClaimId, WriteRefusal | ClaimRefusal | ClaimVeiled | { readonly type: 'known-already'; readonly id: ClaimId }>
> {
  const { layer } = text;
  const made = typeClaim(layer, typed.span, typed.change);
  if (!made.ok) return made;
  const claim = made.value;
  if (isWrittenOver(text, claim, { reveal })) return refuse({ type: 'claim-veiled' });
  const [named] = nameClaims(layer.text, [claim], source);
  if (named === undefined) throw new Error('a claim got no name');
  const { id, place } = named;
  if (known.some((each) => each.id === id)) return refuse({ type: 'known-already', id });
  const record: ReviewRecord = {
    ...{ type: 'review', source, ...place, claim, verdict: 'accept', edited: null, typed: true, reason },
  };
  const kept = await append(vault, record, now);
  return kept.ok ? ok(id) : kept;
}

function recordOf(reviewed: ReviewedClaim, judgement: Judgement, reason: string): ReviewRecord {
  const { source, place, claim: shown } = reviewed;
  // Who accepts what has changed accepts what the reader proposes now, in the text that it now stands in.
  const now = judgement.type === 'accept' && isReopened(reviewed) ? reviewed.proposal : undefined;
  const claim = now ?? basisOf(reviewed, judgement.type === 'edit' ? judgement.edited : shown);
  const said = (verdict: ReviewRecord['verdict'], edited: Claim | null): ReviewRecord => ({
    ...{ type: 'review', source, ...place, claim, verdict, edited, typed: false, reason },
  });
  switch (judgement.type) {
    case 'accept':
      return isReopened(reviewed) ? said('accept', null) : agreeing(said, claim, shown);
    case 'keep':
      return agreeing(said, claim, shown);
    case 'reject':
    case 'unsure':
      return said(judgement.type, null);
    case 'edit':
      return said('edit', judgement.edited);
  }
}

/** Whoever accepts what a colleague edited says the same as the colleague, and not what the reader says. */
function agreeing(
  said: (verdict: ReviewRecord['verdict'], edited: Claim | null) => ReviewRecord,
  claim: Claim,
  shown: Claim,
): ReviewRecord {
  return fieldsThatDiffer(claim, shown).length === 0 ? said('accept', null) : said('edit', shown);
}

/**
 * The claim that a review is of: what the reader proposes, so that a later change shows; what was reviewed before where
 * it proposes nothing, or proposes it in another text than the one that is spoken of.
 */
function basisOf({ proposal, history }: ReviewedClaim, { passage }: Claim): Claim {
  const before = history.flatMap(({ record }) => (record.type === 'review' ? [record.claim] : []));
  const candidates = [...(proposal ? [proposal] : []), ...before.reverse()];
  const found = candidates.find((each) => each.passage.layer === passage.layer);
  if (found === undefined) throw new Error('a review speaks of another text than its claim');
  return found;
}

async function append(
  vault: Vault,
  record: Parameters<typeof claimReviewed>[0],
  now: Clock,
): Promise<Result<undefined, WriteRefusal>> {
  const kept = await vault.append({ drafts: [claimReviewed(record, now())], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}
