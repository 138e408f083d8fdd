import { parseId } from '../base/index.ts';
import type { SignedEntry } from '../preserve/index.ts';
import type { LogStore } from './log-store.ts';
import type { FoundPart } from './part-store.ts';
import { type ProjectionName, type ProjectionTable, projectionTables, tableName } from './projection-schema.ts';
import { eachRow, findParts, type Projections, standingRows, tableNamed } from './projections.ts';
import type { ProjectionRow } from './projector.ts';
import type { Row } from './rows.ts';

/** A row of a projection that is not what the record gives. */
export interface ProjectionFault {
  readonly table: ProjectionName;
  /** The key columns' values: ids, never words. */
  readonly key: readonly string[];
  readonly fault: 'missing' | 'extra' | 'differs';
}

/**
 * Compares projections with the record while its entries pass by, each once. Every row names its entry, so nothing is
 * built a second time and memory stays the same however many rows there are.
 */
export class ProjectionCheck {
  #projections: Projections;
  #log: LogStore;
  readonly #passed = new Map<string, number>();
  readonly faults: ProjectionFault[] = [];
  rows = 0;

  constructor(projections: Projections, log: LogStore) {
    this.#projections = projections;
    this.#log = log;
  }

  /** Uses another connection from here on. */
  goOnWith(projections: Projections, log: LogStore): void {
    this.#projections = projections;
    this.#log = log;
  }

  /** Looks whether what a placed entry gives stands, or something later does. */
  pass(entry: SignedEntry, found: readonly FoundPart[]): void {
    for (const given of lastOfEachKey(standingRows(this.#log, entry, found))) {
      const table = tableNamed(given.table);
      const have = this.#rowAt(table, given.row);
      const key = keyOf(table, given.row);
      if (have === undefined) this.faults.push({ table: given.table, key, fault: 'missing' });
      else if (have['leaf'] === entry.leaf) {
        this.#passed.set(table.name, (this.#passed.get(table.name) ?? 0) + 1);
        if (!sameRow(have, given.row)) this.faults.push({ table: given.table, key, fault: 'differs' });
      } else if (!isLater(have, given.row)) this.faults.push({ table: given.table, key, fault: 'differs' });
    }
  }

  /** After all entries: names the rows that none of them gave. */
  finish(): void {
    const { db, generation } = this.#projections;
    for (const table of projectionTables) {
      const name = tableName(table.name, generation);
      const rows = Number(db.prepare(`SELECT COUNT(*) FROM ${name}`, { pluck: true }).get());
      this.rows += rows;
      if (rows === (this.#passed.get(table.name) ?? 0)) continue;
      for (const row of eachRow(this.#projections, table)) {
        if (!this.#isGiven(table, row)) {
          this.faults.push({ table: table.name, key: keyOf(table, row), fault: 'extra' });
        }
      }
    }
  }

  #rowAt(table: ProjectionTable, row: ProjectionRow['row']): Row | undefined {
    const where = table.key.map((column) => `"${column}" = ?`).join(' AND ');
    return this.#projections.db
      .prepare(`SELECT * FROM ${tableName(table.name, this.#projections.generation)} WHERE ${where}`)
      .get<Row>(table.key.map((column) => row[column] ?? null));
  }

  /** Whether the entry that a row names gives one of this key. Damage to the entry or its parts is named by itself. */
  #isGiven(table: ProjectionTable, row: Row): boolean {
    const leaf = parseId('LeafHash', row['leaf']);
    if (leaf === undefined || this.#log.placed(leaf) === undefined) return false;
    let entry: SignedEntry | undefined;
    try {
      entry = this.#log.entry(leaf);
    } catch {
      return true;
    }
    if (entry === undefined) return true;
    const found = findParts(this.#projections.db, entry);
    if (found.some(({ type }) => type === 'damaged')) return true;
    const key = keyOf(table, row).join();
    return standingRows(this.#log, entry, found).some(
      (given) => given.table === table.name && keyOf(table, given.row).join() === key,
    );
  }
}

function lastOfEachKey(rows: readonly ProjectionRow[]): readonly ProjectionRow[] {
  if (rows.length < 2) return rows;
  return [
    ...new Map(rows.map((each) => [`${each.table} ${keyOf(tableNamed(each.table), each.row).join()}`, each])).values(),
  ];
}

function keyOf({ key }: ProjectionTable, row: ProjectionRow['row'] | Row): readonly string[] {
  return key.map((column) => String(row[column]));
}

function sameRow(have: Row, want: ProjectionRow['row']): boolean {
  const columns = Object.keys(have);
  return columns.length === Object.keys(want).length && columns.every((column) => have[column] === want[column]);
}

/** Whether a row is of a later entry than another; no when its place is none. */
function isLater(have: Row, want: ProjectionRow['row']): boolean {
  for (const column of ['ord', 'device', 'seq', 'leaf'] as const) {
    const [a, b] = [have[column], want[column]];
    if (a === b) continue;
    if (typeof a === 'number' && typeof b === 'number') return a > b;
    return typeof a === 'string' && typeof b === 'string' && a > b;
  }
  return false;
}
