import type { LeafHash } from '../base/index.ts';
import { readEnvelope } from '../preserve/index.ts';
import {
  type BlobVerdict,
  type Fault,
  type RecordVerdict,
  type TakenAway,
  type Vault,
  type VaultCondition,
  verifyBlobs,
} from '../vault/index.ts';

/** What checking the whole vault found. */
export interface Verdict {
  readonly record: RecordVerdict;
  readonly blobs: BlobVerdict;
  readonly condition: VaultCondition;
  /** Where entries with faults stand, as far as they can still be read. */
  readonly names: EntryNames;
}

export type EntryNames = ReadonlyMap<LeafHash, { readonly device: string; readonly seq: number }>;

/** How far the checking is. */
export interface VerifyProgress {
  readonly of: 'entries' | 'documents';
  readonly done: number;
}

/** Checks record, projections, every document's bytes, and whether all that was acknowledged is here. */
export async function verifyVault(vault: Vault, progress: (progress: VerifyProgress) => void): Promise<Verdict> {
  const record = await vault.verify((done) => progress({ of: 'entries', done }));
  const blobs = await verifyBlobs(vault, (done) => progress({ of: 'documents', done }));
  const condition = await vault.condition();
  return { record, blobs, condition, names: await nameEntries(vault, record.faults) };
}

/** Whether anything is not as it was kept. */
export function isDamaged({ record, blobs, condition }: Verdict): boolean {
  return record.faults.length > 0 || blobs.faults.length > 0 || !blobs.complete || damageIn(condition) !== undefined;
}

/** What is wrong with a vault as a whole. One that joined and was not admitted yet lacks nothing. */
export function damageIn(
  condition: VaultCondition,
): Exclude<VaultCondition, { readonly type: 'sound' | 'not-admitted' }> | undefined {
  return condition.type === 'sound' || condition.type === 'not-admitted' ? undefined : condition;
}

/** How old a part file is before it is certainly of something that was stopped. */
const PART_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * Takes away what is certainly left: part files of more than a day ago, and files of erased sources. Nothing in a vault
 * that is not sound, since it is then a thing to be looked at; nothing while another process writes. `now` is RFC 3339.
 */
export async function takeAwayStrays(vault: Vault, { blobs, condition }: Verdict, now: string): Promise<TakenAway> {
  const nothing = { parts: 0, erased: 0 };
  const before = Date.parse(now) - PART_AGE_MS;
  const old = blobs.strays.parts.some(({ modified }) => modified < before);
  if (condition.type !== 'sound') return nothing;
  if (!old && (await vault.query('blobsToRemove', undefined)) === 0) return nothing;
  const taken = await vault.tidy(before);
  return taken.ok ? taken.value : nothing;
}

async function nameEntries(vault: Vault, faults: readonly Fault[]): Promise<EntryNames> {
  const wanted = new Set(faults.flatMap((fault) => ('leaf' in fault ? [fault.leaf] : [])));
  const names = new Map<LeafHash, { device: string; seq: number }>();
  if (wanted.size === 0) return names;
  let after: string | undefined;
  try {
    do {
      const page = await vault.query('entries', { after, limit: 100 });
      for (const { leaf, bytes } of page.items) {
        const entry = wanted.has(leaf) ? readEnvelope(bytes, vault.workspace) : undefined;
        if (entry?.ok) names.set(leaf, { device: entry.value.envelope.device, seq: entry.value.envelope.seq });
      }
      after = page.next;
    } while (after !== undefined);
  } catch {
    // A damaged entry ends the walk; what was not named is told by its leaf.
  }
  return names;
}
