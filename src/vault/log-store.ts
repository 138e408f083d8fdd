import type Database from '@signalapp/sqlcipher';
import {
  type CheckpointKey,
  canonicalJson,
  type DeviceKey,
  hexToBytes,
  idFromBytes,
  type LeafHash,
  type PersonKey,
  parseId,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import {
  appendLeaf,
  type CompactRange,
  type Enrolment,
  type EntryRefusal,
  emptyRange,
  erasedSubjects,
  headsRemoved,
  judgeEntry,
  type LogView,
  type Placed,
  readEnvelope,
  removalIn,
  type SeenHead,
  type SignedEntry,
} from '../preserve/index.ts';
import { deletePart, partOwner } from './part-store.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';
import { SetAside } from './set-aside.ts';

/** What became of an entry that was offered. */
export type Offered =
  | { readonly type: 'placed' }
  | { readonly type: 'already-here' }
  | { readonly type: 'waiting' }
  | { readonly type: 'refused'; readonly error: EntryRefusal | { readonly type: 'too-many-waiting' } };

/** The record's entries in the database, and where each belongs. One per connection; used inside its transactions. */
export class LogStore implements LogView {
  readonly workspace: WorkspaceId;
  /** Which placed entries count for nothing, since their author was removed. */
  readonly setAside: SetAside;
  readonly #db: Database;

  constructor(db: Database, workspace: WorkspaceId) {
    this.#db = db;
    this.workspace = workspace;
    this.setAside = new SetAside(db, this);
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
      .prepare('SELECT leaf, role, person FROM enrolment WHERE key = ? ORDER BY role, leaf')
      .all<Row>([bytesOf(key)])
      .map((row) => ({
        leaf: leafOf(row),
        role: roleOf(textOf(row, 'role')),
        key,
        by: row['person'] === null ? null : idFromBytes('PersonKey', blobOf(row, 'person')),
      }));
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

  /** The ends of all logs by device, then leaf; a forked log has one for each branch. */
  heads(): readonly LogHead[] {
    return this.#db.prepare(`${HEADS} ORDER BY p.device, p.leaf`).all<Row>().map(headOf);
  }

  /** The ends of one device's log: none before its first entry, several when it is forked. */
  headsOf(device: DeviceKey): readonly LogHead[] {
    return this.#db
      .prepare(`${HEADS} WHERE p.device = ? ORDER BY p.leaf`)
      .all<Row>([bytesOf(device)])
      .map(headOf);
  }

  /**
   * Ends of other devices' logs that this device has not stated in an entry yet; so many at most that an entry can hold
   * them, whatever a member makes of a log of theirs. The rest come with the next entry.
   */
  unseenHeads(own: DeviceKey): readonly LogHead[] {
    return this.#db
      .prepare(
        `${HEADS} WHERE p.device <> ? AND p.leaf NOT IN (SELECT leaf FROM seen_head)
         ORDER BY p.device, p.root LIMIT ${MOST_SEEN}`,
      )
      .all<Row>([bytesOf(own)])
      .map(headOf);
  }

  /** Notes that this device has stated these heads. */
  markSeen(heads: readonly LogHead[]): void {
    const insert = this.#db.prepare('INSERT OR IGNORE INTO seen_head (leaf) VALUES (?)');
    for (const head of heads) insert.run([bytesOf(head.leaf)]);
  }

  /** Devices with two entries at one place, and the first such place. Both are kept. */
  forks(): readonly { readonly device: DeviceKey; readonly seq: number }[] {
    // A fork leaves two ends, so only devices with several are looked at: the others may have very long logs.
    return this.#db
      .prepare(
        `SELECT device, MIN(seq) AS seq FROM (
           SELECT device, seq FROM placement WHERE device IN (
             SELECT p.device FROM tip CROSS JOIN placement p USING (leaf) GROUP BY p.device HAVING COUNT(*) > 1
           ) GROUP BY device, seq HAVING COUNT(*) > 1
         ) GROUP BY device ORDER BY device`,
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

  /**
   * Keeps an entry and places it if its past is here. One that has to wait is refused without `mayWait`; what is refused
   * leaves nothing behind, also when it waited before.
   */
  offer(entry: SignedEntry, { mayWait = true }: { readonly mayWait?: boolean } = {}): Offered {
    const { leaf } = entry;
    if (this.placed(leaf) !== undefined) return { type: 'already-here' };
    const verdict = judgeEntry(entry, this);
    switch (verdict.type) {
      case 'refuse':
        this.#drop(entry);
        return { type: 'refused', error: verdict.error };
      case 'wait': {
        if (this.#isWaiting(leaf)) return this.#wait(entry, 'already-here');
        return mayWait ? this.#wait(entry, 'waiting') : { type: 'refused', error: { type: 'too-many-waiting' } };
      }
      case 'place':
        this.#keep(entry);
        this.#db.prepare('DELETE FROM waiting WHERE leaf = ?').run([bytesOf(leaf)]);
        this.#place(entry, verdict.placed, verdict.range, verdict.root);
        for (const enrolment of verdict.enrolments) this.#enrol(enrolment);
        return { type: 'placed' };
    }
  }

  /** Whether an entry that counts erased the subject: nothing of it is kept, whenever and from wherever it comes. */
  isErased(subject: SubjectId): boolean {
    return this.#db
      .prepare('SELECT e.leaf, p.device, p.seq FROM erased e JOIN placement p USING (leaf) WHERE e.subject = ?')
      .all<Row>([bytesOf(subject)])
      .some((row) => !this.setAside.has({ leaf: leafOf(row), device: deviceIn(row), seq: numberOf(row, 'seq') }));
  }

  /** Settles whatever waited for these entries, and what waited for that, and so on. */
  placeWaiting(newlyPlaced: readonly SignedEntry[]): {
    readonly placed: readonly SignedEntry[];
    readonly refused: readonly { readonly leaf: LeafHash; readonly error: EntryRefusal }[];
  } {
    const placed: SignedEntry[] = [];
    const refused: { readonly leaf: LeafHash; readonly error: EntryRefusal }[] = [];
    const queue = [...newlyPlaced];
    for (let at = 0; at < queue.length; at++) {
      const entry = queue[at];
      if (entry === undefined) break;
      for (const waiting of this.#waitingFor(entry)) {
        const offered = this.offer(waiting);
        if (offered.type === 'placed') {
          placed.push(waiting);
          queue.push(waiting);
        } else if (offered.type === 'refused' && offered.error.type !== 'too-many-waiting') {
          refused.push({ leaf: waiting.leaf, error: offered.error });
        }
      }
    }
    return { placed, refused };
  }

  /** How many entries wait for others. */
  waiting(): number {
    return Number(this.#db.prepare('SELECT COUNT(*) FROM waiting', { pluck: true }).get());
  }

  #keep({ leaf, envelope, bytes }: SignedEntry): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO entry (leaf, device, seq, ord, bytes) VALUES (?, ?, ?, ?, ?)')
      .run([bytesOf(leaf), bytesOf(envelope.device), envelope.seq, envelope.order, new Uint8Array(bytes)]);
  }

  #isWaiting(leaf: LeafHash): boolean {
    return this.#db.prepare('SELECT leaf FROM waiting WHERE leaf = ?').get([bytesOf(leaf)]) !== undefined;
  }

  #wait<T extends 'waiting' | 'already-here'>(entry: SignedEntry, type: T): { readonly type: T } {
    this.#keep(entry);
    this.#db
      .prepare('INSERT OR REPLACE INTO waiting (leaf, awaits) VALUES (?, ?)')
      .run([bytesOf(entry.leaf), this.#awaited(entry)]);
    return { type };
  }

  /** Takes an entry out again that waited and turned out to be none of this workspace's, with the parts kept for it. */
  #drop(entry: SignedEntry): void {
    if (!this.#isWaiting(entry.leaf)) return;
    const leaf = bytesOf(entry.leaf);
    for (const reference of entry.envelope.parts) {
      if (partOwner(this.#db, reference.commitment) === entry.leaf) deletePart(this.#db, reference);
    }
    this.#db.prepare('DELETE FROM waiting WHERE leaf = ?').run([leaf]);
    this.#db.prepare('DELETE FROM entry WHERE leaf = ?').run([leaf]);
  }

  /** What must be placed before the entry can be judged again: its predecessor, else the first head it names. */
  #awaited({ envelope }: SignedEntry): string {
    if (envelope.prev !== null && this.placed(envelope.prev) === undefined) return envelope.prev;
    const head = [...envelope.seen, ...headsRemoved(envelope)].find((each) => this.placedAtHead(each) === undefined);
    return head === undefined ? 'newer-version' : headName(head);
  }

  #waitingFor({ leaf, envelope: { device, seq } }: SignedEntry): readonly SignedEntry[] {
    const root = this.#db.prepare('SELECT root FROM placement WHERE leaf = ?').get<Row>([bytesOf(leaf)]);
    const head = root && headName({ device, size: seq + 1, root: idFromBytes('Sha256', blobOf(root, 'root')) });
    return this.#db
      .prepare('SELECT leaf FROM waiting WHERE awaits IN (?, ?) ORDER BY leaf')
      .all<Row>([leaf, head ?? leaf])
      .map((row) => this.entry(leafOf(row)))
      .filter((entry) => entry !== undefined);
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
      .prepare('INSERT INTO placement (leaf, device, seq, ord, root, membership) VALUES (?, ?, ?, ?, ?, ?)')
      .run([leaf, bytesOf(placed.device), placed.seq, placed.order, bytesOf(root), this.#membershipId(placed.members)]);
    if (entry.envelope.prev !== null) {
      this.#db.prepare('DELETE FROM tip WHERE leaf = ?').run([bytesOf(entry.envelope.prev)]);
    }
    this.#db
      .prepare('INSERT INTO tip (leaf, size, peaks) VALUES (?, ?, ?)')
      .run([leaf, range.size, new Uint8Array(Buffer.concat(range.peaks))]);
    for (const subject of erasedSubjects(entry.envelope)) {
      this.#db.prepare('INSERT INTO erased (subject, leaf) VALUES (?, ?)').run([bytesOf(subject), leaf]);
    }
    this.setAside.placed(placed.device);
    const removal = removalIn(entry);
    if (removal === undefined) return;
    this.#db
      .prepare('INSERT INTO removal (leaf, role, key, person) VALUES (?, ?, ?, ?)')
      .run([leaf, removal.role, bytesOf(removal.key), bytesOf(removal.by)]);
  }

  #enrol(enrolment: Enrolment): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO enrolment (leaf, key, role, person) VALUES (?, ?, ?, ?)')
      .run([
        bytesOf(enrolment.leaf),
        bytesOf(enrolment.key),
        enrolment.role,
        enrolment.by === null ? null : bytesOf(enrolment.by),
      ]);
  }

  #membershipId(members: ReadonlySet<LeafHash>): number {
    const leaves = canonicalJson([...members].sort());
    this.#db.prepare('INSERT OR IGNORE INTO membership (leaves) VALUES (?)').run([leaves]);
    return Number(this.#db.prepare('SELECT id FROM membership WHERE leaves = ?', { pluck: true }).get([leaves]));
  }
}

/** The end of a log as others state it, with the entry that ends it. */
export interface LogHead extends SeenHead {
  readonly leaf: LeafHash;
  readonly order: number;
}

/** Heads stated in one entry: together well below the size of an envelope. */
const MOST_SEEN = 1024;

function headName({ device, size, root }: SeenHead): string {
  return `${device}/${size}/${root}`;
}

const PLACED =
  'SELECT p.leaf, p.device, p.seq, p.ord, m.leaves FROM placement p JOIN membership m ON m.id = p.membership';
/** CROSS JOIN keeps SQLite from beginning with a device's whole log: ends are few, placed entries are many. */
const HEADS = 'SELECT p.leaf, p.device, p.seq, p.ord, p.root FROM tip CROSS JOIN placement p USING (leaf)';

function headOf(row: Row): LogHead {
  return {
    device: idFromBytes('DeviceKey', blobOf(row, 'device')),
    size: numberOf(row, 'seq') + 1,
    root: idFromBytes('Sha256', blobOf(row, 'root')),
    leaf: leafOf(row),
    order: numberOf(row, 'ord'),
  };
}

function placedOf(row: Row): Placed {
  const leaves: unknown = JSON.parse(textOf(row, 'leaves'));
  if (!Array.isArray(leaves)) throw new Error('a set of membership entries is no list');
  return {
    leaf: leafOf(row),
    device: idFromBytes('DeviceKey', blobOf(row, 'device')),
    seq: numberOf(row, 'seq'),
    order: numberOf(row, 'ord'),
    members: new Set(leaves.map((leaf) => parseId('LeafHash', leaf)).filter((leaf) => leaf !== undefined)),
  };
}

function deviceIn(row: Row): DeviceKey {
  return idFromBytes('DeviceKey', blobOf(row, 'device'));
}

function roleOf(text: string): Enrolment['role'] {
  if (text === 'person' || text === 'device' || text === 'checkpoint') return text;
  throw new Error('an enrolment has a role that nobody gave it');
}

function splitHashes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
}

/** The leaf hash in a row. */
export function leafOf(row: Row): LeafHash {
  return idFromBytes('LeafHash', blobOf(row, 'leaf'));
}
