import { type DeviceKey, ok, type PersonKey, type Result, refuse } from '../base/index.ts';
import { personEnrolment, type SeenHead, signingKeyFromSeed } from '../preserve/index.ts';
import type {
  Approver,
  DeviceRow,
  EntryDraft,
  MemberRow,
  RemovalRow,
  SlotsRefusal,
  Vault,
  WriteRefusal,
} from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { personEnrolled, removalStated } from './drafts.ts';
import type { RandomBytes } from './subjects.ts';

/** Somebody who was enrolled, with the devices that are theirs. */
export interface Member extends MemberRow {
  readonly devices: readonly DeviceRow[];
}

/** Everybody who was enrolled, in the order of the record. */
export async function membersOf(vault: Vault): Promise<readonly Member[]> {
  const [{ persons }, devices] = await Promise.all([
    vault.query('status', undefined),
    vault.query('devices', undefined),
  ]);
  return persons.map((each) => ({ ...each, devices: devices.filter(({ person }) => person === each.person) }));
}

/**
 * Lets another person in here: enrols a key that is made for them, and gives them a slot under a passphrase of theirs.
 * The entry comes first: a crash between leaves a person who has no way in, and never a way in that nobody answers for.
 */
export async function enrolHere(
  vault: Vault,
  options: { readonly name: string; readonly passphrase: string; readonly now: Clock; readonly random: RandomBytes },
): Promise<Result<PersonKey, WriteRefusal | SlotsRefusal>> {
  const { name, passphrase, now, random } = options;
  const seed = random(32);
  const fact = personEnrolment(vault.workspace, signingKeyFromSeed(seed));
  const drafts = [personEnrolled(fact, { name, recipient: null }, now())];
  const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
  if (!kept.ok) return kept;
  const added = await vault.slots.addPersonSlot({ passphrase, at: now(), personSeed: seed });
  seed.fill(0);
  return added.ok ? ok(fact.person) : added;
}

/** Whose logs are to end, or which device's. */
export type RemovalTarget =
  | { readonly role: 'person'; readonly key: PersonKey }
  | { readonly role: 'device'; readonly key: DeviceKey; readonly owner: PersonKey | undefined };

/** What became of a removal: whether it holds, or still waits for a second person's statement. */
export type RemovalEnd = { readonly type: 'holds' } | { readonly type: 'waits-for-second' };

/**
 * States that a person's logs, or a device's, end where they end here. It holds when the person concerned states it, or
 * two others state the same; `second` is another person who states it at once. Where somebody stated it before, the
 * heads that they named are taken, since only the same statement counts twice.
 */
export async function stateRemoval(
  vault: Vault,
  target: RemovalTarget,
  { now, second }: { readonly now: Clock; readonly second: Approver | undefined },
): Promise<Result<RemovalEnd, WriteRefusal | { readonly type: 'removed-before' }>> {
  const stated = (await vault.query('removals', undefined)).filter(({ key }) => key === target.key);
  if (stated.some(({ holds }) => holds)) return refuse({ type: 'removed-before' });
  const heads = (await statedHeads(vault, stated)) ?? (await headsOf(vault, target));
  const same = stated.filter((each) => JSON.stringify(each.heads) === JSON.stringify(heads));
  const draft = (signer: Uint8Array | undefined): EntryDraft =>
    target.role === 'person'
      ? removalStated({ type: 'person-removal', person: target.key, heads }, { at: now(), signer })
      : removalStated({ type: 'device-removal', device: target.key, heads }, { at: now(), signer });
  const isMissing = (person: PersonKey): boolean => !same.some(({ by }) => by === person);
  const drafts = [
    ...(isMissing(vault.person) ? [draft(undefined)] : []),
    ...(second !== undefined && isMissing(second.person) ? [draft(second.seed)] : []),
  ];
  if (drafts.length > 0) {
    const kept = await vault.append({ drafts, blobs: [], suggestions: [] });
    if (!kept.ok) return kept;
  }
  const holds = (await vault.query('removals', undefined)).some((each) => each.key === target.key && each.holds);
  return ok(holds ? { type: 'holds' } : { type: 'waits-for-second' });
}

/** Whether one statement of whoever opened the vault is enough. */
export function holdsAlone(vault: Vault, target: RemovalTarget): boolean {
  return (target.role === 'person' ? target.key : target.owner) === vault.person;
}

/**
 * The heads that somebody stated last, when all of them are of entries that are here: others cannot be looked at, and a
 * second statement of the same would give them force.
 */
async function statedHeads(vault: Vault, stated: readonly RemovalRow[]): Promise<readonly SeenHead[] | undefined> {
  for (const { heads } of stated.toReversed()) {
    const known = (await vault.query('headsLacking', { heads })).length === 0;
    if (known && heads.length > 0) return heads;
  }
  return undefined;
}

/** Heads in the order that the record asks for. */
async function headsOf(vault: Vault, target: RemovalTarget): Promise<readonly SeenHead[]> {
  const { heads } = await vault.query('status', undefined);
  const devices = await vault.query('devices', undefined);
  const theirs = new Set<DeviceKey>(
    target.role === 'device'
      ? [target.key]
      : devices.filter(({ person }) => person === target.key).map(({ device }) => device),
  );
  const name = ({ device, root }: SeenHead): string => `${device}/${root}`;
  return heads
    .filter(({ device }) => theirs.has(device))
    .map(({ device, size, root }) => ({ device, size, root }))
    .sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
