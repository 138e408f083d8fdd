import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../base/index.ts';

/**
 * Merkle trees of RFC 6962 section 2.1 over SHA-256. Hashes are 32-byte arrays; sizes and indexes are whole numbers.
 * Verification follows RFC 9162 sections 2.1.3.2 and 2.1.4.2, which state for RFC 6962 trees what that RFC left open.
 */
export type Hash = Uint8Array;

/** Hash of a leaf: SHA-256(0x00 ‖ data). */
export function merkleLeaf(data: Uint8Array): Hash {
  return new Uint8Array(createHash('sha256').update(LEAF).update(data).digest());
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
function merkleNode(left: Hash, right: Hash): Hash {
  return new Uint8Array(createHash('sha256').update(NODE).update(left).update(right).digest());
}

/**
 * The perfect subtrees of a growing tree, largest first: all that is needed to append a leaf and to know the root.
 * A tree of size n has as many peaks as n has one bits.
 */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const emptyRange: CompactRange = { size: 0, peaks: [] };

/** The range after one more leaf. */
export function appendLeaf(range: CompactRange, leaf: Hash): CompactRange {
  const peaks = [...range.peaks];
  let hash = leaf;
  // Each trailing one bit of the size is a peak of the height reached: merge them as binary addition carries.
  for (let rest = range.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = peaks.pop();
    if (left === undefined) throw new Error('compact range has fewer peaks than its size asks for');
    hash = merkleNode(left, hash);
  }
  peaks.push(hash);
  return { size: range.size + 1, peaks };
}

/** Root of the tree; the hash of nothing for an empty one. */
export function rangeRoot(range: CompactRange): Hash {
  const last = range.peaks.at(-1);
  if (last === undefined) return new Uint8Array(createHash('sha256').digest());
  return range.peaks.slice(0, -1).reduceRight((right, left) => merkleNode(left, right), last);
}

/** Root of a tree over leaf hashes. */
export function merkleRoot(leaves: readonly Hash[]): Hash {
  return rangeRoot(leaves.reduce(appendLeaf, emptyRange));
}

/** Audit path of the leaf at `index` in a tree of these leaves, lowest first. Throws when there is no such leaf. */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) throw new Error('no such leaf');
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))]
    : [...inclusionProof(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))];
}

/** Proof that the tree of the first `size` leaves is a prefix of the tree of all; empty for 0 and for all of them. */
export function consistencyProof(leaves: readonly Hash[], size: number): readonly Hash[] {
  if (!Number.isSafeInteger(size) || size < 0 || size > leaves.length) throw new Error('no such size');
  return size === 0 ? [] : subproof(leaves, size, true);
}

function subproof(leaves: readonly Hash[], size: number, whole: boolean): readonly Hash[] {
  if (size === leaves.length) return whole ? [] : [merkleRoot(leaves)];
  const split = largestPowerBelow(leaves.length);
  return size <= split
    ? [...subproof(leaves.slice(0, split), size, whole), merkleRoot(leaves.slice(split))]
    : [...subproof(leaves.slice(split), size - split, false), merkleRoot(leaves.slice(0, split))];
}

export type ProofRefusal =
  | { readonly type: 'proof-sizes-wrong' }
  | { readonly type: 'proof-length-wrong' }
  | { readonly type: 'proof-root-differs' };

/** Whether a leaf stands at an index of the tree with this size and root. */
export function verifyInclusion(proof: {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly path: readonly Hash[];
}): Result<undefined, ProofRefusal> {
  const { index, size } = proof;
  if (!isSize(index) || !isSize(size) || index >= size) return refuse({ type: 'proof-sizes-wrong' });
  if (![proof.leaf, proof.root, ...proof.path].every(isHash)) return refuse({ type: 'proof-length-wrong' });
  let node = index;
  let last = size - 1;
  let hash = proof.leaf;
  for (const step of proof.path) {
    if (last === 0) return refuse({ type: 'proof-length-wrong' });
    if (node % 2 === 1 || node === last) {
      hash = merkleNode(step, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = merkleNode(hash, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) return refuse({ type: 'proof-length-wrong' });
  return sameHash(hash, proof.root) ? ok(undefined) : refuse({ type: 'proof-root-differs' });
}

/** Whether the tree of `size1` and `root1` is a prefix of the tree of `size2` and `root2`. */
export function verifyConsistency(proof: {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Hash;
  readonly root2: Hash;
  readonly path: readonly Hash[];
}): Result<undefined, ProofRefusal> {
  const { size1, size2, root1, root2, path } = proof;
  if (!isSize(size1) || !isSize(size2) || size1 > size2) return refuse({ type: 'proof-sizes-wrong' });
  // Every tree extends the empty one: a proof of it proves nothing, so a caller that asks is mistaken.
  if (size1 === 0) return refuse({ type: 'proof-sizes-wrong' });
  if (size1 === size2) {
    if (path.length > 0) return refuse({ type: 'proof-length-wrong' });
    return sameHash(root1, root2) ? ok(undefined) : refuse({ type: 'proof-root-differs' });
  }
  if (![root1, root2, ...path].every(isHash)) return refuse({ type: 'proof-length-wrong' });
  const steps = isPowerOfTwo(size1) ? [root1, ...path] : [...path];
  const first = steps.shift();
  if (first === undefined || path.length === 0) return refuse({ type: 'proof-length-wrong' });
  let node = size1 - 1;
  let last = size2 - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let old = first;
  let now = first;
  for (const step of steps) {
    if (last === 0) return refuse({ type: 'proof-length-wrong' });
    if (node % 2 === 1 || node === last) {
      old = merkleNode(step, old);
      now = merkleNode(step, now);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      now = merkleNode(now, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) return refuse({ type: 'proof-length-wrong' });
  return sameHash(old, root1) && sameHash(now, root2) ? ok(undefined) : refuse({ type: 'proof-root-differs' });
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function isHash(value: Hash): boolean {
  return value.length === 32;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && largestPowerBelow(value + 1) === value;
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
