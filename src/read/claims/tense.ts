import type { Span } from '../anchor.ts';
import { AUXILIARIES } from '../figures/data/function-words.ts';
import type { Token } from '../figures/tokens.ts';
import { IRREGULAR_PAST } from '../kinds/data/english-past.ts';
import { type ReadLanguage, within } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';
import type { Tense } from './setting.ts';

/** Irregular pasts of coming and going, which the list of acts leaves out. */
const COMING: ReadonlySet<string> = new Set(['came', 'went']);

/** Past forms that look like the verb itself, or like a noun: they tell no tense. */
const BASE_AS_WELL: ReadonlySet<string> = new Set(
  'put hit cut hurt set shed split spread quit bet shut cast thrust let read left felt ground wound saw bore rose'.split(
    ' ',
  ),
);

/** The tense of a sentence by its first finite verb; of a Chinese one by its particles, of a Korean one by its last ending. */
function tenseOf(words: string, tokens: readonly Token[], lang: ReadLanguage): Tense {
  if (lang === 'zh') return /[了过過曾]/u.test(words) ? 'past' : 'present';
  if (lang === 'ko') return KOREAN_PAST.test(words.slice(-24)) ? 'past' : 'present';
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? '';
    if (word === 'has' || word === 'have') return 'perfect';
    if (COMING.has(word)) return 'past';
    if (/^(?:was|were|had|did)$/.test(word)) return 'past';
    if (AUXILIARIES.has(word)) return 'present';
    if (IRREGULAR_PAST.has(word) && !BASE_AS_WELL.has(word)) return 'past';
    if (/ed$/.test(word) && word.length > 4 && !/^(?:the|a|an|of)$/.test(tokens[i - 1]?.lower ?? '')) return 'past';
  }
  return 'present';
}

/** Syllables that end in the consonant of the past tense, but for 있 and 겠. */
const PAST_SYLLABLES: string = Array.from({ length: (0xd7a3 - 0xac00) / 28 }, (_, i) =>
  String.fromCharCode(0xac00 + i * 28 + 20),
)
  .filter((syllable) => !'있겠'.includes(syllable))
  .join('');

/** The last verb of a clause is in the past: 넘겨졌다, 끌려갔고, 물었더니, 그만뒀고요. */
const KOREAN_PAST = new RegExp(
  `[${PAST_SYLLABLES}](?:다|고|으며|으나|지만|는데|으므로|기에|습니다|어요|죠|던)?(?:요)?(?:고|며|면서|는|라고)?[\\s.!?"”’)」』,]*$`,
  'u',
);

/** The tense of a clause of a sentence. */
export function tenseIn(text: string, clause: Span, { tokens }: Sentence, lang: ReadLanguage): Tense {
  return tenseOf(text.slice(clause.start, clause.end), lang === 'en' ? within(tokens, clause) : [], lang);
}
