import {
  type CheckpointKey,
  type DeviceKey,
  hexToBytes,
  idFromBytes,
  type LeafHash,
  type PersonKey,
  type Sha256,
} from '../base/index.ts';
import type { SignedEntry } from './envelope.ts';
import { isMembershipKind, type MembershipFact, membershipOf } from './membership.ts';
import { appendLeaf, type CompactRange, emptyRange, rangeRoot } from './merkle.ts';
import { headsRemoved } from './removal.ts';
import type { SeenHead } from './seen-head.ts';

/**
 * Where an entry belongs. A workspace is the set of its devices' logs; entries of other devices arrive in any order,
 * and whether one is placed, waits, or is refused depends only on its own causal past, never on the order of arrival.
 * That is what makes merging a union: the same entries give the same placed set everywhere.
 */
export interface Placed {
  readonly leaf: LeafHash;
  readonly device: DeviceKey;
  readonly seq: number;
  readonly order: number;
  /**
   * Leaves of the entries in its causal past, itself included, that say who belongs. Leaves and not places in logs,
   * since after a fork a place no longer tells which branch is meant. Shared between entries: few entries add to it.
   */
  readonly members: ReadonlySet<LeafHash>;
}

export interface LogView {
  placed(leaf: LeafHash): Placed | undefined;
  /** The placed entry that completes a device's log to this size and root. */
  placedAtHead(head: SeenHead): Placed | undefined;
  /** The device's tree up to and including a placed entry. */
  rangeAfter(leaf: LeafHash): CompactRange;
  /** Every enrolment of a person's or a device's key, or of a checkpoint key, by placed entries. */
  enrolmentsOf(key: PersonKey | DeviceKey | CheckpointKey): readonly Enrolment[];
}

export interface Enrolment {
  readonly role: 'person' | 'device' | 'checkpoint';
  readonly key: PersonKey | DeviceKey | CheckpointKey;
  /** The person who signed the enrolling entry: for a device, whose it is. */
  readonly by: PersonKey | null;
  /** The enrolling entry. */
  readonly leaf: LeafHash;
}

export type EntryRefusal = {
  readonly type:
    | 'order-wrong'
    | 'chain-wrong'
    | 'device-not-enrolled'
    | 'device-enrolled-twice'
    | 'device-has-another-person'
    | 'person-not-enrolled'
    | 'key-used-twice';
};

export type Verdict =
  | {
      readonly type: 'place';
      readonly placed: Placed;
      readonly range: CompactRange;
      readonly root: Sha256;
      readonly enrolments: readonly Enrolment[];
    }
  | { readonly type: 'wait'; readonly for: 'previous' | 'seen' | 'newer-version' }
  | { readonly type: 'refuse'; readonly error: EntryRefusal };

/** Decides about one entry whose form and signatures were checked (`readEnvelope`). */
export function judgeEntry(entry: SignedEntry, view: LogView): Verdict {
  const { envelope, leaf } = entry;
  const previous = envelope.prev === null ? undefined : view.placed(envelope.prev);
  if (envelope.prev !== null && previous === undefined) return { type: 'wait', for: 'previous' };
  if (previous !== undefined && (previous.device !== envelope.device || previous.seq + 1 !== envelope.seq)) {
    return refused('chain-wrong');
  }
  const seen: Placed[] = [];
  for (const head of envelope.seen) {
    const at = view.placedAtHead(head);
    if (at === undefined) return { type: 'wait', for: 'seen' };
    seen.push(at);
  }
  // Where a removal has a log end is known from the moment it is placed: after a fork it decides which branch counts.
  if (headsRemoved(envelope).some((head) => view.placedAtHead(head) === undefined))
    return { type: 'wait', for: 'seen' };
  const past = previous === undefined ? seen : [previous, ...seen];
  if (envelope.order !== 1 + Math.max(0, ...past.map((before) => before.order))) return refused('order-wrong');
  const facts = membershipOf(envelope);
  if (facts === undefined) return { type: 'wait', for: 'newer-version' };
  const known = knownMembers(past);
  const stopped = judgeActors(entry, known, view);
  if (stopped !== undefined) return refused(stopped);
  const enrolments = facts.flatMap((fact) => enrolmentsIn(fact, entry));
  // One key for two roles would let one holder count as two.
  if (enrolments.some((made) => enrolledBefore(known, view, made.key).length > 0)) return refused('key-used-twice');
  const members = isMembershipKind(envelope.kind) ? new Set([...known, leaf]) : known;
  const placed: Placed = { leaf, device: envelope.device, seq: envelope.seq, order: envelope.order, members };
  const range = appendLeaf(envelope.prev === null ? emptyRange : view.rangeAfter(envelope.prev), hexToBytes(leaf));
  return { type: 'place', placed, range, root: idFromBytes('Sha256', rangeRoot(range)), enrolments };
}

/** The head that an entry's author states of another log: what stands in `seen`. */
export function headAfter(device: DeviceKey, range: CompactRange): SeenHead {
  return { device, size: range.size, root: idFromBytes('Sha256', rangeRoot(range)) };
}

/** Membership entries in the causal past; the largest set itself when it holds all others. */
function knownMembers(past: readonly Placed[]): ReadonlySet<LeafHash> {
  let known: ReadonlySet<LeafHash> = new Set();
  for (const { members } of past) if (members.size > known.size) known = members;
  const missing = past.flatMap(({ members }) => [...members].filter((leaf) => !known.has(leaf)));
  return missing.length === 0 ? known : new Set([...known, ...missing]);
}

/** Why the entry's device or person may not write it; undefined when they may. */
function judgeActors(
  entry: SignedEntry,
  known: ReadonlySet<LeafHash>,
  view: LogView,
): EntryRefusal['type'] | undefined {
  const { seq, kind, device, person } = entry.envelope;
  if (kind === 'workspace-founded') return undefined;
  const enrolled = enrolledBefore(known, view, device).filter((at) => at.role === 'device');
  if (kind === 'device-enrolled' && (seq > 0 || enrolled.length > 0)) {
    return enrolled.some((at) => at.by === person) ? 'device-enrolled-twice' : 'device-has-another-person';
  }
  if (seq === 0 && kind !== 'device-enrolled') return 'device-not-enrolled';
  if (person === null) return undefined;
  return enrolledBefore(known, view, person).some((at) => at.role === 'person') ? undefined : 'person-not-enrolled';
}

/** What one fact of an entry enrols when the entry is placed. */
function enrolmentsIn(fact: MembershipFact, entry: SignedEntry): readonly Enrolment[] {
  const at = { by: entry.envelope.person, leaf: entry.leaf };
  switch (fact.type) {
    case 'person':
      return [{ role: 'person', key: fact.person, ...at }];
    case 'device':
      return [
        { role: 'device', key: entry.envelope.device, ...at },
        { role: 'checkpoint', key: fact.checkpointKey, ...at },
      ];
    case 'person-removal':
    case 'device-removal':
      return [];
  }
}

/** Enrolments of a key in the causal past. */
function enrolledBefore(
  known: ReadonlySet<LeafHash>,
  view: LogView,
  key: PersonKey | DeviceKey | CheckpointKey,
): readonly Enrolment[] {
  return view.enrolmentsOf(key).filter((enrolment) => known.has(enrolment.leaf));
}

function refused(type: EntryRefusal['type']): Verdict {
  return { type: 'refuse', error: { type } };
}
