/**
 * A slot's secret in the hands of several people, of whom a number suffices (Shamir's scheme over GF(2^8)). Joining too
 * few shares, or shares of two sets, gives other bytes and no error, so everything about a share stands in it and is
 * checked before they are joined; what they give is checked by the tag of the slot.
 */
import { combine, split } from 'shamir-secret-sharing';
import { bytesToHex, hexToBytes, ok, type Result, refuse } from '../base/index.ts';
import { bytesToWords, type WordsRefusal, wordsToBytes } from './recovery-words.ts';

export interface KeyShare {
  /** Id of the slot that the set opens. */
  readonly slot: string;
  /** How many suffice. */
  readonly threshold: number;
  readonly count: number;
  /** Which of them it is, counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

export type SharesRefusal =
  | { readonly type: 'shares-too-few'; readonly have: number; readonly needed: number }
  | { readonly type: 'shares-of-two-sets' }
  | { readonly type: 'share-twice'; readonly number: number };

/** Most shares of a set: more hands than an office has. */
export const MOST_SHARES = 16;
export const LEAST_SHARES = 2;

const ID_BYTES = 16;
/** 32 bytes of the secret's polynomial and the point at which it was taken. */
const SHARE_BYTES = 33;
const AT = { threshold: ID_BYTES, count: ID_BYTES + 1, number: ID_BYTES + 2, share: ID_BYTES + 3 } as const;
const BODY_BYTES = AT.share + SHARE_BYTES;

/** Splits a secret of 32 bytes. Throws unless 2 ≤ threshold ≤ count ≤ 16. */
export async function splitSecret(
  secret: Uint8Array,
  { slot, threshold, count }: { readonly slot: string; readonly threshold: number; readonly count: number },
): Promise<readonly KeyShare[]> {
  if (!isSetSize(threshold, count)) throw new Error(`a secret is split into 2 to ${MOST_SHARES} shares`);
  // The package looks at the class of what it is given and takes no Buffer.
  const shares = await split(Uint8Array.from(secret), count, threshold);
  return shares.map((bytes, i) => ({ slot, threshold, count, number: i + 1, bytes }));
}

/** A share as words, its check word last. */
export function shareToWords({ slot, threshold, count, number, bytes }: KeyShare): Promise<readonly string[]> {
  if (bytes.length !== SHARE_BYTES) throw new Error(`a share takes ${SHARE_BYTES} bytes`);
  return bytesToWords(Buffer.concat([hexToBytes(slot), Buffer.of(threshold, count, number), bytes]));
}

/** Reads a share from whatever a person typed. */
export async function readShare(text: string): Promise<Result<KeyShare, WordsRefusal>> {
  const read = await wordsToBytes(text, BODY_BYTES);
  if (!read.ok) return read;
  const body = Buffer.from(read.value);
  const [threshold, count, number] = [
    body.readUInt8(AT.threshold),
    body.readUInt8(AT.count),
    body.readUInt8(AT.number),
  ];
  // The check word fits and the numbers cannot be: not one that was ever made.
  if (!isSetSize(threshold, count) || number < 1 || number > count) return refuse({ type: 'check-word-differs' });
  const slot = bytesToHex(body.subarray(0, ID_BYTES));
  return ok({ slot, threshold, count, number, bytes: Uint8Array.from(body.subarray(AT.share)) });
}

/** Joins shares into the secret of their slot. Whether it is the secret, only the slot can tell. */
export async function joinShares(
  shares: readonly KeyShare[],
): Promise<Result<{ readonly slot: string; readonly secret: Uint8Array }, SharesRefusal>> {
  const [first] = shares;
  if (first === undefined) return refuse({ type: 'shares-too-few', have: 0, needed: LEAST_SHARES });
  const { slot, threshold, count } = first;
  if (shares.some((each) => each.slot !== slot || each.threshold !== threshold || each.count !== count)) {
    return refuse({ type: 'shares-of-two-sets' });
  }
  const numbers = shares.map(({ number }) => number);
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice !== undefined) return refuse({ type: 'share-twice', number: twice });
  if (shares.length < threshold) return refuse({ type: 'shares-too-few', have: shares.length, needed: threshold });
  const points = shares.map(({ bytes }) => bytes.at(-1));
  // Two numbers over one point: whoever made them did not split one secret. The package would throw.
  if (new Set(points).size !== points.length) return refuse({ type: 'shares-of-two-sets' });
  const secret = await combine(shares.map(({ bytes }) => Uint8Array.from(bytes)));
  return ok({ slot, secret });
}

function isSetSize(threshold: number, count: number): boolean {
  return threshold >= LEAST_SHARES && threshold <= count && count <= MOST_SHARES;
}
