import type { Language } from '../base/index.ts';
import { FUNCTION_WORDS } from './data/function-words.ts';
import { charactersOfScripts } from './han-variants.ts';
import { once } from './once.ts';

/**
 * The language of a stretch of text by its script (docs/read.md L51 to L54): Hangul is Korean, kana Japanese, Han
 * Chinese in the script its characters belong to; Latin letters are told apart by function words. `und` when the text
 * does not tell, as a name, a number or an address does not.
 */
export function languageOf(text: string): Language {
  const counts = countScripts(text);
  // One Han character or one syllable carries about as much as a short word of letters.
  const eastAsian = counts.han + counts.hangul + counts.kana;
  if (eastAsian > 0 && eastAsian * 2 >= counts.words) {
    if (counts.hangul * 4 >= counts.han + counts.hangul && counts.hangul >= counts.kana) return 'ko';
    if (counts.kana * 10 >= eastAsian) return 'ja';
    return chineseScript(text);
  }
  for (const [language, letters] of counts.others) if (letters > counts.latin) return language;
  return counts.latin > 0 ? latinLanguage(text) : 'und';
}

/** `zh-Hans`, `zh-Hant`, or `zh` when only characters common to both occur: which converter would change more of them. */
export function chineseScript(text: string): 'zh-Hans' | 'zh-Hant' | 'zh' {
  const { simplified, traditional } = charactersOfScripts();
  let hans = 0;
  let hant = 0;
  for (const char of text) {
    if (simplified.has(char)) hans++;
    if (traditional.has(char)) hant++;
  }
  if (hans === hant) return 'zh';
  return hans > hant ? 'zh-Hans' : 'zh-Hant';
}

interface ScriptCounts {
  readonly han: number;
  readonly hangul: number;
  readonly kana: number;
  readonly latin: number;
  readonly words: number;
  readonly others: readonly (readonly [Language, number])[];
}

const OTHER_SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

function countScripts(text: string): ScriptCounts {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const plain = /^[\s\x21-\x7e]*$/.test(text);
  const latin = count(/\p{Script=Latin}/gu);
  if (plain) return { han: 0, hangul: 0, kana: 0, latin, words: 0, others: [] };
  return {
    han: count(/\p{Script=Han}/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    latin,
    words: count(/\p{Script=Latin}+/gu),
    others: OTHER_SCRIPTS.map(([language, pattern]) => [language, count(pattern)] as const),
  };
}

/** A long block says nothing more about its language than its beginning. */
const WORDS_LOOKED_AT = 400;

function latinLanguage(text: string): Language {
  const words =
    text
      .slice(0, 8000)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, WORDS_LOOKED_AT) ?? [];
  const sets = functionWords();
  const scores = [...sets].map(([language, set]) => ({ language, hits: words.filter((word) => set.has(word)).length }));
  scores.sort((a, b) => b.hits - a.hits);
  const [best, second] = scores;
  if (best === undefined || best.hits === 0 || (best.hits === second?.hits && best.language !== 'en')) return 'und';
  // One word is an accident in a title or a name, except in a sentence so short that it is a good part of it.
  if (best.hits === 1 && (best.language !== 'en' || words.length > 8)) return 'und';
  // In running text every fourth word or so is one of these; far fewer and the words met are accidents.
  return best.hits * 12 >= words.length ? best.language : 'und';
}

const CENTRAL_EUROPEAN: readonly Language[] = ['pl', 'cs', 'hu', 'ro', 'hr'];
const WESTERN_EUROPEAN: readonly Language[] = ['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'sv'];

/** Whether the words around a text's accented letters are those of the languages that Windows-1250 was made for. */
export function isCentralEuropean(text: string): boolean {
  const around = text.match(/[\p{L} ,.'’-]{0,80}[^\p{ASCII}][\p{L} ,.'’-]{0,80}/gu)?.slice(0, 50) ?? [];
  const words =
    around
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const hits = (languages: readonly Language[]) =>
    words.filter((word) => languages.some((language) => functionWords().get(language)?.has(word))).length;
  return hits(CENTRAL_EUROPEAN) > hits(WESTERN_EUROPEAN);
}

const functionWords: () => ReadonlyMap<Language, ReadonlySet<string>> = once(
  () => new Map(Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(' '))])),
);
