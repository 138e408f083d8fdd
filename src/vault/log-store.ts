import type Database from '@signalapp/sqlcipher';
import {
  bytesToHex,
  type CheckpointKey,
  canonicalJson,
  type DeviceKey,
  hexToBytes,
  idFromBytes,
  type LeafHash,
  type PersonKey,
  parseId,
  type Sha256,
  type WorkspaceId,
} from '../base/index.ts';
import {
  appendLeaf,
  type Clock,
  type CompactRange,
  type Enrolment,
  type EntryRefusal,
  emptyRange,
  judgeEntry,
  type LogView,
  type Placed,
  readEnvelope,
  type SeenHead,
  type SignedEntry,
} from '../preserve/index.ts';
import { partJson } from './part-store.ts';
import { blobOf, bytesOf, hexOf, numberOf, type Row, textOf } from './rows.ts';

/** What became of an entry that was offered. */
export type Offered =
  | { readonly type: 'placed' }
  | { readonly type: 'already-here' }
  | { readonly type: 'waiting' }
  | { readonly type: 'refused'; readonly error: EntryRefusal };

/** The record's entries in the database, and where each belongs. One per connection; used inside its transactions. */
export class LogStore implements LogView {
  readonly workspace: WorkspaceId;
  readonly #db: Database;

  constructor(db: Database, workspace: WorkspaceId) {
    this.#db = db;
    this.workspace = workspace;
  }

  get founding(): LeafHash | undefined {
    const value = this.#db.prepare("SELECT value FROM meta WHERE key = 'founding'", { pluck: true }).get();
    return parseId('LeafHash', value);
  }

  placed(leaf: LeafHash): Placed | undefined {
    const row = this.#db.prepare(`${PLACED} WHERE p.leaf = ?`).get<Row>([bytesOf(leaf)]);
    return row === undefined ? undefined : placedOf(row);
  }

  placedAtHead(head: SeenHead): Placed | undefined {
    const row = this.#db
      .prepare(`${PLACED} WHERE p.device = ? AND p.seq = ? AND p.root = ?`)
      .get<Row>([bytesOf(head.device), head.size - 1, bytesOf(head.root)]);
    return row === undefined ? undefined : placedOf(row);
  }

  rangeAfter(leaf: LeafHash): CompactRange {
    const tip = this.#db.prepare('SELECT size, peaks FROM tip WHERE leaf = ?').get<Row>([bytesOf(leaf)]);
    if (tip !== undefined) return { size: numberOf(tip, 'size'), peaks: splitHashes(blobOf(tip, 'peaks')) };
    // Not the end of its log: a fork, or a head of the past. Rare, so the tree is built again from its leaves.
    return this.chain(leaf)
      .map((each) => hexToBytes(each))
      .reduce(appendLeaf, emptyRange);
  }

  enrolmentsOf(key: PersonKey | DeviceKey | CheckpointKey): readonly Enrolment[] {
    return this.#db
      .prepare('SELECT role, person, device, seq FROM enrolment WHERE key = ? ORDER BY role, device, seq')
      .all<Row>([bytesOf(key)])
      .map((row) => ({
        role: roleOf(textOf(row, 'role')),
        key,
        by: row['person'] === null ? null : idFromBytes('PersonKey', blobOf(row, 'person')),
        device: idFromBytes('DeviceKey', blobOf(row, 'device')),
        seq: numberOf(row, 'seq'),
      }));
  }

  bodies(entry: SignedEntry): readonly unknown[] {
    return entry.envelope.parts.map((part) => partJson(this.#db, part.commitment));
  }

  /** Leaves of the log that ends in this placed entry, first to last. */
  chain(leaf: LeafHash): readonly LeafHash[] {
    const end = this.placed(leaf);
    if (end === undefined) throw new Error('the chain of an entry that is not placed was asked for');
    const rows = this.#db
      .prepare('SELECT leaf FROM placement WHERE device = ? AND seq <= ? ORDER BY seq', { pluck: true })
      .all([bytesOf(end.device), end.seq]);
    const leaves = rows.map((row) => idFromBytes('LeafHash', row instanceof Uint8Array ? row : new Uint8Array()));
    return leaves.length === end.seq + 1 ? leaves : this.#walkBack(leaf);
  }

  /** The log's heads: for each device the entry with the largest seq; of a fork, the branch with the smaller leaf. */
  heads(): readonly (SeenHead & { readonly leaf: LeafHash; readonly order: number })[] {
    const rows = this.#db
      .prepare(
        `SELECT p.leaf, p.device, p.seq, p.ord, p.root FROM placement p
         JOIN (SELECT device, MAX(seq) AS seq FROM placement GROUP BY device) last USING (device, seq)
         ORDER BY p.device, p.leaf`,
      )
      .all<Row>();
    const heads = rows.map((row) => ({
      device: idFromBytes('DeviceKey', blobOf(row, 'device')),
      size: numberOf(row, 'seq') + 1,
      root: idFromBytes('Sha256', blobOf(row, 'root')),
      leaf: idFromBytes('LeafHash', blobOf(row, 'leaf')),
      order: numberOf(row, 'ord'),
    }));
    return heads.filter((head, i) => head.device !== heads[i - 1]?.device);
  }

  /** Devices with two entries at one place, and the first such place. Both are kept. */
  forks(): readonly { readonly device: DeviceKey; readonly seq: number }[] {
    return this.#db
      .prepare(
        `SELECT device, MIN(seq) AS seq FROM (SELECT device, seq FROM placement GROUP BY device, seq HAVING COUNT(*) > 1)
         GROUP BY device ORDER BY device`,
      )
      .all<Row>()
      .map((row) => ({ device: idFromBytes('DeviceKey', blobOf(row, 'device')), seq: numberOf(row, 'seq') }));
  }

  /** A stored entry, read and checked again; undefined when it is not here. Throws when its bytes were changed. */
  entry(leaf: LeafHash): SignedEntry | undefined {
    const bytes = this.#db.prepare('SELECT bytes FROM entry WHERE leaf = ?', { pluck: true }).get([bytesOf(leaf)]);
    if (!(bytes instanceof Uint8Array)) return undefined;
    const read = readEnvelope(bytes, this.workspace);
    if (!read.ok) throw new Error(`a stored entry no longer reads: ${read.error.type}`);
    return read.value;
  }

  /** Keeps an entry and places it if its past is here. Its parts are put before, so that enrolments can be judged. */
  offer(entry: SignedEntry): Offered {
    const { leaf, envelope, bytes } = entry;
    if (this.placed(leaf) !== undefined) return { type: 'already-here' };
    const verdict = judgeEntry(entry, this);
    if (verdict.type === 'refuse') return { type: 'refused', error: verdict.error };
    const kept = this.#db
      .prepare('INSERT OR IGNORE INTO entry (leaf, device, seq, ord, bytes) VALUES (?, ?, ?, ?, ?)')
      .run([bytesOf(leaf), bytesOf(envelope.device), envelope.seq, envelope.order, new Uint8Array(bytes)]);
    if (verdict.type === 'wait') return { type: kept.changes === 0 ? 'already-here' : 'waiting' };
    this.#place(entry, verdict.placed, verdict.range, verdict.root);
    for (const enrolment of verdict.enrolments) this.#enrol(enrolment);
    return { type: 'placed' };
  }

  /** Places what can be placed now of the entries that wait; answers those it placed. */
  placeWaiting(): readonly SignedEntry[] {
    const placed: SignedEntry[] = [];
    for (let progress = true; progress; ) {
      progress = false;
      const waiting = this.#db
        .prepare(
          `SELECT leaf FROM entry WHERE leaf NOT IN (SELECT leaf FROM placement) ORDER BY ord, device, seq, leaf`,
          { pluck: true },
        )
        .all();
      for (const bytes of waiting) {
        if (!(bytes instanceof Uint8Array)) continue;
        const entry = this.entry(idFromBytes('LeafHash', bytes));
        if (entry === undefined || this.offer(entry).type !== 'placed') continue;
        placed.push(entry);
        progress = true;
      }
    }
    return placed;
  }

  #walkBack(leaf: LeafHash): readonly LeafHash[] {
    const leaves: LeafHash[] = [];
    for (let at: LeafHash | null = leaf; at !== null; ) {
      leaves.push(at);
      const entry = this.entry(at);
      if (entry === undefined) throw new Error('a placed entry has no predecessor here');
      at = entry.envelope.prev;
    }
    return leaves.reverse();
  }

  #place(entry: SignedEntry, placed: Placed, range: CompactRange, root: Sha256): void {
    const leaf = bytesOf(placed.leaf);
    this.#db
      .prepare('INSERT INTO placement (leaf, device, seq, ord, root, clock) VALUES (?, ?, ?, ?, ?, ?)')
      .run([leaf, bytesOf(placed.device), placed.seq, placed.order, bytesOf(root), this.#clockId(placed.clock)]);
    if (entry.envelope.prev !== null) {
      this.#db.prepare('DELETE FROM tip WHERE leaf = ?').run([bytesOf(entry.envelope.prev)]);
    }
    this.#db
      .prepare('INSERT INTO tip (leaf, size, peaks) VALUES (?, ?, ?)')
      .run([leaf, range.size, new Uint8Array(Buffer.concat(range.peaks))]);
    if (entry.envelope.kind === 'workspace-founded' && this.founding === undefined) {
      this.#db.prepare("INSERT INTO meta (key, value) VALUES ('founding', ?)").run([placed.leaf]);
    }
  }

  #enrol(enrolment: Enrolment): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO enrolment (key, role, person, device, seq) VALUES (?, ?, ?, ?, ?)')
      .run([
        bytesOf(enrolment.key),
        enrolment.role,
        enrolment.by === null ? null : bytesOf(enrolment.by),
        bytesOf(enrolment.device),
        enrolment.seq,
      ]);
  }

  #clockId(clock: Clock): number {
    const heads = canonicalJson(Object.fromEntries(clock));
    this.#db.prepare('INSERT OR IGNORE INTO clock (heads) VALUES (?)').run([heads]);
    return Number(this.#db.prepare('SELECT id FROM clock WHERE heads = ?', { pluck: true }).get([heads]));
  }
}

const PLACED = 'SELECT p.leaf, p.device, p.seq, p.ord, c.heads FROM placement p JOIN clock c ON c.id = p.clock';

function placedOf(row: Row): Placed {
  const clock = new Map<DeviceKey, number>();
  const heads: unknown = JSON.parse(textOf(row, 'heads'));
  for (const [key, size] of Object.entries(heads ?? {})) {
    const device = parseId('DeviceKey', key);
    if (device !== undefined && typeof size === 'number') clock.set(device, size);
  }
  return {
    leaf: idFromBytes('LeafHash', blobOf(row, 'leaf')),
    device: idFromBytes('DeviceKey', blobOf(row, 'device')),
    seq: numberOf(row, 'seq'),
    order: numberOf(row, 'ord'),
    clock,
  };
}

function roleOf(text: string): Enrolment['role'] {
  if (text === 'person' || text === 'device' || text === 'checkpoint') return text;
  throw new Error('an enrolment has a role that nobody gave it');
}

function splitHashes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
}

/** Hexadecimal of a row's leaf. */
export function leafOf(row: Row): LeafHash {
  const leaf = parseId('LeafHash', hexOf(row, 'leaf'));
  if (leaf === undefined) throw new Error(`a row holds no leaf hash: ${bytesToHex(blobOf(row, 'leaf')).length} digits`);
  return leaf;
}
