import { matchesIn } from '../matches.ts';
import { once, oncePer } from '../once.ts';
import { simplifiedCharacter } from '../terms/character-classes.ts';
import type { ThemePack, ThemeRow } from '../theme-pack.ts';
import { SHORTENED } from './data/place-kinds.ts';
import type { KnownPlace, NameMeaning } from './found-place.ts';
import { levelOf, shortName } from './place-kind.ts';
import { worldPlaces } from './world-places.ts';

/** Names by what they are looked up with: words in Latin letters, characters and syllables elsewhere. */
export interface PlaceNames {
  /** By first word; longest first. */
  readonly latin: ReadonlyMap<string, readonly LatinName[]>;
  readonly unspaced: ReadonlyMap<string, readonly NameMeaning[]>;
  /** Lengths of the names that begin with a character, by its code, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  readonly byId: ReadonlyMap<string, KnownPlace>;
}

/** A name in Latin letters, as words to be compared. */
export interface LatinName {
  readonly words: readonly string[];
  /** Written in capitals alone (UAE, ROK): only capitals are it. */
  readonly capitals: boolean;
  /** With a comma or bracket between its words. */
  readonly marks: boolean;
  readonly meanings: readonly NameMeaning[];
}

/** A place with the names under which it is found. */
export interface NamedPlace {
  readonly place: KnownPlace;
  readonly names: readonly string[];
}

/** A word in Latin letters as names are compared: small, without accents, apostrophes and points. */
export function latinKey(word: string): string {
  const small = word.toLowerCase();
  return isPlain(small) ? small : small.normalize('NFD').replace(/[\p{M}'’‘ʼ`.]/gu, '');
}

function isPlain(small: string): boolean {
  for (let at = 0; at < small.length; at++) {
    const code = small.charCodeAt(at);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))) return false;
  }
  return small !== '';
}

/** What an s may be where case is not minded. */
const ENDING_S: ReadonlySet<string> = new Set('sSſ');

/** A word without the possessive's s. */
export function withoutPossessive(word: string): string {
  return ENDING_S.has(word.at(-1) ?? '') ? word.replace(/['’ʼ]s$/iu, '') : word;
}

/** Words of Latin letters, initials with points as one. */
export const LATIN_WORD: RegExp = /(?:\p{Lu}\.){2,8}|[\p{Script=Latin}\p{M}\p{N}]+(?:['’ʼ][\p{Script=Latin}]+)*/gu;

/** All places of a pack with their names (docs/read-places.md RP1, RP2). */
export const packNames: (pack: ThemePack) => PlaceNames = oncePer((pack) => {
  const rows = new Map(pack.places.map((row) => [row.id, row]));
  return indexPlaces(
    pack.places.map((row) => ({ place: knownRow(row, rows), names: row.names.map(({ text }) => text) })),
  );
});

/** The offices of a pack with their names as they are given; `norm` is the first English name. */
export const officeNames: (pack: ThemePack) => PlaceNames = oncePer((pack) => {
  const named = pack.offices.map((row): NamedPlace => {
    const { id, type, countries } = row;
    const place: KnownPlace = {
      id,
      norm: englishName(row),
      type,
      level: 'unknown',
      countries,
      above: [],
      from: 'pack',
    };
    return { place, names: row.names.map(({ text }) => text.replace(/ \([^)]*\)$/u, '')) };
  });
  return indexPlaces(named, { whole: true });
});

/** The countries, capitals and large divisions of the world. */
export const worldNames: () => PlaceNames = once(() => indexPlaces(worldPlaces()));

function knownRow(row: ThemeRow, rows: ReadonlyMap<string, ThemeRow>): KnownPlace {
  const above = lineAbove(row, rows);
  const countries = row.countries.filter((code) => code !== row.id);
  return {
    id: row.id,
    norm: normOfRow(row, rows),
    type: row.type === 'border-region' ? 'border' : row.type,
    level: levelOf(row.type),
    countries: row.countries,
    above: [...new Set([...above.map(({ id }) => id), ...(row.countries.length === 1 ? countries : [])])],
    from: 'pack',
  };
}

function lineAbove(row: ThemeRow, rows: ReadonlyMap<string, ThemeRow>): readonly ThemeRow[] {
  const line: ThemeRow[] = [];
  for (let at = parentOf(row, rows); at !== undefined && line.length < MOST_ABOVE; at = parentOf(at, rows))
    line.push(at);
  return line;
}

const MOST_ABOVE = 16;

function parentOf({ parent }: ThemeRow, rows: ReadonlyMap<string, ThemeRow>): ThemeRow | undefined {
  return parent === undefined ? undefined : rows.get(parent);
}

/**
 * How a claim writes a row: a country by its code, a place of an official list by code and name, another by country and the names from the
 * province down, a border by its two countries, and what is finer than a county as the row it is shown as.
 */
function normOfRow(row: ThemeRow, rows: ReadonlyMap<string, ThemeRow>): string {
  const shown = row.showAs === undefined ? row : (rows.get(row.showAs) ?? row);
  if (shown.type === 'country') return shown.id;
  if (shown.type === 'border-region' && shown.countries.length === 2) return `${shown.countries.join('-')} border`;
  const name = shortName(englishName(shown));
  if (levelOf(shown.type) === 'line') return englishName(shown);
  if (shown.code !== undefined || /^[A-Z]{2}(?:-\d{2})+$/.test(shown.id)) return `${shown.id} ${name}`;
  const chain = lineAbove(shown, rows).filter(({ type }) => levelOf(type) !== 'country');
  const names = [...chain.map((each) => shortName(englishName(each))).reverse(), name].join(' / ');
  const [country] = shown.countries;
  return country === undefined ? names : `${country} ${names}`;
}

function englishName({ id, names }: ThemeRow): string {
  return (names.find(({ language }) => language === 'en') ?? names[0])?.text ?? id;
}

function indexPlaces(
  places: readonly NamedPlace[],
  { whole }: { readonly whole: boolean } = { whole: false },
): PlaceNames {
  const latin = new Map<string, LatinName & { meanings: NameMeaning[] }>();
  const unspaced = new Map<string, NameMeaning[]>();
  for (const { place, names } of places) {
    for (const name of names) {
      for (const [text, form] of whole ? ([[name, 'given']] as const) : formsOf(name, place)) {
        if (/\p{Script=Latin}/u.test(text) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(text))
          addLatin(latin, text, { place, form });
        else addUnspaced(unspaced, text, { place, form });
      }
    }
  }
  for (const [key, meanings] of unspaced) unspaced.set(key, givenFirst(meanings));
  return {
    latin: byFirstWord([...latin.values()].map((name) => ({ ...name, meanings: givenFirst(name.meanings) }))),
    unspaced,
    lengths: lengthsOf(unspaced.keys()),
    byId: new Map(places.map(({ place }) => [place.id, place])),
  };
}

/** A name that a pack gives outranks one that only is left when the word of kind goes; rivers keep both (the Tumen). */
function givenFirst(meanings: readonly NameMeaning[]): NameMeaning[] {
  const given = meanings.filter(({ form }) => form === 'given');
  return given.length === 0
    ? [...meanings]
    : [...given, ...meanings.filter(({ form, place }) => form === 'short' && place.level === 'line')];
}

function formsOf(name: string, place: KnownPlace): readonly (readonly [string, NameMeaning['form']])[] {
  const forms: (readonly [string, NameMeaning['form']])[] = [[name, 'given']];
  if (place.type === 'country' || place.type === 'border') return forms;
  for (const pattern of [SHORTENED.english, SHORTENED.river, SHORTENED.chinese, SHORTENED.korean]) {
    const short = name.replace(pattern, '');
    if (short !== name && short.length >= 2) {
      forms.push([short, 'short']);
      break;
    }
  }
  const mount = /^Mount (.+)$/u.exec(name)?.[1];
  if (mount !== undefined) forms.push([`Mt ${mount}`, 'given'], [`${mount} Mountain`, 'given']);
  return forms;
}

function addLatin(
  index: Map<string, LatinName & { meanings: NameMeaning[] }>,
  text: string,
  meaning: NameMeaning,
): void {
  const words = matchesIn(text, LATIN_WORD).map(([word]) => latinKey(withoutPossessive(word)));
  if (words.length === 0) return;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.length <= 5 && letters === letters.toUpperCase();
  const key = `${words.join(' ')}${capitals ? '!' : ''}`;
  const have = index.get(key);
  const marks = /[,(]/.test(text);
  if (have === undefined) index.set(key, { words, capitals, marks, meanings: [meaning] });
  // Seoul is a capital and a division: one place under one id.
  else if (!have.meanings.some(({ place }) => place.id === meaning.place.id)) have.meanings.push(meaning);
}

function addUnspaced(index: Map<string, NameMeaning[]>, text: string, meaning: NameMeaning): void {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[㐀-鿿]/gu, simplifiedCharacter);
  for (const key of new Set([folded, folded.replaceAll(' ', '')])) {
    const have = index.get(key) ?? [];
    if (!have.some(({ place }) => place.id === meaning.place.id)) index.set(key, [...have, meaning]);
  }
}

function byFirstWord(names: readonly LatinName[]): ReadonlyMap<string, readonly LatinName[]> {
  const index = new Map<string, LatinName[]>();
  for (const name of names) {
    const first = name.words[0] ?? '';
    const have = index.get(first);
    if (have === undefined) index.set(first, [name]);
    else have.push(name);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Lengths of words by the code of their first character, longest first. */
export function lengthsOf(keys: Iterable<string>): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, Set<number>>();
  for (const key of keys) {
    const have = lengths.get(key.charCodeAt(0)) ?? new Set<number>();
    have.add(key.length);
    lengths.set(key.charCodeAt(0), have);
  }
  return new Map([...lengths].map(([first, set]) => [first, [...set].sort((a, b) => b - a)]));
}

/** What a name means by the pack and by the world: the pack's meaning stands for the world's of the same country. */
export function joinedMeanings(pack: readonly NameMeaning[], world: readonly NameMeaning[]): readonly NameMeaning[] {
  if (pack.length === 0) return world;
  const countries = new Set(pack.flatMap(({ place }) => [place.id, ...place.countries]));
  return [
    ...pack,
    ...world.filter(({ place }) => !countries.has(place.id) && !place.countries.some((code) => countries.has(code))),
  ];
}
