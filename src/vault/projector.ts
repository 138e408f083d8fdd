import { canonicalJson, type PersonKey, type SubjectId } from '../base/index.ts';
import {
  ERASURE_KIND,
  erasedSubjects,
  membershipOf,
  type PartReference,
  readApprovalRecord,
  readCaptureRecord,
  readCollectionMember,
  readCollectionRecord,
  readErasureRecord,
  readIntakeReceipt,
  readKeptSearch,
  readPersonNameBody,
  readRetentionRecord,
  readSettingRecord,
  type SignedEntry,
  settingsSubject,
} from '../preserve/index.ts';
import { readLayerRecord, readReadingRecord } from '../read/index.ts';
import { claimReviewed, REVIEW_KIND, readReviewRecord } from '../weigh/index.ts';
import { assistantRows } from './assistant-rows.ts';
import { libraryRows } from './library-rows.ts';
import { personSubject } from './person-subject.ts';
import type { ProjectionName } from './projection-schema.ts';
import { sealingKeyRows } from './sealing-key-rows.ts';

/** A row that an entry gives. It stands unless a later entry gives the same key another. */
export interface ProjectionRow {
  readonly table: Exclude<ProjectionName, 'suggestion'>;
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
 * The rows that an entry gives. Pure, and the only place where entries become rows: adding, merging, rebuilding and
 * verifying all use it. Kinds that are not known yet, and parts that are not here, give nothing; nor does a body that
 * speaks of a subject its part is not `of`, since erasing that subject would leave it behind. Of several rows for one
 * key the last stands.
 */
export function projectEntry(entry: SignedEntry, bodies: readonly BodyOf[]): readonly ProjectionRow[] {
  const { envelope, leaf } = entry;
  const place = { leaf, device: envelope.device, seq: envelope.seq, ord: envelope.order, at: envelope.at };
  const give = (table: ProjectionRow['table'], row: ProjectionRow['row']): ProjectionRow => ({
    table,
    row: { ...row, ...place },
  });
  const each = (rowOf: (body: BodyOf) => ProjectionRow | undefined): readonly ProjectionRow[] =>
    bodies.map(rowOf).filter((row) => row !== undefined);

  switch (envelope.kind) {
    case 'workspace-founded':
    case 'person-enrolled':
    case 'device-enrolled':
      return [...memberRows(entry, bodies, give), ...sealingKeyRows(entry, bodies, give)];
    case 'sealing-key-stated':
      return sealingKeyRows(entry, bodies, give);
    case 'source-added':
      return each(({ value, reference }) => {
        const record = readCaptureRecord(value);
        if (record === undefined || !isOf(reference, record.source)) return undefined;
        const { source, sha256 } = record;
        return give('source', { source, sha256, person: envelope.person, record: canonicalJson(record) });
      });
    case 'layer-made': {
      // The record is the first part and the layer itself the second.
      const [about, content] = bodies;
      const record = readLayerRecord(about?.value);
      if (about === undefined || record === undefined || content?.here !== true) return [];
      const { layer, source } = record;
      if (!isOf(about.reference, source) || !isOf(content.reference, source)) return [];
      const { commitment } = content.reference;
      const words = record.words ?? null;
      return [give('layer', { layer, source, content: commitment, words, record: canonicalJson(record) })];
    }
    case 'reading-made':
      return each(({ value, reference }) => {
        const record = readReadingRecord(value);
        if (record === undefined || !isOf(reference, record.source)) return undefined;
        const { layer, source, output } = record;
        return give('reading', { layer, source, output, record: canonicalJson(record) });
      });
    case 'collection-changed':
      return each(({ value, reference }) => {
        const named = readCollectionRecord(value);
        if (named !== undefined && isOf(reference, named.collection)) {
          return give('collection', { collection: named.collection, name: named.name });
        }
        const filled = readCollectionMember(value);
        if (filled === undefined || !isOf(reference, filled.collection) || !isOf(reference, filled.source)) {
          return undefined;
        }
        const { collection, source, member } = filled;
        return give('collection_source', { collection, source, member: member ? 1 : 0 });
      });
    case 'intake-received':
      return each(({ value, reference }) => {
        const record = readIntakeReceipt(value);
        if (record === undefined || !isOf(reference, record.receipt)) return undefined;
        return give('receipt', { receipt: record.receipt, record: canonicalJson(record) });
      });
    case 'brief-drafted': {
      // The first part is the frame, of the brief alone: without it there is no brief any more.
      const [frame] = bodies;
      const [brief, ...others] = frame?.here === true ? frame.reference.of : [];
      return brief === undefined || others.length > 0 ? [] : [give('brief', { brief, person: envelope.person })];
    }
    case ERASURE_KIND: {
      const [why] = bodies;
      const record = readErasureRecord(why?.value);
      if (why === undefined || record === undefined || !isOf(why.reference, record.erasure)) return [];
      const { erasure, reason } = record;
      const subjects = erasedSubjects(envelope).length;
      return [give('erasure', { erasure, person: envelope.person, reason, subjects })];
    }
    case 'retention-set':
      return each(({ value, reference }) => {
        const record = readRetentionRecord(value);
        if (record === undefined || envelope.person === null || !isOf(reference, record.collection)) return undefined;
        const { collection, days, reason } = record;
        return give('retention', { collection, days, reason, person: envelope.person });
      });
    case 'search-kept':
      return each(({ value, reference }) => {
        const record = readKeptSearch(value);
        if (record === undefined || envelope.person === null || !isOf(reference, record.search)) return undefined;
        if (record.collection !== null && !isOf(reference, record.collection)) return undefined;
        const { search, name } = record;
        return give('kept_search', { search, name, record: canonicalJson(record), person: envelope.person });
      });
    case 'setting-changed':
      return each(({ value, reference }) => {
        const record = readSettingRecord(value);
        const own = settingsSubject(envelope.workspace);
        // Settings are a person's; a machine's word changes none.
        if (record === undefined || envelope.person === null || record.subject !== own || !isOf(reference, own)) {
          return undefined;
        }
        const { name, value: set } = record;
        return give('setting', { subject: own, name, value: set, person: envelope.person });
      });
    case 'approval':
      return each(({ value, reference }) => {
        const record = readApprovalRecord(value);
        if (record === undefined || !isOf(reference, record.approval)) return undefined;
        const { approval, approves } = record;
        return give('approval', { approval, approves, person: envelope.person });
      });
    case 'assistant-set':
    case 'assistant-asked':
    case 'assistant-answered':
      return assistantRows(entry, bodies, give);
    case 'consent-stated':
    case 'source-described':
    case 'passage-noted':
      return libraryRows(entry, bodies, give);
    case REVIEW_KIND:
      return each(({ value, reference }) => {
        const record = readReviewRecord(value);
        if (record === undefined || envelope.person === null || !isOf(reference, record.source)) return undefined;
        const { source } = record;
        const claim = claimReviewed(record);
        return give('review', { source, claim, record: canonicalJson(record), person: envelope.person });
      });
    default:
      return [];
  }
}

/**
 * Keys come from the envelope, which every copy has; names from parts, which can be erased. A name is read only in the
 * entry that enrols its person: nobody renames a colleague.
 */
function memberRows(
  { envelope }: SignedEntry,
  bodies: readonly BodyOf[],
  give: (table: ProjectionRow['table'], row: ProjectionRow['row']) => ProjectionRow,
): readonly ProjectionRow[] {
  const rows: ProjectionRow[] = [];
  for (const fact of membershipOf(envelope) ?? []) {
    switch (fact.type) {
      case 'person':
        rows.push(give('person', { person: fact.person, name: nameIn(bodies, fact.person) ?? null }));
        break;
      case 'device':
        rows.push(
          give('device', { key: envelope.device, person: envelope.person, checkpoint_key: fact.checkpointKey }),
        );
        break;
      // Removal is kept and verified; what it sets aside is decided where several people share a workspace.
      case 'person-removal':
      case 'device-removal':
        break;
    }
  }
  return rows;
}

function nameIn(bodies: readonly BodyOf[], person: PersonKey): string | undefined {
  const subject = personSubject(person);
  return bodies
    .filter(({ reference }) => isOf(reference, subject))
    .map(({ value }) => readPersonNameBody(value))
    .findLast((named) => named?.person === person)?.name;
}

function isOf(reference: PartReference, subject: SubjectId): boolean {
  return reference.of.includes(subject);
}
