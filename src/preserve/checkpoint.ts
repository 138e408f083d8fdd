import {
  bytesToHex,
  type CheckpointKey,
  type DeviceKey,
  hexToBytes,
  ok,
  parseId,
  type Result,
  refuse,
  type WorkspaceId,
} from '../base/index.ts';
import { emptyRange, type Hash, rangeRoot } from './merkle.ts';
import { type NoteRefusal, openNote, signNote } from './signed-note.ts';
import type { SigningKey } from './signing.ts';

/**
 * A checkpoint states size and root of one device's log: a C2SP tlog-checkpoint whose origin, and key name, is
 * `daybook/<workspace>/<device>`. Its key signs checkpoints and nothing else, so that no checkpoint can be passed off
 * as an entry and no entry as a checkpoint.
 */
export interface Checkpoint {
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly size: number;
  readonly root: Hash;
}

export type CheckpointRefusal =
  | NoteRefusal
  | { readonly type: 'checkpoint-malformed' }
  | { readonly type: 'checkpoint-of-other-log' };

/** Origin line and key name of a device's checkpoints. */
export function checkpointOrigin(log: { readonly workspace: WorkspaceId; readonly device: DeviceKey }): string {
  return `daybook/${log.workspace}/${log.device}`;
}

/** The log of which a checkpoint claims to be, before anything of it is checked; undefined when it names none. */
export function logOfCheckpoint(
  note: string,
): { readonly workspace: WorkspaceId; readonly device: DeviceKey } | undefined {
  const match = /^daybook\/([0-9a-f]{64})\/([0-9a-f]{64})\n/.exec(note);
  const workspace = parseId('WorkspaceId', match?.[1]);
  const device = parseId('DeviceKey', match?.[2]);
  return workspace === undefined || device === undefined ? undefined : { workspace, device };
}

/** The checkpoint as a signed note. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  const origin = checkpointOrigin(checkpoint);
  const root = Buffer.from(checkpoint.root).toString('base64');
  return signNote(`${origin}\n${checkpoint.size}\n${root}\n`, origin, key);
}

/** Opens a checkpoint of one log; refuses one of another log, another key, or one that was changed. */
export function openCheckpoint(
  note: string,
  log: { readonly workspace: WorkspaceId; readonly device: DeviceKey; readonly key: CheckpointKey },
): Result<Checkpoint, CheckpointRefusal> {
  const origin = checkpointOrigin(log);
  if (!note.startsWith(`${origin}\n`)) return refuse({ type: 'checkpoint-of-other-log' });
  const text = openNote(note, origin, hexToBytes(log.key));
  if (!text.ok) return text;
  // Extension lines may follow the root; ours have none, and those of a newer Daybook are signed and left alone.
  const [, size = '', root = '', ...extensions] = text.value.slice(0, -1).split('\n');
  if (extensions.includes('')) return refuse({ type: 'checkpoint-malformed' });
  const hash = Buffer.from(root, 'base64');
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    return refuse({ type: 'checkpoint-malformed' });
  if (size === '0' && !hash.equals(rangeRoot(emptyRange))) return refuse({ type: 'checkpoint-malformed' });
  if (hash.length !== 32 || hash.toString('base64') !== root) return refuse({ type: 'checkpoint-malformed' });
  return ok({ workspace: log.workspace, device: log.device, size: Number(size), root: new Uint8Array(hash) });
}

/** Whether two checkpoints state the same tree. */
export function sameTree(a: Pick<Checkpoint, 'size' | 'root'>, b: Pick<Checkpoint, 'size' | 'root'>): boolean {
  return a.size === b.size && bytesToHex(a.root) === bytesToHex(b.root);
}
