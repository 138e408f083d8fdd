/**
 * Erasing within the database (docs/vault-database.md, D21 to D24). What an erasure names goes in the transaction that
 * places its entry: parts with their salts, the key and the row of each blob, cached readings, and every row that rested
 * on them. Files are taken away afterwards, and pages overwritten, by `finishErasing`.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import { idFromBytes, type LeafHash, type SubjectId } from '../base/index.ts';
import { erasedSubjects, type SignedEntry } from '../preserve/index.ts';
import { syncFolderNow, VAULT_FILES } from './durable-file.ts';
import type { LogStore } from './log-store.ts';
import { getMeta, setMeta } from './meta.ts';
import { deletePart } from './part-store.ts';
import { tableName } from './projection-schema.ts';
import { applyEntry, currentProjections, type Projections } from './projections.ts';
import { reproject, reprojectDevices, vacateSubject } from './reprojection.ts';
import { blobOf, bytesOf, type Row, textOf } from './rows.ts';
import { searchTable } from './search-schema.ts';

/** What went. */
export interface ErasedCounts {
  readonly parts: number;
  readonly blobs: number;
}

const NOTHING: ErasedCounts = { parts: 0, blobs: 0 };

/** What each device's log counted for before entries were placed; given to `settleEntries` afterwards. */
export function standingBefore(log: LogStore): ReadonlyMap<string, string> {
  return log.setAside.limits();
}

/**
 * Brings everything that is derived up to entries that were placed, or to which parts came: erasures take effect, what a
 * removal sets aside goes, and the entries' own rows are put. Within the caller's transaction.
 */
export function settleEntries(
  projections: Projections,
  log: LogStore,
  { entries, before }: { readonly entries: readonly SignedEntry[]; readonly before: ReadonlyMap<string, string> },
): ErasedCounts {
  for (const entry of entries) applyEntry(projections, log, entry);
  const changed = changedDevices(before, log.setAside.limits());
  if (changed.size > 0) reprojectDevices(projections, log, changed);
  // Erasures that stand again, since who made them is no longer set aside, take effect like new ones.
  const again = changed.size === 0 ? [] : erasuresBy(projections.db, log, changed);
  const subjects = [...entries, ...again]
    .filter((entry) => stands(log, entry))
    .flatMap(({ envelope }) => erasedSubjects(envelope));
  return subjects.length === 0 ? NOTHING : eraseSubjects(projections, log, subjects);
}

/** Whether something that was erased may still lie in files or pages of the folder. */
export function isErasingUnfinished(db: Database): boolean {
  return getMeta(db, 'erasing') !== undefined;
}

/** Notes a file that was written for a source which was erased meanwhile: it is taken away with the next finishing. */
export function noteErasedBlob(db: Database, name: string): void {
  db.prepare('INSERT OR IGNORE INTO blob_to_remove (name) VALUES (?)').run([name]);
  setMeta(db, 'erasing', 1);
}

/** How finishing an erasure ended. */
export type ErasingEnd =
  | { readonly type: 'finished' }
  /** Somebody read the vault all the while: old pages still lie in the write-ahead log, under the vault's key. */
  | { readonly type: 'readers-busy' }
  /** There was no room to write the database anew: freed pages of it may still hold what was erased. */
  | { readonly type: 'disk-full' };

/**
 * Takes the files of erased blobs away and overwrites what the pages of the database still hold: freed space is zeroed as
 * it is freed, but rows that once moved to another page leave copies in the gaps of the old one, which only writing the
 * whole file anew removes (`VACUUM`). Then the write-ahead log is emptied, for which readers are waited for. May be
 * interrupted at any point and run again; nothing to do costs one look. The caller holds the write lock.
 */
export function finishErasing(
  db: Database,
  {
    folder,
    pause,
    fault,
  }: { readonly folder: string; readonly pause: (ms: number) => void; readonly fault: () => void },
): ErasingEnd {
  const blobs = join(folder, VAULT_FILES.blobs);
  const names = db.prepare('SELECT name FROM blob_to_remove ORDER BY name').all<Row>();
  fault();
  if (names.length > 0) {
    for (const row of names) rmSync(join(blobs, textOf(row, 'name')), { force: true });
    syncFolderNow(blobs);
    // Only names that were just taken away: another process may have added one meanwhile.
    const forget = db.prepare('DELETE FROM blob_to_remove WHERE name = ?');
    db.exec('BEGIN IMMEDIATE');
    for (const row of names) forget.run([textOf(row, 'name')]);
    db.exec('COMMIT');
  }
  if (!isErasingUnfinished(db)) return { type: 'finished' };
  fault();
  try {
    clearIndexEdges(db);
    writeAnew(db, folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL') return { type: 'disk-full' };
    throw error;
  }
  fault();
  if (!emptyLog(db, pause)) return { type: 'readers-busy' };
  db.exec("DELETE FROM meta WHERE key = 'erasing'");
  return { type: 'finished' };
}

/**
 * Taking a term out leaves, in the list of an index's pages, the beginning that parted it from its neighbour. Writing the
 * index anew makes that list from the terms that are left.
 */
function clearIndexEdges(db: Database): void {
  const projections = currentProjections(db);
  if (projections === undefined) return;
  const term = searchTable('term', projections.generation);
  db.exec(`INSERT INTO ${term} (${term}) VALUES ('optimize')`);
}

/**
 * The copy that VACUUM makes on its way may be as large as the database, so it is not held in memory: SQLCipher writes it
 * encrypted, under a name that is gone as soon as the file is open, and here it lies in the vault's folder.
 */
function writeAnew(db: Database, folder: string): void {
  const quoted = folder.replaceAll("'", "''");
  db.exec(`PRAGMA temp_store = FILE; PRAGMA temp_store_directory = '${quoted}'`);
  try {
    db.exec('VACUUM');
  } finally {
    db.exec('PRAGMA temp_store = MEMORY');
  }
}

/** Writes the write-ahead log back and cuts it to nothing; false when somebody went on reading an older state. */
function emptyLog(db: Database, pause: (ms: number) => void): boolean {
  for (let waited = 0; ; waited += READERS_ASK_MS) {
    const [row] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)', { persistent: false }).all<Row>();
    if (row?.['busy'] === 0) return true;
    if (waited >= READERS_WAIT_MS) return false;
    pause(READERS_ASK_MS);
  }
}

/** How long readers are waited for, and how often they are asked, in milliseconds. */
const READERS_WAIT_MS = 60_000;
const READERS_ASK_MS = 100;

function eraseSubjects(projections: Projections, log: LogStore, subjects: readonly SubjectId[]): ErasedCounts {
  const { db, generation } = projections;
  const doomed = new Map<LeafHash, SignedEntry>();
  const commitments = new Set<string>();
  for (const subject of subjects) {
    const rows = db
      .prepare(
        'SELECT s.commitment, p.leaf FROM part_subject s LEFT JOIN part p USING (commitment) WHERE s.subject = ?',
      )
      .all<Row>([bytesOf(subject)]);
    for (const row of rows) {
      commitments.add(idFromBytes('Sha256', blobOf(row, 'commitment')));
      if (row['leaf'] === null) continue;
      const leaf = idFromBytes('LeafHash', blobOf(row, 'leaf'));
      const entry = doomed.get(leaf) ?? log.entry(leaf);
      if (entry !== undefined) doomed.set(leaf, entry);
    }
  }
  let blobs = 0;
  reproject(projections, log, [...doomed.values()], () => {
    for (const { envelope } of doomed.values()) {
      for (const reference of envelope.parts) if (commitments.has(reference.commitment)) deletePart(db, reference);
    }
    for (const subject of subjects) {
      const of = bytesOf(subject);
      db.prepare('DELETE FROM part_subject WHERE subject = ?').run([of]);
      db.prepare(`DELETE FROM ${tableName('suggestion', generation)} WHERE source = ?`).run([subject]);
      blobs += Number(db.prepare('SELECT COUNT(*) FROM blob WHERE source = ?', { pluck: true }).get([of]));
      db.prepare('INSERT OR IGNORE INTO blob_to_remove (name) SELECT name FROM blob WHERE source = ?').run([of]);
      db.prepare('DELETE FROM blob WHERE source = ?').run([of]);
    }
  });
  for (const subject of subjects) vacateSubject(projections, log, subject);
  if (commitments.size > 0 || blobs > 0) setMeta(db, 'erasing', 1);
  return { parts: commitments.size, blobs };
}

function changedDevices(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): ReadonlySet<string> {
  const open = JSON.stringify({ type: 'open' });
  return new Set(
    [...before.keys(), ...now.keys()].filter((key) => (before.get(key) ?? open) !== (now.get(key) ?? open)),
  );
}

function erasuresBy(db: Database, log: LogStore, devices: ReadonlySet<string>): readonly SignedEntry[] {
  return db
    .prepare('SELECT DISTINCT leaf FROM erased ORDER BY leaf')
    .all<Row>()
    .map((row) => log.entry(idFromBytes('LeafHash', blobOf(row, 'leaf'))))
    .filter((entry) => entry !== undefined)
    .filter(({ envelope }) => devices.has(envelope.device));
}

function stands(log: LogStore, { leaf, envelope: { device, seq } }: SignedEntry): boolean {
  return !log.setAside.has({ leaf, device, seq });
}
