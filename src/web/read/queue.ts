import type { ClaimView } from '../../serve/api.ts';

/** What the queue has to know of a claim. */
export type Queued = Pick<ClaimView, 'id' | 'state' | 'changed' | 'span'>;

/** Whether a person is still to look at it: nobody judged it, or the reader says something else by now. */
export function isWaiting({ state, changed }: Pick<Queued, 'state' | 'changed'>): boolean {
  return state === 'unreviewed' || changed !== null;
}

/** Claims in the order of the text; those whose place is lost come last, as they were. */
export function inTextOrder<C extends Queued>(claims: readonly C[]): readonly C[] {
  return [...claims].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ span }: Queued): number {
  return span?.start ?? Number.MAX_SAFE_INTEGER;
}

/**
 * The next claim that waits behind this one, from the top again at the end. `judged` are decided already, though the record may
 * not have answered yet. Undefined when none waits.
 */
export function nextWaiting(
  claims: readonly Queued[],
  from: string | undefined,
  judged: ReadonlySet<string> = new Set(),
): string | undefined {
  const at = claims.findIndex(({ id }) => id === from);
  const round = [...claims.slice(at + 1), ...claims.slice(0, at + 1)];
  return round.find((claim) => isWaiting(claim) && claim.id !== from && !judged.has(claim.id))?.id;
}

/** The claim before or behind this one in the text, whatever its state; this one at either end. */
export function neighbour(claims: readonly Queued[], from: string | undefined, step: 1 | -1): string | undefined {
  const at = claims.findIndex(({ id }) => id === from);
  if (at < 0) return claims.at(step === 1 ? 0 : -1)?.id;
  return claims[Math.min(claims.length - 1, Math.max(0, at + step))]?.id;
}

export interface Progress {
  readonly reviewed: number;
  readonly total: number;
}

export function progressOf(claims: readonly Queued[], judged: ReadonlySet<string> = new Set()): Progress {
  const waiting = claims.filter((claim) => isWaiting(claim) && !judged.has(claim.id)).length;
  return { reviewed: claims.length - waiting, total: claims.length };
}

/** What was judged at this screen, the newest last: what `undo` takes back, one at a time. */
export type JudgedStack = readonly string[];

export function pushJudged(stack: JudgedStack, id: string): JudgedStack {
  return [...stack, id];
}

/** The claim whose review is to be taken back, and what remains. A claim that is there no longer is passed over. */
export function popJudged(
  stack: JudgedStack,
  claims: readonly Queued[],
): { readonly id: string | undefined; readonly rest: JudgedStack } {
  const here = new Set(claims.map(({ id }) => id));
  const at = stack.findLastIndex((id) => here.has(id));
  return at < 0 ? { id: undefined, rest: [] } : { id: stack[at], rest: stack.slice(0, at) };
}

/** Claims with one of them replaced, or added where it stands in the text. */
export function withClaim(claims: readonly ClaimView[], claim: ClaimView): readonly ClaimView[] {
  const at = claims.findIndex(({ id }) => id === claim.id);
  return at < 0 ? inTextOrder([...claims, claim]) : claims.map((one, each) => (each === at ? claim : one));
}
