import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type CheckpointKey,
  canonicalJson,
  type DeviceKey,
  hexToBytes,
  idFromBytes,
  isId,
  type PersonKey,
  type WorkspaceId,
} from '../base/index.ts';
import type { UnsignedEnvelope } from './envelope.ts';
import { type SeenHead, strictHeads } from './seen-head.ts';
import { isUsableKey, type SigningKey, signBytes, verifyBytes } from './signing.ts';

/**
 * Who belongs to a workspace is itself said by entries: the founding entry enrols the first person and device, every
 * later person is enrolled by an enrolled one, and every later device by its person in the device's own first entry.
 * These facts stand in the envelope and not in a part, since a part can be erased or held back, and then two copies
 * would disagree about who may write. They hold keys only; a person's name is a part, so that it can be erased.
 */
export type MembershipFact = PersonEnrolment | DeviceEnrolment | PersonRemoval | DeviceRemoval;

export interface PersonEnrolment {
  readonly type: 'person';
  readonly person: PersonKey;
  /** The person's signature over "daybook/person/1\n" ‖ {person, workspace}: nobody enrols a key they do not hold. */
  readonly possession: string;
}

/** Enrols the entry's own device for the entry's own person: both sign the entry. */
export interface DeviceEnrolment {
  readonly type: 'device';
  readonly checkpointKey: CheckpointKey;
}

/**
 * A person's log ends at these heads of their devices. It holds once two persons have stated the same; entries beyond
 * are kept and placed, and set aside where the record is read, so that no order of arrival matters.
 */
export interface PersonRemoval {
  readonly type: 'person-removal';
  readonly person: PersonKey;
  readonly heads: readonly SeenHead[];
}

/** The same for one device, whose heads alone are named. */
export interface DeviceRemoval {
  readonly type: 'device-removal';
  readonly device: DeviceKey;
  readonly heads: readonly SeenHead[];
}

/** Body of the part that names a person. */
export interface PersonNameBody {
  readonly type: 'person-name';
  readonly person: PersonKey;
  readonly name: string;
}

export type MembershipRefusal =
  | { readonly type: 'members-malformed' }
  | { readonly type: 'possession-wrong' }
  | { readonly type: 'key-used-twice' }
  | { readonly type: 'not-the-founder' }
  | { readonly type: 'second-founding' };

/** Kinds of the first version that say who belongs, and the facts that each states, in this order. No other has any. */
const FACTS_BY_KIND: ReadonlyMap<string, readonly MembershipFact['type'][]> = new Map([
  ['workspace-founded', ['person', 'device']],
  ['person-enrolled', ['person']],
  ['device-enrolled', ['device']],
  ['person-removed', ['person-removal']],
  ['device-removed', ['device-removal']],
]);

/** Whether entries of this kind say who belongs to the workspace. */
export function isMembershipKind(kind: string): boolean {
  return FACTS_BY_KIND.has(kind);
}

/**
 * The id of the workspace that these keys found: SHA-256("daybook/workspace/1\n" ‖ device ‖ person ‖ checkpoint key).
 * Whoever knows the id knows the founder, so nobody else's founding entry can be passed off, whichever comes first.
 */
export function workspaceIdOf(keys: {
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly checkpointKey: CheckpointKey;
}): WorkspaceId {
  const hash = createHash('sha256').update('daybook/workspace/1\n');
  for (const key of [keys.device, keys.person, keys.checkpointKey]) hash.update(hexToBytes(key));
  return idFromBytes('WorkspaceId', hash.digest());
}

/** The workspace that these keys found, and what its founding entry states. */
export function foundingMembers(keys: {
  readonly device: DeviceKey;
  readonly person: SigningKey;
  readonly checkpointKey: CheckpointKey;
}): { readonly workspace: WorkspaceId; readonly members: readonly [PersonEnrolment, DeviceEnrolment] } {
  const { device, checkpointKey } = keys;
  const person = idFromBytes('PersonKey', keys.person.publicKey);
  const workspace = workspaceIdOf({ device, person, checkpointKey });
  return { workspace, members: [personEnrolment(workspace, keys.person), { type: 'device', checkpointKey }] };
}

/** The fact that enrols a person, made by whoever holds the person's key. */
export function personEnrolment(workspace: WorkspaceId, key: SigningKey): PersonEnrolment {
  const person = idFromBytes('PersonKey', key.publicKey);
  const possession = Buffer.from(signBytes(key, possessionBytes(workspace, person))).toString('hex');
  return { type: 'person', person, possession };
}

/** What an entry says about who belongs; undefined when a newer version says it in a way that we do not know. */
export function membershipOf(
  entry: Pick<UnsignedEnvelope, 'v' | 'kind' | 'members'>,
): readonly MembershipFact[] | undefined {
  if (entry.members.length === 0 && !isMembershipKind(entry.kind)) return [];
  if (entry.v !== 1) return undefined;
  return factsSchema.safeParse(entry.members).data;
}

/**
 * Why the facts in an envelope are refused, as far as the envelope alone tells; undefined when they are in order or of
 * a newer version.
 */
export function checkMembers(envelope: UnsignedEnvelope): MembershipRefusal | undefined {
  if (envelope.v !== 1) return undefined;
  const facts = membershipOf(envelope);
  const types = FACTS_BY_KIND.get(envelope.kind) ?? [];
  if (facts === undefined || facts.length !== types.length || facts.some((fact, i) => fact.type !== types[i])) {
    return { type: 'members-malformed' };
  }
  const person = facts.find((fact) => fact.type === 'person');
  const device = facts.find((fact) => fact.type === 'device');
  // One key for two roles would let one holder count as two.
  const keys = [person?.person, device?.checkpointKey, envelope.device].filter((key) => key !== undefined);
  if (new Set<string>(keys).size < keys.length) return { type: 'key-used-twice' };
  if (device !== undefined && sameKey(device.checkpointKey, envelope.person)) return { type: 'key-used-twice' };
  if (device !== undefined && !isUsableKey(hexToBytes(device.checkpointKey))) return { type: 'members-malformed' };
  if (person !== undefined && !holdsKey(envelope.workspace, person)) return { type: 'possession-wrong' };
  return envelope.kind === 'workspace-founded' ? checkFounding(envelope, person, device) : undefined;
}

function checkFounding(
  envelope: UnsignedEnvelope,
  person: PersonEnrolment | undefined,
  device: DeviceEnrolment | undefined,
): MembershipRefusal | undefined {
  if (person === undefined || device === undefined) return { type: 'members-malformed' };
  const { checkpointKey } = device;
  const founds = workspaceIdOf({ device: envelope.device, person: person.person, checkpointKey });
  if (founds !== envelope.workspace || person.person !== envelope.person) return { type: 'not-the-founder' };
  // A founder may copy a vault and write twice: that is a fork, with the same keys on both branches. This is not.
  return envelope.seq === 0 && envelope.seen.length === 0 ? undefined : { type: 'second-founding' };
}

/** Reads a body that names a person; undefined when the body is of another type or not well formed. */
export function readPersonNameBody(body: unknown): PersonNameBody | undefined {
  return nameSchema.safeParse(body).data;
}

function holdsKey(workspace: WorkspaceId, fact: PersonEnrolment): boolean {
  const message = possessionBytes(workspace, fact.person);
  return verifyBytes(hexToBytes(fact.person), message, hexToBytes(fact.possession));
}

function possessionBytes(workspace: WorkspaceId, person: PersonKey): Uint8Array {
  return new Uint8Array(Buffer.from(`daybook/person/1\n${canonicalJson({ person, workspace })}`));
}

function sameKey(a: string, b: string | null): boolean {
  return a === b;
}

const personKey = z.custom<PersonKey>((value) => isId('PersonKey', value));
const deviceKey = z.custom<DeviceKey>((value) => isId('DeviceKey', value));
const factsSchema: z.ZodType<readonly MembershipFact[]> = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('person'),
      person: personKey,
      possession: z.string().regex(/^[0-9a-f]{128}$/),
    }),
    z.strictObject({
      type: z.literal('device'),
      checkpointKey: z.custom<CheckpointKey>((value) => isId('CheckpointKey', value)),
    }),
    z.strictObject({ type: z.literal('person-removal'), person: personKey, heads: strictHeads }),
    z
      .strictObject({ type: z.literal('device-removal'), device: deviceKey, heads: strictHeads })
      .refine((fact) => fact.heads.every((head) => head.device === fact.device)),
  ]),
);
const nameSchema = z.strictObject({
  type: z.literal('person-name'),
  person: personKey,
  name: z.string().min(1).max(200),
});
