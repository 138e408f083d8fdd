import type { Sha256 } from '../base/index.ts';
import type {
  ATTRIBUTION_ROLES,
  ATTRIBUTION_TYPES,
  BASES,
  CLAIM_KINDS,
  CLAIM_SUBKINDS,
  COMPARATORS,
  COURSES_OF_ACTION,
  MEASURES,
  MENTION_REASONS,
  MENTION_TYPES,
  MODALITIES,
  OPTION_STANCES,
  POLARITIES,
  PROTECTIONS,
  RELATIONS,
  SIGNAL_DIRECTIONS,
} from './claim-vocabulary.ts';

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
  readonly from: (typeof BASES)[number];
  readonly start: number;
  readonly end: number;
}

export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A closer word for an event or an opinion, where the text makes it plain. */
export type ClaimSubkind = (typeof CLAIM_SUBKINDS)[number];

export type AttributionRole = (typeof ATTRIBUTION_ROLES)[number];

/** One link of an attribution chain. `name: null` when the text leaves it unnamed: never filled in. */
export interface Attribution {
  readonly role: AttributionRole;
  readonly name: string | null;
  readonly type?: (typeof ATTRIBUTION_TYPES)[number];
  readonly basis?: Basis;
}

export type Comparator = (typeof COMPARATORS)[number];

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
  readonly measure?: (typeof MEASURES)[number];
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
  readonly relation?: (typeof RELATIONS)[number];
  /** Ids that the words could mean, when more than one. */
  readonly candidates?: readonly string[];
  readonly basis?: Basis;
}

export type Modality = (typeof MODALITIES)[number];

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

export type SignalDirection = (typeof SIGNAL_DIRECTIONS)[number];

/** What a passage says of a risk. Categories are those of the reader's data and of the theme pack; up is worse. */
export interface Signal {
  readonly category: string;
  readonly direction: SignalDirection;
  /** The words that say so: of the passage, or at the basis. */
  readonly stated: string;
  /** Where another claim names the risk that this one goes on with. */
  readonly basis?: Basis;
}

export type CourseOfAction = (typeof COURSES_OF_ACTION)[number];

/** What an organisation could do, and how the voice stands to it. */
export interface OptionArgument {
  readonly options: readonly CourseOfAction[];
  readonly stance: (typeof OPTION_STANCES)[number];
}

/** For or against whom a voice speaks; `toward` is words of the passage. */
export interface Stance {
  readonly toward: string;
  readonly polarity: (typeof POLARITIES)[number];
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

export type Protection = (typeof PROTECTIONS)[number];

/** Why words are a mention: fixed codes, so that a screen can say it in any language (docs/read-protection.md M7). */
export type MentionReason = (typeof MENTION_REASONS)[number];

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
  readonly type: (typeof MENTION_TYPES)[number];
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
