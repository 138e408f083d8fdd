import { REPORTING_VERBS } from '../figures/data/attribution-words.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
} from '../figures/data/function-words.ts';
import { INDIVIDUALS, NOT_NAMES, OPENERS, TITLES } from './data/english.ts';

/**
 * Whether a word in small letters is none by which somebody is known, though it may stand in what they are called: a title, a
 * particle, a word of grammar or of a body.
 */
export function isCommonWord(word: string): boolean {
  return (
    PARTICLES.test(word) || TITLES.has(word) || INDIVIDUALS.has(word) || NOT_NAMES.has(word) || isGrammarWord(word)
  );
}

/** Whether a word in small letters is one of grammar, of how sentences open or of how somebody is quoted. */
export function isGrammarWord(word: string): boolean {
  return GRAMMAR.has(word);
}

/** Behind a word that could be a name these tell that it is one of a place, a body or a law. The alternatives of a pattern. */
export const PLACE_NOUNS = 'county|province|river|city|prefecture|district|village|town|street|ministry|party|act|law';

const PARTICLES = /^(?:van|von|de|der|den|bin|al|el|la|du|old|young)$/;
const GRAMMAR: ReadonlySet<string> = new Set([
  ...OPENERS,
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...PRONOUNS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
  ...ADVERBS,
  ...REPORTING_VERBS,
]);
