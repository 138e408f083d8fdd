import type { Result, WorkspaceId } from '../base/index.ts';
import {
  type CreateOptions,
  type CreateRefusal,
  createVault,
  joinVault,
  type OpenOptions,
  type RecoveryKey,
  Vault,
  type VaultRefusal,
} from '../vault/index.ts';
import type { Clock } from './clock.ts';
import type { Installation } from './paths.ts';

/** What opening a vault needs from outside. */
export interface Unlocking {
  readonly installation: Installation;
  readonly folder: string;
  readonly passphrase: string;
  readonly now: Clock;
  readonly machine: string | undefined;
}

/** Opens a vault with the bundled database thread. Readers are few: one laptop asks one question at a time. */
export function unlockVault(unlocking: Unlocking): Promise<Result<Vault, VaultRefusal>> {
  return Vault.open(wired(unlocking));
}

/** Opens a vault with what is left when its passphrase is lost, as the person who had made it. */
export function recoverVault(
  unlocking: Omit<Unlocking, 'passphrase'>,
  key: RecoveryKey,
): Promise<Result<Vault, VaultRefusal>> {
  return Vault.openByRecovery(wiredWithout(unlocking), key);
}

/**
 * Makes a vault and opens it. `cost` is what turning the passphrase into a key costs: tests give the floor here, and no
 * flag does.
 */
export function makeVault(
  unlocking: Unlocking & { readonly personName?: string | undefined; readonly cost?: CreateOptions['cost'] },
): Promise<Result<Vault, CreateRefusal>> {
  const { personName, cost } = unlocking;
  return createVault({ ...wired(unlocking), personName, ...(cost !== undefined && { cost }) });
}

/** Makes a vault of one's own for a workspace that somebody else founded, and opens it. */
export function makeJoinedVault(
  unlocking: Unlocking & { readonly workspace: WorkspaceId; readonly cost?: CreateOptions['cost'] },
): Promise<Result<Vault, CreateRefusal>> {
  const { workspace, cost } = unlocking;
  return joinVault({ ...wired(unlocking), workspace, ...(cost !== undefined && { cost }) });
}

function wired({ passphrase, ...unlocking }: Unlocking): Omit<CreateOptions, 'personName'> {
  return { ...wiredWithout(unlocking), passphrase };
}

function wiredWithout({ installation, folder, now, machine }: Omit<Unlocking, 'passphrase'>): OpenOptions {
  return { folder, worker: installation.worker, now: now(), ...(machine !== undefined && { machine }) };
}
