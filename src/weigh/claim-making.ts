import { ok, type Result, refuse } from '../base/index.ts';
import {
  type Attribution,
  anchorPassage,
  type Basis,
  type Claim,
  type ClaimKind,
  type EventTerms,
  type Layer,
  makeClaim,
  type OptionArgument,
  type Passage,
  type Quantity,
  type RuleTerms,
  type Signal,
  type Span,
  type Stance,
  type StatedDate,
  type StatedPlace,
} from '../read/index.ts';

/** What a person says a claim holds; what is left out stays as it is. */
export interface ClaimChange {
  readonly kind?: ClaimKind | undefined;
  /** null: without a date. */
  readonly date?: DateChange | null | undefined;
  /** All places of the claim, in the words of the text. */
  readonly place?: readonly { readonly words: string; readonly norm?: string | undefined }[] | undefined;
  /** All numbers of the claim. */
  readonly quantity?: readonly Quantity[] | undefined;
  /** The whole chain, origin first. A link without a name is unnamed; one with a basis is as the reader has it of the same text. */
  readonly attribution?: readonly (Pick<Attribution, 'role' | 'name'> & Partial<Attribution>)[] | undefined;
  /** All words by which the passage hedges. */
  readonly hedge?: readonly string[] | undefined;
  /** All that a rule says; null: its parts are not told. */
  readonly rule?: (Omit<RuleTerms, 'effective'> & { readonly effective: DateChange | null }) | null | undefined;
  /** Who did what to whom; null: it is not told. */
  readonly event?: EventTerms | null | undefined;
  /** What it says of a risk; without words for it, the claim's own stay, else the whole passage says it. */
  readonly signal?: (Omit<Signal, 'stated'> & { readonly stated?: string | undefined }) | null | undefined;
  readonly option?: OptionArgument | null | undefined;
  readonly stance?: Stance | null | undefined;
}

/** `words` stand in the passage or elsewhere in the text; left out, those that were there stay. */
export interface DateChange {
  readonly norm: string | null;
  readonly words?: string | undefined;
}

/** Why something is no claim of its text, in words that say which rule it breaks. */
export interface ClaimRefusal {
  readonly type: 'claim-refused';
  readonly why: string;
}

/**
 * Changes a claim as a person says, under the rules that bind a reader: every word stands in the passage or elsewhere in
 * the same text, where the change then says from where it comes. Words that stand nowhere are refused.
 */
export function changeClaim(layer: Layer, claim: Claim, change: ClaimChange): Result<Claim, ClaimRefusal> {
  const { passage } = claim;
  const kind = change.kind ?? claim.kind;
  const same = kind === claim.kind;
  const { subkind, ...rest } = claim;
  const missing = wordsMissing(layer, passage, change);
  if (missing !== undefined) return refuse({ type: 'claim-refused', why: missing });
  return checkClaim(layer, {
    ...rest,
    kind,
    ...(same && subkind !== undefined && { subkind }),
    ...termsOf(layer, claim, kind, change),
    date: change.date === undefined ? claim.date : datedBy(layer, passage, claim.date, change.date),
    place: change.place?.map((place) => placedBy(layer, claim, place)) ?? claim.place,
    quantity: change.quantity?.map((quantity) => quantityBy(claim, quantity)) ?? claim.quantity,
    hedge: change.hedge ?? claim.hedge,
    attribution: change.attribution?.map((link) => namedBy(layer, claim, link)) ?? claim.attribution,
  });
}

/** What only some kinds say. What a rule demands is said of a rule alone, and who did what of an event. */
function termsOf(
  layer: Layer,
  claim: Claim,
  kind: ClaimKind,
  change: ClaimChange,
): Pick<Claim, 'rule' | 'event' | 'signal' | 'option' | 'stance'> {
  const { rule, event, signal, option, stance } = change;
  return {
    rule: kind === 'rule' ? ruleBy(layer, claim, rule) : null,
    event: kind !== 'event' ? null : event === undefined ? claim.event : event,
    signal: signal === undefined ? claim.signal : signal && signalBy(claim, signal),
    option: option === undefined ? claim.option : option,
    stance: stance === undefined ? claim.stance : stance,
  };
}

function ruleBy(layer: Layer, { passage, rule }: Claim, change: ClaimChange['rule']): Claim['rule'] {
  if (change === undefined || change === null) return change === undefined ? rule : null;
  return { ...change, effective: datedBy(layer, passage, rule?.effective ?? null, change.effective) };
}

function signalBy({ passage, signal }: Claim, change: NonNullable<ClaimChange['signal']>): Signal {
  if (change.stated !== undefined || signal === null) return { ...change, stated: change.stated ?? passage.quote };
  return { ...change, stated: signal.stated, ...(signal.basis && { basis: signal.basis }) };
}

/** A claim that a person types out of a passage of a text. A cut inside a character is widened to the whole of it. */
export function typeClaim(
  layer: Layer,
  span: Span,
  change: ClaimChange & { readonly kind: ClaimKind },
): Result<Claim, ClaimRefusal> {
  const { start, end } = span;
  if (
    !Number.isSafeInteger(start) ||
    !Number.isSafeInteger(end) ||
    start < 0 ||
    end <= start ||
    end > layer.text.length
  )
    return refuse({ type: 'claim-refused', why: `the text has ${layer.text.length} characters, and no such passage` });
  if (end - start > PASSAGE_LIMIT)
    return refuse({ type: 'claim-refused', why: `a passage has at most ${PASSAGE_LIMIT} characters` });
  if (layer.text.slice(start, end).trim() === '')
    return refuse({ type: 'claim-refused', why: 'the passage has no words' });
  const bare: Claim = {
    kind: change.kind,
    passage: anchorPassage(layer, span),
    attribution: [],
    date: null,
    place: [],
    quantity: [],
    hedge: [],
    rule: null,
    event: null,
    signal: null,
    option: null,
    stance: null,
  };
  return changeClaim(layer, bare, change);
}

/** Characters (UTF-16 units) of the longest passage that a person may type a claim of. */
const PASSAGE_LIMIT = 10_000;

/** Whether a claim says no more than its text; refused with the rule that it breaks. Any claim from outside passes here. */
export function checkClaim(layer: Pick<Layer, 'text'>, claim: Claim): Result<Claim, ClaimRefusal> {
  try {
    return ok(makeClaim(layer.text, claim));
  } catch (error) {
    // A plain error says which rule the claim breaks; a defect of ours has another name, and goes on.
    if (error instanceof Error && error.name === 'Error') return refuse({ type: 'claim-refused', why: error.message });
    throw error;
  }
}

/** Says which words of a change stand nowhere in the text; undefined when all do. */
function wordsMissing({ text }: Layer, { quote }: Passage, change: ClaimChange): string | undefined {
  const said = [
    change.date?.words,
    change.rule?.effective?.words,
    ...(change.place ?? []).map(({ words }) => words),
    ...(change.attribution ?? []).map(({ name, basis }) => (basis === undefined ? (name ?? undefined) : undefined)),
  ].filter((words) => words !== undefined);
  const lost = said.find((words) => words === '' || !(quote.includes(words) || text.includes(words)));
  return lost === undefined ? undefined : `"${lost.slice(0, 60)}" stands nowhere in its text`;
}

function datedBy(
  layer: Layer,
  passage: Passage,
  date: StatedDate | null,
  change: DateChange | null,
): StatedDate | null {
  if (change === null) return null;
  const { norm, words } = change;
  if (words === undefined) {
    return date === null ? { stated: null, norm } : { ...date, norm };
  }
  const basis = basisOf(layer, passage, words);
  return basis === undefined ? { stated: words, norm } : { stated: null, norm, basis };
}

/** What a place is besides its words and its name stays with it: a person who says another place than this one says it alone. */
function placedBy(
  layer: Layer,
  { passage, place }: Claim,
  { words, norm }: { readonly words: string; readonly norm?: string | undefined },
): StatedPlace {
  const known = place.find(({ stated }) => stated === words);
  if (known !== undefined && known.norm === norm) return known;
  const basis = basisOf(layer, passage, words);
  return {
    stated: words,
    ...(norm !== undefined && { norm }),
    ...(known?.relation !== undefined && { relation: known.relation }),
    ...(basis !== undefined && { basis }),
  };
}

/** What a number is besides what can be typed of it, stock or flow, of what, and over which time, stays with the words that state it. */
function quantityBy({ quantity }: Claim, typed: Quantity): Quantity {
  const { measure, of, period } = quantity.find(({ stated }) => stated === typed.stated) ?? {};
  return {
    ...(measure !== undefined && { measure }),
    ...(of !== undefined && { of }),
    ...(period !== undefined && { period }),
    ...typed,
  };
}

function namedBy(
  layer: Layer,
  { passage, attribution }: Claim,
  link: NonNullable<ClaimChange['attribution']>[number],
): Attribution {
  if (link.basis !== undefined) return link;
  const { role, name } = link;
  const known = attribution.find((one) => one.role === role && one.name === name);
  if (known !== undefined) return known;
  const basis = name === null ? undefined : basisOf(layer, passage, name);
  return { role, name, ...(basis !== undefined && { basis }) };
}

/** Where words stand that the passage does not hold: before it, nearest first, else after it. Undefined when it holds them. */
function basisOf({ text, blocks, documents }: Layer, passage: Passage, words: string): Basis | undefined {
  if (passage.quote.includes(words)) return undefined;
  const before = passage.start < words.length ? -1 : text.lastIndexOf(words, passage.start - words.length);
  const start = before >= 0 ? before : text.indexOf(words, Math.max(0, passage.end - words.length + 1));
  const at = start >= 0 ? start : text.indexOf(words);
  const end = at + words.length;
  const within = blocks.find((block) => block.start <= at && end <= block.end);
  const dated = documents.some(({ date }) => date?.start !== undefined && date.start <= at && end <= (date.end ?? 0));
  const from = dated
    ? 'document-date'
    : within?.kind === 'heading'
      ? 'heading'
      : at < passage.start
        ? 'earlier-sentence'
        : 'closing-block';
  return { from, start: at, end };
}
