import { PLACE_TYPES, type PlaceLevel } from '../theme-pack-place-types.ts';
import { SHORTENED } from './data/place-kinds.ts';

/** The level of a type of place; `unknown` for a pack's own types. */
export function levelOf(type: string): PlaceLevel | 'unknown' {
  return PLACE_TYPES.get(type) ?? (type === 'border' ? 'line' : 'unknown');
}

/** An English name without the word of its kind: Jilin Province is Jilin. */
export function shortName(name: string): string {
  const short = name.replace(SHORTENED.english, '').replace(/ \([^)]*\)$/u, '');
  return short === '' ? name : short;
}
