import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import {
  canonicalJson,
  type DeviceKey,
  idFromBytes,
  type LayerId,
  type PersonKey,
  parseId,
  parseLayerId,
  parseSourceId,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import { type IntakeReceipt, type LogSize, readEnvelope, readIntakeReceipt } from '../preserve/index.ts';
import { DESK_LEFT } from './folder-notes.ts';
import { LogStore } from './log-store.ts';
import { getMeta } from './meta.ts';
import { projectionsIn, tableIn } from './projections.ts';
import { blobOf, numberOf, type Row, textOf } from './rows.ts';

/** How many reviews the claims of a source have; `newest` is another one whenever one came. */
export interface ReviewMark {
  readonly source: SourceId;
  readonly reviews: number;
  readonly newest: string;
}

/** How many claims the reader proposes of a source's newest text. */
export interface SuggestionCount {
  readonly source: SourceId;
  readonly layer: LayerId;
  /** Digest of what was read: another one when the same text was read again. */
  readonly output: string;
  readonly claims: number;
}

/** What came into the record since somewhere, counted. */
export interface RecordChange {
  readonly kind: string;
  readonly person: PersonKey | null;
  readonly count: number;
  /** What the newest of them claims for a time. */
  readonly last: string;
}

/** When somebody last left the desk of this folder, and how far the logs reached. */
export interface DeskLeft {
  readonly at: string;
  readonly sizes: readonly LogSize[];
}

/** Most entries that are read to say what changed; beyond that the count is of the newest. */
const MOST_CHANGES = 20_000;

/** Questions that only a screen asks. */
export const deskQueries = {
  /** Another text whenever entries, parts or cached readings came or went, by whomever. */
  version: (db: Database, workspace: WorkspaceId): string => {
    const { generation } = projectionsIn(db);
    const count = (table: string): number => Number(db.prepare(`SELECT COUNT(*) FROM ${table}`, { pluck: true }).get());
    const heads = new LogStore(db, workspace).heads().map(({ device, size, root }) => ({ device, size, root }));
    const state = [heads, generation, count('part_subject'), count('waiting'), count(tableIn(db, 'suggestion'))];
    return createHash('sha256').update(canonicalJson(state)).digest('hex').slice(0, 32);
  },

  reviewMarks: (db: Database): readonly ReviewMark[] =>
    db
      .prepare(
        `SELECT source, COUNT(*) AS reviews, MAX(printf('%016d/%s/%016d', ord, device, seq)) AS newest
         FROM ${tableIn(db, 'review')} GROUP BY source`,
      )
      .all<Row>()
      .flatMap((row) => {
        const source = parseSourceId(row['source']);
        return source === undefined
          ? []
          : [{ source, reviews: numberOf(row, 'reviews'), newest: textOf(row, 'newest') }];
      }),

  /** Of every source whose newest text was read; assistants' proposals are not among them. */
  suggestionCounts: (db: Database): readonly SuggestionCount[] => {
    const readings = new Map<string, Pick<SuggestionCount, 'output' | 'claims'>>(
      db
        .prepare(`SELECT layer, output, json_extract(record, '$.claims') AS claims FROM ${tableIn(db, 'reading')}`)
        .all<Row>()
        .map((row) => [textOf(row, 'layer'), { output: textOf(row, 'output'), claims: numberOf(row, 'claims') }]),
    );
    const newest = new Map<SourceId, LayerId>();
    const layers = db.prepare(`SELECT source, layer FROM ${tableIn(db, 'layer')} ORDER BY ord, device, seq, leaf`);
    for (const row of layers.all<Row>()) {
      const [source, layer] = [parseSourceId(row['source']), parseLayerId(row['layer'])];
      if (source !== undefined && layer !== undefined) newest.set(source, layer);
    }
    return [...newest].flatMap(([source, layer]) => {
      const reading = readings.get(layer);
      return reading === undefined ? [] : [{ source, layer, ...reading }];
    });
  },

  /** How many numbers the claims of cached readings hold, by layer; layers whose reading is not here are left out. */
  figureCounts: (
    db: Database,
    _workspace: WorkspaceId,
    { layers }: { readonly layers: readonly LayerId[] },
  ): readonly { readonly layer: LayerId; readonly figures: number }[] => {
    const one = db.prepare(
      `SELECT (SELECT COALESCE(SUM(json_array_length(c.value, '$.quantity')), 0) FROM json_each(s.reading, '$.claims') c)
       FROM ${tableIn(db, 'suggestion')} s WHERE s.layer = ?`,
      { pluck: true },
    );
    return layers.flatMap((layer) => {
      const figures = one.get([layer]);
      return typeof figures === 'number' ? [{ layer, figures }] : [];
    });
  },

  /** Entries that are beyond these ends of the logs, counted by kind and person; the newest kind first. */
  changesSince: (
    db: Database,
    workspace: WorkspaceId,
    { sizes }: { readonly sizes: readonly LogSize[] },
  ): readonly RecordChange[] => {
    const known = new Map<DeviceKey, number>(sizes.map(({ device, size }) => [device, size]));
    const changes = new Map<string, { kind: string; person: PersonKey | null; count: number; last: string }>();
    for (const device of db.prepare('SELECT DISTINCT device FROM placement', { pluck: true }).all()) {
      if (!(device instanceof Uint8Array)) continue;
      const from = known.get(idFromBytes('DeviceKey', device)) ?? 0;
      const rows = db
        .prepare(
          `SELECT e.bytes FROM placement p JOIN entry e USING (leaf) WHERE p.device = ? AND p.seq >= ?
           ORDER BY p.seq DESC LIMIT ?`,
        )
        .all<Row>([device, from, MOST_CHANGES]);
      for (const row of rows) {
        const read = readEnvelope(blobOf(row, 'bytes'), workspace);
        if (!read.ok) throw new Error(`a stored entry no longer reads: ${read.error.type}`);
        const { kind, person, at } = read.value.envelope;
        const key = `${kind} ${person ?? ''}`;
        const change = changes.get(key) ?? { kind, person, count: 0, last: at };
        changes.set(key, { ...change, count: change.count + 1, last: at > change.last ? at : change.last });
      }
    }
    return [...changes.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
  },

  /** The newest receipts of intakes first. */
  receipts: (
    db: Database,
    _workspace: WorkspaceId,
    { limit }: { readonly limit: number },
  ): readonly (Omit<IntakeReceipt, 'type'> & { readonly at: string })[] =>
    db
      .prepare(`SELECT record, at FROM ${tableIn(db, 'receipt')} ORDER BY ord DESC, device DESC, seq DESC LIMIT ?`)
      .all<Row>([limit])
      .flatMap((row) => {
        const read = readIntakeReceipt(JSON.parse(textOf(row, 'record')));
        if (read === undefined) return [];
        const { type: _type, ...receipt } = read;
        return [{ ...receipt, at: textOf(row, 'at') }];
      }),

  /** When this person last left the desk of this folder; undefined when they never did. */
  deskLeft: (
    db: Database,
    _workspace: WorkspaceId,
    { person }: { readonly person: PersonKey },
  ): DeskLeft | undefined => {
    const kept = getMeta(db, `${DESK_LEFT}${person}`);
    const value: unknown = typeof kept === 'string' ? JSON.parse(kept) : undefined;
    return isDeskLeft(value) ? value : undefined;
  },
} as const;

function isDeskLeft(value: unknown): value is DeskLeft {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('sizes' in value)) return false;
  return typeof value.at === 'string' && Array.isArray(value.sizes) && value.sizes.every(isLogSize);
}

function isLogSize(value: unknown): value is LogSize {
  if (typeof value !== 'object' || value === null || !('device' in value) || !('size' in value)) return false;
  return parseId('DeviceKey', value.device) !== undefined && Number.isSafeInteger(value.size);
}
