import type { ConsentUse, StandingUse } from '../../preserve/index.ts';
import type { ConsentProblem, UseRefused } from '../consent.ts';
import { EXIT, type Stop, stop } from '../exit-code.ts';
import { oneLine } from './cell-text.ts';
import { shortId } from './source-words.ts';

/** What each use is called. */
export const USE_WORDS: Readonly<Record<ConsentUse, string>> = {
  store: 'be stored here',
  share: 'be shared',
  'publish-anonymised': 'be published without anybody being named',
  'publish-named': 'be published with the name',
  court: 'be given to a court',
};

/** How one use stands, in a line. */
export function standingLine({ use, answer, date, language, explainedBy, sharedWith, note }: StandingUse): string {
  const facts = [
    ...(date === undefined ? [] : [date]),
    ...(language === undefined ? [] : [`explained in ${language}`]),
    ...(explainedBy === undefined ? [] : [`by ${explainedBy}`]),
    ...(sharedWith === undefined || sharedWith.length === 0 ? [] : [`with ${sharedWith.join('; ')} alone`]),
    ...(note === '' ? [] : [note]),
  ];
  return `${use.padEnd(20)}${ANSWER_WORDS[answer].padEnd(12)}${oneLine(facts.join(' · '))}`.trimEnd();
}

/** Which source must not be put to which use, and why. */
export function refusedWords({ source, use, why }: UseRefused): string {
  const reason =
    why === 'not-with' ? 'consent names others to share it with' : `consent to ${use}: ${ANSWER_WORDS[why]}`;
  return `${shortId(source)} must not ${USE_WORDS[use]} (${reason})`;
}

/** The sentence with which an export is refused that rests on testimony. */
export function testimonyStop(refused: readonly UseRefused[]): Stop {
  const few = refused.slice(0, 10).map(refusedWords);
  const more = refused.length > few.length ? `; and ${refused.length - few.length} more` : '';
  return stop(
    EXIT.heldBack,
    `Nothing was written, since it would rest on testimony whose consent does not allow it: ${few.join('; ')}${more}. Name a collection without it, or, when consent was given since: consent ID --set USE=given`,
  );
}

/** Why testimony cannot be stored under a consent. */
export function consentStop(problem: ConsentProblem): Stop {
  return stop(EXIT.inputRefused, PROBLEMS[problem]);
}

const ANSWER_WORDS: Readonly<Record<StandingUse['answer'], string>> = {
  given: 'given',
  refused: 'refused',
  'not-asked': 'not asked',
  withdrawn: 'withdrawn',
};

const PROBLEMS: Readonly<Record<ConsentProblem, string>> = {
  malformed:
    'This is no consent. It takes JSON: {"legalBasis": TEXT, "uses": [{"use": "store", "answer": "given"}, …]}; docs/testimony.md lists all members. Nothing was stored.',
  twice: 'The consent says one use more than once. Say each once. Nothing was stored.',
  'no-date': 'A date of the consent is none. Write it as 2026-05-03, 2026-05 or 2026. Nothing was stored.',
  'store-not-given':
    'Testimony is stored only when whoever gave it said yes to that: consent to store is not given. Nothing was stored, and the words were not kept.',
};
