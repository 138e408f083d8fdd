import { AUXILIARIES } from '../figures/data/function-words.ts';
import type { Token } from '../figures/tokens.ts';
import type { ReadLanguage } from './findings.ts';
import type { Tense } from './setting.ts';

/** The tense of a sentence by its first finite verb; of a Chinese one by its particles, of a Korean one by its last ending. */
export function tenseOf(words: string, tokens: readonly Token[], lang: ReadLanguage): Tense {
  if (lang === 'zh') return /[了过過曾]/u.test(words) ? 'past' : 'present';
  if (lang === 'ko') return /[았었였했됐졌났]다[.!?"”’)]*\s*$/u.test(words) ? 'past' : 'present';
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? '';
    if (word === 'has' || word === 'have') return 'perfect';
    if (/^(?:was|were|had|did)$/.test(word)) return 'past';
    if (AUXILIARIES.has(word)) return 'present';
    if (/ed$/.test(word) && word.length > 4 && !/^(?:the|a|an|of)$/.test(tokens[i - 1]?.lower ?? '')) return 'past';
  }
  return 'present';
}
