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
import { type LogHead, LogStore } from './log-store.ts';
import { getPart, parseBody } from './part-store.ts';
import { type ProjectionName, tableNamer } from './projection-schema.ts';
import { currentGeneration, dumpDigest, placedAfter } from './projections.ts';
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
  readonly persons: readonly { readonly person: PersonKey; readonly name: string | null }[];
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

/** Everything that reads the vault, by name. Each runs in one transaction, so that it sees one state. */
export const queries = {
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
      persons: db
        .prepare(`SELECT person, name FROM ${table(db, 'person')} ORDER BY ord, device, seq`)
        .all<Row>()
        .flatMap((row) => {
          const person = parseId('PersonKey', row['person']);
          return person === undefined ? [] : [{ person, name: row['name'] === null ? null : textOf(row, 'name') }];
        }),
    };
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
        : `AND s.source IN (SELECT source FROM ${table(db, 'collection_source')} WHERE collection = ?)`;
    const rows = db
      .prepare(
        `SELECT s.* FROM ${table(db, 'source')} s
         WHERE (s.ord, s.device, s.seq, s.source) > (${AFTER}) ${within}
         ORDER BY s.ord, s.device, s.seq, s.source LIMIT ?`,
      )
      .all<Row>([
        ...afterSource(db, request.after),
        ...(request.collection === undefined ? [] : [request.collection]),
        limit + 1,
      ]);
    return page(
      rows.map((row) => sourceRow(db, row)),
      limit,
      (each) => each.source,
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
      .prepare(`SELECT reading FROM ${table(db, 'suggestion')} WHERE layer = ?`, { pluck: true })
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
         LEFT JOIN ${table(db, 'collection_source')} m USING (collection) GROUP BY c.collection ORDER BY c.name, c.collection`,
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
         WHERE m.source = ? ORDER BY c.name`,
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
      const parts = entry.envelope.parts.flatMap(({ commitment }) => {
        const part = getPart(db, commitment);
        return part === undefined ? [] : [{ commitment, ...part }];
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
  brief: (db: Database, _workspace: WorkspaceId, { brief }: { readonly brief: SubjectId }): readonly unknown[] => {
    const parts = db.prepare(`SELECT parts FROM ${table(db, 'brief')} WHERE brief = ?`, { pluck: true }).get([brief]);
    if (typeof parts !== 'string') return [];
    const references: unknown = JSON.parse(parts);
    if (!Array.isArray(references)) return [];
    return references.map((reference: unknown) => {
      const commitment =
        typeof reference === 'object' && reference !== null && 'commitment' in reference
          ? parseId('Sha256', reference.commitment)
          : undefined;
      const part = commitment && getPart(db, commitment);
      return part && parseBody(part.body);
    });
  },

  /** Digest of the canonical dump of every projection. */
  dump: (db: Database): { readonly digest: Sha256; readonly rows: number } => {
    const generation = currentGeneration(db);
    if (generation === undefined) throw new Error('the vault has no projections');
    return dumpDigest({ db, generation });
  },
} as const;

const AFTER = 'SELECT ?, ?, ?, ?';

function table(db: Database, name: ProjectionName): string {
  const generation = currentGeneration(db);
  if (generation === undefined) throw new Error('the vault has no projections');
  return tableNamer(generation)(name);
}

function pageLimit({ limit }: PageRequest): number {
  return Math.min(MOST, Math.max(1, Math.floor(limit ?? 100)));
}

function page<T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: key(last) } : { items };
}

function afterSource(db: Database, after: string | undefined): readonly (string | number)[] {
  const source = parseSourceId(after);
  const row =
    source === undefined
      ? undefined
      : db.prepare(`SELECT ord, device, seq FROM ${table(db, 'source')} WHERE source = ?`).get<Row>([source]);
  if (row === undefined || source === undefined) return [-1, '', -1, ''];
  return [numberOf(row, 'ord'), textOf(row, 'device'), numberOf(row, 'seq'), source];
}

function sourceRow(db: Database, row: Row): SourceRow {
  const source = parseSourceId(row['source']);
  const record = readCaptureRecord(JSON.parse(textOf(row, 'record')));
  const device = parseId('DeviceKey', row['device']);
  if (source === undefined || record === undefined || device === undefined) throw new Error('a source row is not one');
  const layer = db
    .prepare(
      `SELECT content, record FROM ${table(db, 'layer')} WHERE source = ? ORDER BY ord DESC, device DESC, seq DESC LIMIT 1`,
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
