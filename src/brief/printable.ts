import type { Language } from '../base/index.ts';
import type { PublishableText } from './disclosure.ts';

/** A run of marks on one letter beyond this climbs over the lines around it. */
const MOST_MARKS = 8;
/** White space of every kind, line and paragraph separators included. */
const SPACE = /[\s\u0085\u180E]+/gu;
/** Invisible, and without a meaning that a reader could miss: soft hyphen, zero-width space, word joiner, BOM. */
const NOTHING = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** Controls and formats that could hide, reorder or alter what is printed. Joiners of words stay: some scripts need them. */
const SHOWN = /[\p{Cc}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu;
const MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/**
 * Text as it may be printed on one line: a document is hostile until shown otherwise, and a character that turns the
 * line around (U+202E) would make the page say something else. Such characters are shown by their number.
 */
export function printable(text: PublishableText): string {
  return asPrinted(text);
}

/** What `printable` would make of a text that nobody looked at yet: for looking at it, and not for a page. */
export function asPrinted(text: string): string {
  return text
    .replace(SPACE, ' ')
    .replace(NOTHING, '')
    .replace(SHOWN, (c) => `⟨U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .replace(MARKS, '$1')
    .trim();
}

/** The shape of a BCP 47 tag; a page's own `lang` can be anything. */
const TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}$/;

/** The language to set a text in: as stated, else by its script; undefined for what any Latin font can set. */
export function settingLanguage(text: string, language: Language): Language | undefined {
  if (language !== 'und' && TAG.test(language)) return language;
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
}
