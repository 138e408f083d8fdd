import type { Json } from '../base/index.ts';
import type { Span } from './anchor.ts';
import type {
  Attribution,
  Basis,
  Claim,
  EventTerms,
  Mention,
  Quantity,
  Reading,
  RuleTerms,
  StatedDate,
  StatedPlace,
} from './claim.ts';
import { inFormatUnits } from './format-units.ts';
import type { Layer } from './layer.ts';
import { isProtected, mentionsIn, VEIL, veil } from './mentions/veil.ts';

/** How a reading is written out. */
export interface ClaimsJsonOptions {
  /**
   * Whether words that must be held back are written. True by default: the format is an analysis for somebody who has
   * the file in clear, and a quote with gaps cannot be found again. False writes ▒▒▒ for every protected word, and no
   * value for a number among them.
   */
  readonly reveal?: boolean;
  /** `format`, the default: units of the format alone. `reader`: as the reader counts, which is finer (`places`, `CNY/person`). */
  readonly units?: 'format' | 'reader';
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
  const view: View = {
    text: layer.text,
    mentions: (options.reveal ?? true) ? [] : reading.mentions,
    units: options.units ?? 'format',
  };
  const hidden = view.mentions.length > 0;
  return {
    file,
    reader: { name: reading.reader.name, version: reading.reader.version },
    claims: reading.claims.map((claim) => claimToJson(claim, view)),
    mentions: reading.mentions.map((mention) => mentionToJson(mention, hidden)),
  };
}

/**
 * One claim of a layer, as `readingToClaimsJson` writes it in the reader's units; `mentions` are those of the whole layer, none
 * when all is shown.
 */
export function claimToClaimsJson(
  claim: Claim,
  { text }: Pick<Layer, 'text'>,
  mentions: readonly Mention[],
): { readonly [key: string]: Json } {
  return claimToJson(claim, { text, mentions, units: 'reader' });
}

/** What is written over: no mentions when everything is shown. */
interface View {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly units: NonNullable<ClaimsJsonOptions['units']>;
}

function claimToJson(claim: Claim, view: View): { readonly [key: string]: Json } {
  const { start, end } = claim.passage;
  return {
    kind: claim.kind,
    ...(claim.subkind === undefined ? {} : { subkind: claim.subkind }),
    quote: veil(view.text, view.mentions, start, end),
    start,
    end,
    attribution: claim.attribution.map((link) => attributionToJson(link, claim, view)),
    date: claim.date === null ? null : dateToJson(claim.date, claim, view),
    place: claim.place.map((place) => placeToJson(place, claim, view)),
    quantity: claim.quantity.map((quantity) => quantityToJson(quantity, claim, view)),
    hedge: claim.hedge.length === 0 ? null : claim.hedge.map((hedge) => words(hedge, claim, view)),
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
  const held = claim.quantity.some(
    ({ stated, value, low, high }) => [value, low, high].includes(rule.amount) && isHeld(stated, claim, view),
  );
  return {
    addressee: said(rule.addressee),
    modality: rule.modality,
    action: said(rule.action),
    condition: said(rule.condition),
    sanction: said(rule.sanction),
    reward: said(rule.reward),
    amount: held ? null : rule.amount,
    currency: rule.currency,
    effective: rule.effective === null ? null : dateToJson(rule.effective, claim, view),
  };
}

function eventToJson(event: EventTerms, claim: Claim, view: View): Json {
  const said = (stated: string | null): string | null => (stated === null ? null : words(stated, claim, view));
  return { who: said(event.who), did: said(event.did), whom: said(event.whom) };
}

/**
 * Words that a claim states, veiled wherever they may stand: at their basis when they have one, else at every place in the passage
 * that has these words whole. When one of several places is protected all are taken to be.
 */
function words(stated: string, claim: Claim, view: View, basis?: Basis): string {
  if (view.mentions.length === 0 || stated === '') return stated;
  const places = placesOf(stated, claim, view, basis);
  if (places.length === 0)
    return view.mentions.some((mention) => isProtected(mention) && shares(stated, mention)) ? VEIL : stated;
  const veiled = places.map(({ start, end }) => veil(view.text, view.mentions, start, end));
  return veiled.find((shown, i) => shown !== view.text.slice(places[i]?.start, places[i]?.end)) ?? stated;
}

/** Where words stand in a passage, as words of their own; at their basis, wherever it is, when they have one. */
function placesOf(stated: string, { passage }: Claim, { text }: View, basis: Basis | undefined): Span[] {
  const places: Span[] = [];
  for (let at = passage.quote.indexOf(stated); at >= 0; at = passage.quote.indexOf(stated, at + 1)) {
    const [start, end] = [passage.start + at, passage.start + at + stated.length];
    if (!joins(text, start - 1, start) && !joins(text, end - 1, end)) places.push({ start, end });
  }
  if (places.length > 0 || basis === undefined || basis.end <= basis.start) return places;
  const at = text.slice(basis.start, basis.end).indexOf(stated);
  const start = at < 0 ? basis.start : basis.start + at;
  return [{ start, end: at < 0 ? basis.end : start + stated.length }];
}

/** Whether two neighbouring characters are of one number, or of one word of letters with case. */
function joins(text: string, before: number, after: number): boolean {
  const [a, b] = [text[before] ?? '', text[after] ?? ''];
  return (/\d/.test(a) && /\d/.test(b)) || (/\p{Script=Latin}/u.test(a) && /\p{Script=Latin}/u.test(b));
}

/** Words that stand nowhere as they are, since line ends were made spaces: any name in them is taken to be the held one. */
function shares(stated: string, { surface }: Mention): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, ' ');
  return plain(stated).includes(plain(surface)) || plain(surface).includes(plain(stated));
}

/** Whether words, or what they rest on, are held back. */
function isHeld(stated: string | null, claim: Claim, view: View, basis?: Basis): boolean {
  if (stated !== null && words(stated, claim, view, basis) !== stated) return true;
  return basis !== undefined && mentionsIn(view.mentions, basis.start, basis.end).some(isProtected);
}

function attributionToJson(link: Attribution, claim: Claim, view: View): Json {
  return {
    role: link.role,
    name: link.name === null ? null : words(link.name, claim, view, link.basis),
    ...(link.type === undefined ? {} : { type: link.type }),
    ...(link.basis === undefined ? {} : { basis: { ...link.basis } }),
  };
}

function dateToJson(date: StatedDate, claim: Claim, view: View): Json {
  const held = isHeld(date.stated, claim, view);
  return {
    stated: date.stated === null ? null : words(date.stated, claim, view),
    norm: held ? null : date.norm,
    ...(date.basis === undefined ? {} : { basis: { ...date.basis } }),
  };
}

function placeToJson(place: StatedPlace, claim: Claim, view: View): Json {
  const held = isHeld(place.stated, claim, view, place.basis);
  return {
    stated: words(place.stated, claim, view, place.basis),
    ...(place.norm === undefined || held ? {} : { norm: place.norm }),
    ...(place.relation === undefined ? {} : { relation: place.relation }),
    ...(place.candidates === undefined || held ? {} : { candidates: [...place.candidates] }),
    ...(place.basis === undefined ? {} : { basis: { ...place.basis } }),
  };
}

function quantityToJson(quantity: Quantity, claim: Claim, view: View): Json {
  const { op } = quantity;
  const { value, low, high, unit, per } =
    view.units === 'format' ? inFormatUnits(quantity) : { ...quantity, per: undefined };
  const held = isHeld(quantity.stated, claim, view);
  const numbers = held ? { value: null, low: null, high: null } : { value, low, high };
  return {
    stated: words(quantity.stated, claim, view),
    ...numbers,
    unit,
    counts: words(quantity.counts, claim, view),
    op: held ? '?' : op,
    ...(per === undefined ? {} : { per }),
    ...(quantity.measure === undefined ? {} : { measure: quantity.measure }),
    ...(quantity.of === undefined ? {} : { of: words(quantity.of, claim, view) }),
    ...(quantity.period === undefined ? {} : { period: periodToJson(quantity.period, claim, view) }),
  };
}

function periodToJson({ stated, norm }: NonNullable<Quantity['period']>, claim: Claim, view: View): Json {
  return { stated: words(stated, claim, view), norm: isHeld(stated, claim, view) ? null : norm };
}

function mentionToJson(mention: Mention, hidden: boolean): Json {
  return {
    surface: hidden && isProtected(mention) ? VEIL : mention.surface,
    start: mention.start,
    end: mention.end,
    type: mention.type,
    protection: mention.protection,
    reason: mention.reason,
    quasiIdentifiers: [...mention.quasiIdentifiers],
  };
}
