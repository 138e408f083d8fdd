import { isHan, longestUnspaced } from './chinese-places.ts';
import { LEADING } from './data/chinese-places.ts';
import { CHINESE_COMMON, CHINESE_OFFICES, CHINESE_ORGANISATIONS, CHINESE_STOPS } from './data/office-words.ts';
import type { Hit } from './found-place.ts';
import { countryIn, kindOf, NO_NAMES, type OfficeHit, placesByEdge } from './office-hit.ts';
import { lengthsOf, type PlaceNames } from './place-names.ts';

const WORDS: ReadonlyMap<string, OfficeHit['kind']> = new Map([
  ...CHINESE_ORGANISATIONS.map((word) => [word, 'organisation'] as const),
  ...CHINESE_OFFICES.map((word) => [word, 'office'] as const),
]);
const LENGTHS: ReadonlyMap<number, readonly number[]> = lengthsOf(WORDS.keys());

/** Offices and organisations in Han characters; `text` is in simplified ones. */
export function chineseOffices(text: string, places: readonly Hit[], names: PlaceNames): readonly OfficeHit[] {
  const { ending } = placesByEdge(places);
  const found: OfficeHit[] = [];
  for (let at = 0; at < text.length; at++) {
    const lastEnd = found.at(-1)?.end ?? 0;
    if (at < lastEnd) continue;
    const name = isHan(text.charCodeAt(at)) ? longestUnspaced(text, at, names, NO_NAMES, () => true) : undefined;
    const word = wordAt(text, at);
    if (name !== undefined && name.end >= at + (word?.length ?? 0)) {
      const kind = kindOf(name.meanings);
      const { start, country } =
        kind === 'office' ? withPlaces(at, { ending, lastEnd }) : { start: at, country: undefined };
      found.push({ start, end: name.end, kind, meanings: name.meanings, country });
      continue;
    }
    const kind = word === undefined ? undefined : WORDS.get(word);
    if (word === undefined || kind === undefined) continue;
    const hit =
      kind === 'office' ? office(at, word, { ending, lastEnd }) : organisation(text, at, word, { ending, lastEnd });
    if (hit !== undefined) found.push(hit);
  }
  return found;
}

function wordAt(text: string, at: number): string | undefined {
  const lengths = LENGTHS.get(text.charCodeAt(at));
  const length = lengths?.find((each) => WORDS.has(text.slice(at, at + each)));
  return length === undefined ? undefined : text.slice(at, at + length);
}

interface Before {
  readonly ending: ReadonlyMap<number, Hit>;
  readonly lastEnd: number;
}

/** An office with the places that it is of before it: 吉林省延边州公安局. A government needs one. */
function office(at: number, word: string, before: Before): OfficeHit | undefined {
  const { start, country } = withPlaces(at, before);
  const end = at + word.length;
  if (word !== '政府') return { start, end, kind: 'office', meanings: [], country };
  if (start === at && country === undefined) return undefined;
  return { start: country?.start ?? start, end, kind: 'office', meanings: [], country };
}

function withPlaces(
  at: number,
  { ending, lastEnd }: Before,
): { readonly start: number; readonly country: OfficeHit['country'] } {
  let start = at;
  for (let step = 0; step < 4; step++) {
    const place = ending.get(start);
    if (place === undefined || place.start < lastEnd || place.type === 'country') break;
    start = place.start;
  }
  return { start, country: countryIn(ending.get(start)) };
}

const LONGEST = 14;

/** An organisation with its name before its word of kind; alone the word names none. */
function organisation(text: string, at: number, word: string, { ending, lastEnd }: Before): OfficeHit | undefined {
  const end = at + word.length;
  if (word === '大学' && /^[生士]/u.test(text.slice(end))) return undefined;
  let start = at;
  while (start > lastEnd && at - start < LONGEST && /[㐀-鿿]/u.test(text[start - 1] ?? '')) {
    // A name of a place may hold what ends names elsewhere: 马其顿.
    const place = ending.get(start);
    if (place !== undefined && place.start >= lastEnd) start = place.start;
    else if (CHINESE_STOPS.test(text[start - 1] ?? '')) break;
    else start--;
  }
  start += LEADING.exec(text.slice(start, at))?.[0].length ?? 0;
  if (at - start < 2 || at - start >= LONGEST || CHINESE_COMMON.has(text.slice(start, end))) return undefined;
  return { start, end, kind: 'organisation', meanings: [] };
}
