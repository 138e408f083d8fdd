import { ok, type Result } from '../../base/index.ts';
import {
  type LibraryRefusal,
  type MappedRecord,
  placeOfQuote,
  readMappedSheet,
  type SheetMapping,
  type TableRows,
} from '../../read/index.ts';
import type { WriteRefusal } from '../../vault/index.ts';
import { ensureCollection, fillCollection } from '../collections.ts';
import { reviewTyped } from '../reviewing.ts';
import { claimsOf } from '../source-claims.ts';
import { type ImportEnd, type ImportedRecord, type ImportOptions, importRecords } from './import-records.ts';
import type { LibraryFiles } from './library-files.ts';

/**
 * Takes in a sheet by a mapping: its rows as records, the collections that they name, and the claims that they state, each typed out of
 * the words of its row's file by whoever imports it. A quote that is not there makes no claim, and is told as lost.
 */
export async function importSheet(
  rows: TableRows,
  mapping: SheetMapping,
  files: LibraryFiles,
  options: Omit<ImportOptions, 'from'>,
): Promise<Result<ImportEnd & { readonly unclaimed: number; readonly unread: number }, LibraryRefusal>> {
  const library = readMappedSheet(rows, mapping, files.paths);
  if (!library.ok) return library;
  const byRow = new Map(library.value.records.map((record) => [record.row, record]));
  const taken: ImportedRecord[] = [];
  let end = await importRecords(library.value.records, files, {
    ...options,
    from: 'sheet',
    acknowledge: (record) => void taken.push(record),
  });
  for (const imported of taken) {
    const record = byRow.get(imported.row);
    const done = record === undefined || options.dryRun ? ok(imported) : await keepRest(record, imported, options);
    if (!done.ok) end = { ...end, refusal: end.refusal ?? done.error };
    options.acknowledge(done.ok ? done.value : imported);
  }
  return ok({ ...end, unclaimed: library.value.unclaimed.length, unread: files.unread.length });
}

async function keepRest(
  { collections, claim }: MappedRecord,
  imported: ImportedRecord,
  { vault, now, random }: Omit<ImportOptions, 'from'>,
): Promise<Result<ImportedRecord, WriteRefusal>> {
  for (const name of imported.sources.length === 0 ? [] : collections) {
    const collection = await ensureCollection(vault, name.slice(0, 200), { now, random });
    if (!collection.ok) return collection;
    const lacking = [];
    for (const source of imported.sources)
      if (!(await vault.query('collectionsOf', { source })).includes(collection.value.name)) lacking.push(source);
    const filled = await fillCollection(vault, collection.value, lacking, { member: true, now });
    if (!filled.ok) return filled;
  }
  const [source] = imported.sources;
  if (claim === undefined || source === undefined) return ok(imported);
  const row = await vault.query('source', { source });
  const opened = row && (await claimsOf(vault, row));
  const text = row?.layer && opened?.texts.get(row.layer.digest);
  const span = text && placeOfQuote(text.layer.text, { exact: claim.quote, prefix: '', suffix: '' });
  if (opened === undefined || text === undefined || span === undefined) return ok({ ...imported, claim: 'lost' });
  const typed = { span, change: { kind: claim.kind } };
  // Whoever typed this record quoted the passage out of the document itself: its words were before them.
  const from = { source, text, reveal: true, known: opened.claims };
  const kept = await reviewTyped(vault, from, typed, {
    reason: claim.reason.slice(0, 2000),
    now,
  });
  if (kept.ok) return ok({ ...imported, claim: 'recorded' });
  if (kept.error.type === 'known-already') return ok({ ...imported, claim: 'already-here' });
  return kept.error.type === 'claim-refused' || kept.error.type === 'claim-veiled'
    ? ok({ ...imported, claim: 'lost' })
    : { ok: false, error: kept.error };
}
