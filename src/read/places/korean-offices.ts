import { longestUnspaced } from './chinese-places.ts';
import { KOREAN_COMMON, KOREAN_OFFICES, KOREAN_ORGANISATIONS } from './data/office-words.ts';
import type { Hit } from './found-place.ts';
import { isHangul, isParticle } from './korean-places.ts';
import { countryIn, kindOf, NO_NAMES, type OfficeHit, placesByEdge } from './office-hit.ts';
import type { PlaceNames } from './place-names.ts';

const OFFICES: ReadonlySet<string> = new Set(KOREAN_OFFICES);
const ORGANISATIONS: ReadonlySet<string> = new Set(KOREAN_ORGANISATIONS);
const LONGEST_HEAD = 7;
const LONGEST_WORD = 20;

/** Offices and organisations in Hangul, with the places that stand before them. */
export function koreanOffices(text: string, places: readonly Hit[], names: PlaceNames): readonly OfficeHit[] {
  const { ending, starting } = placesByEdge(places);
  const found: OfficeHit[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isHangul(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && end - at < LONGEST_WORD && isHangul(text.charCodeAt(end))) end++;
    const hit = named(text, at, names) ?? shapeIn(text, at, end);
    // What a place begins may go on as an office: 서울경찰청.
    if (hit !== undefined) {
      const before = placeBefore(text, hit.start, { ending, starting, known: hit.meanings.length > 0 });
      const country = countryIn(before);
      const start =
        before === undefined || hit.kind === 'organisation' || (hit.meanings.length > 0 && country !== undefined)
          ? hit.start
          : before.start;
      found.push({ ...hit, start: Math.max(start, found.at(-1)?.end ?? 0), country });
    }
    at = Math.max(end, hit?.end ?? end);
  }
  return found;
}

function named(text: string, at: number, names: PlaceNames): OfficeHit | undefined {
  const name = longestUnspaced(text, at, names, NO_NAMES, (nameEnd) => {
    let to = nameEnd;
    while (to < text.length && to - nameEnd < LONGEST_WORD && isHangul(text.charCodeAt(to))) to++;
    return isParticle(text.slice(nameEnd, to), text.charCodeAt(nameEnd - 1));
  });
  if (name === undefined) return undefined;
  return { start: at, end: name.end, kind: kindOf(name.meanings), meanings: name.meanings };
}

/** The word without its particle, when it ends in a word of kind. */
function shapeIn(text: string, start: number, end: number): OfficeHit | undefined {
  for (let at = end; at > start + 1; at--) {
    if (at < end && !isParticle(text.slice(at, end), text.charCodeAt(at - 1))) {
      if (end - at > 6) return undefined;
      continue;
    }
    for (let length = Math.min(LONGEST_HEAD, at - start); length >= 2; length--) {
      const head = text.slice(at - length, at);
      const word = text.slice(start, at);
      if (OFFICES.has(head)) return { start, end: at, kind: 'office', meanings: [] };
      if (ORGANISATIONS.has(head) && word.length >= length + 1 && !KOREAN_COMMON.has(word))
        return { start, end: at, kind: 'organisation', meanings: [] };
    }
  }
  return undefined;
}

function placeBefore(
  text: string,
  start: number,
  { ending, starting, known }: ReturnType<typeof placesByEdge> & { readonly known: boolean },
): Hit | undefined {
  const inside = known ? undefined : starting.get(start);
  if (inside !== undefined && countryIn(inside) !== undefined) return inside;
  return text[start - 1] === ' ' ? ending.get(start - 1) : undefined;
}
