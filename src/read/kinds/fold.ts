import { simplifiedText } from '../terms/character-classes.ts';

/** A text in which lists of words are looked up, of the same length: lower case, plain apostrophes, simplified characters. */
export function folded(text: string, lang: 'en' | 'zh' | 'ko'): string {
  switch (lang) {
    case 'en':
      return replaced(replaced(sameLength(text, text.toLowerCase()), '’', "'"), '\u00a0', ' ');
    case 'zh':
      return replaced(simplifiedText(text), '\u3000', ' ');
    case 'ko':
      return replaced(text, '\u00a0', ' ');
  }
}

/** A few letters grow when made small (İ); then only plain ones are. */
function sameLength(text: string, lower: string): string {
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Most texts hold nothing that is to be replaced, and asking is cheaper than replacing. */
function replaced(text: string, mark: string, by: string): string {
  return text.includes(mark) ? text.replaceAll(mark, by) : text;
}
