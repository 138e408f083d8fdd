import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from '@signalapp/sqlcipher';
import {
  type DeviceKey,
  parseId,
  type Result,
  refuse,
  type Sha256,
  type SubjectId,
  type WorkspaceId,
} from '../base/index.ts';
import { checkPart, type PartReference, type PartRefusal } from '../preserve/index.ts';
import { blobOf, bytesOf, numberOf, type Row } from './rows.ts';

/** How a body lies in its row: 0 as it is, 1 deflated. The commitment is over the body as it is. */
const PLAIN = 0;
const DEFLATED = 1;
/** Bodies below this gain nothing from deflating. */
const DEFLATE_FROM = 512;
const BODY_LIMIT = 512 * 1024 * 1024;

/** Where a part belongs: what its commitment binds besides salt and body. */
export interface PartPlace {
  readonly workspace: WorkspaceId;
  readonly device: DeviceKey;
  readonly reference: PartReference;
}

export interface StoredPart {
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

/** Keeps a part under its commitment; keeping it again changes nothing. */
export function putPart(
  db: Database,
  reference: { readonly of: readonly SubjectId[]; readonly commitment: Sha256 },
  part: StoredPart,
): void {
  const deflated = part.body.length < DEFLATE_FROM ? part.body : deflateRawSync(part.body, { level: 6 });
  const packing = deflated.length < part.body.length ? DEFLATED : PLAIN;
  const body = new Uint8Array(packing === DEFLATED ? deflated : part.body);
  const commitment = bytesOf(reference.commitment);
  db.prepare('INSERT OR IGNORE INTO part (commitment, salt, packing, length, body) VALUES (?, ?, ?, ?, ?)').run([
    commitment,
    new Uint8Array(part.salt),
    packing,
    part.body.length,
    body,
  ]);
  const link = db.prepare('INSERT OR IGNORE INTO part_subject (subject, commitment) VALUES (?, ?)');
  for (const subject of reference.of) link.run([bytesOf(subject), commitment]);
}

/** A part by its commitment; undefined when it is not here: withheld, or erased. Not checked against the commitment. */
export function getPart(db: Database, commitment: Sha256): StoredPart | undefined {
  const row = db
    .prepare('SELECT salt, packing, length, body FROM part WHERE commitment = ?')
    .get<Row>([bytesOf(commitment)]);
  if (row === undefined) return undefined;
  const body = blobOf(row, 'body');
  const length = numberOf(row, 'length');
  if (length < 0 || length > BODY_LIMIT) throw new Error('a stored part states a length that no part has');
  const plain = numberOf(row, 'packing') === DEFLATED ? inflateRawSync(body, { maxOutputLength: length + 1 }) : body;
  return { salt: blobOf(row, 'salt'), body: new Uint8Array(plain) };
}

/** Whether a stored part is the one that its commitment fixes; undefined when it is not here. */
export function checkStoredPart(
  db: Database,
  place: PartPlace,
): Result<undefined, PartRefusal | { readonly type: 'part-unreadable' }> | undefined {
  try {
    const part = getPart(db, place.reference.commitment);
    return part === undefined ? undefined : checkPart(part, place);
  } catch {
    // A flipped bit in a deflated body shows as an error of zlib: the same finding as a differing digest.
    return refuse({ type: 'part-unreadable' });
  }
}

/**
 * The body of an entry's part; undefined when it is not here, or is not the entry's own: a commitment copied from
 * another entry opens nothing, and neither does one whose body was changed.
 */
export function openPart(db: Database, place: PartPlace): Uint8Array | undefined {
  const part = getPart(db, place.reference.commitment);
  return part !== undefined && checkPart(part, place).ok ? part.body : undefined;
}

/** A body as JSON; undefined when it is none. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Commitments of all parts that quote, name or describe a subject. */
export function partsOf(db: Database, subject: SubjectId): readonly Sha256[] {
  return db
    .prepare('SELECT lower(hex(commitment)) FROM part_subject WHERE subject = ?', { pluck: true })
    .all([bytesOf(subject)])
    .map((hex) => parseId('Sha256', hex))
    .filter((commitment) => commitment !== undefined);
}
