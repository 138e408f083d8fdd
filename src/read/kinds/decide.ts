import type { ClaimKind, ClaimSubkind, EventTerms } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';

/** A kind, its closer word, and what happened where it is an event. */
export interface DecidedKind {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind;
  readonly event?: EventTerms;
}

const ARGUED: ReadonlySet<string> = new Set(['roundtable', 'post', 'statement']);

const SIDES: readonly string[] = [
  'hostile.before',
  'hostile.after',
  'against.before',
  'against.after',
  'for.before',
  'for.after',
];

/** The kind of a clause, in the order of docs/read-kinds.md RK2: the first that its words bear. */
export function kindOf(
  clause: Clause,
  {
    grammar,
    isQuestion,
    isRule,
  }: { readonly grammar: Grammar; readonly isQuestion: boolean; readonly isRule: boolean },
): DecidedKind {
  if (isQuestion) return { kind: 'opinion', subkind: 'question' };
  if (isRule) return { kind: 'rule' };
  const { tags, input } = clause;
  if (tags.has('appeal') || (input.genre === 'post' && grammar.imperative(clause) !== undefined))
    return { kind: 'opinion', subkind: 'appeal' };
  const event = grammar.event(clause);
  const told: DecidedKind | undefined = event === undefined ? undefined : { kind: 'event', event };
  if (told !== undefined && tags.has('narrator') && isInsider(clause) && !tags.has('cognition'))
    return { kind: 'testimony' };
  const isFuture =
    input.futureReference === true || tags.has('forecast') || (tags.has('likelihood') && !tags.has('likelihood.past'));
  if (!isFuture && isStatistic(clause, { grammar, isTold: told !== undefined })) return { kind: 'statistic' };
  return announced(clause, told) ?? argued(clause, { told, isFuture }) ?? { kind: 'assertion' };
}

/** Whether a figure is what the clause is about, rather than the people of one happening. */
function isStatistic(
  clause: Clause,
  { grammar, isTold }: { readonly grammar: Grammar; readonly isTold: boolean },
): boolean {
  const { hasFigure } = clause.input;
  if (hasFigure === false) return false;
  const figure = grammar.figure(clause) ?? (hasFigure === true ? 'large' : undefined);
  return figure === 'large' || (figure === 'small' && !isTold && (hasFigure === true || /\d/.test(clause.folded)));
}

/** What is issued, promised, held officially or supported. */
function announced({ tags, input, around }: Clause, told: DecidedKind | undefined): DecidedKind | undefined {
  const isArgued = ARGUED.has(input.genre ?? 'unknown');
  if (tags.has('issuance') && (told !== undefined || tags.has('effect')))
    return { kind: 'event', ...told, subkind: 'issuance' };
  if (tags.has('provenance') && (told !== undefined || !isArgued))
    return { kind: 'event', ...told, subkind: 'provenance' };
  if (tags.has('commitment')) return { kind: 'opinion', subkind: 'commitment' };
  if (isArgued) return undefined;
  if (tags.has('official-position') && !isAnonymous({ tags, input, around }))
    return { kind: 'opinion', subkind: 'official-position' };
  return told !== undefined && tags.has('position') ? { ...told, subkind: 'position' } : undefined;
}

/** What happened, is foreseen, judged, or told by who was there. */
function argued(
  clause: Clause,
  { told, isFuture }: { readonly told: DecidedKind | undefined; readonly isFuture: boolean },
): DecidedKind | undefined {
  const { tags, input } = clause;
  const isArgued = ARGUED.has(input.genre ?? 'unknown');
  const isJudged = tags.has('cognition');
  if (told !== undefined && !isArgued && !isJudged) return narrated(clause, told);
  if (isFuture && !isJudged && !demands(tags)) return { kind: 'forecast' };
  if (isAnonymous(clause) && !isJudged && !tags.has('speculation')) return { kind: 'testimony' };
  const opinion = opinionOf(clause);
  if (opinion !== undefined) return opinion;
  if (told !== undefined) return narrated(clause, told);
  if (isInsider(clause) && !tags.has('conditional')) return { kind: 'testimony' };
  return tags.has('position') && !isArgued ? { kind: 'event', subkind: 'position' } : undefined;
}

/** What happened to whoever tells it is testimony; what they tell of others is an event. */
function narrated(clause: Clause, told: DecidedKind): DecidedKind {
  return isInsider(clause) ? { kind: 'testimony' } : told;
}

function opinionOf({ tags, input }: Clause): DecidedKind | undefined {
  if (tags.has('should') || tags.has('must.weak') || tags.has('must.law') || tags.has('not.law')) {
    return { kind: 'opinion', subkind: tags.has('normative') ? 'normative' : 'recommendation' };
  }
  if (tags.has('official-position') && (input.speakerKind === 'government' || !tags.has('first-person')))
    return { kind: 'opinion', subkind: 'official-position' };
  if (tags.has('normative')) return { kind: 'opinion', subkind: 'normative' };
  const isSided = SIDES.some(
    (side) => tags.has(side) && (side.startsWith('hostile') || ARGUED.has(input.genre ?? 'unknown')),
  );
  return tags.has('cognition') || tags.has('evaluation') || isSided ? { kind: 'opinion' } : undefined;
}

function demands(tags: ReadonlySet<string>): boolean {
  return tags.has('should') || tags.has('must.weak') || tags.has('normative');
}

/** Whether somebody tells of themselves; an office that says "we" does not. */
function isInsider({ input, tags }: Clause): boolean {
  const isOffice = input.genre === 'notice' || input.speakerKind === 'government';
  return !isOffice && (input.firstPerson ?? tags.has('first-person'));
}

/** Whether somebody unnamed tells it: said so by the caller, or by the sentence around it. */
function isAnonymous({ input, around, tags }: Pick<Clause, 'input' | 'around' | 'tags'>): boolean {
  if (input.speakerKind !== undefined) return input.speakerKind === 'anonymous';
  return around.has('anonymous') && !tags.has('hearsay');
}
