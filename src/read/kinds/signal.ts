import type { Signal, SignalDirection } from '../claim.ts';
import type { Clause, FoundModality } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { categoriesOf, compositesOf, MOST, type Named, type Subject, subjectsOf } from './named-risks.ts';
import { isSort, ownWeight, type RiskEvidence, type WeighedRisk } from './risk-weights.ts';

/** The risk that a clause speaks of by its own words, and what it bears on beside. */
export interface RiskReading {
  readonly signal: Signal | null;
  readonly evidence: RiskEvidence;
}

/**
 * The risk that the words of a clause speak of and where it goes (docs/read-kinds.md RK7); null when no word names a
 * kind of risk. What only helps, or only could be meant, counts when a word beside it says more, less or still.
 * Beside it every kind that a word bears on, for whoever knows what stands around the clause (RK18).
 */
export function risksOf(
  clause: Clause,
  { bound, isWish }: { readonly bound: FoundModality | undefined; readonly isWish: boolean },
): RiskReading {
  const { text, cues, tags, input } = clause;
  const isOrganisations = tags.has('organisation') || input.genre === 'roundtable' || input.genre === 'statement';
  const described = tags.has('described') ? withTag(cues, 'described').slice(0, MOST) : [];
  const words = [...categoriesOf(cues, described), ...compositesOf(clause, described)];
  const subjects = subjectsOf(clause);
  const sorts = [...tags].filter(isSort);
  if (words.length === 0 && subjects.size === 0) return { signal: null, evidence: { risks: [], sorts } };
  const directions = cues.filter(({ tag }) => DIRECTIONS.has(tag));
  const named = words
    .filter(({ category, strength }) => isOrganisations || !OF_ORGANISATIONS.has(category) || strength !== 'weak')
    .map((each): Directed => {
      const direction = boundDirection(each, cues, bound) ?? directionOf(each, clause, directions);
      if (direction !== undefined) return directed(each, each.weight, direction);
      return directed(each, each.weight * FAINT, faintDirection(each, clause, bound));
    });
  const scores = new Map<string, number>();
  for (const { category, weight } of named) {
    const held = scores.get(category) ?? 0;
    scores.set(category, Math.max(held, weight) + (held > 0 ? REPEATED : 0));
  }
  for (const [category, { weight }] of subjects)
    scores.set(category, (scores.get(category) ?? 0) + SUBJECT * Math.min(weight, MOST_WEIGHT));
  for (const [category, score] of scores) {
    const theirs = OF_ORGANISATIONS.has(category) ? (isOrganisations ? THEIRS : -THEIRS) : 0;
    scores.set(category, score + theirs + (CLOSER[category] ?? 0));
  }
  const told = new Set(named.filter(({ direction }) => direction !== undefined).map(({ category }) => category));
  const about = aboutOf(clause, { subjects, bound }).filter(({ category }) => !told.has(category));
  const all = [...named, ...about];
  const best = heaviest(all, scores);
  const signal =
    best?.direction === undefined || best.direction === 'unsaid'
      ? null
      : {
          category: best.category,
          direction: openDirection(best.direction, clause, isWish),
          stated: text.slice(best.start, best.end),
        };
  const risks = weighed(clause, { scores, subjects, named, all, bound, isWish });
  return { signal, evidence: { risks, sorts } };
}

/** Who asks that something end does not say that it does; and what nobody knows goes nowhere yet. */
function openDirection(direction: SignalDirection, { tags }: Clause, isWish: boolean): SignalDirection {
  const isOpen = tags.has('direction-unknown') || (isWish && direction === 'down');
  return isOpen && direction !== 'volatile' ? 'unknown' : direction;
}

/** Every kind that words of a clause bear on, with what they weigh for it. */
function weighed(
  clause: Clause,
  {
    scores,
    subjects,
    named,
    all,
    bound,
    isWish,
  }: {
    readonly scores: ReadonlyMap<string, number>;
    readonly subjects: ReadonlyMap<string, Subject>;
    readonly named: readonly Directed[];
    readonly all: readonly Directed[];
    readonly bound: FoundModality | undefined;
    readonly isWish: boolean;
  },
): readonly WeighedRisk[] {
  const most = Math.max(1, ...scores.values());
  const risks: WeighedRisk[] = [];
  for (const [category, score] of scores) {
    const theirs = named.filter((each) => each.category === category);
    const { first, weight = 0 } = subjects.get(category) ?? {};
    const said =
      heaviest(
        all.filter((each) => each.category === category),
        scores,
      ) ?? theirs[0];
    const words = said ?? first;
    if (words === undefined) continue;
    const told = said?.direction === 'unsaid' ? undefined : said?.direction;
    const direction = told ?? quietDirection(category, clause, bound);
    risks.push({
      category,
      weight: ownWeight({ score, subject: Math.min(weight, MOST_WEIGHT), isNamed: theirs.length > 0 }),
      share: Math.max(0, score) / most,
      direction: openDirection(direction, clause, isWish),
      stated: clause.text.slice(words.start, words.end),
    });
  }
  return risks;
}

/** Of what is said to go somewhere what has the highest score; of one kind the heaviest, then the earliest. */
function heaviest(all: readonly Directed[], scores: ReadonlyMap<string, number>): Directed | undefined {
  let best: Directed | undefined;
  for (const each of all) {
    if (each.direction === undefined || each.direction === 'unsaid') continue;
    const [score, held] = [scores.get(each.category) ?? 0, best === undefined ? 0 : (scores.get(best.category) ?? 0)];
    const isSame = each.category === best?.category;
    const isEarlier = each.start < (best?.start ?? Number.POSITIVE_INFINITY);
    const isHeavier = each.weight > (best?.weight ?? 0) || (each.weight === best?.weight && isEarlier);
    if (best === undefined || (isSame ? isHeavier : score > held || (score === held && isEarlier))) best = each;
  }
  return best;
}

/** A risk with where it goes; `unsaid` where nothing is said of it. */
interface Directed extends Named {
  readonly direction: SignalDirection | 'unsaid' | undefined;
}

function directed(
  { category, strength, start, end }: Named,
  weight: number,
  direction: Directed['direction'],
): Directed {
  return { category, strength, weight, start, end, direction };
}

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
/** Kinds that are about what helps: there less is worse, and only what helps is relief. */
const HELPFUL: ReadonlySet<string> = new Set([
  'host-community',
  'access',
  'access-to-services',
  'programme-continuity',
  'civic-space',
  'autonomy',
]);
/** Kinds whose frames tell of a deed: a word of negation inside says that it is not done. */
const DEEDS: ReadonlySet<string> = new Set([
  'refoulement',
  'enforcement',
  'use-of-force',
  'border-violence',
  'trafficking',
]);
/** Kinds whose frames tell of what an organisation or a person needs: there losing it is worse, and getting it relief. */
const NEEDED: ReadonlySet<string> = new Set([
  ...HELPFUL,
  'registration',
  'funding',
  'documentation-status',
  'reputation',
  'home-politics',
]);
/** Where to forbid is the burden itself: going out, crossing, sheltering, working without a licence. */
const BURDENS: ReadonlySet<string> = new Set([
  'border-control',
  'social-control',
  'helper-penalty',
  'informing',
  'documentation-status',
  'access',
  'access-to-services',
  'registration',
  'legal-regulatory',
  'funding',
  'enforcement',
  'policy-signal',
  'programme-continuity',
]);
/** Of two kinds named alike the closer one is meant: who shoots at the border tells of shooting. */
const CLOSER: Readonly<Record<string, number>> = {
  'use-of-force': 0.6,
  trafficking: 0.6,
  'post-return-harm': 0.6,
  refoulement: 0.6,
  informing: 0.6,
  'helper-penalty': 0.4,
  'detention-conditions': 0.4,
  'partner-risk': 0.4,
  'transnational-pressure': 0.4,
  'border-violence': 0.4,
  'policy-signal': -0.3,
  'legal-regulatory': -0.2,
};
/** What a duty grants to those it is about. */
const GRANTED: ReadonlySet<string> = new Set(['access-to-services', 'host-community', 'access']);
const DIRECTIONS: ReadonlySet<string> = new Set(['more', 'less', 'gain', 'relief', 'steady', 'volatile']);
/** Words that say something of a subject, rather than name it. */
const PREDICATES = [
  'more',
  'less',
  'gain',
  'relief',
  'steady',
  'volatile',
  'negation',
  'sanction',
  'should',
  'must.weak',
  'must.law',
  'not.law',
  'not.weak',
  'restricted',
  'happened',
  'likelihood',
  'forecast',
  'conditional',
  'evaluation',
] as const;
/** What a word more of the same kind, and what a word of its subject adds; and how many words of a subject make one alone. */
const REPEATED = 0.4;
const SUBJECT = 0.5;
const MOST_WEIGHT = 4;
const ENOUGH = 2;
const PLENTY = 2;
/** What is said of organisations is likelier meant where they are spoken of. */
const THEIRS = 0.3;
/** How much of its weight a subject keeps of which no word beside it tells where it goes. */
const FAINT = 0.45;
/** How near a word of direction inside a frame counts: one beside it may be nearer. */
const WITHIN = 6;
/** How far from the word that names a risk a word of direction still speaks of it, in UTF-16 units. */
const REACH = 70;
const CHARACTER_REACH = 24;
const NEAR = 30;
const COMMA = 12;
const NEGATION_REACH = 12;
const CHARACTER_NEGATION_REACH = 2;
/** Korean negates behind the verb: 체포하지 않았다. */
const AFTER_NEGATION_REACH = 3;

/** Subjects that no phrase names, of which enough words stand in a clause that says something of them. */
function aboutOf(
  clause: Clause,
  { subjects, bound }: { readonly subjects: ReadonlyMap<string, Subject>; readonly bound: FoundModality | undefined },
): readonly Directed[] {
  // A promise of help names what it helps with.
  if (clause.tags.has('commitment')) return [];
  return [...subjects]
    .filter(([, { words }]) => words >= ENOUGH)
    .map(([category, { first, words }]) => {
      const { start, end } = first ?? { start: 0, end: 0 };
      const each: Named = { category, strength: 'weak', weight: 0, start, end };
      return directed(each, 0, faintDirection(each, clause, bound, words >= PLENTY));
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
  if (forbids && BURDENS.has(named.category) && named.strength !== 'eased') return 'up';
  // What breaking a rule leads to is its sanction, not how many are held.
  if (named.strength === 'plain' && bound.cue.tag.startsWith('sanction')) return 'unsaid';
  const threatens = cues.some(({ tag }) => tag.startsWith('sanction'));
  const isForbidden =
    forbids &&
    !BURDENS.has(named.category) &&
    named.start >= bound.cue.end &&
    (named.strength === 'harm' || named.strength === 'plain');
  return isForbidden && !threatens && named.isMade !== true && !/^not\.weak$/.test(bound.cue.tag) ? 'down' : undefined;
}

/** Where a named risk goes; undefined when the word alone does not say that it is one. */
function directionOf(named: Named, clause: Clause, directions: readonly Cue[]): SignalDirection | undefined {
  const { text, input } = clause;
  const reach = input.lang === 'en' ? REACH : CHARACTER_REACH;
  if (named.strength === 'eased') {
    const isKept = named.isMade === true && (clause.tags.has('negation') || clause.tags.has('less'));
    return isKept ? 'up' : 'down';
  }
  if (named.strength === 'worse') return 'up';
  const [start, end] = [named.deed?.start ?? named.start, named.deed?.end ?? named.end];
  const nearest = (tag: string): number => {
    let least = Number.POSITIVE_INFINITY;
    for (const cue of directions) {
      if (cue.tag !== tag) continue;
      const within = cue.start >= start && cue.end <= end;
      if (
        within &&
        named.strength !== 'good' &&
        named.strength !== 'frame' &&
        (named.isMade !== true || named.deed !== undefined)
      )
        continue;
      const [from, to] = cue.start >= end ? [end, cue.start] : [cue.end, start];
      if (within) least = Math.min(least, WITHIN);
      if (within || to - from >= least || to - from > reach) continue;
      const between = text.slice(from, to);
      least = Math.min(least, Math.max(0, to - from) + COMMA * (between.match(/[,，;；]/g)?.length ?? 0));
    }
    return least;
  };
  if (nearest('volatile') <= reach) return 'volatile';
  const [more, steady, gain] = [nearest('more'), nearest('steady'), nearest('gain')];
  const isNeed = named.strength === 'frame' && NEEDED.has(named.category);
  if (named.strength === 'good' || isNeed) {
    const less = Math.min(nearest('less'), isNegated(named, clause) ? 0 : Number.POSITIVE_INFINITY);
    if (Math.min(less, gain, steady) > reach) return isNeed ? 'up' : undefined;
    if (less <= gain && less <= reach) return 'up';
    return steady < gain ? 'steady' : 'down';
  }
  const relief = Math.min(
    nearest(HELPFUL.has(named.category) ? 'gain' : 'relief'),
    named.category === 'detention-conditions' ? nearest('gain') : Number.POSITIVE_INFINITY,
  );
  if (named.strength === 'weak' && Math.min(more, relief) > NEAR) return undefined;
  if (relief <= reach && relief < more) return steady < relief ? 'steady' : 'down';
  if (more <= reach) return 'up';
  if (isNegated(named, clause)) return 'down';
  return steady <= reach ? 'steady' : 'up';
}

/** Where a subject goes that no word beside it tells of: a duty burdens, a permission relieves; undefined where nothing is said of it. */
function faintDirection(
  { category }: Pick<Named, 'category'>,
  { tags }: Clause,
  bound: FoundModality | undefined,
  isSaid = false,
): SignalDirection | undefined {
  if (tags.has('commitment')) return undefined;
  if (bound !== undefined) {
    if (bound.modality === 'may') return 'down';
    return bound.modality === 'must' && GRANTED.has(category) ? 'down' : 'up';
  }
  if (!isSaid && !PREDICATES.some((tag) => tags.has(tag))) return undefined;
  const [isLess, isGain] = [tags.has('less') || tags.has('negation'), tags.has('gain') || tags.has('relief')];
  return isGain && !isLess ? 'down' : 'up';
}

/** Where a kind goes that a clause bears on without saying more: worse, unless what is needed is got or a harm is spared. */
function quietDirection(category: string, { tags }: Clause, bound: FoundModality | undefined): SignalDirection {
  if (bound !== undefined && (bound.modality === 'may' || (bound.modality === 'must' && GRANTED.has(category))))
    return 'down';
  if (bound !== undefined || tags.has('less') || tags.has('negation')) return 'up';
  if (NEEDED.has(category)) return tags.has('gain') ? 'down' : 'up';
  return tags.has('relief') && !tags.has('more') ? 'down' : 'up';
}

function isNegated(named: Named, { cues, input }: Clause): boolean {
  const reach = input.lang === 'en' ? NEGATION_REACH : CHARACTER_NEGATION_REACH;
  return cues.some(
    ({ tag, start, end }) =>
      tag === 'negation' &&
      ((named.strength === 'frame' && DEEDS.has(named.category) && start >= named.start && end <= named.end) ||
        (end <= named.start && named.start - end < reach) ||
        (input.lang === 'ko' && start >= named.end && start - named.end < AFTER_NEGATION_REACH)),
  );
}
