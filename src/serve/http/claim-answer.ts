import { z } from 'zod';
import { type Basis, type Claim, type Span, type StatedDate, VEIL } from '../../read/index.ts';
import type { Review, ReviewedClaim } from '../../weigh/index.ts';
import type { BasisView, ClaimView } from '../api.ts';
import { claimAsShown, isWrittenOver } from '../seen-claim.ts';
import type { ShownText } from '../shown-text.ts';
import { type ClaimText, type OpenedSource, textOf } from '../source-claims.ts';
import { veilWords } from '../veil-words.ts';
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
  | 'rule'
  | 'event'
  | 'risk'
  | 'option'
  | 'stance'
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
      reason: reasonOf(showing, review.record.reason),
      mine: review.person === self,
    })),
  };
}

/** A reason can quote a text, and is then written over as the text is. */
function reasonOf({ source, reveal }: ClaimShowing, reason: string): string {
  if (reveal) return reason;
  const { reasons } = source.memory;
  const shown = reasons.get(reason) ?? veilWords(reason, source.reading?.mentions);
  if (reasons.size < MOST_REASONS) reasons.set(reason, shown);
  return shown;
}

/** Reasons of one source that are kept as they are shown. */
const MOST_REASONS = 10_000;

function verdictOf({ record }: Review): ClaimView['history'][number]['verdict'] {
  return record.type === 'review' ? record.verdict : 'withdrawn';
}

/** What a claim says, as it is shown. */
function said(showing: Pick<ClaimShowing, 'source' | 'opened' | 'reveal'>, claim: Claim): SaidView {
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
  const asShown = claimAsShown(text, claim, reveal);
  const json = saidJson.parse(asShown);
  const { start, end } = claim.passage;
  const basis = (of: Basis | undefined): BasisView | null => basisView({ shown, isHere }, of);
  const dated = (date: Shown['date'], of: StatedDate | null | undefined): ClaimView['date'] =>
    date && { ...date, basis: basis(of?.basis) };
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
    date: dated(json.date, claim.date),
    places: json.place.map(({ stated, norm, candidates }, i) => ({
      stated,
      norm: norm ?? null,
      candidates: candidates ?? [],
      basis: basis(claim.place[i]?.basis),
    })),
    quantities: json.quantity,
    hedge: json.hedge ?? [],
    rule: json.rule && { ...json.rule, effective: dated(json.rule.effective, claim.rule?.effective) },
    event: json.event,
    risk: json.risk && { ...json.risk, stated: statedOf(claim, json.quote) },
    option: json.option && { options: json.option.option, stance: json.option.stance },
    stance: json.stance,
  };
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

/** The words that say a risk, where the passage as it is shown has them. */
function statedOf({ signal }: Claim, quote: string): string {
  const stated = signal?.stated ?? '';
  return quote.includes(stated) || quote.replaceAll(/\s+/g, ' ').includes(stated) ? stated : VEIL;
}

const date = z.object({ stated: z.string().nullable(), norm: z.string().nullable() }).nullable();
const words = z.string().nullable();
/** Claims JSON as `showClaim` gives it; of a claim whose text is not here most of it is left out. */
const saidJson = z.object({
  kind: z.string(),
  subkind: z.string().optional(),
  quote: z.string(),
  attribution: z.array(z.object({ role: z.string(), name: z.string().nullable(), type: z.string().optional() })),
  date,
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
  rule: z
    .object({
      ...{
        addressee: words,
        modality: z.string(),
        action: z.string(),
        condition: words,
        sanction: words,
        reward: words,
      },
      ...{ amount: z.number().nullable(), currency: words, effective: date },
    })
    .nullable()
    .default(null),
  event: z.object({ who: words, did: z.string(), whom: words }).nullable().default(null),
  risk: z.object({ category: z.string(), direction: z.string() }).nullable().default(null),
  option: z
    .object({ option: z.array(z.string()), stance: z.string() })
    .nullable()
    .default(null),
  stance: z.object({ toward: z.string(), polarity: z.string() }).nullable().default(null),
});
type Shown = z.infer<typeof saidJson>;
