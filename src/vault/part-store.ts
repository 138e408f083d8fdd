import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, idFromBytes, type LeafHash, type Sha256, type WorkspaceId } from '../base/index.ts';
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

/** What a part's entry finds under its commitment. */
export type FoundPart =
  | { readonly type: 'here'; readonly part: StoredPart }
  /** Withheld, erased, or kept under another entry from which this one copied the commitment. */
  | { readonly type: 'absent' }
  | { readonly type: 'damaged'; readonly error: PartRefusal['type'] | 'part-unreadable' };

/** Whether a body is longer than any part that is kept. */
export function isTooLarge(body: Uint8Array): boolean {
  return body.length > BODY_LIMIT;
}

/** Keeps a part under its commitment, with the entry under which it opens; keeping it again changes nothing. */
export function putPart(
  db: Database,
  reference: PartReference,
  { leaf, salt, body }: StoredPart & { readonly leaf: LeafHash },
): void {
  if (isTooLarge(body)) throw new Error('a part is larger than any that is kept');
  const deflated = body.length < DEFLATE_FROM ? body : deflateRawSync(body, { level: 6 });
  const packing = deflated.length < body.length ? DEFLATED : PLAIN;
  const commitment = bytesOf(reference.commitment);
  // The driver binds an empty array as NULL.
  db.prepare(
    "INSERT OR IGNORE INTO part (commitment, leaf, salt, packing, length, body) VALUES (?, ?, ?, ?, ?, coalesce(?, x''))",
  ).run([
    commitment,
    bytesOf(leaf),
    new Uint8Array(salt),
    packing,
    body.length,
    new Uint8Array(packing === DEFLATED ? deflated : body),
  ]);
  const link = db.prepare('INSERT OR IGNORE INTO part_subject (subject, commitment) VALUES (?, ?)');
  for (const subject of reference.of) link.run([bytesOf(subject), commitment]);
}

/** Takes a part away, with its salt and its place in the index by subject. */
export function deletePart(db: Database, { of, commitment }: PartReference): void {
  for (const subject of of) {
    db.prepare('DELETE FROM part_subject WHERE subject = ? AND commitment = ?').run([
      bytesOf(subject),
      bytesOf(commitment),
    ]);
  }
  db.prepare('DELETE FROM part WHERE commitment = ?').run([bytesOf(commitment)]);
}

/** Whether a part is found by each of its subjects, as an erasure looks for it. */
export function isFiledUnder(db: Database, { of, commitment }: PartReference): boolean {
  const link = db.prepare('SELECT subject FROM part_subject WHERE subject = ? AND commitment = ?');
  return of.every((subject) => link.get([bytesOf(subject), bytesOf(commitment)]) !== undefined);
}

/** The entry under which a part is kept; undefined when the part is not here. */
export function partOwner(db: Database, commitment: Sha256): LeafHash | undefined {
  const leaf = db.prepare('SELECT leaf FROM part WHERE commitment = ?', { pluck: true }).get([bytesOf(commitment)]);
  return leaf instanceof Uint8Array ? idFromBytes('LeafHash', leaf) : undefined;
}

/**
 * Looks for the part to which an entry refers. A commitment copied from another entry opens nothing, and neither does a
 * body that was changed: only under the entry for which it was kept is that damage.
 */
export function findPart(db: Database, place: PartPlace, leaf: LeafHash): FoundPart {
  const { commitment } = place.reference;
  const owner = partOwner(db, commitment);
  if (owner === undefined) return { type: 'absent' };
  const damaged = (error: PartRefusal['type'] | 'part-unreadable'): FoundPart =>
    owner === leaf ? { type: 'damaged', error } : { type: 'absent' };
  let part: StoredPart | undefined;
  try {
    part = getPart(db, commitment);
  } catch (error) {
    // A flipped bit in a deflated body shows as an error of zlib: the same finding as a differing digest.
    if (isOfDatabase(error)) throw error;
    return damaged('part-unreadable');
  }
  if (part === undefined) return { type: 'absent' };
  const checked = checkPart(part, place);
  return checked.ok ? { type: 'here', part } : damaged(checked.error.type);
}

/**
 * The body of an entry's part; undefined when it is not here, or is not the entry's own: a commitment copied from
 * another entry opens nothing, and neither does one whose body was changed.
 */
export function openPart(db: Database, place: PartPlace): Uint8Array | undefined {
  const part = getPart(db, place.reference.commitment);
  return part !== undefined && checkPart(part, place).ok ? part.body : undefined;
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

/** A body as JSON; undefined when it is none. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}
