import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  appendLeaf,
  consistencyProof,
  emptyRange,
  inclusionProof,
  merkleLeaf,
  merkleRoot,
  rangeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const vectors = join(import.meta.dirname, '../../../shared/testdata/merkle/testdata');

function vectorFiles(kind: string): readonly string[] {
  if (!existsSync(vectors))
    throw new Error('../shared/testdata/merkle is not there: the published vectors were not run');
  return readdirSync(join(vectors, kind), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
}

interface Vector {
  readonly leafHash: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly root1: string;
  readonly root2: string;
  readonly size1: number;
  readonly size2: number;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

function read(kind: string, name: string): Vector {
  return JSON.parse(readFileSync(join(vectors, kind, name), 'utf8'));
}

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

it(`every published inclusion proof (${vectorFiles('inclusion').length}) is accepted or refused as published`, () => {
  const wrong = vectorFiles('inclusion').filter((name) => {
    const v = read('inclusion', name);
    const path = (v.proof ?? []).map(bytes);
    const checked = verifyInclusion({
      leaf: bytes(v.leafHash),
      index: Number(v.leafIdx),
      size: Number(v.treeSize),
      root: bytes(v.root),
      path,
    });
    return checked.ok === v.wantErr;
  });
  expect(wrong).toEqual([]);
  expect(vectorFiles('inclusion').length).toBeGreaterThan(90);
});

it(`every published consistency proof (${vectorFiles('consistency').length}) is accepted or refused as published`, () => {
  const wrong = vectorFiles('consistency').filter((name) => {
    const v = read('consistency', name);
    const path = (v.proof ?? []).map(bytes);
    const checked = verifyConsistency({
      size1: Number(v.size1),
      size2: Number(v.size2),
      root1: bytes(v.root1),
      root2: bytes(v.root2),
      path,
    });
    return checked.ok === v.wantErr;
  });
  expect(wrong).toEqual([]);
  expect(vectorFiles('consistency').length).toBeGreaterThan(90);
});

it('a proof that we make verifies, and fails with any other leaf or root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
      const leaves = Array.from({ length: size }, (_, i) => merkleLeaf(Uint8Array.of(i)));
      const root = merkleRoot(leaves);
      const index = a % size;
      const leaf = leaves[index] ?? merkleLeaf(Uint8Array.of());
      const path = inclusionProof(leaves, index);
      expect(verifyInclusion({ leaf, index, size, root, path })).toEqual({ ok: true, value: undefined });
      expect(verifyInclusion({ leaf: merkleLeaf(Uint8Array.of(99, 1)), index, size, root, path }).ok).toBe(false);
      const size1 = 1 + (b % size);
      const root1 = merkleRoot(leaves.slice(0, size1));
      const proof = { size1, size2: size, root1, root2: root, path: consistencyProof(leaves, size1) };
      expect(verifyConsistency(proof)).toEqual({ ok: true, value: undefined });
      expect(verifyConsistency({ ...proof, root1: merkleLeaf(Uint8Array.of(1, 2)) }).ok).toBe(false);
      expect(rangeRoot(leaves.reduce(appendLeaf, emptyRange))).toEqual(root);
    }),
  );
});

it('the root of an empty log is the hash of nothing', () => {
  expect(Buffer.from(merkleRoot([])).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});
