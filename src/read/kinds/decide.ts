import type { ClaimKind, ClaimSubkind, EventTerms } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';

/** A kind, its closer word, and what happened where it is an event. */
export interface DecidedKind {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind;
  readonly event?: EventTerms;
}

const ARGUED: ReadonlySet<string> = new Set(['roundtable', 'post', 'statement']);

/** The kind of a clause, in the order of docs/read-kinds.md RK2: the first that its words bear. */
export function kindOf(
  clause: Clause,
  {
    grammar,
    isQuestion,
    isRule,
  }: { readonly grammar: Grammar; readonly isQuestion: boolean; readonly isRule: boolean },
): DecidedKind {
  const { tags, input } = clause;
  if (isQuestion) return { kind: 'opinion', subkind: 'question' };
  if (isRule) return { kind: 'rule' };
  const argued = ARGUED.has(input.genre ?? 'unknown');
  const anonymous = isAnonymous(clause);
  const event = grammar.event(clause);
  const told: DecidedKind | undefined = event === undefined ? undefined : { kind: 'event', event };
  const isFuture =
    input.futureReference === true || tags.has('forecast') || (tags.has('likelihood') && !tags.has('likelihood.past'));
  const figure =
    input.hasFigure === false
      ? undefined
      : (grammar.figure(clause) ?? (input.hasFigure === true ? 'large' : undefined));
  if (figure === 'large' && !isFuture) return { kind: 'statistic' };
  if (figure === 'small' && told === undefined && !isFuture && (input.hasFigure === true || /\d/.test(clause.folded)))
    return { kind: 'statistic' };
  if (tags.has('issuance') && told !== undefined) return { ...told, subkind: 'issuance' };
  if (tags.has('provenance') && (told !== undefined || !argued))
    return { kind: 'event', subkind: 'provenance', ...(event === undefined ? {} : { event }) };
  if (tags.has('appeal')) return { kind: 'opinion', subkind: 'appeal' };
  if (tags.has('commitment')) return { kind: 'opinion', subkind: 'commitment' };
  if (told !== undefined && !argued && !tags.has('cognition')) return narrated(clause, told);
  if (isFuture && !tags.has('cognition') && !demands(tags)) return { kind: 'forecast' };
  if (anonymous && !tags.has('cognition') && !speculates(tags)) return { kind: 'testimony' };
  const opinion = opinionOf(clause);
  if (opinion !== undefined) return opinion;
  if (told !== undefined) return narrated(clause, told);
  if (isFirstPerson(clause) && input.genre !== 'notice' && input.speakerKind !== 'government')
    return { kind: 'testimony' };
  if (tags.has('position') && !argued) return { kind: 'event', subkind: 'position' };
  return { kind: 'assertion' };
}

/** What happened to whoever tells it is testimony; what they tell of others is an event. */
function narrated(clause: Clause, told: DecidedKind): DecidedKind {
  const isOwn = isFirstPerson(clause) && clause.input.genre !== 'notice' && clause.input.speakerKind !== 'government';
  return isOwn ? { kind: 'testimony' } : told;
}

function opinionOf({ tags, input }: Clause): DecidedKind | undefined {
  if (tags.has('should') || tags.has('must.weak') || tags.has('must.law')) {
    return { kind: 'opinion', subkind: tags.has('normative') ? 'normative' : 'recommendation' };
  }
  if (tags.has('official-position') && (input.speakerKind === 'government' || !tags.has('first-person')))
    return { kind: 'opinion', subkind: 'official-position' };
  if (tags.has('normative')) return { kind: 'opinion', subkind: 'normative' };
  return tags.has('cognition') || tags.has('evaluation') ? { kind: 'opinion' } : undefined;
}

function demands(tags: ReadonlySet<string>): boolean {
  return tags.has('should') || tags.has('must.weak') || tags.has('normative');
}

function speculates(tags: ReadonlySet<string>): boolean {
  return tags.has('speculation');
}

function isFirstPerson({ input, tags }: Clause): boolean {
  return input.firstPerson ?? tags.has('first-person');
}

/** Whether somebody unnamed tells it: said so by the caller, or by the sentence around it. */
function isAnonymous({ input, around, tags }: Clause): boolean {
  if (input.speakerKind !== undefined) return input.speakerKind === 'anonymous';
  return around.has('anonymous') && !tags.has('hearsay');
}
