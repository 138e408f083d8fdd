import { languageOf } from '../script-language.ts';
import { simplifiedCharacter } from '../terms/character-classes.ts';
import { foldText, givenSpan } from '../terms/folded-text.ts';
import type { ThemePack } from '../theme-pack.ts';
import { type Borders, chineseBorders, englishBorders, koreanBorders, packBorders, withBorders } from './borders.ts';
import { chineseHits } from './chinese-places.ts';
import { englishHits, latinWords } from './english-places.ts';
import type { FoundPlace, Hit } from './found-place.ts';
import { koreanHits } from './korean-places.ts';
import { type PlaceNames, packNames, worldNames } from './place-names.ts';
import { settledPlaces } from './settled-places.ts';

export type { FoundPlace } from './found-place.ts';

/** What language a text is in; told by its letters when absent. */
export interface PlaceOptions {
  readonly lang?: 'en' | 'zh' | 'ko';
}

/**
 * Finds the places that a text names, in English, Chinese and Korean (docs/read-places.md), in the order of the text and none
 * overlapping another. Names in every script are looked up whatever the language. Ambiguous names have candidates; a place that
 * neither the pack nor the lists of the world know has no `norm`. Empty for a text without places. Linear in the text.
 */
export function readPlaces(
  text: string,
  { pack, ...options }: PlaceOptions & { readonly pack: ThemePack },
): readonly FoundPlace[] {
  return placeReader(pack)(text, options);
}

/** The same for many texts: the names of the pack are indexed once. */
export function placeReader(pack: ThemePack): (text: string, options?: PlaceOptions) => readonly FoundPlace[] {
  const names = packNames(pack);
  const borders = packBorders(pack, names);
  return (text, { lang } = {}) => settledPlaces(text, hitsIn(text, { names, borders, lang }));
}

function hitsIn(
  text: string,
  {
    names,
    borders,
    lang,
  }: { readonly names: PlaceNames; readonly borders: Borders; readonly lang: 'en' | 'zh' | 'ko' | undefined },
): readonly Hit[] {
  const world = worldNames();
  const words = latinWords(text);
  const english = englishHits(text, words, names, world);
  const latin = withBorders(text, english, englishBorders(words, english), borders);
  if (!/[㐀-鿿가-힣ᄀ-ᇿ]/u.test(text)) return latin;
  const folded = foldText(text);
  const compared = simplifiedText(folded.text);
  const language = lang ?? languageOf(text);
  const han = chineseHits(compared, names, world, { shapes: language !== 'ja' && language !== 'ko' });
  const hangul = koreanHits(compared, names, world);
  const unspaced = [
    ...withBorders(compared, han, chineseBorders(compared, han), borders),
    ...withBorders(compared, hangul, koreanBorders(compared, hangul), borders),
  ];
  return [...latin, ...unspaced.map((hit) => ({ ...hit, ...givenSpan(folded, hit.start, hit.end) }))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Traditional characters as simplified ones, one at a time, so that places stay. */
export function simplifiedText(text: string): string {
  return text.replace(/[㐀-鿿]/gu, (character) => {
    const made = simplifiedCharacter(character);
    return made.length === 1 ? made : character;
  });
}
