import { ENGLISH_PAST_EVENTS } from './data/english-events.ts';
import { IRREGULAR_PAST, PARTICIPLES, STATIVE_ED } from './data/english-past.ts';

const LISTED: ReadonlySet<string> = new Set(ENGLISH_PAST_EVENTS);

/** Whether a word, in small letters, is the past of a verb of action: of the list, irregular, or one in -ed that is none of state. */
export function isPastForm(word: string): boolean {
  if (LISTED.has(word) || PARTICIPLES.has(word)) return true;
  if (IRREGULAR_PAST.has(word)) return word !== 'said';
  return word.length > 4 && word.endsWith('ed') && !word.endsWith('eed') && !STATIVE_ED.has(word);
}
