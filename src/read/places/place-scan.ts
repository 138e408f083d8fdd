import { languageOf } from '../script-language.ts';
import { simplifiedText } from '../terms/character-classes.ts';
import { type FoldedText, foldText } from '../terms/folded-text.ts';
import type { ThemePack } from '../theme-pack.ts';
import { chineseBorders, englishBorders, koreanBorders, packBorders, withBorders } from './borders.ts';
import { chineseHits } from './chinese-places.ts';
import { englishHits, latinWords, type Word } from './english-places.ts';
import type { Hit } from './found-place.ts';
import { koreanHits } from './korean-places.ts';
import { packNames, worldNames } from './place-names.ts';

/** A text with the places in it, before what they mean is settled. */
export interface PlaceScan {
  readonly words: readonly Word[];
  /** In Latin letters; offsets of the text as it was given. */
  readonly latin: readonly Hit[];
  /** In Han and Hangul; offsets of `compared`. Empty, as `compared` is, for a text without either. */
  readonly unspaced: readonly Hit[];
  /** The text folded, in simplified characters. */
  readonly compared: string;
  readonly folded: FoldedText;
}

export type PlaceLanguage = 'en' | 'zh' | 'ko';

/** Makes a scanner that knows the names of a pack. */
export function placeScanner(pack: ThemePack): (text: string, lang: PlaceLanguage | undefined) => PlaceScan {
  const names = packNames(pack);
  const borders = packBorders(pack, names);
  return (text, lang) => {
    const world = worldNames();
    const words = latinWords(text);
    const english = englishHits(text, words, names, world);
    const latin = withBorders(text, english, englishBorders(words, english), borders);
    if (!/[㐀-鿿가-힣ᄀ-ᇿ]/u.test(text)) return { words, latin, unspaced: [], compared: '', folded: { text: '' } };
    const folded = foldText(text);
    const compared = simplifiedText(folded.text);
    const language = lang ?? languageOf(text);
    const han = chineseHits(compared, names, world, { shapes: language !== 'ja' && language !== 'ko' });
    const hangul = koreanHits(compared, names, world);
    const unspaced = [
      ...withBorders(compared, han, chineseBorders(compared, han), borders),
      ...withBorders(compared, hangul, koreanBorders(compared, hangul), borders),
    ].sort((a, b) => a.start - b.start);
    return { words, latin, unspaced, compared, folded };
  };
}
