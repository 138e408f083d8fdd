import { canonicalJson, type Json, type SubjectId } from '../base/index.ts';
import {
  membershipOf,
  type PartReference,
  readCaptureRecord,
  readCollectionMember,
  readCollectionRecord,
  readIntakeReceipt,
  readPersonNameBody,
  type SignedEntry,
} from '../preserve/index.ts';
import { readLayerRecord, readReadingRecord } from '../read/index.ts';
import type { ProjectionName } from './projection-schema.ts';

/** One change of a projection. `put` replaces the row of the same key; `add` leaves one that is there. */
export interface RowChange {
  readonly change: 'put' | 'add' | 'delete' | 'update';
  readonly table: ProjectionName;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** A part as an entry refers to it, and its body as JSON: undefined when it is not here, or is no JSON. */
export interface BodyOf {
  readonly reference: PartReference;
  /** Whether the part is here and opens under this entry's commitment. */
  readonly here: boolean;
  readonly value: unknown;
}

/**
 * What an entry changes in the projections. Pure, and the only place where entries become rows: adding, rebuilding and
 * verifying all use it. Entries are given in the order (`order`, `device`, `seq`, leaf). Kinds that are not known yet,
 * and parts that are not here, change nothing; nor does a body that speaks of a subject its part is not `of`, since
 * erasing that subject would leave it behind.
 */
export function projectEntry(entry: SignedEntry, bodies: readonly BodyOf[]): readonly RowChange[] {
  const { envelope } = entry;
  const place = { device: envelope.device, seq: envelope.seq, ord: envelope.order, at: envelope.at };
  const put = (table: ProjectionName, row: RowChange['row']): RowChange => ({
    change: 'put',
    table,
    row: { ...row, ...place },
  });
  const each = (change: (body: BodyOf) => RowChange | undefined): readonly RowChange[] =>
    bodies.map(change).filter((made) => made !== undefined);

  switch (envelope.kind) {
    case 'workspace-founded':
    case 'person-enrolled':
    case 'device-enrolled':
      return [...membershipChanges(entry, place), ...bodies.flatMap(({ value }) => nameChanges(entry, value))];
    case 'source-added':
      return each(({ value, reference }) => {
        const record = readCaptureRecord(value);
        if (record === undefined || !isOf(reference, record.source)) return undefined;
        const { source, sha256 } = record;
        return put('source', { source, sha256, person: envelope.person, record: canonicalJson(record) });
      });
    case 'layer-made':
      return each(({ value, reference }) => {
        const record = readLayerRecord(value);
        // The record is the first part and the layer itself the second.
        const content = bodies[1];
        if (record === undefined || content?.here !== true) return undefined;
        const { layer, source } = record;
        if (!isOf(reference, source) || !isOf(content.reference, source)) return undefined;
        const { commitment } = content.reference;
        return put('layer', { layer, source, content: commitment, record: canonicalJson(record) });
      });
    case 'reading-made':
      return each(({ value, reference }) => {
        const record = readReadingRecord(value);
        if (record === undefined || !isOf(reference, record.source)) return undefined;
        return put('reading', { layer: record.layer, source: record.source, record: canonicalJson(record) });
      });
    case 'collection-changed':
      return bodies.flatMap((body) => collectionChanges(body, place));
    case 'intake-received':
      return each(({ value, reference }) => {
        const record = readIntakeReceipt(value);
        if (record === undefined || !isOf(reference, record.receipt)) return undefined;
        return put('receipt', { receipt: record.receipt, record: canonicalJson(record) });
      });
    case 'brief-drafted': {
      const first = envelope.parts[0]?.of[0];
      if (first === undefined) return [];
      const parts: Json = envelope.parts.map(({ of, commitment }) => ({ of, commitment }));
      return [put('brief', { brief: first, parts: canonicalJson(parts), person: envelope.person })];
    }
    default:
      return [];
  }
}

type Place = { readonly device: string; readonly seq: number; readonly ord: number; readonly at: string };

/** Keys come from the envelope, which every copy has; names from parts, which can be erased. */
function membershipChanges({ envelope }: SignedEntry, place: Place): readonly RowChange[] {
  const { device: key, person } = envelope;
  return (membershipOf(envelope) ?? []).flatMap((fact): readonly RowChange[] => {
    switch (fact.type) {
      case 'person':
        return [{ change: 'add', table: 'person', row: { person: fact.person, name: null, ...place } }];
      case 'device':
        return [{ change: 'put', table: 'device', row: { key, person, checkpoint_key: fact.checkpointKey, ...place } }];
      // Removal is kept and verified; what it sets aside is decided where several people share a workspace.
      case 'person-removal':
      case 'device-removal':
        return [];
    }
  });
}

/** A name is read only in the entry that enrols its person: nobody renames a colleague. */
function nameChanges({ envelope }: SignedEntry, value: unknown): readonly RowChange[] {
  const named = readPersonNameBody(value);
  const enrolled = (membershipOf(envelope) ?? []).some(
    (fact) => fact.type === 'person' && fact.person === named?.person,
  );
  return named === undefined || !enrolled
    ? []
    : [{ change: 'update', table: 'person', row: { person: named.person, name: named.name } }];
}

function collectionChanges({ value, reference }: BodyOf, place: Place): readonly RowChange[] {
  const collection = readCollectionRecord(value);
  if (collection !== undefined && isOf(reference, collection.collection)) {
    const { collection: id, name } = collection;
    return [{ change: 'put', table: 'collection', row: { collection: id, name, ...place } }];
  }
  const member = readCollectionMember(value);
  if (member === undefined || !isOf(reference, member.collection) || !isOf(reference, member.source)) return [];
  const { collection: id, source } = member;
  return member.member
    ? [{ change: 'put', table: 'collection_source', row: { collection: id, source, ...place } }]
    : [{ change: 'delete', table: 'collection_source', row: { collection: id, source } }];
}

function isOf(reference: PartReference, subject: SubjectId): boolean {
  return reference.of.includes(subject);
}
