import { z } from 'zod';
import {
  type CheckpointKey,
  canonicalJson,
  type DeviceKey,
  hexToBytes,
  isId,
  ok,
  type PersonKey,
  type Result,
  refuse,
  type WorkspaceId,
} from '../base/index.ts';
import { type SigningKey, signBytes, verifyBytes } from './signing.ts';

/**
 * Who belongs to a workspace is itself said by entries: the founding entry enrols the first person and device, every
 * later person is enrolled by an enrolled one, and every later device by its person in the device's own first entry.
 * The bodies here hold keys only; a person's name is a part of its own, so that it can be erased.
 */
export interface PersonBody {
  readonly type: 'person';
  readonly person: PersonKey;
  /** The person's signature over "daybook/person/1\n" ‖ {person, workspace}: nobody enrols a key they do not hold. */
  readonly possession: string;
}

export interface DeviceBody {
  readonly type: 'device';
  readonly device: DeviceKey;
  readonly person: PersonKey;
  readonly checkpointKey: CheckpointKey;
}

export interface PersonNameBody {
  readonly type: 'person-name';
  readonly person: PersonKey;
  readonly name: string;
}

export type MembershipRefusal = { readonly type: 'enrolment-malformed' } | { readonly type: 'possession-wrong' };

/** The body that enrols a person, with the proof that the person's key took part. */
export function personBody(workspace: WorkspaceId, person: PersonKey, key: SigningKey): PersonBody {
  const possession = Buffer.from(signBytes(key, possessionBytes(workspace, person))).toString('hex');
  return { type: 'person', person, possession };
}

/** Reads a body that enrols a person in this workspace; undefined when the body is of another type. */
export function readPersonBody(
  workspace: WorkspaceId,
  body: unknown,
): Result<PersonBody, MembershipRefusal> | undefined {
  if (!hasType(body, 'person')) return undefined;
  const parsed = personSchema.safeParse(body);
  if (!parsed.success) return refuse({ type: 'enrolment-malformed' });
  const { person, possession } = parsed.data;
  return verifyBytes(hexToBytes(person), possessionBytes(workspace, person), hexToBytes(possession))
    ? ok(parsed.data)
    : refuse({ type: 'possession-wrong' });
}

/** Reads a body that enrols a device; undefined when the body is of another type. */
export function readDeviceBody(body: unknown): Result<DeviceBody, MembershipRefusal> | undefined {
  if (!hasType(body, 'device')) return undefined;
  const parsed = deviceSchema.safeParse(body);
  return parsed.success ? ok(parsed.data) : refuse({ type: 'enrolment-malformed' });
}

/** Reads a body that names a person; undefined when the body is of another type or not well formed. */
export function readPersonNameBody(body: unknown): PersonNameBody | undefined {
  const parsed = nameSchema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

function possessionBytes(workspace: WorkspaceId, person: PersonKey): Uint8Array {
  return new Uint8Array(Buffer.from(`daybook/person/1\n${canonicalJson({ person, workspace })}`));
}

function hasType(body: unknown, type: string): boolean {
  return typeof body === 'object' && body !== null && 'type' in body && body.type === type;
}

const personKey = z.custom<PersonKey>((value) => isId('PersonKey', value));
const personSchema = z.strictObject({
  type: z.literal('person'),
  person: personKey,
  possession: z.string().regex(/^[0-9a-f]{128}$/),
});
const deviceSchema = z.strictObject({
  type: z.literal('device'),
  device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
  person: personKey,
  checkpointKey: z.custom<CheckpointKey>((value) => isId('CheckpointKey', value)),
});
const nameSchema = z.strictObject({
  type: z.literal('person-name'),
  person: personKey,
  name: z.string().min(1).max(200),
});
