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
  readonly from:
    | 'document-date'
    | 'heading'
    | 'closing-block'
    | 'same-sentence'
    | 'earlier-sentence'
    | 'byline'
    | 'metadata';
  readonly start: number;
  readonly end: number;
}

export type ClaimKind = 'statistic' | 'rule' | 'event' | 'opinion' | 'forecast' | 'testimony' | 'assertion';

/** A closer word for an event or an opinion, where the text makes it plain. */
export type ClaimSubkind =
  | 'issuance'
  | 'provenance'
  | 'position'
  | 'question'
  | 'recommendation'
  | 'appeal'
  | 'normative'
  | 'official-position'
  | 'commitment';

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
  /** How many there are at one time, how many in a span of time, or how many since a beginning; absent when unsaid. */
  readonly measure?: 'stock' | 'flow' | 'cumulative';
  /** Of a share or a rate: of what, in the words of the text. */
  readonly of?: string;
  /** The time that a flow or a cumulative figure covers, when the passage says it beside the number. */
  readonly period?: { readonly stated: string; readonly norm: string | null };
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
  /** As claims write it (docs/read-places.md RP1): `CN`, `CN-22 Jilin`, `KP North Hamgyong / Musan`; absent when unknown or ambiguous. */
  readonly norm?: string;
  /** Id of the finest row of a theme pack that may be shown for it; absent as `norm` is, and for what no pack knows. */
  readonly id?: string;
  /** What the passage has to do with it, when it does not hold there: somebody comes from it, goes to it, or it is dealt with. */
  readonly relation?: 'from' | 'to' | 'with';
  /** Ids that the words could mean, when more than one. */
  readonly candidates?: readonly string[];
  readonly basis?: Basis;
}

export type Modality = 'must' | 'must-not' | 'should' | 'requested' | 'restricted' | 'may' | 'may (rewarded)';

/** What a rule demands, forbids or rewards. Every text is words of the passage, or null when it does not say. */
export interface RuleTerms {
  readonly addressee: string | null;
  readonly modality: Modality;
  readonly action: string;
  readonly condition: string | null;
  /** What follows when it is broken, or kept. */
  readonly sanction: string | null;
  readonly reward: string | null;
  /** The number of the fine or reward: one of the claim's quantities. */
  readonly amount: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly effective: StatedDate | null;
}

/** Who did what to whom, as words of the passage; null when it leaves one out. */
export interface EventTerms {
  readonly who: string | null;
  readonly did: string;
  readonly whom: string | null;
}

export type SignalDirection = 'up' | 'down' | 'steady' | 'volatile' | 'unknown';

/** What a passage says of a risk. Categories are those of the reader's data and of the theme pack; up is worse. */
export interface Signal {
  readonly category: string;
  readonly direction: SignalDirection;
  /** The words that say so. */
  readonly stated: string;
}

export type CourseOfAction =
  | 'stay'
  | 'stay-adapted'
  | 'ad-hoc'
  | 'from-outside'
  | 'leave'
  | 'enter'
  | 'due-diligence'
  | 'exchange';

/** What an organisation could do, and how the voice stands to it. */
export interface OptionArgument {
  readonly options: readonly CourseOfAction[];
  readonly stance: 'for' | 'against' | 'conditional' | 'neutral' | 'descriptive' | 'question';
}

/** For or against whom a voice speaks; `toward` is words of the passage. */
export interface Stance {
  readonly toward: string;
  readonly polarity: 'for' | 'against' | 'hostile';
}

/** What one passage says. Produced by a reader it is a suggestion; it counts for nothing until reviewed. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind;
  readonly passage: Passage;
  readonly attribution: readonly Attribution[];
  readonly date: StatedDate | null;
  readonly place: readonly StatedPlace[];
  readonly quantity: readonly Quantity[];
  readonly hedge: readonly string[];
  /** Only of a rule; null for every other kind. */
  readonly rule: RuleTerms | null;
  /** Only of an event, and null where its parts cannot be told. */
  readonly event: EventTerms | null;
  readonly signal: Signal | null;
  readonly option: OptionArgument | null;
  readonly stance: Stance | null;
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
