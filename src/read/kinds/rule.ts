import type { Modality } from '../claim.ts';
import { sought } from '../sought.ts';
import type { Clause, FoundModality, Grammar } from './clause.ts';
import { type Cue, withTag } from './cues.ts';
import { COMPLIANCE, COPIED, EFFECTIVE, GUESSES, LACKS, PLEADS, PROPOSED } from './data/kind-signs.ts';
import { moneyIn } from './money.ts';

/** Words that bind, by how: of those that begin together the first here is meant. */
const STRONG: readonly (readonly [string, Modality])[] = [
  ['not.law', 'must-not'],
  ['restricted', 'restricted'],
  ['requested', 'requested'],
  ['must.law', 'must'],
  ['may.power', 'may'],
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
  if (clause.input.genre !== 'notice' && PROPOSED[clause.input.lang].test(clause.folded)) return undefined;
  return ownModality(clause, grammar) ?? leadModality(clause) ?? framedModality(clause, grammar);
}

/** "The following is prohibited:" binds each of what follows; the words stand before the clause, so that none of it does. */
function leadModality({ lead, input }: Clause): FoundModality | undefined {
  if (OPINION_GENRES.has(input.genre ?? 'unknown')) return undefined;
  const sanction = firstOf(lead, 'sanction.future') ?? firstOf(lead, 'sanction.rule');
  const modality = sanction === undefined ? (earliest(lead, STRONG) ?? earliest(lead, WEAK))?.modality : 'must-not';
  return modality === undefined ? undefined : { modality, cue: { tag: 'lead', start: 0, end: 0 } };
}

/** What an office orders in words before the clause: 派出所要求…. */
function framedModality(clause: Clause, grammar: Grammar): FoundModality | undefined {
  const { frame, input, tags, folded } = clause;
  if (input.lang !== 'zh' || !ORDERED_BEFORE.test(frame.split(' … ')[0] ?? '')) return undefined;
  if (tags.has('cognition') || grammar.event(clause) !== undefined) return undefined;
  const modality: Modality = /^(?:[^，。；]{0,8})(?:不|勿|停止|禁)/.test(folded) ? 'must-not' : 'must';
  return { modality, cue: { tag: 'lead', start: 0, end: 0 } };
}

const ORDERED_BEFORE =
  /(?:派出所|公安[局厅部]?|[局厅署]|部门|学校|政府|当局|办公厅|通知|通告|规定|条例|发文)[^，。；]{0,10}[，]?(?:要求|规定|责令|命令|下令)[：:，“\s]*$/;

function ownModality(clause: Clause, grammar: Grammar): FoundModality | undefined {
  const voice = voiceOf(clause);
  if (!voice.isOfficial && clause.tags.has('official-position')) return undefined;
  const reward = rewardOf(clause, voice);
  if (reward !== undefined) return { modality: 'may (rewarded)', cue: reward };
  const strong = earliest(clause.cues, STRONG);
  const duty = earlier(strong, earliest(clause.cues, WEAK));
  const punished = punishmentOf(clause, grammar, voice);
  const imperative = voice.isOfficial ? grammar.imperative(clause) : undefined;
  if (imperative !== undefined && (punished === undefined || imperative.start < punished.start)) {
    // "Please keep the gate closed": what softens an order stands before or in it.
    const isSoft =
      duty !== undefined && (duty.modality === 'requested' || duty.modality === 'should') && !OBEY.test(clause.folded);
    return isSoft ? duty : { modality: 'must', cue: imperative };
  }
  if (punished !== undefined) {
    // What is ordered before a punishment is threatened is the rule: "register, or be fined".
    if (duty !== undefined && PARTS.test(clause.folded.slice(duty.cue.end, punished.start))) return duty;
    return { modality: 'must-not', cue: strong?.modality === 'must-not' ? strong.cue : punished };
  }
  // "The office will organise checks in May" is what it plans.
  const isPlanned =
    duty !== undefined && /^will\s/.test(clause.folded.slice(duty.cue.start)) && clause.input.isDated === true;
  if (voice.isOfficial || voice.isOwn) return isPlanned ? undefined : duty;
  if (clause.tags.has('cognition') || clause.tags.has('state-duty')) return undefined;
  return voice.isArgued ? arguedDuty(clause, strong, duty) : toldDuty(clause, strong, duty);
}

/** Who speaks, as far as it bears on what a word of duty means. */
interface Voice {
  /** An authority itself. */
  readonly isOfficial: boolean;
  /** A body to its own members. */
  readonly isOwn: boolean;
  /** People who argue, or are quoted. */
  readonly isArgued: boolean;
  /** Somebody who says what they think. */
  readonly isVoiced: boolean;
}

function voiceOf(clause: Clause): Voice {
  const { tags, input, around } = clause;
  const genre = input.genre ?? 'unknown';
  const isOfficial = isOfficialVoice(clause);
  const isOwn = genre === 'statement' && around.has('members') && !tags.has('appeal') && !tags.has('first-person');
  // What a post or a paper copies of a notice is the notice's.
  const isCopied = clause.isQuoted && input.firstPerson !== true && COPIED[input.lang].test(clause.passage);
  const isQuoted = clause.isQuoted && !isCopied && input.speakerKind !== 'government' && !around.has('order-text');
  // What a post passes on of a paper is told as papers tell.
  const isArgued = (OPINION_GENRES.has(genre) && input.speakerKind !== 'media' && !isCopied) || isQuoted;
  const isVoiced = tags.has('cognition') || (isArgued && !isOwn && (tags.has('first-person') || !tags.has('law')));
  return { isOfficial, isOwn, isArgued, isVoiced };
}

function rewardOf({ cues, tags, folded, input }: Clause, { isVoiced }: Voice): Cue | undefined {
  // What was paid out in all is a figure.
  const reward =
    isVoiced || tags.has('happened') || (input.lang === 'zh' && PAID_OUT.test(folded))
      ? undefined
      : firstOf(cues, 'reward.rule');
  // Sums are looked for last: few clauses speak of a reward.
  const isMeant = reward !== undefined && (tags.has('group:report') || moneyIn(folded, input.lang) !== null);
  if (isMeant) return reward;
  // "Residents who report one now earn 2,000 yuan": what is paid for a report is a reward, by whatever verb.
  if ((tags.has('happened') && input.lang !== 'en') || tags.has('first-person') || !tags.has('group:report'))
    return undefined;
  const paid = PAID[input.lang].exec(folded);
  return paid === null ? undefined : { tag: 'reward.rule', start: paid.index, end: paid.index + paid[0].length };
}

const PAID_OUT =
  /(?:已|共|累计|合计|收到|线索[\d一二三四五六七八九十百千]+|季度|以来|[去今]年)[^。；]{0,30}?(?:发放|奖励|发出|支付|兑现)[^。；]{0,12}?[\d一二三四五六七八九十百千万]/;

/** What is got for a report, with a number or a reward beside it. */
const PAID: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b\d[\d,]* (?:yuan|won|dollars|rmb) (?:now )?(?:goes|is paid|is given|will go|will be paid) to (?:anyone|whoever|those|people|villagers|residents|anybody)\b|\b(?:(?:now |will |can )?(?:earns?|gets?|receives?|collects?)|(?:is|are|will be) (?:paid|given)|pays?)\s(?:up to |as much as |about |at least |a reward of |a bounty of )?\d[\d,]*\b/,
  zh: /(?:举报|檢舉|检举|举報|舉報|报告|報告|线索)[^，。；]{0,16}?(?:奖|獎|可?以?拿|可?得|领|領|给|給|付)(?:励|勵|到|了)?[^，。；]{0,4}?[\d一二两三四五六七八九十百千万]/,
  ko: /(?:신고|제보)[^.,]{0,24}?[\d천만백]+\s?(?:원|위안|달러)[^.,]{0,8}?(?:준|주|받|지급|장려|포상)/,
};

/** The punishment that is announced; undefined where none is, or one that fell is told. */
function punishmentOf(clause: Clause, grammar: Grammar, { isOfficial, isOwn, isVoiced }: Voice): Cue | undefined {
  const { tags, cues, around } = clause;
  const isOrder = isOfficial || isOwn || around.has('order-text');
  const isTold = !OURSELVES[clause.input.lang].test(clause.folded) && !tags.has('cognition');
  // "They will be lost without us" foresees.
  const isOpen = !isOrder && (tags.has('forecast') || GUESSES[clause.input.lang].test(clause.folded));
  const threat = !isOpen && (isTold || (!isVoiced && isOrder)) ? grammar.threat(clause) : undefined;
  const sanction = firstOf(cues, 'sanction.future') ?? firstOf(cues, 'sanction.rule');
  if (sanction === undefined) return threat;
  // A sentence that fell on a day is what happened.
  if (!isOfficial && tags.has('specific-day') && grammar.event(clause) !== undefined) return threat;
  const isPast = tags.has('happened') || tags.has('likelihood.past');
  // Where people argue, a penalty with its terms is told as what holds: "now the landlord would be fined up to 20,000".
  const isKnown =
    isVoiced && !isPast && !tags.has('cognition') && clause.input.firstPerson !== true && hasTerms(clause);
  if (isKnown && grammar.event(clause) === undefined) return sanction;
  const isMeant =
    !isVoiced &&
    !tags.has('likelihood.past') &&
    (isOfficial || (!tags.has('happened') && !tags.has('saying'))) &&
    (isOrder || tags.has('regulated') || tags.has('sanction.rule') || isLaidDown(clause));
  return threat ?? (isMeant ? sanction : undefined);
}

/** "If caught, they are expelled": what happens to whoever does something, and is no guess. */
function isLaidDown({ tags, input, folded }: Clause): boolean {
  return (
    tags.has('conditional') && !tags.has('likelihood') && !tags.has('cognition') && !GUESSES[input.lang].test(folded)
  );
}

/** Whoever speaks is the one who acts; "in our township" others do. */
const OURSELVES: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:i|we|me|us|my)\b/,
  zh: /我(?!们?(?:[县村乡镇市省州区国校家]|单位|这|那))/,
  ko: /(?<![가-힣])(?:나는|내가|저는|제가|우리는|우리가|저희는|저희가)/,
};

/** How much, or how long: what makes a penalty one that is laid down. */
function hasTerms({ folded, input }: Clause): boolean {
  return moneyIn(folded, input.lang) !== null || TERM[input.lang].test(folded);
}

const TERM: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:held|detained|jailed|barred|banned|imprisoned|locked up|shut|suspended|(?:prison|jail|class|camp)) for (?:up to |at least |as long as )?[\w-]+ (?:days|months|years)\b|\bfined (?:up to |as much as |at least )?\d|\b(?:\w+ )?(?:days|months|years) (?:in (?:prison|jail|custody|detention|a camp)|of (?:detention|imprisonment|labou?r))\b/,
  zh: /[\d一二三四五六七八九十]+(?:日|天|个?月|年)[^，。；]{0,6}(?:拘留|徒刑|拘役|劳教|监禁)/,
  ko: /\d+ ?(?:일|개월|년) ?(?:이하의 |이상의 |의 )?(?:구류|징역|구금|노동)/,
};

/** Where people argue, only what names a law or whom it binds is one; what "we must" is an opinion. */
function arguedDuty(
  { tags, around, folded, input, passage }: Clause,
  strong: FoundModality | undefined,
  duty: FoundModality | undefined,
): FoundModality | undefined {
  const isOrdered = around.has('order-text') || tags.has('law');
  // What a law says goes on in the sentences behind it.
  const isUnderLaw =
    (LAW_BEFORE[input.lang].test(passage) || LAW_BEFORE[input.lang].test(folded)) &&
    !tags.has('cognition') &&
    !tags.has('appeal');
  const isOwnDuty = tags.has('first-person');
  const isLacking = LACKS[input.lang].test(folded);
  const isUnable = duty?.modality === 'must-not' && UNABLE.test(folded.slice(duty.cue.start, duty.cue.end));
  const isLaid =
    isLacking || (!isUnable && (COMPLIANCE[input.lang].test(folded) || EFFECTIVE[input.lang].test(folded)));
  const isAdvice =
    isOwnDuty || tags.has('should') || tags.has('appeal') || tags.has('conditional') || PLEADS[input.lang].test(folded);
  if (isLaid && !isAdvice && duty !== undefined && duty.modality !== 'may' && duty.modality !== 'requested')
    return duty;
  if (strong?.modality === 'requested') return around.has('members') && !tags.has('appeal') ? strong : undefined;
  if (strong !== undefined) {
    const isDuty = DUTY_WORD.test(folded.slice(strong.cue.start, strong.cue.end));
    // "They can turn to families": only a law makes that a permission.
    if (strong.modality === 'may')
      return input.isOrdered === true || strong.cue.tag === 'may.power' ? strong : undefined;
    return (isOrdered && !(isDuty && isOwnDuty)) ||
      ((tags.has('regulated') || isUnderLaw) && !(isDuty && !isUnderLaw) && !isOwnDuty)
      ? strong
      : undefined;
  }
  if ((input.isOrdered === true || isUnderLaw) && tags.has('may.weak') && duty?.modality === 'may' && !isOwnDuty)
    return duty;
  if (duty === undefined || !isOrdered || !BINDS.has(duty.modality)) return undefined;
  return (tags.has('regulated') && !isOwnDuty) || (tags.has('law') && duty.modality === 'must-not') ? duty : undefined;
}

/** In news and reports a strong word is enough; a weak one needs a law, or whom it binds, beside it. */
function toldDuty(
  { tags, around, folded, input }: Clause,
  strong: FoundModality | undefined,
  duty: FoundModality | undefined,
): FoundModality | undefined {
  const isBound =
    tags.has('regulated') || around.has('law') || COMPLIANCE[input.lang].test(folded) || LACKS[input.lang].test(folded);
  if (strong !== undefined) {
    const words = folded.slice(strong.cue.start, strong.cue.end);
    // What somebody who is quoted says must be is what they think, where neither a law nor an order stands beside it.
    const isThought =
      DUTY_WORD.test(words) && SPOKEN.has(input.speakerKind ?? '') && !around.has('law') && !around.has('order-text');
    if (isThought || (!isBound && input.lang === 'ko' && UNABLE.test(words))) return undefined;
    return strong.modality !== 'requested' || isBound ? strong : undefined;
  }
  if (duty === undefined || tags.has('first-person')) return undefined;
  if (BINDS.has(duty.modality)) return isBound ? duty : undefined;
  return tags.has('regulated') && around.has('law') && duty.modality !== 'may' ? duty : undefined;
}

/** Whoever speaks for themselves. */
const SPOKEN: ReadonlySet<string> = new Set(['person', 'organisation', 'anonymous']);
/** What nobody can do, as often as what nobody may. */
const UNABLE = sought(/못[한합하]|수 없|cannot|can't|can not|不能/);
const LAW_BEFORE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\bart(?:icle|\.)? \d+|\b(?:under|by|according to) (?:the|that|this|its|a|new|current) (?:[a-z-]+ ){0,4}(?:law|act|statute|regulations?|rules)\b|\bthe law (?:says|requires|bars|bans|forbids|demands)/,
  zh: /(?:依照|依据|根据|按照?)[^，。；]{0,20}(?:法|条例|规定|办法|第[\d一二三四五六七八九十百]+条)|[该本此]法(?=规定|要求|，)|法律规定/,
  ko: /(?:법|법률|규정|조례|시행령)(?:에 따르면|상|에 따라|에 의하면|은|을 보면)/,
};
const BINDS: ReadonlySet<Modality> = new Set(['must', 'must-not']);
/** Words of duty that who argues says as often as who orders. */
const DUTY_WORD = /^(?:应|必须|须|需|务必|must|shall)|안\s(?:된|됩|되|돼)|야\s/;
/** Who is asked to keep a rule has to, however politely. */
const OBEY = sought(/\b(?:in accordance|comply|obey|abide|adhere)\b|遵照|遵守|照此|按此|준수|따르/);
/** What parts an order from the threat behind it. */
const PARTS = /[,;，；。.]|\bor\b|\band\b|否则|고\s|며\s/;

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
