import type { SourceLine, Span, StateCounts } from './api.ts';

/**
 * A source as it is read. Protected words are ▒▒▒ in `text`, whatever their length, and every span of this answer is one of
 * that text. What the page sends back is mapped to the layer by the server, which is told whether the text was revealed.
 */
export interface SourceView {
  readonly line: SourceLine;
  readonly layer: string | null;
  readonly text: string;
  readonly blocks: readonly BlockView[];
  readonly documents: readonly DocumentView[];
  /** Who stands behind the words of each document, and through whom they came, as its claims have it; first for the text as a whole. */
  readonly chains: readonly (Span & { readonly links: ClaimView['attribution'] })[];
  /** In the order of the text. */
  readonly claims: readonly ClaimView[];
  /** Words that are veiled; none when they were asked for. */
  readonly veiled: readonly (Span & { readonly type: string; readonly reason: string })[];
  /** Where sentences begin and end, for a cursor that moves by sentences. */
  readonly sentences: readonly Span[];
  /** Passages that say the same in two languages. */
  readonly pairs: readonly { readonly original: Span; readonly translation: Span }[];
  readonly pages: readonly {
    readonly number: number;
    readonly width: number;
    readonly height: number;
    readonly runs: readonly (Span & { readonly box: readonly [number, number, number, number] })[];
  }[];
  readonly recognised: boolean;
}

export interface BlockView extends Span {
  readonly kind: string;
  readonly level?: number;
  readonly boilerplate: boolean;
  readonly language: string;
}

export interface DocumentView extends Span {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly language: string;
  readonly role: string | null;
}

export type ClaimStateCode = 'unreviewed' | 'accepted' | 'rejected' | 'unsure' | 'disputed';

export interface ClaimView {
  readonly id: string;
  readonly kind: string;
  readonly subkind: string | null;
  readonly state: ClaimStateCode;
  readonly typed: boolean;
  readonly proposedBy: string | null;
  /** Null when the passage is no longer found in this text: the anchor is lost. */
  readonly span: Span | null;
  readonly quote: string;
  /** Whether this answer has something of it written over: it is then not accepted, kept or edited. */
  readonly veiled: boolean;
  readonly attribution: readonly {
    readonly role: string;
    readonly name: string | null;
    readonly type: string | null;
    readonly basis: BasisView | null;
  }[];
  readonly date: {
    readonly stated: string | null;
    readonly norm: string | null;
    readonly basis: BasisView | null;
  } | null;
  readonly places: readonly {
    readonly stated: string;
    readonly norm: string | null;
    readonly candidates: readonly string[];
    readonly basis: BasisView | null;
  }[];
  readonly quantities: readonly {
    readonly stated: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: string;
    readonly counts: string;
    readonly op: string;
  }[];
  readonly hedge: readonly string[];
  /** What a rule says; null of every other kind, and where its parts are not told. */
  readonly rule: RuleView | null;
  /** Who did what to whom; null of every other kind than an event, and where it is not told. */
  readonly event: EventView | null;
  /** What it says of a risk, with the words that say so. */
  readonly risk: RiskView | null;
  /** What an organisation could do, by codes, and how the voice stands to it. */
  readonly option: { readonly options: readonly string[]; readonly stance: string } | null;
  readonly stance: { readonly toward: string; readonly polarity: string } | null;
  readonly changed: { readonly type: 'differs' | 'gone'; readonly fields: readonly string[] } | null;
  readonly history: readonly {
    readonly at: string;
    readonly person: string;
    readonly verdict: 'accept' | 'reject' | 'unsure' | 'edit' | 'withdrawn';
    readonly reason: string;
    readonly mine: boolean;
  }[];
}

/** Words of the passage, apart from the codes `modality` and `currency`; null for what it does not say. */
export interface RuleView {
  readonly addressee: string | null;
  readonly modality: string;
  readonly action: string;
  readonly condition: string | null;
  readonly sanction: string | null;
  readonly reward: string | null;
  /** One of the claim's numbers. */
  readonly amount: number | null;
  /** ISO 4217, or the word of the text where it names none. */
  readonly currency: string | null;
  readonly effective: ClaimView['date'];
}

/** Words of the passage; null for what it leaves out. */
export interface EventView {
  readonly who: string | null;
  readonly did: string;
  readonly whom: string | null;
}

export interface RiskView {
  readonly category: string;
  readonly direction: string;
  readonly stated: string;
}

/** From where in the text a value comes that the passage does not state. */
export interface BasisView extends Span {
  readonly from: string;
  readonly words: string;
}

export interface ReviewAsk {
  readonly source: string;
  readonly claim: string;
  readonly verdict: 'accept' | 'keep' | 'reject' | 'unsure' | 'edit';
  readonly reveal?: boolean;
  readonly reason?: string;
  readonly change?: ClaimChangeAsk;
}

/** Only what is to be another. */
export interface ClaimChangeAsk {
  readonly kind?: string;
  /** The first link of the chain: who says it, in words of the text; null for a source that is not named. */
  readonly who?: string | null;
  /** What the first link is to the words: `speaker`, `issuer` … */
  readonly role?: string;
  /** All links behind the first. One that a chain of the document has, by role and shown name, keeps its basis. */
  readonly chain?: readonly { readonly role: string; readonly name: string | null }[];
  readonly date?: DateAsk | null;
  readonly places?: readonly { readonly stated: string; readonly norm: string | null }[];
  /** `over 90 => >90 persons`, as the command line writes it. */
  readonly quantities?: readonly string[];
  readonly hedge?: readonly string[];
  /** Each of these whole, or null for a claim that does not say it. */
  readonly rule?: (Omit<RuleView, 'effective'> & { readonly effective: DateAsk | null }) | null;
  readonly event?: EventView | null;
  /** Without words that say so, those it had stay; where there were none, the whole passage says it. */
  readonly risk?: (Omit<RiskView, 'stated'> & { readonly stated?: string }) | null;
  readonly option?: ClaimView['option'];
  readonly stance?: ClaimView['stance'];
}

/** `stated`: words of the text; null where they stay as they are. */
export interface DateAsk {
  readonly stated: string | null;
  readonly norm: string | null;
}

export interface ClaimMakeAsk {
  readonly source: string;
  readonly layer: string;
  readonly span: Span;
  /** Whether the span is one of the revealed text. */
  readonly reveal?: boolean;
  readonly change: ClaimChangeAsk & { readonly kind: string };
  readonly reason?: string;
}

/** The claim as it is now; null when it is there no longer. */
export interface ClaimChangedView {
  readonly claim: ClaimView | null;
  readonly counts: StateCounts;
}

export interface CustodyView {
  readonly bytes: 'unchanged' | 'changed' | 'missing';
  readonly checkedAt: string;
  readonly capturedAt: string;
  readonly capturedBy: string | null;
  readonly method: string;
  readonly tool: string;
  readonly origin: string | null;
  readonly reason: string | null;
  readonly modified: string | null;
  readonly length: number;
  readonly sha256: string;
  readonly sha512: string;
  readonly entry: { readonly device: string; readonly seq: number };
  readonly collections: readonly string[];
  /** Notice, newspaper, translator: who stands between the reader and the words. */
  readonly chain: readonly { readonly role: string; readonly name: string }[];
}
