import { type CollectionId, ok, parseSourceId, type Result, type SourceId } from '../../../base/index.ts';
import { passageKind } from '../../../read/index.ts';
import type { SearchAnswerView, SearchAsk, SearchHit } from '../../api.ts';
import { ensureCollection, fillCollection, findCollection } from '../../collections.ts';
import { keepSearch } from '../../kept-searches.ts';
import { searchFilter } from '../../search-filter.ts';
import { runSearch, type SearchView, type ShownSource } from '../../searching.ts';
import type { Answers, Desk } from '../desk.ts';
import { type Refused, refuseWith, writeRefusal } from '../refusal.ts';

/** Hits of a search when the page does not say how many. */
const HITS = 20;
/** Sources of a list when the page does not say how many. */
const LINES = 50;

export const libraryAnswers: Pick<
  Answers,
  'sources' | 'collections' | 'collection-fill' | 'search' | 'claims-at' | 'search-keep'
> = {
  sources: async (desk, { after, limit, collection: name }) => {
    const { vault, summaries } = desk;
    const collection = await collectionNamed(desk, name);
    if (!collection.ok) return collection;
    const request = { before: after, limit: limit ?? LINES, collection: collection.value };
    const [page, marks] = await Promise.all([vault.query('newestSources', request), summaries.marks()]);
    const items = await Promise.all(page.items.map((row) => summaries.line(row, marks)));
    return ok({ items, total: page.total, ...(page.next !== undefined && { after: page.next }) });
  },

  collections: async ({ vault }) => {
    const collections = await vault.query('collections', undefined);
    return ok({ collections: collections.map(({ name, sources }) => ({ name, sources })) });
  },

  'collection-fill': async ({ vault, now, random }, { name, sources, member }) => {
    const ids: SourceId[] = [];
    for (const each of sources) {
      const source = parseSourceId(each);
      if (source === undefined || (await vault.query('source', { source })) === undefined) {
        return refuseWith('no-such-source');
      }
      ids.push(source);
    }
    const collection = await ensureCollection(vault, name, { now, random });
    if (!collection.ok) return writeRefusal(collection.error);
    const filled = await fillCollection(vault, collection.value, ids, { member, now });
    return filled.ok ? ok({}) : writeRefusal(filled.error);
  },

  search: async (desk, ask) => {
    const { vault, knowledge } = desk;
    const filter = await filterOf(desk, ask);
    if (!filter.ok) return filter;
    const view = await runSearch(vault, knowledge.names, {
      text: ask.query,
      exact: ask.exact ?? false,
      any: ask.any ?? false,
      everything: ask.everything ?? false,
      order: ask.order ?? 'best',
      filter: filter.value,
      limit: ask.limit ?? HITS,
      without: ask.without ?? [],
      reveal: false,
    });
    return ok(await searchAnswer(desk, view));
  },

  'claims-at': async (desk, { places }) => ok({ claims: await desk.claimPlaces.claimsAt(places) }),

  'search-keep': async (desk, { name, search: ask }) => {
    const { vault, now, random } = desk;
    const filter = await filterOf(desk, ask);
    if (!filter.ok) return filter;
    if (ask.query.trim() === '') return refuseWith('not-understood', { field: 'query' });
    const { query, exact, any, language, kind, place, from, to } = ask;
    const kept = await keepSearch(
      vault,
      {
        ...{ name, query, match: exact === true ? 'exact' : any === true ? 'any' : 'all' },
        ...{ language: language ?? null, kind: kind ?? null, place: place ?? null },
        ...{ from: from ?? null, to: to ?? null, collection: filter.value.collection ?? null },
      },
      { now, random },
    );
    return kept.ok ? ok({}) : writeRefusal(kept.error);
  },
};

/** The collection of a name; undefined without a name, refused when there is none of it. */
export async function collectionNamed(
  { vault }: Desk,
  name: string | undefined,
): Promise<Result<CollectionId | undefined, Refused>> {
  if (name === undefined) return ok(undefined);
  const found = await findCollection(vault, name);
  return found === undefined ? refuseWith('not-understood', { field: 'collection' }) : ok(found.collection);
}

async function filterOf(desk: Desk, ask: SearchAsk): Promise<Result<FilterValue, Refused>> {
  const collection = await collectionNamed(desk, ask.collection);
  if (!collection.ok) return collection;
  const { language, kind, place, from, to } = ask;
  const filter = searchFilter(desk.knowledge.names, {
    collection: collection.value,
    ...{ language, kind: passageKind(kind ?? null), place, from, to },
  });
  return filter.ok ? filter : refuseWith('place-unknown');
}

type FilterValue = Extract<ReturnType<typeof searchFilter>, { ok: true }>['value'];

/** A search as the page is given it: places are those of the text as it is shown, protected words written over. */
export async function searchAnswer(desk: Desk, view: SearchView): Promise<SearchAnswerView> {
  return {
    matched: view.matched,
    passages: view.passages,
    sources: view.sources,
    more: view.more !== false,
    terms: view.terms,
    excluded: view.excluded,
    notes: view.notes,
    hits: await Promise.all(view.hits.map((hit) => searchHit(desk, hit))),
  };
}

async function searchHit({ vault, summaries }: Desk, hit: ShownSource): Promise<SearchHit> {
  const { source, title, file, date, found } = hit;
  const id = parseSourceId(source);
  const row = id && (await vault.query('source', { source: id }));
  const offsets = row && (await summaries.offsets(row));
  return {
    ...{ source, title, file, date, found },
    passages: hit.passages.map(({ text, marks, kind, language, start, end }) => ({
      ...{ text, marks, kind, language },
      ...(offsets?.toShown({ start, end }) ?? { start, end }),
    })),
  };
}
