import type { CollectionId } from '../base/index.ts';
import type { Reading } from '../read/index.ts';
import type { SourceRow, Vault } from '../vault/index.ts';
import { addCounts, type ClaimCounts, countStates, isThere, type ReviewedClaim, statesOf } from '../weigh/index.ts';
import { type ClaimText, claimsOf, isBorneOut, textOf } from './source-claims.ts';
import { eachSource } from './stored-readings.ts';

/** What a question is about: one source, one collection, or everything. */
export interface Scope {
  readonly source?: SourceRow | undefined;
  readonly collection?: CollectionId | undefined;
}

/**
 * What counts in a scope: accepted claims alone once there is one, as they were accepted or edited; before that, nothing
 * counts, and what is shown are suggestions that nobody has looked at.
 */
export type Counting = 'accepted' | 'suggestions';

/** A text with those of its claims that count. */
export interface CountedText extends ClaimText {
  readonly reading: Reading;
  /** Those that count, in the order of the text. */
  readonly counted: readonly ReviewedClaim[];
}

/** A source with what counts of it. */
export interface CountedSource {
  readonly row: SourceRow;
  /** None when its text was not read here; more than one when an older text of it holds accepted claims. */
  readonly texts: readonly CountedText[];
  readonly claims: readonly ReviewedClaim[];
  /** Accepted claims whose text is not here or does not bear them out: they count nowhere. */
  readonly lost: readonly ReviewedClaim[];
}

export const NO_CLAIMS: ClaimCounts = { unreviewed: 0, accepted: 0, rejected: 0, unsure: 0, disputed: 0, reopened: 0 };

/** How a scope counts. Looks at reviews alone, never at readings. */
export async function countingOf(vault: Vault, scope: Scope): Promise<Counting> {
  return (await reviewedIn(vault, scope)).accepted > 0 ? 'accepted' : 'suggestions';
}

/** How many claims of a scope were reviewed, by their states; unreviewed ones are not counted here. */
async function reviewedIn(vault: Vault, { source, collection }: Scope): Promise<ClaimCounts> {
  const sources = source === undefined ? await vault.query('reviewedSources', { collection }) : [source.source];
  let counts = NO_CLAIMS;
  for (const each of sources) {
    const claims = statesOf(each, undefined, await vault.query('reviews', { source: each }));
    counts = addCounts(counts, countStates(claims));
  }
  return counts;
}

/** Every source of a scope with the claims that count. */
export async function* countedSources(vault: Vault, scope: Scope, counting: Counting): AsyncGenerator<CountedSource> {
  const rows = scope.source === undefined ? eachSource(vault, scope.collection) : [scope.source];
  for await (const row of rows) yield countedSource(vault, row, counting);
}

async function countedSource(vault: Vault, row: SourceRow, counting: Counting): Promise<CountedSource> {
  const opened = await claimsOf(vault, row);
  const { claims, texts } = opened;
  const state = counting === 'accepted' ? 'accepted' : 'unreviewed';
  const borne: ReviewedClaim[] = [];
  const lost: ReviewedClaim[] = [];
  for (const each of claims) {
    if (each.state !== state || !isThere(each)) continue;
    // An assistant's proposal that nobody accepted stands in no list of figures, not even among suggestions.
    if (state === 'unreviewed' && each.proposedBy !== undefined) continue;
    // What the reader proposes was checked when it was made; what came in a review was not made here.
    (state === 'unreviewed' || isBorneOut(opened, each.claim) ? borne : lost).push(each);
  }
  return {
    row,
    claims,
    lost,
    texts: [...texts.values()].flatMap(({ layer, reading }) => {
      if (reading === undefined) return [];
      const counted = borne
        .filter(({ claim }) => textOf(opened, claim)?.layer === layer)
        .sort((a, b) => a.claim.passage.start - b.claim.passage.start);
      return [{ layer, reading, counted }];
    }),
  };
}
