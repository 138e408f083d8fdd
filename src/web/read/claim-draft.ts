import { type QuantityFault, readTypedQuantity, type TypedQuantity } from '../../base/index.ts';
import type { ClaimChangeAsk, ClaimView, SourceView, Span } from '../../serve/api.ts';

/** A claim as it is typed: all of it words, until it is sent. */
export interface ClaimDraft {
  readonly kind: string;
  readonly named: boolean;
  readonly who: string;
  /** Those behind whoever says it, as a new claim has them; a claim that is changed keeps its own. */
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
    ...{ kind: 'statistic', named: true, who: '', dateStated: '', dateNorm: '', hedge: '', reason: '' },
    places: [NO_PLACE],
    quantities: [NO_QUANTITY],
  };
}

export function draftOf(claim: ClaimView): ClaimDraft {
  const [first] = claim.attribution;
  return {
    kind: claim.kind,
    named: first === undefined || first.name !== null,
    who: first?.name ?? '',
    chain: [],
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
export function changeBetween(before: ClaimDraft, after: ClaimDraft): ClaimChangeAsk {
  const differs = (...fields: readonly (keyof ClaimDraft)[]): boolean =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return {
    ...(differs('kind') && { kind: after.kind }),
    ...(differs('who', 'named') && { who: whoOf(after) }),
    ...(differs('dateStated', 'dateNorm') && { date: dateOf(after) }),
    ...(differs('places') && { places: placesOf(after) }),
    ...(differs('quantities') && { quantities: quantitiesOf(after) }),
    ...(differs('hedge') && { hedge: hedgeOf(after) }),
  };
}

/** All that a new claim says. What was left empty is not said. */
export function changeOfNew(draft: ClaimDraft): ClaimChangeAsk & { readonly kind: string } {
  const date = dateOf(draft);
  const who = whoOf(draft);
  return {
    kind: draft.kind,
    ...(who !== null || !draft.named ? { who } : {}),
    ...(draft.chain.length === 0 ? {} : { chain: chainOf(draft) }),
    ...(date === null ? {} : { date }),
    places: placesOf(draft),
    quantities: quantitiesOf(draft),
    hedge: hedgeOf(draft),
  };
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

/** What is wrong with a number: in which row, with which part of it, and why. */
export interface WrongNumber {
  readonly at: number;
  readonly part: QuantityFault['part'];
  readonly why: QuantityFault['type'] | 'not-in-passage' | 'not-its-words';
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
