import type { Claim, StatedDate } from '../claim.ts';
import type { LayerDocument } from '../layer.ts';
import type { ThemePack } from '../theme-pack.ts';
import type { Carriers } from './attribution-chain.ts';
import type { PartialDate } from './calendar.ts';
import type { IssuerPlace, NameIndex } from './place-name.ts';
import type { Sentence } from './sentence-parts.ts';
import type { StatedSource } from './stated-source.ts';

/** A claim before its passage is anchored. */
export type ClaimDraft = Omit<Claim, 'passage'> & { readonly start: number; readonly end: number };

/** What a sentence reader knows of the document it reads; the same for all its sentences. */
export interface DocumentSetting {
  readonly text: string;
  readonly pack: ThemePack;
  readonly places: NameIndex;
  readonly document: LayerDocument | undefined;
  readonly documentDate: PartialDate | undefined;
  readonly dateBasis: StatedDate['basis'] | undefined;
  readonly issuerPlace: IssuerPlace | undefined;
  readonly carriers: Carriers;
}

/** What earlier sentences leave for later ones; replaced, never changed. */
export interface Memory {
  readonly date:
    | { readonly start: number; readonly end: number; readonly norm: string; readonly tense: Tense }
    | undefined;
  readonly source: { readonly stated: StatedSource; readonly start: number; readonly end: number } | undefined;
  /** Unit of what was counted last, for "four of them". */
  readonly unit: string | undefined;
  /** Unit of the first plural of the last sentence that had one, for "only a few came". */
  readonly subject: string | undefined;
  /** The last source of the whole document, for "he added". */
  readonly voice: { readonly stated: StatedSource; readonly start: number; readonly end: number } | undefined;
}

export type Tense = 'past' | 'perfect' | 'present';

/** Reads the claims of one sentence and what the next one may lean on. One module for each language. */
export type SentenceReader = (
  sentence: Sentence & { readonly heading: boolean },
  setting: DocumentSetting,
  memory: Memory,
) => { readonly drafts: readonly ClaimDraft[]; readonly memory: Memory };
