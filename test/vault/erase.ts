import { randomBytes } from 'node:crypto';
import { idFromBytes, type SubjectId } from '../../src/base/index.ts';
import type { Vault } from '../../src/vault/index.ts';
import { encode } from './invented-source.ts';
import { now } from './temporary-vault.ts';

/** Records that subjects are erased, which takes their parts in the same transaction; the pages are written anew later. */
export async function eraseSubjects(of: Vault, subjects: readonly SubjectId[]): Promise<void> {
  const erasure = idFromBytes('SubjectId', randomBytes(16));
  const parts = [
    { of: [erasure], body: encode({ type: 'erasure', erasure, reason: null }) },
    { of: subjects, body: encode({}) },
  ];
  const drafts = [{ kind: 'erasure', personal: true, at: now, parts }];
  const appended = await of.append({ drafts, blobs: [], suggestions: [] });
  if (!appended.ok) throw new Error(appended.error.type);
}
