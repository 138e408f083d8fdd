import { matchesIn } from '../matches.ts';
import { simplifiedCharacter } from '../terms/character-classes.ts';
import type { ThemePack } from '../theme-pack.ts';
import { COUNTRY_CHARACTERS } from './data/chinese-places.ts';
import { ADJECTIVES, BORDER_HEADS, BORDER_OFFICES } from './data/english-places.ts';
import { COUNTRY_SYLLABLES } from './data/korean-places.ts';
import type { Word } from './english-places.ts';
import type { Hit, KnownPlace } from './found-place.ts';
import type { PlaceNames } from './place-names.ts';

/** What a pack says of borders: rows with two countries, and terms that name a border without naming its sides. */
export interface Borders {
  readonly byPair: ReadonlyMap<string, KnownPlace>;
  readonly byTerm: ReadonlyMap<string, KnownPlace>;
}

/** Gathers them from a pack whose places are indexed already. */
export function packBorders(pack: ThemePack, names: PlaceNames): Borders {
  const byPair = new Map<string, KnownPlace>();
  for (const place of names.byId.values())
    if (place.type === 'border' && place.countries.length === 2) byPair.set(pairKey(place.countries), place);
  const byTerm = new Map<string, KnownPlace>();
  for (const term of pack.terms) {
    if (term.countries.length !== 2) continue;
    for (const { text } of term.names) byTerm.set(termKey(text), borderOf(term.countries, byPair));
  }
  return { byPair, byTerm };
}

/** How a term that stands for a border is compared: small, simplified, without an article. */
function termKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[㐀-鿿]/gu, simplifiedCharacter);
}

function pairKey(countries: readonly string[]): string {
  return [...countries].sort().join('-');
}

function borderOf(countries: readonly string[], byPair: ReadonlyMap<string, KnownPlace>): KnownPlace {
  const key = pairKey(countries);
  const norm = `${key} border`;
  return (
    byPair.get(key) ?? { id: `${key}-border`, norm, type: 'border', level: 'line', countries, above: [], from: 'world' }
  );
}

/** Words for a border with the countries that they name as its sides. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly sides: readonly string[];
}

/** Adds the borders to the places of a text; sides that a border names are no places of their own beside it (RP7). */
export function withBorders(
  text: string,
  hits: readonly Hit[],
  stretches: readonly Stretch[],
  borders: Borders,
): readonly Hit[] {
  if (stretches.length === 0) return hits;
  const made: Hit[] = stretches.map(({ start, end, sides }) => {
    const both = new Set(sides);
    const known =
      both.size === 2 ? borderOf([...both], borders.byPair) : borders.byTerm.get(termKey(text.slice(start, end)));
    const meanings = known === undefined ? [] : [{ place: known, form: 'given' as const }];
    return { start, end, meanings, type: 'border', level: 'line', doubtful: false, full: true };
  });
  const kept: Hit[] = [];
  let at = 0;
  for (const hit of hits) {
    while (at < made.length && (made[at]?.end ?? 0) <= hit.start) at++;
    const border = made[at];
    if (border === undefined || hit.end <= border.start) kept.push(hit);
  }
  return [...kept, ...made].sort((a, b) => a.start - b.start);
}

/** Hits by where they end and begin. */
interface Edges {
  readonly ending: ReadonlyMap<number, Hit>;
  readonly starting: ReadonlyMap<number, Hit>;
}

function edgesOf(hits: readonly Hit[]): Edges {
  return { ending: new Map(hits.map((hit) => [hit.end, hit])), starting: new Map(hits.map((hit) => [hit.start, hit])) };
}

function countryOf(hit: Hit | undefined): string | undefined {
  const [only, ...others] = hit?.meanings ?? [];
  return only !== undefined && others.length === 0 && only.place.type === 'country' ? only.place.id : undefined;
}

/** Borders in English words. */
export function englishBorders(words: readonly Word[], hits: readonly Hit[]): readonly Stretch[] {
  const edges = edgesOf(hits);
  const found: Stretch[] = [];
  for (const [at, word] of words.entries()) {
    if (!/^(?:borders?|frontiers?)$/.test(word.key)) continue;
    const before = words[at - 1];
    if (word.gap === 'dash' && /^(?:cross|trans)$/.test(before?.key ?? '')) continue;
    const ending = edges.ending.get(word.end);
    const given = ending?.type === 'border' ? ending : undefined;
    // A border patrol is no place.
    if (words[at + 1]?.gap === 'space' && BORDER_OFFICES.has(words[at + 1]?.key ?? '')) continue;
    const isVerb =
      word.key === 'borders' && edges.starting.has(words[at + 1]?.start ?? -1) && edges.ending.has(before?.end ?? -1);
    if (isVerb) continue;
    const sides: string[] = [...(given?.meanings[0]?.place.countries ?? [])];
    let start = given?.start ?? word.start;
    if (given === undefined) {
      const led = sidesBefore(words, at, edges);
      sides.push(...led.sides.map(({ country }) => country));
      const isHitAlone = led.sides.length === 1 && led.sides[0]?.isHit === true;
      if (led.sides.length > 0 && !isHitAlone) start = led.start;
      const behind = sidesBehind(words, at + 1, edges);
      if (behind !== undefined && new Set([...sides, ...behind.sides]).size === 2) {
        found.push({
          start: led.sides.length > 0 ? led.start : start,
          end: behind.end,
          sides: [...sides, ...behind.sides],
        });
        continue;
      }
    }
    const head = words[at + 1];
    const end = head !== undefined && head.gap === 'space' && BORDER_HEADS.has(head.key) ? head.end : word.end;
    found.push({ start, end, sides });
  }
  return found;
}

interface Led {
  readonly start: number;
  readonly sides: readonly { readonly country: string; readonly isHit: boolean }[];
}

/** Up to two sides before "border": China-North Korea, Sino-North Korean, China's. */
function sidesBefore(words: readonly Word[], at: number, { ending }: Edges): Led {
  const sides: { country: string; isHit: boolean }[] = [];
  let start = words[at]?.start ?? 0;
  let next = at;
  while (sides.length < 2) {
    const joint = words[next - 1]?.key === 'and' && sides.length > 0 ? 1 : 0;
    const last = words[next - 1 - joint];
    const gap = words[next]?.gap;
    if (last === undefined || gap === 'mark' || words[next - joint]?.gap === 'mark') break;
    const hit = ending.get(last.end);
    const country = countryOf(hit);
    if (hit !== undefined && country !== undefined) {
      sides.unshift({ country, isHit: true });
      start = hit.start;
      next -= joint + 1;
      while (next > 0 && (words[next]?.start ?? 0) > hit.start) next--;
      continue;
    }
    const two = `${words[next - 2 - joint]?.key ?? ''} ${last.key}`;
    const length = ADJECTIVES.has(two) ? 2 : ADJECTIVES.has(last.key) ? 1 : 0;
    // The Sino-Korean border is that of the north.
    const isNorth =
      last.key === 'korean' && /^(?:sino|chinese|russo|russian)$/.test(words[next - 2 - joint]?.key ?? '');
    const adjective =
      length === 2 ? ADJECTIVES.get(two) : length === 1 ? ADJECTIVES.get(last.key) : isNorth ? 'KP' : undefined;
    if (adjective === undefined) break;
    next = next - joint - Math.max(length, 1);
    start = words[next]?.start ?? start;
    sides.unshift({ country: adjective, isHit: false });
  }
  return { start, sides };
}

/** "between China and North Korea", "with North Korea". */
function sidesBehind(
  words: readonly Word[],
  from: number,
  { starting }: Edges,
): { readonly end: number; readonly sides: readonly string[] } | undefined {
  let at = from;
  if (BORDER_HEADS.has(words[at]?.key ?? '')) at++;
  if (words[at]?.key === 'that' && /^(?:separates|divides)$/.test(words[at + 1]?.key ?? '')) at++;
  const lead = words[at];
  if (
    lead === undefined ||
    lead.gap !== 'space' ||
    !/^(?:between|with|of|separating|dividing|separates|divides)$/.test(lead.key)
  )
    return undefined;
  const sides: string[] = [];
  let end = lead.end;
  for (let step = 0, i = at + 1; step < 2; step++) {
    if (words[i]?.key === 'the') i++;
    const hit = starting.get(words[i]?.start ?? -1);
    const country = countryOf(hit);
    if (hit === undefined || country === undefined) break;
    sides.push(country);
    end = hit.end;
    while ((words[i]?.end ?? Number.POSITIVE_INFINITY) < hit.end) i++;
    i++;
    if (words[i]?.key !== 'and' || lead.key === 'with') break;
    i++;
  }
  return sides.length === 0 ? undefined : { end, sides };
}

const CHINESE_BORDER =
  /(?:边境|国境(?!内)|边界|交界|接壤)(?:线|处)?(?:地区|地带|一带|沿线|城市|城镇|县市|村庄|区域|县)?/gu;
/** 변경 is a change as well: it is a border only with its countries or with a word for land. */
const KOREAN_BORDER =
  /(?:국경|접경|(?<=(?:조중|중조|북중|조선중국)\s?)변경|변경(?=\s?(?:지역|지대|일대|연선|지구|마을)))(?:선)?(?:\s?(?:지역|지대|일대|연선|지구|도시|마을))?/gu;

/** Borders in Chinese, whose text is in simplified characters. */
export function chineseBorders(text: string, hits: readonly Hit[]): readonly Stretch[] {
  return bordersBy(text, hits, {
    noun: CHINESE_BORDER,
    pair: /([㐀-鿿])[·、-]?([㐀-鿿])(?:两国)?(?:之间)?的?$/u,
    characters: COUNTRY_CHARACTERS,
    joint: /^(?:和|与|同|跟|及|、|-|—|–|·)$/u,
    link: /(?:两国)?(?:之间)?的?$/u,
    needsSides: (word) => /^(?:交界|接壤)/u.test(word),
    isOther: (behind) => /^(?:派出所|管理|检查|巡逻|警察|贸易|感|层|条件|值)/u.test(behind),
  });
}

/** Borders in Korean. */
export function koreanBorders(text: string, hits: readonly Hit[]): readonly Stretch[] {
  return bordersBy(text, hits, {
    noun: KOREAN_BORDER,
    pair: /(?<![가-힣])([가-힣])[·‧∙ᆞ・-]?([가-힣])(?:\s?양국)?\s?(?:간|의)?\s?$/u,
    characters: COUNTRY_SYLLABLES,
    joint: /^(?:과|와|이랑|랑|-|·|ᆞ|,)?\s?$/u,
    link: /(?:\s?양국)?(?:\s?(?:사이의?|간의?|의))?\s?$/u,
    needsSides: (word) => word === '접경',
    isOther: (behind) => /^(?:일(?!대)|없|\s?(?:경비|수비|통제|연선))/u.test(behind),
  });
}

interface BorderWords {
  readonly noun: RegExp;
  readonly pair: RegExp;
  readonly characters: ReadonlyMap<string, string>;
  readonly joint: RegExp;
  readonly link: RegExp;
  readonly needsSides: (word: string) => boolean;
  readonly isOther: (behind: string) => boolean;
}

function bordersBy(text: string, hits: readonly Hit[], words: BorderWords): readonly Stretch[] {
  const { ending } = edgesOf(hits);
  const found: Stretch[] = [];
  for (const { 0: word, index } of matchesIn(text, words.noun)) {
    const end = index + word.length;
    const given = ending.get(index + 2);
    if (given?.type === 'border') {
      found.push({ start: given.start, end, sides: given.meanings[0]?.place.countries ?? [] });
      continue;
    }
    if (words.isOther(text.slice(end, end + 4))) continue;
    const before = text.slice(Math.max(0, index - 12), index);
    const linkStart = index - (words.link.exec(before)?.[0].length ?? 0);
    const last = ending.get(linkStart);
    const first = last === undefined ? undefined : hitJoinedBefore(text, last, ending, words.joint);
    const [c, d] = [countryOf(first), countryOf(last)];
    if (first !== undefined && c !== undefined && d !== undefined && c !== d) {
      found.push({ start: first.start, end, sides: [c, d] });
      continue;
    }
    const pair = d === undefined ? words.pair.exec(before) : null;
    const [a, b] = [words.characters.get(pair?.[1] ?? ''), words.characters.get(pair?.[2] ?? '')];
    if (pair !== null && a !== undefined && b !== undefined && a !== b)
      found.push({ start: index - pair[0].length, end, sides: [a, b] });
    else if (!words.needsSides(word)) found.push({ start: index, end, sides: d === undefined ? [] : [d] });
  }
  return found;
}

function hitJoinedBefore(text: string, last: Hit, ending: ReadonlyMap<number, Hit>, joint: RegExp): Hit | undefined {
  for (let length = 1; length <= 3; length++) {
    const hit = ending.get(last.start - length);
    if (hit !== undefined && joint.test(text.slice(hit.end, last.start))) return hit;
  }
  return undefined;
}
