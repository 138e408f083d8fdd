/** To whom a bundle goes: persons and their age recipients, this vault's own among them. */
import { ok, type PersonKey, type Result, refuse } from '../base/index.ts';
import { commonHeads, isRecipient, makeSealingKey, type SealingKey } from '../exchange/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import type { Belonging, RecipientRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { sealingKeyStated } from './drafts.ts';

/** Somebody a bundle is sealed to. `person` is undefined for a recipient that nobody in the workspace stated. */
export interface Addressee {
  readonly person: PersonKey | undefined;
  readonly name: string | null;
  readonly recipients: readonly string[];
}

export type AddresseeRefusal =
  /** Of no member's name and no beginning of a member's key. */
  | { readonly type: 'nobody-called-so' }
  | { readonly type: 'several-called-so' }
  /** This member has not stated a key yet, or on removed devices alone. */
  | { readonly type: 'no-sealing-key' }
  /** A removed device stated this recipient, or may have its identity. */
  | { readonly type: 'recipient-of-removed-device' }
  | { readonly type: 'addressee-removed' };

/**
 * This device's age identity, made when it is first needed: also by a folder that was copied or restored, and once after
 * each new vault key. No entry is made.
 */
export async function ownSealingKey(vault: Vault, now: Clock): Promise<Result<SealingKey, WriteRefusal>> {
  const { device } = vault;
  const known = await vault.query('ownSealingKey', { device });
  if (known !== undefined) return ok(known);
  return vault.note('sealingKeyMade', { device, ...(await makeSealingKey()), madeAt: now() });
}

/** The same, stated by an entry of the person's own unless it was. The folder is made a device first if it is none yet. */
export async function statedSealingKey(vault: Vault, now: Clock): Promise<Result<SealingKey, WriteRefusal>> {
  const enrolled = await vault.enrol();
  if (!enrolled.ok) return enrolled;
  const key = await ownSealingKey(vault, now);
  if (!key.ok) return key;
  const rows = await vault.query('recipients', undefined);
  const { person } = vault;
  if (rows.some((row) => row.own && row.person === person && row.recipient === key.value.recipient)) return key;
  const drafts = [sealingKeyStated(person, key.value.recipient, now())];
  const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
  return kept.ok ? key : kept;
}

/** A person's recipients: what each of their devices stated last, or else what the earliest enrolment did. */
function recipientsOf(rows: readonly RecipientRow[], person: PersonKey): readonly string[] {
  const theirs = rows.filter((row) => row.person === person);
  const latest = new Map(theirs.filter((row) => row.own).map(({ device, recipient }) => [device, recipient]));
  const counting = latest.size > 0 ? [...latest.values()] : theirs.slice(0, 1).map(({ recipient }) => recipient);
  return [...new Set(counting)];
}

/**
 * Recipients whose identity somebody has who was removed, or who has a device that was: all that these ever stated. One
 * that is known from the enrolment alone may be the removed device's, unless another device of the person stated it.
 */
function spentRecipients(
  rows: readonly RecipientRow[],
  { devices, removed }: Pick<Belonging, 'devices' | 'removed'>,
): ReadonlySet<string> {
  const out = new Set<string>(removed);
  const losers = new Set(devices.filter(({ device }) => out.has(device)).map(({ person }) => person));
  const isOut = ({ person, device }: RecipientRow): boolean => out.has(person) || out.has(device);
  const stated = new Set(rows.filter((row) => row.own && !isOut(row)).map(({ recipient }) => recipient));
  const spent = rows.filter((row) => {
    if (row.own || out.has(row.person)) return isOut(row);
    return losers.has(row.person) && !stated.has(row.recipient);
  });
  return new Set(spent.map(({ recipient }) => recipient));
}

/** Whom a text names: an age recipient, a member's name, or the first digits of a member's key. */
export async function findAddressee(vault: Vault, typed: string): Promise<Result<Addressee, AddresseeRefusal>> {
  const [{ persons }, belonging, rows] = await Promise.all([
    vault.query('status', undefined),
    vault.query('belonging', undefined),
    vault.query('recipients', undefined),
  ]);
  const { removed } = belonging;
  const spent = spentRecipients(rows, belonging);
  const living = rows.filter(({ recipient }) => !spent.has(recipient));
  if (isRecipient(typed)) {
    const person = rows.find(({ recipient }) => recipient === typed)?.person;
    if (person !== undefined && removed.includes(person)) return refuse({ type: 'addressee-removed' });
    if (spent.has(typed)) return refuse({ type: 'recipient-of-removed-device' });
    const name = persons.find((each) => each.person === person)?.name ?? null;
    return ok({ person, name, recipients: [typed] });
  }
  const called = persons.filter(({ name }) => name === typed);
  const found = called.length > 0 ? called : persons.filter(({ person }) => isBeginning(typed, person));
  const [one, ...others] = found;
  if (one === undefined) return refuse({ type: 'nobody-called-so' });
  if (others.length > 0) return refuse({ type: 'several-called-so' });
  if (removed.includes(one.person)) return refuse({ type: 'addressee-removed' });
  const recipients = recipientsOf(living, one.person);
  return recipients.length === 0 ? refuse({ type: 'no-sealing-key' }) : ok({ ...one, recipients });
}

/**
 * What every recipient has, by what each said last; nothing when one of them was never heard, or said that something is
 * lacking there.
 */
export async function heardHeads(vault: Vault, recipients: readonly string[]): Promise<readonly SeenHead[]> {
  const peers = await vault.query('peers', undefined);
  const stated = recipients.map((recipient) => peers.filter((peer) => peer.recipient === recipient));
  if (stated.some((rows) => rows.length === 0 || rows.some(({ complete }) => !complete))) return [];
  return commonHeads(stated.flat().map(({ heads }) => heads));
}

function isBeginning(typed: string, key: string): boolean {
  return /^[0-9a-f]{4,64}$/i.test(typed) && key.startsWith(typed.toLowerCase());
}
