import type { Span } from '../anchor.ts';
import type { Mention } from '../claim.ts';
import { oncePer } from '../once.ts';
import { isCommonWord } from './common-words.ts';
import { HONORIFICS as CHINESE_HONORIFICS } from './data/chinese.ts';
import { HONORIFICS as KOREAN_HONORIFICS, PARTICLES, SURNAMES, TITLES_AFTER } from './data/korean.ts';
import { plainLetters } from './plain-letters.ts';
import { isProtected } from './veil.ts';

/** The protected words of a layer, to be looked for in a text that stands outside it. */
export interface HeldWords {
  /**
   * Where they stand, in text order, none touching another: in any case and letters, joined by "_" or as in "JaneDoe2019" too; of persons
   * each part of the name. Not within a word: "Ann" is not in "annual", 34 not in 1934. Time grows linearly with the text.
   */
  readonly spansIn: (text: string) => readonly Span[];
}

/**
 * Makes the protected words of a layer's mentions ready for being looked for. A part of a name is left where it stands in the
 * name of a byline or a public figure of the layer.
 */
export const heldWords: (mentions: readonly Mention[]) => HeldWords = oncePer((mentions) => {
  const whole = new Keys();
  const parts = new Keys();
  const shown = new Keys();
  for (const mention of mentions) {
    const surface = plainLetters(mention.surface)?.text ?? mention.surface;
    const words = wordsOf(surface);
    if (!isProtected(mention)) {
      if (mention.type === 'person') shown.add(words);
      continue;
    }
    whole.add(words);
    if (mention.type !== 'low-count' && mention.type !== 'source') whole.addJoined(words);
    if (mention.type === 'person') for (const part of partsOf(surface)) parts.addBoth(part);
    if (mention.type === 'person') whole.addJoined([...words].reverse());
  }
  return { spansIn: (text) => find(text, { whole, parts, shown }) };
});

interface Word extends Span {
  readonly key: string;
  readonly kind: 'letters' | 'digits' | 'han' | 'hangul';
  /** Whether a letter or digit stands right before or behind, in another word. */
  readonly tied: boolean;
  /** Whether Hangul stands right before. */
  readonly inside: boolean;
}

/** Sequences of words, looked up by their first. */
class Keys {
  readonly #keys = new Set<string>();
  readonly #lengths = new Map<string, number[]>();

  add(words: readonly Pick<Word, 'key'>[]): void {
    const key = joined(words);
    const first = words[0]?.key;
    if (first === undefined || this.#keys.has(key)) return;
    this.#keys.add(key);
    const lengths = this.#lengths.get(first) ?? [];
    if (!lengths.includes(words.length)) lengths.push(words.length);
    this.#lengths.set(
      first,
      lengths.sort((a, b) => b - a),
    );
  }

  /** The same words without anything between them, as "janedoe"; of letters and digits alone. */
  addJoined(words: readonly Word[]): void {
    if (words.length < 2 || words.length > 6) return;
    if (words.every(({ kind }) => kind === 'letters')) this.add([{ key: words.map(({ key }) => key).join('') }]);
    if (words.every(({ kind }) => kind === 'digits')) this.add([{ key: words.map(({ key }) => key).join('') }]);
  }

  addBoth(words: readonly Word[]): void {
    this.add(words);
    this.addJoined(words);
  }

  /** How many of the words from `at` on are one of the keys, the most; 0 when none is. */
  at(words: readonly Word[], at: number): number {
    const lengths = this.#lengths.get(words[at]?.key ?? '') ?? [];
    return (
      lengths.find(
        (length) =>
          at + length <= words.length &&
          this.#keys.has(joined(words.slice(at, at + length))) &&
          isFree(words, at, length),
      ) ?? 0
    );
  }
}

function joined(words: readonly Pick<Word, 'key'>[]): string {
  return words.map(({ key }) => key).join(' ');
}

/** A number is none within "A34"; of Hangul, two syllables begin a word, and one is a name beside 씨 alone. */
function isFree(words: readonly Word[], at: number, length: number): boolean {
  const [first, next] = [words[at], words[at + length]];
  if (first === undefined) return false;
  if (first.kind === 'digits' && length === 1) return !first.tied;
  if (first.kind !== 'han' && first.kind !== 'hangul') return true;
  if (length === 1) return /^[씨모某女男군양]$/.test(next?.key ?? '') && next?.start === first.end;
  return first.kind === 'han' || length > 2 || !first.inside;
}

function find(
  given: string,
  { whole, parts, shown }: { readonly whole: Keys; readonly parts: Keys; readonly shown: Keys },
): readonly Span[] {
  const plain = plainLetters(given);
  const text = plain?.text ?? given;
  const words = wordsOf(text);
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const held = whole.at(words, at);
    const open = shown.at(words, at);
    // "Kim" is held, and the office-holder "Kim Il Sample" is none of hers.
    const length = open > held ? 0 : held > 0 ? held : parts.at(words, at);
    const [first, final] = [words[at], words[at + length - 1]];
    if (length > 0 && first !== undefined && final !== undefined) {
      const last = spans.at(-1);
      // Parts of one name are one veil: how many there are is nobody's business either.
      if (last !== undefined && /^[\s,_·-]{0,3}$/.test(text.slice(last.end, first.start))) last.end = final.end;
      else spans.push({ start: first.start, end: final.end });
    }
    at += Math.max(1, length, open);
  }
  return plain === undefined ? spans : spans.map(plain.given);
}

const EASTERN = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}';
/** Of Chinese, Japanese and Korean each character; else letters up to a hump ("JaneDoe", "PDFDoe"), and digits. */
const WORD = new RegExp(
  `[${EASTERN}]|\\p{N}+|(?![${EASTERN}])\\p{Lu}[\\p{Lu}\\p{M}]*(?!\\p{Ll})|(?![${EASTERN}])\\p{L}(?:(?![${EASTERN}\\p{Lu}])[\\p{L}\\p{M}])*`,
  'gu',
);

const EASTERN_FIRST = new RegExp(`^[${EASTERN}]`, 'u');

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 1), index);
    const end = index + word.length;
    return {
      start: index,
      end,
      key: word.normalize('NFKC').toLowerCase(),
      kind: /^\p{N}/u.test(word)
        ? 'digits'
        : /^\p{Script=Hangul}/u.test(word)
          ? 'hangul'
          : EASTERN_FIRST.test(word)
            ? 'han'
            : 'letters',
      tied: /[\p{Script=Latin}\p{N}]/u.test(before) || /^[\p{Script=Latin}\p{N}]/u.test(text.slice(end, end + 1)),
      inside: /\p{Script=Hangul}/u.test(before),
    };
  });
}

/** The parts of a person's name: words of two letters and more that are no title; "Yong-ho" is one. Of Hangul and Chinese, the name without what honours it. */
function partsOf(surface: string): readonly (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  for (const [part] of surface.matchAll(/[^\s·‧・•,，]+/gu)) {
    const words = wordsOf(withoutHonour(part).replace(/^["“'‘(]+|['’]s?$/g, ''));
    const letters = words.reduce((sum, { start, end }) => sum + end - start, 0);
    if (letters >= 2 && !isCommon(part)) parts.push(words);
    const [first] = words;
    if (first?.kind === 'hangul' && words.length === 3 && SURNAMES.includes(first.key)) parts.push(words.slice(1));
  }
  return parts;
}

/** A name in Hangul or Chinese without what honours it: 씨, 先生. */
export function withoutHonour(name: string): string {
  return name.replace(HONOURED, '');
}

const HONOURED = new RegExp(
  `(?:(?<=\\p{Script=Hangul}{2})\\s?(?:씨|님)(?:${PARTICLES})?|(?<=\\p{Script=Han}{2})(?:${CHINESE_HONORIFICS}))$`,
  'u',
);

const EASTERN_TITLE = new RegExp(`^(?:${KOREAN_HONORIFICS}|${TITLES_AFTER}|${CHINESE_HONORIFICS})님?$`, 'u');

/** Whether a word of a name is none by which somebody is known. */
function isCommon(word: string): boolean {
  return EASTERN_TITLE.test(word) || isCommonWord(word.toLowerCase().replace(/[^\p{L}]/gu, ''));
}
