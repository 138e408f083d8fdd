import type Database from '@signalapp/sqlcipher';
import { bytesToHex, type DeviceKey, idFromBytes, type LeafHash, type WorkspaceId } from '../base/index.ts';
import {
  type EntryRefusal,
  type EnvelopeRefusal,
  isErasureList,
  judgeEntry,
  openCheckpoint,
  readEnvelope,
  type SignedEntry,
  sha256,
} from '../preserve/index.ts';
import { isDamage } from './database.ts';
import { checkIndex, type IndexFault } from './index-check.ts';
import { LogStore, leafOf } from './log-store.ts';
import { type FoundPart, findPart, isFiledUnder } from './part-store.ts';
import { ProjectionCheck, type ProjectionFault } from './projection-check.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections } from './projections.ts';
import { blobOf, numberOf, type Row, textOf } from './rows.ts';
import { StandingCheck } from './standing-check.ts';

/** Something that is not as it was kept, named by what it belongs to: ids and positions, never words. */
export type Fault =
  | {
      readonly type: 'entry';
      readonly leaf: LeafHash;
      readonly error: (EnvelopeRefusal | EntryRefusal)['type'] | 'leaf-differs' | 'row-differs' | 'unreadable';
    }
  | { readonly type: 'placement'; readonly leaf: LeafHash; readonly error: 'missing' | 'differs' | 'not-placeable' }
  | { readonly type: 'body'; readonly leaf: LeafHash; readonly part: number; readonly error: string }
  | { readonly type: 'checkpoint'; readonly device: string; readonly size: number; readonly error: string }
  | ({ readonly type: 'projection' } & ProjectionFault)
  | { readonly type: 'suggestion'; readonly layer: string }
  | ({ readonly type: 'index' } & IndexFault)
  | { readonly type: 'database'; readonly error: 'unreadable'; readonly step: VerifyStep };

export type VerifyStep = 'entries' | 'checkpoints' | 'projections' | 'suggestions' | 'index' | 'pages';

export interface VerifyCounts {
  readonly entries: number;
  readonly signatures: number;
  readonly waiting: number;
  readonly bodies: number;
  /** Parts that are gone since something that they speak of was erased. */
  readonly bodiesErased: number;
  /** Parts whose body is not here otherwise: withheld by whoever sent the entry. */
  readonly bodiesAbsent: number;
  readonly checkpoints: number;
  readonly projectionRows: number;
  readonly suggestions: number;
  /** Passages of the search index, compared with the layers that they are of. */
  readonly passages: number;
}

export interface RecordVerdict {
  readonly counts: VerifyCounts;
  readonly faults: readonly Fault[];
  /** Devices whose log has two entries at one place. Both are kept: a finding, not damage. */
  readonly forks: readonly { readonly device: string; readonly seq: number }[];
}

const PAGE = 500;
/** Damaged pages after which a step is given up: each costs a new connection. */
const MOST_DAMAGE = 100;

/**
 * Checks everything the database holds against the record itself. Blobs and `head` are checked beside it. `open` gives a
 * connection that shows one state; it is asked for a new one after each damaged page, since SQLCipher reads nothing more
 * over a connection that met one.
 */
export function verifyRecord(
  open: () => Database,
  workspace: WorkspaceId,
  progress: (entries: number) => void,
): RecordVerdict {
  return new Verification(open, workspace, progress).run();
}

type Counts = { -readonly [K in keyof VerifyCounts]: number };

class Verification {
  readonly #open: () => Database;
  readonly #workspace: WorkspaceId;
  readonly #progress: (entries: number) => void;
  readonly #faults: Fault[] = [];
  readonly #counts: Counts = {
    entries: 0,
    signatures: 0,
    waiting: 0,
    bodies: 0,
    bodiesErased: 0,
    bodiesAbsent: 0,
    checkpoints: 0,
    projectionRows: 0,
    suggestions: 0,
    passages: 0,
  };
  readonly #standing = new StandingCheck();
  #db: Database;
  #log: LogStore;
  #projections: ProjectionCheck | undefined;
  #damage = 0;

  constructor(open: () => Database, workspace: WorkspaceId, progress: (entries: number) => void) {
    this.#open = open;
    this.#workspace = workspace;
    this.#progress = progress;
    this.#db = open();
    this.#log = new LogStore(this.#db, workspace);
  }

  run(): RecordVerdict {
    let forks: RecordVerdict['forks'] = [];
    this.#step('projections', () => {
      const current = currentProjections(this.#db);
      if (current === undefined) throw new Error('there are no projections');
      this.#projections = new ProjectionCheck(current, this.#log);
    });
    this.#step('entries', () => {
      this.#verifyEntries();
      if (this.#faults.length === 0) this.#faults.push(...this.#standing.faults(this.#db, this.#log));
      forks = this.#log.forks();
    });
    this.#step('checkpoints', () => this.#verifyCheckpoints());
    this.#step('projections', () => {
      this.#projections?.finish();
      this.#counts.projectionRows = this.#projections?.rows ?? 0;
    });
    this.#step('suggestions', () => this.#verifySuggestions());
    this.#step('index', () => this.#verifyIndex());
    this.#step('pages', () => this.#verifyPages());
    const rows = this.#projections?.faults ?? [];
    const faults = [...this.#faults, ...rows.map((fault) => ({ type: 'projection' as const, ...fault }))];
    return { counts: this.#counts, faults, forks };
  }

  /** A step that meets a damaged page, or a row that no longer has its form, is named and left; the others are taken. */
  #step(step: VerifyStep, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#faults.push({ type: 'database', error: 'unreadable', step });
      if (isDamage(error)) this.#goOn();
    }
  }

  /** Goes on after damage that was named; throws when it is no damage, or there was too much of it. */
  #recover(error: unknown): void {
    this.#damage++;
    if (!isDamage(error) || this.#damage > MOST_DAMAGE) throw error;
    this.#goOn();
  }

  #goOn(): void {
    this.#db = this.#open();
    this.#log = new LogStore(this.#db, this.#workspace);
    const projections = currentProjections(this.#db);
    if (projections !== undefined) this.#projections?.goOnWith(projections, this.#log);
  }

  /** Every page in use and every index, as SQLite checks itself: also those that no other step happens to read. */
  #verifyPages(): void {
    const [found] = this.#db.prepare('PRAGMA integrity_check(1)', { pluck: true, persistent: false }).all();
    if (found !== 'ok') this.#fault({ type: 'database', error: 'unreadable', step: 'pages' });
  }

  #verifyEntries(): void {
    for (const leaf of this.#leaves()) {
      this.#counts.entries++;
      if (this.#counts.entries % PAGE === 0) this.#progress(this.#counts.entries);
      try {
        this.#verifyEntry(leaf);
      } catch (error) {
        this.#fault({ type: 'entry', leaf, error: 'unreadable' });
        this.#recover(error);
      }
    }
  }

  /** Leaves of all entries in the order of the record, out of an index of its own, so that one bad row hides no other. */
  *#leaves(): Generator<LeafHash> {
    const order = `ORDER BY ord, device, seq, leaf LIMIT ${PAGE}`;
    let rows = this.#db.prepare(`SELECT ord, device, seq, leaf FROM entry ${order}`).all<Row>();
    for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
      for (const row of rows) yield leafOf(row);
      rows = this.#db
        .prepare(`SELECT ord, device, seq, leaf FROM entry WHERE (ord, device, seq, leaf) > (?, ?, ?, ?) ${order}`)
        .all<Row>([numberOf(last, 'ord'), blobOf(last, 'device'), numberOf(last, 'seq'), blobOf(last, 'leaf')]);
    }
  }

  #verifyEntry(leaf: LeafHash): void {
    const row = this.#db
      .prepare(
        `SELECT e.leaf, e.device, e.seq, e.ord, e.bytes, p.root, p.device AS p_device, p.seq AS p_seq, p.ord AS p_ord
         FROM entry e LEFT JOIN placement p USING (leaf) WHERE e.leaf = ?`,
      )
      .get<Row>([Buffer.from(leaf, 'hex')]);
    if (row === undefined) {
      this.#fault({ type: 'entry', leaf, error: 'unreadable' });
      return;
    }
    const read = readEnvelope(blobOf(row, 'bytes'), this.#workspace);
    if (!read.ok) {
      this.#fault({ type: 'entry', leaf, error: read.error.type });
      return;
    }
    const entry = read.value;
    this.#counts.signatures += entry.envelope.person === null ? 1 : 2;
    if (entry.leaf !== leaf) this.#fault({ type: 'entry', leaf, error: 'leaf-differs' });
    if (!rowAgrees(row, entry)) this.#fault({ type: 'entry', leaf, error: 'row-differs' });
    this.#verifyPlacement(row, entry);
    const found = this.#verifyParts(entry);
    if (row['root'] !== null) this.#projections?.pass(entry, found);
  }

  #verifyPlacement(row: Row, entry: SignedEntry): void {
    const { leaf, envelope } = entry;
    const verdict = judgeEntry(entry, this.#standing.view(this.#log));
    const placed = row['root'] !== null;
    if (verdict.type !== 'place') {
      if (!placed) this.#counts.waiting++;
      else if (verdict.type === 'wait') this.#fault({ type: 'placement', leaf, error: 'not-placeable' });
      else this.#fault({ type: 'entry', leaf, error: verdict.error.type });
      return;
    }
    this.#standing.pass(entry, verdict);
    if (!placed) {
      this.#fault({ type: 'placement', leaf, error: 'missing' });
      return;
    }
    const have = this.#log.placed(leaf);
    const agrees =
      bytesToHex(blobOf(row, 'root')) === verdict.root &&
      bytesToHex(blobOf(row, 'p_device')) === envelope.device &&
      numberOf(row, 'p_seq') === envelope.seq &&
      numberOf(row, 'p_ord') === envelope.order &&
      have?.members.size === verdict.placed.members.size &&
      [...verdict.placed.members].every((member) => have.members.has(member));
    if (!agrees) this.#fault({ type: 'placement', leaf, error: 'differs' });
  }

  #verifyParts({ leaf, envelope }: SignedEntry): readonly FoundPart[] {
    const { workspace, device } = envelope;
    return envelope.parts.map((reference, part): FoundPart => {
      const found = this.#findPart(leaf, part, () => findPart(this.#db, { workspace, device, reference }, leaf));
      const erased = isErasureList(envelope, part) || reference.of.some((subject) => this.#log.isErased(subject));
      if (found.type === 'absent') this.#counts[erased ? 'bodiesErased' : 'bodiesAbsent']++;
      else if (erased) this.#fault({ type: 'body', leaf, part, error: 'erased-and-here' });
      else if (found.type === 'damaged') this.#fault({ type: 'body', leaf, part, error: found.error });
      else {
        this.#counts.bodies++;
        // Without this an erasure would not find the part.
        if (!isFiledUnder(this.#db, reference)) this.#fault({ type: 'body', leaf, part, error: 'subject-missing' });
      }
      return found;
    });
  }

  #findPart(leaf: LeafHash, part: number, find: () => FoundPart): FoundPart {
    try {
      return find();
    } catch (error) {
      this.#recover(error);
      this.#fault({ type: 'body', leaf, part, error: 'part-unreadable' });
      return { type: 'absent' };
    }
  }

  #verifyCheckpoints(): void {
    // The driver takes no bytes for no value, so the first page starts at a key below all others.
    let after: readonly [Uint8Array<ArrayBuffer>, number] = [new Uint8Array(1), 0];
    for (;;) {
      const rows = this.#db
        .prepare(
          `SELECT device, size, note FROM checkpoint WHERE (device, size) > (?, ?) ORDER BY device, size LIMIT ${PAGE}`,
        )
        .all<Row>([...after]);
      for (const row of rows) {
        this.#counts.checkpoints++;
        const device = idFromBytes('DeviceKey', blobOf(row, 'device'));
        const size = numberOf(row, 'size');
        const error = this.#checkpointFault(device, size, textOf(row, 'note'));
        if (error !== undefined) this.#fault({ type: 'checkpoint', device, size, error });
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = [blobOf(last, 'device'), numberOf(last, 'size')];
    }
  }

  #checkpointFault(device: DeviceKey, size: number, note: string): string | undefined {
    let error = 'checkpoint-key-unknown';
    for (const key of this.#standing.checkpointKeys(device)) {
      const opened = openCheckpoint(note, { workspace: this.#workspace, device, key });
      if (!opened.ok) error = opened.error.type;
      else if (opened.value.size !== size) return 'size-differs';
      else {
        const root = idFromBytes('Sha256', opened.value.root);
        return this.#log.placedAtHead({ device, size, root }) === undefined ? 'tree-differs' : undefined;
      }
    }
    return error;
  }

  /** Each cached reading has the digest it is filed under; whether that is the one stated, whoever reads it looks. */
  #verifySuggestions(): void {
    const projections = currentProjections(this.#db);
    if (projections === undefined) return;
    const table = tableName('suggestion', projections.generation);
    let after = '';
    for (;;) {
      const rows: readonly Row[] = this.#db
        .prepare(`SELECT layer, output, reading FROM ${table} WHERE layer > ? ORDER BY layer LIMIT 50`)
        .all<Row>([after]);
      for (const row of rows) {
        this.#counts.suggestions++;
        const layer = textOf(row, 'layer');
        if (sha256(textOf(row, 'reading')) !== row['output']) this.#fault({ type: 'suggestion', layer });
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = textOf(last, 'layer');
    }
  }

  #verifyIndex(): void {
    const projections = currentProjections(this.#db);
    if (projections === undefined) return;
    const { passages, faults } = checkIndex(projections);
    this.#counts.passages = passages;
    for (const fault of faults) this.#fault({ type: 'index', ...fault });
  }

  #fault(fault: Fault): void {
    this.#faults.push(fault);
  }
}

function rowAgrees(row: Row, { envelope }: SignedEntry): boolean {
  return (
    numberOf(row, 'seq') === envelope.seq &&
    numberOf(row, 'ord') === envelope.order &&
    bytesToHex(blobOf(row, 'device')) === envelope.device
  );
}
