import { ok, type Result } from '../base/index.ts';
import { settingsSubject } from '../preserve/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { settingChanged } from './drafts.ts';

/** Minutes that a vault stays open without work, when nobody set them. */
const IDLE_MINUTES = 10;
/** Most that a workspace can be set to; the flag of one's own computer may say more. */
export const MOST_IDLE_MINUTES = 240;

const NAME = 'idle-minutes';

/** After how many minutes without work vaults of this workspace lock. */
export async function idleMinutes(vault: Vault): Promise<number> {
  const set = Number(await vault.query('setting', { name: NAME }));
  return Number.isSafeInteger(set) && set >= 1 && set <= MOST_IDLE_MINUTES ? set : IDLE_MINUTES;
}

/** Sets it for everybody: an entry, signed. */
export async function setIdleMinutes(
  vault: Vault,
  minutes: number,
  { now }: { readonly now: Clock },
): Promise<Result<undefined, WriteRefusal>> {
  const subject = settingsSubject(vault.workspace);
  const change = settingChanged({ subject, name: NAME, value: String(minutes) }, now());
  const kept = await vault.append({ drafts: [change], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}
