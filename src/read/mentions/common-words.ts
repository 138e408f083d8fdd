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
  return PARTICLES.test(word) || LISTS.some((list) => list.has(word));
}

const PARTICLES = /^(?:van|von|de|der|den|bin|al|el|la|du|old|young)$/;
const LISTS: readonly ReadonlySet<string>[] = [
  TITLES,
  INDIVIDUALS,
  NOT_NAMES,
  OPENERS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  CONJUNCTIONS,
  AUXILIARIES,
  ADVERBS,
  REPORTING_VERBS,
];
