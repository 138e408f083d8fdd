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
  ['restricted.weak', 'restricted'],
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
  const { tags, input, cues, around } = clause;
  const genre = input.genre ?? 'unknown';
  const isOfficial = isOfficialVoice(clause);
  const isArgued =
    OPINION_GENRES.has(genre) || (clause.isQuoted && input.speakerKind !== 'government' && !around.has('order-text'));
  const isVoiced = tags.has('cognition') || (isArgued && (tags.has('first-person') || !tags.has('law')));
  const reward = firstOf(cues, 'reward.rule');
  if (
    reward !== undefined &&
    !isVoiced &&
    (tags.has('group:report') || moneyIn(clause.folded, input.lang) !== null) &&
    !tags.has('happened')
  )
    return { modality: 'may (rewarded)', cue: reward };
  const imperative = isOfficial ? grammar.imperative(clause) : undefined;
  const sanction = firstOf(cues, 'sanction.future') ?? firstOf(cues, 'sanction.rule');
  const threat = isVoiced || !(isOfficial || around.has('order-text')) ? undefined : grammar.threat(clause);
  const strong = earliest(cues, STRONG);
  const duty = earlier(strong, earliest(cues, WEAK));
  const punished = earliestCue(sanction, threat);
  if (imperative !== undefined && (punished === undefined || imperative.start < punished.start))
    return { modality: 'must', cue: imperative };
  const isThreatened =
    threat !== undefined ||
    (sanction !== undefined &&
      !isVoiced &&
      !tags.has('likelihood.past') &&
      (isOfficial || !tags.has('happened')) &&
      !(tags.has('saying') && !isOfficial) &&
      (isOfficial || tags.has('regulated') || tags.has('sanction.rule') || around.has('order-text')));
  if (punished !== undefined && isThreatened) {
    // What is ordered before a punishment is threatened is the rule: "register, or be fined".
    if (duty !== undefined && PARTS.test(clause.folded.slice(duty.cue.end, punished.start))) return duty;
    return { modality: 'must-not', cue: strong?.modality === 'must-not' ? strong.cue : punished };
  }
  if (isOfficial) return duty;
  if (tags.has('cognition') || tags.has('state-duty')) return undefined;
  // A body's word to its own members binds them.
  if (
    genre === 'statement' &&
    around.has('members') &&
    duty !== undefined &&
    !tags.has('appeal') &&
    !tags.has('first-person')
  )
    return duty;
  if (isArgued) {
    const isOrdered = around.has('order-text') || tags.has('law');
    if (strong?.modality === 'requested') return around.has('members') && !tags.has('appeal') ? strong : undefined;
    if (strong !== undefined) {
      const isDuty = DUTY_WORD.test(clause.folded.slice(strong.cue.start, strong.cue.end));
      return (isOrdered || (tags.has('regulated') && !isDuty)) && !tags.has('first-person') ? strong : undefined;
    }
    return duty !== undefined &&
      isOrdered &&
      tags.has('regulated') &&
      !tags.has('first-person') &&
      BINDS.has(duty.modality)
      ? duty
      : undefined;
  }
  if (strong !== undefined) {
    if (strong.modality === 'requested') return tags.has('regulated') || around.has('law') ? strong : undefined;
    return strong;
  }
  if (duty === undefined || tags.has('first-person')) return undefined;
  if (BINDS.has(duty.modality)) return tags.has('regulated') || around.has('law') ? duty : undefined;
  return tags.has('regulated') && around.has('law') && duty.modality !== 'may' ? duty : undefined;
}

const BINDS: ReadonlySet<Modality> = new Set(['must', 'must-not']);
/** Words of duty that who argues says as often as who orders. */
const DUTY_WORD = /^(?:应|必须|须|需|务必|must|shall)|안\s(?:된|됩|되|돼)|야\s/;
/** What parts an order from the threat behind it. */
const PARTS = /[,;，；。.]|\bor\b|\band\b|否则|고\s|며\s/;

function earliestCue(one: Cue | undefined, other: Cue | undefined): Cue | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.start < one.start ? other : one;
}

/** Of a strong and a weak word of duty the one that stands first; of two in one place the strong. */
function earlier(strong: FoundModality | undefined, weak: FoundModality | undefined): FoundModality | undefined {
  if (strong === undefined || weak === undefined) return strong ?? weak;
  return weak.cue.start < strong.cue.start && weak.cue.end <= strong.cue.start && weak.modality !== 'may'
    ? weak
    : strong;
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
