/**
 * A new vault key in place of one that somebody may know. The database is written anew under it, each blob's key is
 * wrapped anew, device file, head and header are sealed anew; all of it beside the vault, and then put in its place at once.
 * A slot can be carried over only by whoever can open it: the others' are gone afterwards, and the answer says whose.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type Database from '@signalapp/sqlcipher';
import { bytesToHex, ok, type PersonKey, type Result, refuse } from '../base/index.ts';
import { unwrapBlobKey, wrapBlobKey } from './blob-file.ts';
import { type BackupRow, copyQueries } from './copy-queries.ts';
import type { DatabaseRefusal } from './database.ts';
import { type CopyRefusal, exportDatabase, openAlone } from './database-export.ts';
import { readDeviceFile, writeDeviceFile } from './device-file.ts';
import { NEXT_FOLDERS, syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { exchangeNotes } from './exchange-notes.ts';
import { faultAt } from './fault.ts';
import { folderNoteQueries } from './folder-note-queries.ts';
import { folderNotes, type SlotNote } from './folder-notes.ts';
import { createHead, readHead } from './head.ts';
import {
  createHeader,
  type Header,
  type HeaderRefusal,
  type HeaderSlot,
  isHeaderAuthentic,
  personSlot,
  readHeader,
  recoverySlot,
  slotId,
  slotKind,
  writeHeader,
} from './header.ts';
import { openPersonSlot, sealPersonSlot } from './key-slot.ts';
import { dropNextPart, finishNext, isNextTaken } from './next-folder.ts';
import { drawOffice, sealRecoverySlot } from './recovery-slot.ts';
import { blobOf, type Row, textOf } from './rows.ts';
import { createVaultKey, deriveVaultKeys, type VaultKeys } from './vault-key.ts';
import { type NewPassphrase, personNote, type WayIn } from './vault-slots.ts';
import { LOCK_WAIT_MS, type Opened, personOf } from './vault-threads.ts';
import { type LockRefusal, withWriteLock } from './write-lock.ts';

export interface RevokeOptions extends NewPassphrase {
  /** Slots of other persons who are here and typed their passphrases; each is sealed again under its own. */
  readonly kept: readonly { readonly slot: string; readonly passphrase: string }[];
  /** Slots that are not carried over although they could be. */
  readonly leftOut: readonly string[];
  readonly progress: (step: 'copying' | 'replacing') => void;
}

export interface RevokeOutcome {
  /** Ways in that are there now. */
  readonly slots: readonly SlotNote[];
  /** Ways in that are there no more. `person`: whose it was, or who made it; undefined when nobody noted it. */
  readonly gone: readonly { readonly id: string; readonly kind: string; readonly person: PersonKey | undefined }[];
  /** Backups that the old key still opens. */
  readonly backups: readonly BackupRow[];
  readonly documents: number;
  /** Documents whose key was damaged before, and is as it was. */
  readonly documentsUnreadable: number;
}

export type RevokeRefusal =
  | LockRefusal
  | HeaderRefusal
  | DatabaseRefusal
  | CopyRefusal
  | { readonly type: 'header-forged' }
  | { readonly type: 'no-such-slot' }
  /** Something that is not the vault's lies in the folder under the name `next`. */
  | { readonly type: 'next-taken' }
  /** The passphrase that was given for another person's slot does not open it. */
  | { readonly type: 'kept-slot-not-opened'; readonly slot: string };

/** The old key and the new one, with all that is made of them. */
interface Change {
  readonly opened: Opened;
  readonly way: WayIn;
  readonly header: Header;
  readonly newKey: Uint8Array;
  readonly newKeys: VaultKeys;
}

interface CarriedSlot {
  readonly slot: HeaderSlot;
  readonly note: SlotNote;
  /** The slot of the old header that it stands for. */
  readonly from: string;
}

/**
 * Puts a vault under a new key. No connection of this process may be open. Refused, with nothing changed, when another
 * process has the vault open. A crash leaves the old vault or the new one, whole; so does a full disk, which throws.
 */
export async function revokeVaultKey(
  opened: Opened,
  way: WayIn,
  options: RevokeOptions,
): Promise<Result<RevokeOutcome, RevokeRefusal>> {
  const { folder, waitMs = LOCK_WAIT_MS } = opened.options;
  const locked = await withWriteLock(join(folder, VAULT_FILES.lock), { waitMs }, () => revoke(opened, way, options));
  return locked.ok ? locked.value : locked;
}

async function revoke(
  opened: Opened,
  way: WayIn,
  options: RevokeOptions,
): Promise<Result<RevokeOutcome, RevokeRefusal>> {
  const { folder } = opened.options;
  if (isNextTaken(folder)) return refuse({ type: 'next-taken' });
  const header = readHeader(folder);
  if (!header.ok) return header;
  if (!isHeaderAuthentic(header.value, opened.keys.headerMac)) return refuse({ type: 'header-forged' });
  const newKey = createVaultKey(random).vaultKey;
  const change: Change = { opened, way, header: header.value, newKey, newKeys: deriveVaultKeys(opened.vault, newKey) };
  const database = openAlone(join(folder, VAULT_FILES.database), opened.keys.database);
  if (!database.ok) return database;
  const fault = faultAt(opened.options.fault);
  const step = (): void => fault('revoke');
  let prepared: Result<RevokeOutcome, RevokeRefusal>;
  try {
    prepared = await prepare(change, database.value, options, step);
  } catch (error) {
    dropNextPart(folder);
    throw error;
  } finally {
    database.value.close();
    newKey.fill(0);
  }
  if (!prepared.ok) {
    dropNextPart(folder);
    return prepared;
  }
  options.progress('replacing');
  step();
  renameSync(join(folder, NEXT_FOLDERS.part), join(folder, NEXT_FOLDERS.ready));
  syncFolderNow(folder);
  step();
  finishNext(folder, step);
  return prepared;
}

/** Writes everything under the new key into `next.part/`, synced. */
async function prepare(
  change: Change,
  db: Database,
  options: RevokeOptions,
  step: () => void,
): Promise<Result<RevokeOutcome, RevokeRefusal>> {
  const { opened, header, newKey, newKeys } = change;
  const { folder } = opened.options;
  const notes = folderNoteQueries.slots(db);
  const carried = await carryOver(change, notes, options);
  if (!carried.ok) return carried;
  const slots = carried.value.map(({ slot }) => slot);
  const next = createHeader({ vault: opened.vault, vaultKey: newKey, slots, generation: header.generation + 1 });
  options.progress('copying');
  dropNextPart(folder);
  const part = join(folder, NEXT_FOLDERS.part);
  mkdirSync(part, { mode: 0o700 });
  step();
  let documents = { all: 0, unreadable: 0 };
  const exported = exportDatabase(db, {
    path: join(part, VAULT_FILES.database),
    key: newKeys.database,
    adapt: (copy) => {
      documents = rewrapBlobKeys(copy, opened.keys, newKeys);
      folderNotes.slotGone(copy, { ids: notes.map(({ id }) => id) });
      for (const { note } of carried.value) folderNotes.slotMade(copy, note);
      exchangeNotes.sealingKeysSpent(copy);
      folderNotes.headerReplaced(copy, { generation: next.generation });
    },
    step,
  });
  if (!exported.ok) return exported;
  step();
  resealDevice(change, part);
  resealHead(change, part);
  step();
  writeHeader(part, next);
  syncFolderNow(part);
  const oldId = bytesToHex(opened.keys.keyId);
  return ok({
    slots: carried.value.map(({ note }) => note),
    gone: goneSlots(header, carried.value, notes),
    backups: copyQueries.backups(db).filter(({ keyId }) => keyId === oldId),
    documents: documents.all,
    documentsUnreadable: documents.unreadable,
  });
}

/**
 * The slots of the new header: the one of whoever revokes, under the passphrase that was given; those of persons who typed
 * theirs; and those of offices that one of these had made, sealed again to the recipient that was noted.
 */
async function carryOver(
  { opened, way, header, newKey }: Change,
  notes: readonly SlotNote[],
  options: RevokeOptions,
): Promise<Result<readonly CarriedSlot[], RevokeRefusal>> {
  const { vault } = opened;
  const { at, cost, kept, leftOut } = options;
  const ids = header.slots.map(slotId);
  if (leftOut.some((id) => !ids.includes(id))) return refuse({ type: 'no-such-slot' });
  const own = { seed: opened.personSeed, passphrase: options.passphrase, from: way.slot };
  const people = new Map([[opened.person, own]]);
  for (const { slot: id, passphrase } of kept) {
    const slot = header.slots.find((each) => slotId(each) === id);
    if (slot?.type !== 'person') return refuse({ type: 'no-such-slot' });
    const found = await openPersonSlot(slot.slot, { vault, passphrase });
    // Its cost was found within bounds when the vault was opened.
    if (!found.ok) return refuse({ type: 'kept-slot-not-opened', slot: id });
    const person = personOf(found.value.personSeed);
    if (!people.has(person)) people.set(person, { seed: found.value.personSeed, passphrase, from: id });
  }
  const carried: CarriedSlot[] = [];
  for (const [person, { seed, passphrase, from }] of people) {
    const secrets = { vaultKey: newKey, personSeed: seed };
    const slot = await sealPersonSlot({ vault, passphrase, secrets, ...(cost && { cost }), random });
    carried.push({ slot: personSlot(slot), note: personNote(slot.id, person, at), from });
  }
  for (const note of notes) {
    const maker = people.get(note.person);
    const recipient = note.detail['recipient'];
    if (note.kind !== 'office' || maker === undefined || typeof recipient !== 'string') continue;
    if (!ids.includes(note.id) || leftOut.includes(note.id)) continue;
    const draft = await drawOffice(recipient, random);
    if (!draft.ok) throw new Error('a recipient that was noted is none');
    const secrets = { vaultKey: newKey, personSeed: maker.seed };
    const slot = sealRecoverySlot({ vault, draft: draft.value, secrets, random });
    carried.push({ slot: recoverySlot(slot), note: { ...note, id: slot.id, madeAt: at }, from: note.id });
  }
  return ok(carried);
}

/** Slots that nothing stands for any more: their owner has no way in, or must make a new sheet, key or shares. */
function goneSlots(header: Header, carried: readonly CarriedSlot[], notes: readonly SlotNote[]): RevokeOutcome['gone'] {
  const stays = new Set(carried.map(({ from }) => from));
  return header.slots
    .filter((slot) => !stays.has(slotId(slot)))
    .map((slot) => {
      const id = slotId(slot);
      return { id, kind: slotKind(slot), person: notes.find((each) => each.id === id)?.person };
    });
}

/** Each blob's own key under the new wrapping key. One that was damaged before stays as it is, and is counted. */
function rewrapBlobKeys(copy: Database, old: VaultKeys, fresh: VaultKeys): { all: number; unreadable: number } {
  const counts = { all: 0, unreadable: 0 };
  const some = copy.prepare('SELECT name, wrapped_key FROM blob WHERE name > ? ORDER BY name LIMIT 500');
  const put = copy.prepare('UPDATE blob SET wrapped_key = ? WHERE name = ?');
  for (let rows = some.all<Row>(['']); rows.length > 0; rows = some.all<Row>([textOf(rows.at(-1) ?? {}, 'name')])) {
    for (const row of rows) {
      const name = textOf(row, 'name');
      const key = unwrapBlobKey(old.blobWrap, name, blobOf(row, 'wrapped_key'));
      counts.all++;
      if (key === undefined) counts.unreadable++;
      else {
        put.run([new Uint8Array(wrapBlobKey(fresh.blobWrap, name, key)), name]);
        key.fill(0);
      }
    }
  }
  return counts;
}

/** A device file that is missing or damaged is not made up: the folder then becomes a new device, as it would have. */
function resealDevice({ opened, newKeys }: Change, part: string): void {
  const { vault, keys, options } = opened;
  const device = readDeviceFile(options.folder, { vault, device: keys.device });
  if (device.ok) writeDeviceFile(part, { vault, device: newKeys.device }, { ...device.value, random });
}

/** A head that is missing or damaged stays so: it is what keeps a vault that lost entries from being written. */
function resealHead({ opened, newKeys }: Change, part: string): void {
  const { vault, keys, options } = opened;
  const head = readHead(join(options.folder, VAULT_FILES.head), { vault, headMac: keys.headMac });
  if (head.ok) createHead(join(part, VAULT_FILES.head), { vault, headMac: newKeys.headMac }, head.value);
}

function random(count: number): Uint8Array {
  return new Uint8Array(randomBytes(count));
}
