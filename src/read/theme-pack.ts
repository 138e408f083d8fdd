import type { Language } from '../base/index.ts';

/** One name form of a row, as the pack's table gives it. */
export interface ThemeName {
  readonly text: string;
  readonly language: Language;
  /** True when no source for this form is known; shown as such wherever the name is shown. */
  readonly unverified: boolean;
}

/** One row of a pack: a place, an office or a term, with its names and where they were seen. */
export interface ThemeRow {
  readonly id: string;
  readonly type: string;
  readonly parent?: string;
  /** First name of each language is the preferred one; the rest are aliases. */
  readonly names: readonly ThemeName[];
  readonly countries: readonly string[];
  /** Code of an official list (GB/T 2260 in China). */
  readonly code?: string;
  /** WGS 84, one decimal, never finer than a county's seat; absent when unverified or too fine. */
  readonly point?: { readonly lat: number; readonly lon: number };
  /** Id of the finest row that may be shown in any output. Every place has one; offices and terms have none. */
  readonly showAs?: string;
  /** Where the row comes from, in words, as the manifest describes its source codes; joined by `; `. */
  readonly source: string;
  /** What of the row, beside its names, has no source. Absent when nothing is flagged. */
  readonly unverified?: readonly ('point' | 'countries' | 'code')[];
  readonly note?: string;
}

/** Something in the pack that was left aside and did no harm; told to whoever loads the pack. */
export interface PackNote {
  readonly file: string;
  readonly code: 'kind-ignored' | 'file-ignored' | 'field-ignored';
  readonly what: string;
}

/** A theme: data files that tell Daybook a field's places, offices and terms. Nothing in code is bound to one. */
export interface ThemePack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  /**
   * SHA-256 of the manifest's bytes. The manifest holds the SHA-256 of every file of the pack, so this names all of
   * them, and a reading can say which knowledge it used.
   */
  readonly digest: string;
  readonly places: readonly ThemeRow[];
  readonly offices: readonly ThemeRow[];
  readonly terms: readonly ThemeRow[];
}

/** A pack as it comes out of its files, with what is for the person who loads it. */
export interface LoadedPack extends ThemePack {
  readonly description: string;
  /** Left aside while loading; empty when everything was understood. */
  readonly notes: readonly PackNote[];
}

/** One thing wrong with a pack, where a person can find it in a spreadsheet. */
export interface PackFault {
  readonly file: string;
  /** Row as a spreadsheet numbers it: the header is row 1. Absent when the whole file is meant. */
  readonly row?: number;
  /** The column's heading, or the manifest's field. */
  readonly column?: string;
  readonly code: PackFaultCode;
  /** What is wrong and what is expected, in one plain sentence part. */
  readonly what: string;
}

export type PackFaultCode =
  | 'missing-file'
  | 'bad-file-name'
  | 'too-large'
  | 'too-many-rows'
  | 'not-utf-8'
  | 'not-json'
  | 'bad-manifest'
  | 'unknown-format'
  | 'digest-mismatch'
  | 'not-csv'
  | 'unknown-column'
  | 'missing-column'
  | 'duplicate-column'
  | 'bad-value'
  | 'formula'
  | 'no-name'
  | 'duplicate-name'
  | 'duplicate-id'
  | 'unknown-parent'
  | 'parent-cycle'
  | 'unknown-type'
  | 'unknown-source'
  | 'unknown-flag'
  | 'point-too-fine'
  | 'half-a-point'
  | 'show-as-too-fine'
  | 'show-as-elsewhere'
  | 'unknown-show-as'
  | 'too-many-faults';

/** A pack that was not loaded, with everything found wrong (at most 50 faults, then `too-many-faults`). */
export interface PackRefusal {
  readonly type: 'pack-refused';
  readonly faults: readonly PackFault[];
}
