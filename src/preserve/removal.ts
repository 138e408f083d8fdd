import type { DeviceKey, LeafHash, PersonKey } from '../base/index.ts';
import type { SignedEntry } from './envelope.ts';
import { membershipOf } from './membership.ts';
import type { SeenHead } from './seen-head.ts';

/** What one entry states of where a person's logs, or one device's log, end. */
export type RemovalStatement = {
  readonly leaf: LeafHash;
  /** Who states it. */
  readonly by: PersonKey;
  readonly heads: readonly SeenHead[];
} & ({ readonly role: 'person'; readonly key: PersonKey } | { readonly role: 'device'; readonly key: DeviceKey });

/** The removal that an entry states; undefined when it states none. */
export function removalIn({ envelope, leaf }: Pick<SignedEntry, 'envelope' | 'leaf'>): RemovalStatement | undefined {
  const { person: by } = envelope;
  if (by === null) return undefined;
  for (const fact of membershipOf(envelope) ?? []) {
    if (fact.type === 'person-removal') return { leaf, by, heads: fact.heads, role: 'person', key: fact.person };
    if (fact.type === 'device-removal') return { leaf, by, heads: fact.heads, role: 'device', key: fact.device };
  }
  return undefined;
}

/** The heads at which an entry has logs end; none when it removes nobody. Whoever places it must have them. */
export function headsRemoved(envelope: Pick<SignedEntry['envelope'], 'v' | 'kind' | 'members'>): readonly SeenHead[] {
  return (membershipOf(envelope) ?? []).flatMap((fact) =>
    fact.type === 'person-removal' || fact.type === 'device-removal' ? fact.heads : [],
  );
}

/**
 * The removals that hold: one that the person concerned states (for a device: its owner), or that two others state alike.
 * `statements` come in the order of the record; one whose own entry is set aside by those that hold before it counts for
 * nothing. Several that concern one device all bind (see the vault's `SetAside`), so that nobody widens what others have
 * stated by stating something else.
 */
export function holdingRemovals(
  statements: readonly RemovalStatement[],
  {
    ownersOf,
    isSetAside,
  }: {
    readonly ownersOf: (device: DeviceKey) => readonly PersonKey[];
    readonly isSetAside: (statement: RemovalStatement, holding: readonly RemovalStatement[]) => boolean;
  },
): readonly RemovalStatement[] {
  const holding: RemovalStatement[] = [];
  const stated = new Map<string, Set<PersonKey>>();
  const held = new Set<string>();
  for (const statement of statements) {
    const name = removalName(statement);
    if (held.has(name) || isSetAside(statement, holding)) continue;
    const by = (stated.get(name) ?? new Set()).add(statement.by);
    stated.set(name, by);
    const concerned = statement.role === 'device' ? ownersOf(statement.key) : [statement.key];
    if (!concerned.some((person) => by.has(person)) && by.size < 2) continue;
    held.add(name);
    holding.push(statement);
  }
  return holding;
}

/** What a statement says, whoever makes it: two that are alike have one name. */
function removalName({ role, key, heads }: Pick<RemovalStatement, 'role' | 'key' | 'heads'>): string {
  return [role, key, ...heads.map(headName)].join(' ');
}

function headName({ device, size, root }: SeenHead): string {
  return `${device}/${size}/${root}`;
}
