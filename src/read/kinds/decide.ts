import type { ClaimKind, ClaimSubkind, EventTerms } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';
import { folded } from './fold.ts';

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
  // A body that says how many it helped gives a figure.
  const isBody = input.genre === 'statement' && !clause.isQuoted && !tags.has('narrator');
  if (isBody && isStatistic(clause, { grammar, isTold: true }) && !tags.has('forecast')) return { kind: 'statistic' };
  const isLived = isInsider(clause) && grammar.isLived(clause, told !== undefined);
  const isFuture =
    input.futureReference === true ||
    tags.has('forecast') ||
    (tags.has('forecast.will') && !tags.has('habit') && !tags.has('cognition')) ||
    (tags.has('likelihood') && !tags.has('likelihood.past'));
  if (isLived && !tags.has('cognition') && !(isFuture && told === undefined)) return { kind: 'testimony' };
  const state = { told, isFuture, isLived, isWitnessed: isWitnessed(clause, grammar) };
  if (!isFuture && isStatistic(clause, { grammar, isTold: told !== undefined })) return { kind: 'statistic' };
  return announced(clause, told) ?? argued(clause, state) ?? { kind: 'assertion' };
}

/** Whether a figure is what the clause is about, rather than the people of one happening. */
function isStatistic(
  clause: Clause,
  { grammar, isTold }: { readonly grammar: Grammar; readonly isTold: boolean },
): boolean {
  const { hasFigure } = clause.input;
  if (hasFigure === false) return false;
  const figure = grammar.figure(clause) ?? (hasFigure === true ? 'large' : undefined);
  if (figure === 'large' && isTold && isIncident(clause)) return false;
  return figure === 'large' || (figure === 'small' && !isTold && (hasFigure === true || /\d/.test(clause.folded)));
}

/** A count inside of one happening: no total of a time, no share, no rate, no comparison. */
function isIncident({ folded: small, input }: Clause): boolean {
  // What a body did, and what an office gives notice of, are counts.
  if (input.genre === 'notice' || (input.genre === 'statement' && input.firstPerson === true)) return false;
  if (TOTALS[input.lang].test(small)) return false;
  return !(small.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).some((digits) => {
    const value = Number(digits.replaceAll(',', ''));
    return value > MOST_OF_ONE && !(value >= 1900 && value < 2100);
  });
}

/** More people than this are seldom those of one happening. */
const MOST_OF_ONE = 100;

const TOTALS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:record|normally|usually|counted|as many as|total|since|between|from \S+ (?:to|through)|so far|this year|last year|per|each|every|average|percent|per cent|than|compared|half|third|quarters?|of (?:the|them|these|those|all)|of \d|by the end|during|over the|(?:last|this) (?:month|week|quarter|year)|in (?:the (?:first|second|last|past)|(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})\b(?! \d))|number of|rose|fell|doubled|tripled|dropped|grew|increased|decreased|hundreds|thousands|dozens|million)\b|%/,
  zh: /通常|平时|平時|创|創|共|总|總|累计|累計|以来|以來|截至|至今|自\d|至\d|期间|期間|全年|今年|去年|每|平均|[成%％]|分之|比|较|較|同期|其中|当中|當中|增|减|減|升|涨|漲|跌|倍|数百|數百|数千|數千|上半年|季度|(?:上月|上个月|上個月|本月|上周|上週)(?![\d一二三初上中下末])|个月|個月/,
  ko: /평소|보통|기록|모두|총|통틀어|누적|이후|부터|까지|동안|사이|기간|올해|지난해|작년|한 해|매달|매주|매년|평균|마다|당\s|퍼센트|%|할|가운데|중\s|보다|배|늘|줄|증가|감소|상승|하락|분기|상반기|하반기|한달에만|한 달에만|지난달(?!\s?(?:\d|초|말|중순|하순))|지난주(?!\s?\S요일)|수백|수천/,
};

/** What is issued, promised, held officially or supported. */
function announced(clause: Clause, told: DecidedKind | undefined): DecidedKind | undefined {
  const { tags, input } = clause;
  const isArgued = ARGUED.has(input.genre ?? 'unknown');
  if (tags.has('issuance') && (told !== undefined || tags.has('effect')))
    return { kind: 'event', ...told, subkind: 'issuance' };
  if (tags.has('provenance') && (told !== undefined || !isArgued))
    return { kind: 'event', ...told, subkind: 'provenance' };
  if (tags.has('commitment') && !tags.has('plight')) return { kind: 'opinion', subkind: 'commitment' };
  if (isArgued) return undefined;
  if (tags.has('official-position') && !isAnonymous(clause)) return { kind: 'opinion', subkind: 'official-position' };
  return told !== undefined && tags.has('position') ? { ...told, subkind: 'position' } : undefined;
}

interface Reading {
  readonly told: DecidedKind | undefined;
  readonly isFuture: boolean;
  readonly isLived: boolean;
  /** Told by somebody who was there or near. */
  readonly isWitnessed: boolean;
}

/** What happened, is foreseen, judged, or told by who was there. */
function argued(clause: Clause, { told, isFuture, isLived, isWitnessed }: Reading): DecidedKind | undefined {
  const { tags, input } = clause;
  const isArgued = ARGUED.has(input.genre ?? 'unknown');
  const isJudged = tags.has('cognition');
  const isSpeculated = tags.has('speculation');
  if (told !== undefined && isWitnessed && !isJudged) return { kind: 'testimony' };
  if (told !== undefined && !isArgued && !isJudged) return told;
  if (
    isFuture &&
    !(isWitnessed && clause.isQuoted && !tags.has('forecast')) &&
    (!isJudged || (tags.has('forecast') && !tags.has('wish'))) &&
    !demands(tags)
  )
    return { kind: 'forecast' };
  if (isAnonymous(clause) && !isJudged && !isSpeculated) return { kind: 'testimony' };
  const opinion = opinionOf(clause, told !== undefined);
  if (opinion !== undefined) return opinion;
  if (isLived || (isWitnessed && !isSpeculated)) return { kind: 'testimony' };
  if (told !== undefined) return told;
  return tags.has('position') && !isArgued ? { kind: 'event', subkind: 'position' } : undefined;
}

/** A judgement; in what is told as having happened a word of taking sides may be part of it: the court rejected. */
function opinionOf({ tags, input }: Clause, isTold: boolean): DecidedKind | undefined {
  if (tags.has('should') || tags.has('must.weak') || (!isTold && (tags.has('must.law') || tags.has('not.law')))) {
    return { kind: 'opinion', subkind: tags.has('normative') ? 'normative' : 'recommendation' };
  }
  if (tags.has('official-position') && (input.speakerKind === 'government' || !tags.has('first-person')))
    return { kind: 'opinion', subkind: 'official-position' };
  if (tags.has('normative')) return { kind: 'opinion', subkind: 'normative' };
  const isSided =
    !isTold &&
    SIDES.some((side) => tags.has(side) && (side.startsWith('hostile') || ARGUED.has(input.genre ?? 'unknown')));
  return tags.has('cognition') || tags.has('evaluation') || isSided ? { kind: 'opinion' } : undefined;
}

function demands(tags: ReadonlySet<string>): boolean {
  // "They are to meet on Friday" demands nothing.
  return tags.has('should') || (tags.has('must.weak') && !tags.has('arranged')) || tags.has('normative');
}

/** Whether somebody may tell of themselves; an office that says "we" does not. */
function isInsider({ input }: Clause): boolean {
  return input.genre !== 'notice' && input.speakerKind !== 'government' && input.firstPerson !== false;
}

/** Whether somebody tells it who was there or near, by the words around it; who only goes on is who spoke before. */
export function isWitnessed({ input, folded: small, frame, passage, isQuoted }: Clause, grammar: Grammar): boolean {
  if (input.genre === 'notice') return false;
  if (input.speakerKind !== undefined && input.speakerKind !== 'person') return false;
  if (grammar.isWitness(frame) || grammar.namesWitness(small)) return true;
  return (isQuoted || grammar.isContinued(frame)) && grammar.isWitness(folded(passage, input.lang));
}

/** Whether somebody unnamed tells it: said so by the caller, or by the sentence around it. */
function isAnonymous({ input, around, tags }: Clause): boolean {
  if (input.speakerKind !== undefined) return input.speakerKind === 'anonymous';
  return around.has('anonymous') && !tags.has('hearsay');
}
