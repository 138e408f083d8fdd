import type { CollectionId, SourceId } from '../base/index.ts';
import type { LogSize } from '../preserve/index.ts';
import type { ParsedQuery, PassageKind, QueryTerm } from '../read/index.ts';

export interface SearchFilter {
  readonly collection?: CollectionId | undefined;
  /** A language tag; `zh` takes both scripts. */
  readonly language?: string | undefined;
  readonly kind?: PassageKind | undefined;
  /** Days since 1800-01-01 between which a passage's document is dated. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only sources whose newest text came after these entries of each device. */
  readonly after?: readonly LogSize[] | undefined;
  /** Names of which one must stand in the passage. */
  readonly place?: QueryTerm | undefined;
}

export interface SearchRequest {
  readonly query: ParsedQuery;
  /** `all`: every term in one passage; when none has them all, any. `any`: any of the terms, ranked. */
  readonly mode: 'all' | 'any';
  /** The letters that must be there as they were typed, any of those that OR joins. Nothing is added then. */
  readonly exactly?: readonly (readonly string[])[] | undefined;
  /** Ranks every passage that is found, however many; else at most `SEARCH_BOUND`. */
  readonly everything?: boolean | undefined;
  /** Whether any of the terms must not do when no passage has them all. */
  readonly strict?: boolean | undefined;
  readonly order: 'best' | 'newest';
  readonly filter: SearchFilter;
  /** Sources in the answer. */
  readonly limit: number;
}

/** A passage that was found: its text as it stands in the layer, and where in it the terms stand. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
  readonly kind: PassageKind;
  readonly language: string;
  readonly head: string;
  readonly text: string;
  /** UTF-16 offsets in `text`, ascending. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface FoundSource {
  readonly source: SourceId;
  /** Days since 1800-01-01 of its best passage's document. */
  readonly day: number;
  readonly score: number;
  /** The best passages, in the order of the text. */
  readonly passages: readonly FoundPassage[];
  /** Passages of it that were found, shown or not. */
  readonly found: number;
}

export interface SearchAnswer {
  /** `parts`: every word of the runs of characters that were typed, not the runs themselves. */
  readonly matched: 'all' | 'parts' | 'any' | 'none';
  /** For each term of the query, which of its alternatives stand in any passage of the vault. */
  readonly present: readonly (readonly boolean[])[];
  /** Passages and sources that were found, exactly unless there are `more`. */
  readonly passages: number;
  readonly sources: number;
  /** Whether more were found than are ranked: those of the newest documents were, or those of the rarest terms. */
  readonly more: false | 'newest' | 'rarest';
  readonly hits: readonly FoundSource[];
}
