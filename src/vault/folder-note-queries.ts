/** What reads the rows that a folder writes for itself (`folder-notes.ts`). */
import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, parseId, type WorkspaceId } from '../base/index.ts';
import type { SealingKeyRow } from './exchange-queries.ts';
import { HEADER_GENERATION, type SlotNote } from './folder-notes.ts';
import { getMeta } from './meta.ts';
import { blobOf, type Row, textOf } from './rows.ts';

/** Name in `meta` of the age identity that counts: a device, a colon, and its recipient. */
export const SEALING_KEY = 'sealing-key';

export const folderNoteQueries = {
  /** Whose slots are whose, oldest first. May name slots that are no longer in the header, never the other way for long. */
  slots: (db: Database): readonly SlotNote[] =>
    db.prepare('SELECT id, kind, person, made_at, detail FROM slot ORDER BY made_at, id').all<Row>().map(slotNote),

  /** Number of the newest header that was seen in place; 0 when none was noted yet. */
  headerGeneration: (db: Database): number => {
    const kept = getMeta(db, HEADER_GENERATION);
    return typeof kept === 'number' ? kept : 0;
  },

  /** The age identity that a device states; undefined when it has made none, or none since the vault key was revoked. */
  ownSealingKey: (
    db: Database,
    _workspace: WorkspaceId,
    { device }: { readonly device: DeviceKey },
  ): SealingKeyRow | undefined => countingSealingKey(db, device),
} as const;

/**
 * The identity that counts is of this device and of the vault key as it is: one that came with a copied or restored folder
 * is on the other computer too, and one from before a revoking is known to whoever had the old key.
 */
export function countingSealingKey(db: Database, device: DeviceKey): SealingKeyRow | undefined {
  const counting = getMeta(db, SEALING_KEY);
  if (typeof counting !== 'string' || !counting.startsWith(`${device}:`)) return undefined;
  const row = db
    .prepare('SELECT recipient, identity, made_at FROM sealing_key WHERE recipient = ?')
    .get<Row>([counting.slice(device.length + 1)]);
  if (row === undefined) return undefined;
  const [recipient, identity, madeAt] = [textOf(row, 'recipient'), textOf(row, 'identity'), textOf(row, 'made_at')];
  return { recipient, identity, madeAt };
}

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
