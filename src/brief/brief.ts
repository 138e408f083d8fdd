import type { DeviceKey, Language, Sha256, SourceId, SubjectId } from '../base/index.ts';
import type { AttributionRole, Claim, ClaimKind, Layer, Reading, ThemePack } from '../read/index.ts';
import type { ClaimCounts } from '../weigh/index.ts';
import type { PublishableText } from './disclosure.ts';

/** A source as the brief room is given it: raw, nothing of it may be shown before disclosure control has seen it. */
export interface BriefSource {
  readonly source: SourceId;
  /** Of the bytes as received. */
  readonly sha256: Sha256;
  /** Where the log holds the source's first entry. */
  readonly position: LogPosition;
  readonly layer: Layer;
  readonly reading: Reading;
  /**
   * The claims that are told: those that persons accepted, as they accepted them. All that were read when absent. The
   * others hold back as before, since they stand in the same words.
   */
  readonly told?: readonly Claim[];
}

export interface LogPosition {
  readonly device: DeviceKey;
  readonly seq: number;
}

export interface BriefInput {
  readonly brief: SubjectId;
  readonly query: string;
  /** ISO 8601 instant, as the clock claims it. */
  readonly at: string;
  readonly sources: readonly BriefSource[];
  /** Names of places finer than a county come from here: passages with them are held back. */
  readonly packs: readonly ThemePack[];
  /** How many claims there are of each state, when accepted ones alone are told; absent when all are suggestions. */
  readonly accepted?: ClaimCounts | undefined;
  /** Most sentences to draft; 60 when absent. What is left out is counted. */
  readonly limit?: number;
}

/** In the order in which a passage with several reasons is counted. */
export const HELD_BACK_REASONS: readonly HeldBackReason[] = [
  'small-group',
  'age',
  'unnamed-source',
  'handle',
  'person',
  'fine-place',
  'unread-language',
  'other',
];

/** Why a passage is held back. */
export type HeldBackReason =
  | 'small-group'
  | 'age'
  | 'unnamed-source'
  | 'handle'
  | 'person'
  | 'fine-place'
  | 'unread-language'
  | 'other';

/** A draft of cited sentences. Holds publishable text only; whatever was held back is a number in it. */
export interface Brief {
  readonly brief: SubjectId;
  readonly at: string;
  /** The query; undefined when its words are themselves protected. */
  readonly about: PublishableText | undefined;
  readonly sections: readonly BriefSection[];
  readonly searched: {
    readonly sources: number;
    /** Sources with no passage about the query. */
    readonly silent: number;
    /** Sources whose passages about the query were all held back. */
    readonly heldBack: number;
  };
  readonly heldBack: {
    readonly passages: number;
    /** Sums to `passages`. Reasons that do not occur are left out. */
    readonly reasons: Readonly<Partial<Record<HeldBackReason, number>>>;
  };
  /** Sentences beyond the limit. */
  readonly leftOut: number;
  /** Claims by their states, when the draft rests on accepted ones alone; absent when it rests on suggestions. */
  readonly accepted?: ClaimCounts;
}

export interface BriefSection {
  readonly by: 'place' | 'document' | 'rest';
  /** Undefined when no title of the document could be shown, and for the rest. */
  readonly heading: PublishableText | undefined;
  readonly language: Language;
  readonly sentences: readonly BriefSentence[];
}

/**
 * One sentence, for one claim, or for the claims of one passage that it quotes whole. Claims of different passages are
 * never merged and figures never summed.
 */
export interface BriefSentence {
  /** Number of its footnote, from 1, in reading order. */
  readonly number: number;
  readonly segments: readonly Segment[];
  readonly note: Footnote;
}

/** A run of a sentence: the draft's own words, or words of a source in their language. */
export interface Segment {
  readonly type: 'own' | 'name' | 'quotation';
  readonly text: PublishableText;
  readonly language: Language;
}

export interface Footnote {
  /** What the sentence rests on. */
  readonly source: SourceId;
  readonly sha256: Sha256;
  readonly position: LogPosition;
  /** The claims behind the sentence: several when each would be quoted in the same words. */
  readonly passages: readonly BriefPassage[];
  /** The whole sentence or sentences that hold the passages. */
  readonly quote: PublishableText;
  readonly language: Language;
  /** Each undefined when the source does not say, or when it could not be shown. */
  readonly title: PublishableText | undefined;
  /** Title of the document inside the source, when it differs from the source's own. */
  readonly document: PublishableText | undefined;
  readonly publisher: PublishableText | undefined;
  readonly date: PublishableText | undefined;
  /** Origin first. `name: undefined`: the text leaves this link unnamed. */
  readonly chain: readonly { readonly role: AttributionRole; readonly name: PublishableText | undefined }[];
}

/** UTF-16 offsets in the layer whose text has this SHA-256. */
export interface BriefPassage {
  readonly layer: Sha256;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
}
