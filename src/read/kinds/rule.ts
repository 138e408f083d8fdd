import type { Modality } from '../claim.ts';
import type { Clause, FoundModality, Grammar } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { moneyIn } from './money.ts';

/** Words that bind, by how: of those that begin together the first here is meant. */
const STRONG: readonly (readonly [string, Modality])[] = [
  ['not.law', 'must-not'],
  ['restricted', 'restricted'],
  ['requested', 'requested'],
  ['must.law', 'must'],
  ['may.law', 'may'],
];
const WEAK: readonly (readonly [string, Modality])[] = [
  ['not.weak', 'must-not'],
  ['should', 'should'],
  ['must.weak', 'must'],
  ['may.weak', 'may'],
];
/** Where people argue, a word of duty is an opinion unless an authority stands beside it. */
const OPINION_GENRES: ReadonlySet<string> = new Set(['roundtable', 'post', 'statement']);

/** How a clause binds somebody, and the words that say so (docs/read-kinds.md RK3); undefined when it is no rule. */
export function ruleModality(clause: Clause, grammar: Grammar): FoundModality | undefined {
  return ownModality(clause, grammar) ?? leadModality(clause);
}

/** "The following is prohibited:" binds each of what follows; the words stand before the clause, so that none of it does. */
function leadModality({ lead, input }: Clause): FoundModality | undefined {
  if (OPINION_GENRES.has(input.genre ?? 'unknown')) return undefined;
  const sanction = firstOf(lead, 'sanction.future') ?? firstOf(lead, 'sanction.rule');
  const modality = sanction === undefined ? (earliest(lead, STRONG) ?? earliest(lead, WEAK))?.modality : 'must-not';
  return modality === undefined ? undefined : { modality, cue: { tag: 'lead', start: 0, end: 0 } };
}

function ownModality(clause: Clause, grammar: Grammar): FoundModality | undefined {
  const { tags, input, cues } = clause;
  const genre = input.genre ?? 'unknown';
  const isArgued = OPINION_GENRES.has(genre) || (input.quoted === true && input.speakerKind !== 'government');
  const isVoiced = tags.has('cognition') || (isArgued && (tags.has('first-person') || !tags.has('law')));
  const reward = firstOf(cues, 'reward.rule');
  if (
    reward !== undefined &&
    !isVoiced &&
    (tags.has('group:report') || moneyIn(clause.folded, input.lang) !== null) &&
    !tags.has('happened')
  )
    return { modality: 'may (rewarded)', cue: reward };
  const sanction = firstOf(cues, 'sanction.future') ?? firstOf(cues, 'sanction.rule');
  const imperative = isOfficialVoice(clause) ? grammar.imperative(clause) : undefined;
  if (imperative !== undefined) return { modality: 'must', cue: imperative };
  const strong = earliest(cues, STRONG);
  const isOfficial = isOfficialVoice(clause);
  if (
    sanction !== undefined &&
    !isVoiced &&
    !tags.has('likelihood.past') &&
    (isOfficial || !tags.has('happened')) &&
    !(tags.has('saying') && !isOfficial) &&
    (isOfficial || tags.has('regulated') || tags.has('sanction.rule'))
  )
    return { modality: 'must-not', cue: strong?.modality === 'must-not' ? strong.cue : sanction };
  if ((isVoiced || tags.has('state-duty')) && !isOfficial) return undefined;
  if (strong !== undefined && (strong.modality !== 'requested' || isOfficial || tags.has('regulated'))) return strong;
  const weak = earliest(cues, WEAK);
  const isRuleLike =
    isOfficial || (tags.has('regulated') && (genre === 'unknown' || tags.has('law') || genre === 'report'));
  if (weak !== undefined && isRuleLike && (isOfficial || !isArgued) && !(weak.modality === 'may' && !isOfficial))
    return weak;
  return undefined;
}

/** Whether an authority itself speaks, rather than somebody who tells of it. */
function isOfficialVoice({ input }: Clause): boolean {
  return (
    input.genre === 'notice' || (input.speakerKind === 'government' && input.genre !== 'news' && input.quoted !== true)
  );
}

function earliest(cues: readonly Cue[], kinds: readonly (readonly [string, Modality])[]): FoundModality | undefined {
  let best: FoundModality | undefined;
  for (const [tag, modality] of kinds) {
    const cue = firstOf(cues, tag);
    if (cue !== undefined && (best === undefined || cue.start < best.cue.start)) best = { modality, cue };
  }
  return best;
}

function firstOf(cues: readonly Cue[], tag: string): Cue | undefined {
  return withTag(cues, tag)[0];
}
