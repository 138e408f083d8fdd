/**
 * Identifiers and digests as branded strings, so that one kind cannot be passed for another.
 * All are lowercase hexadecimal; a subject's id is random and says nothing about the subject.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** 16 random bytes naming anything an entry speaks of: a source, a layer, a person, a collection, a brief. */
export type SubjectId = Branded<'SubjectId'>;
export type SourceId = SubjectId & { readonly subject: 'source' };
export type LayerId = SubjectId & { readonly subject: 'layer' };
export type CollectionId = SubjectId & { readonly subject: 'collection' };
/** 32 random bytes fixed by the first entry of a workspace. */
export type WorkspaceId = Branded<'WorkspaceId'>;
/** Ed25519 public key (32 bytes) that signs the entries of one copy of a vault. */
export type DeviceKey = Branded<'DeviceKey'>;
/** Ed25519 public key (32 bytes) of an enrolled person. */
export type PersonKey = Branded<'PersonKey'>;
/** Ed25519 public key (32 bytes) used for checkpoints and nothing else. */
export type CheckpointKey = Branded<'CheckpointKey'>;
export type Sha256 = Branded<'Sha256'>;
export type Sha512 = Branded<'Sha512'>;
/** SHA-256 over an entry's signed bytes. */
export type EntryId = Branded<'EntryId'>;
/** RFC 6962 leaf hash of a whole signed envelope: unlike the id it also fixes the signatures. */
export type LeafHash = Branded<'LeafHash'>;

const BYTES = {
  SubjectId: 16,
  WorkspaceId: 32,
  DeviceKey: 32,
  PersonKey: 32,
  CheckpointKey: 32,
  Sha256: 32,
  Sha512: 64,
  EntryId: 32,
  LeafHash: 32,
} as const;

interface Brands {
  readonly SubjectId: SubjectId;
  readonly WorkspaceId: WorkspaceId;
  readonly DeviceKey: DeviceKey;
  readonly PersonKey: PersonKey;
  readonly CheckpointKey: CheckpointKey;
  readonly Sha256: Sha256;
  readonly Sha512: Sha512;
  readonly EntryId: EntryId;
  readonly LeafHash: LeafHash;
}

/** Whether a string is the lowercase hexadecimal form of the named identifier, of exactly its length. */
export function isId<K extends keyof Brands>(kind: K, text: unknown): text is Brands[K] {
  return typeof text === 'string' && text.length === BYTES[kind] * 2 && /^[0-9a-f]*$/.test(text);
}

/** Reads an identifier from outside; undefined when it is not one. */
export function parseId<K extends keyof Brands>(kind: K, text: unknown): Brands[K] | undefined {
  return isId(kind, text) ? text : undefined;
}

/** Brands bytes we made ourselves. Throws when their number is wrong, since that is a defect of ours. */
export function idFromBytes<K extends keyof Brands>(kind: K, bytes: Uint8Array): Brands[K] {
  const text = bytesToHex(bytes);
  if (!isId(kind, text)) throw new Error(`${kind} takes ${BYTES[kind]} bytes, got ${bytes.length}`);
  return text;
}

/** Lowercase hexadecimal of bytes. */
export function bytesToHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Bytes of a hexadecimal string; throws when it is not one, since callers pass parsed ids. */
export function hexToBytes(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new Error('not lowercase hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Reads the id of a source from outside; undefined when it is none. Which kind of subject it names, nothing in it tells. */
export function parseSourceId(text: unknown): SourceId | undefined {
  return isSubject<SourceId>(text) ? text : undefined;
}

/** Reads the id of a layer from outside; undefined when it is none. */
export function parseLayerId(text: unknown): LayerId | undefined {
  return isSubject<LayerId>(text) ? text : undefined;
}

/** Reads the id of a collection from outside; undefined when it is none. */
export function parseCollectionId(text: unknown): CollectionId | undefined {
  return isSubject<CollectionId>(text) ? text : undefined;
}

function isSubject<T extends SubjectId>(text: unknown): text is T {
  return isId('SubjectId', text);
}
