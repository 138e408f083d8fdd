import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type DeviceKey,
  idFromBytes,
  ok,
  type Result,
  refuse,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';

/**
 * What an entry says in words stands in its parts, outside the envelope: the envelope commits to a part without
 * telling what it holds, so a part can be erased and the log still verifies.
 *
 * commitment = SHA-256("daybook/part/1\n" ‖ salt ‖ SHA-256({device, of, workspace}) ‖ body), salt = 32 random bytes. The
 * salt keeps a short or guessable body from being found by trying; its fixed length, and that of the inner digest,
 * keep the fields from being divided differently. The inner digest ties the part to one device's log and to its
 * subjects: a commitment copied into somebody else's entry, or under other subjects, cannot be opened there, so nobody
 * erases another's part by claiming it for a source of their own.
 */
export interface Part extends PartContext {
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

/** Where a part stands. */
export interface PartContext {
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  /** The subjects that this part quotes, names or describes: erasing any one of them erases it. Any order. */
  readonly of: readonly SubjectId[];
}

/** What an envelope keeps of a part; `of` is sorted and without repeats. */
export interface PartReference {
  readonly of: readonly SubjectId[];
  readonly commitment: Sha256;
}

export type PartRefusal = { readonly type: 'salt-length-wrong' } | { readonly type: 'part-differs-from-commitment' };

export const SALT_BYTES = 32;
const PREFIX = 'daybook/part/1\n';

/** The commitment of a part; throws when the salt has a wrong length, since we make salts ourselves. */
export function partCommitment(part: Part): Sha256 {
  if (part.salt.length !== SALT_BYTES) throw new Error(`a part's salt has ${SALT_BYTES} bytes`);
  const context = canonicalJson({ device: part.device, of: sorted(part.of), workspace: part.workspace });
  const hash = createHash('sha256').update(PREFIX).update(part.salt);
  hash.update(createHash('sha256').update(context).digest()).update(part.body);
  return idFromBytes('Sha256', hash.digest());
}

/** Whether salt and body are those that an entry of this device committed to. */
export function checkPart(
  part: Pick<Part, 'salt' | 'body'>,
  at: Pick<PartContext, 'workspace' | 'device'> & { readonly reference: PartReference },
): Result<undefined, PartRefusal> {
  if (part.salt.length !== SALT_BYTES) return refuse({ type: 'salt-length-wrong' });
  const { workspace, device, reference } = at;
  const { salt, body } = part;
  return partCommitment({ workspace, device, of: reference.of, salt, body }) === reference.commitment
    ? ok(undefined)
    : refuse({ type: 'part-differs-from-commitment' });
}

/** What the envelope keeps of a part. */
export function referToPart(part: Part): PartReference {
  return { of: sorted(part.of), commitment: partCommitment(part) };
}

function sorted(subjects: readonly SubjectId[]): readonly SubjectId[] {
  return [...new Set(subjects)].sort();
}
