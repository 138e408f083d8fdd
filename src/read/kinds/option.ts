import type { CourseOfAction, OptionArgument } from '../claim.ts';
import type { Clause } from './clause.ts';

/** In this order they are written. */
const COURSES: readonly CourseOfAction[] = [
  'stay',
  'stay-adapted',
  'ad-hoc',
  'from-outside',
  'leave',
  'enter',
  'due-diligence',
  'exchange',
];
const WHERE_ORGANISATIONS_TALK: ReadonlySet<string> = new Set(['roundtable', 'statement']);

/**
 * What an organisation could do, and how the voice stands to it (docs/read-kinds.md RK8); null when the clause speaks of
 * no organisation, or of none of the courses.
 */
export function optionOf({ tags, input }: Clause, isQuestion: boolean): OptionArgument | null {
  const isOurs = WHERE_ORGANISATIONS_TALK.has(input.genre ?? 'unknown') && input.speakerKind !== 'government';
  if (!isOurs && !tags.has('organisation')) return null;
  if (input.genre === 'notice') return null;
  const options = COURSES.filter((course) => tags.has(`option:${course}`) || (isOurs && tags.has(`said:${course}`)));
  if (options.length === 0) return null;
  return { options, stance: isQuestion ? 'question' : standing(tags) };
}

function standing(tags: ReadonlySet<string>): OptionArgument['stance'] {
  if (tags.has('option-neutral')) return 'neutral';
  if (tags.has('option-against')) return 'against';
  if (tags.has('option-if') && !tags.has('commitment')) return 'conditional';
  if (tags.has('option-for')) return 'for';
  return tags.has('option-told') || tags.has('happened') ? 'descriptive' : 'neutral';
}
