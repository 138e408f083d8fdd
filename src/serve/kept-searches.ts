import { ok, type Result, type SubjectId } from '../base/index.ts';
import type { KeptSearch } from '../preserve/index.ts';
import { type NameForms, passageKind } from '../read/index.ts';
import type { Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { searchKept, subjectsErased } from './drafts.ts';
import { searchFilter } from './search-filter.ts';
import { runSearch, type SearchView } from './searching.ts';
import { newSubjectId, type RandomBytes } from './subjects.ts';

/** What somebody wants to keep of a search. */
export type SearchToKeep = Omit<KeptSearch, 'type' | 'search' | 'seen'>;

interface Outside {
  readonly now: Clock;
  readonly random: RandomBytes;
}

/** Sources that a kept search finds and nobody has looked at yet. */
export interface NewMatches {
  readonly kept: KeptSearch;
  /** Undefined when the search cannot be made any more: no theme pack has its place. */
  readonly view: SearchView | undefined;
}

/** The kept search of this name; undefined when there is none. */
export async function findKeptSearch(vault: Vault, name: string): Promise<KeptSearch | undefined> {
  return (await vault.query('keptSearches', undefined)).find((each) => each.name === name);
}

/** Keeps a search under its name, in place of an earlier one of that name. All that is here counts as looked at. */
export async function keepSearch(
  vault: Vault,
  wanted: SearchToKeep,
  { now, random }: Outside,
): Promise<Result<KeptSearch, WriteRefusal>> {
  const known = await findKeptSearch(vault, wanted.name);
  const seen = await vault.query('logSizes', undefined);
  const kept: KeptSearch = { type: 'kept-search', search: known?.search ?? newSubjectId(random), ...wanted, seen };
  const written = await vault.append({ drafts: [searchKept(kept, now())], blobs: [], suggestions: [] });
  return written.ok ? ok(kept) : written;
}

/** What each kept search finds among the texts that came since it was last looked at; the newest documents first. */
export async function newMatches(
  vault: Vault,
  names: NameForms,
  { limit, reveal }: { readonly limit: number; readonly reveal: boolean },
): Promise<readonly NewMatches[]> {
  const all: NewMatches[] = [];
  for (const kept of await vault.query('keptSearches', undefined)) {
    const filter = searchFilter(names, {
      collection: kept.collection ?? undefined,
      language: kept.language ?? undefined,
      kind: passageKind(kept.kind),
      place: kept.place ?? undefined,
      from: kept.from ?? undefined,
      to: kept.to ?? undefined,
    });
    if (!filter.ok) {
      all.push({ kept, view: undefined });
      continue;
    }
    const view = await runSearch(vault, names, {
      ...{ text: kept.query, exact: kept.match === 'exact', any: kept.match === 'any', everything: false },
      ...{ order: 'newest', filter: { ...filter.value, after: kept.seen }, limit, without: [], reveal },
      strict: true,
    });
    all.push({ kept, view });
  }
  return all;
}

/** Says that the matches of these searches were looked at: from here on only what comes later is new. */
export async function markLookedAt(
  vault: Vault,
  searches: readonly KeptSearch[],
  { now }: Pick<Outside, 'now'>,
): Promise<Result<undefined, WriteRefusal>> {
  if (searches.length === 0) return ok(undefined);
  const seen = await vault.query('logSizes', undefined);
  const drafts = searches.map((kept) => searchKept({ ...kept, seen }, now()));
  const written = await vault.append({ drafts, blobs: [], suggestions: [] });
  return written.ok ? ok(undefined) : written;
}

/** Gives a kept search up: its words are erased from the vault. */
export async function forgetSearch(
  vault: Vault,
  search: SubjectId,
  { now, random }: Outside,
): Promise<Result<undefined, WriteRefusal>> {
  const drafts = subjectsErased(newSubjectId(random), [search], { reason: null, at: now() });
  const written = await vault.append({ drafts, blobs: [], suggestions: [] });
  if (!written.ok) return written;
  const end = await vault.finishErasing();
  return end.ok ? ok(undefined) : end;
}
