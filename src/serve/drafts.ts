import {
  type CollectionId,
  canonicalJson,
  type Json,
  type PersonKey,
  type SourceId,
  type SubjectId,
} from '../base/index.ts';
import {
  type ApprovalRecord,
  type CaptureRecord,
  type DeviceRemoval,
  type IntakeReceipt,
  type KeptSearch,
  MOST_ERASED,
  type PersonEnrolment,
  type PersonRemoval,
  type RetentionRecord,
  type SealingKeyRecord,
  type SettingRecord,
} from '../preserve/index.ts';
import type {
  AssistantAnswered,
  AssistantAsked,
  AssistantProposals,
  AssistantSetting,
  LayerRecord,
  ReadingRecord,
} from '../read/index.ts';
import { type EntryDraft, personName, personSubject } from '../vault/index.ts';
import { REVIEW_KIND, type ReviewRecord, readReviewRecord, type WithdrawalRecord } from '../weigh/index.ts';

/** A source came here: signed by the person who captured it. */
export function sourceAdded(record: CaptureRecord, at: string): EntryDraft {
  return entry('source-added', true, at, [{ of: [record.source], value: record }]);
}

/** A person asked for the protected words of a source, which were veiled until then. */
export function sourceRevealed(source: SourceId, at: string): EntryDraft {
  return entry('source-revealed', true, at, [{ of: [source], value: { type: 'revealed', source } }]);
}

/** A layer was made: what it is, and the layer itself. */
export function layerMade(record: LayerRecord, content: Uint8Array, at: string): EntryDraft {
  const draft = entry('layer-made', false, at, [{ of: [record.source], value: record }]);
  return { ...draft, parts: [...draft.parts, { of: [record.source], body: content }] };
}

/** A reader read a layer. */
export function readingMade(record: ReadingRecord, at: string): EntryDraft {
  return entry('reading-made', false, at, [{ of: [record.source], value: record }]);
}

/** A collection has a name. */
export function collectionNamed(collection: CollectionId, name: string, at: string): EntryDraft {
  return entry('collection-changed', true, at, [{ of: [collection], value: { type: 'collection', collection, name } }]);
}

/** Sources were put into a collection or taken out of it. */
export function collectionFilled(
  collection: CollectionId,
  sources: readonly SourceId[],
  member: boolean,
  at: string,
): EntryDraft {
  const parts = sources.map((source) => ({
    of: [collection, source],
    value: { type: 'collection-source', collection, source, member },
  }));
  return entry('collection-changed', true, at, parts);
}

/** An intake ended, with these counts. */
export function intakeReceived(receipt: IntakeReceipt, at: string): EntryDraft {
  return entry('intake-received', true, at, [{ of: [receipt.receipt], value: receipt }]);
}

/**
 * Subjects are erased: why, and lists of what. The parts of the lists are never kept; what they are `of` stands in the
 * envelope, so that every copy knows. Several entries when there are more subjects than one takes.
 */
export function subjectsErased(
  erasure: SubjectId,
  subjects: readonly SubjectId[],
  { reason, at }: { readonly reason: string | null; readonly at: string },
): readonly EntryDraft[] {
  const drafts: EntryDraft[] = [];
  for (let from = 0; from < subjects.length; from += MOST_ERASED) {
    const some = subjects.slice(from, from + MOST_ERASED);
    drafts.push(
      entry('erasure', true, at, [
        { of: [erasure], value: { type: 'erasure', erasure, reason } },
        { of: some, value: {} },
      ]),
    );
  }
  return drafts;
}

/** A search is kept as a standing question, or its matches were looked at. */
export function searchKept(kept: KeptSearch, at: string): EntryDraft {
  const of = kept.collection === null ? [kept.search] : [kept.search, kept.collection];
  return entry('search-kept', true, at, [{ of, value: kept }]);
}

/** The assistant is turned on for this device, or off. */
export function assistantSet(record: Omit<AssistantSetting, 'type'>, at: string): EntryDraft {
  return entry('assistant-set', true, at, [{ of: [record.subject], value: { type: 'assistant', ...record } }]);
}

/** Somebody is about to have an assistant asked about a source: counted, and `of` the call alone. */
export function assistantAsked(record: Omit<AssistantAsked, 'type'>, at: string): EntryDraft {
  return entry('assistant-asked', true, at, [{ of: [record.call], value: { type: 'assistant-asked', ...record } }]);
}

/** How a call went, and what it proposes: the work of a machine. The second part goes with its source. */
export function assistantAnswered(
  record: Omit<AssistantAnswered, 'type'>,
  proposals: Omit<AssistantProposals, 'type' | 'call'>,
  at: string,
): EntryDraft {
  const { call } = record;
  return entry('assistant-answered', false, at, [
    { of: [call], value: { type: 'assistant-answered', ...record } },
    { of: [call, proposals.source], value: { type: 'assistant-proposals', call, ...proposals } },
  ]);
}

/** A second person says yes to what is recorded under an id. */
export function approvalGiven(record: Omit<ApprovalRecord, 'type'>, signer: Uint8Array, at: string): EntryDraft {
  const value = { type: 'approval', ...record };
  return { ...entry('approval', true, at, [{ of: [record.approval], value }]), signer };
}

/** A collection is kept so many days; none takes the rule back. */
export function retentionSet(record: Omit<RetentionRecord, 'type'>, at: string): EntryDraft {
  return entry('retention-set', true, at, [{ of: [record.collection], value: { type: 'retention', ...record } }]);
}

/** The workspace is run in another way from here on. */
export function settingChanged(record: Omit<SettingRecord, 'type'>, at: string): EntryDraft {
  return entry('setting-changed', true, at, [{ of: [record.subject], value: { type: 'setting', ...record } }]);
}

/** Somebody's logs, or one device's, end at these heads. */
export function removalStated(
  fact: PersonRemoval | DeviceRemoval,
  { at, signer }: { readonly at: string; readonly signer?: Uint8Array | undefined },
): EntryDraft {
  const kind = fact.type === 'person-removal' ? 'person-removed' : 'device-removed';
  return { kind, personal: true, at, members: [fact], parts: [], ...(signer !== undefined && { signer }) };
}

/** A brief was drafted, by the machine: nobody has signed for what it says. */
export function briefDrafted(
  parts: readonly { readonly of: readonly SubjectId[]; readonly body: Json }[],
  at: string,
): EntryDraft {
  return entry(
    'brief-drafted',
    false,
    at,
    parts.map(({ of, body }) => ({ of, value: body })),
  );
}

/** A person says to which age recipient their bundles are to be sealed. */
export function sealingKeyStated(person: PersonKey, recipient: string, at: string): EntryDraft {
  return entry('sealing-key-stated', true, at, [sealingKeyPart(person, recipient)]);
}

/** Somebody is enrolled: by name, when they gave one, and with the recipient of their vault, when they have one. */
export function personEnrolled(
  fact: PersonEnrolment,
  { name, recipient }: { readonly name: string | null; readonly recipient: string | null },
  at: string,
): EntryDraft {
  const draft = entry('person-enrolled', true, at, recipient === null ? [] : [sealingKeyPart(fact.person, recipient)]);
  const named = name === null ? [] : [personName(fact.person, name)];
  return { ...draft, members: [fact], parts: [...named, ...draft.parts] };
}

/** A person reviews a claim, or takes a review back. Throws when the record is not one that is read again. */
export function claimReviewed(record: ReviewRecord | WithdrawalRecord, at: string): EntryDraft {
  if (readReviewRecord(record) === undefined) throw new Error('a review was made that nobody would read');
  return entry(REVIEW_KIND, true, at, [{ of: [record.source], value: record }]);
}

/** Most parts that one entry takes (docs/preserve.md, P2), with room. */
export const MOST_PARTS = 4000;

function sealingKeyPart(person: PersonKey, recipient: string): { of: readonly SubjectId[]; value: SealingKeyRecord } {
  return { of: [personSubject(person)], value: { type: 'sealing-key', person, recipient } };
}

function entry(
  kind: string,
  personal: boolean,
  at: string,
  parts: readonly { readonly of: readonly SubjectId[]; readonly value: unknown }[],
): EntryDraft {
  return {
    kind,
    personal,
    at,
    parts: parts.map(({ of, value }) => ({ of, body: new TextEncoder().encode(canonicalJson(value)) })),
  };
}
