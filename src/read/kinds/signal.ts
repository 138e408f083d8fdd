import type { Signal, SignalDirection } from '../claim.ts';
import type { FoundModality } from './clause.ts';
import type { Cue } from './cues.ts';

/**
 * The risk that the words of a clause speak of and where it goes (docs/read-kinds.md RK7); null when no word names a
 * kind of risk. What only helps, or only could be meant, counts when a word beside it says more, less or still.
 */
export function signalOf(text: string, cues: readonly Cue[], bound: FoundModality | undefined): Signal | null {
  const named = [...categoriesOf(cues), ...compositesOf(cues)].map((each) => ({
    ...each,
    direction: boundDirection(each, cues, bound) ?? directionOf(each, cues),
  }));
  const scores = new Map<string, number>();
  for (const { category, weight } of named) {
    const held = scores.get(category) ?? 0;
    scores.set(category, Math.max(held, weight) + (held > 0 ? 0.4 : 0));
  }
  let best: (typeof named)[number] | undefined;
  for (const each of named) {
    if (each.direction === undefined) continue;
    const score = scores.get(each.category) ?? 0;
    const held = best === undefined ? 0 : (scores.get(best.category) ?? 0);
    if (best === undefined || score > held || (score === held && each.start < best.start)) best = each;
    else if (each.category === best.category && each.weight > best.weight) best = each;
  }
  if (best?.direction === undefined) return null;
  return { category: best.category, direction: best.direction, stated: text.slice(best.start, best.end) };
}

interface Named {
  readonly category: string;
  readonly strength: 'harm' | 'plain' | 'good' | 'weak' | 'eased' | 'worse';
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

/** Kinds of risk that two groups of words make together: punishment and help, reward and report. */
const COMPOSITES: readonly { readonly category: string; readonly groups: readonly [string, string] }[] = [
  { category: 'informing', groups: ['reward', 'group:report'] },
  { category: 'helper-penalty', groups: ['sanction', 'group:help'] },
  { category: 'helper-penalty', groups: ['sanction.future', 'group:help'] },
  { category: 'helper-penalty', groups: ['not.law', 'group:harbour'] },
  { category: 'post-return-harm', groups: ['group:return', 'group:suffering'] },
];

const WEIGHTS = { harm: 2, plain: 1.7, good: 1.8, weak: 1, eased: 3, worse: 2.6 } as const;
const COMPOSITE_WEIGHT = 3.2;
/** How far from the word that names a risk a word of direction still speaks of it, in UTF-16 units. */
const REACH = 70;
const NEAR = 30;
const NEGATION_REACH = 12;

function categoriesOf(cues: readonly Cue[]): readonly Named[] {
  return cues.flatMap(({ tag, start, end }): Named[] => {
    const [strength = '', category] = tag.split(':');
    if (category === undefined || !isStrength(strength)) return [];
    return [{ category, strength, weight: WEIGHTS[strength], start, end }];
  });
}

function isStrength(word: string): word is Named['strength'] {
  return word in WEIGHTS;
}

function compositesOf(cues: readonly Cue[]): readonly Named[] {
  return COMPOSITES.flatMap(({ category, groups: [first, second] }): Named[] => {
    const one = cues.find(({ tag }) => tag === first);
    const other = cues.find(
      ({ tag, start, end }) => tag === second && (end <= (one?.start ?? 0) || start >= (one?.end ?? 0)),
    );
    if (one === undefined || other === undefined) return [];
    const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
    return end - start > 400 ? [] : [{ category, strength: 'harm', weight: COMPOSITE_WEIGHT, start, end }];
  });
}

/** A rule that forbids what helps is worse, one that grants it better; one that forbids a harm is better, unless it threatens it. */
function boundDirection(
  named: Named,
  cues: readonly Cue[],
  bound: FoundModality | undefined,
): SignalDirection | undefined {
  if (bound === undefined || bound.modality === 'requested' || bound.modality === 'may (rewarded)') return undefined;
  const forbids = bound.modality === 'must-not' || bound.modality === 'restricted';
  if (named.strength === 'good') return forbids ? 'up' : undefined;
  const threatens = cues.some(({ tag }) => tag.startsWith('sanction'));
  const isForbidden =
    forbids && named.start >= bound.cue.end && (named.strength === 'harm' || named.strength === 'plain');
  return isForbidden && !threatens && named.weight < COMPOSITE_WEIGHT && !/^not\.weak$/.test(bound.cue.tag)
    ? 'down'
    : undefined;
}

/** Where a named risk goes; undefined when the word alone does not say that it is one. */
function directionOf(named: Named, cues: readonly Cue[]): SignalDirection | undefined {
  if (named.strength === 'eased') return 'down';
  if (named.strength === 'worse') return 'up';
  const nearest = (tag: string): number => {
    let least = Number.POSITIVE_INFINITY;
    for (const cue of cues) {
      if (cue.tag !== tag) continue;
      const within = cue.start >= named.start && cue.end <= named.end;
      if (within && named.strength !== 'good' && named.weight < COMPOSITE_WEIGHT && tag !== 'relief') continue;
      const distance = cue.start >= named.end ? cue.start - named.end : Math.max(0, named.start - cue.end);
      least = Math.min(least, distance);
    }
    return least;
  };
  if (nearest('volatile') <= REACH) return 'volatile';
  const [more, steady] = [nearest('more'), nearest('steady')];
  if (named.strength === 'good') {
    const less = Math.min(nearest('less'), isNegated(named, cues) ? 0 : Number.POSITIVE_INFINITY);
    if (Math.min(less, more, steady) > REACH) return undefined;
    if (less <= more && less <= REACH) return 'up';
    return steady < more ? 'steady' : 'down';
  }
  const relief = nearest('relief');
  if (named.strength === 'weak' && Math.min(more, relief, steady) > NEAR) return undefined;
  if (relief <= REACH && relief < more) return steady < relief ? 'steady' : 'down';
  if (more <= REACH) return 'up';
  if (isNegated(named, cues)) return 'down';
  return steady <= REACH ? 'steady' : 'up';
}

function isNegated(named: Named, cues: readonly Cue[]): boolean {
  return cues.some(
    ({ tag, start, end }) =>
      tag === 'negation' &&
      ((end <= named.start && named.start - end < NEGATION_REACH) || (start >= named.end && start - named.end < 3)),
  );
}
