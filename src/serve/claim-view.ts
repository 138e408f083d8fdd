import type { Json } from '../base/index.ts';
import { type Claim, readingToClaimsJson } from '../read/index.ts';
import { type ClaimView, chainWords, claimViewOf, claimWords, quantityWords } from './figure-view.ts';
import type { ClaimText } from './source-claims.ts';

/** A claim as it may be shown: as claims JSON, and its usual fields for tables. */
export interface ShownClaim {
  readonly json: { readonly [field: string]: Json };
  readonly view: ClaimView;
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
  const reader = reading?.reader ?? { name: 'nobody', version: '0' };
  const made = readingToClaimsJson('', layer, { reader, claims: [claim], mentions }, { reveal });
  const json = firstOf(made['claims']);
  return { json, view: claimViewOf(json) };
}

/** What a claim says, each fact with its name: who, when, where, how many, and whatever its kind has besides. */
export function claimFacts({ json, view }: ShownClaim): readonly (readonly [string, string])[] {
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
  const json = { kind, quote: '▒▒▒', start: null, end: null, attribution: [], date: null, place: [], quantity: [] };
  return { json, view: claimViewOf(json) };
}

function firstOf(claims: Json | undefined): { readonly [field: string]: Json } {
  const first: Json | undefined = Array.isArray(claims) ? claims[0] : undefined;
  if (!isObject(first)) throw new Error('a claim was not written');
  return first;
}

function isObject(value: Json | undefined): value is { readonly [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
