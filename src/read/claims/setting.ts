import type { Span } from '../anchor.ts';
import type { Claim, StatedDate } from '../claim.ts';
import type { PartialDate } from '../figures/calendar.ts';
import type { LayerDocument } from '../layer.ts';
import type { Carriers } from './carriers.ts';
import type { PlaceWords } from './findings.ts';
import type { IssuerPlace } from './issuer-place.ts';
import type { PlaceWordsReader } from './place-words.ts';

/** A claim before its passage is anchored. */
export type ClaimDraft = Omit<Claim, 'passage'> & { readonly start: number; readonly end: number };

/** What is known of the document that is read; the same for all its sentences. */
export interface DocumentSetting {
  readonly text: string;
  readonly places: PlaceWordsReader;
  readonly document: LayerDocument | undefined;
  readonly documentDate: PartialDate | undefined;
  readonly dateBasis: StatedDate['basis'] | undefined;
  /** From when until when a paper says that it is in force, and where. */
  readonly inForce: (Span & { readonly norm: string }) | undefined;
  /** What "the border" means where nothing before it says whose. */
  readonly border: PlaceWords | undefined;
  readonly issuerPlace: IssuerPlace | undefined;
  readonly carriers: Carriers;
}

export type Tense = 'past' | 'perfect' | 'present';
