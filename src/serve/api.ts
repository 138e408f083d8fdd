import type {
  ClaimChangedView,
  ClaimMakeAsk,
  ClaimStateCode,
  CustodyView,
  ReviewAsk,
  SourceView,
} from './api-reading.ts';
import type { LogView, PeopleView } from './api-record.ts';

/**
 * What the desk asks of the server, and nothing else passes between them. Types alone: the page imports no other file of
 * this room. Each call is `POST /api/NAME` with JSON in the body, so that no word of a query or a document stands in an
 * address; the run's token travels in the header `x-daybook-token`. What is shown is veiled already: protected words come
 * as ▒▒▒ unless `reveal` was asked for, and the asking is logged.
 *
 * Ids are lower-case hexadecimal, instants RFC 3339, dates EDTF, offsets UTF-16 units of the text that the same answer gives.
 */
export interface Api {
  /** Who works here and how the vault stands; asked every few seconds, and never counted as being at work. */
  readonly session: Call<Nothing, SessionView>;
  /** Ends the engine. Nothing is answered after it. */
  readonly lock: Call<Nothing, Nothing>;
  readonly today: Call<Nothing, TodayView>;
  /** Has kept searches count as looked at; all of them without a name. */
  readonly 'today-seen': Call<{ readonly name?: string }, Nothing>;
  /** Sources, the newest first, a page at a time. */
  readonly sources: Call<SourcesAsk, PageOf<SourceLine>>;
  readonly collections: Call<Nothing, { readonly collections: readonly CollectionLine[] }>;
  readonly 'collection-fill': Call<
    { readonly name: string; readonly sources: readonly string[]; readonly member: boolean },
    Nothing
  >;
  readonly search: Call<SearchAsk, SearchAnswerView>;
  /** Which claims stand in passages that a search found: asked when those are shown, so that no search waits for it. */
  readonly 'claims-at': Call<{ readonly places: readonly PassagePlace[] }, { readonly claims: readonly ClaimsAt[] }>;
  readonly 'search-keep': Call<{ readonly name: string; readonly search: SearchAsk }, Nothing>;
  /** One source to be read: its text, blocks, documents and claims. */
  readonly source: Call<{ readonly source: string; readonly reveal?: boolean }, SourceView>;
  /** What custody proves of a source: its bytes are compared with their digests at that moment. */
  readonly custody: Call<{ readonly source: string }, CustodyView>;
  /** Finds words within one source. */
  readonly find: Call<
    { readonly source: string; readonly query: string; readonly reveal?: boolean },
    { readonly places: readonly { readonly start: number; readonly end: number }[]; readonly total: number }
  >;
  readonly review: Call<ReviewAsk, ClaimChangedView>;
  readonly 'review-undo': Call<
    { readonly source: string; readonly claim: string; readonly reveal?: boolean; readonly reason?: string },
    ClaimChangedView
  >;
  /** Keeps a claim that a person makes of a passage. The server makes the anchor from layer and offsets. */
  readonly 'claim-make': Call<ClaimMakeAsk, ClaimChangedView>;
  /** What places are called, by the codes that claims and candidates have, in the languages in which somebody says. */
  readonly places: Call<Nothing, { readonly names: Readonly<Record<string, Readonly<Record<string, string>>>> }>;
  /** Accepted figures, a page at a time, with how many of the claims are not yet reviewed. */
  readonly figures: Call<FiguresAsk, FiguresView>;
  readonly log: Call<{ readonly before?: string; readonly limit?: number }, LogView>;
  readonly people: Call<Nothing, PeopleView>;
  readonly settings: Call<Nothing, SettingsView>;
  readonly 'settings-change': Call<SettingsChange, SettingsView>;
  /** Begins to take files in. Each is sent to `/api/intake/ID/file`; the receipt comes at the end. */
  readonly 'intake-begin': Call<IntakeBegin, { readonly intake: string }>;
  readonly 'intake-end': Call<{ readonly intake: string }, IntakeReceiptView>;
}

export type * from './api-reading.ts';
export type * from './api-record.ts';

/**
 * Two calls are no JSON. `POST /api/intake/ID/file`: the bytes of one file in the body, its name percent-encoded in the
 * header `x-daybook-name`; answers an `IntakeItemView` once what it became survives a crash. `POST /api/verify`: lines of
 * JSON, a `VerifyLine` each, as the checking goes on. `POST /api/page-image` with `PageImageAsk` answers PNG.
 */
export type VerifyLine =
  | { readonly type: 'progress'; readonly words: 'entries' | 'documents'; readonly done: number }
  | {
      readonly type: 'verdict';
      readonly sound: boolean;
      readonly entries: number;
      readonly documents: number;
      readonly faults: readonly string[];
    };

export interface PageImageAsk {
  readonly source: string;
  readonly page: number;
  /** Pixels for each point. */
  readonly scale: number;
}

export interface Call<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

export type Nothing = { readonly [name in never]: never };
export type ApiName = keyof Api;

/** What comes with a status of 400 or above. A code, never content; the page has a sentence for each. */
export interface ApiError {
  readonly code: ApiErrorCode;
  /** Ids or numbers that the sentence needs; never words of a document. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type ApiErrorCode =
  /** 401: no token, or one of another run. */
  | 'locked'
  /** 403: another origin or host. */
  | 'not-ours'
  /** 400: the ask is none. */
  | 'not-understood'
  | 'too-large'
  /** 404. */
  | 'no-such-source'
  | 'no-such-claim'
  | 'no-such-intake'
  | 'no-such-page'
  /** 409: another Daybook writes. */
  | 'busy'
  /** 409: the vault takes no entries; `facts.why` is a code of the vault. */
  | 'read-only'
  /** 409: what was typed is no claim of this text; `facts.field`. Of a number also `at`, `part` and `why`: which one, what of it, the cause. */
  | 'not-a-claim'
  | 'known-already'
  /** 409: what is written over in a claim was not asked for, and nobody accepts what they did not see. */
  | 'claim-veiled'
  | 'nothing-to-undo'
  | 'place-unknown'
  | 'disk-full'
  | 'broken';

export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** What to ask for the next page with; absent at the end. */
  readonly after?: string;
  readonly total: number;
}

export interface SessionView {
  /** The name of the vault's folder: the workspace as people here call it. */
  readonly workspace: string;
  readonly person: { readonly id: string; readonly name: string | null };
  readonly condition: 'sound' | 'read-only';
  /** A code of the vault when the condition is not sound. */
  readonly why?: string;
  /** Changes whenever the vault does, by whomever: what was asked before is then asked again. */
  readonly version: string;
  readonly entries: number;
  readonly sources: number;
  /** The head of the log in words, to compare with a colleague. */
  readonly headWords: readonly string[];
  readonly idle: { readonly minutes: number; readonly leftSeconds: number };
  readonly product: { readonly version: string };
}

export interface TodayView {
  /** Since this desk was last opened: what was added, reviewed, erased, by whom. */
  readonly since: string | null;
  readonly changes: readonly {
    readonly kind: string;
    readonly count: number;
    readonly person: string | null;
    readonly last: string;
  }[];
  readonly kept: readonly {
    readonly name: string;
    readonly query: string;
    readonly sources: number;
    readonly more: boolean;
    readonly hits: readonly SearchHit[];
    readonly broken: boolean;
  }[];
  /** Sources with suggestions that wait, the most first; `left` more are not listed. */
  readonly waiting: readonly { readonly source: SourceLine; readonly suggestions: number; readonly reopened: number }[];
  readonly left: number;
  readonly newSources: readonly SourceLine[];
  readonly imports: readonly ImportLine[];
}

export interface ImportLine {
  readonly at: string;
  readonly received: number;
  readonly stored: number;
  readonly alreadyHere: number;
  readonly refused: number;
  readonly failed: number;
}

export interface SourceLine {
  readonly source: string;
  readonly title: string;
  readonly file: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly mediaType: string | null;
  readonly bytes: number;
  readonly addedAt: string;
  readonly read: boolean;
  readonly claims: StateCounts | null;
  /** Sources with the same text in another wrapper, ten at most: linked, never merged. */
  readonly sameText: readonly { readonly source: string; readonly title: string }[];
}

export interface StateCounts {
  readonly unreviewed: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unsure: number;
  readonly disputed: number;
  readonly reopened: number;
}

export interface CollectionLine {
  readonly name: string;
  readonly sources: number;
}

export interface SourcesAsk {
  readonly after?: string;
  readonly limit?: number;
  readonly collection?: string;
}

export interface SearchAsk {
  readonly query: string;
  readonly exact?: boolean;
  readonly any?: boolean;
  readonly everything?: boolean;
  readonly order?: 'best' | 'newest';
  readonly language?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly collection?: string;
  readonly limit?: number;
  /** Numbers of additions that are taken away. */
  readonly without?: readonly number[];
}

export interface SearchAnswerView {
  readonly matched: 'all' | 'any' | 'parts' | 'none';
  readonly passages: number;
  readonly sources: number;
  /** Whether there is more than was counted. */
  readonly more: boolean;
  readonly terms: readonly {
    readonly text: string;
    readonly names: readonly string[];
    readonly additions: readonly { readonly number: number; readonly text: string; readonly why: string }[];
  }[];
  readonly excluded: readonly string[];
  readonly notes: readonly string[];
  readonly hits: readonly SearchHit[];
}

export interface SearchHit {
  readonly source: string;
  readonly title: string;
  readonly file: string;
  readonly date: string | null;
  readonly found: number;
  readonly passages: readonly {
    readonly text: string;
    readonly marks: readonly Span[];
    readonly kind: string;
    readonly language: string;
    /** Where it stands in the source's text. */
    readonly start: number;
    readonly end: number;
  }[];
}

/** A place of a source's text as it is shown. */
export interface PassagePlace extends Span {
  readonly source: string;
}

/** Claims that stand in one place, in the order in which places were asked for; rejected ones are left out. */
export interface ClaimsAt {
  /** Ids of accepted claims, in the order of the text. */
  readonly accepted: readonly string[];
  /** Of suggestions that nobody has reviewed, and of claims that persons are unsure of or differ about. */
  readonly open: readonly string[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FiguresAsk {
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly collection?: string;
  readonly after?: string;
  readonly limit?: number;
}

export interface FiguresView extends PageOf<FigureLine> {
  /** Whether only accepted claims are counted: so as soon as there is one. */
  readonly counting: 'accepted' | 'suggested';
  readonly notReviewed: number;
}

export interface FigureLine {
  readonly claim: string;
  readonly source: string;
  readonly title: string;
  readonly start: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly op: string;
  readonly stated: string;
  readonly unit: string;
  readonly counts: string;
  /** Stock, flow or cumulative, where the text says so. */
  readonly measure: string | null;
  readonly date: string | null;
  /** Its places one by one, each as it is listed, else in the text's words. */
  readonly places: readonly string[];
  /** Who says it, then through whom; null for one that is not named. */
  readonly chain: readonly (string | null)[];
  readonly quote: string;
  readonly state: ClaimStateCode;
  /** Figures with one key answer one question and may share an axis. */
  readonly question: string;
}

export interface SettingsView {
  readonly idleMinutes: number;
  readonly backups: readonly { readonly at: string; readonly entries: number }[];
  readonly retention: readonly { readonly collection: string; readonly days: number; readonly due: number }[];
  readonly packs: readonly {
    readonly name: string;
    readonly version: string;
    readonly rows: number;
    readonly note: string | null;
  }[];
  readonly connections: readonly { readonly at: string; readonly what: string; readonly to: string }[];
  readonly assistant: { readonly on: boolean; readonly address: string | null };
  readonly version: string;
  readonly licence: string;
}

export interface SettingsChange {
  readonly idleMinutes?: number;
}

export interface IntakeBegin {
  readonly files: number;
  readonly reason?: string;
  readonly origin?: string;
  readonly collection?: string;
}

export interface IntakeItemView {
  readonly outcome: 'stored' | 'partly-read' | 'not-read' | 'already-here' | 'refused' | 'failed';
  /** A code, for which the page has a sentence. */
  readonly why: string | null;
  readonly source: string | null;
  readonly claims: number;
  readonly documents: number;
}

export interface IntakeReceiptView {
  readonly received: number;
  readonly stored: number;
  readonly alreadyHere: number;
  readonly refused: number;
  readonly failed: number;
  /** Whether the record has the receipt. */
  readonly kept: boolean;
}
