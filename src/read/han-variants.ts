import HK from 'opencc-js/dict/HKVariantsRev';
import ST from 'opencc-js/dict/STCharacters';
import TS from 'opencc-js/dict/TSCharacters';
import TW from 'opencc-js/dict/TWVariantsRev';
import { once } from './once.ts';

/**
 * Han characters in their simplified form, each by itself, by OpenCC's tables (Apache-2.0) for traditional characters and those of
 * Taiwan and Hong Kong: what stands in none of them is not in the map. The package's converters give the same and read a
 * megabyte of phrases first, in every process.
 */
export const simplifiedCharacters: () => ReadonlyMap<string, string> = once(() => {
  const simplified = pairsOf(TS);
  const map = new Map(simplified);
  for (const regional of [pairsOf(TW), pairsOf(HK)]) {
    for (const [character, standard] of regional) {
      const made = simplified.get(standard) ?? standard;
      // 台 is 臺 by the standard, and that is 台 again.
      if (!map.has(character) && made !== character) map.set(character, made);
    }
  }
  return map;
});

/**
 * CJK Unified Ideographs that only simplified, and that only traditional writing has: what both tables change tells nothing (后,
 * 里, 干).
 */
export const charactersOfScripts: () => {
  readonly simplified: ReadonlySet<string>;
  readonly traditional: ReadonlySet<string>;
} = once(() => {
  const toTraditional = pairsOf(ST);
  const toSimplified = pairsOf(TS);
  const only = (these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): ReadonlySet<string> =>
    new Set([...these.keys()].filter((character) => character >= '\u4e00' && !others.has(character)));
  return { simplified: only(toTraditional, toSimplified), traditional: only(toSimplified, toTraditional) };
});

/** CJK Unified Ideographs and Extension A that a table exchanges for another. Where a table leaves a choice, its first. */
function pairsOf(table: string): ReadonlyMap<string, string> {
  return new Map(
    table
      .split('|')
      .map((pair): readonly [string, string] => {
        const [from = '', to = ''] = pair.split(' ');
        return [from, to];
      })
      .filter(([from, to]) => from !== to && /^[\u3400-\u9fff]$/.test(from) && [...to].length === 1),
  );
}
