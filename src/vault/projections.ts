import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import { canonicalJson, idFromBytes, type LeafHash, type Sha256 } from '../base/index.ts';
import type { SignedEntry } from '../preserve/index.ts';
import { type LogStore, leafOf } from './log-store.ts';
import { getMeta } from './meta.ts';
import { openPart, parseBody } from './part-store.ts';
import {
  createProjections,
  dropProjections,
  type ProjectionName,
  projectionTables,
  tableNamer,
} from './projection-schema.ts';
import { type BodyOf, projectEntry, type RowChange } from './projector.ts';
import { type Row, textOf } from './rows.ts';

/** One set of projection tables on one connection. */
export interface Projections {
  readonly db: Database;
  readonly generation: number | 'shadow';
}

/** A row of a projection that is not what the record gives. */
export interface ProjectionFault {
  readonly table: ProjectionName;
  /** The key columns' values: ids, never words. */
  readonly key: readonly string[];
  readonly fault: 'missing' | 'extra' | 'differs';
}

/** The generation in use; undefined when none was made yet. */
export function currentGeneration(db: Database): number | undefined {
  const value = getMeta(db, 'generation');
  return typeof value === 'number' ? value : undefined;
}

/** Applies what one entry changes. */
export function applyEntry(projections: Projections, entry: SignedEntry): void {
  for (const change of projectEntry(entry, entryBodies(projections.db, entry))) applyChange(projections, change);
}

/** Keeps the cached reading of a layer. Its digest is the one that the reading's entry states. */
export function putSuggestion(
  projections: Projections,
  suggestion: { readonly layer: string; readonly source: string; readonly output: Sha256; readonly reading: string },
): void {
  applyChange(projections, { change: 'put', table: 'suggestion', row: { ...suggestion } });
}

/** Fills a set of projections from placed entries, in order, from after `from` on; answers the last one it took. */
export function projectFrom(
  projections: Projections,
  log: LogStore,
  options: { readonly after: LeafHash | undefined; readonly limit: number },
): { readonly last: LeafHash | undefined; readonly entries: readonly SignedEntry[] } {
  const { db } = projections;
  const leaves = placedAfter(db, options.after, options.limit);
  const entries: SignedEntry[] = [];
  for (const leaf of leaves) {
    const entry = log.entry(leaf);
    if (entry === undefined) throw new Error('a placed entry is not in the record');
    applyEntry(projections, entry);
    entries.push(entry);
  }
  return { last: leaves.at(-1), entries };
}

/** Leaves of placed entries in the order of projection, after a given one. */
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
          .all<Row>([new Uint8Array(Buffer.from(after, 'hex')), limit]);
  return rows.map(leafOf);
}

/** SHA-256 over every row of every projection, in the order of their keys: equal for equal records, on every copy. */
export function dumpDigest(projections: Projections): { readonly digest: Sha256; readonly rows: number } {
  const hash = createHash('sha256');
  let rows = 0;
  for (const { name } of projectionTables) {
    hash.update(`${name}\n`);
    for (const row of eachRow(projections, name)) {
      hash.update(`${canonicalJson(row)}\n`);
      rows++;
    }
  }
  return { digest: idFromBytes('Sha256', hash.digest()), rows };
}

/** What differs between two sets of projections; `suggestion` is a cache and checked by its digest instead. */
export function compareProjections(actual: Projections, expected: Projections): readonly ProjectionFault[] {
  const faults: ProjectionFault[] = [];
  for (const { name, key } of projectionTables) {
    if (name === 'suggestion') continue;
    const [have, want] = [tableNamer(actual.generation)(name), tableNamer(expected.generation)(name)];
    const columns = key.map((column) => `"${column}"`).join(', ');
    const missing = keysOf(actual.db, `SELECT ${columns} FROM ${want} EXCEPT SELECT ${columns} FROM ${have}`);
    const extra = keysOf(actual.db, `SELECT ${columns} FROM ${have} EXCEPT SELECT ${columns} FROM ${want}`);
    const changed = keysOf(
      actual.db,
      `SELECT ${columns} FROM (SELECT * FROM ${have} EXCEPT SELECT * FROM ${want}) WHERE (${columns}) IN (SELECT ${columns} FROM ${want})`,
    );
    faults.push(...missing.map((at) => ({ table: name, key: at, fault: 'missing' as const })));
    faults.push(...extra.map((at) => ({ table: name, key: at, fault: 'extra' as const })));
    faults.push(...changed.map((at) => ({ table: name, key: at, fault: 'differs' as const })));
  }
  return faults;
}

/** Makes an empty set of projections, in place of one of the same generation that was left unfinished. */
export function makeProjections({ db, generation }: Projections): void {
  db.exec(dropProjections(generation));
  db.exec(createProjections(generation));
}

/** Rows of a projection in the order of its key. */
export function* eachRow(projections: Projections, name: ProjectionName): Generator<Row> {
  const table = projectionTables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`there is no projection ${name}`);
  const columns = table.key.map((column) => `"${column}"`).join(', ');
  const source = tableNamer(projections.generation)(name);
  const page = 500;
  let after: readonly string[] | undefined;
  for (;;) {
    const where = after === undefined ? '' : `WHERE (${columns}) > (${after.map(() => '?').join(', ')})`;
    const rows = projections.db
      .prepare(`SELECT * FROM ${source} ${where} ORDER BY ${columns} LIMIT ${page}`)
      .all<Row>([...(after ?? [])]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = table.key.map((column) => textOf(last, column));
  }
}

function keysOf(db: Database, query: string): readonly (readonly string[])[] {
  return db
    .prepare(query)
    .all<Row>()
    .map((row) => Object.values(row).map(String));
}

function applyChange({ db, generation }: Projections, { change, table, row }: RowChange): void {
  const name = tableNamer(generation)(table);
  const columns = Object.keys(row);
  const values = Object.values(row);
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  switch (change) {
    case 'put':
      db.prepare(`INSERT OR REPLACE INTO ${name} (${listed}) VALUES (${marks})`).run(values);
      return;
    case 'add':
      db.prepare(`INSERT OR IGNORE INTO ${name} (${listed}) VALUES (${marks})`).run(values);
      return;
    case 'delete':
      db.prepare(`DELETE FROM ${name} WHERE ${columns.map((column) => `"${column}" = ?`).join(' AND ')}`).run(values);
      return;
    case 'update': {
      const [key = ''] = columns;
      const set = columns.slice(1).map((column) => `"${column}" = ?`);
      db.prepare(`UPDATE ${name} SET ${set.join(', ')} WHERE "${key}" = ?`).run([
        ...values.slice(1),
        values[0] ?? null,
      ]);
    }
  }
}

function entryBodies(db: Database, { envelope }: SignedEntry): readonly BodyOf[] {
  const { workspace, device } = envelope;
  return envelope.parts.map((reference, i) => {
    const body = openPart(db, { workspace, device, reference });
    // A layer can be large: whether it opens matters, what it says does not become a row.
    const content = envelope.kind === 'layer-made' && i > 0;
    return { reference, here: body !== undefined, value: body && !content ? parseBody(body) : undefined };
  });
}
