import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import { canonicalJson, idFromBytes, type LeafHash, type Sha256 } from '../base/index.ts';
import { isMembershipKind, type SignedEntry } from '../preserve/index.ts';
import { digestIndex } from './index-check.ts';
import { type LogStore, leafOf } from './log-store.ts';
import { getMeta } from './meta.ts';
import { type FoundPart, findPart, parseBody } from './part-store.ts';
import {
  createProjections,
  dropProjections,
  type ProjectionName,
  type ProjectionTable,
  projectionTables,
  projectionVersion,
  tableName,
} from './projection-schema.ts';
import { type BodyOf, type ProjectionRow, projectEntry } from './projector.ts';
import { bytesOf, type Row } from './rows.ts';
import type { SuggestionCache } from './write-request.ts';

/** One set of projection tables on one connection. */
export interface Projections {
  readonly db: Database;
  readonly generation: number;
}

/** The projections in use; undefined when none were made yet. */
export function currentProjections(db: Database): Projections | undefined {
  const generation = getMeta(db, 'generation');
  return typeof generation === 'number' ? { db, generation } : undefined;
}

/** The same for whoever reads a vault that is open: it has them, or is none. */
export function projectionsIn(db: Database): Projections {
  const current = currentProjections(db);
  if (current === undefined) throw new Error('the vault has no projections');
  return current;
}

/** The name of a table of the projections in use. */
export function tableIn(db: Database, name: ProjectionName): string {
  return tableName(name, projectionsIn(db).generation);
}

/** Whether the projections in use are such as this build makes. */
export function areProjectionsCurrent(db: Database): boolean {
  return currentProjections(db) !== undefined && getMeta(db, 'projection-version') === projectionVersion();
}

/** An entry's parts, each as it was found. */
export function findParts(db: Database, { envelope, leaf }: SignedEntry): readonly FoundPart[] {
  const { workspace, device } = envelope;
  return envelope.parts.map((reference) => findPart(db, { workspace, device, reference }, leaf));
}

/** The rows that an entry gives with the parts that were found. */
function rowsOf(entry: SignedEntry, found: readonly FoundPart[]): readonly ProjectionRow[] {
  const bodies = entry.envelope.parts.map((reference, i): BodyOf => {
    const part = found[i];
    // A layer can be large: whether it opens matters, what it says does not become a row.
    const isLayer = entry.envelope.kind === 'layer-made' && i > 0;
    if (part?.type !== 'here') return { reference, here: false, value: undefined };
    return { reference, here: true, value: isLayer ? undefined : parseBody(part.part.body) };
  });
  return projectEntry(entry, bodies);
}

/**
 * The rows that a placed entry gives as the record is read: none when it is set aside. Who was enrolled is shown also
 * then, since others may stand on it.
 */
export function standingRows(log: LogStore, entry: SignedEntry, found: readonly FoundPart[]): readonly ProjectionRow[] {
  const { device, seq, kind } = entry.envelope;
  const isSetAside = !isMembershipKind(kind) && log.setAside.has({ leaf: entry.leaf, device, seq });
  return isSetAside ? [] : rowsOf(entry, found);
}

/** Brings the projections up to an entry that was placed, or whose parts came later. Any order gives the same rows. */
export function applyEntry(projections: Projections, log: LogStore, entry: SignedEntry): void {
  putRows(projections, standingRows(log, entry, findParts(projections.db, entry)));
}

/** Puts rows in their places; one of a later entry that is there already stays. */
export function putRows({ db, generation }: Projections, rows: readonly ProjectionRow[]): void {
  for (const { table, row } of rows) {
    db.prepare(upsert(tableNamed(table), generation, Object.keys(row))).run(Object.values(row));
  }
}

/** Keeps the cached reading of a layer. It counts while the reading stated last has its digest. */
export function putSuggestion({ db, generation }: Projections, suggestion: SuggestionCache): void {
  const { layer, source, output, reading } = suggestion;
  db.prepare(
    `INSERT OR REPLACE INTO ${tableName('suggestion', generation)} (layer, source, output, reading) VALUES (?, ?, ?, ?)`,
  ).run([layer, source, output, reading]);
}

/** Applies placed entries from after a given one on, at most so many; answers the last one it took. */
export function projectFrom(
  projections: Projections,
  log: LogStore,
  { after, limit }: { readonly after: LeafHash | undefined; readonly limit: number },
): { readonly last: LeafHash | undefined; readonly entries: number } {
  const leaves = placedAfter(projections.db, after, limit);
  for (const leaf of leaves) {
    const entry = log.entry(leaf);
    if (entry === undefined) throw new Error('a placed entry is not in the record');
    applyEntry(projections, log, entry);
  }
  return { last: leaves.at(-1), entries: leaves.length };
}

/** Leaves of placed entries in the order of the record, after a given one. */
export function placedAfter(db: Database, after: LeafHash | undefined, limit: number): readonly LeafHash[] {
  const order = 'ORDER BY ord, device, seq, leaf LIMIT ?';
  const rows =
    after === undefined
      ? db.prepare(`SELECT leaf FROM placement ${order}`).all<Row>([limit])
      : db
          .prepare(
            `SELECT leaf FROM placement WHERE (ord, device, seq, leaf) >
             (SELECT ord, device, seq, leaf FROM placement WHERE leaf = ?) ${order}`,
          )
          .all<Row>([bytesOf(after), limit]);
  return rows.map(leafOf);
}

/**
 * SHA-256 over every row of every projection, in the order of their keys: equal for equal records, on every copy. Cached
 * readings are left out, since another copy may not have made them.
 */
export function dumpDigest(projections: Projections): { readonly digest: Sha256; readonly rows: number } {
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of projectionTables) {
    hash.update(`${table.name}\n`);
    for (const row of eachRow(projections, table)) {
      hash.update(`${canonicalJson(row)}\n`);
      rows++;
    }
  }
  digestIndex(projections, hash);
  return { digest: idFromBytes('Sha256', hash.digest()), rows };
}

/** Makes an empty set of projections, in place of one of the same generation that was left unfinished. */
export function makeProjections({ db, generation }: Projections): void {
  db.exec(dropProjections(generation));
  db.exec(createProjections(generation));
}

/**
 * Drops what an interrupted rebuild left. Whatever is written calls this in its own transaction: an entry, or a part
 * that came late or was erased, may belong before the place where the rebuild stopped.
 */
export function abandonRebuild(db: Database): void {
  const generation = getMeta(db, 'rebuild-generation');
  if (typeof generation !== 'number') return;
  db.exec(dropProjections(generation));
  db.exec("DELETE FROM meta WHERE key LIKE 'rebuild-%'");
}

/** Rows of a projection in the order of its key. */
export function* eachRow({ db, generation }: Projections, { name, key }: ProjectionTable): Generator<Row> {
  const columns = key.map((column) => `"${column}"`).join(', ');
  const page = 500;
  let after: Row | undefined;
  for (;;) {
    const where = after === undefined ? '' : `WHERE (${columns}) > (${key.map(() => '?').join(', ')})`;
    const last = after;
    const rows = db
      .prepare(`SELECT * FROM ${tableName(name, generation)} ${where} ORDER BY ${columns} LIMIT ${page}`)
      .all<Row>(last === undefined ? [] : key.map((column) => last[column] ?? null));
    yield* rows;
    after = rows.at(-1);
    if (rows.length < page) return;
  }
}

/** The table that a row belongs to. */
export function tableNamed(name: ProjectionRow['table']): ProjectionTable {
  const table = projectionTables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`there is no projection ${name}`);
  return table;
}

/** Keeps a row unless one of a later entry stands: the order of arrival leaves no trace. */
function upsert({ name, key }: ProjectionTable, generation: number, columns: readonly string[]): string {
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const set = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const keys = key.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO ${tableName(name, generation)} AS have (${listed}) VALUES (${marks}) ON CONFLICT (${keys})
    DO UPDATE SET ${set} WHERE (excluded.ord, excluded.device, excluded.seq, excluded.leaf) >= (have.ord, have.device, have.seq, have.leaf)`;
}
