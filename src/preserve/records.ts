import { z } from 'zod';
import { type CollectionId, isId, type PersonKey, type SourceId, type SubjectId } from '../base/index.ts';

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
const receipt = z
  .strictObject({
    type: z.literal('receipt'),
    receipt: z.custom<SubjectId>((value) => isId('SubjectId', value)),
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
