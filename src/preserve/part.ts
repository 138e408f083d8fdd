import { createHash } from 'node:crypto';
import { idFromBytes, ok, type Result, refuse, type Sha256, type SubjectId } from '../base/index.ts';

/**
 * What an entry says in words stands in its parts, outside the envelope: the envelope commits to a part without
 * telling what it holds, so a part can be erased and the log still verifies.
 *
 * commitment = SHA-256("daybook/part/1\n" ‖ salt ‖ body), salt = 32 random bytes. The salt keeps a short or guessable
 * body from being found by trying; its fixed length keeps salt and body from being divided differently.
 */
export interface Part {
  /** The subjects that this part quotes, names or describes: erasing any one of them erases it. Sorted, no repeats. */
  readonly of: readonly SubjectId[];
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

/** What an envelope keeps of a part. */
export interface PartReference {
  readonly of: readonly SubjectId[];
  readonly commitment: Sha256;
}

export type PartRefusal = { readonly type: 'salt-length-wrong' } | { readonly type: 'part-differs-from-commitment' };

export const SALT_BYTES = 32;
const PREFIX = 'daybook/part/1\n';

/** The commitment of a part; throws when the salt has a wrong length, since we make salts ourselves. */
export function partCommitment(part: Pick<Part, 'salt' | 'body'>): Sha256 {
  if (part.salt.length !== SALT_BYTES) throw new Error(`a part's salt has ${SALT_BYTES} bytes`);
  return idFromBytes('Sha256', createHash('sha256').update(PREFIX).update(part.salt).update(part.body).digest());
}

/** Whether salt and body are those that an envelope committed to. */
export function checkPart(
  part: Pick<Part, 'salt' | 'body'>,
  reference: Pick<PartReference, 'commitment'>,
): Result<undefined, PartRefusal> {
  if (part.salt.length !== SALT_BYTES) return refuse({ type: 'salt-length-wrong' });
  return partCommitment(part) === reference.commitment
    ? ok(undefined)
    : refuse({ type: 'part-differs-from-commitment' });
}

/** What the envelope keeps of a part. */
export function referToPart(part: Part): PartReference {
  return { of: [...new Set(part.of)].sort(), commitment: partCommitment(part) };
}
