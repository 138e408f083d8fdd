import { type QuantityFault, readTypedQuantity, type TypedQuantity } from '../../base/index.ts';
import type { ClaimChangeAsk, ClaimView, SourceView, Span } from '../../serve/api.ts';
import { changeOfTerms, lackingTerm, NO_TERMS, type TermsDraft, termsOf, withAmountOf } from './term-draft.ts';

/** A claim as it is typed: all of it words, until it is sent. */
export interface ClaimDraft extends TermsDraft {
  readonly kind: string;
  readonly named: boolean;
  readonly who: string;
  /** As what whoever says it says it. */
  readonly role: string;
  /** Those behind whoever says it. */
  readonly chain: readonly LinkDraft[];
  readonly dateStated: string;
  readonly dateNorm: string;
  readonly places: readonly PlaceDraft[];
  readonly quantities: readonly QuantityDraft[];
  /** Hedging words, with commas between. */
  readonly hedge: string;
  readonly reason: string;
}

/** A link of a chain; one without a name is unnamed. */
export interface LinkDraft {
  readonly role: string;
  readonly name: string;
}

export interface PlaceDraft {
  readonly stated: string;
  readonly norm: string;
}

export type QuantityDraft = TypedQuantity;

export const COMPARATORS = ['=', '>', '>=', '<', '<=', '~', '..', '?'] as const;

export const NO_PLACE: PlaceDraft = { stated: '', norm: '' };
export const NO_LINK: LinkDraft = { role: 'publisher', name: '' };
export const NO_QUANTITY: QuantityDraft = {
  ...{ stated: '', op: '=', value: '', high: '', unit: 'persons', counts: '' },
};

/** A new claim, with the chain of the document that it is made from. */
export function emptyDraft(links: ClaimView['attribution'] = []): ClaimDraft {
  return {
    chain: links.map(({ role, name }) => ({ role, name: name ?? '' })),
    ...NO_TERMS,
    ...{
      kind: 'statistic',
      named: true,
      who: '',
      role: 'speaker',
      dateStated: '',
      dateNorm: '',
      hedge: '',
      reason: '',
    },
    places: [NO_PLACE],
    quantities: [NO_QUANTITY],
  };
}

export function draftOf(claim: ClaimView): ClaimDraft {
  const [first, ...behind] = claim.attribution;
  return {
    kind: claim.kind,
    named: first === undefined || first.name !== null,
    who: first?.name ?? '',
    role: first?.role ?? 'speaker',
    chain: behind.map(({ role, name }) => ({ role, name: name ?? '' })),
    ...termsOf(claim),
    dateStated: claim.date?.stated ?? '',
    dateNorm: claim.date?.norm ?? '',
    places: claim.places.map(({ stated, norm }) => ({ stated, norm: norm ?? '' })),
    quantities: claim.quantities.map(({ stated, op, value, low, high, unit, counts }) => ({
      ...{ stated, op, unit, counts },
      value: numberWords(op === '..' ? low : value),
      high: numberWords(op === '..' ? high : null),
    })),
    hedge: claim.hedge.join(', '),
    reason: '',
  };
}

function numberWords(value: number | null): string {
  return value === null ? '' : String(value);
}

/** What a draft says that another does not: a field that nobody touched is not sent, and stays as it is. */
export function changeBetween(before: ClaimDraft, typed: ClaimDraft): ClaimChangeAsk {
  const after = { ...typed, ...withAmountOf(typed, numbersOf(typed)) };
  const differs = (...fields: readonly (keyof ClaimDraft)[]): boolean =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return {
    ...(differs('kind') && { kind: after.kind }),
    ...(differs('who', 'named') && { who: whoOf(after) }),
    ...(differs('role') && { role: after.role }),
    ...(differs('chain') && { chain: chainOf(after) }),
    ...(differs('dateStated', 'dateNorm') && { date: dateOf(after) }),
    ...(differs('places') && { places: placesOf(after) }),
    ...(differs('quantities') && { quantities: quantitiesOf(after) }),
    ...(differs('hedge') && { hedge: hedgeOf(after) }),
    // A claim that became of another kind says anew what only that kind says.
    ...changeOfTerms(after.kind, after, (term) => differs(term) || (differs('kind') && after[term].length > 0)),
  };
}

/** All that a new claim says. What was left empty is not said. */
export function changeOfNew(draft: ClaimDraft): ClaimChangeAsk & { readonly kind: string } {
  const date = dateOf(draft);
  const who = whoOf(draft);
  return {
    kind: draft.kind,
    ...(who !== null || !draft.named ? { who, role: draft.role } : {}),
    ...(draft.chain.length === 0 ? {} : { chain: chainOf(draft) }),
    ...(date === null ? {} : { date }),
    places: placesOf(draft),
    quantities: quantitiesOf(draft),
    hedge: hedgeOf(draft),
    ...changeOfTerms(
      draft.kind,
      { ...draft, ...withAmountOf(draft, numbersOf(draft)) },
      (term) => draft[term].length > 0,
    ),
  };
}

/** Every number that a draft says, in digits: what a rule's amount can be one of. */
export function numbersOf({ quantities }: ClaimDraft): readonly string[] {
  return quantities.flatMap(({ value, high }) => [value, high]).filter((number) => number.trim() !== '');
}

function whoOf({ named, who }: ClaimDraft): string | null {
  return named && who.trim() !== '' ? who.trim() : null;
}

function chainOf({ chain }: ClaimDraft): { role: string; name: string | null }[] {
  return chain.map(({ role, name }) => ({ role, name: wordsOrNull(name) }));
}

/** The chain that the document of a passage gives its claims: the innermost document's, else the whole text's. */
export function chainAt(chains: SourceView['chains'], { start, end }: Span): ClaimView['attribution'] {
  return chains.findLast((one) => one.start <= start && end <= one.end)?.links ?? chains[0]?.links ?? [];
}

function dateOf({ dateStated, dateNorm }: ClaimDraft): { stated: string | null; norm: string | null } | null {
  const [stated, norm] = [wordsOrNull(dateStated), wordsOrNull(dateNorm)];
  return stated === null && norm === null ? null : { stated, norm };
}

function placesOf({ places }: ClaimDraft): { stated: string; norm: string | null }[] {
  return places
    .filter(({ stated }) => stated.trim() !== '')
    .map(({ stated, norm }) => ({ stated: stated.trim(), norm: wordsOrNull(norm) }));
}

function quantitiesOf({ quantities }: ClaimDraft): string[] {
  return quantities.filter(isBegun).map(quantityLine);
}

/** Whether anything was typed in a row, apart from the unit that it comes with. */
function isBegun({ stated, value, high, counts }: QuantityDraft): boolean {
  return [stated, value, high, counts].some((words) => words.trim() !== '');
}

/**
 * Which control carries a fault: each has a row and a part where there are several, and one of a row that is not there, or of none, is
 * said beside the group. Undefined for what no control of the form is about.
 */
export function placedIn(draft: ClaimDraft, wrong: WrongField | undefined): WrongField | undefined {
  if (wrong === undefined) return undefined;
  const { field, at = 0, part, why } = wrong;
  const rows = ROWS[field];
  if (rows !== undefined) {
    const count = draft[rows.of].length;
    return count === 0
      ? { field, ...(why !== undefined && { why }) }
      : { field, at: Math.min(at, count - 1), part: part ?? rows.part, ...(why !== undefined && { why }) };
  }
  if (field === 'date') return { ...wrong, part: why === 'no-date' ? 'norm' : 'stated' };
  return ALONE.includes(field) ? wrong : undefined;
}

const ROWS: Readonly<
  Record<string, { readonly of: 'chain' | 'quantities' | 'places' | keyof TermsDraft; readonly part: string }>
> = {
  chain: { of: 'chain', part: 'name' },
  quantities: { of: 'quantities', part: 'stated' },
  places: { of: 'places', part: 'stated' },
  rule: { of: 'rule', part: 'action' },
  event: { of: 'event', part: 'did' },
  risk: { of: 'risk', part: 'stated' },
  option: { of: 'option', part: 'stance' },
  stance: { of: 'stance', part: 'toward' },
};
const ALONE: readonly string[] = ['kind', 'who', 'role', 'hedge', 'reason'];

/** What is wrong with a number: in which row, with which part of it, and why. */
export interface WrongNumber {
  readonly at: number;
  readonly part: QuantityFault['part'];
  readonly why: QuantityFault['type'] | 'not-in-passage' | 'not-its-words';
}

/** What is wrong with a draft, as far as the page can tell by itself: a field, which one of it, and the cause. */
export interface WrongField {
  readonly field: string;
  readonly at?: number;
  readonly part?: string;
  readonly why?: string;
}

/** The first fault of a draft; undefined when it can be sent. Numbers are looked at where `withNumbers`. */
export function wrongTyped(draft: ClaimDraft, withNumbers: boolean): WrongField | undefined {
  const number = withNumbers ? wrongNumber(draft) : undefined;
  if (number !== undefined) return { field: 'quantities', ...number };
  const lacking = lackingTerm(draft.kind, draft);
  return lacking === undefined ? undefined : { ...lacking, why: 'lacking' };
}

/** The fault that the record told, with rows counted as they stand in the form. */
export function wrongTold(draft: ClaimDraft, facts: Readonly<Record<string, string | number>>): WrongField | undefined {
  const { field, at, part, why } = facts;
  if (field === undefined) return undefined;
  const number = field === 'quantities' ? wrongSent(draft, facts) : undefined;
  if (number !== undefined) return { field: 'quantities', ...number };
  const rows = field === 'places' ? draft.places.flatMap((one, i) => (one.stated.trim() === '' ? [] : [i])) : undefined;
  const row = at === undefined ? undefined : (rows?.[Number(at)] ?? Number(at));
  return {
    field: String(field),
    ...(row !== undefined && { at: row }),
    ...(part !== undefined && { part: String(part) }),
    ...(why !== undefined && { why: String(why) }),
  };
}

/** The first number of a draft that cannot be meant, or that a figure lacks; undefined when all can. */
export function wrongNumber({ kind, quantities }: ClaimDraft): WrongNumber | undefined {
  if (kind === 'statistic' && !quantities.some(isBegun)) return { at: 0, part: 'value', why: 'lacking' };
  for (const [at, quantity] of quantities.entries()) {
    const meant = isBegun(quantity) ? readTypedQuantity(quantity) : undefined;
    if (meant?.ok === false) return { at, part: meant.error.part, why: meant.error.type };
  }
  return undefined;
}

/** Which number the record refused, by the row in which it was typed; undefined when the record does not say. */
export function wrongSent(
  { quantities }: ClaimDraft,
  facts: Readonly<Record<string, string | number>>,
): WrongNumber | undefined {
  const sent = quantities.flatMap((quantity, at) => (isBegun(quantity) ? [at] : []));
  const at = sent[Number(facts['at'])];
  const part = PARTS.find((one) => one === facts['part']);
  const why = OF_TEXT.find((one) => one === facts['why']);
  return at === undefined || part === undefined || why === undefined ? undefined : { at, part, why };
}

const PARTS = ['stated', 'value', 'high', 'unit', 'counts'] as const satisfies readonly WrongNumber['part'][];
/** What the page cannot tell by itself: it has not the passage as it is kept. */
const OF_TEXT = ['not-in-passage', 'not-its-words'] as const satisfies readonly WrongNumber['why'][];

/** `over 90 => >90 persons refugees`, as the command line takes it; the number's own spaces would part it. */
export function quantityLine({ stated, op, value, high, unit, counts }: QuantityDraft): string {
  const plain = (number: string): string => number.replaceAll(/\s/g, '');
  const meant = op === '?' ? '?' : op === '..' ? `${plain(value)}..${plain(high)}` : `${op}${plain(value)}`;
  return `${stated.trim()} => ${meant} ${unit.trim().replaceAll(/\s+/g, '-')} ${counts.trim()}`.trim();
}

function hedgeOf({ hedge }: ClaimDraft): string[] {
  return hedge
    .split(/[,，、]/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}

function wordsOrNull(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
