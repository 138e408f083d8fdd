import { ok, type Result, type SourceId } from '../base/index.ts';
import type { CollectionRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { collectionFilled, collectionNamed, MOST_PARTS } from './drafts.ts';
import { newCollectionId, type RandomBytes } from './subjects.ts';

/** Longest name of a collection, in UTF-16 units. */
export const COLLECTION_NAME_LIMIT = 200;

/** The collection of this name; undefined when there is none. Of two with one name, the one that is listed first. */
export async function findCollection(vault: Vault, name: string): Promise<CollectionRow | undefined> {
  const collections = await vault.query('collections', undefined);
  return collections.find((each) => each.name === name);
}

/** The collection of this name, made when there is none. */
export async function ensureCollection(
  vault: Vault,
  name: string,
  outside: { readonly now: Clock; readonly random: RandomBytes },
): Promise<Result<CollectionRow, WriteRefusal>> {
  const known = await findCollection(vault, name);
  if (known !== undefined) return ok(known);
  const collection = newCollectionId(outside.random);
  const kept = await vault.append({
    drafts: [collectionNamed(collection, name, outside.now())],
    blobs: [],
    suggestions: [],
  });
  return kept.ok ? ok({ collection, name, sources: 0 }) : kept;
}

/** Puts sources into a collection, or takes them out. */
export async function fillCollection(
  vault: Vault,
  { collection }: CollectionRow,
  sources: readonly SourceId[],
  options: { readonly member: boolean; readonly now: Clock },
): Promise<Result<undefined, WriteRefusal>> {
  for (let at = 0; at < sources.length; at += MOST_PARTS) {
    const some = sources.slice(at, at + MOST_PARTS);
    const kept = await vault.append({
      drafts: [collectionFilled(collection, some, options.member, options.now())],
      blobs: [],
      suggestions: [],
    });
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}
