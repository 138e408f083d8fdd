/**
 * Words that count without a number. Their value is never filled in. Each is a sequence of words that stands right
 * before what is counted; "of" is consumed when it follows.
 */
export const VAGUE: readonly (readonly string[])[] = [
  'tens of thousands',
  'hundreds of thousands',
  'tens of millions',
  'hundreds of millions',
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'millions',
  'many thousands',
  'many hundreds',
  'many',
  'several',
  'numerous',
  'countless',
  'a few',
  'a handful',
  'a large number',
  'a growing number',
  'a small number',
  'a great number',
  'an increasing number',
  'an increased number',
  'an unknown number',
  'a number',
  'large numbers',
  'growing numbers',
  'increasing numbers',
  'great numbers',
  'small numbers',
  'unknown numbers',
  'the increasing number',
  'the increased number',
  'the growing number',
  'the large number',
  'hardly any',
  'scarcely any',
  'almost no',
  'very few',
  'only a few',
  'only a handful',
  'quite a few',
  'a couple of dozen',
  'untold numbers',
  'huge numbers',
  'vast numbers',
  'significant numbers',
  'a significant number',
  'a considerable number',
  'a substantial number',
  'a small group',
  'an unspecified number',
  'an undisclosed number',
].map((phrase) => phrase.split(' '));

/** Before "many" and "few" these make a question, a comparison or a limit. */
export const NOT_VAGUE_AFTER: ReadonlySet<string> = new Set(['how', 'as', 'too', 'so', 'very', 'not']);

/** Words for the greater part of a whole. */
export const SHARES: readonly (readonly string[])[] = [
  'most',
  'the majority',
  'a majority',
  'the vast majority',
  'a minority',
  'a small minority',
].map((phrase) => phrase.split(' '));

/** Units that a vague word may count; "several reasons" and "many years" say nothing that could be compared. */
export const COUNTABLE: ReadonlySet<string> = new Set([
  'persons',
  'households',
  'cases',
  'facilities',
  'documents',
  'organisations',
  'farms',
  'places',
  'occurrences',
]);
