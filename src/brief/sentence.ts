import type { Language } from '../base/index.ts';
import type { Attribution, Claim, StatedPlace, ThemePack } from '../read/index.ts';
import type { BriefSource, Segment } from './brief.ts';
import { CONDITION_WORDS, EXCEED_WORDS, LINK_WORDS, SAYING_WORDS } from './data/condition-words.ts';
import { dateWords } from './date-words.ts';
import type { PassageContext } from './passage-context.ts';
import { quantityWords } from './quantity-words.ts';

/** A segment before disclosure control: nobody may show it yet. */
export interface RawSegment {
  readonly type: Segment['type'];
  readonly text: string;
  readonly language: Language;
}

/** Names that an output may show, by the id a reading resolves a place to: a village's is its county's. */
export type PlaceNames = ReadonlyMap<string, string>;

/** How many links of a chain a sentence names; the footnote has them all. */
const LINKS = 3;

/** Names of places by id, none finer than a county. */
export function placeNames(packs: readonly ThemePack[]): PlaceNames {
  const names = new Map<string, string>();
  for (const { places } of packs) {
    const byId = new Map(places.map((place) => [place.id, place]));
    for (const place of places) {
      const shown = byId.get(place.showAs ?? place.id)?.names;
      const name = shown?.find(({ language }) => language === 'en') ?? shown?.[0];
      if (name) names.set(place.id, name.text);
    }
  }
  return names;
}

/** The place of a claim that may head a section: the first that the packs know, none finer than a county. */
export function placeOf(claim: Claim, names: PlaceNames): string | undefined {
  return claim.place.flatMap((place) => placeName(place, names) ?? []).at(0);
}

/**
 * One plain sentence for the claims of one passage and one chain: who said it, through whom, what, where, when. It
 * restates only a bare count ("who put what at more than 93,000"), where nothing in the passage gets lost; whatever
 * says more, or holds a condition, or is not English, stands in the words of the source.
 */
export function sentenceFor(
  claims: readonly [Claim, ...Claim[]],
  context: PassageContext,
  { layer }: BriefSource,
  names: PlaceNames,
): readonly RawSegment[] {
  const [claim] = claims;
  const quote = layer.text.slice(context.sentence.start, context.sentence.end);
  const language = context.block?.language ?? 'und';
  const restated =
    context.whole && claims.length === 1
      ? restate(claim, quote, language, claim.attribution.filter(isNamed).length)
      : undefined;
  // A date that only one of several claims has would seem to be that of all; the quotation says which it is.
  const dates = new Set(claims.map(({ date }) => (date === null ? undefined : dateWords(date))));
  const brackets = [...placesIn(claims, names), ...(dates.size === 1 ? [...dates] : [])].flatMap(
    (words) => words ?? [],
  );
  const where: RawSegment[] = brackets.length > 0 ? [own(` (${brackets.join('; ')})`)] : [];
  const who = whoSaid(claim.attribution);
  if (restated) return [...(who.length > 0 ? who : [own('The text')]), ...restated, ...where, own('.')];
  const publisher = layer.metadata.publisher?.value;
  const speaker =
    who.length > 0
      ? who
      : publisher === undefined
        ? [own('The text')]
        : [{ type: 'name' as const, text: publisher, language: 'und' }];
  const cut = context.whole ? [] : [own(' […]')];
  return [...speaker, ...where, own(': '), ...cut, { type: 'quotation', text: quote, language }, ...cut];
}

function restate(claim: Claim, sentence: string, language: Language, links: number): readonly RawSegment[] | undefined {
  const [quantity, ...more] = claim.quantity;
  if (claim.kind !== 'statistic' || quantity === undefined || more.length > 0) return undefined;
  if (language !== 'en' || CONDITION_WORDS.test(sentence) || claim.hedge.length > 0) return undefined;
  const counts = quantity.counts.trim();
  const amount = quantityWords(quantity);
  if (counts === '' || counts.length > 80 || amount === undefined) return undefined;
  if (!isBareCount(claim.passage.quote, counts, quantity.stated, quantity.op === '>')) return undefined;
  if (!namesOnlySources(sentence, claim)) return undefined;
  return [
    own(links > 1 ? ', put ' : ' put '),
    { type: 'name', text: counts, language },
    own(' at '),
    amount.quoted
      ? { type: 'quotation', text: amount.text, language }
      : { type: 'name', text: amount.text, language: 'en' },
  ];
}

/** Whether the passage says no more than that so many of these there are. */
function isBareCount(quote: string, counts: string, stated: string, exceeds: boolean): boolean {
  const first = quote.indexOf(counts);
  const second = quote.lastIndexOf(stated);
  if (first < 0 || second < first + counts.length) return false;
  const rest = `${quote.slice(0, first)} ${quote.slice(first + counts.length, second)} ${quote.slice(second + stated.length)}`;
  return wordsOf(rest).every((word) => LINK_WORDS.has(word) || (exceeds && EXCEED_WORDS.has(word)));
}

/** Whether the sentence around the passage says only who said so: "in winter" before it would be lost. */
function namesOnlySources(sentence: string, { passage, attribution }: Claim): boolean {
  const around = wordsOf(sentence.replace(passage.quote, ' '));
  const names = new Set(attribution.flatMap(({ name }) => wordsOf(name ?? '')));
  return around.every((word) => names.has(word) || SAYING_WORDS.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Origin first: "Bureau of Finance, through The Courier". Empty when nobody is named. */
function whoSaid(chain: readonly Attribution[]): readonly RawSegment[] {
  const named = chain.filter(isNamed).slice(0, LINKS);
  return named.flatMap(({ name }, at): readonly RawSegment[] => {
    const between = at === 0 ? [] : [own(at === 1 ? ', through ' : ' and ')];
    return [...between, { type: 'name', text: name ?? '', language: 'und' }];
  });
}

function isNamed({ name }: Attribution): boolean {
  return name !== null && name !== '';
}

function placesIn(claims: readonly Claim[], names: PlaceNames): readonly string[] {
  return [...new Set(claims.flatMap(({ place }) => place).flatMap((place) => placeName(place, names) ?? []))];
}

/** A place by the name the packs give it; one they do not know may be finer than a county and is left to the quotation. */
function placeName({ id, relation }: StatedPlace, names: PlaceNames): string | undefined {
  return id === undefined || relation !== undefined ? undefined : names.get(id);
}

function own(text: string): RawSegment {
  return { type: 'own', text, language: 'en' };
}
