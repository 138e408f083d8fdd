import { canonicalJson, type SourceId } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { Claim, ClaimKind } from '../read/index.ts';

declare const brand: unique symbol;
/**
 * Names a claim: the first eight digits of its source's id and 24 of the digest of its key, 32 lowercase hexadecimal
 * digits in all. So whoever types the first digits needs one source looked at, however many there are.
 */
export type ClaimId = string & { readonly [brand]: 'ClaimId' };

/** Digits of a claim's id that are those of its source's id. */
export const SOURCE_DIGITS = 8;
const DIGITS = 32;

/**
 * What makes a claim the same claim when a text is read again: its source, its kind, its words without white space, and
 * which of several places with these words it is. Nothing of it depends on what else a reader finds.
 */
export interface ClaimKey {
  readonly source: SourceId;
  readonly kind: ClaimKind;
  readonly quote: string;
  /** How often the beginning of the quote, its first 24 letters, stands in the text before it. */
  readonly occurrence: number;
  /** How many claims of its kind in the same words at the same place come before it: 0 nearly always. */
  readonly among: number;
}

/**
 * What tells a claim from others of the same words. The kind is that under which it was first known: a review that
 * accepts another kind is of the same claim.
 */
export type ClaimPlace = Pick<ClaimKey, 'kind' | 'occurrence' | 'among'>;

/** A claim with its name. */
export interface KeyedClaim {
  readonly id: ClaimId;
  readonly place: ClaimPlace;
  readonly claim: Claim;
  /** `assistant:` and its model, when an assistant proposes it and the reader does not. */
  readonly proposedBy?: string;
}

/** The key of a claim of a source. */
export function claimKey(claim: Pick<Claim, 'passage'>, source: SourceId, place: ClaimPlace): ClaimKey {
  const { kind, occurrence, among } = place;
  return { source, kind, quote: bare(claim.passage.quote), occurrence, among };
}

/** The name of a claim. */
export function claimId(key: ClaimKey): ClaimId {
  const digest = sha256(`daybook/claim/1\n${canonicalJson(key)}`);
  const id = key.source.slice(0, SOURCE_DIGITS) + digest.slice(0, DIGITS - SOURCE_DIGITS);
  if (!isClaimId(id)) throw new Error('a claim got no name');
  return id;
}

/** Whether a text has the form of a claim's name. */
export function isClaimId(text: unknown): text is ClaimId {
  return typeof text === 'string' && text.length === DIGITS && /^[0-9a-f]*$/.test(text);
}

/** Names the claims of one text, in the order given. One pass over the text for each length of beginning, 24 at most. */
export function nameClaims(text: string, claims: readonly Claim[], source: SourceId): readonly KeyedClaim[] {
  const occurrences = occurrencesOf(text, claims);
  const seen = new Map<string, number>();
  return claims.map((claim, at) => {
    const occurrence = occurrences[at] ?? 0;
    const same = canonicalJson([claim.kind, bare(claim.passage.quote), occurrence]);
    const among = seen.get(same) ?? 0;
    seen.set(same, among + 1);
    const place = { kind: claim.kind, occurrence, among };
    return { id: claimId(claimKey(claim, source, place)), place, claim };
  });
}

/** Letters that tell one place in a text from another: longer quotes are counted by their beginning, so that one pass is enough. */
const BEGINNING = 24;

function occurrencesOf(text: string, claims: readonly Claim[]): readonly number[] {
  const { letters, lettersBefore } = bareText(
    text,
    claims.map(({ passage }) => passage.start),
  );
  const wanted = new Map<number, Map<string, { at: number; place: number }[]>>();
  for (const [place, { passage }] of claims.entries()) {
    const beginning = bare(passage.quote.slice(0, BEGINNING * 8)).slice(0, BEGINNING);
    const ofLength = wanted.get(beginning.length) ?? new Map<string, { at: number; place: number }[]>();
    wanted.set(beginning.length, ofLength);
    const same = ofLength.get(beginning) ?? [];
    ofLength.set(beginning, same);
    same.push({ at: lettersBefore[place] ?? 0, place });
  }
  const found = claims.map(() => 0);
  for (const [length, beginnings] of wanted) {
    if (length > 0) countBeginnings(letters, length, beginnings, found);
  }
  return found;
}

function countBeginnings(
  letters: string,
  length: number,
  beginnings: ReadonlyMap<string, readonly { readonly at: number; readonly place: number }[]>,
  found: number[],
): void {
  const firsts = new Set([...beginnings.keys()].map((beginning) => pairAt(beginning, 0)));
  const places = new Map<string, number[]>();
  for (let at = 0; at + length <= letters.length; at++) {
    if (!firsts.has(length === 1 ? letters.charCodeAt(at) << 16 : pairAt(letters, at))) continue;
    const here = letters.slice(at, at + length);
    if (!beginnings.has(here)) continue;
    const before = places.get(here);
    if (before === undefined) places.set(here, [at]);
    else before.push(at);
  }
  for (const [beginning, claims] of beginnings) {
    const at = places.get(beginning) ?? [];
    for (const claim of claims) found[claim.place] = countBelow(at, claim.at);
  }
}

/** How many of some ascending numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two letters as one number. Of a single letter the second counts as none. */
function pairAt(text: string, at: number): number {
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return (text.charCodeAt(at) << 16) | second;
}

/** A text without its white space, and how many letters stand before each of some places in it. */
function bareText(
  text: string,
  places: readonly number[],
): { readonly letters: string; readonly lettersBefore: readonly number[] } {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const lettersBefore = places.map(() => 0);
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  for (const i of order) {
    const to = Math.min(text.length, places[i] ?? 0);
    const piece = bare(text.slice(at, to));
    pieces.push(piece);
    length += piece.length;
    at = Math.max(at, to);
    lettersBefore[i] = length;
  }
  pieces.push(bare(text.slice(at)));
  return { letters: pieces.join(''), lettersBefore };
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
