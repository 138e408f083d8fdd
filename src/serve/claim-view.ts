import type { Json } from '../base/index.ts';
import { type Basis, type Claim, claimToClaimsJson, VEIL, veil } from '../read/index.ts';
import { type ClaimView, chainWords, claimViewOf, claimWords, quantityWords } from './figure-view.ts';
import type { ClaimText } from './source-claims.ts';

/** A claim as it may be shown: as claims JSON, and its usual fields for tables. */
export interface ShownClaim {
  readonly json: { readonly [field: string]: Json };
  readonly view: ClaimView;
  /** From where in the text values come that the passage does not state, with the words that stand there. */
  readonly bases: readonly { readonly of: string; readonly from: string; readonly words: string }[];
}

/**
 * A claim for a screen, with its protected words written over unless they are asked for. Of a claim whose text is not
 * here, or was not read here, nobody knows which words those are: nothing of it is shown but its kind.
 */
export function showClaim(
  text: ClaimText | undefined,
  claim: Claim,
  { reveal }: { readonly reveal: boolean },
): ShownClaim {
  if (text === undefined || (text.reading === undefined && !reveal)) return hidden(claim.kind);
  const { layer, reading } = text;
  const mentions = reading?.mentions ?? [];
  const json = claimToClaimsJson(claim, layer, reveal ? [] : mentions);
  const veiled = reveal ? [] : mentions;
  const bases = basesOf(claim).map(([of, { from, start, end }]) => {
    const words = veil(layer.text, veiled, start, Math.min(end, start + BASIS_SHOWN));
    return { of, from: from.replace('-', ' '), words };
  });
  return { json, view: claimViewOf(json), bases };
}

/** Characters of a basis that are shown. */
const BASIS_SHOWN = 160;

/** The bases of a claim that stand in its text, each with what comes from there. */
function basesOf({ date, place, attribution }: Claim): readonly (readonly [string, Basis])[] {
  const all: readonly (readonly [string, Basis | undefined])[] = [
    ['when', date?.basis],
    ...place.map(({ basis }) => ['where', basis] as const),
    ...attribution.map(({ basis }) => ['who', basis] as const),
  ];
  return all.flatMap(([of, basis]) => (basis === undefined || basis.end === 0 ? [] : [[of, basis] as const]));
}

/** What a claim says, each fact with its name: who, when, where, how many, and whatever its kind has besides. */
export function claimFacts({ json, view, bases }: ShownClaim): readonly (readonly [string, string])[] {
  const { who, through, when, where } = claimWords(view);
  const numbers = view.quantity.map((quantity) => {
    const counts = quantity.counts === '' ? '' : ` (${quantity.counts})`;
    return `${quantityWords(quantity)}${counts}, from “${quantity.stated}”`;
  });
  const others = OTHER_FIELDS.flatMap((field): (readonly [string, string])[] => {
    const words = valueWords(json[field]);
    return words === '' ? [] : [[field, words]];
  });
  const facts: (readonly [string, string])[] = [
    ['who', chainWords({ who, through })],
    ['when', when],
    ['where', where],
    ...numbers.map((number): readonly [string, string] => ['how many', number]),
    ...others,
    ...bases.map(({ of, from, words }): readonly [string, string] => [`${of}, from the ${from}`, `“${words}”`]),
  ];
  return facts.filter(([, words]) => words !== '');
}

const OTHER_FIELDS = ['subkind', 'hedge', 'rule', 'event', 'risk', 'option', 'stance'] as const;

/** A value of claims JSON in a line: what is null says nothing. */
function valueWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return value
      .map(valueWords)
      .filter((words) => words !== '')
      .join(', ');
  return Object.entries(value)
    .map(([name, each]) => [name, valueWords(each)] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name} ${words}`)
    .join(' · ');
}

function hidden(kind: string): ShownClaim {
  const json = { kind, quote: VEIL, start: null, end: null, attribution: [], date: null, place: [], quantity: [] };
  return { json, view: claimViewOf(json), bases: [] };
}
