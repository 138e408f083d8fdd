import type { Signal, SignalDirection } from '../claim.ts';
import type { Clause, FoundModality } from './clause.ts';
import type { Cue } from './cues.ts';

/**
 * The risk that the words of a clause speak of and where it goes (docs/read-kinds.md RK7); null when no word names a
 * kind of risk. What only helps, or only could be meant, counts when a word beside it says more, less or still.
 */
export function signalOf(
  clause: Clause,
  { bound, isWish }: { readonly bound: FoundModality | undefined; readonly isWish: boolean },
): Signal | null {
  const { text, cues, tags, input } = clause;
  const isOrganisations = tags.has('organisation') || input.genre === 'roundtable' || input.genre === 'statement';
  const named = [...categoriesOf(cues), ...compositesOf(clause)]
    .filter(
      ({ category, strength }) =>
        isOrganisations || !OF_ORGANISATIONS.has(category) || (strength !== 'weak' && strength !== 'good'),
    )
    .map((each) => ({
      ...each,
      direction: boundDirection(each, cues, bound) ?? directionOf(each, clause),
    }));
  if (named.length === 0) return null;
  const scores = new Map<string, number>();
  for (const { category, weight } of named) {
    const held = scores.get(category) ?? 0;
    scores.set(category, Math.max(held, weight) + (held > 0 ? 0.4 : 0));
  }
  let best: (Named & { readonly direction: SignalDirection }) | undefined;
  for (const each of named) {
    if (each.direction === undefined || each.direction === 'unsaid') continue;
    const score = scores.get(each.category) ?? 0;
    const held = best === undefined ? 0 : (scores.get(best.category) ?? 0);
    if (best === undefined || score > held || (score === held && each.start < best.start))
      best = { ...each, direction: each.direction };
    else if (each.category === best.category && each.weight > best.weight)
      best = { ...each, direction: each.direction };
  }
  if (best === undefined) return null;
  // Who asks that something end does not say that it does.
  const direction = isWish && best.direction === 'down' ? 'unknown' : best.direction;
  return { category: best.category, direction, stated: text.slice(best.start, best.end) };
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

/** What is said of organisations alone: a word that could mean anything counts where they are spoken of. */
const OF_ORGANISATIONS: ReadonlySet<string> = new Set([
  'legal-regulatory',
  'registration',
  'funding',
  'civic-space',
  'autonomy',
  'partner-risk',
  'programme-continuity',
  'reputation',
  'home-politics',
]);
const WEIGHTS = { harm: 2, plain: 1.7, good: 1.8, weak: 1, eased: 3, worse: 2.6 } as const;
const COMPOSITE_WEIGHT = 3.2;
/** How far from the word that names a risk a word of direction still speaks of it, in UTF-16 units. */
const REACH = 70;
const CHARACTER_REACH = 24;
const NEAR = 30;
/** A clause is a sentence; of a text without ends no more is looked at than this. */
const MOST = 40;
const COMMA = 12;
const NEGATION_REACH = 12;
const CHARACTER_NEGATION_REACH = 2;
/** Korean negates behind the verb: 체포하지 않았다. */
const AFTER_NEGATION_REACH = 3;

function categoriesOf(cues: readonly Cue[]): readonly Named[] {
  const named: Named[] = [];
  for (const { tag, start, end } of cues) {
    const colon = tag.indexOf(':');
    const strength = tag.slice(0, Math.max(0, colon));
    if (colon > 0 && isStrength(strength))
      named.push({ category: tag.slice(colon + 1), strength, weight: WEIGHTS[strength], start, end });
    if (named.length === MOST) break;
  }
  return named;
}

function isStrength(word: string): word is Named['strength'] {
  return word in WEIGHTS;
}

function compositesOf({ cues, tags }: Clause): readonly Named[] {
  return COMPOSITES.flatMap(({ category, groups: [first, second] }): Named[] => {
    if (!tags.has(first) || !tags.has(second)) return [];
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
): SignalDirection | 'unsaid' | undefined {
  if (bound === undefined || bound.modality === 'requested' || bound.modality === 'may (rewarded)') return undefined;
  const forbids = bound.modality === 'must-not' || bound.modality === 'restricted';
  if (named.strength === 'good') return forbids ? 'up' : undefined;
  // What breaking a rule leads to is its sanction, not how many are held.
  if (named.strength === 'plain' && bound.cue.tag.startsWith('sanction')) return 'unsaid';
  const threatens = cues.some(({ tag }) => tag.startsWith('sanction'));
  const isForbidden =
    forbids && named.start >= bound.cue.end && (named.strength === 'harm' || named.strength === 'plain');
  return isForbidden && !threatens && named.weight < COMPOSITE_WEIGHT && !/^not\.weak$/.test(bound.cue.tag)
    ? 'down'
    : undefined;
}

/** Where a named risk goes; undefined when the word alone does not say that it is one. */
function directionOf(named: Named, clause: Clause): SignalDirection | undefined {
  const { text, cues, input } = clause;
  const reach = input.lang === 'en' ? REACH : CHARACTER_REACH;
  if (named.strength === 'eased') return 'down';
  if (named.strength === 'worse') return 'up';
  const nearest = (tag: string): number => {
    let least = Number.POSITIVE_INFINITY;
    for (const cue of cues) {
      if (cue.tag !== tag) continue;
      const within = cue.start >= named.start && cue.end <= named.end;
      if (within && named.strength !== 'good' && named.weight < COMPOSITE_WEIGHT) continue;
      const [from, to] = cue.start >= named.end ? [named.end, cue.start] : [cue.end, named.start];
      const between = text.slice(from, Math.min(to, from + reach + 1));
      least = Math.min(least, Math.max(0, to - from) + COMMA * (between.match(/[,，;；]/g)?.length ?? 0));
    }
    return least;
  };
  if (nearest('volatile') <= reach) return 'volatile';
  const [more, steady, gain] = [nearest('more'), nearest('steady'), nearest('gain')];
  if (named.strength === 'good') {
    const less = Math.min(nearest('less'), isNegated(named, clause) ? 0 : Number.POSITIVE_INFINITY);
    if (Math.min(less, gain, steady) > reach) return undefined;
    if (less <= gain && less <= reach) return 'up';
    return steady < gain ? 'steady' : 'down';
  }
  const relief = nearest('relief');
  if (named.strength === 'weak' && Math.min(more, relief) > NEAR) return undefined;
  if (relief <= reach && relief < more) return steady < relief ? 'steady' : 'down';
  if (more <= reach) return 'up';
  if (isNegated(named, clause)) return 'down';
  return steady <= reach ? 'steady' : 'up';
}

function isNegated(named: Named, { cues, input }: Clause): boolean {
  const reach = input.lang === 'en' ? NEGATION_REACH : CHARACTER_NEGATION_REACH;
  return cues.some(
    ({ tag, start, end }) =>
      tag === 'negation' &&
      ((end <= named.start && named.start - end < reach) ||
        (input.lang === 'ko' && start >= named.end && start - named.end < AFTER_NEGATION_REACH)),
  );
}
