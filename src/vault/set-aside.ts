import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, idFromBytes, type LeafHash, type PersonKey } from '../base/index.ts';
import { type Enrolment, holdingRemovals, type RemovalStatement, removalIn, type SeenHead } from '../preserve/index.ts';
import type { LogStore } from './log-store.ts';
import { blobOf, type Row } from './rows.ts';

/** Where an entry stands: what is needed to tell whether it is set aside. */
export interface EntryPlace {
  readonly leaf: LeafHash;
  readonly device: DeviceKey;
  readonly seq: number;
}

/** Where a device's log ends for whoever reads the record; `open` when nothing ends it. */
type Limit = { readonly type: 'open' } | { readonly type: 'ends'; readonly heads: readonly SeenHead[] };

const OPEN: Limit = { type: 'open' };
const NOWHERE: Limit = { type: 'ends', heads: [] };

/**
 * Which placed entries are set aside (docs/preserve.md, P19): those of a removed device or person beyond the heads that
 * were stated, and those of everybody whom only such entries enrolled. They stay in the record and give no rows. Decided
 * from all placed entries together, so that no order of arrival matters. Costs one small query while nobody was removed.
 */
export class SetAside {
  readonly #db: Database;
  readonly #log: LogStore;
  /** Removals and enrolments that the limits below were made of; both only ever grow. */
  #madeOf = '';
  #holding: readonly RemovalStatement[] = [];
  #limits = new Map<DeviceKey, Limit>();

  constructor(db: Database, log: LogStore) {
    this.#db = db;
    this.#log = log;
  }

  /** Whether what this placed entry says counts for nothing. */
  has(place: EntryPlace): boolean {
    this.#refresh();
    return this.#holding.length > 0 && this.#isBeyond(place, this.#limitOf(place.device, this.#holding, new Set()));
  }

  /** The removals that hold. */
  holding(): readonly RemovalStatement[] {
    this.#refresh();
    return this.#holding;
  }

  /** Whether a person belongs no longer: removed, or enrolled by nobody whose word counts. */
  isRemoved(person: PersonKey): boolean {
    this.#refresh();
    return this.#holding.some(({ key }) => key === person) || this.#hasFallen(person, this.#holding, new Set());
  }

  /** What each device's log counts for, as text: differs exactly when something came to be set aside, or no longer is. */
  limits(): ReadonlyMap<DeviceKey, string> {
    this.#refresh();
    if (this.#holding.length === 0) return new Map();
    const devices = this.#db.prepare("SELECT DISTINCT key FROM enrolment WHERE role = 'device'").all<Row>();
    return new Map(
      devices.map((row) => {
        const device = idFromBytes('DeviceKey', blobOf(row, 'key'));
        return [device, JSON.stringify(this.#limitOf(device, this.#holding, new Set()))];
      }),
    );
  }

  #refresh(): void {
    const removals = Number(this.#db.prepare('SELECT COUNT(*) FROM removal', { pluck: true }).get());
    const enrolments =
      removals === 0 ? 0 : Number(this.#db.prepare('SELECT COUNT(*) FROM enrolment', { pluck: true }).get());
    const madeOf = `${removals}/${enrolments}`;
    if (madeOf === this.#madeOf) return;
    this.#limits.clear();
    this.#holding =
      removals === 0
        ? []
        : holdingRemovals(this.statements(), {
            ownersOf: (device) => this.#ownersOf(device),
            isSetAside: ({ leaf }, holding) => this.#isLeafBeyond(leaf, holding, new Set()),
          });
    this.#limits.clear();
    this.#madeOf = madeOf;
  }

  /** Every removal that was stated, in the order of the record, whether it holds or not. */
  statements(): readonly RemovalStatement[] {
    return this.#db
      .prepare('SELECT r.leaf FROM removal r JOIN placement p USING (leaf) ORDER BY p.ord, p.device, p.seq, p.leaf')
      .all<Row>()
      .map((row) => this.#log.entry(idFromBytes('LeafHash', blobOf(row, 'leaf'))))
      .map((entry) => entry && removalIn(entry))
      .filter((statement) => statement !== undefined);
  }

  #limitOf(device: DeviceKey, holding: readonly RemovalStatement[], asked: Set<string>): Limit {
    const known = holding === this.#holding ? this.#limits.get(device) : undefined;
    if (known !== undefined) return known;
    const owners = this.#ownersOf(device);
    const removal = holding.find(({ key }) => key === device || owners.some((person) => person === key));
    const limit =
      removal !== undefined
        ? { type: 'ends' as const, heads: removal.heads.filter((head) => head.device === device) }
        : owners.every((person) => this.#hasFallen(person, holding, asked))
          ? NOWHERE
          : OPEN;
    if (holding === this.#holding && asked.size === 0) this.#limits.set(device, limit);
    return limit;
  }

  /** Whether nobody whose word counts has enrolled the person. Somebody asked about within the same question has not. */
  #hasFallen(person: PersonKey, holding: readonly RemovalStatement[], asked: Set<string>): boolean {
    if (asked.has(person)) return false;
    const within = new Set([...asked, person]);
    const enrolments = this.#enrolmentsOf(person, 'person');
    return enrolments.length > 0 && enrolments.every(({ leaf }) => this.#isLeafBeyond(leaf, holding, within));
  }

  #isLeafBeyond(leaf: LeafHash, holding: readonly RemovalStatement[], asked: Set<string>): boolean {
    const placed = this.#log.placed(leaf);
    return placed !== undefined && this.#isBeyond(placed, this.#limitOf(placed.device, holding, asked));
  }

  #isBeyond({ leaf, device, seq }: EntryPlace, limit: Limit): boolean {
    if (limit.type === 'open') return false;
    const before = limit.heads.filter(({ size }) => seq < size);
    if (before.length === 0 || this.#log.headsOf(device).length < 2) return before.length === 0;
    // After a fork a place in the log no longer tells which branch is meant.
    return !before.some((head) => {
      const end = this.#log.placedAtHead(head);
      return end !== undefined && this.#log.chain(end.leaf).includes(leaf);
    });
  }

  #ownersOf(device: DeviceKey): readonly PersonKey[] {
    return this.#enrolmentsOf(device, 'device')
      .map(({ by }) => by)
      .filter((person) => person !== null);
  }

  #enrolmentsOf(key: PersonKey | DeviceKey, role: Enrolment['role']): readonly Enrolment[] {
    return this.#log.enrolmentsOf(key).filter((enrolment) => enrolment.role === role);
  }
}
