import type Database from '@signalapp/sqlcipher';
import {
  type CollectionId,
  type DeviceKey,
  idFromBytes,
  type PersonKey,
  parseCollectionId,
  parseId,
  parseSourceId,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { readCaptureRecord, type SeenHead } from '../preserve/index.ts';
import { LogStore } from './log-store.ts';
import { tableIn } from './projections.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';

/** What is kept of some subjects. */
export interface HeldCounts {
  readonly parts: number;
  readonly blobs: number;
  /** Bytes of what the blobs hold. */
  readonly bytes: number;
  /** Readings in the cache. */
  readonly readings: number;
  /** Briefs that cite one of them, and collections that hold one. */
  readonly briefs: number;
  readonly collections: number;
}

export interface ErasureRow {
  readonly erasure: SubjectId;
  readonly person: PersonKey;
  readonly reason: string | null;
  readonly subjects: number;
  readonly at: string;
  readonly order: number;
}

export interface RetentionRow {
  readonly collection: CollectionId;
  readonly name: string;
  readonly days: number;
  readonly reason: string | null;
}

/** A source that has been kept as long as a rule says. */
export interface DueRow {
  readonly source: SourceId;
  readonly collection: CollectionId;
  readonly capturedAt: string;
  /** Milliseconds since 1970: when it fell due. */
  readonly due: number;
}

export interface DeviceRow {
  readonly device: DeviceKey;
  readonly person: PersonKey | undefined;
  /** Entries here; 0 when none is placed. */
  readonly entries: number;
  /** What its newest entry here claims for a time. */
  readonly heardAt: string | undefined;
  readonly removed: boolean;
}

/** A removal that was stated, whether it holds yet or not. */
export interface RemovalRow {
  readonly role: 'person' | 'device';
  readonly key: PersonKey | DeviceKey;
  readonly by: PersonKey;
  readonly heads: readonly SeenHead[];
  readonly holds: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Questions about people, devices, erasing and keeping. */
export const careQueries = {
  /** What is kept of these subjects: nothing any more once they were erased. */
  held: (
    db: Database,
    workspace: WorkspaceId,
    { subjects }: { readonly subjects: readonly SubjectId[] },
  ): HeldCounts => {
    const log = new LogStore(db, workspace);
    const counts = { parts: 0, blobs: 0, bytes: 0, readings: 0 };
    const briefs = new Set<string>();
    const collections = new Set<string>();
    for (const subject of subjects) {
      const of = bytesOf(subject);
      const parts = db.prepare('SELECT COUNT(*) FROM part_subject WHERE subject = ?', { pluck: true }).get([of]);
      counts.parts += Number(parts);
      for (const row of db.prepare('SELECT length FROM blob WHERE source = ?').all<Row>([of])) {
        counts.blobs++;
        counts.bytes += numberOf(row, 'length');
      }
      const cached = db.prepare(`SELECT COUNT(*) FROM ${tableIn(db, 'suggestion')} WHERE source = ?`, { pluck: true });
      counts.readings += Number(cached.get([subject]));
      const shared = db
        .prepare('SELECT p.leaf, s.commitment FROM part_subject s JOIN part p USING (commitment) WHERE s.subject = ?')
        .all<Row>([of]);
      for (const row of shared) {
        const entry = log.entry(idFromBytes('LeafHash', blobOf(row, 'leaf')));
        const commitment = idFromBytes('Sha256', blobOf(row, 'commitment'));
        const parts = entry?.envelope.parts ?? [];
        for (const id of parts.find((part) => part.commitment === commitment)?.of ?? [])
          if (id !== subject && has(db, 'collection', id)) collections.add(id);
        // The sentences of one source are of that source alone: which brief they stand in, the parts beside them say.
        if (entry?.envelope.kind !== 'brief-drafted') continue;
        for (const id of parts.flatMap(({ of: subjects }) => subjects)) if (has(db, 'brief', id)) briefs.add(id);
      }
    }
    return { ...counts, briefs: briefs.size, collections: collections.size };
  },

  /** Erasures whose reason is here, newest first. */
  erasures: (db: Database): readonly ErasureRow[] =>
    db
      .prepare(`SELECT * FROM ${tableIn(db, 'erasure')} ORDER BY ord DESC, device DESC, seq DESC`)
      .all<Row>()
      .flatMap((row) => {
        const [erasure, person] = [parseId('SubjectId', row['erasure']), parseId('PersonKey', row['person'])];
        if (erasure === undefined || person === undefined) return [];
        const reason = row['reason'] === null ? null : textOf(row, 'reason');
        return [
          {
            erasure,
            person,
            reason,
            subjects: numberOf(row, 'subjects'),
            at: textOf(row, 'at'),
            order: numberOf(row, 'ord'),
          },
        ];
      }),

  /** Rules of keeping, by name of the collection. */
  retention: (db: Database): readonly RetentionRow[] =>
    db
      .prepare(
        `SELECT r.collection, c.name, r.days, r.reason FROM ${tableIn(db, 'retention')} r
         JOIN ${tableIn(db, 'collection')} c USING (collection) WHERE r.days IS NOT NULL ORDER BY c.name, r.collection`,
      )
      .all<Row>()
      .flatMap((row) => {
        const collection = parseCollectionId(row['collection']);
        const reason = row['reason'] === null ? null : textOf(row, 'reason');
        return collection === undefined
          ? []
          : [{ collection, name: textOf(row, 'name'), days: numberOf(row, 'days'), reason }];
      }),

  /** Sources that have fallen due under any rule at a moment (milliseconds since 1970), oldest first. */
  due: (db: Database, _workspace: WorkspaceId, { now }: { readonly now: number }): readonly DueRow[] =>
    db
      .prepare(
        `SELECT s.source, s.record, r.collection, r.days FROM ${tableIn(db, 'retention')} r
         JOIN ${tableIn(db, 'collection_source')} m ON m.collection = r.collection AND m.member = 1
         JOIN ${tableIn(db, 'source')} s ON s.source = m.source WHERE r.days IS NOT NULL`,
      )
      .all<Row>()
      .flatMap((row): DueRow[] => {
        const [source, collection] = [parseSourceId(row['source']), parseCollectionId(row['collection'])];
        const record = readCaptureRecord(JSON.parse(textOf(row, 'record')));
        if (source === undefined || collection === undefined || record === undefined) return [];
        const due = Date.parse(record.capturedAt) + numberOf(row, 'days') * DAY_MS;
        return due > now ? [] : [{ source, collection, capturedAt: record.capturedAt, due }];
      })
      .sort((a, b) => a.due - b.due || (a.source < b.source ? -1 : 1)),

  /** A setting of the workspace; undefined when nobody made it. */
  setting: (db: Database, _workspace: WorkspaceId, { name }: { readonly name: string }): string | undefined => {
    const value = db.prepare(`SELECT value FROM ${tableIn(db, 'setting')} WHERE name = ?`, { pluck: true }).get([name]);
    return typeof value === 'string' ? value : undefined;
  },

  /** Every device that was enrolled, in the order of the record. */
  devices: (db: Database, workspace: WorkspaceId): readonly DeviceRow[] => {
    const log = new LogStore(db, workspace);
    const rows = db
      .prepare(`SELECT key, person FROM ${tableIn(db, 'device')} ORDER BY ord, device, seq, leaf`)
      .all<Row>();
    return rows.flatMap((row): DeviceRow[] => {
      const device = parseId('DeviceKey', row['key']);
      if (device === undefined) return [];
      const ends = log.headsOf(device);
      const newest = ends.toSorted((a, b) => b.order - a.order)[0];
      const entry = newest && log.entry(newest.leaf);
      const removed = log.setAside.holding().some(({ key }) => key === device);
      const person = parseId('PersonKey', row['person']);
      return [
        {
          device,
          person,
          entries: Math.max(0, ...ends.map(({ size }) => size)),
          heardAt: entry?.envelope.at,
          removed: removed || (person !== undefined && log.setAside.isRemoved(person)),
        },
      ];
    });
  },

  /** Every removal that was stated, in the order of the record. */
  removals: (db: Database, workspace: WorkspaceId): readonly RemovalRow[] => {
    const log = new LogStore(db, workspace);
    const holding = log.setAside.holding();
    return log.setAside.statements().map(({ role, key, by, heads }) => ({
      role,
      key,
      by,
      heads,
      holds: holding.some((each) => each.key === key),
    }));
  },
} as const;

function has(db: Database, name: 'brief' | 'collection', id: SubjectId): boolean {
  return db.prepare(`SELECT 1 FROM ${tableIn(db, name)} WHERE "${name}" = ?`, { pluck: true }).get([id]) !== undefined;
}
