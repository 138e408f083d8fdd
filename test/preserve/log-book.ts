import {
  type CheckpointKey,
  type DeviceKey,
  type EntryId,
  idFromBytes,
  type LeafHash,
  type PersonKey,
  type Sha256,
  type WorkspaceId,
} from '../../src/base/index.ts';
import {
  type CompactRange,
  type Enrolment,
  emptyRange,
  foundingMembers,
  headAfter,
  judgeEntry,
  type LogView,
  type Placed,
  personEnrolment,
  type SeenHead,
  type SignedEntry,
  type SigningKey,
  signEnvelope,
  signingKeyFromSeed,
  type UnsignedEnvelope,
} from '../../src/preserve/index.ts';

/** A workspace's record in memory: takes entries in any order, places what can be placed until nothing more can. */
export class LogBook implements LogView {
  readonly #placed = new Map<LeafHash, { placed: Placed; range: CompactRange; root: Sha256; id: EntryId }>();
  readonly #heads = new Map<string, LeafHash>();
  readonly #enrolments = new Map<string, Enrolment[]>();
  readonly #waiting = new Map<LeafHash, { entry: SignedEntry; for: string }>();
  readonly #refused = new Map<LeafHash, string>();

  placed(leaf: LeafHash): Placed | undefined {
    return this.#placed.get(leaf)?.placed;
  }

  placedAtHead(head: SeenHead): Placed | undefined {
    const leaf = this.#heads.get(headName(head));
    return leaf === undefined ? undefined : this.placed(leaf);
  }

  rangeAfter(leaf: LeafHash): CompactRange {
    return this.#placed.get(leaf)?.range ?? emptyRange;
  }

  enrolmentsOf(key: PersonKey | DeviceKey | CheckpointKey): readonly Enrolment[] {
    return this.#enrolments.get(key) ?? [];
  }

  /** Takes an entry, then whatever that lets be placed of those that wait. */
  offer(entry: SignedEntry): void {
    if (this.#placed.has(entry.leaf) || this.#refused.has(entry.leaf)) return;
    this.#waiting.set(entry.leaf, { entry, for: '' });
    for (let progress = true; progress; ) {
      progress = [...this.#waiting.values()].filter((waiting) => this.#judge(waiting.entry)).length > 0;
    }
  }

  /** What became of an entry: 'placed', 'wait: …' or the name of its refusal. */
  fate(entry: SignedEntry): string {
    if (this.#placed.has(entry.leaf)) return 'placed';
    const waiting = this.#waiting.get(entry.leaf);
    return waiting === undefined ? (this.#refused.get(entry.leaf) ?? 'never offered') : `wait: ${waiting.for}`;
  }

  /** Offers one entry and says what became of it. */
  fateOf(entry: SignedEntry): string {
    this.offer(entry);
    return this.fate(entry);
  }

  /** Everything that two copies must agree about, in an order of its own. */
  dump(): unknown {
    return {
      placed: [...this.#placed.values()]
        .map(({ placed, root, id }) => ({ ...placed, root, id, members: [...placed.members].sort() }))
        .sort(byLeaf),
      heads: [...this.#heads.keys()].sort(),
      refused: [...this.#refused].sort(([a], [b]) => (a < b ? -1 : 1)),
      waiting: [...this.#waiting].map(([leaf, waiting]) => [leaf, waiting.for]).sort(),
    };
  }

  #judge(entry: SignedEntry): boolean {
    const verdict = judgeEntry(entry, this);
    if (verdict.type === 'wait') {
      this.#waiting.set(entry.leaf, { entry, for: verdict.for });
      return false;
    }
    this.#waiting.delete(entry.leaf);
    if (verdict.type === 'refuse') {
      this.#refused.set(entry.leaf, verdict.error.type);
      return true;
    }
    const { placed, range, root } = verdict;
    this.#placed.set(entry.leaf, { placed, range, root, id: entry.id });
    this.#heads.set(headName(headAfter(placed.device, range)), entry.leaf);
    for (const made of verdict.enrolments) {
      this.#enrolments.set(made.key, [...this.enrolmentsOf(made.key), made]);
    }
    return true;
  }
}

function headName(head: SeenHead): string {
  return `${head.device}/${head.size}/${head.root}`;
}

function headOrder(head: SeenHead): string {
  return `${head.device}/${head.root}`;
}

function byLeaf(a: { readonly leaf: string }, b: { readonly leaf: string }): number {
  return a.leaf < b.leaf ? -1 : 1;
}

/** A key pair from a number, so that tests and the worked example use the same ones. */
export function testKey(number: number): SigningKey {
  return signingKeyFromSeed(new Uint8Array(32).fill(number));
}

export const personKeyOf = (key: SigningKey): PersonKey => idFromBytes('PersonKey', key.publicKey);
export const deviceKeyOf = (key: SigningKey): DeviceKey => idFromBytes('DeviceKey', key.publicKey);
export const checkpointKeyOf = (key: SigningKey): CheckpointKey => idFromBytes('CheckpointKey', key.publicKey);

/** What a test says of an entry; the rest follows from the device's log as it writes it. */
export type Said = Partial<UnsignedEnvelope> & {
  readonly by?: SigningKey;
  /** Devices whose heads go into `seen`. */
  readonly saw?: readonly TestDevice[];
  /** Fields of a newer version. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

/** One device that writes its log, true to the rules unless a test overrides a field. */
export class TestDevice {
  readonly key: SigningKey;
  readonly device: DeviceKey;
  readonly workspace: WorkspaceId;
  last: { readonly placed: Placed; readonly range: CompactRange } | undefined;
  /** What this copy of the device wrote, first to last. */
  readonly written: SignedEntry[] = [];
  readonly #book: LogBook;

  constructor(workspace: WorkspaceId, key: SigningKey, book: LogBook) {
    this.workspace = workspace;
    this.key = key;
    this.device = deviceKeyOf(key);
    this.#book = book;
  }

  /** The device's head as others state it in `seen`. */
  head(): SeenHead {
    if (this.last === undefined) throw new Error('this device has written nothing');
    return headAfter(this.device, this.last.range);
  }

  /** The same device a second time, as in a copied folder: what both write from here on is a fork. */
  copy(): TestDevice {
    const copy = new TestDevice(this.workspace, this.key, this.#book);
    copy.last = this.last;
    return copy;
  }

  /** Enrols a person, whose key signs that it takes part. */
  enrol(person: SigningKey, by: SigningKey): SignedEntry {
    return this.write({ ...this.enrolmentOf(person), by });
  }

  /** What an entry says that enrols a person. */
  enrolmentOf(person: SigningKey): Said {
    return { kind: 'person-enrolled', members: [personEnrolment(this.workspace, person)] };
  }

  /** Writes the first entry of another device's log, which has seen this one's. */
  join(key: SigningKey, person: SigningKey, checkpoint: SigningKey): TestDevice {
    const joined = new TestDevice(this.workspace, key, this.#book);
    const members = [{ type: 'device', checkpointKey: checkpointKeyOf(checkpoint) }];
    joined.write({ kind: 'device-enrolled', by: person, saw: [this], members });
    return joined;
  }

  /** Signs an entry without taking it into the log. */
  draft(said: Said): SignedEntry {
    const { by, saw = [], extra, ...fields } = said;
    const seen = saw.map((device) => device.head()).sort((a, b) => (headOrder(a) < headOrder(b) ? -1 : 1));
    const past = [this.last?.placed, ...saw.map((device) => device.last?.placed)];
    const unsigned: UnsignedEnvelope = {
      v: 1,
      workspace: this.workspace,
      device: this.device,
      seq: this.last === undefined ? 0 : this.last.placed.seq + 1,
      prev: this.last?.placed.leaf ?? null,
      person: by === undefined ? null : personKeyOf(by),
      seen,
      order: 1 + Math.max(0, ...past.map((placed) => placed?.order ?? 0)),
      at: '2038-01-19T03:14:08.000Z',
      kind: 'note',
      members: [],
      parts: [],
      ...fields,
      ...extra,
    };
    return signEnvelope(unsigned, { device: this.key, ...(by === undefined ? {} : { person: by }) });
  }

  /** Signs an entry and places it in the writer's own book; throws when that refuses it. */
  write(said: Said): SignedEntry {
    const entry = this.draft(said);
    const fate = this.#book.fateOf(entry);
    if (!this.take(entry)) throw new Error(`the writer's own book says: ${fate}`);
    return entry;
  }

  /** Goes on from an entry that the writer's own book has placed; answers whether it has. */
  take(entry: SignedEntry): boolean {
    const placed = this.#book.placed(entry.leaf);
    if (placed === undefined) return false;
    this.last = { placed, range: this.#book.rangeAfter(entry.leaf) };
    this.written.push(entry);
    return true;
  }
}

/** A founded workspace: the founder's device, its founding entry, and a book that holds it. */
export function foundWorkspace(): {
  readonly book: LogBook;
  readonly founder: SigningKey;
  readonly device: TestDevice;
  readonly founding: SignedEntry;
} {
  const founder = testKey(2);
  const key = testKey(1);
  const keys = { device: deviceKeyOf(key), person: founder, checkpointKey: checkpointKeyOf(testKey(3)) };
  const { workspace, members } = foundingMembers(keys);
  const book = new LogBook();
  const device = new TestDevice(workspace, key, book);
  const founding = device.write({ kind: 'workspace-founded', by: founder, members });
  return { book, founder, device, founding };
}
