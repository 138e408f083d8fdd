import { once } from '../once.ts';
import { BEFORE_NAME, COMMON_WORDS, LEADING, NOT_IN_NAME, NOT_KIND, NOT_PLACE_AFTER } from './data/chinese-places.ts';
import { CHINESE_KINDS, fitsKind } from './data/place-kinds.ts';
import type { Hit, NameMeaning } from './found-place.ts';
import { levelOf } from './place-kind.ts';
import { joinedMeanings, type PlaceNames } from './place-names.ts';

/** Places in Han characters: names of the pack and the world, then shapes (docs/read-places.md RP4, RP6). `text` is in simplified characters. */
export function chineseHits(
  text: string,
  pack: PlaceNames,
  world: PlaceNames,
  { shapes }: { readonly shapes: boolean },
): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isHan(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const name = longestUnspaced(text, at, pack, world, (end) => isWhole(text, at, end, hits.at(-1)?.end));
    if (name !== undefined) {
      const hit = named(text, at, name);
      if (hit !== undefined) hits.push(hit);
      at = hit?.end ?? name.end;
      continue;
    }
    const shape = shapes ? shapeEndingAt(text, at, hits.at(-1)?.end ?? 0) : undefined;
    if (shape !== undefined) {
      hits.push(shape);
      at = shape.end;
    } else at++;
  }
  return hits;
}

/** Whether a code unit is a Han character of the basic plane. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** A name found in a text without spaces, with where it ends. */
export interface UnspacedName {
  readonly end: number;
  readonly meanings: readonly NameMeaning[];
}

const NONE: readonly number[] = [];

/** The longest name of the pack or the world at a place of a text that `fits` lets stand; undefined when there is none. */
export function longestUnspaced(
  text: string,
  at: number,
  pack: PlaceNames,
  world: PlaceNames,
  fits: (end: number) => boolean,
): UnspacedName | undefined {
  const first = text.charCodeAt(at);
  const [own, other] = [pack.lengths.get(first) ?? NONE, world.lengths.get(first) ?? NONE];
  for (let i = 0, j = 0; i < own.length || j < other.length; ) {
    const length = Math.max(own[i] ?? 0, other[j] ?? 0);
    if (own[i] === length) i++;
    if (other[j] === length) j++;
    const key = text.slice(at, at + length);
    const meanings = joinedMeanings(pack.unspaced.get(key) ?? [], world.unspaced.get(key) ?? []);
    if (meanings.length > 0 && fits(at + length)) return { end: at + length, meanings };
  }
  return undefined;
}

const segmenter: () => Intl.Segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));
const AROUND = 6;

/**
 * Whether two characters are a word of their own where they stand: 收集安全 holds no 集安, 罗先生 no 罗先. Longer names are. What a dictionary
 * does not know it cuts into single characters, which lets a name stand.
 */
function isWhole(text: string, start: number, end: number, lastEnd: number | undefined): boolean {
  if (end - start > 2) return true;
  const kind = CHINESE_KINDS.some(([word]) => text.startsWith(word, end)) && !NOT_KIND.test(text.slice(end, end + 3));
  const open = lastEnd === start || !isHan(text.charCodeAt(start - 1));
  const closed = kind || !isHan(text.charCodeAt(end));
  if (open && closed) return true;
  let from = start;
  while (from > 0 && start - from < AROUND && isHan(text.charCodeAt(from - 1))) from--;
  if (lastEnd !== undefined && lastEnd <= start && lastEnd > from) from = lastEnd;
  let to = end;
  while (to < text.length && to - end < AROUND && isHan(text.charCodeAt(to))) to++;
  let [begins, ends] = [open, closed];
  for (const { index } of segmenter().segment(text.slice(from, to))) {
    if (from + index === start) begins = true;
    if (from + index === end) ends = true;
    if (from + index >= end) break;
  }
  return begins && (ends || to === end);
}

function named(text: string, start: number, { end, meanings }: UnspacedName): Hit | undefined {
  const behind = text.slice(end, end + 8);
  if (NOT_PLACE_AFTER.test(behind)) return undefined;
  const isCountry = meanings.some(({ place }) => place.type === 'country' || place.level === 'line');
  const kind = isCountry || NOT_KIND.test(behind) ? undefined : CHINESE_KINDS.find(([word]) => behind.startsWith(word));
  const own = CHINESE_KINDS.find(([word]) => text.slice(start, end).endsWith(word));
  if (kind === undefined || own !== undefined) return hitOf(start, end, meanings, { full: own !== undefined });
  const fitting = meanings.filter(({ place }) => fitsKind(place.type, kind[1]));
  // 图们口岸: what stands in a place keeps its meaning.
  if (fitting.length === 0 && /^(?:[里山道洞港]|口岸|机场|火车站)$/u.test(kind[0]))
    return hitOf(start, end, meanings, { full: false });
  return hitOf(start, end + kind[0].length, fitting, { kind: kind[1], full: true });
}

const NAME_CHARACTERS = 7;
const LONGEST_NAME = 5;
/** Kinds whose words are everyday characters too: only names that stand right behind another place have them. */
const WEAK_KINDS: ReadonlySet<string> = new Set([
  '山',
  '道',
  '里',
  '洞',
  '港',
  '岛',
  '屯',
  '地区',
  '江',
  '河',
  '半岛',
  '群岛',
  '口岸',
  '机场',
  '火车站',
]);

/** A word for a division right behind what could be a word of kind itself. */
const DIVISION_BEHIND = /^[县市镇乡州](?!民(?!政)|长|场|里|内|区)/u;

/** A place that nobody lists and whose word of kind begins at `at`; it must stand behind another place or a word that leads to one. */
function shapeEndingAt(text: string, at: number, lastEnd: number): Hit | undefined {
  if (!KIND_STARTS.has(text[at] ?? '')) return undefined;
  const kind = CHINESE_KINDS.find(([word]) => text.startsWith(word, at));
  if (kind === undefined || NOT_KIND.test(text.slice(at, at + 3))) return undefined;
  const [word, type] = kind;
  let start = at;
  while (
    start > lastEnd &&
    at - start < NAME_CHARACTERS &&
    isHan(text.charCodeAt(start - 1)) &&
    !BEFORE_NAME.includes(text[start - 1] ?? '')
  )
    start--;
  const behindPlace = start === lastEnd && lastEnd > 0;
  const leading = LEADING.exec(text.slice(start, at))?.[0].length ?? 0;
  // 黑龙江省柳原县: what would be a verb before a name is its end, where nothing is left of the name.
  const run = behindPlace && leading >= at - start ? 0 : leading;
  if (run > 0) start += run;
  const name = text.slice(start, at);
  if (word === '地区' && !behindPlace) return undefined;
  // 檀江县 is a county, not a river.
  if (WEAK_KINDS.has(word) && DIVISION_BEHIND.test(text.slice(at + word.length, at + word.length + 3)))
    return undefined;
  const led =
    behindPlace ||
    run > 0 ||
    isHan(text.charCodeAt(start - 1)) === false ||
    BEFORE_NAME.includes(text[start - 1] ?? '');
  if (!led || name.length >= LONGEST_NAME + 1 || name.length < (behindPlace || type === 'county' ? 1 : 2))
    return undefined;
  if (WEAK_KINDS.has(word) && !behindPlace && name.length < 2) return undefined;
  if (WEAK_KINDS.has(word) && !behindPlace && !/[在从自至到往向于赴抵]/u.test(text[start - 1] ?? '')) return undefined;
  if (NOT_IN_NAME.test(name) || COMMON_WORDS.has(name + word) || COMMON_WORDS.has(text.slice(at - 1, at) + word))
    return undefined;
  return hitOf(start, at + word.length, [], { kind: type, full: true });
}

const KIND_STARTS: ReadonlySet<string> = new Set(CHINESE_KINDS.map(([word]) => word[0] ?? ''));

function hitOf(
  start: number,
  end: number,
  meanings: readonly NameMeaning[],
  { kind, full }: { readonly kind?: string; readonly full: boolean },
): Hit {
  const [only] = meanings;
  const type = only?.place.type ?? kind ?? 'unknown';
  return { start, end, meanings, type, level: only?.place.level ?? levelOf(type), doubtful: false, full };
}
