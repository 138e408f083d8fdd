import type Database from '@signalapp/sqlcipher';
import { bytesToHex, type CheckpointKey, type DeviceKey, idFromBytes, type LeafHash, parseId } from '../base/index.ts';
import {
  type CompactRange,
  type Enrolment,
  erasedSubjects,
  type LogView,
  removalIn,
  type SignedEntry,
  type Verdict,
} from '../preserve/index.ts';
import { type LogStore, leafOf } from './log-store.ts';
import { blobOf, numberOf, type Row } from './rows.ts';

export interface StandingFault {
  readonly type: 'placement';
  readonly leaf: LeafHash;
  readonly error: 'missing' | 'differs';
}

/**
 * Ends of logs with their trees, who was enrolled and removed, and what was erased: built again while the entries pass by,
 * so that no row about them is believed, and then compared with the tables that are used when something is written.
 */
export class StandingCheck {
  readonly #ranges = new Map<LeafHash, CompactRange>();
  readonly #enrolments = new Map<string, Enrolment[]>();
  /** Rows of what was erased and who was removed, as the entries give them. */
  readonly #derived = new Set<string>();
  #enrolled = 0;

  /** Takes an entry that was judged to be placed. */
  pass(entry: SignedEntry, verdict: Extract<Verdict, { readonly type: 'place' }>): void {
    const { leaf, envelope } = entry;
    if (envelope.prev !== null) this.#ranges.delete(envelope.prev);
    this.#ranges.set(leaf, verdict.range);
    for (const subject of erasedSubjects(envelope)) this.#derived.add(`erased ${subject} ${leaf}`);
    if (removalIn(entry) !== undefined) this.#derived.add(`removal ${leaf}`);
    for (const made of verdict.enrolments) {
      this.#enrolments.set(made.key, [...(this.#enrolments.get(made.key) ?? []), made]);
      this.#enrolled++;
    }
  }

  /** The log as it is built again here: the tables are asked only for what they are compared with besides. */
  view(log: LogStore): LogView {
    return {
      placed: (leaf) => log.placed(leaf),
      placedAtHead: (head) => log.placedAtHead(head),
      enrolmentsOf: (key) => this.#enrolments.get(key) ?? [],
      rangeAfter: (leaf) => this.#ranges.get(leaf) ?? log.rangeAfter(leaf),
    };
  }

  /** The checkpoint keys that a device enrolled. */
  checkpointKeys(device: DeviceKey): readonly CheckpointKey[] {
    const enrolling = new Set(
      (this.#enrolments.get(device) ?? []).filter(({ role }) => role === 'device').map(({ leaf }) => leaf),
    );
    return [...this.#enrolments.values()]
      .flat()
      .filter(({ role, leaf }) => role === 'checkpoint' && enrolling.has(leaf))
      .map(({ key }) => idFromBytes('CheckpointKey', Buffer.from(key, 'hex')));
  }

  /** Ends of logs and enrolments, as they are used when something is written, against those that were found here. */
  faults(db: Database, log: LogStore): readonly StandingFault[] {
    const faults: StandingFault[] = [];
    const say = (leaf: LeafHash, error: StandingFault['error']): void => {
      faults.push({ type: 'placement', leaf, error });
    };
    const ends = new Map<LeafHash, string>();
    for (const row of db.prepare('SELECT leaf, size, peaks FROM tip').all<Row>()) {
      ends.set(leafOf(row), `${numberOf(row, 'size')} ${bytesToHex(blobOf(row, 'peaks'))}`);
    }
    for (const [leaf, { size, peaks }] of this.#ranges) {
      const want = `${size} ${peaks.map((peak) => bytesToHex(peak)).join('')}`;
      const have = ends.get(leaf);
      if (have !== want) say(leaf, have === undefined ? 'missing' : 'differs');
      ends.delete(leaf);
    }
    for (const leaf of ends.keys()) say(leaf, 'differs');
    for (const [key, made] of this.#enrolments) {
      const have = log.enrolmentsOf(idFromBytes('DeviceKey', Buffer.from(key, 'hex')));
      for (const { leaf, role, by } of made) {
        if (!have.some((each) => each.leaf === leaf && each.role === role && each.by === by)) {
          say(leaf, 'differs');
        }
      }
    }
    this.#checkDerived(db, say);
    const rows = db.prepare('SELECT key, role, leaf FROM enrolment').all<Row>();
    if (rows.length === this.#enrolled) return faults;
    for (const row of rows) {
      const leaf = leafOf(row);
      const made = this.#enrolments.get(bytesToHex(blobOf(row, 'key'))) ?? [];
      if (!made.some((each) => each.leaf === leaf && each.role === row['role'])) {
        say(leaf, 'differs');
      }
    }
    return faults;
  }

  /** An erasure that the tables do not know of would bind nothing that comes later. */
  #checkDerived(db: Database, say: (leaf: LeafHash, error: StandingFault['error']) => void): void {
    const have = new Map<string, LeafHash>();
    for (const row of db.prepare('SELECT subject, leaf FROM erased').all<Row>()) {
      have.set(`erased ${bytesToHex(blobOf(row, 'subject'))} ${leafOf(row)}`, leafOf(row));
    }
    for (const row of db.prepare('SELECT leaf FROM removal').all<Row>())
      have.set(`removal ${leafOf(row)}`, leafOf(row));
    for (const [name, leaf] of have) {
      if (!this.#derived.delete(name)) say(leaf, 'differs');
    }
    for (const name of this.#derived) {
      const leaf = parseId('LeafHash', name.split(' ').at(-1));
      if (leaf !== undefined) say(leaf, 'missing');
    }
  }
}
