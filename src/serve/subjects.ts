import {
  bytesToHex,
  type CollectionId,
  idFromBytes,
  type LayerId,
  parseCollectionId,
  parseLayerId,
  parseSourceId,
  type SourceId,
  type SubjectId,
} from '../base/index.ts';

/** Where ids come from: as many random bytes as asked for. */
export type RandomBytes = (count: number) => Uint8Array;

const BYTES = 16;

/** A fresh id of a source. It is random and says nothing of it. */
export function newSourceId(random: RandomBytes): SourceId {
  return made(parseSourceId(bytesToHex(random(BYTES))));
}

/** A fresh id of a layer. */
export function newLayerId(random: RandomBytes): LayerId {
  return made(parseLayerId(bytesToHex(random(BYTES))));
}

/** A fresh id of a collection. */
export function newCollectionId(random: RandomBytes): CollectionId {
  return made(parseCollectionId(bytesToHex(random(BYTES))));
}

/** A fresh id of anything else. */
export function newSubjectId(random: RandomBytes): SubjectId {
  return idFromBytes('SubjectId', random(BYTES));
}

function made<T>(id: T | undefined): T {
  if (id === undefined) throw new Error(`an id takes ${BYTES} random bytes`);
  return id;
}
