import type { Language } from '../base/index.ts';

/** One row of a pack: a place, an office or a term, with its names and where each name was seen. */
export interface ThemeName {
  readonly text: string;
  readonly language: Language;
  /** True when no source for this form is known; shown as such wherever the name is shown. */
  readonly unverified: boolean;
}

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
  /** Id of the finest row that may be shown in any output. */
  readonly showAs?: string;
  readonly source: string;
  readonly note?: string;
}

/** A theme: data files that tell Daybook a field's places, offices and terms. Nothing in code is bound to one. */
export interface ThemePack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  /** SHA-256 over the pack's files, so that a reading can name the knowledge it used. */
  readonly digest: string;
  readonly places: readonly ThemeRow[];
  readonly offices: readonly ThemeRow[];
  readonly terms: readonly ThemeRow[];
}
