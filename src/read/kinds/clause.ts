import type {
  ClaimKind,
  ClaimSubkind,
  EventTerms,
  Modality,
  OptionArgument,
  RuleTerms,
  Signal,
  Stance,
} from '../claim.ts';
import type { CueIndex } from './cue-index.ts';
import type { Cue } from './cues.ts';
import type { RiskEvidence } from './risk-weights.ts';

/** What is known of a clause before it is read; `text` is the claim's quote. Whatever is left out is unknown. */
export interface StatementInput {
  readonly text: string;
  readonly lang: 'en' | 'zh' | 'ko';
  /** The whole sentence around it, and where that begins in the layer. */
  readonly sentence?: string | undefined;
  readonly sentenceStart?: number | undefined;
  readonly genre?: 'notice' | 'news' | 'statement' | 'roundtable' | 'post' | 'report' | 'unknown' | undefined;
  /** Whether it stands in somebody's direct speech. */
  readonly quoted?: boolean | undefined;
  readonly firstPerson?: boolean | undefined;
  /** Whether a counted quantity stands in it; left out, the words decide. */
  readonly hasFigure?: boolean | undefined;
  /** The quantities that were read in it; left out, the words decide. */
  readonly counts?: readonly Counted[] | undefined;
  /** The sentence that a numbered provision depends on. */
  readonly leadIn?: string | undefined;
  /** Whether it stands in a numbered item of what an office orders. */
  readonly isProvision?: boolean | undefined;
  /** Whether a law, an order or a heading on rules stands behind it, in words outside of it. */
  readonly isOrdered?: boolean | undefined;
  readonly speakerKind?: 'government' | 'organisation' | 'person' | 'anonymous' | 'media' | undefined;
  /** Of somebody unnamed: who tells it from inside, who spoke a sentence before and is not said to go on, or who speaks for a body or from outside. */
  readonly voice?: 'insider' | 'inherited' | 'outsider' | undefined;
  /** Whether a date stands in it. */
  readonly isDated?: boolean | undefined;
  /** Whether its date lies after the document's. */
  readonly futureReference?: boolean | undefined;
}

/** A quantity as far as it bears on what a clause says. */
export interface Counted {
  /** Its greatest number; null for a vague one. */
  readonly most: number | null;
  readonly unit: string;
  /** Whether its words hold no digit: "a woman", 一名. */
  readonly isSpelt: boolean;
}

/** What a clause says and how; every text is words of the clause. */
export interface Statement {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind;
  readonly rule: RuleTerms | null;
  readonly event: EventTerms | null;
  readonly signal: Signal | null;
  /** Every kind of risk that a word bears on; what stands around the clause decides between them. */
  readonly evidence: RiskEvidence;
  readonly option: OptionArgument | null;
  readonly stance: Stance | null;
  readonly hedge: readonly string[];
  /** False for greetings, furniture of pages and headings that state nothing. */
  readonly isContent: boolean;
}

/** What is asked of the words around a clause: nothing else is looked for there, since a sentence stands around each of its clauses. */
export const AROUND_TAGS = ['order-text', 'organisation', 'members', 'anonymous', 'law'] as const;

export type AroundTag = (typeof AROUND_TAGS)[number];

/** A clause with what its language's lists found in it. `folded` has the same offsets as `text`. */
export interface Clause {
  readonly input: StatementInput;
  readonly text: string;
  readonly folded: string;
  readonly cues: readonly Cue[];
  readonly tags: ReadonlySet<string>;
  /** What was found in the sentence that it depends on; none without one. */
  readonly lead: readonly Cue[];
  /** Tags found in the clause or in the sentence around it. */
  readonly around: { readonly has: (tag: AroundTag) => boolean };
  /** What its sentence says before and behind it, folded; and what the sentences around it say, as written. */
  readonly frame: string;
  readonly passage: string;
  readonly isQuoted: boolean;
  /** Whether it stands between quotation marks, whoever says it. */
  readonly isMarked: boolean;
}

/** How much a figure in a clause weighs: people of one happening, or a figure about the world. */
export type FigureWeight = 'small' | 'large';

/** A modality and the words that say it. */
export interface FoundModality {
  readonly modality: Modality;
  readonly cue: Cue;
}

/** What a language knows that word lists alone do not. */
export interface Grammar {
  readonly index: () => CueIndex;
  /** The lists of `AROUND_TAGS` alone. */
  readonly aroundIndex: () => CueIndex;
  /** A date and an office, a translator, a footnote: lines that say where a text comes from, and no more. */
  readonly line: (clause: Clause) => 'issuance' | 'provenance' | undefined;
  /** A heading that states nothing, or no words at all. */
  readonly isBare: (clause: Clause) => boolean;
  readonly isQuestion: (clause: Clause) => boolean;
  /** A bare order: "Report all visitors." Undefined when the clause is none. */
  readonly imperative: (clause: Clause) => Cue | undefined;
  readonly figure: (clause: Clause) => FigureWeight | undefined;
  /** What happened; undefined when the clause tells of nothing that did. */
  readonly event: (clause: Clause) => EventTerms | undefined;
  /** Whether words around a clause have it told by somebody who was there or is near: a trader, a relative, a source. */
  readonly isWitness: (around: string) => boolean;
  /** Whether a clause names itself who tells it: "a trader told us that …". */
  readonly namesWitness: (clause: string) => boolean;
  /** Whether words around a clause only go on with a voice already named: "she said". */
  readonly isContinued: (around: string) => boolean;
  /** Whether whoever says "I" or "we" tells what they went through; `hasEvent` when the clause tells of a happening. */
  readonly isLived: (clause: Clause, hasEvent: boolean) => boolean;
  /** What is announced against whoever does something: "anyone found there will lose his boat". */
  readonly threat: (clause: Clause) => Cue | undefined;
  /** The parts of a rule but its modality, amount and date. */
  readonly rule: (clause: Clause, found: FoundModality) => RuleParts;
  /** Who or what a voice speaks for or against, given the word that says so. */
  readonly toward: (clause: Clause, cue: Cue) => string | undefined;
}

export type RuleParts = Pick<RuleTerms, 'addressee' | 'action' | 'condition' | 'sanction' | 'reward'>;
