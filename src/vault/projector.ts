import { canonicalJson, type Json, type Sha256 } from '../base/index.ts';
import {
  membershipOf,
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

/** A part's body as JSON with the commitment it stands under; `value` is undefined when the part is not here. */
export interface BodyOf {
  readonly commitment: Sha256;
  readonly value: unknown;
}

/**
 * What an entry changes in the projections. Pure, and the only place where entries become rows: adding, rebuilding and
 * verifying all use it. Entries are given in the order (`order`, `device`, `seq`, leaf). Kinds that are not known yet,
 * and parts that are not here, change nothing.
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
      return [...membershipChanges(entry, place), ...bodies.flatMap(({ value }) => nameChanges(value))];
    case 'source-added':
      return each(({ value }) => {
        const record = readCaptureRecord(value);
        if (record === undefined) return undefined;
        const { source, sha256 } = record;
        return put('source', { source, sha256, person: envelope.person, record: canonicalJson(record) });
      });
    case 'layer-made':
      return each(({ value }) => {
        const record = readLayerRecord(value);
        // The record is the first part and the layer itself the second; only the first is read here.
        const content = envelope.parts[1];
        if (record === undefined || content === undefined) return undefined;
        const { layer, source } = record;
        return put('layer', { layer, source, content: content.commitment, record: canonicalJson(record) });
      });
    case 'reading-made':
      return each(({ value }) => {
        const record = readReadingRecord(value);
        if (record === undefined) return undefined;
        return put('reading', { layer: record.layer, source: record.source, record: canonicalJson(record) });
      });
    case 'collection-changed':
      return bodies.flatMap(({ value }) => collectionChanges(value, place));
    case 'intake-received':
      return each(({ value }) => {
        const record = readIntakeReceipt(value);
        return record && put('receipt', { receipt: record.receipt, record: canonicalJson(record) });
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

function nameChanges(value: unknown): readonly RowChange[] {
  const named = readPersonNameBody(value);
  return named === undefined
    ? []
    : [{ change: 'update', table: 'person', row: { person: named.person, name: named.name } }];
}

function collectionChanges(value: unknown, place: Place): readonly RowChange[] {
  const collection = readCollectionRecord(value);
  if (collection !== undefined) {
    const { collection: id, name } = collection;
    return [{ change: 'put', table: 'collection', row: { collection: id, name, ...place } }];
  }
  const member = readCollectionMember(value);
  if (member === undefined) return [];
  const { collection: id, source } = member;
  return member.member
    ? [{ change: 'put', table: 'collection_source', row: { collection: id, source, ...place } }]
    : [{ change: 'delete', table: 'collection_source', row: { collection: id, source } }];
}
