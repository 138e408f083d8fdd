import { ORGANISATION_TYPES } from './data/office-words.ts';
import type { Hit, NameMeaning } from './found-place.ts';
import type { PlaceNames } from './place-names.ts';

/** Words for an office of a state or for an organisation, before what they mean is settled. */
export interface OfficeHit {
  readonly start: number;
  readonly end: number;
  readonly kind: 'office' | 'organisation';
  /** Rows of the pack; empty for what is known by its shape alone. */
  readonly meanings: readonly NameMeaning[];
  /** The country named beside it, with where. */
  readonly country?: { readonly id: string; readonly start: number; readonly end: number } | undefined;
}

/** Whether rows of a pack are offices of a state or organisations. */
export function kindOf(meanings: readonly NameMeaning[]): OfficeHit['kind'] {
  return meanings.some(({ place }) => ORGANISATION_TYPES.has(place.type)) ? 'organisation' : 'office';
}

/** No names of places: what the search for names takes beside the pack's offices. */
export const NO_NAMES: PlaceNames = { latin: new Map(), unspaced: new Map(), lengths: new Map(), byId: new Map() };

/** Places by where they end and begin, for what is written beside them. */
export function placesByEdge(hits: readonly Hit[]): {
  readonly ending: ReadonlyMap<number, Hit>;
  readonly starting: ReadonlyMap<number, Hit>;
} {
  return {
    ending: new Map(hits.map((hit) => [hit.end, hit])),
    starting: new Map(hits.map((hit) => [hit.start, hit])),
  };
}

/** The country that a place is, with where it stands. */
export function countryIn(hit: Hit | undefined): OfficeHit['country'] {
  const [only, ...others] = hit?.meanings ?? [];
  if (hit === undefined || only === undefined || others.length > 0 || only.place.type !== 'country') return undefined;
  return { id: only.place.id, start: hit.start, end: hit.end };
}
