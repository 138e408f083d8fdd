import type Database from '@signalapp/sqlcipher';
import { type CheckpointKey, type DeviceKey, idFromBytes } from '../base/index.ts';
import { type CheckpointRefusal, logOfCheckpoint, openCheckpoint } from '../preserve/index.ts';
import type { LogStore } from './log-store.ts';
import { blobOf, bytesOf, type Row } from './rows.ts';

/**
 * How the record stands to a checkpoint that is what it claims to be and was kept elsewhere. `size` is the log's length as
 * the checkpoint states it.
 */
export type KeptStanding =
  /** The log here had that root at that length: nothing before was changed or dropped. `since`: entries that came after. */
  | { readonly type: 'kept'; readonly device: DeviceKey; readonly size: number; readonly since: number }
  /** The log here has only `have` entries: this copy is older than the checkpoint. */
  | { readonly type: 'shorter'; readonly device: DeviceKey; readonly size: number; readonly have: number }
  /** The log here is long enough and another one: changed, or the other side of a fork. */
  | { readonly type: 'differs'; readonly device: DeviceKey; readonly size: number }
  /** No such device was enrolled here, so its signature cannot be checked: this copy may be older than the device. */
  | { readonly type: 'device-unknown'; readonly device: DeviceKey };

/** The same, or why the checkpoint says nothing. */
export type NoteStanding =
  | KeptStanding
  | { readonly type: 'other-workspace' }
  | { readonly type: 'refused'; readonly error: CheckpointRefusal['type'] };

/**
 * Opens a checkpoint by the key that its device enrolled, and looks for the tree it states. Whether the places of entries
 * follow from the entries is for `verifyRecord` to say.
 */
export function standingOfNote(db: Database, log: LogStore, note: string): NoteStanding {
  const origin = logOfCheckpoint(note);
  if (origin === undefined) return { type: 'refused', error: 'checkpoint-malformed' };
  const { workspace, device } = origin;
  if (workspace !== log.workspace) return { type: 'other-workspace' };
  const keys = checkpointKeysOf(db, log, device);
  if (keys.length === 0) return { type: 'device-unknown', device };
  let error: CheckpointRefusal['type'] = 'note-not-signed-by-key';
  for (const key of keys) {
    const opened = openCheckpoint(note, { workspace, device, key });
    if (!opened.ok) {
      error = opened.error.type;
      continue;
    }
    const { size } = opened.value;
    const root = idFromBytes('Sha256', opened.value.root);
    const have = Math.max(0, ...log.headsOf(device).map((head) => head.size));
    if (size === 0 || log.placedAtHead({ device, size, root }) !== undefined) {
      return { type: 'kept', device, size, since: have - size };
    }
    return have < size ? { type: 'shorter', device, size, have } : { type: 'differs', device, size };
  }
  return { type: 'refused', error };
}

/** The checkpoint keys that a device enrolled: one, unless two persons claimed the device. */
function checkpointKeysOf(db: Database, log: LogStore, device: DeviceKey): readonly CheckpointKey[] {
  const enrolling = log.enrolmentsOf(device).filter(({ role }) => role === 'device');
  const keys = db.prepare("SELECT key FROM enrolment WHERE leaf = ? AND role = 'checkpoint' ORDER BY key");
  return enrolling.flatMap(({ leaf }) =>
    keys.all<Row>([bytesOf(leaf)]).map((row) => idFromBytes('CheckpointKey', blobOf(row, 'key'))),
  );
}
