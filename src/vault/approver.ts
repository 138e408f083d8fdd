import { ok, type PersonKey, type Result, refuse } from '../base/index.ts';
import { type HeaderRefusal, type OpenRefusal, openHeader, readHeader } from './header.ts';
import type { Vault } from './vault.ts';
import { personOf } from './vault-threads.ts';

/** A second person who entered a passphrase of their own. Proves two passphrases, not two bodies. */
export interface Approver {
  readonly person: PersonKey;
  /** Seed of the person's signing key; for the entries that they sign now, and kept nowhere. */
  readonly seed: Uint8Array;
}

export type ApproverRefusal =
  | HeaderRefusal
  | OpenRefusal
  /** The passphrase of whoever opened the vault. */
  | { readonly type: 'same-person' }
  /** A way into the vault whose person was never enrolled, or was removed. */
  | { readonly type: 'not-a-member' };

/** Tries a second passphrase on the slots of an open vault; refused for whoever opened it. */
export async function openApprover(vault: Vault, passphrase: string): Promise<Result<Approver, ApproverRefusal>> {
  const header = readHeader(vault.folder);
  if (!header.ok) return header;
  const opened = await openHeader(header.value, passphrase);
  if (!opened.ok) return opened;
  const { vaultKey, personSeed } = opened.value;
  vaultKey.fill(0);
  const person = personOf(personSeed);
  if (person === vault.person) return refuse({ type: 'same-person' });
  const { persons } = await vault.query('status', undefined);
  const belongs = persons.some((each) => each.person === person && !each.removed);
  return belongs ? ok({ person, seed: personSeed }) : refuse({ type: 'not-a-member' });
}
