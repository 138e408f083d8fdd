import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  bytesToHex,
  canonicalJson,
  type DeviceKey,
  type EntryId,
  hexToBytes,
  idFromBytes,
  isId,
  type LeafHash,
  ok,
  type PersonKey,
  type Result,
  refuse,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { isInstant } from './instant.ts';
import { checkMembers, type MembershipRefusal } from './membership.ts';
import { merkleLeaf } from './merkle.ts';
import type { PartReference } from './part.ts';
import { openHeads, type SeenHead, strictlyAscending } from './seen-head.ts';
import { type SigningKey, signBytes, verifyBytes } from './signing.ts';

/**
 * One signed line of a device's log. It holds no names, no words and no digests of content; what is said stands in
 * parts. Encoded by RFC 8785; `id` and both signatures are over "daybook/entry\n" ‖ the canonical form without the two
 * signatures, so that they cannot be moved to another entry, another log or another use of the key.
 */
export interface Envelope {
  /** Version of the format. Newer ones keep every field named here, so that they can be kept and verified. */
  readonly v: number;
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  /** 0 for a device's first entry. */
  readonly seq: number;
  /** Leaf hash of the device's previous signed envelope; null for its first. */
  readonly prev: LeafHash | null;
  /** Who acts; null for work of the machine. */
  readonly person: PersonKey | null;
  /**
   * Heads of other devices' logs that changed since this device last wrote, by device and root; both branches of a
   * fork. A device that finds a fork of its own log writes no more: its copy of the vault enrols a new device.
   */
  readonly seen: readonly SeenHead[];
  /** 1 + the largest order among prev and seen; 1 when there is neither. */
  readonly order: number;
  /** The device's clock, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Shown; never sorted by or trusted. */
  readonly at: string;
  readonly kind: string;
  /** Who is enrolled or removed by this entry; read by `membershipOf`. Empty in nearly every entry. */
  readonly members: readonly { readonly type: string }[];
  readonly parts: readonly PartReference[];
  readonly deviceSig: string;
  readonly personSig: string | null;
}

export type UnsignedEnvelope = Omit<Envelope, 'deviceSig' | 'personSig'>;

/** An envelope that was read from bytes and whose signatures hold. */
export interface SignedEntry {
  readonly envelope: Envelope;
  readonly id: EntryId;
  readonly leaf: LeafHash;
  readonly bytes: Uint8Array;
}

export type EnvelopeRefusal =
  | MembershipRefusal
  | { readonly type: 'envelope-too-large' }
  | { readonly type: 'envelope-malformed' }
  | { readonly type: 'not-canonical' }
  | { readonly type: 'other-workspace' }
  | { readonly type: 'person-signature-missing' }
  | { readonly type: 'device-signature-wrong' }
  | { readonly type: 'person-signature-wrong' };

export const ENVELOPE_LIMIT: number = 1024 * 1024;
const DOMAIN = 'daybook/entry\n';

/**
 * Kinds that only a person can answer for. An entry of such a kind without a person is refused; other kinds may have
 * one or not, and when they name one, the signature is checked like any other. This list is frozen with version 1: a
 * kind added to it later would refuse entries that were accepted before. A later kind that needs a person asks for it
 * where it is read.
 */
const PERSONAL_KINDS: ReadonlySet<string> = new Set([
  'workspace-founded',
  'person-enrolled',
  'person-removed',
  'device-enrolled',
  'device-removed',
  'review',
  'approval',
  'erasure',
]);

/** Whether entries of this kind need a person and that person's signature. */
export function needsPerson(kind: string): boolean {
  return PERSONAL_KINDS.has(kind);
}

/** Signs an envelope with the device's key and, when it names a person, with that person's. */
export function signEnvelope(
  unsigned: UnsignedEnvelope,
  keys: { readonly device: SigningKey; readonly person?: SigningKey },
): SignedEntry {
  const message = signedBytes(unsigned);
  const personSig = keys.person === undefined ? null : bytesToHex(signBytes(keys.person, message));
  if ((unsigned.person === null) !== (personSig === null)) throw new Error('a named person signs, and nobody else');
  if (needsPerson(unsigned.kind) && personSig === null) throw new Error('this kind of entry needs a person');
  const envelope: Envelope = { ...unsigned, deviceSig: bytesToHex(signBytes(keys.device, message)), personSig };
  const bytes = new Uint8Array(Buffer.from(canonicalJson(envelope)));
  const checked = readEnvelope(bytes, unsigned.workspace);
  if (!checked.ok) throw new Error(`signed an entry that would be refused: ${checked.error.type}`);
  return checked.value;
}

/**
 * Reads an envelope from bytes and checks all that can be checked without the rest of the log: form, canonical
 * encoding, workspace, and both signatures.
 */
export function readEnvelope(bytes: Uint8Array, workspace: WorkspaceId): Result<SignedEntry, EnvelopeRefusal> {
  if (bytes.length > ENVELOPE_LIMIT) return refuse({ type: 'envelope-too-large' });
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) return parsed;
  const envelope = parsed.value;
  if (envelope.workspace !== workspace) return refuse({ type: 'other-workspace' });
  if (envelope.person === null ? needsPerson(envelope.kind) : envelope.personSig === null) {
    return refuse({ type: 'person-signature-missing' });
  }
  const { deviceSig, personSig, ...unsigned } = envelope;
  const misfit = checkMembers(unsigned);
  if (misfit !== undefined) return refuse(misfit);
  const message = signedBytes(unsigned);
  if (!verifyBytes(hexToBytes(envelope.device), message, hexToBytes(deviceSig))) {
    return refuse({ type: 'device-signature-wrong' });
  }
  if (envelope.person === null) {
    if (personSig !== null) return refuse({ type: 'person-signature-wrong' });
  } else if (!verifyBytes(hexToBytes(envelope.person), message, hexToBytes(personSig ?? ''))) {
    return refuse({ type: 'person-signature-wrong' });
  }
  return ok({
    envelope,
    id: idFromBytes('EntryId', createHash('sha256').update(message).digest()),
    leaf: idFromBytes('LeafHash', merkleLeaf(bytes)),
    bytes,
  });
}

function signedBytes(unsigned: UnsignedEnvelope): Uint8Array {
  return new Uint8Array(Buffer.from(DOMAIN + canonicalJson(unsigned)));
}

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hexSignature = z.string().regex(/^[0-9a-f]{128}$/);

const workspaceId = z.custom<WorkspaceId>((value) => isId('WorkspaceId', value));
const deviceKey = z.custom<DeviceKey>((value) => isId('DeviceKey', value));
const personKey = z.custom<PersonKey>((value) => isId('PersonKey', value));
const leafHash = z.custom<LeafHash>((value) => isId('LeafHash', value));
const subjectId = z.custom<SubjectId>((value) => isId('SubjectId', value));
const commitment = z.custom<Sha256>((value) => isId('Sha256', value));

/** Fields that every version has; objects stay open here so that a newer version's extra fields survive. */
const anyVersion = z.looseObject({
  v: count.min(1),
  workspace: workspaceId,
  device: deviceKey,
  seq: count,
  prev: leafHash.nullable(),
  person: personKey.nullable(),
  seen: openHeads,
  order: count,
  at: z.string().refine(isInstant),
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(64),
  members: z.array(z.looseObject({ type: z.string().max(64) })).max(64),
  parts: z
    .array(
      z.looseObject({
        of: z.array(subjectId).min(1).max(4096).refine(strictlyAscending),
        commitment,
      }),
    )
    .max(4096),
  deviceSig: hexSignature,
  personSig: hexSignature.nullable(),
});

const FIELDS: readonly string[] = Object.keys(anyVersion.shape);

function parseEnvelope(bytes: Uint8Array): Result<Envelope, EnvelopeRefusal> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return refuse({ type: 'envelope-malformed' });
  }
  if (!isEnvelope(value)) return refuse({ type: 'envelope-malformed' });
  const envelope = value;
  if (hasOneSigner(envelope)) return refuse({ type: 'envelope-malformed' });
  if ((envelope.seq === 0) !== (envelope.prev === null)) return refuse({ type: 'envelope-malformed' });
  if (envelope.seen.some((head) => head.device === envelope.device)) return refuse({ type: 'envelope-malformed' });
  if (envelope.v === 1 && !hasOnlyKnownFields(envelope)) return refuse({ type: 'envelope-malformed' });
  let canonical: string;
  try {
    canonical = canonicalJson(envelope);
  } catch {
    return refuse({ type: 'not-canonical' });
  }
  // Also catches repeated keys and other spellings of one number: the bytes that were signed are the only ones.
  return canonical === text ? ok(envelope) : refuse({ type: 'not-canonical' });
}

/** Checks without copying: zod's copy drops a newer version's field of the name `__proto__`, which is signed too. */
function isEnvelope(value: unknown): value is Envelope {
  return anyVersion.safeParse(value).success;
}

/** One key as device and person would let one signature pass for both. */
function hasOneSigner(keys: { readonly device: string; readonly person: string | null }): boolean {
  return keys.device === keys.person;
}

function hasOnlyKnownFields(envelope: Envelope): boolean {
  return (
    Object.keys(envelope).every((key) => FIELDS.includes(key)) &&
    envelope.seen.every((head) => Object.keys(head).length === 3) &&
    envelope.parts.every((part) => Object.keys(part).length === 2)
  );
}
