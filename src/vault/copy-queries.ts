/** What copies of a vault are made of, and held against. Each runs in one transaction, so that it sees one state. */
import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import {
  canonicalJson,
  type DeviceKey,
  type LayerId,
  parseId,
  parseLayerId,
  parseSourceId,
  type WorkspaceId,
} from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { type NoteStanding, standingOfNote } from './checkpoint-standing.ts';
import { DESK_LEFT } from './folder-notes.ts';
import { type LogHead, LogStore } from './log-store.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections } from './projections.ts';
import { type Row, textOf } from './rows.ts';
import type { SuggestionCache } from './write-request.ts';

/** A backup that was made of this folder, as the folder noted it. */
export interface BackupRow {
  readonly id: string;
  /** RFC 3339, the clock of whoever made it. */
  readonly madeAt: string;
  /** Names the vault key that opens it (docs/vault.md, V10). */
  readonly keyId: string;
  /** Where it was made, as an absolute path. */
  readonly place: string;
  readonly heads: readonly SeenHead[];
}

/** Tables of up to so many rows are compared row by row, larger ones by their number. */
const SMALL_TABLE = 1000;
/** Characters of cached readings that are given at once. */
const PAGE_LENGTH = 4 * 1024 * 1024;

export const copyQueries = {
  /** The ends of all logs. */
  heads: (db: Database, workspace: WorkspaceId): readonly LogHead[] => new LogStore(db, workspace).heads(),

  /** Those of these heads that the record does not hold, by how many entries their logs are longer than here. */
  headsLacking: (
    db: Database,
    workspace: WorkspaceId,
    { heads }: { readonly heads: readonly SeenHead[] },
  ): readonly { readonly device: DeviceKey; readonly missing: number }[] => {
    const log = new LogStore(db, workspace);
    return heads
      .filter((head) => head.size > 0 && log.placedAtHead(head) === undefined)
      .map(({ device, size }) => ({ device, missing: Math.max(0, size - sizeOf(log.headsOf(device))) }));
  },

  /**
   * Names the state of everything that a backup keeps: equal as long as nothing was added, erased or noted. Left out are
   * projections, which can be made again, the list of backups, which each backup changes, and when somebody left the desk.
   */
  state: (db: Database, workspace: WorkspaceId): string => {
    const digest = createHash('sha256').update('daybook/backup-state/1\n');
    const add = (value: unknown): unknown => digest.update(`${canonicalJson(value)}\n`);
    for (const { device, size, root } of new LogStore(db, workspace).heads()) add([device, size, root]);
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
        { pluck: true },
      )
      .all()
      .map(String)
      .filter((name) => name !== 'backup' && !/_g\d+$/.test(name));
    for (const name of tables) {
      const count = Number(db.prepare(`SELECT COUNT(*) FROM "${name}"`, { pluck: true }).get());
      add([name, count]);
      if (count > SMALL_TABLE) continue;
      const isDeskLeft = (row: Row): boolean => name === 'meta' && String(row['key']).startsWith(DESK_LEFT);
      const rows = db.prepare(`SELECT * FROM "${name}"`).all<Row>();
      for (const row of rows) if (!isDeskLeft(row)) add(Object.values(row).map(plainValue));
    }
    return digest.digest('hex');
  },

  /** Backups that were made of this folder, oldest first. */
  backups: (db: Database): readonly BackupRow[] =>
    db
      .prepare('SELECT id, made_at, key_id, place, heads FROM backup ORDER BY made_at, id')
      .all<Row>()
      .map((row) => ({
        id: textOf(row, 'id'),
        madeAt: textOf(row, 'made_at'),
        keyId: textOf(row, 'key_id'),
        place: textOf(row, 'place'),
        heads: JSON.parse(textOf(row, 'heads')),
      })),

  /**
   * Cached readings by their layers, after a given one: 100 at most, and no more once they come to 4 million characters. None at the end.
   */
  cachedReadings: (
    db: Database,
    _workspace: WorkspaceId,
    { after }: { readonly after: LayerId | undefined },
  ): readonly SuggestionCache[] => {
    const projections = currentProjections(db);
    if (projections === undefined) return [];
    const table = tableName('suggestion', projections.generation);
    const layers = db
      .prepare(`SELECT layer FROM ${table} WHERE layer > ? ORDER BY layer LIMIT 100`, { pluck: true })
      .all([after ?? '']);
    const one = db.prepare(`SELECT source, output, reading FROM ${table} WHERE layer = ?`);
    const found: SuggestionCache[] = [];
    let length = 0;
    for (const text of layers) {
      const row = one.get<Row>([text]);
      const layer = parseLayerId(text);
      const source = parseSourceId(row?.['source']);
      const output = parseId('Sha256', row?.['output']);
      if (row === undefined || layer === undefined || source === undefined || output === undefined) {
        throw new Error('a cached reading is of nothing');
      }
      const reading = textOf(row, 'reading');
      found.push({ layer, source, output, reading });
      length += reading.length;
      if (length >= PAGE_LENGTH) break;
    }
    return found;
  },

  /** How many files wait to be taken away: blobs whose source was erased. */
  blobsToRemove: (db: Database): number =>
    Number(db.prepare('SELECT COUNT(*) FROM blob_to_remove', { pluck: true }).get()),

  /** What the record has to say to checkpoints that were kept elsewhere, in their order. */
  checkpointStandings: (
    db: Database,
    workspace: WorkspaceId,
    { notes }: { readonly notes: readonly string[] },
  ): readonly NoteStanding[] => {
    const log = new LogStore(db, workspace);
    return notes.map((note) => standingOfNote(db, log, note));
  },
} as const;

function sizeOf(heads: readonly LogHead[]): number {
  return Math.max(0, ...heads.map(({ size }) => size));
}

function plainValue(value: Row[string]): string | number | null {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : (value ?? null);
}
