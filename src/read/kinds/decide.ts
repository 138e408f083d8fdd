import type { ClaimKind, ClaimSubkind, EventTerms } from '../claim.ts';
import type { Clause, Grammar } from './clause.ts';
import { type Count, countIn } from './counted.ts';
import {
  AHEAD,
  ARGUES,
  ASKED_BEFORE,
  ASKED_BEHIND,
  GUESSES,
  OF_ITSELF,
  OWN_STANCE,
  PLEADS,
} from './data/kind-signs.ts';
import { folded } from './fold.ts';

/** A kind, its closer word, and what happened where it is an event. */
export interface DecidedKind {
  readonly kind: ClaimKind;
  readonly subkind?: ClaimSubkind;
  readonly event?: EventTerms;
}

const ARGUED: ReadonlySet<string> = new Set(['roundtable', 'post', 'statement']);

/** Where bodies and those who study them speak for themselves. */
const COUNTED_BY: ReadonlySet<string> = new Set(['roundtable', 'statement']);

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
  if (tags.has('appeal') || isAsked(clause, grammar)) return { kind: 'opinion', subkind: 'appeal' };
  const event = grammar.event(clause);
  const told: DecidedKind | undefined = event === undefined ? undefined : { kind: 'event', event };
  // A body that says how many it helped gives a figure.
  const isBody = input.genre === 'statement' && !clause.isQuoted && !tags.has('narrator');
  if (isBody && OWN_STANCE[input.lang].test(clause.folded)) return { kind: 'opinion' };
  if (isBody && OF_ITSELF[input.lang].test(clause.folded)) return { kind: 'assertion' };
  if (isBody && countIn(clause, { grammar, isTold: true }) === 'point' && !tags.has('forecast'))
    return { kind: 'statistic' };
  const isLived = isInsider(clause) && grammar.isLived(clause, told !== undefined);
  const isGuessed = (told === undefined || AHEAD[input.lang].test(clause.folded)) && isGuess(clause);
  const isFuture =
    isGuessed ||
    (input.futureReference === true && told === undefined && !tags.has('effect')) ||
    tags.has('forecast') ||
    (tags.has('forecast.will') && !tags.has('habit') && !tags.has('cognition')) ||
    (tags.has('likelihood') && !tags.has('likelihood.past'));
  if (isGuessed && !demands(tags)) return { kind: 'forecast' };
  const count = countIn(clause, { grammar, isTold: told !== undefined });
  // Who reports what they counted gives a figure; who tells their own story tells it with its figures.
  const isCounted = count === 'point' && COUNTED_BY.has(input.genre ?? 'unknown') && !clause.isQuoted;
  if (isLived && !tags.has('cognition') && !(isFuture && told === undefined) && !isCounted)
    return { kind: 'testimony' };
  const inside = insideKind(clause, { told, isFuture, count });
  if (inside !== undefined) return inside;
  const state = { told, isFuture, isLived, isWitnessed: isWitnessed(clause, grammar) };
  if (!isFuture && count === 'point') return { kind: 'statistic' };
  return announced(clause, told) ?? argued(clause, state) ?? { kind: 'assertion' };
}

/** Whether somebody asks who cannot command: in a post, in a statement, or before or behind the clause (要求…, …을 촉구한다). */
function isAsked(clause: Clause, grammar: Grammar): boolean {
  const { input, folded: small, frame, lead } = clause;
  if (input.genre === 'notice' || input.speakerKind === 'government') return false;
  if (input.genre === 'post' && (grammar.imperative(clause) !== undefined || PLEADS[input.lang].test(small)))
    return true;
  if (input.genre === 'statement') {
    if (grammar.imperative(clause) !== undefined) return true;
    if (lead.some(({ tag }) => tag === 'appeal')) return true;
  }
  const [before = '', behind = ''] = frame.split(' … ');
  return ASKED_BEFORE[input.lang].test(before) || ASKED_BEHIND[input.lang].test(behind);
}

/** Whether somebody says what they think will be: a guess, with a time that lies ahead, or with a word of what may come. */
function isGuess({ tags, input, folded: small }: Clause): boolean {
  const isToCome = tags.has('forecast') || tags.has('forecast.will') || tags.has('likelihood');
  const isAhead = AHEAD[input.lang].test(small);
  return (GUESSES[input.lang].test(small) && (isToCome || isAhead)) || (isAhead && isToCome && tags.has('cognition'));
}

/**
 * What somebody from inside tells: one case, with its day or its people, is told as news; how things are, and what was seen and lived, is testimony.
 * Undefined where they judge, foresee or guess, and where nobody from inside speaks.
 */
function insideKind(
  clause: Clause,
  {
    told,
    isFuture,
    count,
  }: { readonly told: DecidedKind | undefined; readonly isFuture: boolean; readonly count: Count },
): DecidedKind | undefined {
  const { tags, input, isQuoted } = clause;
  if (input.voice !== 'insider' && input.voice !== 'inherited') return undefined;
  // What stands behind an account, and is neither quoted nor said to go on with it, is told by whoever writes.
  if (input.voice === 'inherited' && !isQuoted && !GOES_ON[input.lang].test(clause.folded)) return told;
  if (tags.has('cognition') || tags.has('speculation') || tags.has('commitment')) return undefined;
  if (told !== undefined)
    return isCase(clause) ? told : count === 'point' && !isQuoted ? undefined : { kind: 'testimony' };
  if (isFuture) return undefined;
  if (opinionOf(clause, false) !== undefined) return undefined;
  // Prices, loads and calls are those of whoever deals in them; a figure counts people and cases, or a share of them.
  const counts = input.counts ?? [];
  const isOfPeople = counts.length === 0 || counts.some(({ unit }) => OF_PEOPLE.test(unit));
  const isFigure = count === 'point' && !isQuoted && isOfPeople && !tags.has('conditional') && !tags.has('habit');
  return { kind: isFigure ? 'statistic' : 'testimony' };
}

const OF_PEOPLE = /^(?:persons|cases|households|families|percent|share|organisations|facilities)$/;

/** Whether an event is one case: dated, or with the people of it, and not what is done to everybody, to us or to a mere "they". */
function isCase({ input, folded: small }: Clause): boolean {
  const hasPeople = input.counts?.some(({ unit }) => unit === 'persons' || /^[A-Z]{3}$/.test(unit)) ?? false;
  const isSaid = input.isDated === true || hasPeople || OF_ONE[input.lang].test(small);
  return isSaid && !OF_MANY[input.lang].test(small);
}

/** Whoever spoke before is meant: she, 他, 그는. */
const GOES_ON: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:he|she|they|his|her|their|i|we|my|our)\b/,
  zh: /[他她我咱]|听说|^(?:商人|村民|居民|消息人士|知情者?|此人|对方|两人)/,
  ko: /(?<![가-힣])(?:그는|그녀는|그의|그들|이 (?:소식통|주민|상인|활동가)|나는|저는|우리|저희|내가|제가)/,
};

/** People who were told of before. */
const OF_ONE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:the|these|those|both|all (?:of )?the|the other) (?:\w+ )?(?:women|woman|men|man|family|families|couple|child|children|girls?|boys?|group|pair|others|defectors?|refugees?|escapees?|mother|father|brothers?|sisters?|pastor|broker|driver)\b/,
  zh: /^(?:这|该|那|其中|另)(?:[一两二三四五六七八九十几\d]{1,3})?(?:名|个|位|户|家|对|批|些)?(?:女|男|妇|人|孩|家|夫|母|父|商|司|牧|难|脱)/,
  ko: /^(?:이|그|두|세|해당|나머지|함께 있던|붙잡힌|체포된) ?(?:여성|남성|가족|일가족|부부|사람|남매|형제|자매|모녀|청년|노인|아이|여자|남자)/,
};

/** Whoever is meant without a name, everybody, and what belongs to whoever tells. */
const OF_MANY: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:they|he|she|we|i|it)\b|\b(?:every|each|everyone|everybody|nobody|these days|nowadays|no longer|used to|my|our|us)\b/,
  zh: /^[他她我咱]|每[家户个天]|各[家村户]|家家|到处|人人|谁[也都]|现在|如今|以前|那时|越来越|我们/,
  ko: /마다|누구|이제는|요즘|다들|함께 (?:일|살|지내)|(?<![가-힣])(?:우리|저희|그는|그녀는|그들은)/,
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
  // What an action would lead to is said to argue: "Silence will make nobody safer".
  const isWeighed =
    (input.genre === 'roundtable' || input.genre === 'statement') && ARGUES[input.lang].test(clause.folded);
  if (isFuture && isWeighed && told === undefined && !AHEAD[input.lang].test(clause.folded)) return { kind: 'opinion' };
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
