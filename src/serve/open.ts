import type { Result, WorkspaceId } from '../base/index.ts';
import {
  type CreateOptions,
  type CreateRefusal,
  createVault,
  joinVault,
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

function wired({ installation, folder, passphrase, now, machine }: Unlocking): Omit<CreateOptions, 'personName'> {
  return {
    folder,
    passphrase,
    worker: installation.worker,
    now: now(),
    ...(machine !== undefined && { machine }),
  };
}
