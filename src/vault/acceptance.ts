import type Database from '@signalapp/sqlcipher';
import type { LeafHash, Sha256 } from '../base/index.ts';
import { checkPart, isErasureList, readEnvelope, SALT_BYTES, type SignedEntry } from '../preserve/index.ts';
import { settleEntries, standingBefore } from './erasing.ts';
import type { LogStore } from './log-store.ts';
import { deletePart, findPart, isTooLarge, type PartPlace, putPart } from './part-store.ts';
import type { Projections } from './projections.ts';
import type { AcceptOutcome, AcceptRefusal, AcceptRequest } from './write-request.ts';

/** Entries kept although their past is not here. Whoever sends more sends them again later. */
const WAITING_LIMIT = 50_000;

/**
 * Takes entries of other devices into the record: a set union. What cannot be placed yet waits; forgeries are refused by
 * name and leave nothing behind. Within the caller's transaction.
 */
export function acceptEntries(
  { log, projections }: { readonly log: LogStore; readonly projections: Projections },
  { entries, parts }: AcceptRequest,
): AcceptOutcome {
  const refused: AcceptRefusal[] = [];
  const before = standingBefore(log);
  const indexOf = new Map<LeafHash, number>();
  const read = entries.flatMap((bytes, index) => {
    const entry = readEnvelope(bytes, log.workspace);
    if (!entry.ok) {
      refused.push({ index, error: entry.error });
      return [];
    }
    if (!indexOf.has(entry.value.leaf)) indexOf.set(entry.value.leaf, index);
    return [{ index, entry: entry.value }];
  });
  // Oldest first: most entries then find their past in place and need not wait.
  read.sort((a, b) => a.entry.envelope.order - b.entry.envelope.order || a.entry.envelope.seq - b.entry.envelope.seq);
  const kept = new Map<LeafHash, SignedEntry>();
  const placed: SignedEntry[] = [];
  const waiting = new Set<LeafHash>();
  let alreadyHere = 0;
  let room = WAITING_LIMIT - log.waiting();
  for (const { index, entry } of read) {
    const offered = log.offer(entry, { mayWait: room > 0 });
    if (offered.type === 'refused') {
      refused.push({ index, error: offered.error });
      continue;
    }
    kept.set(entry.leaf, entry);
    if (offered.type === 'placed') placed.push(entry);
    else if (offered.type === 'already-here') alreadyHere++;
    else {
      waiting.add(entry.leaf);
      room--;
    }
  }
  const later = log.placeWaiting(placed);
  for (const { leaf } of later.placed) waiting.delete(leaf);
  for (const { leaf, error } of later.refused) {
    waiting.delete(leaf);
    kept.delete(leaf);
    const index = indexOf.get(leaf);
    if (index !== undefined) refused.push({ index, error });
  }
  const {
    completed,
    kept: partsKept,
    erased,
  } = keepParts({ db: projections.db, log }, parts, [...kept.values()], refused);
  const settled = new Map([...placed, ...later.placed].map((entry) => [entry.leaf, entry]));
  for (const entry of completed) if (log.placed(entry.leaf) !== undefined) settled.set(entry.leaf, entry);
  const gone = settleEntries(projections, log, { entries: [...settled.values()], before });
  return {
    placed: placed.length + later.placed.length,
    alreadyHere,
    waiting: waiting.size,
    partsKept,
    partsLeftOut: erased,
    partsErased: erased + gone.parts,
    refused,
  };
}

/**
 * Keeps the parts to which an entry at hand commits, and puts them in place of damaged ones; a stranger's, a refused
 * entry's, and those of anything that was erased are not kept. Answers the entries to which a part came, how many came,
 * and how many were dropped as erased.
 */
function keepParts(
  { db, log }: { readonly db: Database; readonly log: LogStore },
  parts: AcceptRequest['parts'],
  entries: readonly SignedEntry[],
  refused: AcceptRefusal[],
): { readonly completed: readonly SignedEntry[]; readonly kept: number; readonly erased: number } {
  const places = new Map<
    Sha256,
    { readonly place: PartPlace; readonly entry: SignedEntry; readonly list: boolean }[]
  >();
  for (const entry of entries) {
    const { workspace, device } = entry.envelope;
    for (const [at, reference] of entry.envelope.parts.entries()) {
      const named = places.get(reference.commitment) ?? [];
      named.push({ place: { workspace, device, reference }, entry, list: isErasureList(entry.envelope, at) });
      places.set(reference.commitment, named);
    }
  }
  const completed: SignedEntry[] = [];
  let kept = 0;
  let erased = 0;
  for (const [index, part] of parts.entries()) {
    if (isTooLarge(part.body)) {
      refused.push({ index, error: { type: 'part-too-large' } });
      continue;
    }
    // Two entries can name one commitment, one of them copied: only under the true one does the part open.
    const own = (places.get(part.commitment) ?? []).filter(({ place }) => checkPart(part, place).ok);
    const [first] = own;
    if (first === undefined) {
      const wrongSalt = part.salt.length !== SALT_BYTES;
      refused.push({ index, error: { type: wrongSalt ? 'salt-length-wrong' : 'part-differs-from-commitment' } });
    } else if (first.list || first.place.reference.of.some((subject) => log.isErased(subject))) erased++;
    else if (findPart(db, first.place, first.entry.leaf).type !== 'here') {
      deletePart(db, first.place.reference);
      putPart(db, first.place.reference, { ...part, leaf: first.entry.leaf });
      kept++;
      completed.push(...own.map(({ entry }) => entry));
    }
  }
  return { completed, kept, erased };
}
