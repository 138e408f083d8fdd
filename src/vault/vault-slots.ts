/**
 * Who can open a vault: its slots, and whose they are. The header itself tells nobody whose a slot is; that stands in the
 * database. A slot is noted before it is put into the header and forgotten after it was taken out, so that a crash leaves
 * at most a note of a slot that is not there.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ok, type PersonKey, type Result, refuse } from '../base/index.ts';
import { VAULT_FILES } from './durable-file.ts';
import { faultAt } from './fault.ts';
import type { SlotNote } from './folder-notes.ts';
import {
  type Header,
  type HeaderRefusal,
  type HeaderSlot,
  isHeaderAuthentic,
  MOST_SLOTS,
  personSlot,
  readHeader,
  recoverySlot,
  replaceSlots,
  slotId,
  slotKind,
  writeHeader,
} from './header.ts';
import { type KdfCost, openPersonSlot, type SlotSecrets, sealPersonSlot } from './key-slot.ts';
import { type RecoveryDraft, sealRecoverySlot } from './recovery-slot.ts';
import type { Vault } from './vault.ts';
import { LOCK_WAIT_MS, type Opened, personOf } from './vault-threads.ts';
import { type LockRefusal, withWriteLock } from './write-lock.ts';

/** The way by which a vault was opened. Kept by the engine alone: no thread of the database is given it. */
export interface WayIn {
  readonly vaultKey: Uint8Array;
  /** Id of the slot that opened. */
  readonly slot: string;
  /** Of the header that it stands in. */
  readonly generation: number;
}

/** One way into the vault. */
export interface SlotInfo {
  readonly id: string;
  /** `person`, `sheet`, `office`, `shares`, or one that this build does not know. */
  readonly kind: string;
  /** Who opens with it, or made it; undefined when it was made before such notes were kept and not used since. */
  readonly person: PersonKey | undefined;
  /** RFC 3339 as the device claimed; undefined as `person`. */
  readonly madeAt: string | undefined;
  readonly detail: SlotNote['detail'];
  /** Whether the vault is open through it now. */
  readonly own: boolean;
}

export type SlotsRefusal =
  | LockRefusal
  | HeaderRefusal
  | { readonly type: 'header-forged' }
  | { readonly type: 'header-older' }
  | { readonly type: 'too-many-slots'; readonly most: number }
  /** No slot of this id, or none of the kind that is asked for. */
  | { readonly type: 'no-such-slot' }
  /** Nobody could open the vault with a passphrase any more. */
  | { readonly type: 'last-slot' };

/** A new passphrase for somebody. `cost` is for tests, which give the floor. */
export interface NewPassphrase {
  readonly passphrase: string;
  /** RFC 3339, the caller's clock. */
  readonly at: string;
  readonly cost?: KdfCost;
}

/** The slots of an open vault. Each change is one replacement of the header, under the write lock, and durable. */
export class VaultSlots {
  readonly #vault: Pick<Vault, 'query' | 'note'>;
  readonly #opened: Opened;
  readonly #fault: () => void;
  #way: WayIn;
  #forgotten = false;

  constructor(vault: Pick<Vault, 'query' | 'note'>, opened: Opened, way: WayIn) {
    this.#vault = vault;
    this.#opened = opened;
    this.#way = way;
    const fault = faultAt(opened.options.fault);
    this.#fault = () => fault('header-rename');
  }

  /** A copy of the way in as it is now, with its own bytes; throws once the vault was closed. */
  copyOfWay(): WayIn {
    return { ...this.#way, vaultKey: Uint8Array.from(this.#vaultKey()) };
  }

  /** Takes the vault key out of memory. Nothing here works afterwards. */
  forget(): void {
    this.#forgotten = true;
    this.#way.vaultKey.fill(0);
  }

  /** Every slot of the header, in its order. */
  async list(): Promise<Result<readonly SlotInfo[], SlotsRefusal>> {
    const header = this.#readHeader();
    if (!header.ok) return header;
    const notes = await this.#vault.query('slots', undefined);
    return ok(header.value.slots.map((slot) => slotInfo(slot, notes, this.#way.slot)));
  }

  /**
   * Notes the number of a header that the database has not seen, and whose slot the vault was opened through: the first
   * time since such notes are kept, or after a crash just behind a replacement. When another process is writing, the next
   * opening does it.
   */
  async noteOpening(): Promise<void> {
    const { slot, generation } = this.#way;
    const { person, options } = this.#opened;
    const header = this.#readHeader();
    const found = header.ok ? header.value.slots.find((each) => slotId(each) === slot) : undefined;
    const known = (await this.#vault.query('slots', undefined)).some(({ id }) => id === slot);
    if (!known && found?.type === 'person') {
      const noted = await this.#vault.note('slotMade', personNote(slot, person, options.now), 0);
      if (!noted.ok) return;
    }
    await this.#vault.note('headerReplaced', { generation }, 0);
  }

  /** Whether a passphrase opens a person's slot; false also when there is no such slot. Costs one Argon2id. */
  async opensWith(id: string, passphrase: string): Promise<boolean> {
    const header = this.#readHeader();
    const slot = header.ok ? header.value.slots.find((each) => slotId(each) === id) : undefined;
    if (slot?.type !== 'person') return false;
    return (await openPersonSlot(slot.slot, { vault: this.#opened.vault, passphrase })).ok;
  }

  /** Puts a recovery slot into the header; the person who has the vault open is restored by it. Answers its id. */
  async addRecovery(draft: RecoveryDraft, at: string): Promise<Result<string, SlotsRefusal>> {
    const { vault, person } = this.#opened;
    const slot = sealRecoverySlot({ vault, draft, secrets: this.#secrets(), random });
    const note = { id: slot.id, kind: slot.kind, person, madeAt: at, detail: detailOf(draft) };
    const replaced = await this.#replace([note], (slots) => ok([...slots, recoverySlot(slot)]));
    return replaced.ok ? ok(slot.id) : replaced;
  }

  /** Takes a recovery slot out. Copies of the folder still open with it. */
  async removeRecovery(id: string): Promise<Result<void, SlotsRefusal>> {
    return this.#replace([], (slots) => {
      const rest = slots.filter((slot) => slot.type === 'person' || slotId(slot) !== id);
      return rest.length === slots.length ? refuse({ type: 'no-such-slot' }) : ok(rest);
    });
  }

  /**
   * Seals the vault anew for the person who has it open, in place of the slot that opened, or, after a recovery, of all
   * slots of this person's passphrases. Nobody else's slot is touched and the vault key stays as it was.
   */
  async changePassphrase(options: NewPassphrase): Promise<Result<void, SlotsRefusal>> {
    const { person } = this.#opened;
    const { made, note } = await this.#sealPerson(person, this.#secrets(), options);
    const notes = await this.#vault.query('slots', undefined);
    const own = this.#way.slot;
    const replaced = await this.#replace([note], (slots) => {
      const through = slots.find((slot) => slotId(slot) === own);
      if (through === undefined) return refuse({ type: 'no-such-slot' });
      const theirs = notes.filter((each) => each.person === person && each.kind === 'person').map(({ id }) => id);
      const gone = through.type === 'person' ? [own] : theirs;
      const at = slots.findIndex((slot) => gone.includes(slotId(slot)));
      const rest = slots.filter((slot) => !gone.includes(slotId(slot)));
      return ok(rest.toSpliced(at === -1 ? rest.length : at, 0, made));
    });
    if (replaced.ok) this.#way = { ...this.#way, slot: note.id };
    return replaced;
  }

  /**
   * Lets another person in: seals the vault key and that person's signing seed under a passphrase of theirs. Enrolling
   * the person in the record is the caller's. Answers the id of the slot.
   */
  async addPersonSlot(
    options: NewPassphrase & { readonly personSeed: Uint8Array },
  ): Promise<Result<string, SlotsRefusal>> {
    const { personSeed } = options;
    const secrets = { vaultKey: this.#vaultKey(), personSeed };
    const { made, note } = await this.#sealPerson(personOf(personSeed), secrets, options);
    const replaced = await this.#replace([note], (slots) => ok([...slots, made]));
    return replaced.ok ? ok(note.id) : replaced;
  }

  /**
   * Takes out every slot of a person, the recovery slots that restore them among them; answers how many. Refused when
   * nobody else could open the vault with a passphrase. The vault key stays: whoever knows it, or has a copy of the
   * folder, is shut out by revoking alone.
   */
  async removeSlotsOf(person: PersonKey): Promise<Result<number, SlotsRefusal>> {
    const notes = await this.#vault.query('slots', undefined);
    const theirs = new Set(notes.filter((each) => each.person === person).map(({ id }) => id));
    let removed = 0;
    const replaced = await this.#replace([], (slots) => {
      const rest = slots.filter((slot) => !theirs.has(slotId(slot)));
      removed = slots.length - rest.length;
      if (removed === 0) return refuse({ type: 'no-such-slot' });
      return rest.some(({ type }) => type === 'person') ? ok(rest) : refuse({ type: 'last-slot' });
    });
    return replaced.ok ? ok(removed) : replaced;
  }

  async #sealPerson(
    person: PersonKey,
    secrets: SlotSecrets,
    { passphrase, at, cost }: NewPassphrase,
  ): Promise<{ readonly made: HeaderSlot; readonly note: SlotNote }> {
    const { vault } = this.#opened;
    const slot = await sealPersonSlot({ vault, passphrase, secrets, ...(cost && { cost }), random });
    return { made: personSlot(slot), note: personNote(slot.id, person, at) };
  }

  async #replace(
    made: readonly SlotNote[],
    change: (slots: readonly HeaderSlot[]) => Result<readonly HeaderSlot[], SlotsRefusal>,
  ): Promise<Result<void, SlotsRefusal>> {
    for (const note of made) {
      const noted = await this.#vault.note('slotMade', note);
      if (!noted.ok) return noted;
    }
    const { folder, waitMs = LOCK_WAIT_MS } = this.#opened.options;
    const locked = await withWriteLock(join(folder, VAULT_FILES.lock), { waitMs }, () => this.#replaceNow(change));
    const replaced = locked.ok ? locked.value : locked;
    if (!replaced.ok) {
      await this.#vault.note('slotGone', { ids: made.map(({ id }) => id) });
      return replaced;
    }
    const { generation, gone } = replaced.value;
    this.#way = { ...this.#way, generation };
    // The header counts already: a note that another writer keeps out is made at the next opening.
    await this.#vault.note('headerReplaced', { generation });
    if (gone.length > 0) await this.#vault.note('slotGone', { ids: gone });
    return ok(undefined);
  }

  #replaceNow(
    change: (slots: readonly HeaderSlot[]) => Result<readonly HeaderSlot[], SlotsRefusal>,
  ): Result<{ readonly generation: number; readonly gone: readonly string[] }, SlotsRefusal> {
    const before = this.#readHeader();
    if (!before.ok) return before;
    const slots = change(before.value.slots);
    if (!slots.ok) return slots;
    if (slots.value.length > MOST_SLOTS) return refuse({ type: 'too-many-slots', most: MOST_SLOTS });
    const after = replaceSlots(before.value, this.#vaultKey(), slots.value);
    writeHeader(this.#opened.options.folder, after, this.#fault);
    this.#fault();
    const left = new Set(after.slots.map(slotId));
    const gone = before.value.slots.map(slotId).filter((id) => !left.has(id));
    return ok({ generation: after.generation, gone });
  }

  /** The header as it lies in the folder now, which another process may have replaced; refused unless it is true. */
  #readHeader(): Result<Header, SlotsRefusal> {
    const { options, keys, vault } = this.#opened;
    const header = readHeader(options.folder);
    if (!header.ok) return header;
    if (header.value.vault !== vault || !isHeaderAuthentic(header.value, keys.headerMac)) {
      return refuse({ type: 'header-forged' });
    }
    return header.value.generation < this.#way.generation ? refuse({ type: 'header-older' }) : header;
  }

  #secrets(): SlotSecrets {
    return { vaultKey: this.#vaultKey(), personSeed: this.#opened.personSeed };
  }

  /** Sealing the zeros that are left would lock everybody out. */
  #vaultKey(): Uint8Array {
    if (this.#forgotten) throw new Error('the vault was closed');
    return this.#way.vaultKey;
  }
}

/** The kinds of slots through which a folder's vault can be opened, read without any key; nothing of it is proven. */
export function waysIn(folder: string): Result<readonly string[], HeaderRefusal> {
  const header = readHeader(folder);
  return header.ok ? ok(header.value.slots.map(slotKind)) : header;
}

/** What the folder notes of the slot of a person's passphrase. */
export function personNote(id: string, person: PersonKey, madeAt: string): SlotNote {
  return { id, kind: 'person', person, madeAt, detail: {} };
}

/** What the folder notes of a recovery slot besides whose it is. */
function detailOf(draft: RecoveryDraft): SlotNote['detail'] {
  switch (draft.kind) {
    case 'sheet':
      return {};
    case 'office':
      return { recipient: draft.recipient };
    case 'shares':
      return { threshold: draft.threshold, count: draft.count };
  }
}

function slotInfo(slot: HeaderSlot, notes: readonly SlotNote[], own: string): SlotInfo {
  const id = slotId(slot);
  const note = notes.find((each) => each.id === id);
  const { person, madeAt, detail = {} } = note ?? {};
  return { id, kind: slotKind(slot), person, madeAt, detail, own: id === own };
}

function random(count: number): Uint8Array {
  return new Uint8Array(randomBytes(count));
}
