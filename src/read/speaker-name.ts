import { NAME_TITLE, NO_SPEAKER, WHO_IT_IS } from './data/speaker-words.ts';
import type { Block } from './layer.ts';
import { SURNAMES as HAN_SURNAMES } from './mentions/data/chinese.ts';
import { COMMON_SURNAMES } from './mentions/data/korean.ts';

/** Two to five capitalised words with initials and particles; or a Chinese or Korean name of two to four characters. */
function isNameShaped(words: string): boolean {
  const bare = words.replace(NAME_TITLE, '');
  if (/^[\p{Script=Han}]{2,4}$/u.test(bare)) return HAN_SURNAMES.includes(bare.slice(0, 1)) && !NO_SPEAKER.test(bare);
  if (/^\p{Script=Hangul}{2,4}$/u.test(bare))
    return COMMON_SURNAMES.includes(bare.slice(0, 1)) && !NO_SPEAKER.test(bare);
  if (NO_SPEAKER.test(words)) return false;
  // Names of other countries in Chinese characters.
  if (/^\p{Script=Han}{1,6}(?:[·・‧]\p{Script=Han}{1,8}){1,3}$/u.test(bare)) return true;
  const parts = words.split(/\s+/);
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every((part) => /^(?:\p{Lu}[\p{L}\p{M}’'-]*\.?|de|da|del|der|di|la|le|van|von|bin|ibn|al|el|y)$/u.test(part))
  );
}

/** A name, and what is said in the same line of who that is: `Name, director of …`, `Name (…)`, `Name – …`. */
export function splitName(words: string): { readonly name: string; readonly rest: Place | undefined } | undefined {
  if (words.length > 160) return undefined;
  if (isNameShaped(words)) return { name: words, rest: undefined };
  const capitals = inCapitals(words);
  if (capitals !== undefined) return capitals;
  const cut = /\s*(?:[,，、|｜/／]|\s[–—-]\s|[（([])\s*/.exec(words);
  if (cut === null || cut.index === 0) return undefined;
  const name = words.slice(0, cut.index);
  const from = cut.index + cut[0].length;
  const rest = words
    .slice(from)
    .replace(/[)）\]]\s*$/, '')
    .trimEnd();
  const named = isNameShaped(name) || (/[（(]/.test(cut[0]) && (isForeignName(name) || isPresentedName(name, rest)));
  return named && rest !== '' ? { name, rest: { start: from, end: from + rest.length } } : undefined;
}

/** `마리아 코스타` before brackets: a name of another country in Korean letters. */
function isForeignName(name: string): boolean {
  return /^\p{Script=Hangul}{1,6}(?:[\s·]\p{Script=Hangul}{1,8}){1,2}$/u.test(name) && !NO_SPEAKER.test(name);
}

/** `FELICIA OYELARAN directs the trust`, `"JONAH" (not his name) has run a house`: a name in capitals, and who that is in small letters. */
function inCapitals(words: string): ReturnType<typeof splitName> {
  const match = CAPITALS.exec(words);
  const [whole, quoted, bare] = match ?? [];
  const name = quoted ?? bare;
  if (match === null || whole === undefined || name === undefined || NO_SPEAKER.test(name)) return undefined;
  const from = whole.length;
  return words.length - from < 8 ? undefined : { name, rest: { start: from, end: words.length } };
}

const CAPITALS =
  /^(?:["“‘'](\p{Lu}{3,16})["”’']|(\p{Lu}{2,}[\p{Lu}’'-]*(?:\s\p{Lu}\.?|\s\p{Lu}{2,}[\p{Lu}’'-]*){1,3}))\s(?=\p{Ll}{2,}\s|\([^)]{3,40}\)\s\p{Ll})/u;

/** Two to four characters before brackets that say what office or trade somebody has: a name, whatever its surname. */
function isPresentedName(name: string, rest: string): boolean {
  return (
    /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4})$/u.test(name) && WHO_IT_IS.test(rest) && !NO_SPEAKER.test(name)
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The words of a text that occur without a capital, but for those in headings themselves. */
export function smallWords(text: string, body: readonly Block[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const block of body) {
    if (block.kind === 'heading') continue;
    for (const [word] of text.slice(block.start, block.end).matchAll(/(?<![\p{L}\p{M}.@/-])\p{Ll}[\p{L}\p{M}]{2,}/gu)) {
      small.add(word);
    }
  }
  return small;
}

/** Whether a word of a name occurs in small letters elsewhere: then it is a word and no name. */
export function isPlainWording(words: string, small: ReadonlySet<string>): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => word.length > 2 && small.has(word));
}
