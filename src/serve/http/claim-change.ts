import { ok, type QuantityFault, type Result, refuse } from '../../base/index.ts';
import {
  ATTRIBUTION_ROLES,
  type AttributionRole,
  CLAIM_KINDS,
  type Claim,
  COURSES_OF_ACTION,
  isRealDate,
  MODALITIES,
  OPTION_STANCES,
  POLARITIES,
  type Quantity,
  SIGNAL_DIRECTIONS,
  standsOnItsWords,
} from '../../read/index.ts';
import { type ClaimChange, type ClaimRefusal, changeClaim } from '../../weigh/index.ts';
import type { ClaimChangeAsk, DateAsk } from '../api.ts';
import { readQuantityLine } from '../quantity-line.ts';
import { isWrittenOver } from '../seen-claim.ts';
import type { ClaimText } from '../source-claims.ts';
import type { ShownLink } from './document-chains.ts';
import { type Refused, refuseWith } from './refusal.ts';

/** Who says it when a claim had nobody. */
const FIRST_ROLE: AttributionRole = 'speaker';

/** The links that a claim has, and those that its document's chains have. */
export interface Links {
  readonly own: Claim['attribution'];
  readonly known: readonly ShownLink[];
}

/** A text as whoever types words of it has it before them. */
export interface SeenText {
  readonly text: ClaimText;
  readonly reveal: boolean;
}

/** What the page asks for, as a change of a claim; refused with the field that cannot be meant. */
export function changeOf(ask: ClaimChangeAsk, links: Links): Result<ClaimChange, Refused> {
  const { date, places, quantities, hedge, rule } = ask;
  const numbers: Quantity[] = [];
  for (const [at, line] of (quantities ?? []).entries()) {
    const quantity = readQuantityLine(line);
    if (!quantity.ok) return refuseWith('not-a-claim', { field: 'quantities', at, ...faultOf(quantity.error) });
    numbers.push(quantity.value);
  }
  // Told by its field, so that whoever typed it sees where: a form must not be lost over a date.
  if (date?.norm != null && !isRealDate(date.norm)) return refuseWith('not-a-claim', { field: 'date', why: 'no-date' });
  if (rule?.effective?.norm != null && !isRealDate(rule.effective.norm))
    return refuseWith('not-a-claim', { field: 'rule', part: 'effective', why: 'no-date' });
  return ok({
    kind: kindOf(ask.kind),
    attribution: attributionOf(ask, links),
    ...(date !== undefined && { date: dateOf(date) }),
    place: places?.map(({ stated, norm }) => ({ words: stated, ...(norm !== null && { norm }) })),
    ...(quantities !== undefined && { quantity: numbers }),
    hedge,
    ...termsOf(ask),
  });
}

/** A kind by its code; undefined for none. */
export function kindOf(kind: string | undefined): Claim['kind'] | undefined {
  return CLAIM_KINDS.find((each) => each === kind);
}

function dateOf(date: DateAsk | null): NonNullable<ClaimChange['date']> | null {
  return date && { norm: date.norm, ...(date.stated !== null && { words: date.stated }) };
}

/** What only some kinds say. A code that there is not never gets here: each was looked up when the call came in. */
function termsOf({ rule, event, risk, option, stance }: ClaimChangeAsk): ClaimChange {
  const modality = rule && MODALITIES.find((one) => one === rule.modality);
  const direction = risk && SIGNAL_DIRECTIONS.find((one) => one === risk.direction);
  const voice = option && OPTION_STANCES.find((one) => one === option.stance);
  const polarity = stance && POLARITIES.find((one) => one === stance.polarity);
  const options = option?.options.flatMap((code) => COURSES_OF_ACTION.filter((one) => one === code)) ?? [];
  return {
    ...(rule === null && { rule }),
    ...(rule && modality && { rule: { ...rule, modality, effective: dateOf(rule.effective) } }),
    ...(event !== undefined && { event }),
    ...(risk === null && { signal: risk }),
    ...(risk && direction && { signal: { ...risk, direction } }),
    ...(option === null && { option }),
    ...(option && voice && { option: { options, stance: voice } }),
    ...(stance === null && { stance }),
    ...(stance && polarity && { stance: { toward: stance.toward, polarity } }),
  };
}

/** Who says it and through whom; undefined when neither is to be another. Nobody stands in one chain twice. */
function attributionOf({ who, role, chain }: ClaimChangeAsk, { own, known }: Links): ClaimChange['attribution'] {
  if (who === undefined && role === undefined && chain === undefined) return undefined;
  const [first, ...behind] = own;
  const code = ATTRIBUTION_ROLES.find((one) => one === role) ?? first?.role ?? FIRST_ROLE;
  const saying =
    who === undefined && (role === undefined || first === undefined)
      ? first
      : { role: code, name: who === undefined ? (first?.name ?? null) : who };
  const carriers = chain?.flatMap(({ role: of, name }) => {
    const same = known.find(({ view }) => view.role === of && view.name === name);
    const found = ATTRIBUTION_ROLES.find((one) => one === of);
    return same !== undefined ? [same.link] : found === undefined ? [] : [{ role: found, name }];
  });
  return [
    ...(saying === undefined ? [] : [saying]),
    ...(carriers ?? behind).filter(({ name }) => name === null || name !== saying?.name),
  ];
}

/**
 * Changes a claim by words that are shown in its text. Words that stand there under a veil are refused as such that stand nowhere: no
 * guess is told to be right.
 */
export function changeAsSeen(
  { text, reveal }: SeenText,
  claim: Claim,
  change: ClaimChange,
): Result<Claim, ClaimRefusal> {
  const made = changeClaim(text.layer, claim, change);
  if (made.ok && isWrittenOver(text, made.value, { reveal }) && !isWrittenOver(text, claim, { reveal }))
    return refuse({ type: 'claim-refused', why: 'something of it is not shown' });
  return made;
}

/** In the order of the form; whoever has several wrong is led to the first. */
const FIELDS = [
  ...['kind', 'who', 'role', 'chain', 'quantities', 'places', 'date', 'hedge'],
  ...['rule', 'event', 'risk', 'option', 'stance'],
] as const satisfies readonly (keyof ClaimChangeAsk)[];

function faultOf({ part, type: why }: QuantityFault): { readonly part: string; readonly why: string } {
  return { part, why };
}

/**
 * The field that makes a change no claim of its text, and as far as it can be told which one of several, which part of it and why.
 * `change` when each field alone would be one.
 */
export function refusedPart(
  seen: SeenText,
  claim: Claim,
  ask: ClaimChangeAsk,
  links: Links,
): NonNullable<Refused['facts']> {
  const isRefused = (part: ClaimChangeAsk): boolean => {
    const change = changeOf({ ...(ask.kind !== undefined && { kind: ask.kind }), ...part }, links);
    return !change.ok || !changeAsSeen(seen, claim, change.value).ok;
  };
  const alone = (one: (typeof FIELDS)[number]): ClaimChangeAsk => ({
    ...{ [one]: ask[one] },
    // A rule's amount is one of the numbers: those are looked at without the rule, and the rule with them.
    ...(one === 'quantities' && { rule: null }),
    ...(one === 'rule' && ask.quantities !== undefined && { quantities: ask.quantities }),
  });
  const field = FIELDS.find((one) => ask[one] !== undefined && isRefused(alone(one))) ?? 'change';
  switch (field) {
    case 'quantities':
      return { field, ...wrongNumber(claim, ask, links) };
    case 'places':
      return { field, ...nth(ask.places ?? [], (place) => isRefused({ places: [place] })) };
    case 'chain':
      return { field, ...nth(ask.chain ?? [], (link) => isRefused({ chain: [link] })) };
    case 'rule': {
      const { addressee, action, condition, sanction, reward } = ask.rule ?? {};
      const part = notInPassage(claim, { addressee, action, condition, sanction, reward });
      return { field, part: part ?? 'effective', why: part === undefined ? 'no-date' : 'not-in-passage' };
    }
    case 'event':
      return { field, ...inPassage(notInPassage(claim, ask.event ?? {})) };
    case 'risk':
      return { field, part: 'stated', why: 'not-in-passage' };
    case 'stance':
      return { field, part: 'toward', why: 'not-in-passage' };
    default:
      return { field };
  }
}

function inPassage(part: string | undefined): { readonly part?: string; readonly why?: string } {
  return part === undefined ? {} : { part, why: 'not-in-passage' };
}

function nth<One>(all: readonly One[], isWrong: (one: One) => boolean): { readonly at?: number } {
  const at = all.findIndex(isWrong);
  return at < 0 ? {} : { at };
}

/** The first of some words that the passage does not hold, by its name; white space counts as in `makeClaim`. */
function notInPassage({ passage }: Claim, said: object): string | undefined {
  const plain = passage.quote.replaceAll(/\s+/g, ' ');
  return Object.entries(said).find(
    ([, words]) => typeof words === 'string' && !passage.quote.includes(words) && !plain.includes(words),
  )?.[0];
}

function wrongNumber(claim: Claim, { quantities }: ClaimChangeAsk, links: Links): NonNullable<Refused['facts']> {
  const change = changeOf({ quantities: quantities ?? [] }, links);
  if (!change.ok) return {};
  for (const [at, quantity] of (change.value.quantity ?? []).entries()) {
    if (!claim.passage.quote.includes(quantity.stated)) return { at, part: 'stated', why: 'not-in-passage' };
    if (!standsOnItsWords(quantity)) return { at, part: 'value', why: 'not-its-words' };
  }
  return {};
}
