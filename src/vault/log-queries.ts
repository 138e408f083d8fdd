import type Database from '@signalapp/sqlcipher';
import {
  type DeviceKey,
  type LeafHash,
  type PersonKey,
  parseId,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { readEnvelope } from '../preserve/index.ts';
import { isErasingUnfinished } from './erasing.ts';
import type { HeadState } from './head.ts';
import { compareWithHead, type HeadMismatch } from './head-check.ts';
import { type LogHead, LogStore } from './log-store.ts';
import { type Page, type PageRequest, page, pageLimit } from './page.ts';
import { findPart } from './part-store.ts';
import { placedAfter, tableIn } from './projections.ts';
import { blobOf, bytesOf, type Row, textOf } from './rows.ts';

export interface LogRow {
  readonly leaf: LeafHash;
  readonly device: DeviceKey;
  readonly seq: number;
  readonly order: number;
  readonly at: string;
  readonly kind: string;
  readonly person: PersonKey | null;
  readonly parts: number;
  /** What its parts are of, each once. */
  readonly of: readonly SubjectId[];
  /** Whether something that one of its parts is of was erased. */
  readonly erased: boolean;
}

export interface VaultStatus {
  readonly workspace: WorkspaceId;
  readonly entries: number;
  readonly waiting: number;
  readonly sources: number;
  readonly heads: readonly LogHead[];
  readonly forks: readonly { readonly device: DeviceKey; readonly seq: number }[];
  readonly persons: readonly MemberRow[];
  /** Whether an erasure was interrupted and is to be finished (`Vault.finishErasing`). */
  readonly erasing: boolean;
}

/** Somebody who was enrolled. */
export interface MemberRow {
  readonly person: PersonKey;
  readonly name: string | null;
  /** Whether what they write counts no longer, or never did. */
  readonly removed: boolean;
}

/** How a device's log stands: how many ends it has, and how it falls short of a head. */
export interface Standing {
  /** 0 before the device's first entry; several when its log is forked. */
  readonly ends: number;
  readonly mismatch: HeadMismatch | undefined;
}

export interface EntryWithParts {
  readonly leaf: LeafHash;
  readonly bytes: Uint8Array;
  readonly parts: readonly { readonly commitment: Sha256; readonly salt: Uint8Array; readonly body: Uint8Array }[];
}

/** Questions about the record itself: its entries, its ends, and who belongs. */
export const logQueries = {
  status: (db: Database, workspace: WorkspaceId): VaultStatus => {
    const log = new LogStore(db, workspace);
    const one = (sql: string): number => Number(db.prepare(sql, { pluck: true }).get());
    return {
      workspace,
      entries: one('SELECT COUNT(*) FROM placement'),
      waiting: log.waiting(),
      sources: one(`SELECT COUNT(*) FROM ${tableIn(db, 'source')}`),
      heads: log.heads(),
      forks: log.forks(),
      persons: memberRows(db, log),
      erasing: isErasingUnfinished(db),
    };
  },

  /** How a device's log stands beside the head that was read from its file. */
  standing: (
    db: Database,
    workspace: WorkspaceId,
    { device, head }: { readonly device: DeviceKey; readonly head: HeadState | undefined },
  ): Standing => {
    const log = new LogStore(db, workspace);
    return { ends: log.headsOf(device).length, mismatch: head && compareWithHead(log, head) };
  },

  /** The newest entries first. */
  log: (db: Database, workspace: WorkspaceId, request: PageRequest): Page<LogRow> => {
    const limit = pageLimit(request);
    const after = parseId('LeafHash', request.after);
    const where =
      after === undefined
        ? ''
        : 'WHERE (p.ord, p.device, p.seq, p.leaf) < (SELECT ord, device, seq, leaf FROM placement WHERE leaf = ?)';
    const rows = db
      .prepare(
        `SELECT p.leaf, e.bytes FROM placement p JOIN entry e USING (leaf) ${where}
         ORDER BY p.ord DESC, p.device DESC, p.seq DESC, p.leaf DESC LIMIT ?`,
      )
      .all<Row>([...(after === undefined ? [] : [bytesOf(after)]), limit + 1]);
    const erased = db.prepare('SELECT 1 FROM erased WHERE subject = ?', { pluck: true });
    const items = rows.map((row): LogRow => {
      const read = readEnvelope(blobOf(row, 'bytes'), workspace);
      if (!read.ok) throw new Error(`a stored entry no longer reads: ${read.error.type}`);
      const { leaf, envelope } = read.value;
      const { device, seq, order, at, kind, person, parts } = envelope;
      const of = [...new Set(parts.flatMap((part) => part.of))];
      const isErased = of.some((subject) => erased.get([bytesOf(subject)]) !== undefined);
      return { leaf, device, seq, order, at, kind, person, parts: parts.length, of, erased: isErased };
    });
    return page(items, limit, ({ leaf }) => leaf);
  },

  /** Placed entries in the order of projection, with the parts that are here: what another copy may be given. */
  entries: (db: Database, workspace: WorkspaceId, request: PageRequest): Page<EntryWithParts> => {
    const limit = pageLimit(request);
    const log = new LogStore(db, workspace);
    const leaves = placedAfter(db, parseId('LeafHash', request.after), limit + 1);
    const { items, next } = page(leaves, limit, (leaf) => leaf);
    const found = items.map((leaf) => {
      const entry = log.entry(leaf);
      if (entry === undefined) throw new Error('a placed entry is not in the record');
      const { workspace: of, device } = entry.envelope;
      // Only what opens under this entry: one that copied a commitment must not carry another's words out.
      const parts = entry.envelope.parts.flatMap((reference) => {
        const found = findPart(db, { workspace: of, device, reference }, leaf);
        return found.type === 'here' ? [{ commitment: reference.commitment, ...found.part }] : [];
      });
      return { leaf, bytes: entry.bytes, parts };
    });
    return { items: found, ...(next !== undefined && { next }) };
  },

  /** Checkpoints as signed notes, newest of each device. */
  checkpoints: (db: Database): readonly string[] =>
    db
      .prepare(
        `SELECT note FROM checkpoint JOIN (SELECT device, MAX(size) AS size FROM checkpoint GROUP BY device) last
         USING (device, size) ORDER BY device`,
        { pluck: true },
      )
      .all()
      .map(String),
} as const;

/** Persons in the order in which they were enrolled, each by the earliest enrolment whose name is here. */
function memberRows(db: Database, log: LogStore): readonly MemberRow[] {
  const names = new Map<PersonKey, string | null>();
  const rows = db
    .prepare(`SELECT person, name FROM ${tableIn(db, 'person')} ORDER BY ord, device, seq, leaf`)
    .all<Row>();
  for (const row of rows) {
    const person = parseId('PersonKey', row['person']);
    if (person === undefined) continue;
    names.set(person, names.get(person) ?? (row['name'] === null ? null : textOf(row, 'name')));
  }
  return [...names].map(([person, name]) => ({ person, name, removed: log.setAside.isRemoved(person) }));
}
