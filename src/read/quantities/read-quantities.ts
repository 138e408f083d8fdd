import { simplifiedText } from '../terms/character-classes.ts';
import { foldText, givenSpan } from '../terms/folded-text.ts';
import { chineseNumberAt } from './chinese-number.ts';
import type { CjkNumber } from './cjk-number.ts';
import { englishNumbers } from './english-numbers.ts';
import { koreanNumberAt } from './korean-number.ts';

/** A number as a text writes it, with offsets into the text as it was given. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

export function readNumbers(text: string, { lang }: { readonly lang: 'en' | 'zh' | 'ko' }): readonly FoundNumber[] {
  if (lang === 'en') return englishNumbers(text);
  const folded = foldText(text);
  const compared = lang === 'zh' ? simplifiedText(folded.text) : folded.text;
  const numberAt = lang === 'zh' ? chineseNumberAt : koreanNumberAt;
  const found: FoundNumber[] = [];
  for (let at = 0; at < compared.length; ) {
    const number: CjkNumber | undefined = numberAt(compared, at);
    if (number === undefined) at++;
    else {
      found.push({ ...givenSpan(folded, number.inner, number.end), value: number.value });
      at = number.end;
    }
  }
  return found;
}
