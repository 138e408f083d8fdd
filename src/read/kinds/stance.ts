import type { Stance } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';
import { type Cue, withTag } from './cues.ts';

/** A clause is a sentence; of a text without ends no more is looked at than this. */
const MOST = 20;
const POLARITIES = [
  { polarity: 'hostile', after: 'hostile.after', before: 'hostile.before' },
  { polarity: 'against', after: 'against.after', before: 'against.before' },
  { polarity: 'for', after: 'for.after', before: 'for.before' },
] as const;

/**
 * For, against or hostile, and towards whom, in the words of the clause (docs/read-kinds.md RK9); null when no word takes
 * a side or what it speaks of cannot be told. A negated word takes none.
 */
export function stanceOf(clause: Clause, grammar: Grammar): Stance | null {
  for (const { polarity, after, before } of POLARITIES) {
    if (!clause.tags.has(after) && !clause.tags.has(before)) continue;
    for (const cue of withTag(clause.cues, after, before).slice(0, MOST)) {
      const isNegated = clause.cues.some(
        ({ tag, start, end }) => tag === 'negation' && end <= cue.start && cue.start - start < 14,
      );
      if (isNegated) continue;
      const toward = grammar.toward(clause, cue) ?? grammar.toward(clause, otherSide(cue));
      if (toward !== undefined) return { toward, polarity };
    }
  }
  return null;
}

/** A word whose object is not where it is sought may have it on its other side: "This we condemn." */
function otherSide(cue: Cue): Cue {
  const [polarity = '', side] = cue.tag.split('.');
  return { ...cue, tag: `${polarity}.${side === 'after' ? 'before' : 'after'}` };
}
