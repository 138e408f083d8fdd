import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type CollectionId,
  idFromBytes,
  isId,
  type PersonKey,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';

/** Gives a collection its name; a later one renames it. */
export interface CollectionRecord {
  readonly type: 'collection';
  readonly collection: CollectionId;
  readonly name: string;
}

/** Puts a source into a collection or takes it out. */
export interface CollectionMember {
  readonly type: 'collection-source';
  readonly collection: CollectionId;
  readonly source: SourceId;
  readonly member: boolean;
}

/** The counted end of an intake. The sums add up: received is the sum of the rest. */
export interface IntakeReceipt {
  readonly type: 'receipt';
  readonly receipt: SubjectId;
  readonly received: number;
  readonly stored: number;
  readonly alreadyHere: number;
  readonly refused: number;
  readonly failed: number;
}

/** How long the sources of a collection are kept before they fall due; a later one stands, `days` null takes it back. */
export interface RetentionRecord {
  readonly type: 'retention';
  readonly collection: CollectionId;
  /** Days after capture. */
  readonly days: number | null;
  readonly reason: string | null;
}

/** How a workspace is run. `subject` is the same in every copy (`settingsSubject`). */
export type SettingRecord = {
  readonly type: 'setting';
  readonly subject: SubjectId;
} & (
  | { readonly name: 'second-approval'; readonly value: 'on' | 'off' }
  /** After how many minutes without work vaults lock, as a whole number. */
  | { readonly name: 'idle-minutes'; readonly value: string }
);

/** A second person's yes to something that is about to be recorded, named by the id that it will have. */
export interface ApprovalRecord {
  readonly type: 'approval';
  readonly approval: SubjectId;
  readonly approves: SubjectId;
}

/** The subject of a workspace's settings: made from its id, so that every copy files them alike. */
export function settingsSubject(workspace: WorkspaceId): SubjectId {
  return idFromBytes(
    'SubjectId',
    createHash('sha256').update(`daybook/settings/1\n${workspace}`).digest().subarray(0, 16),
  );
}

/** Reads how long a collection is kept; undefined when the value says no such thing. */
export function readRetentionRecord(value: unknown): RetentionRecord | undefined {
  return retention.safeParse(value).data;
}

/** Reads a setting; undefined when the value is none that is known here. */
export function readSettingRecord(value: unknown): SettingRecord | undefined {
  return setting.safeParse(value).data;
}

/** Reads an approval; undefined when the value is none. */
export function readApprovalRecord(value: unknown): ApprovalRecord | undefined {
  return approval.safeParse(value).data;
}

/** Says to which age recipient a person's bundles are sealed. `of` the person's subject, like the name. */
export interface SealingKeyRecord {
  readonly type: 'sealing-key';
  readonly person: PersonKey;
  /** An age recipient for X25519: `age1` and 58 characters. */
  readonly recipient: string;
}

/** Reads a collection's name; undefined when the value is none. */
export function readCollectionRecord(value: unknown): CollectionRecord | undefined {
  return collection.safeParse(value).data;
}

/** Reads a change of a collection's sources; undefined when the value is none. */
export function readCollectionMember(value: unknown): CollectionMember | undefined {
  return member.safeParse(value).data;
}

/** Reads a receipt; undefined when the value is none or its sums do not add up. */
export function readIntakeReceipt(value: unknown): IntakeReceipt | undefined {
  return receipt.safeParse(value).data;
}

/** Reads a sealing key; undefined when the value is none. */
export function readSealingKeyRecord(value: unknown): SealingKeyRecord | undefined {
  return sealingKey.safeParse(value).data;
}

const count = z.number().int().min(0);
const collectionId = z.custom<CollectionId>((value) => isId('SubjectId', value));
const collection = z.strictObject({
  type: z.literal('collection'),
  collection: collectionId,
  name: z.string().min(1).max(200),
});
const member = z.strictObject({
  type: z.literal('collection-source'),
  collection: collectionId,
  source: z.custom<SourceId>((value) => isId('SubjectId', value)),
  member: z.boolean(),
});
const subjectId = z.custom<SubjectId>((value) => isId('SubjectId', value));
/** A hundred years: more is a slip of the finger. */
export const MOST_DAYS = 36_525;
const retention = z.strictObject({
  type: z.literal('retention'),
  collection: collectionId,
  days: z.number().int().min(0).max(MOST_DAYS).nullable(),
  reason: z.string().min(1).max(2000).nullable(),
});
const setting = z.discriminatedUnion('name', [
  z.strictObject({
    type: z.literal('setting'),
    subject: subjectId,
    name: z.literal('second-approval'),
    value: z.enum(['on', 'off']),
  }),
  z.strictObject({
    type: z.literal('setting'),
    subject: subjectId,
    name: z.literal('idle-minutes'),
    value: z.string().regex(/^[1-9]\d{0,3}$/),
  }),
]);
const approval = z.strictObject({ type: z.literal('approval'), approval: subjectId, approves: subjectId });
const receipt = z
  .strictObject({
    type: z.literal('receipt'),
    receipt: subjectId,
    received: count,
    stored: count,
    alreadyHere: count,
    refused: count,
    failed: count,
  })
  .refine((r) => r.received === r.stored + r.alreadyHere + r.refused + r.failed);
const sealingKey = z.strictObject({
  type: z.literal('sealing-key'),
  person: z.custom<PersonKey>((value) => isId('PersonKey', value)),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
});
