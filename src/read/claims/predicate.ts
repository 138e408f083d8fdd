import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../figures/data/function-words.ts';
import { startsCapital } from '../figures/tokens.ts';
import { CHINESE_EVENTS } from '../kinds/data/chinese-events.ts';
import { ENGLISH_PAST_EVENTS } from '../kinds/data/english-events.ts';
import {
  CHINESE_ASKING,
  CHINESE_SIGNS,
  CHINESE_TITLE_ENDS,
  KOREAN_ENDINGS,
  KOREAN_HEADLINE_ENDS,
} from './data/predicate-words.ts';
import { isVerb } from './english-clauses.ts';
import type { ReadLanguage } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';
import type { SentenceContext } from './statements.ts';

/** A line, and whether it counts something. */
interface Line {
  readonly lang: ReadLanguage;
  readonly words: string;
  readonly counts: boolean;
}

/** A heading that says something, as headlines do (docs/read-claims.md RC1): a sentence's letters, not a title's, and a verb. */
export function isHeadline(sentence: Sentence, { lang, words, counts }: Line): boolean {
  if (lang === 'zh')
    return [...words].length >= 10 && !isChineseTitle(words) && (/[，,“]/u.test(words) || hasChineseVerb(words));
  if (lang === 'ko')
    return (
      words.length >= 12 &&
      (/["“…]|(?:다|나|까|듯|것|중)$/u.test(words) ||
        (KOREAN_HEADLINE_ENDS.test(words) && counts) ||
        isKoreanLine(words))
    );
  const { tokens } = sentence;
  const spoken = tokens.filter(({ kind }) => kind === 'word');
  if (spoken.length < 6) return false;
  const capitals = spoken.filter(({ text }) => startsCapital(text)).length;
  if (capitals > spoken.length * 0.6) return false;
  return tokens.some((token, i) => i > 0 && (isVerb(tokens, i) || /^\p{Ll}{3,}(?:[^su']s)$/u.test(token.text)));
}

/**
 * Whether a line of a text only names something, as titles, labels, captions and signatures do (RC11): it has no predicate, and
 * counts nothing.
 */
export function isBareLine(
  sentence: Sentence,
  { lang, words, counts, place }: Line & Pick<SentenceContext, 'place'>,
): boolean {
  if (lang === 'zh') {
    if (/[。！？；…][”"』」）)]*$/u.test(words)) return place === 'caption' && !counts && !hasChineseVerb(words);
    if (isChineseTitle(words)) return true;
    return !counts && !hasChineseVerb(words);
  }
  if (lang === 'ko') {
    if (KOREAN_ENDINGS.test(words))
      return place === 'caption' && !counts && !/[다요까음함임됨][.!?"”’)]*$/u.test(words);
    return !counts && !isKoreanLine(words);
  }
  return isBareEnglish(sentence, { words, place });
}

/** English that names and tells nothing: without a verb, and without the shape of a sentence or of a rule. */
function isBareEnglish(
  { tokens }: Sentence,
  { words, place }: Pick<Line, 'words'> & Pick<SentenceContext, 'place'>,
): boolean {
  // A present tense that no list knows shows in small letters alone: what has none is a name or an address.
  const isName = (): boolean =>
    /[.!?]["”’)]*$/u.test(words) &&
    tokens.every(({ kind, text, lower }) => kind !== 'word' || SMALL.has(lower) || !/^\p{Ll}{3,}$/u.test(text));
  if (place !== 'caption' && !isName()) return false;
  // "the crossing, May 2012": a month, where a verb is looked for.
  const isMonth = (i: number): boolean => tokens[i]?.text === 'May' && i > 0 && /^\d/.test(tokens[i + 1]?.text ?? '');
  return !tokens.some((_, i) => isVerb(tokens, i) && !isMonth(i));
}

/** `Police close the bridge`, `No loading at night`, `Papers to be shown`: lines of a list that say something without a full stop. */
export function isEnglishLine({ tokens }: Sentence): boolean {
  const spoken = tokens.filter(({ kind }) => kind === 'word');
  if (spoken.length < 3) return false;
  if (spoken[0]?.lower === 'no') return spoken.length >= 4;
  return spoken.some(({ lower, text }, i) => {
    if (i === 0 || !/^\p{Ll}/u.test(text)) return false;
    if (lower === 'be' && spoken[i - 1]?.lower === 'to') return i > 1;
    const next = spoken[i + 1];
    return (
      next !== undefined &&
      PRESENT_EVENTS.has(lower) &&
      !/^(?:the|a|an|of|to|for|their|its|his|her|our)$/.test(spoken[i - 1]?.lower ?? '') &&
      next.lower !== 'of'
    );
  });
}

/** Words of names and titles that are written small. */
const SMALL: ReadonlySet<string> = new Set([...PREPOSITIONS, ...CONJUNCTIONS, ...DETERMINERS]);

/** Verbs of what happens in the present that headlines are told in. */
const PRESENT_EVENTS: ReadonlySet<string> = new Set(
  ENGLISH_PAST_EVENTS.filter((verb) => verb.endsWith('ed')).flatMap((verb) => {
    const stem = verb.slice(0, -2);
    if (stem.endsWith('i')) return [`${stem.slice(0, -1)}ies`];
    return /(?:s|v|z|c|g|u|[aeiou]t|[aeiou]r)$/u.test(stem)
      ? [`${stem}es`, `${stem}e`, `${stem}s`]
      : [`${stem}s`, stem, `${stem}es`];
  }),
);

const LONGEST_TITLE = 30;

function isChineseTitle(words: string): boolean {
  // Text without full stops, as in posts, is longer than titles are; "是…的人" tells, and is no title.
  if (words.length > LONGEST_TITLE) return false;
  if (CHINESE_TITLE_ENDS.test(words) || CHINESE_ASKING.test(words)) return true;
  return /的\p{Script=Han}{1,5}[）)]?$/u.test(words) && !/[是了已将將被让讓使没沒]|成为|成為/u.test(words);
}

function hasChineseVerb(words: string): boolean {
  return CHINESE_SIGNS.test(words) || events.test(words);
}

const events = new RegExp(CHINESE_EVENTS.join('|'), 'u');

/** A Korean headline in a list or a post: an act at the end, with its parts. */
export function isKoreanLine(words: string): boolean {
  return KOREAN_HEADLINE_ENDS.test(words) && hasRoles(words);
}

/** Particles, or the comma of a headline, that give an act its parts. */
function hasRoles(words: string): boolean {
  return /[,，…]|(?:에서|을|를|으로|에게|이|가|에|은|는)\s/u.test(words);
}
