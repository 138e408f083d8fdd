import { ok, type PersonKey, type Result, type SubjectId } from '../base/index.ts';
import { settingsSubject } from '../preserve/index.ts';
import type { Approver, EntryDraft, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { approvalGiven, settingChanged } from './drafts.ts';
import { newSubjectId, type RandomBytes } from './subjects.ts';

/** Whether what cannot be undone needs a second person's passphrase here. */
export async function needsApproval(vault: Vault): Promise<boolean> {
  return (await vault.query('setting', { name: 'second-approval' })) === 'on';
}

/** Others who could approve: enrolled and not removed. */
export async function othersHere(vault: Vault): Promise<readonly PersonKey[]> {
  const { persons } = await vault.query('status', undefined);
  return persons.filter(({ person, removed }) => !removed && person !== vault.person).map(({ person }) => person);
}

/** The entry by which a second person approves what will be recorded under an id. */
export function approvalOf(
  approver: Approver,
  approves: SubjectId,
  { now, random }: { readonly now: Clock; readonly random: RandomBytes },
): EntryDraft {
  return approvalGiven({ approval: newSubjectId(random), approves }, approver.seed, now());
}

/** Turns the need for a second approval on or off; `approval` is appended with it. */
export async function setApproval(
  vault: Vault,
  value: 'on' | 'off',
  options: { readonly now: Clock; readonly approval: readonly EntryDraft[] },
): Promise<Result<undefined, WriteRefusal>> {
  const subject = settingsSubject(vault.workspace);
  const change = settingChanged({ subject, name: 'second-approval', value }, options.now());
  const kept = await vault.append({ drafts: [...options.approval, change], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}
