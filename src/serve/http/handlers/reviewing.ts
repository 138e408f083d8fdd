import { ok, type QuantityFault, type Result } from '../../../base/index.ts';
import {
  ATTRIBUTION_ROLES,
  type AttributionRole,
  CLAIM_KINDS,
  type Claim,
  isRealDate,
  type Layer,
  type Quantity,
  standsOnItsWords,
} from '../../../read/index.ts';
import {
  type ClaimChange,
  changeClaim,
  countStates,
  type ReviewedClaim,
  readReason,
  typeClaim,
} from '../../../weigh/index.ts';
import type { ClaimChangeAsk, ClaimChangedView, ReviewAsk } from '../../api.ts';
import { readQuantityLine } from '../../quantity-line.ts';
import { type Judgement, reviewClaim, reviewTyped, undoReview } from '../../reviewing.ts';
import { type SourceClaims, textOf } from '../../source-claims.ts';
import { claimAnswer, said } from '../claim-answer.ts';
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
    // Nobody puts their name to words that they were not shown; rejecting and doubting need none of them.
    if (ask.verdict !== 'reject' && ask.verdict !== 'unsure' && isVeiled(found.value, ask.reveal ?? false))
      return refuseWith('claim-veiled');
    const judgement = judgementOf(found.value, ask);
    if (!judgement.ok) return judgement;
    const reason = reasonOf(ask.reason, `${DID[ask.verdict]} at the desk`);
    if (!reason.ok) return reason;
    const kept = await reviewClaim(desk.vault, claim, judgement.value, { reason: reason.value, now: desk.now });
    return kept.ok ? changed(desk, source, claim.id, ask.reveal ?? false) : writeRefusal(kept.error);
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
    const shown = ask.reveal === true ? source.revealed : source.veiled;
    if (ask.span.end > shown.text.length) return refuseWith('not-a-claim', { field: 'span' });
    const made = await reviewTyped(
      desk.vault,
      { source: row.source, layer, known: opened.claims },
      { span: shown.toLayer(ask.span), change: { ...change.value, kind } },
      { reason: reason.value, now: desk.now },
    );
    if (made.ok) return changed(desk, source, made.value, ask.reveal ?? false);
    if (made.error.type === 'known-already') return refuseWith('known-already', { claim: made.error.id });
    if (made.error.type === 'claim-refused') {
      const bare = typeClaim(layer, shown.toLayer(ask.span), { kind });
      return refuseWith('not-a-claim', bare.ok ? refusedPart(layer, bare.value, ask.change, links) : { field: 'span' });
    }
    return writeRefusal(made.error);
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

/** Whether something of a claim is written over as it is shown to whoever judges it. */
function isVeiled({ source, opened, claim }: Found & { readonly claim: ReviewedClaim }, reveal: boolean): boolean {
  return said({ source, opened, reveal }, claim.claim).veiled;
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
  const edited = changeClaim(text.layer, claim.claim, change.value);
  if (edited.ok) return ok({ type: 'edit', edited: edited.value });
  return refuseWith('not-a-claim', refusedPart(text.layer, claim.claim, ask.change, links));
}

/** Who says it when a claim had nobody. */
const FIRST_ROLE: AttributionRole = 'speaker';

/** The links that a claim has, and those that its document's chains have. */
interface Links {
  readonly own: Claim['attribution'];
  readonly known: readonly ShownLink[];
}

function linksOf(source: DeskSource, reveal = false): readonly ShownLink[] {
  return chainsOf(source, reveal).flatMap(({ links }) => links);
}

function changeOf(ask: ClaimChangeAsk, links: Links): Result<ClaimChange, Refused> {
  const { date, places, quantities, hedge } = ask;
  const numbers: Quantity[] = [];
  for (const [at, line] of (quantities ?? []).entries()) {
    const quantity = readQuantityLine(line);
    if (!quantity.ok) return refuseWith('not-a-claim', { field: 'quantities', at, ...faultOf(quantity.error) });
    numbers.push(quantity.value);
  }
  // Told by its field, so that whoever typed it sees where: a form must not be lost over a date.
  if (date?.norm != null && !isRealDate(date.norm)) return refuseWith('not-a-claim', { field: 'date' });
  return ok({
    kind: kindOf(ask.kind),
    attribution: attributionOf(ask, links),
    ...(date !== undefined && {
      date: date === null ? null : { norm: date.norm, ...(date.stated !== null && { words: date.stated }) },
    }),
    place: places?.map(({ stated, norm }) => ({ words: stated, ...(norm !== null && { norm }) })),
    ...(quantities !== undefined && { quantity: numbers }),
    hedge,
  });
}

/** Who says it and through whom; undefined when neither is to be another. Nobody stands in one chain twice. */
function attributionOf({ who, chain }: ClaimChangeAsk, { own, known }: Links): ClaimChange['attribution'] {
  if (who === undefined && chain === undefined) return undefined;
  const [first, ...behind] = own;
  const saying = who === undefined ? first : { role: first?.role ?? FIRST_ROLE, name: who };
  const carriers = chain?.flatMap(({ role: code, name }) => {
    const role = ATTRIBUTION_ROLES.find((one) => one === code);
    const same = known.find(({ view }) => view.role === code && view.name === name);
    return same !== undefined ? [same.link] : role === undefined ? [] : [{ role, name }];
  });
  return [
    ...(saying === undefined ? [] : [saying]),
    ...(carriers ?? behind).filter(({ name }) => name === null || name !== saying?.name),
  ];
}

function kindOf(kind: string | undefined): Claim['kind'] | undefined {
  return CLAIM_KINDS.find((each) => each === kind);
}

const FIELDS = ['kind', 'who', 'chain', 'date', 'places', 'quantities', 'hedge'] as const;

function faultOf({ part, type: why }: QuantityFault): { readonly part: string; readonly why: string } {
  return { part, why };
}

/** The field that makes a change no claim of its text; of numbers which one it is, and why. */
function refusedPart(layer: Layer, claim: Claim, ask: ClaimChangeAsk, links: Links): NonNullable<Refused['facts']> {
  const field = refusedField(layer, claim, ask, links);
  const change = changeOf({ quantities: ask.quantities ?? [] }, links);
  if (field !== 'quantities' || !change.ok) return { field };
  for (const [at, quantity] of (change.value.quantity ?? []).entries()) {
    if (!claim.passage.quote.includes(quantity.stated)) return { field, at, part: 'stated', why: 'not-in-passage' };
    if (!standsOnItsWords(quantity)) return { field, at, part: 'value', why: 'not-its-words' };
  }
  return { field };
}

/** The field that makes a change no claim of its text; `change` when each of them alone would be one. */
function refusedField(layer: Layer, claim: Claim, ask: ClaimChangeAsk, links: Links): string {
  const refused = FIELDS.find((field) => {
    if (ask[field] === undefined) return false;
    const change = changeOf({ [field]: ask[field] }, links);
    return !change.ok || !changeClaim(layer, claim, change.value).ok;
  });
  return refused ?? 'change';
}
