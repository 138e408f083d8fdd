/**
 * What a folder writes down for itself, apart from the record: rows that no entry makes and no other copy has
 * (migration 2). Each writer of such a row is a function here, run by the writing thread, under the write lock, in a
 * transaction of its own; what reads them stands among the queries.
 */
import type Database from '@signalapp/sqlcipher';
import { canonicalJson, type PersonKey } from '../base/index.ts';
import { type LogSize, sha256 } from '../preserve/index.ts';
import type { BackupRow } from './copy-queries.ts';
import { getMeta, setMeta } from './meta.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections, putSuggestion } from './projections.ts';
import { bytesOf } from './rows.ts';
import type { SuggestionCache } from './write-request.ts';

/** Name in `meta` of the highest header generation that was seen in place. */
export const HEADER_GENERATION = 'header-generation';

/** Before a person's key, the name in `meta` of when they last left the desk of this folder. */
export const DESK_LEFT = 'desk-left/';

/** One way into the vault, as the folder knows it: the header itself tells nobody whose it is. */
export interface SlotNote {
  readonly id: string;
  readonly kind: string;
  readonly person: PersonKey;
  readonly madeAt: string;
  /** What its kind needs besides: for an office key the recipient, for shares how many of how many. */
  readonly detail: { readonly [field: string]: string | number };
}

export const folderNotes = {
  /** Notes whose a slot is, in place of what was noted of it before. */
  slotMade: (db: Database, { id, kind, person, madeAt, detail }: SlotNote): void => {
    db.prepare('INSERT OR REPLACE INTO slot (id, kind, person, made_at, detail) VALUES (?, ?, ?, ?, ?)').run([
      id,
      kind,
      bytesOf(person),
      madeAt,
      canonicalJson(detail),
    ]);
  },

  /** Keeps when a person left the desk, and how far the logs reached then: what comes later is new to them. */
  deskLeft: (
    db: Database,
    { person, at, sizes }: { readonly person: PersonKey; readonly at: string; readonly sizes: readonly LogSize[] },
  ): void => {
    const plain = sizes.map(({ device, size }) => ({ device, size }));
    setMeta(db, `${DESK_LEFT}${person}`, canonicalJson({ at, sizes: plain }));
  },

  /** Forgets whose slots were that are no longer in the header. */
  slotGone: (db: Database, { ids }: { readonly ids: readonly string[] }): void => {
    for (const id of ids) db.prepare('DELETE FROM slot WHERE id = ?').run([id]);
  },

  /** Keeps the number of the header that was put in place, so that an older one is known; never a lower one. */
  headerReplaced: (db: Database, { generation }: { readonly generation: number }): void => {
    const kept = getMeta(db, HEADER_GENERATION);
    if (typeof kept !== 'number' || kept < generation) setMeta(db, HEADER_GENERATION, generation);
  },

  /**
   * Keeps cached readings that another copy of this record had, where none is kept; answers how many. One that is not
   * what the reading's entry here states is passed over, so that nothing comes back of what was erased.
   */
  readingsCame: (db: Database, { readings }: { readonly readings: readonly SuggestionCache[] }): number => {
    const projections = currentProjections(db);
    if (projections === undefined) throw new Error('the vault has no projections');
    const { generation } = projections;
    const wanted = db.prepare(
      `SELECT 1 FROM ${tableName('reading', generation)} WHERE layer = ? AND source = ? AND output = ?
       AND layer NOT IN (SELECT layer FROM ${tableName('suggestion', generation)})`,
    );
    const kept = readings.filter(
      ({ layer, source, output, reading }) =>
        sha256(reading) === output && wanted.get([layer, source, output]) !== undefined,
    );
    for (const reading of kept) putSuggestion(projections, reading);
    return kept.length;
  },

  /**
   * Notes a backup, in place of those that it replaced: what else was made at the same path may lie on another stick, and
   * whoever has that reads it still.
   */
  backupMade: (
    db: Database,
    { id, madeAt, keyId, place, heads, replaced }: BackupRow & { readonly replaced: readonly string[] },
  ): void => {
    const plain = heads.map(({ device, size, root }) => ({ device, size, root }));
    for (const gone of [id, ...replaced]) db.prepare('DELETE FROM backup WHERE id = ?').run([gone]);
    db.prepare('INSERT INTO backup (id, made_at, key_id, place, heads) VALUES (?, ?, ?, ?, ?)').run([
      id,
      madeAt,
      keyId,
      place,
      canonicalJson(plain),
    ]);
  },
} as const;
