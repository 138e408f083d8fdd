import { bytesToHex, ok, type Result, refuse, type WorkspaceId } from '../base/index.ts';
import { isStatementOf } from '../preserve/index.ts';
import type { BundleHeader } from './bundle-header.ts';
import { readItems } from './bundle-items.ts';
import { type BundleRefusal, Unreadable } from './bundle-refusal.ts';
import { SealBroken, type SealRefusal } from './seal.ts';
import { Enrolments, type Members } from './sender.ts';

/** A bundle that was read through once: whole, signed by a device that belongs. */
export interface CheckedBundle {
  readonly header: BundleHeader;
  /** SHA-256 of everything that the signature covers: reading it again must give the same. */
  readonly digest: string;
}

/**
 * Reads an inner stream through and changes nothing: form, order, counts, workspace, the signature over all of it, and
 * whether who signed it belongs. What its entries say is judged one by one when they are taken. Parts and bytes of
 * sources are passed over piece by piece: who sent them is not known before the end.
 */
export async function checkBundle(
  plain: AsyncIterable<Uint8Array>,
  { workspace, members }: { readonly workspace: WorkspaceId; readonly members: Members },
): Promise<Result<CheckedBundle, BundleRefusal | SealRefusal>> {
  const enrolments = new Enrolments(workspace);
  let header: BundleHeader | undefined;
  try {
    for await (const item of readItems(plain)) {
      if (item.type === 'header') {
        header = item.header;
        if (header.workspace !== workspace) return refuse({ type: 'bundle-of-other-workspace' });
      } else if (item.type === 'entry') enrolments.note(item.bytes);
      else if (item.type === 'end' && header !== undefined) {
        if (!isStatementOf(header.device, 'bundle', item.digest, item.signature)) {
          return refuse({ type: 'bundle-signature-wrong' });
        }
        const sender = enrolments.judge(header, members);
        if (sender !== 'belongs') return refuse({ type: sender === 'removed' ? 'sender-removed' : 'sender-unknown' });
        return ok({ header, digest: bytesToHex(item.digest) });
      }
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
  throw new Error('a bundle ended without its end');
}

/** What an error of reading a bundle is told as; undefined when it is none of these. */
export function refusalOf(error: unknown): BundleRefusal | SealRefusal | undefined {
  if (error instanceof Unreadable || error instanceof SealBroken) return error.refusal;
  return error instanceof Error && error.cause !== undefined ? refusalOf(error.cause) : undefined;
}
