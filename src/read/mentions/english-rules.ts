import type { Marking } from './mention-rule.ts';

/** English rules that share what must and must not stand in the sentence around their words. */
export interface EnglishRules {
  /** Words in small letters of which one must stand in the sentence: most sentences have none, and a look is cheap. */
  readonly trigger: readonly string[];
  /** Words that must stand somewhere in the sentence too. */
  readonly beside?: RegExp;
  /** Words that speak against the rule anywhere in the sentence. */
  readonly unless?: RegExp;
  readonly rules: readonly { readonly pattern: RegExp; readonly marking: Marking }[];
}

// Quantifiers are bounded, and words are parted by one space: each pattern looks at a bounded stretch from each place.
/** One word. */
export const WORD: string = "[\\p{L}\\p{M}'’-]{1,24}";
/** A name of up to five words, with the space before it. */
export const NAME: string = `(?: (?:the )?\\p{Lu}${WORD}){1,5}`;
/** A small number. */
export const NUMBER: string = '(?:two|three|four|five|six|seven|eight|nine|ten|several|\\d{1,3})';
/** What opens a noun phrase. */
export const DETERMINER: string = `(?:the|an?|this|that|these|those|our|their|his|her|its|my|one|another|each|every|${NUMBER})`;
/** "behind the bakery", "near Orrin": where something stands. */
export const WHERE: string = `(?: (?:in|at|near|behind|beside|above|below|beneath|under|outside|inside|opposite|on|by|next to|close to)(?: (?:the|an?|our|their))?(?: \\p{Lu}${WORD}){1,4}| (?:in|at|near|behind|beside|above|below|beneath|under|outside|inside|opposite|on|by|next to|close to) (?:the|an?|our|their) ${WORD})`;
/** Verbs of saying. */
export const SAID: string =
  'said|says|told|confirmed|explained|added|recalled|claimed|reported|described|wrote|writes|texted|posted|leaked|passed|sent|replied|insisted|denied|noted|warned|admitted|revealed|disclosed|estimates?|estimated';
/** Kinds of places that people are found in. */
export const COUNTY: string = '(?:[Cc]ounty|[Tt]own|[Vv]illage|[Tt]ownship|[Dd]istrict|[Hh]amlet|[Cc]ity)';

/** A rule from the source of its pattern; it begins and ends at words. */
export function rule(source: string, marking: Marking): { readonly pattern: RegExp; readonly marking: Marking } {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${source})(?![\\p{L}])`, 'gu'), marking };
}

/** The words of an alternation; of those with a space or a pattern in them, nothing. */
export function tokens(words: string): readonly string[] {
  return words.split('|').filter((one) => /^\p{L}+$/u.test(one));
}

/** Any of the words, wherever it stands. */
export function word(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
}
