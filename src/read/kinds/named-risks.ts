import { onceOf } from '../once.ts';
import type { Clause } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { COMPOSITES, STRONG } from './risk-composites.ts';

/** A kind of risk that words of a clause name. */
export interface Named {
  readonly category: string;
  readonly strength: 'harm' | 'frame' | 'plain' | 'good' | 'weak' | 'eased' | 'worse';
  readonly weight: number;
  readonly start: number;
  readonly end: number;
  /** Whether two groups of words make it together. */
  readonly isMade?: boolean;
  /** Of what two groups make, what is done: what words of direction speak of. */
  readonly deed?: Cue;
}

/** How the tags begin of words that tell of a subject alone. */
const ABOUT = 'about:';
const WEIGHTS = { harm: 2, frame: 2.6, plain: 1.7, good: 1.8, weak: 1, eased: 3, worse: 2.6 } as const;
/** Of what sort somebody is, is seldom what is said of them: asylum seekers, workers without papers. */
const DESCRIBED = 0.3;
/** How far apart two groups of words may stand to make a risk, in UTF-16 units. */
const MEETING = 110;
const CHARACTER_MEETING = 36;
/** A clause is a sentence; of a text without ends no more is looked at than this. */
export const MOST = 40;
const GROUP = 'group:';

/** The risks that single words and phrases name, in the order of the text. */
export function categoriesOf(cues: readonly Cue[], described: readonly Cue[]): readonly Named[] {
  const found: Named[] = [];
  for (const { tag, start, end } of cues) {
    const named = namedBy(tag);
    if (named === undefined) continue;
    const { category, strength } = named;
    const weight = WEIGHTS[strength] * (standsIn(described, start, end) ? DESCRIBED : 1);
    found.push({ category, strength, weight, start, end });
    if (found.length === MOST) break;
  }
  return found;
}

type RiskTag = Pick<Named, 'category' | 'strength'>;

/** What a tag says of a risk, as in `harm:border-control`; most words tell of a subject alone. There are as many tags as lists. */
const namedBy: (tag: string) => RiskTag | undefined = onceOf((tag) => {
  const colon = tag.startsWith(ABOUT) ? -1 : tag.indexOf(':');
  const strength = tag.slice(0, Math.max(0, colon));
  return colon > 0 && isStrength(strength) ? { category: tag.slice(colon + 1), strength } : undefined;
});

function isStrength(word: string): word is Named['strength'] {
  return Object.hasOwn(WEIGHTS, word);
}

function standsIn(others: readonly Cue[], start: number, end: number): boolean {
  return others.some((other) => start >= other.start && end <= other.end);
}

/** Those that two groups of words make together. */
export function compositesOf({ cues, tags, input }: Clause, described: readonly Cue[]): readonly Named[] {
  // Each of them takes a group.
  if (!cues.some(({ tag }) => tag.startsWith(GROUP))) return [];
  const reach = input.lang === 'en' ? MEETING : CHARACTER_MEETING;
  const found: Named[] = [];
  for (const { category, groups: pair, weight, strength = 'harm' } of COMPOSITES) {
    const [first, second] = pair;
    if (!tags.has(first) || !tags.has(second)) continue;
    const met = meeting(withTag(cues, first).slice(0, MOST), withTag(cues, second).slice(0, MOST));
    if (met === undefined || standsIn(described, met.start, met.end)) continue;
    if (met.end - met.start > (weight === STRONG ? 400 : reach)) continue;
    const { deed, start, end } = met;
    found.push({ category, strength, weight, isMade: true, start, end, ...(weight === STRONG ? {} : { deed }) });
  }
  return found;
}

/** The nearest two of two groups that are not the same words. */
function meeting(
  ones: readonly Cue[],
  others: readonly Cue[],
): { readonly start: number; readonly end: number; readonly deed: Cue } | undefined {
  let best: { readonly start: number; readonly end: number; readonly deed: Cue } | undefined;
  for (const one of ones)
    for (const other of others) {
      if (other.end > one.start && other.start < one.end) continue;
      const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
      if (best === undefined || end - start < best.end - best.start) best = { start, end, deed: other };
    }
  return best;
}

/** Of a text without ends no more words are counted; words that begin alike are one. */
const MOST_ABOUT = 400;
const SAME = 5;

/** How many words of a subject a clause holds, what they weigh, and the first. */
export interface Subject {
  readonly words: number;
  readonly weight: number;
  readonly first: Cue | undefined;
}

const NO_SUBJECTS: ReadonlyMap<string, Subject> = new Map();

/** How many different words of each subject a clause holds; a word of several subjects is worth less to each. */
export function subjectsOf({ cues, folded }: Clause): ReadonlyMap<string, Subject> {
  const about = cues.filter(({ tag }) => subjectOf(tag) !== undefined).slice(0, MOST_ABOUT);
  if (about.length === 0) return NO_SUBJECTS;
  const sharers = new Map<number, number>();
  for (const { start } of about) sharers.set(start, (sharers.get(start) ?? 0) + 1);
  const seen = new Map<string, Map<string, Cue>>();
  for (const cue of about) {
    let words = seen.get(cue.tag);
    if (words === undefined) {
      words = new Map<string, Cue>();
      seen.set(cue.tag, words);
    }
    const word = folded.slice(cue.start, Math.min(cue.end, cue.start + SAME));
    if (!words.has(word)) words.set(word, cue);
  }
  const subjects = new Map<string, Subject>();
  for (const [tag, words] of seen) {
    let [weight, first]: [number, Cue | undefined] = [0, undefined];
    for (const cue of words.values()) {
      first ??= cue;
      weight += 1 / Math.sqrt(sharers.get(cue.start) ?? 1);
    }
    subjects.set(subjectOf(tag) ?? '', { words: words.size, weight, first });
  }
  return subjects;
}

/** The subject that a tag is of; undefined for every other tag. */
const subjectOf: (tag: string) => string | undefined = onceOf((tag) =>
  tag.startsWith(ABOUT) ? tag.slice(ABOUT.length) : undefined,
);
