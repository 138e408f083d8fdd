import type Database from '@signalapp/sqlcipher';
import {
  bytesToHex,
  type CheckpointKey,
  idFromBytes,
  type LeafHash,
  type Sha256,
  type WorkspaceId,
} from '../base/index.ts';
import {
  type CompactRange,
  type EntryRefusal,
  type EnvelopeRefusal,
  judgeEntry,
  type LogView,
  openCheckpoint,
  readEnvelope,
  type SignedEntry,
  sha256,
} from '../preserve/index.ts';
import { LogStore, leafOf } from './log-store.ts';
import { checkStoredPart } from './part-store.ts';
import { createProjections, dropProjections, tableNamer } from './projection-schema.ts';
import { compareProjections, currentGeneration, eachRow, type ProjectionFault, projectFrom } from './projections.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';

/** Something that is not as it was kept, named by what it belongs to: ids and positions, never words. */
export type Fault =
  | {
      readonly type: 'entry';
      readonly leaf: LeafHash;
      readonly error: (EnvelopeRefusal | EntryRefusal)['type'] | 'leaf-differs' | 'row-differs';
    }
  | { readonly type: 'placement'; readonly leaf: LeafHash; readonly error: 'missing' | 'differs' | 'not-placeable' }
  | { readonly type: 'body'; readonly leaf: LeafHash; readonly part: number; readonly error: string }
  | { readonly type: 'checkpoint'; readonly device: string; readonly size: number; readonly error: string }
  | ({ readonly type: 'projection' } & ProjectionFault)
  | { readonly type: 'suggestion'; readonly layer: string }
  | { readonly type: 'database'; readonly error: 'unreadable'; readonly step: VerifyStep };

export type VerifyStep = 'entries' | 'checkpoints' | 'projections' | 'suggestions';

export interface VerifyCounts {
  readonly entries: number;
  readonly signatures: number;
  readonly waiting: number;
  readonly bodies: number;
  /** Parts whose body is not here: erased, or never sent. */
  readonly bodiesAbsent: number;
  readonly checkpoints: number;
  readonly projectionRows: number;
  readonly suggestions: number;
}

export interface RecordVerdict {
  readonly counts: VerifyCounts;
  readonly faults: readonly Fault[];
  /** Devices whose log has two entries at one place. Both are kept: a finding, not damage. */
  readonly forks: readonly { readonly device: string; readonly seq: number }[];
}

const PAGE = 500;

/** Checks everything the database holds against the record itself. Blobs and `head` are checked beside it. */
export function verifyRecord(db: Database, workspace: WorkspaceId, progress: (entries: number) => void): RecordVerdict {
  const log = new LogStore(db, workspace);
  const counts = {
    entries: 0,
    signatures: 0,
    waiting: 0,
    bodies: 0,
    bodiesAbsent: 0,
    checkpoints: 0,
    projectionRows: 0,
    suggestions: 0,
  };
  const faults: Fault[] = [];
  let forks: RecordVerdict['forks'] = [];
  const step = (name: VerifyStep, run: () => void): void => {
    try {
      run();
    } catch {
      // A page that fails its own MAC, or a row that no longer has its form: the step cannot be finished, the others can.
      faults.push({ type: 'database', error: 'unreadable', step: name });
    }
  };
  step('entries', () => {
    verifyEntries(db, log, counts, faults, progress);
    forks = log.forks();
  });
  step('checkpoints', () => verifyCheckpoints(db, log, counts, faults));
  step('projections', () => verifyProjections(db, log, counts, faults));
  step('suggestions', () => verifySuggestions(db, counts, faults));
  return { counts, faults, forks };
}

type Counts = { -readonly [K in keyof VerifyCounts]: number };

function verifyEntries(
  db: Database,
  log: LogStore,
  counts: Counts,
  faults: Fault[],
  progress: (entries: number) => void,
): void {
  // The trees of logs are built again here, so that a root in a row is checked and not believed.
  const ranges = new Map<LeafHash, CompactRange>();
  const view: LogView = {
    placed: (leaf) => log.placed(leaf),
    placedAtHead: (head) => log.placedAtHead(head),
    enrolmentsOf: (key) => log.enrolmentsOf(key),
    rangeAfter: (leaf) => ranges.get(leaf) ?? log.rangeAfter(leaf),
  };
  for (const row of entryRows(db)) {
    counts.entries++;
    if (counts.entries % PAGE === 0) progress(counts.entries);
    const leaf = leafOf(row);
    const read = readEnvelope(blobOf(row, 'bytes'), log.workspace);
    if (!read.ok) {
      faults.push({ type: 'entry', leaf, error: read.error.type });
      continue;
    }
    const entry = read.value;
    counts.signatures += entry.envelope.person === null ? 1 : 2;
    if (entry.leaf !== leaf) faults.push({ type: 'entry', leaf, error: 'leaf-differs' });
    if (!rowAgrees(row, entry)) faults.push({ type: 'entry', leaf, error: 'row-differs' });
    verifyPlacement(row, entry, view, ranges, counts, faults);
    verifyBodies(db, log.workspace, entry, counts, faults);
  }
}

function* entryRows(db: Database): Generator<Row> {
  const columns =
    'e.leaf, e.device, e.seq, e.ord, e.bytes, p.root, p.device AS p_device, p.seq AS p_seq, p.ord AS p_ord';
  const from = 'FROM entry e LEFT JOIN placement p USING (leaf)';
  const order = `ORDER BY e.ord, e.device, e.seq, e.leaf LIMIT ${PAGE}`;
  let rows = db.prepare(`SELECT ${columns} ${from} ${order}`).all<Row>();
  while (rows.length > 0) {
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    rows = db
      .prepare(`SELECT ${columns} ${from} WHERE (e.ord, e.device, e.seq, e.leaf) > (?, ?, ?, ?) ${order}`)
      .all<Row>([numberOf(last, 'ord'), blobOf(last, 'device'), numberOf(last, 'seq'), blobOf(last, 'leaf')]);
  }
}

function rowAgrees(row: Row, { envelope }: SignedEntry): boolean {
  return (
    numberOf(row, 'seq') === envelope.seq &&
    numberOf(row, 'ord') === envelope.order &&
    bytesToHex(blobOf(row, 'device')) === envelope.device
  );
}

function verifyPlacement(
  row: Row,
  entry: SignedEntry,
  view: LogView,
  ranges: Map<LeafHash, CompactRange>,
  counts: Counts,
  faults: Fault[],
): void {
  const { leaf, envelope } = entry;
  const verdict = judgeEntry(entry, view);
  const placed = row['root'] !== null;
  switch (verdict.type) {
    case 'wait':
      if (placed) faults.push({ type: 'placement', leaf, error: 'not-placeable' });
      else counts.waiting++;
      return;
    case 'refuse':
      // One that waited and turned out to be a forgery stays in the record, unplaced and without effect.
      if (placed) faults.push({ type: 'entry', leaf, error: verdict.error.type });
      else counts.waiting++;
      return;
    case 'place': {
      if (envelope.prev !== null) ranges.delete(envelope.prev);
      ranges.set(leaf, verdict.range);
      if (!placed) {
        faults.push({ type: 'placement', leaf, error: 'missing' });
        return;
      }
      const agrees =
        bytesToHex(blobOf(row, 'root')) === verdict.root &&
        bytesToHex(blobOf(row, 'p_device')) === envelope.device &&
        numberOf(row, 'p_seq') === envelope.seq &&
        numberOf(row, 'p_ord') === envelope.order;
      if (!agrees) faults.push({ type: 'placement', leaf, error: 'differs' });
    }
  }
}

function verifyBodies(
  db: Database,
  workspace: WorkspaceId,
  { leaf, envelope }: SignedEntry,
  counts: Counts,
  faults: Fault[],
): void {
  for (const [part, reference] of envelope.parts.entries()) {
    const checked = checkStoredPart(db, { workspace, device: envelope.device, reference });
    if (checked === undefined) counts.bodiesAbsent++;
    else if (checked.ok) counts.bodies++;
    else faults.push({ type: 'body', leaf, part, error: checked.error.type });
  }
}

function verifyCheckpoints(db: Database, log: LogStore, counts: Counts, faults: Fault[]): void {
  // The driver takes no bytes for no value, so the first page starts at a key below all others.
  let after: readonly [Uint8Array<ArrayBuffer>, number] = [new Uint8Array(1), 0];
  for (;;) {
    const rows = db
      .prepare(
        `SELECT device, size, note FROM checkpoint WHERE (device, size) > (?, ?) ORDER BY device, size LIMIT ${PAGE}`,
      )
      .all<Row>([...after]);
    for (const row of rows) {
      counts.checkpoints++;
      const device = idFromBytes('DeviceKey', blobOf(row, 'device'));
      const size = numberOf(row, 'size');
      const error = checkpointFault(log, checkpointKeys(db, blobOf(row, 'device')), {
        device,
        size,
        note: textOf(row, 'note'),
      });
      if (error !== undefined) faults.push({ type: 'checkpoint', device, size, error });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = [blobOf(last, 'device'), numberOf(last, 'size')];
  }
}

function checkpointFault(
  log: LogStore,
  keys: readonly CheckpointKey[],
  {
    device,
    size,
    note,
  }: { readonly device: ReturnType<typeof deviceOf>; readonly size: number; readonly note: string },
): string | undefined {
  let error = 'checkpoint-key-unknown';
  for (const key of keys) {
    const opened = openCheckpoint(note, { workspace: log.workspace, device, key });
    if (!opened.ok) error = opened.error.type;
    else if (opened.value.size !== size) return 'size-differs';
    else {
      const root = idFromBytes('Sha256', opened.value.root);
      return log.placedAtHead({ device, size, root }) === undefined ? 'tree-differs' : undefined;
    }
  }
  return error;
}

function deviceOf(row: Row): ReturnType<typeof idFromBytes<'DeviceKey'>> {
  return idFromBytes('DeviceKey', blobOf(row, 'device'));
}

function checkpointKeys(db: Database, device: Uint8Array<ArrayBuffer>): readonly CheckpointKey[] {
  return db
    .prepare(
      `SELECT key FROM enrolment WHERE role = 'checkpoint' AND leaf IN
       (SELECT leaf FROM enrolment WHERE role = 'device' AND key = ?)`,
    )
    .all<Row>([device])
    .map((row) => idFromBytes('CheckpointKey', blobOf(row, 'key')));
}

/** Projects the whole record again into tables in memory, and compares. */
function verifyProjections(db: Database, log: LogStore, counts: Counts, faults: Fault[]): void {
  const generation = currentGeneration(db);
  if (generation === undefined) throw new Error('there are no projections');
  // Temporary tables live in memory (temp_store), and a reader may make them though it may not write the file.
  db.exec('PRAGMA query_only = OFF');
  const shadow = { db, generation: 'shadow' as const };
  try {
    db.exec(dropProjections('shadow') + createProjections('shadow'));
    let after: LeafHash | undefined;
    for (;;) {
      const { last } = projectFrom(shadow, log, { after, limit: PAGE });
      if (last === undefined) break;
      after = last;
    }
    const table = tableNamer('shadow');
    for (const name of [
      'source',
      'layer',
      'reading',
      'collection',
      'collection_source',
      'person',
      'device',
      'receipt',
      'brief',
    ] as const) {
      counts.projectionRows += Number(db.prepare(`SELECT COUNT(*) FROM ${table(name)}`, { pluck: true }).get());
    }
    for (const fault of compareProjections({ db, generation }, shadow)) faults.push({ type: 'projection', ...fault });
  } finally {
    db.exec(dropProjections('shadow'));
    db.exec('PRAGMA query_only = ON');
  }
}

function verifySuggestions(db: Database, counts: Counts, faults: Fault[]): void {
  const generation = currentGeneration(db);
  if (generation === undefined) return;
  const stated = new Map<string, Sha256>();
  for (const row of eachRow({ db, generation }, 'reading')) {
    const record: unknown = JSON.parse(textOf(row, 'record'));
    if (typeof record === 'object' && record !== null && 'output' in record) {
      stated.set(textOf(row, 'layer'), idFromBytes('Sha256', bytesOf(String(record.output))));
    }
  }
  for (const row of eachRow({ db, generation }, 'suggestion')) {
    counts.suggestions++;
    const layer = textOf(row, 'layer');
    if (sha256(textOf(row, 'reading')) !== stated.get(layer)) faults.push({ type: 'suggestion', layer });
  }
}
