import { z } from 'zod';
import type { Json } from '../../base/index.ts';
import { type Basis, type Claim, claimToClaimsJson, type Span, VEIL } from '../../read/index.ts';
import type { Review, ReviewedClaim } from '../../weigh/index.ts';
import type { BasisView, ClaimView } from '../api.ts';
import type { ShownText } from '../shown-text.ts';
import { type ClaimText, type OpenedSource, textOf } from '../source-claims.ts';
import type { DeskSource } from './open-sources.ts';

/** What is needed to show claims of a source. */
export interface ClaimShowing {
  readonly source: DeskSource;
  readonly opened: OpenedSource;
  readonly reveal: boolean;
  /** The name of a person, else the first digits of their key. */
  readonly nameOf: (person: string) => string;
  readonly self: string;
}

/** What a claim says, apart from what was decided of it. */
export type SaidView = Pick<
  ClaimView,
  | 'kind'
  | 'subkind'
  | 'span'
  | 'quote'
  | 'veiled'
  | 'attribution'
  | 'date'
  | 'places'
  | 'quantities'
  | 'hedge'
  | 'others'
>;

/** A claim as the page is given it. */
export function claimAnswer(showing: ClaimShowing, claim: ReviewedClaim): ClaimView {
  const { nameOf, self } = showing;
  const changed = claim.proposalChanged;
  return {
    id: claim.id,
    ...said(showing, claim.claim),
    state: claim.state,
    typed: claim.typed,
    proposedBy: claim.proposedBy ?? null,
    changed:
      changed === undefined
        ? null
        : { type: changed.type, fields: changed.type === 'differs' ? [...changed.fields] : [] },
    history: claim.history.map((review) => ({
      at: review.at,
      person: nameOf(review.person),
      verdict: verdictOf(review),
      reason: review.record.reason,
      mine: review.person === self,
    })),
  };
}

function verdictOf({ record }: Review): ClaimView['history'][number]['verdict'] {
  return record.type === 'review' ? record.verdict : 'withdrawn';
}

/** What a claim says, as it is shown. */
export function said(showing: Pick<ClaimShowing, 'source' | 'opened' | 'reveal'>, claim: Claim): SaidView {
  const memory = showing.source.memory[showing.reveal ? 'revealed' : 'veiled'];
  const known = memory.get(claim);
  if (known !== undefined) return known;
  const view = saidAnew(showing, claim);
  memory.set(claim, view);
  return view;
}

function saidAnew(
  { source, opened, reveal }: Pick<ClaimShowing, 'source' | 'opened' | 'reveal'>,
  claim: Claim,
): SaidView {
  const text = textOf(opened, claim);
  // An older text's offsets say nothing of the one that is shown.
  const isHere = text !== undefined && text.layer === source.layer;
  return saidOf({ text, shown: reveal ? source.revealed : source.veiled, isHere, reveal }, claim);
}

/** What a claim says, by the text that it stands in; `isHere`: whether that is the one that is shown. */
export function saidOf(
  given: {
    readonly text: ClaimText | undefined;
    readonly shown: ShownText;
    readonly isHere: boolean;
    readonly reveal: boolean;
  },
  claim: Claim,
): SaidView {
  const { text, shown, isHere, reveal } = given;
  const asShown = claimJson(text, claim, reveal);
  const json = saidJson.parse(asShown);
  const { start, end } = claim.passage;
  const basis = (of: Basis | undefined): BasisView | null => basisView({ shown, isHere }, of);
  return {
    kind: json.kind,
    subkind: json.subkind ?? null,
    span: isHere ? shown.toShown({ start, end }) : null,
    quote: json.quote,
    veiled: isWrittenOver(text, claim, { reveal, asShown }),
    attribution: json.attribution.map(({ role, name, type }, i) => ({
      role,
      name,
      type: type ?? null,
      basis: basis(claim.attribution[i]?.basis),
    })),
    date:
      json.date === null ? null : { stated: json.date.stated, norm: json.date.norm, basis: basis(claim.date?.basis) },
    places: json.place.map(({ stated, norm, candidates }, i) => ({
      stated,
      norm: norm ?? null,
      candidates: candidates ?? [],
      basis: basis(claim.place[i]?.basis),
    })),
    quantities: json.quantity,
    hedge: json.hedge ?? [],
    others: othersIn(json),
  };
}

/**
 * A claim as claims JSON, protected words written over unless they were asked for. Of a claim whose text is not here, or
 * was not read here, nobody knows which those are: nothing of it is shown but its kind.
 */
function claimJson(text: ClaimText | undefined, claim: Claim, reveal: boolean): { readonly [field: string]: Json } {
  if (text === undefined || (text.reading === undefined && !reveal)) {
    return { kind: claim.kind, quote: VEIL, attribution: [], date: null, place: [], quantity: [] };
  }
  return claimToClaimsJson(claim, text.layer, reveal ? [] : (text.reading?.mentions ?? []));
}

/** Whether anything that a claim says is shown otherwise than it is, or not at all. */
function isWrittenOver(
  text: ClaimText | undefined,
  claim: Claim,
  { reveal, asShown }: { readonly reveal: boolean; readonly asShown: ReturnType<typeof claimJson> },
): boolean {
  if (text === undefined) return true;
  if (reveal) return false;
  if (text.reading === undefined) return true;
  return JSON.stringify(asShown) !== JSON.stringify(claimJson(text, claim, true));
}

interface BasisShowing {
  readonly shown: ShownText;
  readonly isHere: boolean;
}

/** Characters of a basis that are shown. */
const BASIS_SHOWN = 160;

/** From where in the text a value comes, as the shown text has it. */
export function basisView({ shown, isHere }: BasisShowing, basis: Basis | undefined): BasisView | null {
  if (basis === undefined) return null;
  const { from, start, end } = basis;
  if (!isHere || end <= start) return { from, start: 0, end: 0, words: '' };
  const span = shown.toShown({ start, end });
  return { from, ...span, words: clipped(shown.text, span) };
}

function clipped(text: string, { start, end }: Span): string {
  const words = text.slice(start, Math.min(end, start + BASIS_SHOWN));
  return words.isWellFormed() ? words : words.slice(0, -1);
}

/** Fields that only some kinds have, each value with its code. */
function othersIn(json: z.infer<typeof saidJson>): SaidView['others'] {
  return (['rule', 'event', 'risk', 'option', 'stance'] as const).flatMap((field) =>
    Object.entries(json[field] ?? {}).flatMap(([name, value]) => {
      const words = plainWords(value);
      return words === '' ? [] : [{ field: `${field}.${name}`, words }];
    }),
  );
}

function plainWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(plainWords)
      .filter((words) => words !== '')
      .join(', ');
  if (typeof value !== 'object') return String(value);
  const { stated, norm } = { stated: undefined, norm: undefined, ...value };
  return [stated, norm]
    .map(plainWords)
    .filter((words) => words !== '')
    .join(' · ');
}

const fields = z.record(z.string(), z.unknown()).nullable().optional();
/** Claims JSON as `showClaim` gives it; of a claim whose text is not here most of it is left out. */
const saidJson = z.object({
  kind: z.string(),
  subkind: z.string().optional(),
  quote: z.string(),
  attribution: z.array(z.object({ role: z.string(), name: z.string().nullable(), type: z.string().optional() })),
  date: z.object({ stated: z.string().nullable(), norm: z.string().nullable() }).nullable(),
  place: z.array(
    z.object({ stated: z.string(), norm: z.string().optional(), candidates: z.array(z.string()).optional() }),
  ),
  quantity: z.array(
    z.object({
      stated: z.string(),
      value: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      unit: z.string(),
      counts: z.string(),
      op: z.string(),
    }),
  ),
  hedge: z.array(z.string()).nullable().optional(),
  rule: fields,
  event: fields,
  risk: fields,
  option: fields,
  stance: fields,
});
