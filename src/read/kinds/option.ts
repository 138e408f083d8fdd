import type { CourseOfAction, OptionArgument } from '../claim.ts';
import type { Clause } from './clause.ts';
import type { Cue } from './cues.ts';

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
const WHERE_ORGANISATIONS_TALK: ReadonlySet<string> = new Set(['roundtable', 'statement', 'unknown']);

/**
 * What an organisation could do, and how the voice stands to it (docs/read-kinds.md RK8); null when the clause speaks of
 * no organisation, or of none of the courses.
 */
export function optionOf({ tags: all, around, cues, input }: Clause, isQuestion: boolean): OptionArgument | null {
  const isOurs = WHERE_ORGANISATIONS_TALK.has(input.genre ?? 'unknown') && input.speakerKind !== 'government';
  if (!isOurs && !all.has('organisation') && !around.has('organisation') && !all.has('first-person')) return null;
  if (input.genre === 'notice') return null;
  const tags = outermost(cues);
  const options = COURSES.filter((course) => tags.has(`option:${course}`) || (isOurs && tags.has(`said:${course}`)));
  if (options.length === 0) return null;
  return { options, stance: isQuestion ? 'question' : standing(tags, all.has('commitment')) };
}

function standing(tags: ReadonlySet<string>, isPromised: boolean): OptionArgument['stance'] {
  if (tags.has('option-neutral')) return 'neutral';
  if (tags.has('option-against')) return 'against';
  if (tags.has('option-if') && !isPromised) return 'conditional';
  if (tags.has('option-for')) return 'for';
  return 'descriptive';
}

/** Tags of the words that do not stand within longer ones of another list: "cannot walk away" is staying, not leaving. */
function outermost(cues: readonly Cue[]): ReadonlySet<string> {
  const ours = cues.filter(({ tag }) => tag.startsWith('option') || tag.startsWith('said'));
  const tags = new Set<string>();
  let covers: Cue | undefined;
  for (const cue of ours) {
    if (covers === undefined || cue.end > covers.end) covers = cue;
    else if (cue.end <= covers.end && cue.end - cue.start < covers.end - covers.start) continue;
    tags.add(cue.tag);
  }
  return tags;
}
