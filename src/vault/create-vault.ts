import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canonicalJson, type PersonKey, type Result, refuse, type SubjectId, type WorkspaceId } from '../base/index.ts';
import { foundingMembers, signingKeyFromSeed } from '../preserve/index.ts';
import type { DatabaseRefusal } from './database.ts';
import { type DeviceSecrets, writeDeviceFile } from './device-file.ts';
import { syncFolderNow, VAULT_FILES } from './durable-file.ts';
import { makeFolders } from './folder-making.ts';
import { createHeader, personSlot, writeHeader } from './header.ts';
import { type KdfCost, sealPersonSlot } from './key-slot.ts';
import { personSubject } from './person-subject.ts';
import { Vault } from './vault.ts';
import { checkpointKeyOf, deviceOf, newDevice } from './vault-identity.ts';
import { createVaultKey, deriveVaultKeys } from './vault-key.ts';
import { personNote } from './vault-slots.ts';
import { personOf, startFounder, type VaultOptions } from './vault-threads.ts';
import type { EntryDraft, WriteRefusal } from './write-request.ts';

export type CreateRefusal = { readonly type: 'folder-not-empty' } | DatabaseRefusal | WriteRefusal;

export interface CreateOptions extends VaultOptions {
  /** The name by which colleagues know the founder; kept inside, as a part that can be erased. */
  readonly personName: string | undefined;
  readonly cost?: KdfCost;
}

/** Makes a vault in an empty or missing folder, founds a workspace in it, and opens it. */
export function createVault(options: CreateOptions): Promise<Result<Vault, CreateRefusal>> {
  const { now, personName: name } = options;
  return layVault(options, ({ secrets, personSeed }) => {
    const { workspace, members } = foundingMembers({
      device: deviceOf(secrets),
      person: signingKeyFromSeed(personSeed),
      checkpointKey: checkpointKeyOf(secrets),
    });
    const parts = name === undefined ? [] : [personName(personOf(personSeed), name)];
    return { workspace, drafts: [{ kind: 'workspace-founded', personal: true, at: now, members, parts }] };
  });
}

/**
 * Makes a vault in an empty or missing folder for a workspace that somebody else founded, and opens it: with keys of its
 * own and no entry yet. It takes what members give it; it writes once one of them has enrolled its person.
 */
export function joinVault(
  options: Omit<CreateOptions, 'personName'> & { readonly workspace: WorkspaceId },
): Promise<Result<Vault, CreateRefusal>> {
  return layVault(options, () => ({ workspace: options.workspace, drafts: [] }));
}

/** The part that names a person, as the entry that enrols the person holds it. */
export function personName(
  person: PersonKey,
  name: string,
): { readonly of: readonly SubjectId[]; readonly body: Uint8Array } {
  const body = new TextEncoder().encode(canonicalJson({ type: 'person-name', person, name }));
  return { of: [personSubject(person)], body };
}

/** Makes the files of a vault, with fresh keys; `begin` says which workspace it belongs to and what its log begins with. */
async function layVault(
  options: Omit<CreateOptions, 'personName'>,
  begin: (keys: { readonly secrets: DeviceSecrets; readonly personSeed: Uint8Array }) => {
    readonly workspace: WorkspaceId;
    readonly drafts: readonly EntryDraft[];
  },
): Promise<Result<Vault, CreateRefusal>> {
  const { folder } = options;
  if (!makeFolder(folder)) return refuse({ type: 'folder-not-empty' });
  const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
  const { vault, vaultKey } = createVaultKey(random);
  const keys = deriveVaultKeys(vault, vaultKey);
  const personSeed = random(32);
  const person = personOf(personSeed);
  const secrets = newDevice(options);
  writeDeviceFile(folder, { vault, device: keys.device }, { ...secrets, random });
  const { workspace, drafts } = begin({ secrets, personSeed });
  const sealed = await sealPersonSlot({
    vault,
    passphrase: options.passphrase,
    secrets: { vaultKey, personSeed },
    ...(options.cost && { cost: options.cost }),
    random,
  });
  const founder = await startFounder({ options, vault, keys, personSeed, person }, { secrets, workspace });
  if (!founder.ok) return founder;
  try {
    const founded = await founder.value.ask<Result<undefined, WriteRefusal>>({ op: 'found', drafts });
    if (!founded.ok) return founded;
    const note = personNote(sealed.id, person, options.now);
    await founder.value.ask({ op: 'note', name: 'slotMade', args: note, waitMs: 0 });
    await founder.value.ask({ op: 'note', name: 'headerReplaced', args: { generation: 1 }, waitMs: 0 });
  } finally {
    await founder.value.close();
  }
  // Last, since a folder with a header is a vault: one that was interrupted before is not, and says so.
  writeHeader(folder, createHeader({ vault, vaultKey, slots: [personSlot(sealed)] }));
  const opened = await Vault.open(options);
  if (!opened.ok) throw new Error(`a vault just made did not open: ${opened.error.type}`);
  return opened;
}

/** False when something other than an empty folder is in the way. The names of folders that it makes are durable. */
function makeFolder(folder: string): boolean {
  const first = makeFolders(folder);
  if (readdirSync(folder).length > 0) return false;
  if (first !== undefined) syncNames(resolve(folder), resolve(first));
  chmodSync(folder, 0o700);
  mkdirSync(join(folder, VAULT_FILES.blobs), { mode: 0o700 });
  return true;
}

/** Syncs each folder in which one was made, from the last up to the first: a vault whose own name is lost is lost whole. */
function syncNames(last: string, first: string): void {
  for (let made = last; made.length >= first.length; made = dirname(made)) {
    syncFolderNow(dirname(made));
    if (made === dirname(made)) return;
  }
}
