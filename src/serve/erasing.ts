import { type CollectionId, ok, type Result, type SourceId, type SubjectId } from '../base/index.ts';
import type {
  BackupRow,
  BundleGivenRow,
  DeviceRow,
  EntryDraft,
  ErasingEnd,
  HeldCounts,
  Vault,
  WriteRefusal,
} from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { subjectsErased } from './drafts.ts';
import { eachSource } from './stored-readings.ts';

/** What is to be erased, and what goes with it. */
export interface ErasurePlan {
  readonly sources: readonly SourceId[];
  readonly collection: CollectionId | undefined;
  /** `collections` counts those that hold one of the sources, beside the one that is erased. */
  readonly held: HeldCounts;
}

/** What an erasure could not reach: copies that lie elsewhere. */
export interface OutOfReach {
  /** Other devices of the workspace, each with the time of its newest entry here: they erase once they hear of it. */
  readonly devices: readonly DeviceRow[];
  readonly backups: readonly BackupRow[];
  readonly bundles: readonly BundleGivenRow[];
}

export interface ErasureEnd {
  readonly erasure: SubjectId;
  readonly at: string;
  readonly plan: ErasurePlan;
  /** What is still kept of the subjects: zero everywhere, looked for after the fact. */
  readonly left: HeldCounts;
  readonly end: ErasingEnd;
  readonly outOfReach: OutOfReach;
}

/** Looks at what erasing would take: named sources, or a collection with all that is in it. */
export async function planErasure(
  vault: Vault,
  what: { readonly sources: readonly SourceId[] } | { readonly collection: CollectionId },
): Promise<ErasurePlan> {
  const sources: SourceId[] = [];
  if ('sources' in what) sources.push(...new Set(what.sources));
  else for await (const row of eachSource(vault, what.collection)) sources.push(row.source);
  const collection = 'collection' in what ? what.collection : undefined;
  const held = await vault.query('held', { subjects: subjectsOf({ sources, collection }) });
  const collections = held.collections - (collection === undefined || sources.length === 0 ? 0 : 1);
  return { sources, collection, held: { ...held, collections } };
}

/**
 * Erases: the entry, everything in the database that it names, then files and pages. What was asked for is gone from this
 * folder when this resolves with `end` finished; in any other case it can no longer be read and its remains are still
 * to be overwritten. `approval` is recorded in the same transaction.
 */
export async function erase(
  vault: Vault,
  plan: ErasurePlan,
  options: {
    readonly erasure: SubjectId;
    readonly reason: string | null;
    readonly approval: readonly EntryDraft[];
    readonly now: Clock;
  },
): Promise<Result<ErasureEnd, WriteRefusal>> {
  const { erasure, reason, approval } = options;
  const at = options.now();
  const subjects = subjectsOf(plan);
  const drafts = [...approval, ...subjectsErased(erasure, subjects, { reason, at })];
  const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
  if (!kept.ok) return kept;
  const end = await vault.finishErasing();
  if (!end.ok) return end;
  const left = await vault.query('held', { subjects });
  const [devices, backups, bundles] = await Promise.all([
    vault.query('devices', undefined),
    vault.query('backups', undefined),
    vault.query('bundlesGiven', undefined),
  ]);
  const others = devices.filter(({ device, removed }) => device !== vault.device && !removed);
  return ok({ erasure, at, plan, left, end: end.value, outOfReach: { devices: others, backups, bundles } });
}

function subjectsOf({ sources, collection }: Pick<ErasurePlan, 'sources' | 'collection'>): readonly SubjectId[] {
  return collection === undefined ? sources : [...sources, collection];
}
