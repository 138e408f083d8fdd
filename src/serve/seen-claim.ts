import type { Json } from '../base/index.ts';
import { type Claim, claimToClaimsJson, VEIL } from '../read/index.ts';
import { isReopened, type ReviewedClaim } from '../weigh/index.ts';
import { type ClaimText, type OpenedSource, textOf } from './source-claims.ts';

/**
 * A claim as somebody has it before them: `reveal` says whether its protected words were shown to them. Whoever judges a claim
 * hands this over, so that no way to judge one can leave it out.
 */
export interface SeenClaim {
  readonly claim: ReviewedClaim;
  readonly opened: OpenedSource;
  readonly reveal: boolean;
}

/** Nobody puts their name to words that they were not shown: what was refused for that, and nothing was recorded. */
export interface ClaimVeiled {
  readonly type: 'claim-veiled';
}

/** What somebody makes of a claim, as far as this rule asks. */
type Verdict = 'accept' | 'keep' | 'edit' | 'reject' | 'unsure';

/**
 * Whether a verdict puts somebody's name to words that were written over when they gave it. Rejecting and doubting need none of them.
 * Who accepts what the reader has come to say otherwise accepts that, and must have been shown it.
 */
export function isUnseen({ claim, opened, reveal }: SeenClaim, verdict: Verdict): boolean {
  if (verdict === 'reject' || verdict === 'unsure') return false;
  const taken = verdict === 'accept' && isReopened(claim) ? claim.proposal : undefined;
  return [claim.claim, ...(taken ? [taken] : [])].some((one) => isWrittenOver(textOf(opened, one), one, { reveal }));
}

/**
 * A claim as claims JSON, protected words written over unless they were asked for. Of a claim whose text is not here, or
 * was not read here, nobody knows which those are: nothing of it is shown but its kind.
 */
export function claimAsShown(
  text: ClaimText | undefined,
  claim: Claim,
  reveal: boolean,
): { readonly [field: string]: Json } {
  if (text === undefined || (text.reading === undefined && !reveal)) {
    return { kind: claim.kind, quote: VEIL, attribution: [], date: null, place: [], quantity: [] };
  }
  return claimToClaimsJson(claim, text.layer, reveal ? [] : (text.reading?.mentions ?? []));
}

/** Whether anything that a claim says is shown otherwise than it is, or not at all. `asShown`: how, where that is known already. */
export function isWrittenOver(
  text: ClaimText | undefined,
  claim: Claim,
  { reveal, asShown }: { readonly reveal: boolean; readonly asShown?: ReturnType<typeof claimAsShown> },
): boolean {
  if (text === undefined) return true;
  if (reveal) return false;
  if (text.reading === undefined) return true;
  const shown = asShown ?? claimAsShown(text, claim, false);
  return JSON.stringify(shown) !== JSON.stringify(claimAsShown(text, claim, true));
}
