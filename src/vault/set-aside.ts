import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, idFromBytes, type LeafHash, type PersonKey, parseId } from '../base/index.ts';
import { type Enrolment, holdingRemovals, type RemovalStatement, removalIn, type SeenHead } from '../preserve/index.ts';
import type { LogStore } from './log-store.ts';
import { blobOf, bytesOf, type Row } from './rows.ts';

/** Where an entry stands: what is needed to tell whether it is set aside. */
export interface EntryPlace {
  readonly leaf: LeafHash;
  readonly device: DeviceKey;
  readonly seq: number;
}

/**
 * Where a device's log ends for whoever reads the record: nowhere, or below one head at least of each of these lists, one
 * for each removal that concerns it. Heads that are not placed here cover nothing.
 */
type Limit =
  | { readonly type: 'open' }
  | { readonly type: 'ends'; readonly coverings: readonly (readonly SeenHead[])[] };

const OPEN: Limit = { type: 'open' };
const NOWHERE: Limit = { type: 'ends', coverings: [[]] };

/**
 * Which placed entries are set aside (docs/preserve.md, P19): those of a removed device or person beyond the heads that
 * were stated, and those of everybody whom only such entries enrolled. They stay in the record and give no rows. Decided
 * from all placed entries together, so that no order of arrival matters. Costs one small query while nobody was removed.
 */
export class SetAside {
  readonly #db: Database;
  readonly #log: LogStore;
  /** What the limits below were made of: removals, enrolments, and what other processes wrote since. */
  #madeOf = '';
  #holding: readonly RemovalStatement[] = [];
  #limits = new Map<DeviceKey, Limit>();
  /** Leaves below a head of a forked log, where places alone no longer tell. */
  #below = new Map<string, ReadonlySet<LeafHash>>();

  constructor(db: Database, log: LogStore) {
    this.#db = db;
    this.#log = log;
  }

  /** Whether what this placed entry says counts for nothing. */
  has(place: EntryPlace): boolean {
    this.#refresh();
    return this.#holding.length > 0 && this.#isBeyond(place, this.#limitOf(place.device, this.#holding, new Set()));
  }

  /** Forgets what was worked out, after an entry of a device that is not open, or when a transaction was undone. */
  forget(): void {
    this.#madeOf = '';
  }

  /** Takes note that an entry of a device was placed: one that ends somewhere may now end elsewhere, or have two ends. */
  placed(device: DeviceKey): void {
    if (this.#holding.length > 0 && this.#limits.get(device)?.type !== 'open') this.forget();
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
        const limit = this.#limitOf(device, this.#holding, new Set());
        const forked = limit.type === 'ends' && this.#log.headsOf(device).length > 1;
        return [device, JSON.stringify(forked ? { ...limit, forked } : limit)];
      }),
    );
  }

  #refresh(): void {
    const removals = this.#count('SELECT COUNT(*) FROM removal');
    const madeOf =
      removals === 0
        ? 'nobody'
        : [removals, this.#count('SELECT COUNT(*) FROM enrolment'), this.#count('PRAGMA data_version')].join('/');
    if (madeOf === this.#madeOf) return;
    this.#limits.clear();
    this.#below.clear();
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

  #count(sql: string): number {
    return Number(this.#db.prepare(sql, { pluck: true }).get());
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

  #limitOf(device: DeviceKey, holding: readonly RemovalStatement[], asked: ReadonlySet<string>): Limit {
    const known = holding === this.#holding ? this.#limits.get(device) : undefined;
    if (known !== undefined) return known;
    const owners = this.#ownersOf(device);
    const removals = holding.filter(({ key }) => key === device || owners.some((person) => person === key));
    const limit: Limit =
      removals.length > 0
        ? { type: 'ends', coverings: removals.map(({ heads }) => this.#placedHeads(device, heads)) }
        : owners.every((person) => this.#hasFallen(person, holding, asked))
          ? NOWHERE
          : OPEN;
    if (holding === this.#holding && asked.size === 0) this.#limits.set(device, limit);
    return limit;
  }

  #placedHeads(device: DeviceKey, heads: readonly SeenHead[]): readonly SeenHead[] {
    return heads.filter((head) => head.device === device && this.#log.placedAtHead(head) !== undefined);
  }

  /**
   * Whether nobody whose word counts has enrolled the person. Somebody asked about within the same question has fallen, so
   * that two who enrolled each other hold nobody up; the founder, who enrolled themself, stands.
   */
  #hasFallen(person: PersonKey, holding: readonly RemovalStatement[], asked: ReadonlySet<string>): boolean {
    if (asked.has(person)) return true;
    const within = new Set([...asked, person]);
    const enrolments = this.#enrolmentsOf(person, 'person');
    return (
      enrolments.length > 0 &&
      enrolments.every(({ leaf, by }) => by !== person && this.#isLeafBeyond(leaf, holding, within))
    );
  }

  #isLeafBeyond(leaf: LeafHash, holding: readonly RemovalStatement[], asked: ReadonlySet<string>): boolean {
    const placed = this.#log.placed(leaf);
    return placed !== undefined && this.#isBeyond(placed, this.#limitOf(placed.device, holding, asked));
  }

  #isBeyond({ leaf, device, seq }: EntryPlace, limit: Limit): boolean {
    if (limit.type === 'open') return false;
    const forked = this.#log.headsOf(device).length > 1;
    const covers = (head: SeenHead): boolean => seq < head.size && (!forked || this.#leavesBelow(head).has(leaf));
    return !limit.coverings.every((heads) => heads.some(covers));
  }

  /** Leaves of the branch that ends in a head. Walked once, by `prev` alone: entries were checked when they were placed. */
  #leavesBelow(head: SeenHead): ReadonlySet<LeafHash> {
    const name = `${head.device}/${head.size}/${head.root}`;
    const known = this.#below.get(name);
    if (known !== undefined) return known;
    const leaves = new Set<LeafHash>();
    const bytes = this.#db.prepare('SELECT bytes FROM entry WHERE leaf = ?', { pluck: true });
    for (let leaf = this.#log.placedAtHead(head)?.leaf; leaf !== undefined && !leaves.has(leaf); ) {
      leaves.add(leaf);
      const found = bytes.get([bytesOf(leaf)]);
      leaf = found instanceof Uint8Array ? previousOf(found) : undefined;
    }
    this.#below.set(name, leaves);
    return leaves;
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

/** The leaf before an entry, out of its bytes; undefined for the first of a log. */
function previousOf(bytes: Uint8Array): LeafHash | undefined {
  const envelope: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof envelope === 'object' && envelope !== null && 'prev' in envelope
    ? parseId('LeafHash', envelope.prev)
    : undefined;
}
