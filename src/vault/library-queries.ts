import type Database from '@signalapp/sqlcipher';
import {
  type LeafHash,
  type PersonKey,
  parseId,
  parseSourceId,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import {
  type ConsentChange,
  type DescriptionOrigin,
  type DescriptionRecord,
  readCaptureRecord,
  readConsentChange,
  readDescriptionRecord,
} from '../preserve/index.ts';
import { type PassageNote, readPassageNote } from '../read/index.ts';
import { LogStore } from './log-store.ts';
import { getPart } from './part-store.ts';
import { tableIn } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';

/** One answer about consent, as somebody recorded it. */
export interface ConsentRow {
  readonly record: ConsentChange;
  readonly person: PersonKey;
  readonly leaf: LeafHash;
  readonly order: number;
  readonly at: string;
}

/** A recorded brief, by what its sentences rest on. */
export interface BriefRow {
  readonly brief: SubjectId;
  readonly at: string;
  /** Each source with sentences in it, and whether those are still here: erasing a source takes them. */
  readonly rests: readonly { readonly source: SourceId; readonly here: boolean }[];
}

/** Questions about what persons say of sources beside their text, and about what rests on it. */
export const libraryQueries = {
  /** Later answers about the uses of one source, in the order of the record. */
  consentChanges: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly ConsentRow[] =>
    db
      .prepare(`SELECT * FROM ${tableIn(db, 'consent')} WHERE source = ? ORDER BY ord, device, seq, leaf, use`)
      .all<Row>([source])
      .map((row) => {
        const record = readConsentChange(JSON.parse(textOf(row, 'record')));
        const [leaf, person] = [parseId('LeafHash', row['leaf']), parseId('PersonKey', row['person'])];
        if (record === undefined || leaf === undefined || person === undefined)
          throw new Error('a row of consent is not one');
        return { record, person, leaf, order: numberOf(row, 'ord'), at: textOf(row, 'at') };
      }),

  /** Every source that is testimony: consent was recorded with it, or since. In the order of their ids. */
  testimonies: (db: Database): readonly SourceId[] => {
    const recorded = db
      .prepare(`SELECT source, record FROM ${tableIn(db, 'source')} WHERE json_type(record, '$.consent') = 'object'`)
      .all<Row>()
      .filter((row) => readCaptureRecord(JSON.parse(textOf(row, 'record')))?.consent !== null)
      .map((row) => textOf(row, 'source'));
    const since = db
      .prepare(
        `SELECT DISTINCT source FROM ${tableIn(db, 'consent')} WHERE source IN (SELECT source FROM ${tableIn(db, 'source')})`,
        { pluck: true },
      )
      .all()
      .map(String);
    return [...new Set([...recorded, ...since])]
      .sort()
      .map((source) => parseSourceId(source))
      .filter((source) => source !== undefined);
  },

  /** What libraries and sheets say of a source, in the order of the record. */
  descriptions: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly DescriptionRecord[] =>
    db
      .prepare(
        `SELECT record FROM ${tableIn(db, 'description')} WHERE source = ? ORDER BY ord, device, seq, leaf, item`,
      )
      .all<Row>([source])
      .map(descriptionOf),

  /** What a library says under one of its names: of one source, or of several where a record there has several files. */
  descriptionsOf: (
    db: Database,
    _workspace: WorkspaceId,
    { from, item }: { readonly from: DescriptionOrigin; readonly item: string },
  ): readonly DescriptionRecord[] =>
    db
      .prepare(
        `SELECT record FROM ${tableIn(db, 'description')} WHERE origin = ? AND item = ?
         AND source IN (SELECT source FROM ${tableIn(db, 'source')}) ORDER BY ord, device, seq, leaf`,
      )
      .all<Row>([from, item])
      .map(descriptionOf),

  /** Notes on the passages of a source, in the order of the record. */
  passageNotes: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly PassageNote[] =>
    db
      .prepare(
        `SELECT record FROM ${tableIn(db, 'passage_note')} WHERE source = ? ORDER BY ord, device, seq, leaf, item`,
      )
      .all<Row>([source])
      .map((row) => {
        const record = readPassageNote(JSON.parse(textOf(row, 'record')));
        if (record === undefined) throw new Error('a row of a note is not one');
        return record;
      }),

  /** Every recorded brief, the newest first; with `sources`, those that rest on one of them. */
  briefs: (
    db: Database,
    workspace: WorkspaceId,
    { sources }: { readonly sources: readonly SourceId[] | undefined },
  ): readonly BriefRow[] => {
    const log = new LogStore(db, workspace);
    const wanted = sources && new Set<string>(sources);
    return db
      .prepare(`SELECT brief, leaf, at FROM ${tableIn(db, 'brief')} ORDER BY ord DESC, device DESC, seq DESC`)
      .all<Row>()
      .flatMap((row): BriefRow[] => {
        const [brief, leaf] = [parseId('SubjectId', row['brief']), parseId('LeafHash', row['leaf'])];
        const entry = leaf && log.entry(leaf);
        if (brief === undefined || entry === undefined) return [];
        // Every part that is not of the brief itself holds the sentences of one source; the envelope keeps of which.
        const rests = entry.envelope.parts.flatMap(({ of, commitment }) => {
          const source = of.includes(brief) ? undefined : parseSourceId(of[0]);
          return source === undefined ? [] : [{ source, here: getPart(db, commitment) !== undefined }];
        });
        if (wanted !== undefined && !rests.some(({ source }) => wanted.has(source))) return [];
        return [{ brief, at: textOf(row, 'at'), rests }];
      });
  },
} as const;

function descriptionOf(row: Row): DescriptionRecord {
  const record = readDescriptionRecord(JSON.parse(textOf(row, 'record')));
  if (record === undefined) throw new Error('a row of a description is not one');
  return record;
}
