import type Database from '@signalapp/sqlcipher';
import {
  type CollectionId,
  type DeviceKey,
  type LayerId,
  type LeafHash,
  type PersonKey,
  parseCollectionId,
  parseId,
  parseSourceId,
  type Sha256,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { type CaptureRecord, readCaptureRecord, readEnvelope } from '../preserve/index.ts';
import { type LayerRecord, type ReadingRecord, readLayerRecord, readReadingRecord } from '../read/index.ts';
import { careQueries } from './care-queries.ts';
import { isErasingUnfinished } from './erasing.ts';
import type { HeadState } from './head.ts';
import { compareWithHead, type HeadMismatch } from './head-check.ts';
import { type LogHead, LogStore } from './log-store.ts';
import { findPart, getPart, openPart, parseBody } from './part-store.ts';
import { type ProjectionName, tableName } from './projection-schema.ts';
import { currentProjections, dumpDigest, type Projections, placedAfter } from './projections.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';

/** Some of a list, and where the rest goes on. `next` is absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface PageRequest {
  readonly after?: string | undefined;
  /** At most 500. */
  readonly limit?: number | undefined;
}

/** Where an entry stands: shown as "entry 12 of device 3f9a…". */
export interface LogPosition {
  readonly device: DeviceKey;
  readonly seq: number;
  readonly order: number;
  readonly at: string;
}

/** A source with its newest layer and reading. Title, file name and the rest are raw text: not for publication. */
export interface SourceRow {
  readonly source: SourceId;
  readonly record: CaptureRecord;
  readonly person: PersonKey | undefined;
  readonly position: LogPosition;
  readonly layer: (LayerRecord & { readonly content: Sha256 }) | undefined;
  readonly reading: ReadingRecord | undefined;
}

export interface CollectionRow {
  readonly collection: CollectionId;
  readonly name: string;
  readonly sources: number;
}

export interface LogRow {
  readonly device: DeviceKey;
  readonly seq: number;
  readonly order: number;
  readonly at: string;
  readonly kind: string;
  readonly person: PersonKey | null;
  readonly parts: number;
}

export interface VaultStatus {
  readonly workspace: WorkspaceId;
  readonly entries: number;
  readonly waiting: number;
  readonly sources: number;
  readonly heads: readonly LogHead[];
  readonly forks: readonly { readonly device: DeviceKey; readonly seq: number }[];
  readonly persons: readonly MemberRow[];
  /** Whether an erasure was interrupted and is to be finished (`Vault.finishErasing`). */
  readonly erasing: boolean;
}

/** Somebody who was enrolled. */
export interface MemberRow {
  readonly person: PersonKey;
  readonly name: string | null;
  /** Whether what they write counts no longer, or never did. */
  readonly removed: boolean;
}

/** How a device's log stands: how many ends it has, and how it falls short of a head. */
export interface Standing {
  /** 0 before the device's first entry; several when its log is forked. */
  readonly ends: number;
  readonly mismatch: HeadMismatch | undefined;
}

export interface BlobRow {
  readonly name: string;
  readonly source: SourceId;
  readonly length: number;
  readonly wrappedKey: Uint8Array;
}

export interface EntryWithParts {
  readonly leaf: LeafHash;
  readonly bytes: Uint8Array;
  readonly parts: readonly { readonly commitment: Sha256; readonly salt: Uint8Array; readonly body: Uint8Array }[];
}

const MOST = 500;

const recordQueries = {
  status: (db: Database, workspace: WorkspaceId): VaultStatus => {
    const log = new LogStore(db, workspace);
    const one = (sql: string): number => Number(db.prepare(sql, { pluck: true }).get());
    return {
      workspace,
      entries: one('SELECT COUNT(*) FROM placement'),
      waiting: log.waiting(),
      sources: one(`SELECT COUNT(*) FROM ${table(db, 'source')}`),
      heads: log.heads(),
      forks: log.forks(),
      persons: memberRows(db, log),
      erasing: isErasingUnfinished(db),
    };
  },

  /** How a device's log stands beside the head that was read from its file. */
  standing: (
    db: Database,
    workspace: WorkspaceId,
    { device, head }: { readonly device: DeviceKey; readonly head: HeadState | undefined },
  ): Standing => {
    const log = new LogStore(db, workspace);
    return { ends: log.headsOf(device).length, mismatch: head && compareWithHead(log, head) };
  },

  sources: (
    db: Database,
    _workspace: WorkspaceId,
    request: PageRequest & { readonly collection?: CollectionId | undefined },
  ): Page<SourceRow> => {
    const limit = pageLimit(request);
    const within =
      request.collection === undefined
        ? ''
        : `AND s.source IN (SELECT source FROM ${table(db, 'collection_source')} WHERE collection = ? AND member = 1)`;
    const rows = db
      .prepare(
        `SELECT s.* FROM ${table(db, 'source')} s
         WHERE (s.ord, s.device, s.seq, s.source) > (?, ?, ?, ?) ${within}
         ORDER BY s.ord, s.device, s.seq, s.source LIMIT ?`,
      )
      .all<Row>([
        ...placeOf(request.after),
        ...(request.collection === undefined ? [] : [request.collection]),
        limit + 1,
      ]);
    return page(
      rows.map((row) => sourceRow(db, row)),
      limit,
      ({ source, position: { order, device, seq } }) => `${order}/${device}/${seq}/${source}`,
    );
  },

  /** A source by its id; undefined when there is none. */
  source: (db: Database, _workspace: WorkspaceId, { source }: { readonly source: SourceId }): SourceRow | undefined => {
    const row = db.prepare(`SELECT * FROM ${table(db, 'source')} WHERE source = ?`).get<Row>([source]);
    return row === undefined ? undefined : sourceRow(db, row);
  },

  /** Sources whose id begins with these hexadecimal digits; at most ten. */
  sourcesByPrefix: (
    db: Database,
    _workspace: WorkspaceId,
    { prefix }: { readonly prefix: string },
  ): readonly SourceRow[] =>
    /^[0-9a-f]{1,32}$/.test(prefix)
      ? db
          .prepare(`SELECT * FROM ${table(db, 'source')} WHERE source >= ? AND source < ? ORDER BY source LIMIT 10`)
          .all<Row>([prefix, `${prefix}g`])
          .map((row) => sourceRow(db, row))
      : [],

  /** The source that holds these bytes; undefined when none does. */
  sourceWith: (
    db: Database,
    _workspace: WorkspaceId,
    { sha256 }: { readonly sha256: Sha256 },
  ): SourceRow | undefined => {
    const row = db
      .prepare(`SELECT * FROM ${table(db, 'source')} WHERE sha256 = ? ORDER BY ord, device, seq LIMIT 1`)
      .get<Row>([sha256]);
    return row === undefined ? undefined : sourceRow(db, row);
  },

  /** A layer as canonical JSON; undefined when there is none, or its text was erased. */
  layer: (db: Database, _workspace: WorkspaceId, { layer }: { readonly layer: LayerId }): string | undefined => {
    const content = db
      .prepare(`SELECT content FROM ${table(db, 'layer')} WHERE layer = ?`, { pluck: true })
      .get([layer]);
    const commitment = parseId('Sha256', content);
    const part = commitment && getPart(db, commitment);
    return part === undefined ? undefined : new TextDecoder().decode(part.body);
  },

  /** The cached reading of a layer as canonical JSON; undefined when it was not read, or the cache was dropped. */
  reading: (db: Database, _workspace: WorkspaceId, { layer }: { readonly layer: LayerId }): string | undefined => {
    const json = db
      .prepare(
        `SELECT s.reading FROM ${table(db, 'reading')} r JOIN ${table(db, 'suggestion')} s
         ON s.layer = r.layer AND s.output = r.output WHERE r.layer = ?`,
        { pluck: true },
      )
      .get([layer]);
    return typeof json === 'string' ? json : undefined;
  },

  blob: (db: Database, _workspace: WorkspaceId, { source }: { readonly source: SourceId }): BlobRow | undefined => {
    const row = db
      .prepare('SELECT name, source, length, wrapped_key FROM blob WHERE source = ?')
      .get<Row>([bytesOf(source)]);
    return row === undefined ? undefined : blobRow(row);
  },

  blobs: (db: Database, _workspace: WorkspaceId, request: PageRequest): Page<BlobRow> => {
    const limit = pageLimit(request);
    const rows = db
      .prepare('SELECT name, source, length, wrapped_key FROM blob WHERE name > ? ORDER BY name LIMIT ?')
      .all<Row>([request.after ?? '', limit + 1]);
    return page(rows.map(blobRow), limit, (each) => each.name);
  },

  collections: (db: Database): readonly CollectionRow[] =>
    db
      .prepare(
        `SELECT c.collection, c.name, COUNT(m.source) AS sources FROM ${table(db, 'collection')} c
         LEFT JOIN ${table(db, 'collection_source')} m ON m.collection = c.collection AND m.member = 1
         GROUP BY c.collection ORDER BY c.name, c.collection`,
      )
      .all<Row>()
      .flatMap((row) => {
        const collection = parseCollectionId(row['collection']);
        return collection === undefined
          ? []
          : [{ collection, name: textOf(row, 'name'), sources: numberOf(row, 'sources') }];
      }),

  /** Collections that a source is in. */
  collectionsOf: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly string[] =>
    db
      .prepare(
        `SELECT c.name FROM ${table(db, 'collection_source')} m JOIN ${table(db, 'collection')} c USING (collection)
         WHERE m.source = ? AND m.member = 1 ORDER BY c.name`,
        { pluck: true },
      )
      .all([source])
      .map(String),

  /** The newest entries first. */
  log: (db: Database, workspace: WorkspaceId, request: PageRequest): Page<LogRow> => {
    const limit = pageLimit(request);
    const after = parseId('LeafHash', request.after);
    const where =
      after === undefined
        ? ''
        : 'WHERE (p.ord, p.device, p.seq, p.leaf) < (SELECT ord, device, seq, leaf FROM placement WHERE leaf = ?)';
    const rows = db
      .prepare(
        `SELECT p.leaf, e.bytes FROM placement p JOIN entry e USING (leaf) ${where}
         ORDER BY p.ord DESC, p.device DESC, p.seq DESC, p.leaf DESC LIMIT ?`,
      )
      .all<Row>([...(after === undefined ? [] : [bytesOf(after)]), limit + 1]);
    const items = rows.map((row) => {
      const read = readEnvelope(blobOf(row, 'bytes'), workspace);
      if (!read.ok) throw new Error(`a stored entry no longer reads: ${read.error.type}`);
      const { device, seq, order, at, kind, person, parts } = read.value.envelope;
      return { leaf: read.value.leaf, row: { device, seq, order, at, kind, person, parts: parts.length } };
    });
    const { items: kept, next } = page(items, limit, (each) => each.leaf);
    return { items: kept.map(({ row }) => row), ...(next !== undefined && { next }) };
  },

  /** Placed entries in the order of projection, with the parts that are here: what another copy may be given. */
  entries: (db: Database, workspace: WorkspaceId, request: PageRequest): Page<EntryWithParts> => {
    const limit = pageLimit(request);
    const log = new LogStore(db, workspace);
    const leaves = placedAfter(db, parseId('LeafHash', request.after), limit + 1);
    const { items, next } = page(leaves, limit, (leaf) => leaf);
    const found = items.map((leaf) => {
      const entry = log.entry(leaf);
      if (entry === undefined) throw new Error('a placed entry is not in the record');
      const { workspace: of, device } = entry.envelope;
      // Only what opens under this entry: one that copied a commitment must not carry another's words out.
      const parts = entry.envelope.parts.flatMap((reference) => {
        const found = findPart(db, { workspace: of, device, reference }, leaf);
        return found.type === 'here' ? [{ commitment: reference.commitment, ...found.part }] : [];
      });
      return { leaf, bytes: entry.bytes, parts };
    });
    return { items: found, ...(next !== undefined && { next }) };
  },

  /** Checkpoints as signed notes, newest of each device. */
  checkpoints: (db: Database): readonly string[] =>
    db
      .prepare(
        `SELECT note FROM checkpoint JOIN (SELECT device, MAX(size) AS size FROM checkpoint GROUP BY device) last
         USING (device, size) ORDER BY device`,
        { pluck: true },
      )
      .all()
      .map(String),

  /** The bodies that parts of a brief's entry hold, in their order; undefined in place of an erased one. */
  brief: (db: Database, workspace: WorkspaceId, { brief }: { readonly brief: SubjectId }): readonly unknown[] => {
    const row = db.prepare(`SELECT leaf FROM ${table(db, 'brief')} WHERE brief = ?`).get<Row>([brief]);
    const leaf = parseId('LeafHash', row?.['leaf']);
    const entry = leaf && new LogStore(db, workspace).entry(leaf);
    if (entry === undefined) return [];
    const { device, parts } = entry.envelope;
    return parts.map((reference) => {
      const body = openPart(db, { workspace, device, reference });
      return body && parseBody(body);
    });
  },

  /** Digest of the canonical dump of every projection. */
  dump: (db: Database): { readonly digest: Sha256; readonly rows: number } => dumpDigest(projections(db)),
} as const;

/** Everything that reads the vault, by name. Each runs in one transaction, so that it sees one state. */
export const queries: typeof recordQueries & typeof careQueries = { ...recordQueries, ...careQueries };

function projections(db: Database): Projections {
  const current = currentProjections(db);
  if (current === undefined) throw new Error('the vault has no projections');
  return current;
}

function table(db: Database, name: ProjectionName): string {
  return tableName(name, projections(db).generation);
}

/** Persons in the order in which they were enrolled, each by the earliest enrolment whose name is here. */
function memberRows(db: Database, log: LogStore): readonly MemberRow[] {
  const names = new Map<PersonKey, string | null>();
  const rows = db.prepare(`SELECT person, name FROM ${table(db, 'person')} ORDER BY ord, device, seq, leaf`).all<Row>();
  for (const row of rows) {
    const person = parseId('PersonKey', row['person']);
    if (person === undefined) continue;
    names.set(person, names.get(person) ?? (row['name'] === null ? null : textOf(row, 'name')));
  }
  return [...names].map(([person, name]) => ({ person, name, removed: log.setAside.isRemoved(person) }));
}

function pageLimit({ limit }: PageRequest): number {
  return Math.min(MOST, Math.max(1, Math.floor(limit ?? 100)));
}

function page<T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: key(last) } : { items };
}

/** The place after which a page of sources begins: its own words, not a row's, since a row can be erased meanwhile. */
function placeOf(after: string | undefined): readonly (string | number)[] {
  const [order, device, seq, source] = after?.split('/') ?? [];
  if (device === undefined || source === undefined) return [-1, '', -1, ''];
  return [Number(order), device, Number(seq), source];
}

function sourceRow(db: Database, row: Row): SourceRow {
  const source = parseSourceId(row['source']);
  const record = readCaptureRecord(JSON.parse(textOf(row, 'record')));
  const device = parseId('DeviceKey', row['device']);
  if (source === undefined || record === undefined || device === undefined) throw new Error('a source row is not one');
  const layer = db
    .prepare(
      `SELECT content, record FROM ${table(db, 'layer')} WHERE source = ? ORDER BY ord DESC, device DESC, seq DESC, leaf DESC LIMIT 1`,
    )
    .get<Row>([source]);
  const layerRecord = layer && readLayerRecord(JSON.parse(textOf(layer, 'record')));
  const content = layer && parseId('Sha256', layer['content']);
  const reading =
    layerRecord &&
    db.prepare(`SELECT record FROM ${table(db, 'reading')} WHERE layer = ?`, { pluck: true }).get([layerRecord.layer]);
  return {
    source,
    record,
    person: parseId('PersonKey', row['person']),
    position: { device, seq: numberOf(row, 'seq'), order: numberOf(row, 'ord'), at: textOf(row, 'at') },
    layer: layerRecord && content && { ...layerRecord, content },
    reading: typeof reading === 'string' ? readReadingRecord(JSON.parse(reading)) : undefined,
  };
}

function blobRow(row: Row): BlobRow {
  const source = parseSourceId(Buffer.from(blobOf(row, 'source')).toString('hex'));
  if (source === undefined) throw new Error('a blob row names no source');
  return { name: textOf(row, 'name'), source, length: numberOf(row, 'length'), wrappedKey: blobOf(row, 'wrapped_key') };
}
