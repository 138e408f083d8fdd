import { simplifiedText } from '../terms/character-classes.ts';
import type { FoundAttribution } from './attribution.ts';
import { chineseAttributions } from './chinese-quotations.ts';
import { englishAttributions } from './english-quotations.ts';
import { koreanAttributions } from './korean-quotations.ts';

export type { FoundAttribution } from './attribution.ts';

/**
 * Finds what a text gives as said by somebody, and who that is (docs/read-attributions.md), in the order of the text. Empty for a
 * text in which nobody speaks.
 */
export function readAttributions(
  text: string,
  { lang, names = [] }: { readonly lang: 'en' | 'zh' | 'ko'; readonly names?: readonly string[] },
): readonly FoundAttribution[] {
  switch (lang) {
    case 'en':
      return englishAttributions(text);
    case 'zh':
      return chineseAttributions(simplifiedText(text), names);
    case 'ko':
      return koreanAttributions(text);
  }
}
