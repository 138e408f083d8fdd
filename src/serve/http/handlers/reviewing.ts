import { ok, type Result } from '../../../base/index.ts';
import { VEIL } from '../../../read/index.ts';
import { countStates, type ReviewedClaim, readReason, typeClaim } from '../../../weigh/index.ts';
import type { ClaimChangeAsk, ClaimChangedView, ReviewAsk } from '../../api.ts';
import { type Judgement, reviewClaim, reviewTyped, undoReview } from '../../reviewing.ts';
import { isUnseen, isWrittenOver, type SeenClaim } from '../../seen-claim.ts';
import { type SourceClaims, textOf } from '../../source-claims.ts';
import { claimAnswer } from '../claim-answer.ts';
import { changeAsSeen, changeOf, kindOf, refusedPart } from '../claim-change.ts';
import { type Answers, type Desk, reveal as revealed, sourceOf } from '../desk.ts';
import { chainsOf, type ShownLink } from '../document-chains.ts';
import type { DeskSource } from '../open-sources.ts';
import { namesOf } from '../people.ts';
import { type Refused, refuseWith, writeRefusal } from '../refusal.ts';

export const reviewingAnswers: Pick<Answers, 'review' | 'review-undo' | 'claim-make'> = {
  review: async (desk, ask) => {
    const found = await findClaim(desk, ask);
    if (!found.ok) return found;
    const { source, claim } = found.value;
    const seen: SeenClaim = { claim, opened: found.value.opened, reveal: ask.reveal ?? false };
    if (isUnseen(seen, ask.verdict)) return refuseWith('claim-veiled');
    const judgement = judgementOf(found.value, ask);
    if (!judgement.ok) return judgement;
    const reason = reasonOf(ask.reason, `${DID[ask.verdict]} at the desk`);
    if (!reason.ok) return reason;
    const kept = await reviewClaim(desk.vault, seen, judgement.value, { reason: reason.value, now: desk.now });
    if (kept.ok) return changed(desk, source, claim.id, ask.reveal ?? false);
    return kept.error.type === 'claim-veiled' ? refuseWith('claim-veiled') : writeRefusal(kept.error);
  },

  'review-undo': async (desk, ask) => {
    const found = await findClaim(desk, ask);
    if (!found.ok) return found;
    const { source, claim } = found.value;
    const reason = reasonOf(ask.reason, 'taken back at the desk');
    if (!reason.ok) return reason;
    const undone = await undoReview(desk.vault, claim, { reason: reason.value, now: desk.now });
    if (undone.ok) return changed(desk, source, claim.id, ask.reveal ?? false);
    return undone.error.type === 'nothing-to-undo' ? refuseWith('nothing-to-undo') : writeRefusal(undone.error);
  },

  'claim-make': async (desk, ask) => {
    const found = await openFor(desk, ask);
    if (!found.ok) return found;
    const { source, opened } = found.value;
    const { layer, row } = source;
    // Another reading came meanwhile: the offsets are of a text that is no longer the one that is read.
    if (layer === undefined || row.layer?.layer !== ask.layer) return refuseWith('not-a-claim', { field: 'layer' });
    const links = { own: [], known: linksOf(source, ask.reveal) };
    const change = changeOf(ask.change, links);
    if (!change.ok) return change;
    const kind = kindOf(ask.change.kind);
    if (kind === undefined) return refuseWith('not-understood', { field: 'kind' });
    const reason = reasonOf(ask.reason, 'typed at the desk');
    if (!reason.ok) return reason;
    const text = { layer, reading: source.reading };
    const shown = ask.reveal === true ? source.revealed : source.veiled;
    if (ask.span.end > shown.text.length) return refuseWith('not-a-claim', { field: 'span' });
    const made = await reviewTyped(
      desk.vault,
      { source: row.source, text, reveal: ask.reveal ?? false, known: opened.claims },
      { span: shown.toLayer(ask.span), change: { ...change.value, kind } },
      { reason: reason.value, now: desk.now },
    );
    if (made.ok) return changed(desk, source, made.value, ask.reveal ?? false);
    if (made.error.type === 'known-already') return refuseWith('known-already', { claim: made.error.id });
    if (made.error.type !== 'claim-refused' && made.error.type !== 'claim-veiled') return writeRefusal(made.error);
    const bare = typeClaim(layer, shown.toLayer(ask.span), { kind });
    if (!bare.ok) return refuseWith('not-a-claim', { field: 'span' });
    const seen = { text, reveal: ask.reveal ?? false };
    if (made.error.type === 'claim-veiled' && (isWrittenOver(text, bare.value, seen) || saysVeil(ask.change)))
      return refuseWith('claim-veiled');
    return refuseWith('not-a-claim', refusedPart(seen, bare.value, ask.change, links));
  },
};

const DID: Readonly<Record<ReviewAsk['verdict'], string>> = {
  accept: 'accepted',
  keep: 'kept as it was',
  reject: 'rejected',
  unsure: 'unsure',
  edit: 'accepted with changes',
};

interface Found {
  readonly source: DeskSource;
  readonly opened: SourceClaims;
}

async function openFor(
  desk: Desk,
  { source: id, reveal }: { readonly source: string; readonly reveal?: boolean },
): Promise<Result<Found, Refused>> {
  const row = await sourceOf(desk, id);
  if (!row.ok) return row;
  if (reveal === true) {
    const asked = await revealed(desk, row.value.source);
    if (!asked.ok) return asked;
  }
  const source = await desk.sources.open(row.value);
  return ok({ source, opened: await desk.sources.claims(source) });
}

async function findClaim(
  desk: Desk,
  ask: { readonly source: string; readonly claim: string; readonly reveal?: boolean },
): Promise<Result<Found & { readonly claim: ReviewedClaim }, Refused>> {
  const found = await openFor(desk, ask);
  if (!found.ok) return found;
  const claim = found.value.opened.claims.find(({ id }) => id === ask.claim);
  return claim === undefined ? refuseWith('no-such-claim') : ok({ ...found.value, claim });
}

/** Whether something is sent back as it was shown, written over: a link of the document's chain. */
function saysVeil(change: ClaimChangeAsk): boolean {
  return JSON.stringify(change).includes(VEIL);
}

/** The claim as it is after something was recorded of it. */
async function changed(
  desk: Desk,
  source: DeskSource,
  id: string,
  reveal: boolean,
): Promise<Result<ClaimChangedView, Refused>> {
  const [opened, nameOf] = await Promise.all([desk.sources.claims(source), namesOf(desk)]);
  const claim = opened.claims.find((each) => each.id === id);
  const showing = { source, opened, reveal, nameOf, self: desk.vault.person };
  return ok({
    claim: claim === undefined ? null : claimAnswer(showing, claim),
    counts: countStates(opened.claims),
  });
}

/** Nobody is made to invent a reason: what is recorded then says how it came about. */
function reasonOf(typed: string | undefined, unsaid: string): Result<string, Refused> {
  if (typed === undefined || typed.trim() === '') return ok(unsaid);
  const reason = readReason(typed);
  return reason === undefined ? refuseWith('not-understood', { field: 'reason' }) : ok(reason);
}

function judgementOf(
  { source, opened, claim }: Found & { readonly claim: ReviewedClaim },
  ask: ReviewAsk,
): Result<Judgement, Refused> {
  if (ask.verdict === 'keep' && claim.standing.length === 0) return refuseWith('not-understood', { field: 'verdict' });
  if (ask.verdict !== 'edit') {
    return ask.change === undefined ? ok({ type: ask.verdict }) : refuseWith('not-understood', { field: 'change' });
  }
  const text = textOf(opened, claim.claim);
  if (text === undefined || ask.change === undefined) return refuseWith('not-a-claim', { field: 'change' });
  const links = { own: claim.claim.attribution, known: linksOf(source, ask.reveal) };
  const change = changeOf(ask.change, links);
  if (!change.ok) return change;
  const seen = { text, reveal: ask.reveal ?? false };
  const edited = changeAsSeen(seen, claim.claim, change.value);
  if (edited.ok) return ok({ type: 'edit', edited: edited.value });
  return refuseWith('not-a-claim', refusedPart(seen, claim.claim, ask.change, links));
}

function linksOf(source: DeskSource, reveal = false): readonly ShownLink[] {
  return chainsOf(source, reveal).flatMap(({ links }) => links);
}
