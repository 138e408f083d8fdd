import type { Span } from '../anchor.ts';
import type { PlaceLevel } from '../theme-pack-place-types.ts';

/**
 * A place that a text names, with its words and where they stand (UTF-16 units). `norm` is how a claim writes it: `CN`, `CN-22 Jilin`,
 * `KP North Hamgyong / Musan`, never finer than a county; absent when no pack or list knows the place, or when it is ambiguous.
 */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
  readonly stated: string;
  readonly norm?: string;
  /** Id of the pack's row or of the lists of the world; it may be finer than what `norm` shows. Absent as `norm` is. */
  readonly id?: string;
  /** Ids that the words could mean, when more than one and nothing beside them tells. */
  readonly candidates?: readonly string[];
  /** The words beside it that settled what it means; absent when the name alone did. */
  readonly evidence?: Span;
  /** A type of place of theme packs, `border`, or `unknown`. */
  readonly type: string;
  readonly level: PlaceLevel | 'unknown';
}

/** A place that a pack or the lists of the world know. */
export interface KnownPlace {
  readonly id: string;
  readonly norm: string;
  readonly type: string;
  readonly level: PlaceLevel | 'unknown';
  readonly countries: readonly string[];
  /** Ids of all places above it. */
  readonly above: readonly string[];
  readonly from: 'pack' | 'world';
}

/** What a name may mean: `given` as the pack writes it, `short` without its word of kind. */
export interface NameMeaning {
  readonly place: KnownPlace;
  readonly form: 'given' | 'short';
}

/** Words that a scanner took for a place, before anything beside them is looked at. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** What the name may mean; empty for a place that is known by its shape alone. */
  readonly meanings: readonly NameMeaning[];
  readonly type: string;
  readonly level: PlaceLevel | 'unknown';
  /** An everyday word as well: it counts only with an enclosing place beside it. */
  readonly doubtful: boolean;
  /** Written with the word of its kind (Province, 省, 군): what may enclose the name before or after it. */
  readonly full: boolean;
}
