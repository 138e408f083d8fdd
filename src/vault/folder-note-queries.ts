/** What reads the rows that a folder writes for itself (`folder-notes.ts`). */
import type Database from '@signalapp/sqlcipher';
import { parseId } from '../base/index.ts';
import { HEADER_GENERATION, type SlotNote } from './folder-notes.ts';
import { getMeta } from './meta.ts';
import { blobOf, type Row, textOf } from './rows.ts';

export const folderNoteQueries = {
  /** Whose slots are whose, oldest first. May name slots that are no longer in the header, never the other way for long. */
  slots: (db: Database): readonly SlotNote[] =>
    db.prepare('SELECT id, kind, person, made_at, detail FROM slot ORDER BY made_at, id').all<Row>().map(slotNote),

  /** Number of the newest header that was seen in place; 0 when none was noted yet. */
  headerGeneration: (db: Database): number => {
    const kept = getMeta(db, HEADER_GENERATION);
    return typeof kept === 'number' ? kept : 0;
  },
} as const;

function slotNote(row: Row): SlotNote {
  const person = parseId('PersonKey', Buffer.from(blobOf(row, 'person')).toString('hex'));
  const detail: unknown = JSON.parse(textOf(row, 'detail'));
  if (person === undefined || !isDetail(detail)) throw new Error('a note on a slot is not one');
  return { id: textOf(row, 'id'), kind: textOf(row, 'kind'), person, madeAt: textOf(row, 'made_at'), detail };
}

function isDetail(value: unknown): value is SlotNote['detail'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string' || typeof each === 'number')
  );
}
