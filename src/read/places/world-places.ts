import { COUNTRIES } from './data/countries.ts';
import { DIVISIONS, REGIONS, SHARED_NAMES } from './data/divisions.ts';
import type { KnownPlace } from './found-place.ts';
import { levelOf, shortName } from './place-kind.ts';
import type { NamedPlace } from './place-names.ts';

/** Countries with their capitals, divisions and regions, from the lists of `data/`. */
export function worldPlaces(): readonly NamedPlace[] {
  const shared = new Map<string, string[]>();
  for (const [name, ids] of SHARED_NAMES) for (const id of ids) shared.set(id, [...(shared.get(id) ?? []), name]);
  const places = [
    ...rowsOf(COUNTRIES).flatMap(countryAndCapital),
    ...rowsOf(DIVISIONS).map(division),
    ...rowsOf(REGIONS).map(region),
  ];
  const known = new Set(places.map(({ place }) => place.id));
  const others = [...shared.keys()].filter((id) => !known.has(id)).map(sharedPlace);
  return [...places, ...others].map(({ place, names }) => ({
    place,
    names: [...names, ...(shared.get(place.id) ?? [])],
  }));
}

function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

function namesIn(cells: readonly (string | undefined)[]): readonly string[] {
  return cells.flatMap((cell) => (cell === undefined || cell === '-' ? [] : cell.split(';')));
}

function countryAndCapital([code = '', en, zh, ko, ...capital]: readonly string[]): readonly NamedPlace[] {
  const country: KnownPlace = {
    id: code,
    norm: code,
    type: 'country',
    level: 'country',
    countries: [code],
    above: [],
    from: 'world',
  };
  const names = namesIn(capital);
  const [first] = names;
  if (first === undefined || capital[0] === '-') return [{ place: country, names: namesIn([en, zh, ko]) }];
  return [
    { place: country, names: namesIn([en, zh, ko]) },
    { place: placeIn(code, 'capital-city', first), names },
  ];
}

function division([code = '', type = '', en, zh, ko]: readonly string[]): NamedPlace {
  const names = namesIn([en, zh, ko]);
  const first = names[0] ?? '';
  if (!code.includes('-')) return { place: placeIn(code, type, first), names };
  const parts = code.split('-');
  const above = parts
    .slice(1)
    .map((_, i) => parts.slice(0, i + 1).join('-'))
    .reverse();
  const place: KnownPlace = {
    id: code,
    norm: `${code} ${shortName(first)}`,
    type,
    level: levelOf(type),
    countries: [parts[0] ?? ''],
    above,
    from: 'world',
  };
  return { place, names };
}

/** A place of a country without a code that claims write. */
function placeIn(country: string, type: string, name: string): KnownPlace {
  const short = shortName(name);
  return {
    id: `${country}-${slug(short)}`,
    norm: `${country} ${short}`,
    type,
    level: levelOf(type),
    countries: [country],
    above: [country],
    from: 'world',
  };
}

/** A region; one that lies in one country is written as that country. */
function region([type = '', en, zh, ko, country]: readonly string[]): NamedPlace {
  const names = namesIn([en, zh, ko]);
  const id = slug(names[0] ?? '');
  const inside = country === undefined ? [] : [country];
  const place: KnownPlace = {
    id,
    norm: country ?? '',
    type,
    level: levelOf(type),
    countries: inside,
    above: inside,
    from: 'world',
  };
  return { place, names };
}

function sharedPlace(id: string): NamedPlace {
  const [country = '', ...rest] = id.split('-');
  const name = rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { place: { ...placeIn(country, 'state', name), id }, names: [] };
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
