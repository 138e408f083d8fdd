import { type LeafHash, parseId, type SubjectId } from '../base/index.ts';
import type { SignedEntry } from '../preserve/index.ts';
import { type LogStore, leafOf } from './log-store.ts';
import { type ProjectionTable, projectionTables, tableName } from './projection-schema.ts';
import { applyEntry, eachRow, findParts, type Projections, putRows, standingRows, tableNamed } from './projections.ts';
import type { ProjectionRow } from './projector.ts';
import { bytesOf, type Row } from './rows.ts';

/**
 * Takes something from entries (parts, or their standing) and brings their rows along: what they no longer give goes, and
 * where an earlier entry gives the same key its row comes back. Equal to a rebuild, at the cost of the entries concerned.
 */
export function reproject(
  projections: Projections,
  log: LogStore,
  entries: readonly SignedEntry[],
  take: () => void,
): void {
  const rows = (entry: SignedEntry): readonly ProjectionRow[] =>
    log.placed(entry.leaf) === undefined ? [] : standingRows(log, entry, findParts(projections.db, entry));
  const before = entries.map((entry) => ({ entry, rows: rows(entry) }));
  take();
  const vacated: ProjectionRow[] = [];
  for (const { entry, rows: had } of before) {
    const has = rows(entry);
    putRows(projections, has);
    const kept = new Set(has.map(nameOf));
    vacated.push(...had.filter((row) => !kept.has(nameOf(row))));
  }
  for (const { table, row } of vacated) deleteRow(projections, tableNamed(table), row);
  refill(projections, log, vacated);
}

/** The same for everything that some devices wrote, when it came to be set aside or no longer is. */
export function reprojectDevices(projections: Projections, log: LogStore, devices: ReadonlySet<string>): void {
  const { db } = projections;
  const vacated: ProjectionRow[] = [];
  for (const table of projectionTables) {
    for (const row of eachRow(projections, table)) {
      const leaf = parseId('LeafHash', row['leaf']);
      if (leaf === undefined || !devices.has(String(row['device']))) continue;
      const entry = log.entry(leaf);
      const gives = entry === undefined ? [] : standingRows(log, entry, findParts(db, entry));
      const given = { table: nameOfTable(table), row: plainRow(row) };
      if (!gives.some((each) => nameOf(each) === nameOf(given))) vacated.push(given);
    }
  }
  for (const { table, row } of vacated) deleteRow(projections, tableNamed(table), row);
  refill(projections, log, vacated);
  for (const device of devices) {
    const leaves = db.prepare('SELECT leaf FROM placement WHERE device = ? ORDER BY seq').all<Row>([bytesOf(device)]);
    for (const row of leaves) {
      const entry = log.entry(leafOf(row));
      if (entry !== undefined) applyEntry(projections, log, entry);
    }
  }
}

/**
 * Takes away what rows still speak of a subject that was erased although no part of it is kept: another entry of the same
 * device may have stated the same part, and gave the same row.
 */
export function vacateSubject(projections: Projections, log: LogStore, subject: SubjectId): void {
  const { db, generation } = projections;
  const vacated: ProjectionRow[] = [];
  for (const table of projectionTables) {
    const columns = [...table.key, table.filedUnder].filter((column) => column !== undefined && column !== 'leaf');
    for (const column of new Set(columns)) {
      const rows = db
        .prepare(`SELECT * FROM ${tableName(table.name, generation)} WHERE "${column}" = ?`)
        .all<Row>([subject]);
      for (const row of rows) {
        const leaf = parseId('LeafHash', row['leaf']);
        const entry = leaf && log.entry(leaf);
        const gives = entry === undefined ? [] : standingRows(log, entry, findParts(db, entry));
        const given = { table: nameOfTable(table), row: plainRow(row) };
        if (!gives.some((each) => nameOf(each) === nameOf(given))) vacated.push(given);
      }
    }
  }
  for (const { table, row } of vacated) deleteRow(projections, tableNamed(table), row);
  refill(projections, log, vacated);
}

/** Entries under which parts of a subject are kept. */
function entriesOf({ db }: Projections, log: LogStore, subject: SubjectId): readonly SignedEntry[] {
  return db
    .prepare(
      'SELECT DISTINCT p.leaf FROM part_subject s JOIN part p USING (commitment) WHERE s.subject = ? ORDER BY p.leaf',
    )
    .all<Row>([bytesOf(subject)])
    .map((row) => log.entry(leafOf(row)))
    .filter((entry) => entry !== undefined);
}

/** Gives back, for keys that lost their row, the row that the latest of the other entries gives. */
function refill(projections: Projections, log: LogStore, vacated: readonly ProjectionRow[]): void {
  const subjects = new Set<SubjectId>();
  for (const { table, row } of vacated) {
    const { filedUnder } = tableNamed(table);
    const subject = filedUnder === undefined ? undefined : parseId('SubjectId', row[filedUnder]);
    if (subject !== undefined) subjects.add(subject);
  }
  const applied = new Set<LeafHash>();
  for (const subject of subjects) {
    for (const entry of entriesOf(projections, log, subject)) {
      if (applied.has(entry.leaf)) continue;
      applied.add(entry.leaf);
      if (log.placed(entry.leaf) !== undefined) applyEntry(projections, log, entry);
    }
  }
}

/** Takes a row away if it is still the one of that entry. */
function deleteRow({ db, generation }: Projections, table: ProjectionTable, row: ProjectionRow['row']): void {
  const where = [...table.key, 'leaf'].filter((column, i, all) => all.indexOf(column) === i);
  db.prepare(
    `DELETE FROM ${tableName(table.name, generation)} WHERE ${where.map((column) => `"${column}" = ?`).join(' AND ')}`,
  ).run(where.map((column) => row[column] ?? null));
}

function nameOf({ table, row }: ProjectionRow): string {
  return JSON.stringify([table, ...tableNamed(table).key.map((column) => row[column])]);
}

function nameOfTable({ name }: ProjectionTable): ProjectionRow['table'] {
  if (name === 'suggestion') throw new Error('cached readings are no projection of entries');
  return name;
}

function plainRow(row: Row): ProjectionRow['row'] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' || typeof value === 'number' ? value : null,
    ]),
  );
}
