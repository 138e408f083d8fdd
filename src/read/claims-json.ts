import type { Json } from '../base/index.ts';
import type {
  Attribution,
  Claim,
  EventTerms,
  Mention,
  Quantity,
  Reading,
  RuleTerms,
  StatedDate,
  StatedPlace,
} from './claim.ts';
import type { Layer } from './layer.ts';
import { isProtected, mentionsIn, veil } from './mentions/veil.ts';

/** How a reading is written out. */
export interface ClaimsJsonOptions {
  /**
   * Whether words that must be held back are written. True by default: the format is an analysis for somebody who has
   * the file in clear, and a quote with gaps cannot be found again. False writes ▒▒▒ for every protected word, and no
   * value for a number among them.
   */
  readonly reveal?: boolean;
}

/**
 * Writes a reading as the claims JSON object of one source file. `file` is the source's file name, offsets are UTF-16
 * units of the layer's text, what is unknown is null, quasi-identifiers are keys and never values. Fields beyond the
 * format (`basis`, `candidates`) say where a value comes from that the quote does not state.
 */
export function readingToClaimsJson(
  file: string,
  layer: Layer,
  reading: Reading,
  options: ClaimsJsonOptions = {},
): { readonly [key: string]: Json } {
  const view: View = { text: layer.text, mentions: (options.reveal ?? true) ? [] : reading.mentions };
  const hidden = view.mentions.length > 0;
  return {
    file,
    reader: { name: reading.reader.name, version: reading.reader.version },
    claims: reading.claims.map((claim) => claimToJson(claim, view)),
    mentions: reading.mentions.map((mention) => mentionToJson(mention, hidden)),
  };
}

/** What is written over: no mentions when everything is shown. */
interface View {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

function claimToJson(claim: Claim, view: View): Json {
  const { start, end } = claim.passage;
  return {
    kind: claim.kind,
    ...(claim.subkind === undefined ? {} : { subkind: claim.subkind }),
    quote: veil(view.text, view.mentions, start, end),
    start,
    end,
    attribution: claim.attribution.map((link) => attributionToJson(link, claim, view)),
    date: claim.date === null ? null : dateToJson(claim.date, claim, view),
    place: claim.place.map((place) => placeToJson(place)),
    quantity: claim.quantity.map((quantity) => quantityToJson(quantity, claim, view)),
    hedge: claim.hedge.length === 0 ? null : [...claim.hedge],
    rule: claim.rule === null ? null : ruleToJson(claim.rule, claim, view),
    event: claim.event === null ? null : eventToJson(claim.event, claim, view),
    risk: claim.signal === null ? null : { category: claim.signal.category, direction: claim.signal.direction },
    option: claim.option === null ? null : { option: [...claim.option.options], stance: claim.option.stance },
    stance:
      claim.stance === null
        ? null
        : { toward: words(claim.stance.toward, claim, view), polarity: claim.stance.polarity },
  };
}

function ruleToJson(rule: RuleTerms, claim: Claim, view: View): Json {
  const said = (stated: string | null): string | null => (stated === null ? null : words(stated, claim, view));
  const held = view.mentions.length > 0 && (said(rule.reward)?.includes('▒') || said(rule.sanction)?.includes('▒'));
  return {
    addressee: said(rule.addressee),
    modality: rule.modality,
    action: said(rule.action),
    condition: said(rule.condition),
    sanction: said(rule.sanction),
    reward: said(rule.reward),
    amount: held === true ? null : rule.amount,
    currency: rule.currency,
    effective: rule.effective === null ? null : dateToJson(rule.effective, claim, view),
  };
}

function eventToJson(event: EventTerms, claim: Claim, view: View): Json {
  const said = (stated: string | null): string | null => (stated === null ? null : words(stated, claim, view));
  return { who: said(event.who), did: said(event.did), whom: said(event.whom) };
}

/** Words of a passage, veiled where they stand; words that stand elsewhere are veiled when a protected one is in them. */
function words(stated: string, claim: Claim, view: View): string {
  if (view.mentions.length === 0) return stated;
  const at = claim.passage.quote.indexOf(stated);
  if (at >= 0)
    return veil(view.text, view.mentions, claim.passage.start + at, claim.passage.start + at + stated.length);
  return view.mentions.some((mention) => isProtected(mention) && stated.includes(mention.surface)) ? '▒▒▒' : stated;
}

function attributionToJson(link: Attribution, claim: Claim, view: View): Json {
  return {
    role: link.role,
    name: link.name === null ? null : words(link.name, claim, view),
    ...(link.type === undefined ? {} : { type: link.type }),
    ...(link.basis === undefined ? {} : { basis: { ...link.basis } }),
  };
}

function dateToJson(date: StatedDate, claim: Claim, view: View): Json {
  return {
    stated: date.stated === null ? null : words(date.stated, claim, view),
    norm: date.norm,
    ...(date.basis === undefined ? {} : { basis: { ...date.basis } }),
  };
}

function placeToJson(place: StatedPlace): Json {
  return {
    stated: place.stated,
    ...(place.norm === undefined ? {} : { norm: place.norm }),
    ...(place.relation === undefined ? {} : { relation: place.relation }),
    ...(place.candidates === undefined ? {} : { candidates: [...place.candidates] }),
    ...(place.basis === undefined ? {} : { basis: { ...place.basis } }),
  };
}

function quantityToJson(quantity: Quantity, claim: Claim, view: View): Json {
  const { value, low, high, unit, op } = quantity;
  const at = claim.passage.start + Math.max(0, claim.passage.quote.indexOf(quantity.stated));
  const held = mentionsIn(view.mentions, at, at + quantity.stated.length).some(isProtected);
  const numbers = held ? { value: null, low: null, high: null } : { value, low, high };
  return {
    stated: words(quantity.stated, claim, view),
    ...numbers,
    unit,
    counts: words(quantity.counts, claim, view),
    op: held ? '?' : op,
    ...(quantity.measure === undefined ? {} : { measure: quantity.measure }),
    ...(quantity.of === undefined ? {} : { of: words(quantity.of, claim, view) }),
    ...(quantity.period === undefined
      ? {}
      : { period: { stated: words(quantity.period.stated, claim, view), norm: quantity.period.norm } }),
  };
}

function mentionToJson(mention: Mention, hidden: boolean): Json {
  return {
    surface: hidden && isProtected(mention) ? '▒▒▒' : mention.surface,
    start: mention.start,
    end: mention.end,
    type: mention.type,
    protection: mention.protection,
    reason: mention.reason,
    quasiIdentifiers: [...mention.quasiIdentifiers],
  };
}
