import type { ClaimChangeAsk, ClaimView } from '../../serve/api.ts';

/** What only some kinds of claims say, as it is typed: none or one of each, and all of it words until it is sent. */
export interface TermsDraft {
  readonly rule: readonly RuleDraft[];
  readonly event: readonly EventDraft[];
  readonly risk: readonly RiskDraft[];
  readonly option: readonly OptionDraft[];
  readonly stance: readonly StanceDraft[];
}

export interface RuleDraft {
  readonly addressee: string;
  /** A code; empty while nobody chose one. */
  readonly modality: string;
  readonly action: string;
  readonly condition: string;
  readonly sanction: string;
  readonly reward: string;
  /** One of the claim's numbers, in digits. */
  readonly amount: string;
  readonly currency: string;
  readonly effectiveStated: string;
  readonly effectiveNorm: string;
}

export interface EventDraft {
  readonly who: string;
  readonly did: string;
  readonly whom: string;
}

export interface RiskDraft {
  readonly category: string;
  readonly direction: string;
  readonly stated: string;
}

export interface OptionDraft {
  readonly options: readonly string[];
  readonly stance: string;
}

export interface StanceDraft {
  readonly toward: string;
  readonly polarity: string;
}

export const NO_RULE: RuleDraft = {
  ...{ addressee: '', modality: '', action: '', condition: '', sanction: '', reward: '' },
  ...{ amount: '', currency: '', effectiveStated: '', effectiveNorm: '' },
};
export const NO_EVENT: EventDraft = { who: '', did: '', whom: '' };
export const NO_RISK: RiskDraft = { category: '', direction: 'unknown', stated: '' };
export const NO_OPTION: OptionDraft = { options: [], stance: '' };
export const NO_STANCE: StanceDraft = { toward: '', polarity: '' };
export const NO_TERMS: TermsDraft = { rule: [], event: [], risk: [], option: [], stance: [] };

/** What a claim says, to be changed. */
export function termsOf({ rule, event, risk, option, stance }: ClaimView): TermsDraft {
  return {
    rule: rule === null ? [] : [ruleDraft(rule)],
    event: event === null ? [] : [{ who: event.who ?? '', did: event.did, whom: event.whom ?? '' }],
    risk: risk === null ? [] : [risk],
    option: option === null ? [] : [option],
    stance: stance === null ? [] : [stance],
  };
}

function ruleDraft(rule: NonNullable<ClaimView['rule']>): RuleDraft {
  const { addressee, modality, action, condition, sanction, reward, amount, currency, effective } = rule;
  return {
    ...{ modality, action, currency: currency ?? '' },
    ...{ addressee: addressee ?? '', condition: condition ?? '', sanction: sanction ?? '', reward: reward ?? '' },
    amount: amount === null ? '' : String(amount),
    ...{ effectiveStated: effective?.stated ?? '', effectiveNorm: effective?.norm ?? '' },
  };
}

type TermName = keyof TermsDraft;
const TERMS: readonly TermName[] = ['rule', 'event', 'risk', 'option', 'stance'];

/** Whether a claim of a kind can say it: what a rule demands is said of rules alone, and who did what of events. */
function canSay(kind: string, term: TermName): boolean {
  return term === 'rule' || term === 'event' ? kind === term : true;
}

/** What is sent of those that `isSent` names; a term that is empty is said to be none. */
export function changeOfTerms(
  kind: string,
  draft: TermsDraft,
  isSent: (term: TermName) => boolean,
): Pick<ClaimChangeAsk, TermName> {
  const wanted = (term: TermName): boolean => canSay(kind, term) && isSent(term);
  const {
    rule: [rule],
    event: [event],
    risk: [risk],
    option: [option],
    stance: [stance],
  } = draft;
  return {
    ...(wanted('rule') && { rule: rule === undefined || isBlank(rule, NO_RULE) ? null : ruleOf(rule) }),
    ...(wanted('event') && { event: event === undefined || isBlank(event, NO_EVENT) ? null : eventOf(event) }),
    ...(wanted('risk') && { risk: risk === undefined || isBlank(risk, NO_RISK) ? null : riskOf(risk) }),
    ...(wanted('option') && { option: option === undefined || isBlank(option, NO_OPTION) ? null : option }),
    ...(wanted('stance') && { stance: stance === undefined || isBlank(stance, NO_STANCE) ? null : stance }),
  };
}

function ruleOf(draft: RuleDraft): NonNullable<ClaimChangeAsk['rule']> {
  const { modality, action, amount, currency, effectiveStated, effectiveNorm } = draft;
  const [stated, norm] = [said(effectiveStated), said(effectiveNorm)];
  return {
    ...{ modality, action: action.trim(), currency: said(currency), amount: amount === '' ? null : Number(amount) },
    ...{ addressee: said(draft.addressee), condition: said(draft.condition) },
    ...{ sanction: said(draft.sanction), reward: said(draft.reward) },
    effective: stated === null && norm === null ? null : { stated, norm },
  };
}

function eventOf({ who, did, whom }: EventDraft): NonNullable<ClaimChangeAsk['event']> {
  return { who: said(who), did: did.trim(), whom: said(whom) };
}

function riskOf({ category, direction, stated }: RiskDraft): NonNullable<ClaimChangeAsk['risk']> {
  return { category, direction, ...(stated.trim() === '' ? {} : { stated: stated.trim() }) };
}

function said(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}

function isBlank(one: object, none: object): boolean {
  return JSON.stringify(one) === JSON.stringify(none);
}

/** What is lacking in a term that was begun: which of its parts; undefined when none is. */
export function lackingTerm(
  kind: string,
  draft: TermsDraft,
): { readonly field: TermName; readonly part: string } | undefined {
  for (const field of TERMS) {
    const [one] = draft[field];
    if (one === undefined || !canSay(kind, field)) continue;
    const none = NONE[field];
    if (isBlank(one, none)) continue;
    const parts: Readonly<Record<string, unknown>> = { ...one };
    const part = NEEDED[field].find((name) => {
      const value = parts[name];
      return Array.isArray(value) ? value.length === 0 : String(value).trim() === '';
    });
    if (part !== undefined) return { field, part };
  }
  return undefined;
}

const NONE: Readonly<Record<TermName, object>> = {
  ...{ rule: NO_RULE, event: NO_EVENT, risk: NO_RISK, option: NO_OPTION, stance: NO_STANCE },
};

/** What a term is nothing without. */
const NEEDED: Readonly<Record<TermName, readonly string[]>> = {
  rule: ['modality', 'action'],
  event: ['did'],
  risk: ['category'],
  option: ['options', 'stance'],
  stance: ['toward', 'polarity'],
};

/** Terms with the amount of a rule only where a number of the claim still is that amount. */
export function withAmountOf(draft: TermsDraft, numbers: readonly string[]): TermsDraft {
  const [rule] = draft.rule;
  return rule === undefined || rule.amount === '' || numbers.some((one) => isSameNumber(one, rule.amount))
    ? draft
    : { ...draft, rule: [{ ...rule, amount: '' }] };
}

function isSameNumber(one: string, other: string): boolean {
  return one.trim() !== '' && Number(one.replaceAll(/[\s,]/g, '')) === Number(other);
}
