import { canonicalJson } from '../base/index.ts';
import { readConsentChange, readDescriptionRecord, type SignedEntry } from '../preserve/index.ts';
import { readPassageNote } from '../read/index.ts';
import type { BodyOf, ProjectionRow } from './projector.ts';

/**
 * The rows of what persons say of a source beside its text: consent to its uses, what a library that they kept elsewhere
 * says of it, notes on its passages. Each is a person's word; a machine's makes no row.
 */
export function libraryRows(
  { envelope }: SignedEntry,
  bodies: readonly BodyOf[],
  give: (table: ProjectionRow['table'], row: ProjectionRow['row']) => ProjectionRow,
): readonly ProjectionRow[] {
  const { kind, person } = envelope;
  if (person === null) return [];
  return bodies.flatMap(({ value, reference }): ProjectionRow[] => {
    if (kind === 'consent-stated') {
      const record = readConsentChange(value);
      if (record === undefined || !reference.of.includes(record.source)) return [];
      const { source, use } = record;
      return [give('consent', { source, use, record: canonicalJson(record), person })];
    }
    if (kind === 'source-described') {
      const record = readDescriptionRecord(value);
      if (record === undefined || !reference.of.includes(record.source)) return [];
      const { source, from, item } = record;
      return [give('description', { source, origin: from, item, record: canonicalJson(record), person })];
    }
    const record = readPassageNote(value);
    if (record === undefined || !reference.of.includes(record.source)) return [];
    const { source, item } = record;
    return [give('passage_note', { source, item, record: canonicalJson(record), person })];
  });
}
