import type Database from '@signalapp/sqlcipher';
import {
  type CollectionId,
  type DeviceKey,
  type LayerId,
  type PersonKey,
  parseCollectionId,
  parseId,
  parseSourceId,
  type Sha256,
  type SourceId,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { type CaptureRecord, type LogSize, readCaptureRecord } from '../preserve/index.ts';
import { type LayerRecord, type ReadingRecord, readLayerRecord, readReadingRecord } from '../read/index.ts';
import { assistantQueries } from './assistant-queries.ts';
import { careQueries } from './care-queries.ts';
import { deskQueries } from './desk-queries.ts';
import { libraryQueries } from './library-queries.ts';
import { logQueries } from './log-queries.ts';
import { LogStore } from './log-store.ts';
import { type Page, type PageRequest, page, pageLimit } from './page.ts';
import { getPart, openPart, parseBody } from './part-store.ts';
import { dumpDigest, projectionsIn, tableIn } from './projections.ts';
import { reviewQueries } from './review-queries.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';
import { NOT_TRANSLATED } from './search-index.ts';
import { searchQueries } from './search-queries.ts';

/** Where an entry stands: shown as "entry 12 of device 3f9a…". */
export interface LogPosition {
  readonly device: DeviceKey;
  readonly seq: number;
  readonly order: number;
  readonly at: string;
}

/** A source with its newest layer and reading, translations left out: what it says in its own language. Title, file name and the rest are raw text: not for publication. */
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

export interface BlobRow {
  readonly name: string;
  readonly source: SourceId;
  readonly length: number;
  readonly wrappedKey: Uint8Array;
}

const recordQueries = {
  sources: (
    db: Database,
    _workspace: WorkspaceId,
    request: PageRequest & { readonly collection?: CollectionId | undefined },
  ): Page<SourceRow> => {
    const limit = pageLimit(request);
    const within =
      request.collection === undefined
        ? ''
        : `AND s.source IN (SELECT source FROM ${tableIn(db, 'collection_source')} WHERE collection = ? AND member = 1)`;
    const rows = db
      .prepare(
        `SELECT s.* FROM ${tableIn(db, 'source')} s
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
      placeName,
    );
  },

  /**
   * The newest sources first, a page at a time, and how many there are in all: those of one collection when it is named, and
   * those that came after these ends of the logs when they are given.
   */
  newestSources: (
    db: Database,
    _workspace: WorkspaceId,
    request: {
      readonly before?: string | undefined;
      readonly limit: number;
      readonly collection?: CollectionId | undefined;
      readonly since?: readonly LogSize[] | undefined;
    },
  ): Page<SourceRow> & { readonly total: number } => {
    const limit = pageLimit(request);
    const conditions: string[] = [];
    const values: string[] = [];
    if (request.collection !== undefined) {
      conditions.push(
        `s.source IN (SELECT source FROM ${tableIn(db, 'collection_source')} WHERE collection = ? AND member = 1)`,
      );
      values.push(request.collection);
    }
    if (request.since !== undefined) {
      conditions.push(
        `NOT EXISTS (SELECT 1 FROM json_each(?) k WHERE json_extract(k.value, '$.device') = s.device
         AND s.seq < json_extract(k.value, '$.size'))`,
      );
      values.push(JSON.stringify(request.since));
    }
    const where = (more: readonly string[]): string => [...conditions, ...more].join(' AND ') || '1';
    const total = db
      .prepare(`SELECT COUNT(*) FROM ${tableIn(db, 'source')} s WHERE ${where([])}`, { pluck: true })
      .get(values);
    const place = request.before === undefined ? [] : placeOf(request.before);
    const before = place.length === 0 ? [] : ['(s.ord, s.device, s.seq, s.source) < (?, ?, ?, ?)'];
    const rows = db
      .prepare(
        `SELECT s.* FROM ${tableIn(db, 'source')} s WHERE ${where(before)}
         ORDER BY s.ord DESC, s.device DESC, s.seq DESC, s.source DESC LIMIT ?`,
      )
      .all<Row>([...values, ...place, limit + 1]);
    const found = page(
      rows.map((row) => sourceRow(db, row)),
      limit,
      placeName,
    );
    return { ...found, total: Number(total) };
  },

  /** A source by its id; undefined when there is none. */
  source: (db: Database, _workspace: WorkspaceId, { source }: { readonly source: SourceId }): SourceRow | undefined => {
    const row = db.prepare(`SELECT * FROM ${tableIn(db, 'source')} WHERE source = ?`).get<Row>([source]);
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
          .prepare(`SELECT * FROM ${tableIn(db, 'source')} WHERE source >= ? AND source < ? ORDER BY source LIMIT 10`)
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
      .prepare(`SELECT * FROM ${tableIn(db, 'source')} WHERE sha256 = ? ORDER BY ord, device, seq LIMIT 1`)
      .get<Row>([sha256]);
    return row === undefined ? undefined : sourceRow(db, row);
  },

  /** Other sources whose words are those of a source's text, white space aside, the earliest first; at most ten. */
  sourcesWithText: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly SourceId[] => {
    const layer = tableIn(db, 'layer');
    return db
      .prepare(
        `SELECT l.source FROM ${layer} l JOIN ${tableIn(db, 'source')} s ON s.source = l.source
         WHERE l.source <> ? AND l.words IN (SELECT words FROM ${layer} WHERE source = ?)
         GROUP BY l.source ORDER BY MIN(s.ord), l.source LIMIT 10`,
      )
      .all<Row>([source, source])
      .map((row) => parseSourceId(textOf(row, 'source')))
      .filter((found) => found !== undefined);
  },

  /** A layer as canonical JSON; undefined when there is none, or its text was erased. */
  layer: (db: Database, _workspace: WorkspaceId, { layer }: { readonly layer: LayerId }): string | undefined => {
    const content = db
      .prepare(`SELECT content FROM ${tableIn(db, 'layer')} WHERE layer = ?`, { pluck: true })
      .get([layer]);
    const commitment = parseId('Sha256', content);
    const part = commitment && getPart(db, commitment);
    return part === undefined ? undefined : new TextDecoder().decode(part.body);
  },

  /** Every layer that was made of a source, the newest first. */
  layersOf: (
    db: Database,
    _workspace: WorkspaceId,
    { source }: { readonly source: SourceId },
  ): readonly LayerRecord[] =>
    db
      .prepare(
        `SELECT record FROM ${tableIn(db, 'layer')} WHERE source = ? ORDER BY ord DESC, device DESC, seq DESC, leaf DESC`,
      )
      .all<Row>([source])
      .map((row) => readLayerRecord(JSON.parse(textOf(row, 'record'))))
      .filter((record) => record !== undefined),

  /** The cached reading of a layer as canonical JSON; undefined when it was not read, or the cache was dropped. */
  reading: (db: Database, _workspace: WorkspaceId, { layer }: { readonly layer: LayerId }): string | undefined => {
    const json = db
      .prepare(
        `SELECT s.reading FROM ${tableIn(db, 'reading')} r JOIN ${tableIn(db, 'suggestion')} s
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
        `SELECT c.collection, c.name, COUNT(m.source) AS sources FROM ${tableIn(db, 'collection')} c
         LEFT JOIN ${tableIn(db, 'collection_source')} m ON m.collection = c.collection AND m.member = 1
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
        `SELECT c.name FROM ${tableIn(db, 'collection_source')} m JOIN ${tableIn(db, 'collection')} c USING (collection)
         WHERE m.source = ? AND m.member = 1 ORDER BY c.name`,
        { pluck: true },
      )
      .all([source])
      .map(String),

  /** The bodies that parts of a brief's entry hold, in their order; undefined in place of an erased one. */
  brief: (db: Database, workspace: WorkspaceId, { brief }: { readonly brief: SubjectId }): readonly unknown[] => {
    const row = db.prepare(`SELECT leaf FROM ${tableIn(db, 'brief')} WHERE brief = ?`).get<Row>([brief]);
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
  dump: (db: Database): { readonly digest: Sha256; readonly rows: number } => dumpDigest(projectionsIn(db)),
} as const;

/** Everything that reads the vault, by name. Each runs in one transaction, so that it sees one state. */
export const queries: typeof recordQueries &
  typeof logQueries &
  typeof careQueries &
  typeof deskQueries &
  typeof searchQueries &
  typeof assistantQueries &
  typeof reviewQueries &
  typeof libraryQueries = {
  ...recordQueries,
  ...logQueries,
  ...careQueries,
  ...deskQueries,
  ...searchQueries,
  ...assistantQueries,
  ...reviewQueries,
  ...libraryQueries,
};

function placeName({ source, position: { order, device, seq } }: SourceRow): string {
  return `${order}/${device}/${seq}/${source}`;
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
      `SELECT content, record FROM ${tableIn(db, 'layer')} WHERE source = ? AND ${NOT_TRANSLATED} ORDER BY ord DESC, device DESC, seq DESC, leaf DESC LIMIT 1`,
    )
    .get<Row>([source]);
  const layerRecord = layer && readLayerRecord(JSON.parse(textOf(layer, 'record')));
  const content = layer && parseId('Sha256', layer['content']);
  const reading =
    layerRecord &&
    db
      .prepare(`SELECT record FROM ${tableIn(db, 'reading')} WHERE layer = ?`, { pluck: true })
      .get([layerRecord.layer]);
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
