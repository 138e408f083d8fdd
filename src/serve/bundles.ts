/** Bundles made of a vault and put into one: where the room that carries them, the vault and files come together. */
import { ok, type Result, refuse } from '../base/index.ts';
import {
  type BundleHeader,
  type BundleOrder,
  type BundleRefusal,
  bundleBytes,
  openSeal,
  planBundle,
  type SealRefusal,
  seal,
  type TakeReceipt,
  takeBundle,
  VaultMoved,
} from '../exchange/index.ts';
import type { CollectionRow, Vault, WriteRefusal } from '../vault/index.ts';
import { heardHeads, statedSealingKey } from './addressees.ts';
import type { Clock } from './clock.ts';
import { type UseRefused, usesRefused } from './consent.ts';
import { type FileRefusal, fileChunks, writeNewFile } from './sealed-file.ts';
import { givingVault, takingVault } from './vault-ports.ts';

export interface GiveRequest {
  readonly recipients: readonly string[];
  /** Who gets it, by name; null for a recipient that has none. Undefined when it is for whoever makes it alone. */
  readonly names: readonly (string | null)[] | undefined;
  readonly collection: CollectionRow | undefined;
  /** Whether to send also what the recipients said they have. */
  readonly all: boolean;
  /** Where to write it; given the bundle's name. */
  readonly path: (bundle: string) => string;
  readonly now: Clock;
  readonly random: (count: number) => Uint8Array;
}

export interface GiveReceipt {
  readonly header: BundleHeader;
  readonly path: string;
  /** Bytes of the sealed file. */
  readonly length: number;
  /** Sources whose bytes are missing or damaged here. */
  readonly blobsLacking: number;
  /** Testimony that was left out, since nobody allowed that it be shared with these recipients. */
  readonly unshared: readonly UseRefused[];
}

export type GiveRefusal = WriteRefusal | FileRefusal | { readonly type: 'vault-moved' };

/** Writes a bundle into a new file and notes that it was given. The device is enrolled, and states its age recipient, first if it did not. */
export async function giveBundle(vault: Vault, request: GiveRequest): Promise<Result<GiveReceipt, GiveRefusal>> {
  const { recipients, collection, now, random } = request;
  const key = await statedSealingKey(vault, now);
  if (!key.ok) return key;
  const scope: BundleOrder['scope'] =
    collection === undefined
      ? { type: 'all' }
      : {
          type: 'collections',
          collections: [collection.collection],
          subjects: new Set(await vault.query('subjectsOf', collection)),
        };
  const unshared = await testimonyHeldBack(vault, scope, request.names);
  const withheld = new Set(unshared.map(({ source }) => source));
  const giving = givingVault(vault);
  const before = request.all ? [] : await heardHeads(vault, recipients);
  const order = { before, scope, withheld, recipient: key.value.recipient, at: now(), random };
  const plan = await planBundle(giving, order);
  const { header } = plan;
  const path = request.path(header.bundle);
  let written: Awaited<ReturnType<typeof writeNewFile>>;
  try {
    written = await writeNewFile(path, seal(bundleBytes(giving, plan), recipients));
  } catch (error) {
    if (isMoved(error)) return refuse({ type: 'vault-moved' });
    throw error;
  }
  if (!written.ok) return written;
  const { bundle, at: madeAt, after: heads } = header;
  const noted = await vault.note('bundleGiven', { bundle, madeAt, recipients, scope: header.scope, heads });
  if (!noted.ok) return noted;
  return ok({ header, path, length: written.value, blobsLacking: plan.blobsLacking, unshared });
}

/** What must not go to these people: looked at among all testimony, or among that of the scope. */
async function testimonyHeldBack(
  vault: Vault,
  scope: BundleOrder['scope'],
  names: GiveRequest['names'],
): Promise<readonly UseRefused[]> {
  if (names === undefined) return [];
  const testimonies = await vault.query('testimonies', undefined);
  const inScope = testimonies.filter((source) => scope.type === 'all' || scope.subjects.has(source));
  return usesRefused(vault, inScope, 'share', names);
}

/** Takes the bundle in a file. */
export async function takeFile(
  vault: Vault,
  path: string,
  now: Clock,
): Promise<Result<TakeReceipt, BundleRefusal | SealRefusal | WriteRefusal>> {
  const keys = await vault.query('sealingKeys', undefined);
  const open = (): ReturnType<typeof openSeal> =>
    openSeal(
      fileChunks(path),
      keys.map(({ identity }) => ({ type: 'identity', identity })),
    );
  return takeBundle(takingVault(vault), open, { now: now() });
}

function isMoved(error: unknown): boolean {
  return error instanceof VaultMoved || (error instanceof Error && error.cause !== undefined && isMoved(error.cause));
}
