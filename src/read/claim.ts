import type { Sha256 } from '../base/index.ts';

/**
 * A passage is a span of a layer that can be found again: its words, what stands around them, where, and in which
 * text. Offsets are UTF-16 units of the layer's text; `layer` is the SHA-256 of that text in UTF-8.
 */
export interface Passage {
  readonly layer: Sha256;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where a value comes from that the passage itself does not state: the words elsewhere in the same layer. */
export interface Basis {
  readonly from: 'document-date' | 'heading' | 'closing-block' | 'earlier-sentence' | 'byline' | 'metadata';
  readonly start: number;
  readonly end: number;
}

export type ClaimKind = 'statistic' | 'rule' | 'event' | 'opinion' | 'forecast' | 'testimony' | 'assertion';

export type AttributionRole =
  | 'data-source'
  | 'issuer'
  | 'speaker'
  | 'quoted-source'
  | 'author'
  | 'author/publisher'
  | 'publisher'
  | 'newspaper'
  | 'agency'
  | 'translator'
  | 'translator/host'
  | 'photographer';

/** One link of an attribution chain. `name: null` when the text leaves it unnamed: never filled in. */
export interface Attribution {
  readonly role: AttributionRole;
  readonly name: string | null;
  readonly type?: 'government' | 'organisation' | 'media' | 'person' | 'anonymous' | 'website' | 'public';
  readonly basis?: Basis;
}

export type Comparator = '=' | '>' | '>=' | '<' | '<=' | '~' | '..' | '?';

export interface Quantity {
  readonly stated: string;
  /** null for a range (`..`) and for a vague number (`?`): never invented. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** What is counted, in the words of the text; empty when the text does not say. */
  readonly counts: string;
  readonly op: Comparator;
}

export interface StatedDate {
  /** The words of the text; null when the date comes from `basis` alone. */
  readonly stated: string | null;
  /** EDTF (ISO 8601-2); null when the words cannot be resolved. */
  readonly norm: string | null;
  readonly basis?: Basis;
}

export interface StatedPlace {
  readonly stated: string;
  /** Id and name from a theme pack; absent when unknown or ambiguous. */
  readonly norm?: string;
  /** Ids that the words could mean, when more than one. */
  readonly candidates?: readonly string[];
  readonly basis?: Basis;
}

/** What one passage says. Produced by a reader it is a suggestion; it counts for nothing until reviewed. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly passage: Passage;
  readonly attribution: readonly Attribution[];
  readonly date: StatedDate | null;
  readonly place: readonly StatedPlace[];
  readonly quantity: readonly Quantity[];
  readonly hedge: readonly string[];
}

export type Protection =
  | 'singling-out'
  | 'high'
  | 'medium'
  | 'group-risk'
  | 'operational'
  | 'context-sensitive'
  | 'low-count'
  | 'byline'
  | 'public-figure'
  | 'public';

/** Why words are a mention: fixed codes, so that a screen can say it in any language (docs/read-protection.md M7). */
export type MentionReason =
  | 'named-person'
  | 'public-office'
  | 'byline'
  | 'anonymous-source'
  | 'small-count'
  | 'case-count'
  | 'person-at-risk'
  | 'age'
  | 'distinguishing-detail'
  | 'helper'
  | 'partner'
  | 'group-at-risk'
  | 'affected-group'
  | 'handle'
  | 'contact-detail'
  | 'identifying-number'
  | 'reporting-channel'
  | 'operational-site'
  | 'operational-route'
  | 'operational-practice';

/** Words that need a protection decision before anything is shown or published. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /**
   * `contact` is a telephone, mail or postal address, `document-number` what stands on papers, plates and accounts,
   * `site` a place or way of crossing, hiding or holding people, `practice` a way of working, `detail` a mark or a
   * workplace by which somebody is recognised.
   */
  readonly type:
    | 'person'
    | 'source'
    | 'handle'
    | 'contact'
    | 'document-number'
    | 'low-count'
    | 'age'
    | 'detail'
    | 'group'
    | 'organisation'
    | 'place'
    | 'site'
    | 'practice';
  readonly protection: Protection;
  readonly reason: MentionReason;
  /** Keys only, never values: `count`, `sex`, `age`, `origin`, `route`, `date`, `mode`, `custody`. */
  readonly quasiIdentifiers: readonly string[];
}

/** What a reader finds in one layer. */
export interface Reading {
  readonly reader: { readonly name: string; readonly version: string };
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
}
