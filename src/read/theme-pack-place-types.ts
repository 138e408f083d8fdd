/**
 * How fine a place is. Nothing finer than a county is ever shown or drawn: a smaller place is known only so that a
 * text naming it is recognised and coarsened. `line` is for what has no one point: rivers, ranges, borders.
 */
export type PlaceLevel = 'country' | 'province' | 'prefecture' | 'county' | 'finer' | 'line';

export const PLACE_LEVELS: readonly PlaceLevel[] = ['country', 'province', 'prefecture', 'county', 'finer', 'line'];

/**
 * Types every pack may use. Compiled from the administrative divisions of China (GB/T 2260) and Korea, and common words for
 * smaller places. A pack's manifest may add words of its own (`placeTypes`), but not change these: otherwise a pack
 * could call a village a county and have it drawn.
 */
export const PLACE_TYPES: ReadonlyMap<string, PlaceLevel> = new Map<string, PlaceLevel>([
  ['country', 'country'],
  ['territory', 'country'],
  ['border-region', 'line'],
  ['region', 'province'],
  ['province', 'province'],
  ['municipality', 'province'],
  ['state', 'province'],
  ['special-city', 'province'],
  ['capital-city', 'province'],
  ['prefecture', 'prefecture'],
  ['prefecture-city', 'prefecture'],
  ['city', 'county'],
  ['county', 'county'],
  ['county-city', 'county'],
  ['district', 'county'],
  ['river', 'line'],
  ['lake', 'line'],
  ['sea', 'line'],
  ['mountain', 'line'],
  ['town', 'finer'],
  ['township', 'finer'],
  ['village', 'finer'],
  ['hamlet', 'finer'],
  ['workers-district', 'finer'],
  ['neighbourhood', 'finer'],
  ['street', 'finer'],
  ['port', 'finer'],
  ['crossing', 'finer'],
  ['station', 'finer'],
  ['site', 'finer'],
  ['facility', 'finer'],
  ['camp', 'finer'],
  ['building', 'finer'],
]);
