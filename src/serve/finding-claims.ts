import { ok, type Result, refuse } from '../base/index.ts';
import type { Vault } from '../vault/index.ts';
import { type ReviewedClaim, SOURCE_DIGITS } from '../weigh/index.ts';
import { claimsOf, type SourceClaims } from './source-claims.ts';

/** A claim with the source that it is of. */
export interface FoundClaim {
  readonly source: SourceClaims;
  readonly claim: ReviewedClaim;
}

export type ClaimNotFound =
  | { readonly type: 'no-id' }
  | { readonly type: 'no-claim' }
  /** The claims that the digits may mean, a few of them; `more` sources begin with these digits than were looked at. */
  | { readonly type: 'several'; readonly ids: readonly string[] };

/** Most sources that are opened for one name: with the eight digits that a table shows there is one. */
const SOURCES = 10;

/** The claim whose name begins with these digits. The first eight are those of its source. */
export async function findClaim(vault: Vault, typed: string): Promise<Result<FoundClaim, ClaimNotFound>> {
  const prefix = typed.toLowerCase().replace(/…$/, '');
  if (!/^[0-9a-f]{1,32}$/.test(prefix)) return refuse({ type: 'no-id' });
  const rows = await vault.query('sourcesByPrefix', { prefix: prefix.slice(0, SOURCE_DIGITS) });
  const found: FoundClaim[] = [];
  for (const row of rows) {
    const source = await claimsOf(vault, row);
    found.push(...source.claims.filter(({ id }) => id.startsWith(prefix)).map((claim) => ({ source, claim })));
  }
  const [only, ...others] = found;
  if (only === undefined) return refuse({ type: 'no-claim' });
  if (others.length > 0 || rows.length >= SOURCES)
    return refuse({ type: 'several', ids: found.slice(0, 4).map(({ claim }) => claim.id) });
  return ok(only);
}

/** Digits of a claim's name that tables show: at least twelve, and as many as tell it from the others of its source. */
export function shortClaimIds(claims: readonly Pick<ReviewedClaim, 'id'>[]): number {
  const ids = claims.map(({ id }) => id).sort();
  let digits = 12;
  for (const [i, id] of ids.entries()) {
    const next = ids[i + 1] ?? '';
    while (digits < id.length && id.slice(0, digits) === next.slice(0, digits)) digits++;
  }
  return digits;
}
