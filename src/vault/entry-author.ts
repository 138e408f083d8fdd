import { randomBytes } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, idFromBytes, type PersonKey } from '../base/index.ts';
import {
  isErasureList,
  referToPart,
  SALT_BYTES,
  type SignedEntry,
  type SigningKey,
  signCheckpoint,
  signEnvelope,
  signingKeyFromSeed,
} from '../preserve/index.ts';
import { settleEntries, standingBefore } from './erasing.ts';
import type { HeadAuthority } from './head.ts';
import type { LogHead, LogStore } from './log-store.ts';
import { putPart } from './part-store.ts';
import { projectionsIn } from './projections.ts';
import { bytesOf } from './rows.ts';
import type { EntryDraft } from './write-request.ts';

/** What the writer signs and authenticates with. */
export interface WriterKeys {
  readonly authority: HeadAuthority;
  readonly device: SigningKey;
  readonly checkpoint: SigningKey;
  readonly person: SigningKey;
}

/** Writes this device's log: each entry signed, placed, and brought into everything that is derived. */
export class EntryAuthor {
  readonly #db: Database;
  readonly #log: LogStore;
  readonly #keys: WriterKeys;
  readonly device: DeviceKey;
  /** Whoever opened the vault. */
  readonly person: PersonKey;

  constructor({ db, log, keys }: { readonly db: Database; readonly log: LogStore; readonly keys: WriterKeys }) {
    this.#db = db;
    this.#log = log;
    this.#keys = keys;
    this.device = idFromBytes('DeviceKey', keys.device.publicKey);
    this.person = idFromBytes('PersonKey', keys.person.publicKey);
  }

  /** Signs an entry, places it, keeps its parts, and brings everything that is derived along. Within the caller's transaction. */
  append(draft: EntryDraft): SignedEntry {
    const { workspace } = this.#log;
    const projections = projectionsIn(this.#db);
    const parts = draft.parts.map(({ of, body }) => {
      const salt = new Uint8Array(randomBytes(SALT_BYTES));
      return { salt, body, reference: referToPart({ workspace, device: this.device, of, salt, body }) };
    });
    const own = this.end();
    const news = this.#log.unseenHeads(this.device);
    const person = draft.signer === undefined ? this.#keys.person : signingKeyFromSeed(draft.signer);
    const entry = signEnvelope(
      {
        v: 1,
        workspace,
        device: this.device,
        seq: own?.size ?? 0,
        prev: own?.leaf ?? null,
        person: draft.personal ? idFromBytes('PersonKey', person.publicKey) : null,
        seen: news.map(({ device, size, root }) => ({ device, size, root })),
        order: 1 + Math.max(own?.order ?? 0, ...news.map((head) => head.order)),
        at: draft.at,
        kind: draft.kind,
        members: draft.members ?? [],
        parts: parts.map(({ reference }) => reference),
      },
      draft.personal ? { device: this.#keys.device, person } : { device: this.#keys.device },
    );
    this.#log.markSeen(news);
    const before = standingBefore(this.#log);
    const offered = this.#log.offer(entry);
    if (offered.type !== 'placed') throw new Error(`this device's own entry was not placed: ${offered.type}`);
    for (const [place, { salt, body, reference }] of parts.entries()) {
      if (isErasureList(entry.envelope, place)) continue;
      if (reference.of.some((subject) => this.#log.isErased(subject))) continue;
      putPart(this.#db, reference, { leaf: entry.leaf, salt, body });
    }
    settleEntries(projections, this.#log, { entries: [entry], before });
    return entry;
  }

  /** The end of this device's log; undefined before its first entry. */
  end(): LogHead | undefined {
    return this.#log.headsOf(this.device)[0];
  }

  /** A checkpoint covers all before it, so that one of a device is enough: the newest. */
  signCheckpoint(): void {
    const own = this.end();
    if (own === undefined) return;
    const { device, size } = own;
    const note = signCheckpoint(
      { workspace: this.#log.workspace, device, size, root: bytesOf(own.root) },
      this.#keys.checkpoint,
    );
    this.#db.prepare('DELETE FROM checkpoint WHERE device = ? AND size < ?').run([bytesOf(device), size]);
    this.#db
      .prepare('INSERT OR REPLACE INTO checkpoint (device, size, note) VALUES (?, ?, ?)')
      .run([bytesOf(device), size, note]);
  }
}
