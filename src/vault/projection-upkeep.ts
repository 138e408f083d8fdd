import { type LeafHash, parseId } from '../base/index.ts';
import type { SignedEntry } from '../preserve/index.ts';
import type { LogStore } from './log-store.ts';
import { metaLeaf, setMeta } from './meta.ts';
import { tableNamer } from './projection-schema.ts';
import {
  applyEntry,
  makeProjections,
  type Projections,
  placedAfter,
  projectFrom,
  putSuggestion,
} from './projections.ts';
import { type Row, textOf } from './rows.ts';

/**
 * Brings the projections up to newly placed entries. Entries are projected in order: when one of them belongs before
 * what was projected already, all is built again from the record, so that the order of arrival leaves no trace.
 */
export function keepProjected(projections: Projections, log: LogStore, entries: readonly SignedEntry[]): void {
  const { db } = projections;
  const given = new Map(entries.map((entry) => [entry.leaf, entry]));
  const next = placedAfter(db, metaLeaf(db, 'projected'), entries.length + 1);
  if (next.length !== entries.length || !next.every((leaf) => given.has(leaf))) {
    projectAgain(projections, log);
    return;
  }
  for (const leaf of next) {
    const entry = given.get(leaf);
    if (entry !== undefined) applyEntry(projections, entry);
  }
  const last = next.at(-1);
  if (last !== undefined) setMeta(db, 'projected', last);
}

/** Fills the projections from nothing, within the caller's transaction. Cached readings are kept: no entry makes them. */
export function projectAgain(projections: Projections, log: LogStore): void {
  const { db } = projections;
  const table = tableNamer(projections.generation);
  const cached = db.prepare(`SELECT layer, source, output, reading FROM ${table('suggestion')}`).all<Row>();
  makeProjections(projections);
  let after: LeafHash | undefined;
  for (;;) {
    const { last } = projectFrom(projections, log, { after, limit: 500 });
    if (last === undefined) break;
    after = last;
  }
  if (after !== undefined) setMeta(db, 'projected', after);
  for (const row of cached) {
    const output = parseId('Sha256', row['output']);
    const [layer, source, reading] = [textOf(row, 'layer'), textOf(row, 'source'), textOf(row, 'reading')];
    if (output !== undefined) putSuggestion(projections, { layer, source, output, reading });
  }
}
