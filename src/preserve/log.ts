import {
  type CheckpointKey,
  type DeviceKey,
  hexToBytes,
  idFromBytes,
  type LeafHash,
  type PersonKey,
  type Sha256,
  type WorkspaceId,
} from '../base/index.ts';
import type { SeenHead, SignedEntry } from './envelope.ts';
import {
  type DeviceBody,
  type MembershipRefusal,
  type PersonBody,
  readDeviceBody,
  readPersonBody,
} from './membership.ts';
import { appendLeaf, type CompactRange, emptyRange, rangeRoot } from './merkle.ts';

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
  /** Sizes of other devices' logs in this entry's causal past. */
  readonly clock: Clock;
}

export type Clock = ReadonlyMap<DeviceKey, number>;

/** What deciding about an entry needs to know; fulfilled by whoever stores the log. */
export interface LogView {
  readonly workspace: WorkspaceId;
  /** Leaf of the one founding entry, once it is placed or was pinned by joining; undefined before. */
  readonly founding: LeafHash | undefined;
  placed(leaf: LeafHash): Placed | undefined;
  /** The placed entry that completes a device's log to this size and root. */
  placedAtHead(head: SeenHead): Placed | undefined;
  /** The device's tree up to and including a placed entry. */
  rangeAfter(leaf: LeafHash): CompactRange;
  /** Every enrolment of a person's or a device's key, or of a checkpoint key, by placed entries. */
  enrolmentsOf(key: PersonKey | DeviceKey | CheckpointKey): readonly Enrolment[];
  /** Bodies of the entry's parts that are here, parsed as JSON; undefined in place of one that is not. */
  bodies(entry: SignedEntry): readonly unknown[];
}

export interface Enrolment {
  readonly role: 'person' | 'device' | 'checkpoint';
  readonly key: PersonKey | DeviceKey | CheckpointKey;
  /** The person who signed the enrolling entry: for a device, whose it is. */
  readonly by: PersonKey | null;
  /** Position of the enrolling entry. */
  readonly device: DeviceKey;
  readonly seq: number;
}

export type EntryRefusal =
  | MembershipRefusal
  | { readonly type: 'order-wrong' }
  | { readonly type: 'chain-wrong' }
  | { readonly type: 'second-founding' }
  | { readonly type: 'device-not-enrolled' }
  | { readonly type: 'device-enrolled-twice' }
  | { readonly type: 'device-has-another-person' }
  | { readonly type: 'person-not-enrolled' }
  | { readonly type: 'key-used-twice' };

export type Verdict =
  | {
      readonly type: 'place';
      readonly placed: Placed;
      readonly range: CompactRange;
      readonly root: Sha256;
      readonly enrolments: readonly Enrolment[];
    }
  | { readonly type: 'wait'; readonly for: 'previous' | 'seen' | 'part' }
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
  const past = previous === undefined ? seen : [previous, ...seen];
  if (envelope.order !== 1 + Math.max(0, ...past.map((before) => before.order))) return refused('order-wrong');
  const clock = mergeClocks(envelope.device, past);
  const placed: Placed = { leaf, device: envelope.device, seq: envelope.seq, order: envelope.order, clock };
  const enrolled = judgeMembership(entry, placed, view);
  if (!Array.isArray(enrolled)) return enrolled;
  const before = envelope.prev === null ? emptyRange : view.rangeAfter(envelope.prev);
  const range = appendLeaf(before, hexToBytes(leaf));
  return { type: 'place', placed, range, root: idFromBytes('Sha256', rangeRoot(range)), enrolments: enrolled };
}

/** The head that an entry's author states of another log: what stands in `seen`. */
export function headAfter(device: DeviceKey, range: CompactRange): SeenHead {
  return { device, size: range.size, root: idFromBytes('Sha256', rangeRoot(range)) };
}

/** Whether the entry at (`device`, `seq`) lies in the causal past of a placed entry, or is that entry. */
export function isInPast(placed: Placed, at: { readonly device: DeviceKey; readonly seq: number }): boolean {
  return at.device === placed.device ? at.seq <= placed.seq : (placed.clock.get(at.device) ?? 0) > at.seq;
}

function mergeClocks(own: DeviceKey, past: readonly Placed[]): Clock {
  const clock = new Map<DeviceKey, number>();
  const raise = (device: DeviceKey, size: number): void => {
    if (device !== own && size > (clock.get(device) ?? 0)) clock.set(device, size);
  };
  for (const entry of past) {
    raise(entry.device, entry.seq + 1);
    for (const [device, size] of entry.clock) raise(device, size);
  }
  return clock;
}

type Members = { readonly persons: readonly PersonBody[]; readonly devices: readonly DeviceBody[] };

/** The enrolments that the entry makes, or why it may not be placed. */
function judgeMembership(entry: SignedEntry, placed: Placed, view: LogView): Verdict | Enrolment[] {
  const { envelope } = entry;
  const founds = envelope.kind === 'workspace-founded';
  if (founds && view.founding !== undefined && view.founding !== entry.leaf) return refused('second-founding');
  if (founds && (envelope.seq !== 0 || envelope.seen.length > 0)) return refused('second-founding');
  const joins = envelope.kind === 'device-enrolled';
  if (joins && envelope.seq !== 0) {
    const same = knownBefore(placed, view, envelope.device).some((at) => at.by === envelope.person);
    return refused(same ? 'device-enrolled-twice' : 'device-has-another-person');
  }
  if (envelope.seq === 0 && !founds && !joins) return refused('device-not-enrolled');
  const enrolsPerson = founds || envelope.kind === 'person-enrolled';
  const enrolsDevice = founds || joins;
  if (!enrolsPerson && !enrolsDevice) return personMayAct(entry, placed, view) ?? [];
  const bodies = view.bodies(entry);
  if (bodies.some((body) => body === undefined)) return { type: 'wait', for: 'part' };
  const members = readMembers(view.workspace, bodies);
  if ('error' in members) return { type: 'refuse', error: members.error };
  if (members.persons.length !== Number(enrolsPerson) || members.devices.length !== Number(enrolsDevice)) {
    return refused('enrolment-malformed');
  }
  const [person] = members.persons;
  const [device] = members.devices;
  if (device !== undefined && device.device !== envelope.device) return refused('enrolment-malformed');
  if (device !== undefined && device.person !== envelope.person) return refused('device-has-another-person');
  if (founds && person?.person !== envelope.person) return refused('enrolment-malformed');
  if (!founds) {
    const stopped = personMayAct(entry, placed, view);
    if (stopped !== undefined) return stopped;
  }
  const made: Enrolment[] = [];
  const position = { by: envelope.person, device: placed.device, seq: placed.seq };
  if (person !== undefined) made.push({ role: 'person', key: person.person, ...position });
  if (device !== undefined) {
    made.push({ role: 'device', key: device.device, ...position });
    made.push({ role: 'checkpoint', key: device.checkpointKey, ...position });
  }
  // One key for two roles would let a signature made for one be shown as the other, and one holder count as two.
  const keys = new Set<string>(made.map((enrolment) => enrolment.key));
  if (keys.size !== made.length) return refused('key-used-twice');
  return made.some((enrolment) => knownBefore(placed, view, enrolment.key).length > 0)
    ? refused('key-used-twice')
    : made;
}

/** undefined when the entry names nobody, or names a person who was enrolled in its causal past. */
function personMayAct(entry: SignedEntry, placed: Placed, view: LogView): Verdict | undefined {
  const { person } = entry.envelope;
  if (person === null) return undefined;
  const known = knownBefore(placed, view, person).some((enrolment) => enrolment.role === 'person');
  return known ? undefined : refused('person-not-enrolled');
}

function knownBefore(placed: Placed, view: LogView, key: PersonKey | DeviceKey | CheckpointKey): readonly Enrolment[] {
  return view
    .enrolmentsOf(key)
    .filter((at) => isInPast(placed, at) && !(at.device === placed.device && at.seq === placed.seq));
}

function readMembers(
  workspace: WorkspaceId,
  bodies: readonly unknown[],
): Members | { readonly error: MembershipRefusal } {
  const persons: PersonBody[] = [];
  const devices: DeviceBody[] = [];
  for (const body of bodies) {
    const person = readPersonBody(workspace, body);
    if (person?.ok === false) return { error: person.error };
    if (person?.ok) persons.push(person.value);
    const device = readDeviceBody(body);
    if (device?.ok === false) return { error: device.error };
    if (device?.ok) devices.push(device.value);
  }
  return { persons, devices };
}

function refused(type: EntryRefusal['type']): Verdict {
  return { type: 'refuse', error: { type } };
}
