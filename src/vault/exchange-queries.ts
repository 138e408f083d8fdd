/** What giving entries away and taking them asks of the vault: what lies beyond some heads, who belongs, what was noted. */
import type Database from '@signalapp/sqlcipher';
import { z } from 'zod';
import {
  type CollectionId,
  type DeviceKey,
  idFromBytes,
  isId,
  type LeafHash,
  type PersonKey,
  parseId,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { merkleLeaf, type PartReference, readHeads, type SeenHead, settingsSubject } from '../preserve/index.ts';
import { LogStore, leafOf } from './log-store.ts';
import { findPart } from './part-store.ts';
import { personSubject } from './person-subject.ts';
import { tableIn } from './projections.ts';
import { blobOf, bytesOf, numberOf, type Row, textOf } from './rows.ts';

/** Whether a person may write, and how many devices of theirs are known. */
export interface PersonStanding {
  readonly enrolled: boolean;
  readonly devices: number;
}

/** Everybody whom placed entries enrolled. */
export interface Belonging {
  readonly persons: readonly PersonKey[];
  readonly devices: readonly { readonly device: DeviceKey; readonly person: PersonKey }[];
  readonly removed: readonly (PersonKey | DeviceKey)[];
}

/** An age recipient of a person's, and on which device it was stated. */
export interface RecipientRow {
  readonly person: PersonKey;
  readonly recipient: string;
  readonly device: DeviceKey;
  /** Whether the person said so; otherwise whoever enrolled the person did. */
  readonly own: boolean;
}

export interface SealingKeyRow {
  readonly recipient: string;
  readonly identity: string;
  readonly madeAt: string;
}

export interface PeerRow {
  readonly device: DeviceKey;
  readonly recipient: string;
  readonly heads: readonly SeenHead[];
  readonly complete: boolean;
  readonly heardAt: string;
}

/** A bundle that was made here. `collections` is empty when it held everything. */
export interface BundleGivenRow {
  readonly bundle: string;
  readonly madeAt: string;
  readonly recipients: readonly string[];
  readonly collections: readonly string[];
}

/** Entries of one device's log from one place up to before another; both branches of a fork. */
export interface LogStretch {
  readonly device: DeviceKey;
  readonly from: number;
  readonly to: number;
}

/** An entry as it is stored, with those of its parts that are here under it. */
export interface EntryAtHand {
  readonly leaf: LeafHash;
  readonly bytes: Uint8Array;
  /** How many parts it has, here or not. */
  readonly named: number;
  readonly parts: readonly (PartReference & { readonly salt: Uint8Array; readonly body: Uint8Array })[];
}

/** Parts that are not here although no erasure that counts took them; its one value is the list of those that do not. */
export const LACKING_PARTS: string = `FROM placement JOIN entry e USING (leaf), json_each(CAST(e.bytes AS TEXT), '$.parts') p
  WHERE NOT EXISTS (SELECT 1 FROM part WHERE commitment = unhex(json_extract(p.value, '$.commitment')))
  AND NOT EXISTS (SELECT 1 FROM json_each(p.value, '$.of') s JOIN erased x ON x.subject = unhex(s.value)
    WHERE x.leaf NOT IN (SELECT unhex(value) FROM json_each(?)) OR (x.leaf = e.leaf AND p.key > 0))`;
const PAGE_ENTRIES = 500;
const PAGE_BYTES = 4 * 1024 * 1024;
/** Below every leaf: the driver takes no bytes for no value, and nothing comes after that. */
const BEFORE_ALL = new Uint8Array(1);

export const exchangeQueries = {
  /** Whether a person is enrolled, and the number of their devices. */
  personStanding: (
    db: Database,
    _workspace: WorkspaceId,
    { person }: { readonly person: PersonKey },
  ): PersonStanding => {
    const count = (sql: string): number => Number(db.prepare(sql, { pluck: true }).get([bytesOf(person)]));
    return {
      enrolled: count("SELECT COUNT(*) FROM enrolment WHERE key = ? AND role = 'person'") > 0,
      devices: count("SELECT COUNT(*) FROM enrolment WHERE person = ? AND role = 'device'"),
    };
  },

  belonging: (db: Database, workspace: WorkspaceId): Belonging => {
    const rows = db.prepare('SELECT DISTINCT key, role, person FROM enrolment ORDER BY key').all<Row>();
    const of = (role: string): readonly Row[] => rows.filter((row) => row['role'] === role);
    const persons = of('person').map((row) => idFromBytes('PersonKey', blobOf(row, 'key')));
    const { setAside } = new LogStore(db, workspace);
    return {
      persons,
      devices: of('device').map((row) => ({
        device: idFromBytes('DeviceKey', blobOf(row, 'key')),
        person: idFromBytes('PersonKey', blobOf(row, 'person')),
      })),
      removed: [...setAside.holding().map(({ key }) => key), ...persons.filter((key) => setAside.isRemoved(key))],
    };
  },

  /** Every recipient that was stated, in the order of the record. */
  recipients: (db: Database): readonly RecipientRow[] =>
    db
      .prepare(
        `SELECT k.person, k.recipient, k.device, d.person AS owner FROM ${tableIn(db, 'sealing_key')} k
         LEFT JOIN ${tableIn(db, 'device')} d ON d.key = k.device ORDER BY k.ord, k.device, k.seq, k.leaf, k.person`,
      )
      .all<Row>()
      .flatMap((row) => {
        const person = parseId('PersonKey', row['person']);
        const device = parseId('DeviceKey', row['device']);
        if (person === undefined || device === undefined) return [];
        return [{ person, device, recipient: textOf(row, 'recipient'), own: row['owner'] === person }];
      }),

  /** This vault's own age identities, newest first. */
  sealingKeys: (db: Database): readonly SealingKeyRow[] =>
    db
      .prepare('SELECT recipient, identity, made_at FROM sealing_key ORDER BY made_at DESC, recipient')
      .all<Row>()
      .map((row) => ({
        recipient: textOf(row, 'recipient'),
        identity: textOf(row, 'identity'),
        madeAt: textOf(row, 'made_at'),
      })),

  /** What each other device was last heard to hold. */
  peers: (db: Database): readonly PeerRow[] =>
    db
      .prepare('SELECT device, recipient, heads, complete, heard_at FROM peer ORDER BY device')
      .all<Row>()
      .map((row) => ({
        device: idFromBytes('DeviceKey', blobOf(row, 'device')),
        recipient: textOf(row, 'recipient'),
        heads: readHeads(JSON.parse(textOf(row, 'heads'))) ?? [],
        complete: numberOf(row, 'complete') === 1,
        heardAt: textOf(row, 'heard_at'),
      })),

  /** Every bundle that this folder made, oldest first: what was given cannot be reached any more. */
  bundlesGiven: (db: Database): readonly BundleGivenRow[] =>
    db
      .prepare('SELECT id, made_at, recipients, scope FROM bundle_given ORDER BY made_at, id')
      .all<Row>()
      .map((row) => ({
        bundle: textOf(row, 'id'),
        madeAt: textOf(row, 'made_at'),
        recipients: texts(textOf(row, 'recipients')),
        collections: texts(textOf(row, 'scope')),
      })),

  /** When a bundle was taken; undefined when it was not. */
  bundleTaken: (db: Database, _workspace: WorkspaceId, { bundle }: { readonly bundle: string }): string | undefined => {
    const at = db.prepare('SELECT taken_at FROM bundle_taken WHERE id = ?', { pluck: true }).get([bundle]);
    return typeof at === 'string' ? at : undefined;
  },

  /** The heads among these that are here, also below later entries. */
  headsHere: (
    db: Database,
    workspace: WorkspaceId,
    { heads }: { readonly heads: readonly SeenHead[] },
  ): readonly SeenHead[] => {
    const log = new LogStore(db, workspace);
    return heads.filter((head) => log.placedAtHead(head) !== undefined);
  },

  /**
   * What of each log lies beyond some heads, as the logs stand now; where the logs end; and those of the heads that were
   * used. A forked log is given whole, and so is one whose stated head is not here.
   */
  stretchesBeyond: (
    db: Database,
    workspace: WorkspaceId,
    { heads }: { readonly heads: readonly SeenHead[] },
  ): {
    readonly stretches: readonly LogStretch[];
    readonly before: readonly SeenHead[];
    readonly ends: readonly SeenHead[];
  } => {
    const log = new LogStore(db, workspace);
    const ends = log
      .heads()
      .map(({ device, size, root }) => ({ device, size, root }))
      .sort((a, b) => (`${a.device}/${a.root}` < `${b.device}/${b.root}` ? -1 : 1));
    const before = heads.filter(
      (head) =>
        ends.filter(({ device }) => device === head.device).length === 1 && log.placedAtHead(head) !== undefined,
    );
    const stretches = [...new Set(ends.map(({ device }) => device))].map((device) => ({
      device,
      from: Math.max(0, ...before.filter((head) => head.device === device).map(({ size }) => size)),
      to: Math.max(...ends.filter((end) => end.device === device).map(({ size }) => size)),
    }));
    return { stretches: stretches.filter(({ from, to }) => from < to), before, ends };
  },

  /**
   * Entries in some stretches with those of their parts that are here and open under them, in the order of the record,
   * after a given one: 500 at most, and no more once their bodies come to 4 MiB. None at the end.
   */
  entriesWithin: (
    db: Database,
    workspace: WorkspaceId,
    { stretches, after }: { readonly stretches: readonly LogStretch[]; readonly after: LeafHash | undefined },
  ): readonly EntryAtHand[] => {
    return entriesAtHand(db, workspace, leavesWithin(db, stretches, after));
  },

  /** Entries that wait for others, by their leaves, after a given one; as many as `entriesWithin`. None at the end. */
  waitingEntries: (
    db: Database,
    workspace: WorkspaceId,
    { after }: { readonly after: LeafHash | undefined },
  ): readonly EntryAtHand[] => {
    const rows = db
      .prepare(`SELECT leaf FROM waiting WHERE leaf > ? ORDER BY leaf LIMIT ${PAGE_ENTRIES}`)
      .all<Row>([after === undefined ? BEFORE_ALL : bytesOf(after)]);
    return entriesAtHand(db, workspace, rows.map(leafOf));
  },

  /**
   * Whether every part that no erasure took is here, and for every source a place where its bytes lie. What an erasure took
   * that counts no longer, since whoever made it was removed, is lacking until somebody gives it again.
   */
  lacksNothing: (db: Database, workspace: WorkspaceId): boolean => {
    const voided = JSON.stringify(voidErasures(db, new LogStore(db, workspace)));
    const lacking = `SELECT EXISTS (SELECT 1 ${LACKING_PARTS})`;
    const unkept = `SELECT EXISTS (SELECT 1 FROM ${tableIn(db, 'source')} s
      WHERE NOT EXISTS (SELECT 1 FROM blob WHERE source = unhex(s.source)))`;
    const finds = (sql: string, values: readonly string[]): boolean =>
      Number(db.prepare(sql, { pluck: true }).get(values)) === 1;
    return !finds(lacking, [voided]) && !finds(unkept, []);
  },

  /** Subjects that a bundle of one collection speaks of: it, the sources in it, the persons enrolled, and the settings. */
  subjectsOf: (
    db: Database,
    workspace: WorkspaceId,
    { collection }: { readonly collection: CollectionId },
  ): readonly SubjectId[] => {
    const sources = db
      .prepare(`SELECT source FROM ${tableIn(db, 'collection_source')} WHERE collection = ? AND member = 1`, {
        pluck: true,
      })
      .all([collection]);
    const persons = db.prepare("SELECT DISTINCT key FROM enrolment WHERE role = 'person'").all<Row>();
    return [
      collection,
      settingsSubject(workspace),
      ...sources.map((source) => parseId('SubjectId', source)).filter((source) => source !== undefined),
      ...persons.map((row) => personSubject(idFromBytes('PersonKey', blobOf(row, 'key')))),
    ];
  },

  /** Which of these subjects were erased, by erasures that count. */
  erasedAmong: (
    db: Database,
    workspace: WorkspaceId,
    { subjects }: { readonly subjects: readonly SubjectId[] },
  ): readonly SubjectId[] => {
    const log = new LogStore(db, workspace);
    return subjects.filter((subject) => log.isErased(subject));
  },

  /** Which of these parts are here, by their commitments. */
  partsHere: (
    db: Database,
    _workspace: WorkspaceId,
    { commitments }: { readonly commitments: readonly Sha256[] },
  ): readonly Sha256[] => {
    const find = db.prepare('SELECT 1 FROM part WHERE commitment = ?');
    return commitments.filter((commitment) => find.get([bytesOf(commitment)]) !== undefined);
  },
} as const;

/** Erasures that count no longer, since whoever made them was removed. */
export function voidErasures(db: Database, log: LogStore): readonly LeafHash[] {
  if (log.setAside.holding().length === 0) return [];
  return db
    .prepare('SELECT DISTINCT e.leaf, p.device, p.seq FROM erased e JOIN placement p USING (leaf)')
    .all<Row>()
    .map((row) => ({
      leaf: leafOf(row),
      device: idFromBytes('DeviceKey', blobOf(row, 'device')),
      seq: numberOf(row, 'seq'),
    }))
    .filter((place) => log.setAside.has(place))
    .map(({ leaf }) => leaf);
}

function leavesWithin(
  db: Database,
  stretches: readonly LogStretch[],
  after: LeafHash | undefined,
): readonly LeafHash[] {
  if (stretches.length === 0) return [];
  const within = stretches.map(() => '(device = ? AND seq >= ? AND seq < ?)').join(' OR ');
  const beyond =
    after === undefined
      ? ''
      : '(ord, device, seq, leaf) > (SELECT ord, device, seq, leaf FROM placement WHERE leaf = ?) AND';
  return db
    .prepare(
      `SELECT leaf FROM placement WHERE ${beyond} (${within}) ORDER BY ord, device, seq, leaf LIMIT ${PAGE_ENTRIES}`,
      // Another text for each number of logs: not one to be kept.
      { persistent: false },
    )
    .all<Row>([
      ...(after === undefined ? [] : [bytesOf(after)]),
      ...stretches.flatMap(({ device, from, to }) => [bytesOf(device), from, to]),
    ])
    .map(leafOf);
}

/** The first of these entries, until their bodies come to enough for one page. */
function entriesAtHand(db: Database, workspace: WorkspaceId, leaves: readonly LeafHash[]): readonly EntryAtHand[] {
  const found: EntryAtHand[] = [];
  let bytes = 0;
  for (const leaf of leaves) {
    const entry = entryAtHand(db, workspace, leaf);
    found.push(entry);
    bytes += entry.parts.reduce((sum, { body }) => sum + body.length, 0);
    if (bytes >= PAGE_BYTES) break;
  }
  return found;
}

/** A placed entry was checked when it came; that it is still the same, its leaf tells, signatures included. */
function entryAtHand(db: Database, workspace: WorkspaceId, leaf: LeafHash): EntryAtHand {
  const bytes = db.prepare('SELECT bytes FROM entry WHERE leaf = ?', { pluck: true }).get([bytesOf(leaf)]);
  if (!(bytes instanceof Uint8Array) || idFromBytes('LeafHash', merkleLeaf(bytes)) !== leaf) {
    throw new Error('a placed entry is not what it was');
  }
  const { device, parts } = placedFields(bytes);
  return {
    leaf,
    bytes,
    named: parts.length,
    parts: parts.flatMap((reference) => {
      const found = findPart(db, { workspace, device, reference }, leaf);
      return found.type === 'here' ? [{ ...reference, ...found.part }] : [];
    }),
  };
}

function placedFields(bytes: Uint8Array): { readonly device: DeviceKey; readonly parts: readonly PartReference[] } {
  const read = placedSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!read.success) throw new Error('a placed entry no longer reads');
  return read.data;
}

const placedSchema = z.object({
  device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
  parts: z.array(
    z.object({
      commitment: z.custom<Sha256>((value) => isId('Sha256', value)),
      of: z.array(z.custom<SubjectId>((value) => isId('SubjectId', value))),
    }),
  ),
});

function texts(json: string): readonly string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
