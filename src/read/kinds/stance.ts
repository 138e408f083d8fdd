import type { Stance } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';

const POLARITIES = { hostile: 'hostile', against: 'against', for: 'for' } as const;

/**
 * For, against or hostile, and towards whom, in the words of the clause (docs/read-kinds.md RK9); null when no word takes
 * a side or what it speaks of cannot be told. A negated word takes none.
 */
export function stanceOf(clause: Clause, grammar: Grammar): Stance | null {
  for (const [prefix, polarity] of Object.entries(POLARITIES)) {
    for (const cue of clause.cues) {
      if (cue.tag !== `${prefix}.after` && cue.tag !== `${prefix}.before`) continue;
      const isNegated = clause.cues.some(
        ({ tag, start, end }) => tag === 'negation' && end <= cue.start + 4 && cue.start - start < 14,
      );
      if (isNegated) continue;
      const toward = grammar.toward(clause, cue);
      if (toward !== undefined) return { toward, polarity };
    }
  }
  return null;
}
