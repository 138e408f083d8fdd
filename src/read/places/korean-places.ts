import { isParticle as isListedParticle } from '../terms/korean-forms.ts';
import { longestUnspaced } from './chinese-places.ts';
import {
  COMMON_WORDS,
  EVERYDAY_NAMES,
  FOLLOWERS,
  MOSTLY_PLACES,
  NOT_PLACE_AFTER,
  PLACE_PARTICLES,
  PLACES_WITH_FROM,
} from './data/korean-places.ts';
import { fitsKind, KOREAN_KINDS } from './data/place-kinds.ts';
import type { Hit, NameMeaning } from './found-place.ts';
import { levelOf } from './place-kind.ts';
import type { PlaceNames } from './place-names.ts';

/** Places in Hangul: names of the pack and the world, then shapes (docs/read-places.md RP5, RP6). */
export function koreanHits(text: string, pack: PlaceNames, world: PlaceNames): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isHangul(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && end - at < MOST_SYLLABLES && isHangul(text.charCodeAt(end))) end++;
    at = Math.max(end, readRun(text, at, end, { hits, pack, world }));
  }
  return hits;
}

/** Longer runs of syllables are no words. */
const MOST_SYLLABLES = 40;

/** Whether a code unit is a Hangul syllable. */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

/** The first syllables of particles, and the length of the longest: most of what follows a name is told by them. */
const PARTICLE_START = /^[에한께까부조마처보만대뿐쯤씩하고의도으이입인과은을라였와여는가나를로들]/u;
const LONGEST_PARTICLE = 8;

/** Whether what stands behind a noun in its word is nothing or a particle. */
export function isParticle(rest: string, last: number): boolean {
  if (rest === '') return true;
  return rest.length <= LONGEST_PARTICLE && PARTICLE_START.test(rest) && isListedParticle(rest, last);
}

interface Scan {
  readonly hits: Hit[];
  readonly pack: PlaceNames;
  readonly world: PlaceNames;
}

/** Reads a word written without spaces from its beginning; returns where reading goes on. */
function readRun(text: string, start: number, end: number, scan: Scan): number {
  let at = start;
  for (;;) {
    let found: Hit | undefined;
    const lead = at;
    const name = longestUnspaced(text, at, scan.pack, scan.world, (nameEnd) => {
      found = named(text, { start: lead, nameEnd, runEnd: runEnd(text, nameEnd, end) }, scan);
      return found !== undefined;
    });
    if (name !== undefined && found !== undefined) {
      scan.hits.push(found);
      at = found.end;
      if (isParticle(text.slice(at, end), text.charCodeAt(at - 1))) return end;
    } else {
      const shape = shapeAt(text, at, end, scan.hits.at(-1));
      if (shape === undefined) return at;
      scan.hits.push(shape);
      at = shape.end;
    }
    if (at >= end) return at;
  }
}

function runEnd(text: string, from: number, end: number): number {
  if (from <= end) return end;
  let at = from;
  while (at < text.length && at - from < MOST_SYLLABLES && isHangul(text.charCodeAt(at))) at++;
  return at;
}

function meaningsAt(key: string, { pack, world }: Scan): readonly NameMeaning[] {
  return longestUnspaced(key, 0, pack, world, (end) => end === key.length)?.meanings ?? [];
}

interface NameSpan {
  readonly start: number;
  readonly nameEnd: number;
  readonly runEnd: number;
}

/** The name with what follows it in its word, or undefined where that makes another word of it. */
function named(text: string, { start, nameEnd, runEnd }: NameSpan, scan: Scan): Hit | undefined {
  const name = text.slice(start, nameEnd);
  const rest = text.slice(nameEnd, runEnd);
  const meanings = meaningsAt(name, scan);
  const last = text.charCodeAt(nameEnd - 1);
  const own = KOREAN_KINDS.find(([word]) => name.endsWith(word) && name.length - word.length >= 2);
  const given = meanings.some(({ form }) => form === 'given');
  // 지난 is the last one of a month and a city of Shandong: short names of the world's lists are words first.
  const isWord = name.length === 2 && meanings.every(({ form, place }) => form === 'short' && place.from === 'world');
  const everyday = EVERYDAY_NAMES.has(name) || (isWord && !MOSTLY_PLACES.has(name));
  const hit = (doubtful: boolean): Hit => hitOf(start, nameEnd, meanings, { doubtful, full: own !== undefined });
  if (own === undefined) {
    const kind = KOREAN_KINDS.find(([word]) => rest.startsWith(word));
    const isCountry = meanings.some(({ place }) => place.type === 'country' || place.level === 'line');
    if (
      kind !== undefined &&
      !isCountry &&
      endsWell(rest.slice(kind[0].length), kind[0]) &&
      !(everyday && COMMON_WORDS.has(name + kind[0]))
    ) {
      const fitting = meanings.filter(({ place }) => fitsKind(place.type, kind[1]));
      if (fitting.length > 0 || !isParticle(rest, last))
        return hitOf(start, nameEnd + kind[0].length, fitting, { kind: kind[1], doubtful: false, full: true });
    }
  }
  if (rest === '' || isParticle(rest, last)) {
    if (!everyday) return hit(false);
    // 보천 일대: the next word says that a place is meant.
    if (!isWord && PLACE_NOUN_NEXT.test(text.slice(nameEnd, nameEnd + 8))) return hit(false);
    if (MOSTLY_PLACES.has(name)) return hit(rest !== '' && !PLACE_PARTICLES.test(rest) && !given);
    if (PLACES_WITH_FROM.has(name) && rest.startsWith('에서')) return hit(false);
    return hit(!(given && PLACE_PARTICLES.test(rest)));
  }
  if (NOT_PLACE_AFTER.test(rest)) return undefined;
  if (FOLLOWERS.test(rest)) return hit(everyday && !MOSTLY_PLACES.has(name));
  if (longestUnspaced(text, nameEnd, scan.pack, scan.world, (end) => end - nameEnd >= 2) !== undefined)
    return hit(false);
  const isCountry = !everyday && meanings.some(({ place }) => place.type === 'country');
  return name.length >= 4 || own !== undefined || isCountry ? hit(everyday) : undefined;
}

/** What follows a word of kind: a particle, a noun of its own, another place. */
function endsWell(rest: string, kind: string): boolean {
  return (
    rest === '' ||
    isParticle(rest, kind.charCodeAt(kind.length - 1)) ||
    FOLLOWERS.test(rest) ||
    /^(?:청|장|의회)/u.test(rest) ||
    /^[가-힣]{2,}[시군구읍면동리도]/u.test(rest)
  );
}

/** Whether a place ends where this begins, or a space before. */
function beside(text: string, last: Hit | undefined, start: number): boolean {
  return (
    last !== undefined &&
    !last.doubtful &&
    (last.end === start || (last.end === start - 1 && text[last.end] === ' ')) &&
    last.level !== 'line'
  );
}

const STRONG =
  /^(특별자치도|특별자치시|특별시|직할시|광역시|자치구|자치주|자치현|로동자구|노동자구|국제공항|공항|산맥|반도|고원|해협|군도|사막)$/u;

/** A place that nobody lists, by its word of kind: 포천시, 영북면; behind an enclosing place also shorter ones. */
function shapeAt(text: string, start: number, end: number, last: Hit | undefined): Hit | undefined {
  const word = text.slice(start, Math.min(end, start + LONGEST_SHAPE));
  const isBeside = beside(text, last, start);
  for (let at = 1; at < word.length; at++) {
    const kind = KOREAN_KINDS.find(([each]) => word.startsWith(each, at));
    if (kind === undefined) continue;
    const [ending, type] = kind;
    const whole = word.slice(0, at + ending.length);
    const rest = text.slice(start + whole.length, end);
    const isOffice =
      at >= 2 &&
      ((OFFICE.test(ending) && /^(?:청|장)(?:[은이을의]|에서?|$)/u.test(rest)) ||
        (/^[현시군]$/u.test(ending) &&
          DIVISION_OFFICE.test(text.slice(start + whole.length, start + whole.length + 8))));
    const goesOn = isBeside && /^[가-힣]{2,3}[시군구읍면동리](?![가-힣])/u.test(rest);
    if (!isParticle(rest, ending.charCodeAt(ending.length - 1)) && !isOffice && !goesOn) continue;
    if (COMMON_WORDS.has(whole) || isCommonEnd(whole, ending)) return undefined;
    const enclosed = isBeside && (!SMALL.test(ending) || last?.type !== 'country');
    const led = enclosed || isOffice || leadsOn(text, start + whole.length);
    if (!isPlausible({ name: word.slice(0, at), ending, led, rest })) return undefined;
    return hitOf(start, start + whole.length, [], { kind: type, doubtful: false, full: true });
  }
  return undefined;
}

/** Words behind the name of a place in its own word or the next. */
const PLACE_NOUN_NEXT = /^ (?:일대|지역|인근|부근|주변|접경|근처|일원|등지)/u;
/** 안림현 공안국, 풍산현인민정부: offices of a division. */
const DIVISION_OFFICE =
  /^ ?(?:공안국|공안|변방|인민정부|정부|당국|파출소|민정국|교육국|재정국|보위부|보안서|안전부|인민위원회|당위원회|정법위|구류소|간수소|수용소|검찰원|법원|시장|병원|학교|중심가|주민|농가|마을)/u;

const LONGEST_SHAPE = 12;
const OFFICE = /^[시군구]$/u;
const SMALL = /^[구읍면동리촌진]$/u;

/** 용인시 수지구: a smaller place follows in the next word. */
function leadsOn(text: string, end: number): boolean {
  return /^ [가-힣]{1,4}[시군구읍면동리](?:[에의은는이가을를 ,.]|$)/u.test(text.slice(end, end + 8));
}

/** 강제노동, 국제기구: the last syllables are an everyday word. */
function isCommonEnd(word: string, ending: string): boolean {
  if (STRONG.test(ending) || ending === '구역') return false;
  return COMMON_WORDS.has(word.slice(-3)) || (word.length > 2 && ending !== '주' && COMMON_WORDS.has(word.slice(-2)));
}

function isPlausible(shape: {
  readonly name: string;
  readonly ending: string;
  readonly led: boolean;
  readonly rest: string;
}): boolean {
  const { name, ending, led, rest } = shape;
  const isWhere = PLACE_PARTICLES.test(rest) && !/^(?:의|나|이나|과|와)$/u.test(rest);
  if (STRONG.test(ending)) return name.length >= 2;
  if (ending === '구역') return led && name.length >= 2;
  if (ending === '도') return name.length >= 2 && name.length <= 3 && isWhere && !/[에서씨와데]$/u.test(name);
  if (led) return /^[시군구읍면동리]$/u.test(ending) ? name.length <= 4 : name.length >= 2;
  if (/^[시군구]$/u.test(ending)) return name.length >= 2 && name.length <= 4 && isWhere;
  if (/^[읍면동리]$/u.test(ending)) return name.length >= 2 && name.length <= 3 && isWhere;
  if (ending === '주') return name.length >= 3 && (rest === '' ? name.length >= 4 : PLACE_PARTICLES.test(rest));
  if (/^[성도현강섬산역항]$/u.test(ending)) return name.length >= 2 && name.length <= 4 && isWhere;
  return name.length >= 2 && rest.startsWith('에서');
}

function hitOf(
  start: number,
  end: number,
  meanings: readonly NameMeaning[],
  { kind, doubtful, full }: { readonly kind?: string; readonly doubtful: boolean; readonly full: boolean },
): Hit {
  const [only] = meanings;
  const type = only?.place.type ?? kind ?? 'unknown';
  return { start, end, meanings, type, level: only?.place.level ?? levelOf(type), doubtful, full };
}
