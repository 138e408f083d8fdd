import type { Span } from '../anchor.ts';
import type { StatedPlace } from '../claim.ts';
import { matchesIn } from '../matches.ts';
import type { ThemePack } from '../theme-pack.ts';
import { AREA_KINDS, AREA_WORDS, type AreaKind, KINDS_OF_COUNTRIES } from './data/area-words.ts';
import { IMPLIED_COUNTRIES } from './data/place-turns.ts';
import { type PlaceWords, type ReadLanguage, within } from './findings.ts';

/** A place that words point to, and the words that named it. */
export interface PointedPlace {
  readonly place: StatedPlace;
  readonly target: PlaceWords;
}

/** The places that a document spoke of so far. */
export interface PlaceMemory {
  /** The last one that a statement held in, and the last of each kind. */
  readonly last: PlaceWords | undefined;
  readonly byKind: ReadonlyMap<AreaKind, PlaceWords>;
  /** The last one that is a division of a country: on which side of a border the text is, and in which country. */
  readonly lastDivision: PlaceWords | undefined;
  /** The countries that were named, or in which places lie that were. */
  readonly countries: ReadonlySet<string>;
  /** The one division that the text is about: named at its head, with no other named since but what lies around it; `none` when there are several. */
  readonly topic: PlaceWords | 'none' | undefined;
}

export const NO_PLACES: PlaceMemory = {
  last: undefined,
  byKind: new Map(),
  lastDivision: undefined,
  countries: new Set(),
  topic: undefined,
};

/** What is remembered when a sentence has been read; `isHead` when it stands at the head of its document. */
export function withPlaces(memory: PlaceMemory, places: readonly PlaceWords[], isHead: boolean): PlaceMemory {
  const said = places.filter(({ place }) => (place.norm ?? place.stated) !== '' && place.candidates === undefined);
  if (said.length === 0) return memory;
  const byKind = new Map(memory.byKind);
  for (const words of said) {
    const kind = kindOf(words);
    if (kind !== undefined) byKind.set(kind, words);
  }
  const held = said.filter(({ place, openBorder }) => place.relation === undefined && !openBorder);
  const division = held.findLast(({ type }) => type !== 'country' && type !== 'river' && type !== 'border');
  const countries = new Set(memory.countries);
  for (const words of held) {
    const country = countryOf(words);
    if (country !== undefined) countries.add(country);
  }
  const topic = said.reduce((before, words) => topicWith(before, words, isHead), memory.topic);
  return { last: held.at(-1) ?? memory.last, byKind, lastDivision: division ?? memory.lastDivision, countries, topic };
}

function topicWith(topic: PlaceMemory['topic'], words: PlaceWords, isHead: boolean): PlaceMemory['topic'] {
  const { type = '', place } = words;
  if (topic === 'none' || NO_DIVISIONS.has(type)) return topic;
  if (topic === undefined) return isHead && place.relation === undefined ? words : 'none';
  const [here, there] = [topic.place.norm ?? topic.place.stated, place.norm ?? place.stated];
  if (here === there || topic.above?.some(({ norm }) => norm === there) === true) return topic;
  // What lies in it is the nearer topic, as long as it stands at the head too.
  const isNearer = isHead && words.above?.some(({ norm }) => norm === here) === true;
  return isNearer ? words : 'none';
}

const NO_DIVISIONS: ReadonlySet<string> = new Set([
  'country',
  'river',
  'border',
  'region',
  'mountain',
  'sea',
  'unknown',
]);

/** The division that a place is, by its type or its word of kind; undefined for what is none. */
function kindOf({ place, type }: PlaceWords): AreaKind | undefined {
  const named = AREA_KINDS.get(type ?? '');
  if (named !== undefined) return named;
  const ending = /(?:\s(\p{L}+)|(\p{Script=Han}|마을|\p{Script=Hangul}))$/u.exec(place.stated);
  return AREA_KINDS.get((ending?.[1] ?? ending?.[2] ?? '').toLowerCase());
}

/** The country in which a place lies: by its norm, else by a word of kind that only one of the countries of the field has. */
export function countryOf({ place: { norm, stated } }: Pick<PlaceWords, 'place'>): string | undefined {
  const code = /^([A-Z]{2})(?=$|[\s-])/u.exec(norm ?? '')?.[1];
  if (code !== undefined) return /^[A-Z]{2}-[A-Z]{2} border$/u.test(norm ?? '') ? undefined : code;
  return KINDS_OF_COUNTRIES.find(([pattern]) => pattern.test(stated))?.[1];
}

/**
 * The places that words of a clause point to (docs/read-claims.md RC5a): *the county*, 全县, 현지 are the last of that kind that the document spoke
 * of, *nationwide* the country of the last place. Without one they are left out: nothing is guessed. *There* points to no other place where the clause
 * names one itself (`isNamed`).
 */
export function pointedPlaces(
  text: string,
  clause: Span,
  memory: PlaceMemory,
  { lang, isNamed }: { readonly lang: ReadLanguage; readonly isNamed: boolean },
): readonly PointedPlace[] {
  if (memory.last === undefined && memory.byKind.size === 0) return [];
  const places: PointedPlace[] = [];
  for (const match of matchesIn(text.slice(clause.start, clause.end), AREA_WORDS[lang])) {
    const word = match.slice(1, 4).find((group) => group !== undefined && AREA_KINDS.has(group.toLowerCase()));
    const kind = word === undefined ? undefined : AREA_KINDS.get(word.toLowerCase());
    const isCountry = match.groups?.['all'] !== undefined;
    if (kind === undefined && !isCountry && isNamed) continue;
    const target = isCountry
      ? nationOf(memory)
      : kind === undefined
        ? memory.last
        : (memory.byKind.get(kind) ?? aroundLast(memory, kind));
    if (target === undefined) continue;
    const norm = isCountry ? countryOf(target) : (target.place.norm ?? target.place.stated);
    if (norm === undefined || places.some(({ place }) => place.norm === norm)) continue;
    const basis = { from: 'earlier-sentence', start: target.start, end: target.end } as const;
    const { id } = target.place;
    places.push({ place: { stated: match[0], norm, ...(id !== undefined && !isCountry && { id }), basis }, target });
  }
  return places;
}

/** The place whose country *nationwide* means: the last division, or the last place where the text named one country only. */
function nationOf({ last, lastDivision, countries }: PlaceMemory): PlaceWords | undefined {
  if (lastDivision !== undefined && countryOf(lastDivision) !== undefined) return lastDivision;
  return countries.size === 1 ? last : undefined;
}

/** The division of a kind in which the last place lies: *the prefecture* after Yanji. The words that named that place stand for it. */
function aroundLast({ last }: PlaceMemory, kind: AreaKind): PlaceWords | undefined {
  const found = last?.above?.find(({ type, norm }) => AREA_KINDS.get(type) === kind && norm.includes(' '));
  if (last === undefined || found === undefined) return undefined;
  const { norm, id } = found;
  return { ...last, place: { stated: last.place.stated, norm, ...(id !== undefined && { id }) }, type: found.type };
}

/** Where a statement without a place holds: where the words before it in its sentence do, the last of them. Undefined when they name none. */
export function placeBefore(sentence: Span, clause: Span, places: readonly PlaceWords[]): StatedPlace | undefined {
  const before = within(places, sentence).findLast(
    ({ end, place, openBorder }) => end <= clause.start && place.relation === undefined && !openBorder,
  );
  if (before === undefined) return undefined;
  const { norm, id, stated } = before.place;
  if (norm === undefined && kindOf(before) === undefined) return undefined;
  return {
    stated,
    ...(norm !== undefined && { norm }),
    ...(id !== undefined && { id }),
    basis: { from: 'same-sentence', start: before.start, end: before.end },
  };
}

/**
 * The border that "the border" can mean in a text: the one border of the pack whose two countries it names both, at the first place that names the
 * second of them. Undefined when it names no such two, or more than one border.
 */
export function borderIn(text: string, { places }: ThemePack): PlaceWords | undefined {
  const pairs = new Map(
    places.filter(({ countries }) => countries.length === 2).map(({ countries }) => [countries.join('-'), countries]),
  );
  const found = [...pairs.values()].flatMap((countries): readonly PlaceWords[] => {
    const named = countries.map((code) =>
      firstNaming(text, [
        ...(places.find(({ id }) => id === code)?.names ?? []).map((name) => name.text),
        ...(IMPLIED_COUNTRIES.get(code) ?? []),
      ]),
    );
    const [first, second] = named;
    if (first === undefined || second === undefined) return [];
    const { start, end } = first.start > second.start ? first : second;
    return [
      {
        start,
        end,
        place: { stated: text.slice(start, end) },
        border: `${countries.join('-')} border`,
        openBorder: false,
      },
    ];
  });
  return found.length === 1 ? found[0] : undefined;
}

function firstNaming(text: string, names: readonly string[]): Span | undefined {
  const spans = names.flatMap((name) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length }];
  });
  return spans.toSorted((a, b) => a.start - b.start)[0];
}
