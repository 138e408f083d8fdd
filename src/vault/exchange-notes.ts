/** What a folder notes of bundles: its own identities, what was given and taken, what peers hold, and bytes that came. */
import type Database from '@signalapp/sqlcipher';
import { canonicalJson, type DeviceKey, parseId, type Sha256, type Sha512 } from '../base/index.ts';
import { openCheckpoint, readCaptureRecord, type SeenHead } from '../preserve/index.ts';
import type { SealingKeyRow } from './exchange-queries.ts';
import { countingSealingKey, SEALING_KEY } from './folder-note-queries.ts';
import { LogStore } from './log-store.ts';
import { getMeta, setMeta } from './meta.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections } from './projections.ts';
import { bytesOf, type Row, textOf } from './rows.ts';
import type { BlobPlace } from './write-request.ts';

/** What a bundle said when it was taken. */
export interface TakenNote {
  readonly bundle: string;
  readonly takenAt: string;
  readonly device: DeviceKey;
  /** What the sender holds; undefined when a later bundle of its has said more. */
  readonly peer:
    | { readonly recipient: string; readonly heads: readonly SeenHead[]; readonly complete: boolean }
    | undefined;
}

/** Bytes that came for a source, kept in a file that nothing points at yet. */
export interface ArrivedBytes {
  readonly place: BlobPlace;
  readonly sha256: Sha256;
  readonly sha512: Sha512;
}

/** `replaced` is the file to which the source's row pointed before. */
export type ArrivalOutcome =
  | { readonly type: 'kept'; readonly replaced: string | undefined }
  /** No capture record of this source is here. */
  | { readonly type: 'blob-unknown' }
  /** The bytes are not those of the capture record. */
  | { readonly type: 'blob-differs' };

export const exchangeNotes = {
  /** Keeps an age identity of a device's unless there is one that counts; answers the one that does. Older ones stay. */
  sealingKeyMade: (
    db: Database,
    { device, recipient, identity, madeAt }: SealingKeyRow & { readonly device: DeviceKey },
  ): SealingKeyRow => {
    const found = countingSealingKey(db, device);
    if (found !== undefined) return found;
    db.prepare('INSERT INTO sealing_key (recipient, identity, made_at) VALUES (?, ?, ?)').run([
      recipient,
      identity,
      madeAt,
    ]);
    setMeta(db, SEALING_KEY, `${device}:${recipient}`);
    return { recipient, identity, madeAt };
  },

  /** Keeps age identities of an earlier time to open with: none of them counts. */
  sealingKeysCame: (db: Database, { keys }: { readonly keys: readonly SealingKeyRow[] }): void => {
    const keep = db.prepare('INSERT OR IGNORE INTO sealing_key (recipient, identity, made_at) VALUES (?, ?, ?)');
    for (const { recipient, identity, madeAt } of keys) keep.run([recipient, identity, madeAt]);
  },

  /** Has no age identity count any more: those that there are go on opening what was sealed to them. */
  sealingKeysSpent: (db: Database): void => {
    db.prepare('DELETE FROM meta WHERE key = ?').run([SEALING_KEY]);
  },

  /** Notes a bundle that was written. */
  bundleGiven: (
    db: Database,
    given: {
      readonly bundle: string;
      readonly madeAt: string;
      readonly recipients: readonly string[];
      readonly scope: 'all' | readonly string[];
      readonly heads: readonly SeenHead[];
    },
  ): void => {
    db.prepare('INSERT INTO bundle_given (id, made_at, recipients, scope, heads) VALUES (?, ?, ?, ?, ?)').run([
      given.bundle,
      given.madeAt,
      canonicalJson(given.recipients),
      canonicalJson(given.scope),
      canonicalJson(given.heads),
    ]);
  },

  /** Notes a bundle that was taken whole, and what its sender holds. */
  bundleTaken: (db: Database, { bundle, takenAt, device, peer }: TakenNote): void => {
    db.prepare('INSERT OR IGNORE INTO bundle_taken (id, taken_at, device) VALUES (?, ?, ?)').run([
      bundle,
      takenAt,
      bytesOf(device),
    ]);
    if (peer === undefined) return;
    db.prepare('INSERT OR REPLACE INTO peer (device, recipient, heads, complete, heard_at) VALUES (?, ?, ?, ?, ?)').run(
      [bytesOf(device), peer.recipient, canonicalJson(peer.heads), peer.complete ? 1 : 0, takenAt],
    );
  },

  /**
   * Keeps another device's checkpoint in place of its older ones. False when it is not signed by that device's key, when
   * the tree that it states is not here, or when there is a newer one.
   */
  checkpointCame: (db: Database, { note }: { readonly note: string }): boolean => {
    const [, workspaceText, deviceText] = note.split('\n', 1)[0]?.split('/') ?? [];
    const workspace = parseId('WorkspaceId', workspaceText);
    const device = parseId('DeviceKey', deviceText);
    if (device === undefined || workspace === undefined || workspace !== getMeta(db, 'workspace')) return false;
    const keys = db
      .prepare(
        `SELECT c.key FROM enrolment c JOIN enrolment d ON d.leaf = c.leaf AND d.role = 'device'
         WHERE c.role = 'checkpoint' AND d.key = ?`,
      )
      .all<Row>([bytesOf(device)]);
    for (const row of keys) {
      const key = parseId(
        'CheckpointKey',
        Buffer.from(row['key'] instanceof Uint8Array ? row['key'] : []).toString('hex'),
      );
      const opened = key && openCheckpoint(note, { workspace, device, key });
      if (!opened?.ok) continue;
      const { size } = opened.value;
      const root = parseId('Sha256', Buffer.from(opened.value.root).toString('hex'));
      const newest = db.prepare('SELECT MAX(size) FROM checkpoint WHERE device = ?', { pluck: true });
      if (root === undefined || size <= Number(newest.get([bytesOf(device)]) ?? 0)) return false;
      if (new LogStore(db, workspace).placedAtHead({ device, size, root }) === undefined) return false;
      db.prepare('DELETE FROM checkpoint WHERE device = ?').run([bytesOf(device)]);
      db.prepare('INSERT INTO checkpoint (device, size, note) VALUES (?, ?, ?)').run([bytesOf(device), size, note]);
      return true;
    }
    return false;
  },

  /** Points a source at bytes that came for it, when they are those of its capture record. */
  bytesCame: (db: Database, { place, sha256, sha512 }: ArrivedBytes): ArrivalOutcome => {
    const projections = currentProjections(db);
    if (projections === undefined) throw new Error('the vault has no projections');
    const json = db
      .prepare(`SELECT record FROM ${tableName('source', projections.generation)} WHERE source = ?`, { pluck: true })
      .get([place.source]);
    const record = typeof json === 'string' ? readCaptureRecord(JSON.parse(json)) : undefined;
    if (record === undefined) return { type: 'blob-unknown' };
    if (record.sha256 !== sha256 || record.sha512 !== sha512 || record.length !== place.length) {
      return { type: 'blob-differs' };
    }
    const source = bytesOf(place.source);
    const before = db.prepare('SELECT name FROM blob WHERE source = ?').get<Row>([source]);
    db.prepare('DELETE FROM blob WHERE source = ?').run([source]);
    db.prepare('INSERT INTO blob (name, source, length, wrapped_key) VALUES (?, ?, ?, ?)').run([
      place.name,
      source,
      place.length,
      new Uint8Array(place.wrappedKey),
    ]);
    return { type: 'kept', replaced: before === undefined ? undefined : textOf(before, 'name') };
  },
} as const;
